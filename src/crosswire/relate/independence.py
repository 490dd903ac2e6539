"""From a passage to the origin that brought its words into the record: what "two origins" is counted with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from crosswire.model.passage import Passage
from crosswire.model.relation import Link, LinkKind, Origin

# A passage counts as copied when at least this part of its letters stands in copied words. Below, the words that
# the report added or changed may be the very point: "at least 12 dead" rewritten to "14 dead".
COPIED_PART = 0.5


class OriginIndex:
    """Answers, for any passage of the story's reports, which origin its words came from.

    Words that a report copied, or retells from a medium that it cites, belong to the origin of the words they were
    taken from, however many steps away; all others to the report's own origin. Built once a story; each question is
    answered without a walk over it.
    """

    def __init__(self, origins: Iterable[Origin], links: Iterable[Link]) -> None:
        links = tuple(links)
        self._own = _own_origins(origins, links)
        self._copies: dict[str, list[tuple[Passage, Passage]]] = defaultdict(list)
        for link in links:
            if link.kind in (LinkKind.COPIED, LinkKind.CITED):
                self._copies[link.report].extend(link.passages)

    def origin(self, passage: Passage) -> str:
        """The id of the origin of `passage`. Raises KeyError for a report that no origin names."""
        seen: set[tuple[str, int]] = set()
        while (passage.report, passage.start) not in seen:
            seen.add((passage.report, passage.start))
            source = self._copied_from(passage)
            if source is None:
                break
            passage = source
        return self._own[passage.report]

    def origins(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """The ids of the independent origins of `passages`, in the order of the origins' numbers."""
        return tuple(sorted({self.origin(p) for p in passages}, key=_number))

    def _copied_from(self, passage: Passage) -> Passage | None:
        """Where most of the passage's letters were copied from; None when most are the report's own."""
        covered, best, source = 0, 0, None
        for here, there in self._copies.get(passage.report, ()):
            shared = min(here.end, passage.end) - max(here.start, passage.start)
            if shared <= 0:
                continue
            covered += shared
            if shared > best:
                best, source = shared, _counterpart(passage, here, there)
        return source if covered >= COPIED_PART * max(1, passage.end - passage.start) else None


def _counterpart(passage: Passage, here: Passage, there: Passage) -> Passage:
    """The part of `there` that stands for the part of `here` that `passage` covers, to a few letters (marks differ)."""
    start = min(max(0, passage.start - here.start), len(there.words) - 1)
    end = min(max(start + 1, min(passage.end, here.end) - here.start), len(there.words))
    return Passage(there.report, there.start + start, there.start + end, there.words[start:end])


def passage_origins(origins: Iterable[Origin], links: Iterable[Link]) -> OriginIndex:
    """The index of origins by passage, from what `find_origins` gave."""
    return OriginIndex(origins, links)


def _own_origins(origins: Iterable[Origin], links: Iterable[Link]) -> dict[str, str]:
    """Each report's origin for the words it did not take from anywhere.

    A report that mixes copy with its own words stands under several origins; what it did not copy is of the one that
    it did not copy from. A report that is mostly copied stands under the origins of its sources only: the first counts.
    """
    copied = {(link.report, link.to_origin) for link in links if link.kind is LinkKind.COPIED}
    own: dict[str, Origin] = {}
    for origin in origins:
        for report in origin.reports:
            held = own.get(report)
            if held is None or ((report, held.id) in copied and (report, origin.id) not in copied):
                own[report] = origin
    return {report: origin.id for report, origin in own.items()}


def _number(origin: str) -> tuple[int, str]:
    """Sorts `o10` after `o9`."""
    digits = origin[1:]
    return (int(digits) if digits.isdigit() else 0, origin)
