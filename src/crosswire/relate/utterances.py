"""Utterances: acts of speech, each as the reports render it, directly or in their own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Quotation, QuotationKind, SpeakerClass
from crosswire.model.relation import Actor, Link, Origin, Utterance
from crosswire.model.report import Report
from crosswire.relate.independence import passage_origins
from crosswire.relate.renderings import Renderer
from crosswire.relate.sequences import common_length, edits
from crosswire.relate.tongues import Tongues

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
MOST_POSTINGS = 40  # a word of more renderings than this brings no candidates
STEM = 6  # letters of a word that are compared: "warned" and "warning" meet, "report" and "reporter" too
LEAST_SHARED = 3  # words of weight that two renderings must share
SAME_WORDS = 0.62  # share of the shorter rendering's words, in order
SAME_CONTENT = 0.6  # share of the lighter rendering's weight
SURE = 0.15  # above the threshold: words between marks that join whatever else was joined
AGREED = 0.4  # part of all pairs that must be alike where they are not
COMMON_WEIGHT = 0.3  # what a word counts that every rendering has
SHORT = 5  # words of weight: a shorter rendering says too little to be found inside a longer one
SHORT_ALLOWANCE = 0.1
SHORT_ASKED = 0.15  # what is asked on top of words in order, and only of words between marks
SHORT_GIVEN = 0.05  # what two short renderings of like length are given
ISO_DAY = 10  # letters of a date known to the day
ONE_RUN = 6  # words in a row that a sentence said on one day has in another day's report
NEARLY_ALL = 0.8  # or the part of all words of both
UNKNOWN_SPEAKER = 0.15  # what is asked on top when only one speaker is known

SMALL_WORDS = """
    a an the this that these those there here it its he him his she her hers they them their we us our us you your i me
    my and or but if so as at by for from in into of off on onto out over to up with within without about after before
    is are was were be been being am has have had do does did will would shall should can could may might must not no
    nor than then too very just also who whom whose which what when where why how said says say
    """
FUNCTION = frozenset(SMALL_WORDS.split())  # words that say nothing of what is said


@dataclass(frozen=True, slots=True)
class Rendered:
    """The words of one or more quotations with equal words and speaker: all words, and those of weight."""

    speaker: str | None
    words: tuple[str, ...]
    heavy: frozenset[str]
    marked: bool  # between quotation marks, at least in part


def find_utterances(
    reports: Sequence[Report],
    quotations: Sequence[Quotation],
    *,
    lexicons: Lexicons,
    actors: Sequence[Actor] = (),
    origins: Sequence[Origin] = (),
    links: Sequence[Link] = (),
) -> tuple[tuple[Utterance, ...], tuple[Quotation, ...]]:
    """The story's utterances in order of their first quotation, and the quotations with `utterance` set.

    Two quotations are one utterance when one speaker (or an unresolved one) says in both, by their words, the same.
    Quotations with equal words are compared once; others only when they share uncommon words. Whole sentences between
    marks that two days' reports have in other words are two acts of speech: who says a thing on Tuesday may say it
    again on Wednesday.
    """
    groups = _equal(quotations)
    rendered = list(groups)
    apart = [{quotations[number].report for number in numbers} for numbers in groups.values()]
    pairs = [(score, a, b) for score, a, b in _alike(rendered) if apart[a] != apart[b] or len(apart[a]) > 1]
    days = {report.id: (report.published_at.value or "")[:10] for report in reports}
    acts = [_act([quotations[number] for number in numbers], days) for numbers in groups.values()]
    barred = {(a, b) for _, a, b in pairs if _two_acts(rendered[a], rendered[b], acts[a], acts[b])}
    together = Together(rendered, pairs, barred)
    for score, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        together.join(a, b, sure=score >= SURE and rendered[a].marked and rendered[b].marked)
    witnesses = Witnesses(origins, links)
    renderer = Renderer(lexicons, origin=witnesses.origin, translated=Tongues(reports, actors, lexicons).why)
    return _utterances(quotations, groups, together, renderer)


class Witnesses:
    """Answers which origin brought a quotation into the record; a report that no origin names is its own."""

    def __init__(self, origins: Sequence[Origin], links: Sequence[Link]) -> None:
        self._index = passage_origins(origins, links)
        self._named = {report for origin in origins for report in origin.reports}

    def origin(self, quotation: Quotation) -> str:
        """By the words around the marks: what stands between them two reporters may have taken down alike."""
        if quotation.report not in self._named:
            return quotation.report
        return self._index.origin(quotation.source or quotation.cue or quotation.content[0])


class Together:
    """Which renderings are one utterance, the surest pairs first; never two known speakers in one."""

    def __init__(
        self,
        rendered: Sequence[Rendered],
        pairs: Sequence[tuple[float, int, int]],
        barred: Collection[tuple[int, int]] = (),
    ) -> None:
        self._of = list(range(len(rendered)))
        self._members = [{n} for n in range(len(rendered))]
        self._speakers = [{one.speaker} - {None} for one in rendered]
        self._linked: list[set[int]] = [set() for _ in rendered]
        self._barred: list[set[int]] = [set() for _ in rendered]
        for _, a, b in pairs:
            self._linked[a].add(b)
            self._linked[b].add(a)
        for a, b in barred:
            self._barred[a].add(b)
            self._barred[b].add(a)

    def root(self, n: int) -> int:
        """The first rendering of the utterance that rendering `n` is in."""
        return self._of[n]

    def join(self, a: int, b: int, *, sure: bool) -> None:
        """Makes two renderings one utterance, with all that are one with either.

        Not when that would bring two known speakers or two acts of speech together; nor, unless the words between
        marks make it `sure`, when most of the renderings on one side say nothing of those on the other: "the summit
        was good" must not chain all that somebody said of the summit.
        """
        first, second = sorted((self._of[a], self._of[b]))
        speakers = self._speakers[first] | self._speakers[second]
        if first == second or len(speakers) > 1 or not (sure or self._agree(first, second)):
            return
        if any(self._barred[n] & self._members[second] for n in self._members[first]):
            return
        for member in self._members[second]:
            self._of[member] = first
        self._members[first] |= self._members[second]
        self._speakers[first] = speakers

    def _agree(self, first: int, second: int) -> bool:
        """True when at least a part AGREED of all pairs over both sides are alike."""
        mine, other = self._members[first], self._members[second]
        links = sum(len(self._linked[n] & other) for n in mine)
        return links >= AGREED * len(mine) * len(other)


def _equal(quotations: Sequence[Quotation]) -> dict[Rendered, list[int]]:
    """The quotations by their words and speaker."""
    groups: dict[Rendered, list[int]] = defaultdict(list)
    for n, quotation in enumerate(quotations):
        words = tuple(_plain(m[0]) for part in quotation.content for m in WORD.finditer(part.words))
        heavy = frozenset(word[:STEM] for word in words if word not in FUNCTION and len(word) > 1)
        groups[Rendered(_speaker(quotation), words, heavy, bool(quotation.verbatim))].append(n)
    return groups


def _speaker(quotation: Quotation) -> str | None:
    """Who speaks; nobody for a document whose own words are quoted: they may be anybody's who signed it.

    "The memo reads: “…”" and "“…,” wrote Marn" can be one utterance.
    """
    document = quotation.speaker_class is SpeakerClass.DOCUMENT and quotation.verbatim
    return None if document else quotation.speaker


def _act(quotations: Sequence[Quotation], days: Mapping[str, str]) -> frozenset[str]:
    """The days of the reports that have these words, where all put them between marks as whole sentences; or none."""
    whole = all(q.kind is QuotationKind.DIRECT and len(days.get(q.report, "")) == ISO_DAY for q in quotations)
    return frozenset(days[q.report] for q in quotations) if whole else frozenset()


def _two_acts(a: Rendered, b: Rendered, mine: frozenset[str], other: frozenset[str]) -> bool:
    """True for "We have the log and there is no warning in it" and, a day later, "There is no warning in the log".

    Reports of one day that differ as much may have translated the same sentence; they stay one.
    """
    if not mine or not other or mine & other:
        return False
    both = 2 * common_length(a.words, b.words) / (len(a.words) + len(b.words))
    run = max((e[2] - e[1] for e in edits(a.words, b.words) if e[0] == "equal"), default=0)
    return both < NEARLY_ALL and run < ONE_RUN


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _alike(rendered: Sequence[Rendered]) -> Iterator[tuple[float, int, int]]:
    """Pairs of renderings that are one utterance, with how alike they are."""
    postings: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(rendered):
        for word in sorted(one.heavy):
            postings[word].append(n)
    weight = {word: COMMON_WEIGHT + log(len(rendered) / len(where)) for word, where in postings.items()}
    for n, one in enumerate(rendered):
        for other in _candidates(n, one, rendered, postings):
            score = _likeness(one, rendered[other], weight)
            if score > 0:
                yield score, n, other


def _candidates(
    n: int, one: Rendered, rendered: Sequence[Rendered], postings: Mapping[str, Sequence[int]]
) -> Iterator[int]:
    """Later renderings by a speaker that may be the same, with enough uncommon words shared."""
    shared: Counter[int] = Counter()
    for word in sorted(one.heavy):
        where = postings[word]
        if len(where) <= MOST_POSTINGS:
            shared.update(other for other in where if other > n)
    for other, count in sorted(shared.items()):
        speakers = {one.speaker, rendered[other].speaker} - {None}
        equal = count == len(one.heavy) == len(rendered[other].heavy) > 1
        marked = one.marked and rendered[other].marked and count > 1
        if len(speakers) < 2 and (count >= LEAST_SHARED or equal or marked):
            yield other


def _likeness(a: Rendered, b: Rendered, weight: Mapping[str, float]) -> float:
    """How far two renderings are above what makes them one utterance; 0 or less where they are not."""
    shared = a.heavy & b.heavy
    lighter = min((a.heavy, b.heavy), key=lambda heavy: (sum(weight[w] for w in heavy), sorted(heavy)))
    total = sum(weight[word] for word in lighter)
    content, order = sum(weight[word] for word in shared) / total, _in_order(a.words, b.words)
    if len(lighter) < SHORT:
        content = min(content, len(shared) / len(a.heavy | b.heavy) + SHORT_ALLOWANCE)
        order = _short_order(a, b, order, len(shared))
    asked = UNKNOWN_SPEAKER if a.speaker != b.speaker or a.speaker is None else 0.0
    return max(content - SAME_CONTENT, order - SAME_WORDS) - asked


def _short_order(a: Rendered, b: Rendered, order: float, shared: int) -> float:
    """What words in order count for when one rendering is short: only between marks, and only if both are alike."""
    if not (a.marked and b.marked):
        return 0.0
    both = 2 * order * min(len(a.words), len(b.words)) / (len(a.words) + len(b.words))
    return max(order - SHORT_ASKED if shared >= LEAST_SHARED else 0.0, both + SHORT_GIVEN)


def _in_order(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of the shorter rendering's words that stand in the other in the same order."""
    return common_length(a, b) / min(len(a), len(b)) if min(len(a), len(b)) >= LEAST_SHARED else 0.0


def _utterances(
    quotations: Sequence[Quotation],
    groups: Mapping[Rendered, Sequence[int]],
    joined: Together,
    renderer: Renderer,
) -> tuple[tuple[Utterance, ...], tuple[Quotation, ...]]:
    """The utterances in order of their first quotation, and the quotations that know theirs."""
    together: dict[int, list[int]] = defaultdict(list)
    for n, numbers in enumerate(groups.values()):
        together[joined.root(n)] += numbers
    ordered = sorted(sorted(numbers) for numbers in together.values())
    made: list[Utterance] = []
    done = list(quotations)
    for n, numbers in enumerate(ordered, start=1):
        mine = [quotations[number] for number in numbers]
        found = renderer.compare(mine)
        speaker = next((s for s in (*map(_speaker, mine), *(q.speaker for q in mine)) if s), None)
        ids = tuple(q.id for q in mine)
        made.append(Utterance(f"u{n}", ids, found.rendering, speaker, found.differences, found.wordings))
        for number in numbers:
            done[number] = replace(done[number], utterance=f"u{n}")
    return tuple(made), tuple(done)
