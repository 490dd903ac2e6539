"""From a passage to the origin that brought its words into the record: what "two origins" is counted with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.passage import Passage
from crosswire.model.relation import Link, LinkKind, Origin, OriginKind
from crosswire.model.report import Report
from crosswire.relate.edits.meaning import Meaning
from crosswire.relate.origins.counterparts import Counterparts
from crosswire.relate.origins.houses import publisher_house

# A passage counts as copied when at least this part of its letters stands in copied words. Below, what the report
# itself wrote may be the very point.
COPIED_PART = 0.5


class OriginIndex:
    """Answers, for any passage of the story's reports, which origin its words came from.

    Words that a report copied, or retells from a medium that it cites, belong to the origin of the words they were
    taken from, however many steps away; all others to the report's own origin. A copied passage in which the copy
    changed the meaning, "at least 12 dead" rewritten to "14 dead", is the copy's own; in a report that is another
    house's as a whole it is nobody's for sure. Built once a story; each question is answered without a walk over it.
    """

    def __init__(
        self,
        origins: Iterable[Origin],
        links: Iterable[Link],
        *,
        of: Mapping[str, str],
        lexicons: Lexicons,
        reports: Iterable[Report] = (),
    ) -> None:
        origins, links = tuple(origins), tuple(links)
        self._own = _own_origins(origins, links)
        self._own |= {version: self._own[latest] for version, latest in of.items() if latest in self._own}
        reports = tuple(reports)
        self._mixed = _mixed(
            origins, links, {report.id: publisher_house(report, lexicons=lexicons).name for report in reports}
        )
        self._of_others = _of_others(origins, self._own, reports, lexicons)
        self._counterparts = Counterparts(lexicons)
        self._meaning = Meaning(lexicons)
        self._copies: dict[str, list[_Copied]] = defaultdict(list)
        self._printed: dict[str, list[_Copied]] = defaultdict(list)
        self._named: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
        for link in links:
            self._named[link.report].extend((words, link.to_origin) for words in link.reach if link.to_origin)
            if link.kind in (LinkKind.COPIED, LinkKind.CITED):
                retold = link.kind is LinkKind.CITED
                self._copies[link.report].extend(_Copied(here, there, retold) for here, there in link.passages)
                if link.to_report in self._of_others and link.report not in self._of_others and not retold:
                    # the house's own page, whichever of the two was first
                    self._printed[link.to_report].extend(_Copied(there, here, retold) for here, there in link.passages)

    def origin(self, passage: Passage) -> str:
        """The id of the origin of `passage`. Raises KeyError for a report that no origin names."""
        return self._own[self._first(passage).report]

    def doubtful(self, passage: Passage) -> bool:
        """True where a report that prints another house's text has another number or denial than that house's words.

        "Nine" for "seven" under the agency's dateline is the agency's next take, or the outlet's own: nobody can tell,
        and it confirms nobody.
        """
        first = self._first(passage)
        return first.report in self._of_others and any(
            not copy.retold and first.overlaps(copy.here) and self._meaning.changed(first, copy.here, copy.there)
            for copy in (*self._copies.get(first.report, ()), *self._printed.get(first.report, ()))
        )

    def each(self, passages: Sequence[Passage]) -> tuple[str, ...]:
        """The id of the origin of each passage, all of one point.

        What a report has from two agencies together, or shares with another's page, and nobody can tell from which, is
        from one that the point has anyway: the report confirms neither. Nor does it confirm a house of the point that
        it names for the passage.
        """
        reports = [self._first(passage).report for passage in passages]
        sure = {self._own[report] for report in reports if report not in self._mixed}
        found = []
        for report in reports:
            held = [origin for origin in self._mixed.get(report, ()) if origin in sure]
            found.append(held[0] if held else self._own[report])
            sure.add(found[-1])
        for n, passage in enumerate(passages):
            named = self.named_for(passage).intersection(found) - {found[n]}
            found[n] = min(named, key=_number, default=found[n])
        return tuple(found)

    def named_for(self, passage: Passage) -> frozenset[str]:
        """The origins that the report names as the source of the passage: "the guard told KQLD"."""
        least = COPIED_PART * (passage.end - passage.start)
        return frozenset(o for words, o in self._named.get(passage.report, ()) if words.shared(passage) >= least)

    def _first(self, passage: Passage) -> Passage:
        """The words that the passage's were in the end, in the report whose own they are."""
        seen: set[tuple[str, int]] = set()
        while (passage.report, passage.start) not in seen:
            seen.add((passage.report, passage.start))
            source = self._copied_from(passage)
            if source is None:
                break
            passage = source
        return passage

    def origins(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """The ids of the independent origins of `passages`, in the order of the origins' numbers."""
        return in_order(self.each(list(passages)))

    def _copied_from(self, passage: Passage) -> Passage | None:
        """Where most of the passage's letters were copied from; None when most are the report's own."""
        covered, best, source = 0, 0, None
        for copy in self._copies.get(passage.report, ()):
            if not (copy.here.start < passage.end and passage.start < copy.here.end):
                continue
            shared, there = self._shared(passage, copy)
            covered += shared
            if shared > best:
                best, source = shared, there
        return source if covered >= COPIED_PART * max(1, passage.end - passage.start) else None

    def _shared(self, passage: Passage, copy: _Copied) -> tuple[int, Passage | None]:
        """How many letters of the passage a copied passage accounts for, and the words they stand for there."""
        if copy.retold:
            return passage.shared(copy.here), copy.there
        if self._meaning.changed(passage, copy.here, copy.there):
            return 0, None
        stretches = self._counterparts.stretches(passage, copy.here, copy.there)
        equal = sum(end - start for (start, end), stretch in stretches if stretch.equal)
        return equal, self._counterparts.of(passage, copy.here, copy.there)


@dataclass(frozen=True, slots=True)
class _Copied:
    """Words that stand for others; `retold`: in the report's own words, so that no word is matched with another."""

    here: Passage
    there: Passage
    retold: bool


def passage_origins(
    origins: Iterable[Origin],
    links: Iterable[Link],
    *,
    lexicons: Lexicons,
    of: Mapping[str, str] | None = None,
    reports: Iterable[Report] = (),
) -> OriginIndex:
    """The index of origins by passage, from what `find_origins` gave; `of`: version → report.

    Of `reports` it is known whose page each is; without them no passage is doubtful.
    """
    return OriginIndex(origins, links, of=of or {}, lexicons=lexicons, reports=reports)


def _of_others(
    origins: Sequence[Origin], own: Mapping[str, str], reports: Iterable[Report], lexicons: Lexicons
) -> frozenset[str]:
    """The reports whose own words, too, count as another house's than the one whose page it is."""
    names = {origin.id: origin.name for origin in origins}
    found = set()
    for report in reports:
        house = publisher_house(report, lexicons=lexicons)
        if report.id in own and house.name != names[own[report.id]]:
            found.add(report.id)
    return frozenset(found)


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


def _mixed(origins: Sequence[Origin], links: Iterable[Link], houses: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Reports of which it can't be told which of some origins their words are from → those origins.

    They credit several houses and copied from none of them, or an agency that they don't name: it may be any of the
    story's agencies. Or two houses have one text, and neither is known to have had it first: it may be one's whose
    other page stands in the story. `houses`: report → whose page it is.
    """
    by_name = {origin.name: origin.id for origin in origins}
    agencies = [origin.id for origin in origins if origin.kind is OriginKind.AGENCY]
    copied = {(link.report, link.to_origin) for link in links if link.kind is LinkKind.COPIED}
    held: defaultdict[str, list[str]] = defaultdict(list)
    for origin in origins:
        either = {houses.get(report, "") for report in origin.reports} if origin.kind is OriginKind.UNKNOWN else set()
        others = [by_name[name] for name in sorted(either - {origin.name}) if name in by_name]
        for report in origin.reports:
            if (report, origin.id) not in copied:
                held[report] += [origin.id, *others, *(agencies if origin.name == UNNAMED else ())]
    return {report: tuple(ids) for report, ids in held.items() if len(ids) > 1}


def in_order(origins: Iterable[str]) -> tuple[str, ...]:
    """The ids, each once, by their number."""
    return tuple(sorted(set(origins), key=_number))


def _number(origin: str) -> tuple[int, str]:
    """Sorts `o10` after `o9`."""
    digits = origin[1:]
    return (int(digits) if digits.isdecimal() else 0, origin)
