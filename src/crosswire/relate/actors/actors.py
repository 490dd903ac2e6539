"""Actors of a story, with every mention in every report, and the quotations with their speakers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosswire.lexicons.descriptions import Descriptions
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation, Mention, MentionKind, Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind
from crosswire.model.report import Report
from crosswire.relate.actors.candidates import Candidate, Cast
from crosswire.relate.actors.countries import Countries, story_countries
from crosswire.relate.actors.media import Media
from crosswire.relate.actors.papers import relayed
from crosswire.relate.actors.parties import Parties
from crosswire.relate.actors.posts import posts_of
from crosswire.relate.actors.reading import Read, Reading
from crosswire.relate.actors.roles import Offices
from crosswire.relate.actors.shortforms import defined_acronyms
from crosswire.relate.actors.sources import Sources
from crosswire.relate.actors.surnames import with_surnames

MOST_ROLES = 8
LONG_ENOUGH = 5  # words
WORD = re.compile(r"\w+")


def resolve_actors(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[tuple[Actor, ...], tuple[Quotation, ...]]:
    """The story's actors, those who speak most first, and all quotations in order of reports and text.

    A quotation's `speaker` is an actor's id, or `unresolved` says why it has none. Who never speaks is an actor when
    mentioned at least twice. Seats of power ("the White House") are actors of their own beside the country's
    government: a reader asks what the White House said, and a spokesman's office is not the foreign ministry.
    """
    annotations = [with_surnames(report, a) for report, a in zip(reports, annotations, strict=True)]
    countries = _countries(annotations, lexicons)
    cast = Cast(annotations, countries, lexicons, defined_acronyms(reports, annotations))
    _collect_titles(reports, annotations, cast)
    offices, parties = Offices(cast), Parties(reports, annotations, cast)
    quotations: list[Quotation] = []
    media = Media(cast, _houses(reports))
    for report, annotation in zip(reports, annotations, strict=True):
        reading = Reading(report, annotation, cast, offices, parties, media)
        _take(reading.run(), cast)
        quotations += Sources(reading, cast).run()
    quotations = _said_elsewhere(_once(quotations))
    actors = _actors(cast, quotations)
    ids = {key: actor.id for key, actor in actors}
    named = tuple(replace(q, speaker=ids[q.speaker]) if q.speaker else q for q in quotations)
    return tuple(actor for _, actor in actors), named


def _houses(reports: Sequence[Report]) -> frozenset[str]:
    """The media of the story: who publishes its reports, and who is credited in them or cited."""
    names = {r.publisher for r in reports} | {c.name for r in reports for c in r.credits}
    names |= {r.dateline.agency for r in reports if r.dateline}
    return frozenset(name for name in names if name)


def _countries(annotations: Sequence[Annotation], lexicons: Lexicons) -> Countries:
    """The countries of the lexicon and those of the story, learned from adjectives in titles and descriptions."""
    mentions = [mention for annotation in annotations for mention in annotation.mentions]
    partisan = lexicons.titles.classes  # "Republican": a party's people, not a place's
    places = {name for name in _unsettled(mentions) if name.lower().removesuffix("s") not in partisan}
    named = {m.name for m in mentions if m.kind not in (MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.PERSON)}
    adjectives = {word for word in named | set(_capitals(mentions)) if word.lower().removesuffix("s") not in partisan}
    peoples = {m.name for m in mentions if m.kind is MentionKind.NATIONALITY}
    return story_countries(lexicons.geography, places, adjectives, peoples)


def _unsettled(mentions: Iterable[Mention]) -> Iterator[str]:
    """The names that may be a place's: not those of persons, peoples, acronyms and brands by most of their mentions."""
    kinds: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    for mention in mentions:
        kinds[mention.name][MentionKind.PERSON if mention.title else mention.kind] += 1
    other = (MentionKind.ROLE, MentionKind.PRONOUN, MentionKind.PERSON, MentionKind.NATIONALITY)
    for name, counts in kinds.items():
        if name[1:].islower() and max(counts, key=lambda kind: (counts[kind], kind)) not in other:
            yield name


def _capitals(mentions: Iterable[Mention]) -> Iterator[str]:
    """The capitalised words of titles and descriptions."""
    for mention in mentions:
        text = mention.title or (mention.name if mention.kind is MentionKind.ROLE else "")
        yield from (word for word in text.split() if word[:1].isupper() and word.isalpha())


def _collect_titles(reports: Sequence[Report], annotations: Sequence[Annotation], cast: Cast) -> None:
    """Gives each person the titles that the story anywhere gives them, beside the name or by a sentence."""
    for report, annotation in zip(reports, annotations, strict=True):
        titled = [(m, m.title) for m in annotation.mentions if m.title and m.kind is MentionKind.PERSON]
        posts = [(person, office.name) for person, office in posts_of(annotation, cast.lexicons.titles)]
        for mention, title in (*titled, *posts):
            found = cast.named(mention, ()) if not _imagined(report, mention) else None
            if isinstance(found, Candidate) and found.kind is ActorKind.PERSON:
                found.titles[title] += 1


def _imagined(report: Report, mention: Mention) -> bool:
    """True for an office that is only thought of: "a President Marn would sign it"."""
    before = report.text[: mention.passage.start].rstrip()
    return bool(mention.title) and before.removesuffix(mention.title or "").rstrip().endswith((" a", " an"))


