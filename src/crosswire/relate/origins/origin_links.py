"""What each report owes to origins and to other reports, and on what that rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.lexicons.load import Lexicons
from crosswire.model.address import site_of
from crosswire.model.annotation import Annotation
from crosswire.model.relation import SUPPLIERS, Link, LinkKind, Origin, OriginKind
from crosswire.model.report import Report
from crosswire.relate.copies.copying import Copy
from crosswire.relate.origins.citations import citations, unsourced
from crosswire.relate.origins.house_names import HouseNames
from crosswire.relate.origins.houses import Claim, House
from crosswire.relate.origins.judge import Judge
from crosswire.relate.origins.order import time_key
from crosswire.relate.origins.retold import MORE_PART, MORE_WORDS, retold

# Houses whose words others print as they are.


def by_source(said: Sequence[Claim]) -> bool:
    """True when the report says that its text is an agency's, not only helped by one, or that it is a release."""
    return any(claim.house.kind in SUPPLIERS and not claim.helped for claim in said)


def says(said: Sequence[Claim]) -> bool:
    """True when the report says whose its text is, an outlet's or an agency's."""
    return any(not claim.helped for claim in said)


@dataclass(frozen=True, slots=True)
class Debts:
    """What is known of a story's reports before origins are decided: what each says, and what each copied.

    `reports` holds versions too; `of`: version → the report that it is a version of. `copies` are of reports only.
    `releases`: report → the name of the institution whose release it prints. `judge` tells who was first.
    """

    reports: Mapping[str, Report]
    annotations: Mapping[str, Annotation]
    said: Mapping[str, Sequence[Claim]]
    copies: tuple[Copy, ...]
    of: Mapping[str, str]
    judge: Judge
    releases: Mapping[str, str] = field(default_factory=dict)

    def known(self, copy: Copy) -> bool:
        """True when it is known which way the words went, or that both have them from one house."""
        if copy.report in self.releases and copy.source in self.releases:
            return True
        if says(self.said[copy.report]) or says(self.said[copy.source]):
            return True
        return self.judge.of_copy(copy).first == copy.source

    def why(self, copy: Copy) -> str:
        """What is shared, and which way it went as far as can be told."""
        before = " (an earlier version)" if copy.source in self.of else ""
        words = f"{copy.words} words outside quotation marks ({copy.share:.0%} of this report)"
        shared = f"{words} also stand in {copy.source}{before}{_set_apart(copy)}"
        verdict = self.judge.of_copy(copy)
        if copy.report in self.releases and self.releases[copy.report] == self.releases.get(copy.source):
            return f"{shared}; both print words of a release of {self.releases[copy.report]}."
        if self.known(copy):
            return f"{shared}{verdict.told}."
        return f"{shared}. Which of them had the words first is not known ({verdict.why}); they count once."


def _set_apart(copy: Copy) -> str:
    """How many words more both quote: they are no copied ones."""
    count = sum(len(here.words.split()) for here, _ in copy.apart)
    return f" ({count} more that both quote are set apart)" if count else ""


def links(
    reports: Sequence[Report],
    debts: Debts,
    publishers: Mapping[str, House],
    houses: Mapping[str, tuple[House, ...]],
    origins: Sequence[Origin],
    *,
    lexicons: Lexicons,
) -> Iterator[Link]:
    """The links of the reports: houses that they credit, words that they copied, media that they cite."""
    number = {(origin.name, origin.kind): origin.id for origin in origins}
    yield from _credits(reports, debts.said, number)
    yield from _copies(debts, houses, number)
    yield from _citations(reports, debts, publishers, houses, number, lexicons=lexicons)


def _credits(
    reports: Sequence[Report], said: Mapping[str, Sequence[Claim]], number: Mapping[tuple[str, OriginKind], str]
) -> Iterator[Link]:
    """A link for every house that a report credits, once."""
    for report in reports:
        named: set[House] = set()
        for claim in said[report.id]:
            if claim.house in named:
                continue
            named.add(claim.house)
            part = f"{claim.house.name} as a helper" if claim.helped else claim.house.name
            why = f"The {claim.place} names {part}: “{' '.join(claim.words.split())}”."
            yield Link(
                report.id, LinkKind.CREDITED, to_origin=number.get((claim.house.name, claim.house.kind)), why=why
            )


def _copies(
    debts: Debts, houses: Mapping[str, tuple[House, ...]], number: Mapping[tuple[str, OriginKind], str]
) -> Iterator[Link]:
    """A link for every copy, in the order of the copying reports, with the reason for its direction."""
    for copy in sorted(debts.copies, key=lambda c: (time_key(debts.reports[c.report]), -c.words, c.source)):
        house = houses[copy.source][0]
        yield Link(
            report=copy.report,
            kind=LinkKind.COPIED,
            to_report=copy.source,
            to_origin=number[house.name, house.kind],
            share=copy.share,
            passages=copy.passages,
            why=debts.why(copy),
        )


def _citations(
    reports: Sequence[Report],
    debts: Debts,
    publishers: Mapping[str, House],
    houses: Mapping[str, tuple[House, ...]],
    number: Mapping[tuple[str, OriginKind], str],
    *,
    lexicons: Lexicons,
) -> Iterator[Link]:
    """A link for every medium that a report cites and does not come from.

    Where the medium's own report is in the story, what the citing one retells of it is paired with it: cited words are
    no second origin. Sentences near to it for which nobody is named are in reach of the citation.
    """
    by_house: defaultdict[House, list[Report]] = defaultdict(list)
    for report in reports:
        by_house[houses[report.id][0]].append(report)
    sites: dict[House, list[str]] = {house: [] for house in by_house if house.kind is not OriginKind.UNKNOWN}
    for report in reports:
        sites.get(publishers[report.id], []).append(site_of(report.url or "") or "")
    names = HouseNames({house: sorted({*found} - {""}) for house, found in sites.items()}, lexicons=lexicons)
    for report in reports:
        own = {publishers[report.id], *(claim.house for claim in debts.said[report.id])}
        annotation = debts.annotations.get(report.id, Annotation(report.id))
        every = citations(report, annotation, lexicons=lexicons, names=names)
        citing = {sentence for cited in every for sentence in cited.sentences}
        plain = [p for p in unsourced(report, annotation, lexicons=lexicons) if p not in citing]
        for cited in every:
            if cited.house in own or cited.house == houses[report.id][0]:
                continue
            theirs = by_house.get(cited.house, ())
            pairs = retold(cited.sentences, theirs, debts.annotations)
            beside = retold(plain, theirs, debts.annotations, words=MORE_WORDS, part=MORE_PART)
            yield Link(
                report=report.id,
                kind=LinkKind.CITED,
                to_report=pairs[0][1].report if pairs else None,
                to_origin=number.get((cited.house.name, cited.house.kind)),
                passages=tuple(pair for pair in pairs if pair[1].report == pairs[0][1].report),
                why=f"Cites {cited.house.name}: “{cited.words}”.",
                reach=(*cited.reach, *(here for here, _ in beside)),
            )
