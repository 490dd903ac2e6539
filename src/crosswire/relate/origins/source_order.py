"""The reports of a story in an order in which likely sources come before what was copied from them."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.model.report import Report
from crosswire.relate.origins.houses import Claim, House
from crosswire.relate.origins.origin_links import by_source, says


def sources_first(
    reports: Sequence[Report],
    said: Mapping[str, Sequence[Claim]],
    publishers: Mapping[str, House],
    known: Iterable[tuple[str, str]] = (),
) -> list[Report]:
    """The reports, given by time: those that are an agency's first, then those that say whose text they are.

    A page of a house goes before every report that credits the house, and of `known` pairs (source, copy) the source
    before the copy; where that goes round in a ring, the likelier source goes first.
    """
    ranked = sorted(reports, key=lambda report: (not by_source(said[report.id]), not says(said[report.id])))
    place = {report.id: n for n, report in enumerate(ranked)}
    behind: defaultdict[int, set[int]] = defaultdict(set)
    for source, copy in {*_own_pages(reports, said, publishers), *known}:
        behind[place[source]].add(place[copy])
    return [ranked[n] for n in _sorted(len(ranked), behind)]


def _own_pages(
    reports: Sequence[Report], said: Mapping[str, Sequence[Claim]], publishers: Mapping[str, House]
) -> Iterator[tuple[str, str]]:
    """Each report that credits another's house, behind that house's pages: (page, report)."""
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        pages[publishers[report.id].name].append(report.id)
    for report in reports:
        names = {claim.house.name for claim in said[report.id] if not claim.helped}
        for name in names - {publishers[report.id].name}:
            yield from ((page, report.id) for page in pages.get(name, ()))


def _sorted(count: int, behind: Mapping[int, set[int]]) -> Iterator[int]:
    """The numbers below `count`, small ones first, each before those behind it; of a ring the smallest goes first."""
    before = Counter(n for later in behind.values() for n in later)
    free = [n for n in range(count) if not before[n]]
    left = set(range(count))
    while left:
        number = heapq.heappop(free) if free else min(left)
        if number not in left:
            continue
        left.discard(number)
        yield number
        for later in behind.get(number, ()):
            before[later] -= 1
            if not before[later]:
                heapq.heappush(free, later)
