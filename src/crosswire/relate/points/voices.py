"""Who is one voice: a body with those who head it or speak for it, and all who repeat the very same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from crosswire.lexicons.titles import Titles
from crosswire.model.annotation import Quotation
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind
from crosswire.model.report import Report

# Offices whose holders speak for the body. Counter-examples: a lawmaker of a party, an officer of a force, a lawyer.
SPEAKING = frozenset({"spokesperson", "director", "chair", "business", "boss", "secretary-general"})
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT})
NAMELESS = frozenset({ActorKind.UNNAMED, ActorKind.GROUP})
INSIDER = ""
# Between a body and its head stand so many letters at most: "Its chief executive, | Ana Lupo".
NEAR = 60
_HEADS = r"heads|headed|leads|runs|chairs|owns|founded|represents|speaks for|spoke for"
HEADING = re.compile(rf",?\s+who\s+(?:{_HEADS})\s+(?:the\s+)?", re.IGNORECASE)
# "Ana Lupo, the chief executive of | Horn Lines"; "Horn Lines’ spokeswoman, | Ana Lupo".
OFFICE_OF = re.compile(
    r",\s+(?:(?:an?|the)\s+)?(?P<title>[^,.;:“”\"]+?)\s+(?:of|for|at|with)\s+(?:the\s+)?", re.IGNORECASE
)
OFFICE_BEFORE = re.compile(r"(?:['’]s|['’])?\s+(?P<title>[^,.;:“”\"]+?),?\s+", re.IGNORECASE)
# "Finance Minister | Clara Holm", "the finance minister, | Clara Holm": the ministry is hers.
MINISTER = re.compile(
    r"(?P<lower>\b(?:deputy|former|ex|vice|junior|shadow)[ -])?(?P<of>\w+) minister,? $", re.IGNORECASE
)
MINISTRY = re.compile(r"(?:the )?(?P<of>\w+) ministry", re.IGNORECASE)
MARKED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
WORD = re.compile(r"\w+(?:['’]\w+)?")
# A passage is somebody's words when at least this part of its letters stands between marks.
SAID_PART = 0.4
# So many words in a row are somebody's words wherever they stand.
RUN = 4
REPEATED = 0.6
# Three words will do where they are all that stands between the marks.
SHORT = 3


def mouths(reports: Sequence[Report], actors: Iterable[Actor], titles: Titles) -> Mapping[str, str]:
    """Actor → the body whose voice he is, where a report says so; others stand for themselves and are left out.

    "Ana Lupo, who heads Horn Lines" and Horn Lines deny with one voice; "Transport Minister Ana Lupo" and the transport
    ministry too.
    """
    everybody = tuple(actors)
    ministers: dict[str, set[str]] = defaultdict(set)
    near: dict[str, list[tuple[Passage, Actor]]] = defaultdict(list)
    for actor in everybody:
        for mention in actor.mentions:
            near[mention.report].append((mention, actor))
    found: dict[str, str] = {}
    for report in reports:
        mentions = sorted(near[report.id], key=lambda m: (m[0].start, m[0].end))
        for (first, one), (second, two) in pairwise(mentions):
            between = report.text[first.end : second.start] if second.start - first.end <= NEAR else ""
            if one.kind is ActorKind.PERSON and two.kind in BODIES and _heads(between, titles):
                found.setdefault(one.id, two.id)
            elif one.kind in BODIES and two.kind is ActorKind.PERSON and _headed(between, titles):
                found.setdefault(two.id, one.id)
        for mention, one in mentions:
            if one.kind is ActorKind.PERSON and (
                title := _minister(report.text[max(0, mention.start - NEAR) : mention.start])
            ):
                ministers[title].add(one.id)
    for title, holders in ministers.items():
        bodies = sorted({a.id for a in everybody if (m := MINISTRY.fullmatch(a.name)) and m["of"].casefold() == title})
        if len(holders) == len(bodies) == 1:  # of two countries' foreign ministers nobody can tell whose it is
            found.setdefault(*holders, *bodies)
    return found


def _minister(before: str) -> str | None:
    """The field of the minister whose name follows: "finance"; None for deputies and former ones."""
    title = MINISTER.search(before)
    return title["of"].casefold() if title and not title["lower"] else None


def maybe_one(actors: Iterable[Actor], insiders: Collection[str] = ()) -> Mapping[str, str]:
    """Actor → the first who may be the same: people without a name, "a senior official" here and "an official" there.

    Two outlets may have talked to one man. Nobody can tell, so he is counted once in a point. `insiders`: nouns for
    people of whom any two may be one, "an official", "a person briefed on the talks". Counter-example: an official and
    a doctor.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for actor in sorted(actors, key=lambda actor: (len(actor.id), actor.id)):
        words = words_of(actor.name)
        if actor.kind in NAMELESS and words:
            inside = any(w in insiders for w in words)
            other = first.setdefault(INSIDER if inside else words[-1], actor.id)
            if other != actor.id:
                found[actor.id] = other
    return found