def _take(reads: Sequence[Read], cast: Cast) -> None:
    """Gives every candidate its mentions and the names it goes by."""
    for read in reads:
        if read.key and read.acts:
            candidate = cast.candidates[read.key]
            candidate.mentions.append(read.mention.passage)
            if read.mention.kind not in (MentionKind.ROLE, MentionKind.PRONOUN):
                candidate.forms[read.mention.name] += 1


def _once(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations without those in which a medium only passes on one that has its speaker.

    "“The dam holds,” Marn said, the Tarn Courier reported": Marn says it, and the Courier is a cited medium.
    """
    spoken = [(q.report, part) for q in quotations if q.speaker for part in q.content]
    return [
        q
        for q in quotations
        if q.speaker or not relayed(q) or not any(r == q.report and _holds(q, part) for r, part in spoken)
    ]


def _holds(quotation: Quotation, words: Passage) -> bool:
    return any(part.start <= words.start and words.end <= part.end for part in quotation.content)


def _said_elsewhere(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations; one that names nobody gets the speaker to whom the same words are given elsewhere in the story.

    Only words between marks, LONG_ENOUGH to be no chance, and only if they are given to one speaker.
    """
    speakers: dict[tuple[str, ...], set[str]] = {}
    for quotation in quotations:
        if quotation.speaker and quotation.verbatim:
            speakers.setdefault(_words(quotation), set()).add(quotation.speaker)
    done: list[Quotation] = []
    for quotation in quotations:
        words = _words(quotation)
        found = speakers.get(words, set())
        if quotation.source is None and quotation.speaker is None and len(words) >= LONG_ENOUGH and len(found) == 1:
            quotation = replace(quotation, speaker=next(iter(found)), unresolved=None)
        done.append(quotation)
    by_speaker = {q.speaker: q.speaker_class for q in quotations if q.speaker and q.source}
    return [
        replace(q, speaker_class=by_speaker[q.speaker]) if q.speaker in by_speaker and not q.source else q for q in done
    ]


def _words(quotation: Quotation) -> tuple[str, ...]:
    """The words between marks, without case and punctuation."""
    return tuple(word.casefold() for part in quotation.verbatim for word in WORD.findall(part.words))


def _actors(cast: Cast, quotations: Sequence[Quotation]) -> list[tuple[str, Actor]]:
    """The candidates worth showing, with their keys, sorted by quotations, then mentions, then name."""
    spoken = Counter(q.speaker for q in quotations if q.speaker)
    kept = [c for c in cast.candidates.values() if spoken[c.key] or _worth(c)]
    kept.sort(key=lambda c: (-spoken[c.key], -len(c.mentions), c.name, c.key))
    return [(c.key, _actor(f"a{n}", c, cast)) for n, c in enumerate(kept, start=1)]


def _worth(candidate: Candidate) -> bool:
    """True for a named actor mentioned twice; vague people only matter when they speak."""
    vague = candidate.kind in (ActorKind.UNNAMED, ActorKind.GROUP) or candidate.key.startswith("body:")
    return len(candidate.mentions) > 1 and not vague


def _actor(name: str, candidate: Candidate, cast: Cast) -> Actor:
    return Actor(
        id=name,
        name=candidate.name,
        kind=candidate.kind,
        roles=_roles(candidate, cast),
        mentions=_unique(candidate.mentions),
    )


def _roles(candidate: Candidate, cast: Cast) -> tuple[str, ...]:
    """The titles and descriptions found in the texts, the most frequent first.

    Courtesy titles are left out, "minister" beside "transport minister", "Senator" beside "Tarn Sen.", and whose
    counterpart somebody is.
    """
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for title, count in candidate.titles.items():
        owner, _, rest = title.partition(" ")
        if owner.lower() in cast.lexicons.descriptions.owners:  # "its head"; "his sister" says nothing without his name
            if "family" in cast.lexicons.titles.offices(rest):
                continue
            title = rest
        if title.lower().rstrip(".") in cast.lexicons.titles.courtesy:
            continue
        if "counterpart" in cast.lexicons.titles.offices(title):
            continue
        title = _of_one(title, cast)
        counts[title.lower()] += count
        shown[title.lower()] = max(shown.get(title.lower(), title), title)
    longer = [low for low in counts if not any(_says_more(other, low, cast.lexicons.descriptions) for other in counts)]
    longer = [low for low in longer if not any(_same_office(other, low, cast) for other in longer)]
    ranked = sorted(longer, key=lambda low: (-counts[low], low))
    return tuple(shown[low] for low in ranked[:MOST_ROLES])


def _of_one(title: str, cast: Cast) -> str:
    """The title of one where the text gives it to several: `Senator` for "Senators"."""
    one = cast.lexicons.titles.plurals.get(title.lower())
    return title if one is None else one.capitalize()


def _says_more(role: str, than: str, past: Descriptions) -> bool:
    """True for "transport minister" beside "minister"; a former minister is not one, "ferry's captain" says no more."""
    more = role.removesuffix(f" {than}") if role.endswith(f" {than}") else ""
    return bool(more) and not past.is_past(more) and more[-2:] not in ("’s", "'s")


def _same_office(role: str, bare: str, cast: Cast) -> bool:
    """True for "Tarn Rep." beside "Representative": one office, and more of it."""
    titles, past = cast.lexicons.titles, cast.lexicons.descriptions
    alone = len(bare.split()) == 1 < len(role.split()) and not past.is_past(role)
    return alone and bool(titles.offices(bare)) and titles.offices(bare) == titles.offices(role)


def _unique(mentions: Sequence[Passage]) -> tuple[Passage, ...]:
    """The mentions without repeats, in the order of the reports and their text."""
    return tuple(dict.fromkeys(mentions))
