"""Which pairs of reports are worth comparing: those that share telling terms. Never all pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from crosswire.group.terms import Terms

# A term that stands among the keys of this many reports is looked up only for the reports' nearest in order, so that
# a folder of ten thousand reports of one day does not ask for fifty million pairs.
CROWD = 400
# Shared weight of the keys (a part of the cosine) below which two reports can't be one story.
LEAST_SHARED = 0.03
# Reports that one report is compared with, best first. Larger stories are held together through their members.
NEIGHBOURS = 40


def candidate_pairs(terms: Sequence[Terms]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions in `terms`, first below second, sorted. Work grows with the reports, not their square."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(terms):
        for key in report.keys:
            postings[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for number, report in enumerate(terms):
        shared: defaultdict[int, float] = defaultdict(float)
        for key in report.keys:
            weight = report.whole[key]
            for other in _near(postings[key], number):
                if other != number:
                    shared[other] += weight * terms[other].whole[key]
        best = sorted((-value, other) for other, value in shared.items() if value >= LEAST_SHARED)[:NEIGHBOURS]
        pairs.update((min(number, other), max(number, other)) for _, other in best)
    return tuple(sorted(pairs))


def _near(posting: Sequence[int], number: int) -> Sequence[int]:
    """The whole posting, or of a crowded one the part around `number` (reports run in order of time)."""
    if len(posting) <= CROWD:
        return posting
    start = max(0, min(bisect_left(posting, number) - CROWD // 2, len(posting) - CROWD))
    return posting[start : start + CROWD]
