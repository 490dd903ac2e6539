"""From links between sentences to groups that share a point, without chaining everything to everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

# A sentence joins a group when its mean probability to the members of other reports is at least JOIN_PART of the
# threshold and none is under LEAST_PART of it: A-B and B-C alone don't make A and C one point.
JOIN_PART = 1.0
LEAST_PART = 0.7
# Groups become one that share this part of the smaller one's sentences, while the sentences that they don't share
# have at least this part of the threshold between them.
MERGED_PART = 0.5
MERGED_LEAST = 0.3
# A group repeats a larger one that holds this part of its sentences, and two at least.
REPEATED_PART = 0.67
# So does one of whose sentences so large a part stand in MOST_GROUPS others; in a story of more than FEW_REPORTS
# reports in one other.
MOST_GROUPS = 2
FEW_REPORTS = 5


def group_links(
    links: Mapping[tuple[int, int], float],
    reports: Sequence[int],
    threshold: float,
    alike: Callable[[int, int], bool],
) -> tuple[tuple[int, ...], ...]:
    """Groups of sentences, each sorted, that together cover every link at or above `threshold`.

    `links` holds the probability of every decided pair (smaller index first); pairs of two reports that are not
    there count as 0. `reports` gives each sentence's report; two of one report share a group when `alike` says so,
    since a report that says two things of a matter has two points to tell. A sentence may be in several groups,
    since a sentence may carry several points. Best links open groups first.
    """
    web = _Web(links, reports, threshold, alike)
    covered: set[tuple[int, int]] = set()
    groups: list[frozenset[int]] = []
    for pair in sorted((p for p in links if links[p] >= threshold), key=lambda p: (-links[p], p)):
        if pair not in covered:
            group = web.grow(pair)
            covered.update((a, b) for a in group for b in group if a < b)
            groups.append(group)
    most = MOST_GROUPS if len(set(reports)) <= FEW_REPORTS else 1
    return tuple(tuple(sorted(group)) for group in _apart(web.merged(_without_parts(groups)), most))


def _apart(groups: Sequence[frozenset[int]], most: int) -> list[frozenset[int]]:
    """The groups, largest first, without those that mostly hold sentences which a larger one holds together.

    Such a group tells the reader once more what he has read, with a sentence or two beside it.
    """
    kept = _Holders()
    for group in groups:
        known = sum(kept.count(n) >= most for n in group)
        repeated = any(len(group & kept.groups[n]) >= max(2, REPEATED_PART * len(group)) for n in kept.beside(group))
        if not repeated and known < REPEATED_PART * len(group):
            kept.add(group)
    return kept.groups


class _Holders:
    """Groups in the order in which they came; answers which of them hold a sentence."""

    def __init__(self) -> None:
        self.groups: list[frozenset[int]] = []
        self._of: dict[int, set[int]] = defaultdict(set)

    def add(self, group: frozenset[int]) -> None:
        """Keep the group as the last one."""
        self.groups.append(frozenset())
        self.put(len(self.groups) - 1, group)

    def put(self, number: int, group: frozenset[int]) -> None:
        """Let the group stand for one that holds no sentence that it doesn't."""
        for n in group - self.groups[number]:
            self._of[n].add(number)
        self.groups[number] = group

    def count(self, n: int) -> int:
        """How many groups hold the sentence."""
        return len(self._of.get(n, ()))

    def beside(self, group: Iterable[int]) -> list[int]:
        """The numbers of the groups that share a sentence with `group`, in order."""
        return sorted({number for n in group for number in self._of.get(n, ())})

    def around(self, group: frozenset[int]) -> bool:
        """True when one of the groups holds all of `group`."""
        first = next(iter(group), None)
        return first is not None and any(group <= self.groups[number] for number in self._of.get(first, ()))


class _Web:
    """The links of a story, ready to be asked who stands beside whom."""

    def __init__(
        self,
        links: Mapping[tuple[int, int], float],
        reports: Sequence[int],
        threshold: float,
        alike: Callable[[int, int], bool],
    ) -> None:
        self._links = links
        self._reports = reports
        self._threshold = threshold
        self._alike = alike
        self._beside: dict[int, set[int]] = defaultdict(set)
        for (a, b), probability in links.items():
            if probability >= threshold:
                self._beside[a].add(b)
                self._beside[b].add(a)

    def grow(self, pair: tuple[int, int]) -> frozenset[int]:
        """The group that `pair` opens: the most probable sentence joins first, until none is good enough."""
        group = set(pair)
        while True:
            around = sorted({n for member in group for n in self._beside[member]} - group)
            scored = [(self._mean(n, group), -n) for n in around]
            best = max(scored, default=(0.0, 0))
            if best[0] < JOIN_PART * self._threshold:
                return frozenset(group)
            group.add(-best[1])

    def merged(self, groups: Sequence[frozenset[int]]) -> list[frozenset[int]]:
        """The groups, those that share most of their sentences made one; largest first.

        Five reports of one thing, two of whose sentences are worded too differently to be linked, are one point and
        not three that overlap.
        """
        kept = _Holders()
        for group in groups:
            home = next((n for n in kept.beside(group) if self._nearly_one(group, kept.groups[n])), None)
            if home is None:
                kept.add(group)
            else:
                kept.put(home, kept.groups[home] | group)
        return _without_parts(kept.groups)

    def _nearly_one(self, one: frozenset[int], two: frozenset[int]) -> bool:
        """True when two groups share most of the smaller one, and what they don't share is linked weakly at least."""
        if len(one & two) < MERGED_PART * min(len(one), len(two)):
            return False
        chances = [
            self._links.get((min(a, b), max(a, b)), 0.0) if self._reports[a] != self._reports[b] else self._own(a, b)
            for a in sorted(one - two)
            for b in sorted(two - one)
        ]
        return not chances or min(chances) >= MERGED_LEAST * self._threshold

    def _own(self, a: int, b: int) -> float:
        """Two sentences of one report: as good as linked when alike, else not at all."""
        return self._threshold if self._alike(a, b) else 0.0

    def _mean(self, n: int, group: Iterable[int]) -> float:
        """The mean probability of the links between `n` and the group; 0 where one of them is too weak."""
        others = [m for m in sorted(group) if self._reports[m] != self._reports[n]]
        if not all(self._alike(n, m) for m in sorted(group) if self._reports[m] == self._reports[n]):
            return 0.0
        found = [self._links.get((min(n, m), max(n, m)), 0.0) for m in others]
        if not found or min(found) < LEAST_PART * self._threshold:
            return 0.0
        return sum(found) / len(found)


def _without_parts(groups: Iterable[frozenset[int]]) -> list[frozenset[int]]:
    """The groups that are not wholly inside another, largest first."""
    kept = _Holders()
    for group in sorted(groups, key=lambda g: (-len(g), sorted(g))):
        if not kept.around(group):
            kept.add(group)
    return kept.groups
