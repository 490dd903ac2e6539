"""Which of a million reports a new one may have words from, without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from crosswire.relate.copies.fingerprints import FINGERPRINT_BITS, Fingerprints, Numbers

REPORT_BITS = 63 - FINGERPRINT_BITS
MOST_REPORTS = 1 << REPORT_BITS
# Holders of a fingerprint that are looked at, the newest: "Prime Minister Varga" stands in thousands of reports and
# tells nothing; of the five hundred prints of one agency text the newest will do.
HOLDERS = 32
# Fingerprints and words that must be shared, and reports that are worth comparing.
LEAST_SHARED, LEAST_WORDS = 5, 6
MOST_CANDIDATES = 20
# Candidates for one passage.
SOURCES = 3
# Rows that wait before they are sorted in. Then blocks of like size are merged, so that there are only a few.
WAITING = 1 << 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may hold the same passages. `shared` fingerprints are in both, made of `words` rare words;
    `share` is the part of the new report's fingerprints that they are: about .4 of a whole copy with 30 % of its words
    edited, 1 of a whole copy. `rarity` has for each where its two words start in the new report, and one part for every
    report that holds it: 1 where only this one does."""

    number: int
    shared: int
    words: int
    share: float
    rarity: tuple[tuple[int, int, float], ...] = field(default=(), repr=False)


class Postings(Protocol):
    """Who holds a fingerprint: in memory (Blocks), or in a store."""

    def holders(self, values: Numbers, most: int) -> tuple[Numbers, Numbers]:
        """For fingerprints, rising: (which of them, number of a report that holds it), the newest `most` of each."""


class Blocks:
    """Rows in sorted blocks, each row one number: the fingerprint in the high bits, the report's number below.

    A block is merged into the one before it when that is not twice as long, so there are only as many as the logarithm
    of the rows.
    """

    def __init__(self, rows: Iterable[Numbers] = ()) -> None:
        self._blocks: list[Numbers] = []
        self._waiting: list[Numbers] = []
        self._count = 0
        for piece in rows:
            self._sort_in(np.sort(piece))

    def add(self, number: int, values: Numbers) -> None:
        """Note that a report holds these fingerprints. Numbers must rise for the newest to be found first."""
        if not 0 <= number < MOST_REPORTS:
            raise ValueError(f"report number {number} is not from 0 to {MOST_REPORTS - 1}")
        self._waiting.append((values << REPORT_BITS) | number)
        self._count += len(values)
        if self._count >= WAITING:
            self.settle()

    def settle(self) -> None:
        """Sort in what waits."""
        if self._waiting:
            block = np.concatenate(self._waiting)
            self._waiting, self._count = [], 0
            block.sort()
            self._sort_in(block)

    def rows(self) -> Iterator[Numbers]:
        """All rows in sorted pieces, for a store; `Blocks(pieces)` answers as this one does."""
        self.settle()
        for block in self._blocks:
            for start in range(0, len(block), WAITING):
                yield block[start : start + WAITING].copy()

    @property
    def size(self) -> int:
        """The number of rows; each takes eight bytes."""
        return sum(map(len, self._blocks)) + self._count

    def holders(self, values: Numbers, most: int) -> tuple[Numbers, Numbers]:
        """For fingerprints, rising: (which of them, number of a report that holds it), the newest `most` of each."""
        self.settle()
        left = np.full(len(values), most)
        found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
        for block in reversed(self._blocks):
            start = np.searchsorted(block, values << REPORT_BITS)
            end = np.searchsorted(block, (values + 1) << REPORT_BITS)
            taken = np.minimum(end - start, left)
            left -= taken
            which = np.repeat(np.arange(len(values)), taken)
            place = np.arange(len(which)) + np.repeat(end - np.cumsum(taken), taken)
            found.append((which, block[place] & (MOST_REPORTS - 1)))
        return np.concatenate([which for which, _ in found]), np.concatenate([number for _, number in found])

    def _sort_in(self, block: Numbers) -> None:
        while self._blocks and len(self._blocks[-1]) < 2 * len(block):
            last = self._blocks.pop()
            old = len(last)
            # In place: a new array for both would take the memory of a million reports twice. Nobody else has `last`.
            last.resize(old + len(block), refcheck=False)
            last[old:] = block
            last.sort()
            block = last
        self._blocks.append(block)


def candidates(
    prints: Fingerprints, postings: Postings, *, leave_out: Numbers | tuple[()] = ()
) -> tuple[Candidate, ...]:
    """The reports that a new one may have words from, at most MOST_CANDIDATES; `leave_out` are numbers of no interest.

    The one that shares most comes first, then the one that shares most of what is not yet accounted for, which is what
    SOURCES candidates have: of five hundred prints of one text three will do, and beside a paragraph of hundreds of
    reports the passage that stands in only one is still found. Time is bounded by the report's own fingerprints, and
    grows with the logarithm of the reports that are known.
    """
    which, numbers = postings.holders(prints.values, HOLDERS)
    if len(leave_out):
        kept = ~np.isin(numbers, np.asarray(leave_out))
        which, numbers = which[kept], numbers[kept]
    part = 1 / np.maximum(1, np.bincount(which, minlength=len(prints.values)))
    reports, of = np.unique(numbers, return_inverse=True)
    kept = (np.bincount(of, minlength=len(reports)) >= LEAST_SHARED)[of]
    which, of = which[kept], of[kept]
    open_sources = np.full(len(prints.values), SOURCES)
    found: list[Candidate] = []
    while len(of) and len(found) < MOST_CANDIDATES:
        best = int(np.argmax(np.bincount(of, minlength=len(reports))))
        hits = which[of == best]
        if len(hits) < LEAST_SHARED:
            break
        candidate = _candidate(int(reports[best]), prints, hits, part)
        if candidate.words >= LEAST_WORDS:
            found.append(candidate)
            open_sources[hits] -= 1
        kept = (of != best) & (open_sources[which] > 0)
        which, of = which[kept], of[kept]
    return tuple(found)


def _candidate(number: int, prints: Fingerprints, hits: Numbers, part: NDArray[np.float64]) -> Candidate:
    first, second = prints.first[hits], prints.second[hits]
    starts = (prints.starts[words].tolist() for words in (first, second))
    share = round(len(hits) / len(prints.values), 4)
    rarity = tuple(zip(*starts, part[hits].tolist(), strict=True))
    return Candidate(number, len(hits), len(np.union1d(first, second)), share, rarity)
