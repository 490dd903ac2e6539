"""Two reports side by side: which sentences of a copy stand for which of its source, and the words that differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.copies.alignment import Aligned, aligned_sentences
from crosswire.relate.copies.sentences import sentence_spans
from crosswire.relate.copies.wordforms import word_forms
from crosswire.relate.sequences import common_length

# Words in a row by which sentences find each other; in so many reports' lines they say nothing.
RUN, EVERYWHERE = 3, 12
# The part of the shorter sentence's words that must stand in the other, in one order. Two reporters who tell of one
# thing by themselves share less: names and small words.
ALIKE = 0.55
# Where a sentence shares only few runs of RUN words with another, more of its words must be alike.
FEW_RUNS, ALIKE_THEN = 2, 0.75
LEAST_WORDS, LEAST_IN_PLACE = 4, 3
# The same of the words that are neither names nor small: two sentences on two presidents share the rest.
TELLING = 0.4
TRIED = 3  # sentences of the other report that one is compared with word by word
MOST_LINES = 2000  # of a report; a page of fifty megabytes is none


class Line(NamedTuple):
    """A sentence of a report: where it stands, its words in the form in which they are compared, and which of them
    are neither names nor small words."""

    start: int
    end: int
    forms: tuple[str, ...]
    telling: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lined:
    """A report as sentences, with the places of every RUN words in a row."""

    report: Report
    lines: tuple[Line, ...]
    places: Mapping[tuple[str, ...], tuple[int, ...]] = field(repr=False)

    def passage(self, first: int, last: int) -> Passage:
        """The passage from the start of one sentence to the end of another."""
        return self.report.passage(self.lines[first].start, self.lines[last].end)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Sentences of a copy that stand for sentences of its source: each side in a row, mostly one for one.

    `stretches` are both sides word by word, in order, `here` being the copy.
    """

    here: Passage
    there: Passage
    stretches: tuple[Aligned, ...]

    @property
    def exact(self) -> bool:
        """True when no word differs."""
        return all(stretch.equal for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Collation:
    """Two reports side by side. `added` are the copy's sentences without a counterpart, `cut` the source's."""

    here: Report
    there: Report
    pairings: tuple[Pairing, ...]
    added: tuple[Passage, ...]
    cut: tuple[Passage, ...]


def lined(report: Report, annotation: Annotation | None, *, lexicons: Lexicons) -> Lined:
    """The report's sentences with their words; the dateline, which tells where from, is left out."""
    spans = sentence_spans(report, annotation)
    lines = [_line(report.text, start, end, lexicons) for start, end in spans[:MOST_LINES] if start < end]
    kept = tuple(line for line in lines if line.forms)
    places: defaultdict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
    for n, line in enumerate(kept):
        for run in _runs(line.forms):
            places[run][n] = None
    return Lined(report, kept, {run: tuple(numbers) for run, numbers in places.items()})


def _line(text: str, start: int, end: int, lexicons: Lexicons) -> Line:
    words = word_forms(lexicons).read(text, start, end)
    small = lexicons.renderings.small
    telling = frozenset(
        form for form, (at, _) in zip(words.forms, words.spans, strict=True) if text[at].islower() and form not in small
    )
    return Line(start, end, words.forms, telling)


def collate(here: Lined, there: Lined, *, lexicons: Lexicons) -> Collation:
    """A copy beside its source. Each sentence meets at most one other, or several in a row that were cut or joined."""
    pairs = _pairs(here, there)
    pairings: list[Pairing] = []
    used: tuple[set[int], set[int]] = set(), set()
    for ours, theirs in _joined(pairs):
        a, b = here.passage(min(ours), max(ours)), there.passage(min(theirs), max(theirs))
        pairings.append(Pairing(a, b, aligned_sentences(a, b, lexicons=lexicons)))
        used[0].update(ours)
        used[1].update(theirs)
    return Collation(
        here.report,
        there.report,
        tuple(sorted(pairings, key=lambda pairing: (pairing.here.start, pairing.there.start))),
        tuple(here.passage(n, n) for n in range(len(here.lines)) if n not in used[0]),
        tuple(there.passage(n, n) for n in range(len(there.lines)) if n not in used[1]),
    )


def _runs(forms: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(forms[n : n + RUN]) for n in range(len(forms) - RUN + 1))


def _pairs(here: Lined, there: Lined) -> list[tuple[int, int]]:
    """Each sentence of either report with the one of the other that it is most alike; (copy's, source's)."""
    found: dict[tuple[int, int], int] = {}
    for n, line in enumerate(here.lines):
        shared = Counter(m for run in _runs(line.forms) for m in there.places.get(run, ())[:EVERYWHERE])
        for m, runs in sorted(shared.items(), key=lambda item: (-item[1], abs(item[0] - n), item[0]))[:TRIED]:
            common = _common(line, there.lines[m], runs)
            if common:
                found[n, m] = common
    best: dict[tuple[str, int], tuple[int, int]] = {}
    for pair in sorted(found, key=lambda p: (-found[p], abs(p[0] - p[1]), p)):
        for side in (("here", pair[0]), ("there", pair[1])):
            best.setdefault(side, pair)
    return sorted({*best.values(), *_in_place(sorted(set(best.values())), here, there)})


def _in_place(pairs: Sequence[tuple[int, int]], here: Lined, there: Lined) -> Iterable[tuple[int, int]]:
    """Sentences without a counterpart that stand alone between the same two others: there less must be alike, for one
    of few words ("The cause was not known" / "The cause was human error") has no run of words to be found by."""
    ends = [(-1, -1), *pairs, (len(here.lines), len(there.lines))] if pairs else []
    for (n, m), (after_n, after_m) in pairwise(ends):
        if after_n - n == 2 and after_m - m == 2 and _alike_in_place(here.lines[n + 1], there.lines[m + 1]):
            yield n + 1, m + 1


def _alike_in_place(a: Line, b: Line) -> bool:
    common = common_length(a.forms, b.forms)
    shorter = min(len(a.forms), len(b.forms))
    told = len(a.telling & b.telling)
    return common >= max(LEAST_IN_PLACE, ALIKE * shorter) and told >= TELLING * min(len(a.telling), len(b.telling))


def _common(a: Line, b: Line, runs: int) -> int:
    """How many words two sentences share in one order; 0 where they are not alike."""
    shorter = min(len(a.forms), len(b.forms))
    common = common_length(a.forms, b.forms)
    least = ALIKE if runs > FEW_RUNS else ALIKE_THEN
    if common < max(LEAST_WORDS, least * shorter):
        return 0
    telling = min(len(a.telling), len(b.telling))
    return common if len(a.telling & b.telling) >= TELLING * telling else 0


def _joined(pairs: Sequence[tuple[int, int]]) -> Iterable[tuple[set[int], set[int]]]:
    """The pairs as groups: sentences that one sentence was cut into stand together. A group whose sentences don't
    stand in a row on both sides is given up for its single pairs, the first of each sentence."""
    for group in _groups(pairs):
        ours, theirs = {n for n, _ in group}, {m for _, m in group}
        if _row(ours) and _row(theirs):
            yield ours, theirs
        else:
            yield from _single(group)


def _groups(pairs: Sequence[tuple[int, int]]) -> Iterable[Sequence[tuple[int, int]]]:
    """The pairs parted into those that sentences tie together, each in the order of `pairs`."""
    tied: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        tied["here", pair[0]].append(pair)
        tied["there", pair[1]].append(pair)
    seen: set[tuple[int, int]] = set()
    for pair in pairs:
        stack, group = [pair], set()
        while stack:
            top = stack.pop()
            if top not in seen:
                seen.add(top)
                group.add(top)
                stack += [*tied.pop(("here", top[0]), ()), *tied.pop(("there", top[1]), ())]
        if group:
            yield sorted(group)


def _single(pairs: Sequence[tuple[int, int]]) -> Iterable[tuple[set[int], set[int]]]:
    """Pairs of which no two have a sentence in common, those nearest to each other's place first."""
    ours: set[int] = set()
    theirs: set[int] = set()
    for n, m in sorted(pairs, key=lambda p: (abs(p[0] - p[1]), p)):
        if n not in ours and m not in theirs:
            ours.add(n)
            theirs.add(m)
            yield {n}, {m}


def _row(numbers: set[int]) -> bool:
    return max(numbers) - min(numbers) == len(numbers) - 1
