"""Reports drawn together into stories: the most alike first, and only while whole groups are alike."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence

from crosswire.group.candidates import candidate_pairs
from crosswire.group.likeness import likeness
from crosswire.group.terms import Terms

# Two groups are one story when their reports, each with each, are on average at least this likely to be.
# An average, not the best pair: one report that mentions both events must not chain them together.
LEAST_LIKELY = 0.55
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
        return average - SET_APART * min(1.0, self._set_apart(self._groups[a], self._groups[b]))

    def _spokesmen(self, group: int) -> tuple[int, ...]:
        """Reports that stand for the group, spread over its whole length."""
        members = self._groups[group]
        if len(members) <= SPOKESMEN:
            return members
        return tuple(members[n * (len(members) - 1) // (SPOKESMEN - 1)] for n in range(SPOKESMEN))

    def _set_apart(self, a: tuple[int, ...], b: tuple[int, ...]) -> float:
        """Weight of what only one group keeps saying (the lesser of both), over the weight of what both say."""
        often_a, often_b = self._usage(a), self._usage(b)
        only_a = only_b = both = 0.0
        for word in sorted(often_a.keys() | often_b.keys()):
            x, y = often_a.get(word, 0.0), often_b.get(word, 0.0)
            weight = self._weight(word, a if x else b)
            if min(x, y) >= SHARED:
                both += weight * min(x, y)
            elif x >= OFTEN and y <= SELDOM:
                only_a += weight * (x - y)
            elif y >= OFTEN and x <= SELDOM:
                only_b += weight * (y - x)
        return min(only_a, only_b) / max(1.0, both)

    def _usage(self, group: tuple[int, ...]) -> dict[str, float]:
        """In what part of the group's reports each term stands."""
        count = Counter(word for number in group for word in self._terms[number].weight)
        return {word: n / len(group) for word, n in count.items()}

    def _weight(self, word: str, group: tuple[int, ...]) -> float:
        return next(w for number in group if (w := self._terms[number].weight.get(word)) is not None)
