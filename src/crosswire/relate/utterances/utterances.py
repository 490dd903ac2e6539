"""Utterances: acts of speech, each as the reports render it, directly or in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Quotation, QuotationKind
from crosswire.model.relation import Actor, Link, Origin, Utterance
from crosswire.model.report import Report
from crosswire.relate.origins.independence import passage_origins
from crosswire.relate.sequences import common_length, edits
from crosswire.relate.utterances.rendered import Rendered, naming, rendered, speaker_of
from crosswire.relate.utterances.renderings import Renderer
from crosswire.relate.utterances.sameness import SURE, Sameness
from crosswire.relate.utterances.tongues import Tongues

AGREED = 0.4  # part of all pairs that must be alike where none is sure
A_GROUP = 3  # renderings: so many on both sides are not joined by one alone
ISO_DAY = 10  # letters of a date known to the day
ONE_RUN = 6  # words in a row that a sentence said on one day has in another day's report
NEARLY_ALL = 0.8  # or the part of all words of both


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
    groups = rendered(quotations, actors, lexicons.renderings)
    found = list(groups)
    apart = [{quotations[number].report for number in numbers} for numbers in groups.values()]
    alike = Sameness(found, naming(quotations, lexicons, actors), lexicons.renderings).pairs()
    pairs = [(score, a, b) for score, a, b in alike if apart[a] != apart[b] or len(apart[a]) > 1]
    days = {report.id: (report.published_at.value or "")[:10] for report in reports}
    acts = [_act([quotations[number] for number in numbers], days) for numbers in groups.values()]
    back = [_taken_back(quotations[numbers[0]], lexicons.points) for numbers in groups.values()]
    two_acts = ((a, b) for _, a, b in pairs if _two_acts(found[a], found[b], acts[a], acts[b]))
    barred = {*two_acts, *((a, b) for _, a, b in pairs if back[a] != back[b])}
    together = Together(found, pairs, barred)
    for score, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        together.join(a, b, sure=score >= SURE and found[a].marked and found[b].marked)
    of = {report.id: report.version_of for report in reports if report.version_of}
    witnesses = Witnesses(origins, links, lexicons, of)
    renderer = Renderer(lexicons, origin=witnesses.origin, translated=Tongues(reports, actors, lexicons).why)
    vague = {one.speaker for one in found if one.described and one.speaker}
    return _utterances(quotations, groups, together, renderer, vague)


class Witnesses:
    """Answers which origin brought a quotation into the record; a report that no origin names is its own.

    `of` says of which report an earlier version is one: words that were copied from that version are its origin's.
    """

    def __init__(
        self, origins: Sequence[Origin], links: Sequence[Link], lexicons: Lexicons, of: Mapping[str, str]
    ) -> None:
        self._index = passage_origins(origins, links, of=of, lexicons=lexicons)
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
        found: Sequence[Rendered],
        pairs: Sequence[tuple[float, int, int]],
        barred: Collection[tuple[int, int]] = (),
    ) -> None:
        self._of = list(range(len(found)))
        self._members = [{n} for n in range(len(found))]
        self._speakers = [{one.speaker} - {None} if not one.described else set() for one in found]
        self._linked: list[set[int]] = [set() for _ in found]
        self._barred: list[set[int]] = [set() for _ in found]
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
        was good" must not chain all that somebody said of the summit. Nor when one rendering alone holds two groups
        together.
        """
        first, second = sorted((self._of[a], self._of[b]))
        speakers = self._speakers[first] | self._speakers[second]
        if first == second or len(speakers) > 1:
            return
        if not (self._bridged(first, second) if sure else self._agree(first, second)):
            return
        if any(self._barred[n] & self._members[second] for n in self._members[first]):
            return
        for member in self._members[second]:
            self._of[member] = first
        self._members[first] |= self._members[second]
        self._speakers[first] = speakers

    def _bridged(self, first: int, second: int) -> bool:
        """False when one rendering alone holds two groups together: a report may run two days' sentences into one."""
        mine, other = self._members[first], self._members[second]
        if min(len(mine), len(other)) < A_GROUP:
            return True
        across = sum(bool(self._linked[n] & other) for n in mine), sum(bool(self._linked[n] & mine) for n in other)
        return min(across) > 1

    def _agree(self, first: int, second: int) -> bool:
        """True when at least a part AGREED of all pairs over both sides are alike."""
        mine, other = self._members[first], self._members[second]
        links = sum(len(self._linked[n] & other) for n in mine)
        return links >= AGREED * len(mine) * len(other)


def _act(quotations: Sequence[Quotation], days: Mapping[str, str]) -> frozenset[str]:
    """The days of the reports that have these words, where all put them between marks as whole sentences; or none."""
    whole = all(q.kind is QuotationKind.DIRECT and len(days.get(q.report, "")) == ISO_DAY for q in quotations)
    return frozenset(days[q.report] for q in quotations) if whole else frozenset()


def _taken_back(quotation: Quotation, words: PointWords) -> bool:
    """True for "he had been wrong to claim that it leaked" and "withdrew its claim that it leaked": no saying of it."""
    parts = [quotation.cue, *quotation.content]
    said = " ".join(part.words for part in parts if part)
    return bool(words.taken_back.search(said))


def _two_acts(a: Rendered, b: Rendered, mine: frozenset[str], other: frozenset[str]) -> bool:
    """True for "We have the log and there is no warning in it" and, a day later, "There is no warning in the log".

    Reports of one day that differ as much may have translated the same sentence; they stay one.
    """
    if not mine or not other or mine & other:
        return False
    both = 2 * common_length(a.words, b.words) / (len(a.words) + len(b.words))
    run = max((e[2] - e[1] for e in edits(a.words, b.words) if e[0] == "equal"), default=0)
    return both < NEARLY_ALL and run < ONE_RUN


def _utterances(
    quotations: Sequence[Quotation],
    groups: Mapping[Rendered, Sequence[int]],
    joined: Together,
    renderer: Renderer,
    vague: Collection[str],
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
        speaker = _speaker(mine, vague)
        ids = tuple(q.id for q in mine)
        made.append(Utterance(f"u{n}", ids, found.rendering, speaker, found.differences, found.wordings))
        for number in numbers:
            done[number] = replace(done[number], utterance=f"u{n}")
    return tuple(made), tuple(done)


def _speaker(quotations: Sequence[Quotation], vague: Collection[str]) -> str | None:
    """Who speaks in the utterance: one whom a report names, else one whom it describes, else a document's author."""
    known = [*map(speaker_of, quotations), *(quotation.speaker for quotation in quotations)]
    speakers = [speaker for speaker in known if speaker]
    return next((speaker for speaker in speakers if speaker not in vague), next(iter(speakers), None))
