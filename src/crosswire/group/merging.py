"""Reports drawn together into stories: the most alike first, and only while whole groups are alike."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from crosswire.group.candidates import candidate_pairs
from crosswire.group.likeness import likeness
from crosswire.group.terms import Terms

# Two groups are one story when their reports, each with each, are on average at least this likely to be.
# An average, not the best pair: one report that mentions both events must not chain them together.
LEAST_LIKELY = 0.5
# Reports of a group that are compared; more don't change the average by much and cost their square.
SPOKESMEN = 8
# Two groups that each have names of their own, which the other never uses, are two events with the same cast (a
# champion's two fights). How much that counts against them, and from how many reports on it can be told.
SET_APART = 0.6
LEAST_TO_SET_APART = 4
OFTEN, SELDOM, SHARED = 0.6, 0.15, 0.5


class Groups:
    """Groups of reports in the making, over fixed terms. Reports are numbers into `terms`."""

    def __init__(self, terms: Sequence[Terms]) -> None:
        self._terms = terms
        self._known: dict[tuple[int, int], float] = {}
        self._weight = {word: weight for report in terms for word, weight in report.weight.items()}
        self._usage = {number: Counter(report.weight.keys()) for number, report in enumerate(terms)}
        self._joined: dict[tuple[int, ...], float] = {}
        self._groups: dict[int, tuple[int, ...]] = {number: (number,) for number in range(len(terms))}

    def merged(self) -> tuple[tuple[int, ...], ...]:
        """The finished groups, each in order, in the order of their first report."""
        neighbours: defaultdict[int, set[int]] = defaultdict(set)
        queue: list[tuple[float, int, int]] = []
        for a, b in candidate_pairs(self._terms):
            if (chance := self.pair(a, b)) >= LEAST_LIKELY / 2:
                neighbours[a].add(b)
                neighbours[b].add(a)
                if chance >= LEAST_LIKELY:
                    queue.append((-chance, a, b))
        heapq.heapify(queue)
        number = len(self._terms)
        while queue:
            lack, a, b = heapq.heappop(queue)
            if a not in self._groups or b not in self._groups:
                continue
            self._groups[number] = tuple(sorted(self._groups.pop(a) + self._groups.pop(b)))
            self._usage[number] = self._usage.pop(a) + self._usage.pop(b)
            self._joined[self._groups[number]] = -lack
            around = {n for n in neighbours.pop(a) | neighbours.pop(b) if n in self._groups}
            neighbours[number] = around
            for other in sorted(around):
                neighbours[other] = {n for n in neighbours[other] if n in self._groups} | {number}
                if (chance := self.chance(number, other)) >= LEAST_LIKELY:
                    heapq.heappush(queue, (-chance, other, number))
            number += 1
        return tuple(sorted(self._groups.values()))

    def joined(self, group: tuple[int, ...]) -> float | None:
        """The likelihood at which a finished group's last two parts were joined; None for a single report."""
        return self._joined.get(group)

    def pair(self, a: int, b: int) -> float:
        """The probability that two reports tell of one event."""
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            self._known[key] = likeness(self._terms[key[0]], self._terms[key[1]]).probability
        return self._known[key]

    def chance(self, a: int, b: int) -> float:
        """The probability that two groups tell of one event: the average over their reports, less what sets apart."""
        left, right = self._spokesmen(a), self._spokesmen(b)
        average = sum(self.pair(x, y) for x in left for y in right) / (len(left) * len(right))
        if average < LEAST_LIKELY or min(len(self._groups[a]), len(self._groups[b])) < LEAST_TO_SET_APART:
            return average
        return average - SET_APART * min(1.0, self._set_apart(a, b))

    def _spokesmen(self, group: int) -> tuple[int, ...]:
        """Reports that stand for the group, spread over its whole length."""
        members = self._groups[group]
        if len(members) <= SPOKESMEN:
            return members
        return tuple(members[n * (len(members) - 1) // (SPOKESMEN - 1)] for n in range(SPOKESMEN))

    def _set_apart(self, a: int, b: int) -> float:
        """Weight of what only one group keeps saying (the lesser of both), over the weight of what both say."""
        use_a, use_b = self._usage[a], self._usage[b]
        size_a, size_b = len(self._groups[a]), len(self._groups[b])
        only_a: list[float] = []
        only_b: list[float] = []
        both: list[float] = []
        for word in use_a.keys() | use_b.keys():
            x, y = use_a[word] / size_a, use_b[word] / size_b
            if min(x, y) >= SHARED:
                both.append(self._weight[word] * min(x, y))
            elif x >= OFTEN and y <= SELDOM:
                only_a.append(self._weight[word] * (x - y))
            elif y >= OFTEN and x <= SELDOM:
                only_b.append(self._weight[word] * (y - x))
        return min(math.fsum(only_a), math.fsum(only_b)) / max(1.0, math.fsum(both))
