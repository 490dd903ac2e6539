"""Which dated events of one day are one: only those are compared that have something rare in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations

from crosswire.model.when import DAY
from crosswire.relate.times.dated import Dated

# How many of an event's rarest words it is looked up by, where head and kind differ.
_RARE = 3


def merged(
    rows: Sequence[Dated], same: Callable[[Dated, Dated], bool], rivals: Callable[[Dated, Dated], bool]
) -> list[list[Dated]]:
    """The rows in groups, in order of their first: two are in one where a chain of pairs that are the same joins them.

    No chain joins rivals: what a report puts on a day is of one of two hours, not of both. Rows of one value are
    joined first. Events told in the very same words, as copies of one text are, are compared once.
    """
    home = list(range(len(rows)))
    clocks = {n: [row] for n, row in enumerate(rows) if len(row.value) > DAY}

    def root(n: int) -> int:
        while home[n] != n:
            home[n] = home[home[n]]
            n = home[n]
        return n

    def pairs(*, equal: bool) -> Iterator[tuple[int, int]]:
        return ((a, b) for a, b in _candidates(rows) if (rows[a].value == rows[b].value) is equal)

    for a, b in chain(pairs(equal=True), pairs(equal=False)):
        one, other = sorted((root(a), root(b)))
        apart = any(rivals(x, y) for x in clocks.get(one, ()) for y in clocks.get(other, ()))
        if one != other and not apart and same(rows[a], rows[b]):
            home[other] = one
            clocks[one] = clocks.get(one, []) + clocks.get(other, [])
    groups: dict[int, list[Dated]] = {}
    for n, row in enumerate(rows):
        groups.setdefault(root(n), []).append(row)
    return list(groups.values())


def _candidates(rows: Sequence[Dated]) -> Iterator[tuple[int, int]]:
    """Pairs that may be the same: of one report, point, wording, head or kind, or with rare words shared."""
    buckets: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    first: dict[tuple[object, ...], int] = {}
    for n, row in enumerate(rows):
        buckets["report", row.event.passage.report].append(n)
        for other in row.others:
            buckets["report", other.report].append(n)
        if row.point:
            buckets["point", row.point].append(n)
        wording = first.setdefault((row.event.head, row.event.words, row.value), n)
        if wording != n:
            yield wording, n
    distinct = sorted(first.values())
    common = Counter(word for n in distinct for word in rows[n].event.words)
    for n in distinct:
        event = rows[n].event
        buckets["kind", event.kind or event.head].append(n)
        buckets["head", event.head].append(n)
        for word in event.words & event.names:
            buckets["named", word].append(n)
        for word in sorted(event.words, key=lambda word: (common[word], word))[:_RARE]:
            buckets["rare", word].append(n)
    for (name, *_), members in buckets.items():
        if name == "named" and len(members) > _MOST_NAMED:
            continue
        yield from combinations(members, 2)


# A name that more events of the day share tells nothing ("Oda" in the story of Oda).
_MOST_NAMED = 40
