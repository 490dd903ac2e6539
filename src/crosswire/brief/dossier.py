"""The account of one story: brief, title, places, languages, first and last publication."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from crosswire.brief.candidate import Candidate
from crosswire.brief.prints import contradicting
from crosswire.brief.selection import choose
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.model.annotation import MentionKind
from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import PointRelation, Relations
from crosswire.model.when import stamp

MOST_PLACES = 6


def write_dossier(relations: Relations, *, lexicons: Lexicons, issues: Iterable[Issue] = ()) -> Dossier:
    """The dossier of a story. Every sentence of its brief is verbatim from a report, with all its citations."""
    chosen = choose(relations, lexicons.points)
    times = {r.published_at.value for r in relations.reports}
    published = sorted((value for value in times if value), key=lambda value: (stamp(value) or "", value))
    return Dossier(
        relations=relations,
        title=_title(relations, chosen, lexicons.numbers),
        brief=tuple(_sentence(c, relations) for c in chosen),
        first_published_at=published[0] if published else None,
        last_published_at=published[-1] if published else None,
        places=_places(relations, lexicons),
        languages=tuple(sorted({r.language for r in relations.reports if r.language})),
        origin_count=len(relations.origins),
        issues=tuple(sorted(issues, key=lambda i: (i.stage, i.code, i.report or "", i.file or "", i.message))),
    )


def _sentence(candidate: Candidate, relations: Relations) -> BriefSentence:
    """The sentence with its own passage first, then every other passage that tells the same version of its points.

    What only speaks of the same matter carries nothing and is not cited, nor what tells another version of it.
    """
    cited: dict[Passage, None] = {candidate.passage: None}
    against = contradicting(candidate, relations)
    for point in relations.points:
        told = [s for s in point.statements if s.version == candidate.points.get(point.id) and s.counts]
        own = [s for s in told if s.passage.overlaps(candidate.passage)]
        cited |= dict.fromkeys(s.passage for s in told if own and s not in own)
    cited = {c: None for c in cited if not any(c.overlaps(other) for other in against)}
    carried = tuple(p.id for p in relations.points if p.id in candidate.points)
    return BriefSentence(candidate.passage.words, tuple(cited), carried)


def _title(relations: Relations, chosen: Iterable[Candidate], numbers: NumberWords) -> str:
    """The headline that shares most words with the other headlines and the brief, verbatim.

    One that gives a superseded number ("kills 11" where the latest is fourteen) only where all do. Without any
    headline the brief's first sentence, without that the story's id.
    """
    chosen = tuple(chosen)
    headlines = [r.headline for r in relations.counted if r.headline]
    if not headlines:
        return chosen[0].passage.words if chosen else relations.story.id
    old = _superseded_numbers(relations)
    headlines = [h for h in headlines if not old & _numbers(h, numbers)] or headlines
    counts = Counter(w for h in headlines for w in _words(h))
    counts.update(w for c in chosen for w in _words(c.passage.words))
    return min(headlines, key=lambda h: (-sum(counts[w] for w in _words(h)) / (4 + len(_words(h))), h))


def _superseded_numbers(relations: Relations) -> set[float]:
    """The numbers that later versions have replaced and do not give themselves."""
    values = {figure.id: {figure.low, figure.high} for figure in relations.figures}
    old: set[float] = set()
    for point in relations.points:
        if point.relation is PointRelation.UPDATE:
            told = [(s.version == point.latest, values.get(s.figure or "", set())) for s in point.statements]
            latest = {v for newest, found in told if newest for v in found}
            old |= {v for _, found in told for v in found if v is not None and v not in latest}
    return old


def _numbers(text: str, numbers: NumberWords) -> set[float]:
    """The whole numbers in a headline, in digits or one word: "kills 11", "Eleven dead"."""
    words = {w.strip(".,:;!?\"'“”‘’()").lower().replace(",", "") for w in text.split()}
    named = {**numbers.small, **numbers.tens}
    return {float(w) if w.isdecimal() else float(named[w]) for w in words if w.isdecimal() or w in named}


def _words(text: str) -> set[str]:
    """The words of four letters and more, lower case."""
    return {w.strip(".,:;!?\"'“”‘’()").lower() for w in text.split() if len(w) > 3}


def _places(relations: Relations, lexicons: Lexicons) -> tuple[str, ...]:
    """The places that most reports name, most first: datelines count, and names in the text; no streets."""
    reports: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for report in relations.counted:
        if report.dateline and report.dateline.place:
            place = report.dateline.place.title() if report.dateline.place.isupper() else report.dateline.place
            reports[place].add(report.id)
            counts[place] += 3
    counted = {report.id for report in relations.counted}
    for annotation in relations.annotations:
        for mention in annotation.mentions if annotation.report in counted else ():
            if mention.kind is MentionKind.PLACE and not _is_address(mention.name, lexicons):
                reports[mention.name].add(annotation.report)
                counts[mention.name] += 1
    ranked = sorted(counts, key=lambda place: (-len(reports[place]), -counts[place], place))
    return tuple(place for place in ranked if counts[place] > 1)[:MOST_PLACES]


def _is_address(name: str, lexicons: Lexicons) -> bool:
    """True for a street or a building: "Mill Lane"; "Downing Street" stands for a government, and is none."""
    return name.split()[-1] in lexicons.organisations.addresses and not lexicons.geography.country(name)