def _heads(between: str, titles: Titles) -> bool:
    """True for what stands between a person and the body that he heads."""
    office = OFFICE_OF.fullmatch(between)
    return bool(HEADING.fullmatch(between)) or bool(office and _speaks(office["title"], titles))


def _headed(between: str, titles: Titles) -> bool:
    """True for what stands between a body and the person who heads it."""
    office = OFFICE_BEFORE.fullmatch(between)
    return bool(office and _speaks(office["title"], titles))


def _speaks(title: str, titles: Titles) -> bool:
    return bool(titles.offices(title) & SPEAKING)


def marked_words(passage: Passage, sentence: Passage, quotations: Iterable[Quotation]) -> tuple[tuple[str, ...], ...]:
    """What of the passage stands between marks, piece by piece, as words in small letters; nothing where it is little.

    The name of a ship or a book between marks makes a sentence nobody's word.
    """
    spans = [(p.start, p.end) for q in quotations for p in q.verbatim if p.report == passage.report]
    spans += [(sentence.start + m.start(), sentence.start + m.end()) for m in MARKED.finditer(sentence.words)]
    cut = {(max(start, passage.start), min(end, passage.end)) for start, end in spans}
    cut = {(s, e) for s, e in cut if s < e}
    if sum(e - s for s, e in cut) < SAID_PART * (passage.end - passage.start):
        return ()
    return tuple(words_of(passage.words[s - passage.start : e - passage.start]) for s, e in sorted(cut))


def words_of(words: str) -> tuple[str, ...]:
    """The words in small letters, with no marks."""
    return tuple(m.replace("’", "'") for m in WORD.findall(words.casefold()))


def repeats(marked: Sequence[Sequence[str]], words: Sequence[str]) -> bool:
    """True when runs of the others, marked or not, make up most of the words between marks.

    "to the families of those" alone is anybody's.
    """
    met = 0
    for piece in marked:
        size = max(SHORT, min(RUN, len(piece)))
        there = {tuple(words[n : n + size]) for n in range(len(words) - size + 1)}
        runs = [n for n in range(len(piece) - size + 1) if tuple(piece[n : n + size]) in there]
        met += len({k for n in runs for k in range(n, n + size)})
    return met > 0 and met >= REPEATED * sum(map(len, marked))


def one_mouth(
    said: Sequence[tuple[str, ...]], alike: Iterable[tuple[int, int]], unknown: str
) -> tuple[tuple[str, ...], ...]:
    """The voices of each statement, those that repeat one another's words (`alike`) given one and the same voice.

    Whoever is named for them: the same words between marks were said once. Where nobody is, the voice is `unknown`.
    """
    voices = list(said)
    for a, b in alike:
        if len(voices[a]) == 1 and voices[a] == voices[b]:
            continue
        known = sorted({v for n in (a, b) for v in voices[n]} - {unknown}, key=lambda v: (len(v), v))
        one = known[0] if known else unknown
        same = {*voices[a], *voices[b]} - {unknown}
        voices = [tuple(dict.fromkeys(one if v in same else v for v in held)) for held in voices]
        voices[a] = voices[b] = (one,)
    return tuple(voices)
