"""Who brought the words of a story's reports into the record, and what the reports took from each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.relation import Link, LinkKind, Origin, OriginKind
from crosswire.model.report import Report
from crosswire.relate.citations import citations
from crosswire.relate.copying import Copy, copied_passages
from crosswire.relate.houses import Claim, House, claims, publisher_houses
from crosswire.relate.order import published_before, time_key
from crosswire.relate.retold import retold

# From this part of its own words on, a report that was copied is its source's and no origin of its own.
MOSTLY = 0.5
# From this part on, a report that took over less is of two origins: the house it copied, and its publisher. It must
# have taken SEVERAL sentences: one shared sentence is a link with a share, and says nothing of the rest.
PARTLY = 0.25
SEVERAL = 2
# Publishers named in an origin that may be any of them.
MOST_NAMED = 3


def find_origins(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[tuple[Origin, ...], tuple[Link, ...]]:
    """The origins of a story's reports, `o1` being the earliest report's, and the links that show it.

    A credit, dateline or byline names an agency. Words that a report shares with another outside quotation marks are
    the other's: of the credited report, else of the earlier one; where neither is known, they are counted once and no
    direction is claimed. Two reporters at one press conference stay two origins: what they share is between marks.
    Reports of unnamed houses count apart only as long as they share no words. Media that are cited are links without
    an origin, unless a report of theirs is in the story. Independent of the order of `reports`.
    """
    noted = {annotation.report: annotation for annotation in annotations}
    ordered = sorted(reports, key=time_key)
    said = {report.id: claims(report, lexicons=lexicons) for report in ordered}
    likely_sources_first = sorted(ordered, key=lambda report: (not _by_agency(said[report.id]), time_key(report)))
    copies = copied_passages(likely_sources_first, annotations, lexicons=lexicons)
    by_id = {report.id: report for report in ordered}
    credited = (claim.house for each in said.values() for claim in each)
    publishers = publisher_houses(ordered, credited, lexicons=lexicons)
    publishers |= _undecided(copies, publishers, lambda copy: _known(copy, by_id, said))
    houses = _houses(likely_sources_first, said, copies, publishers)
    origins = _origins(ordered, houses)
    number = {(origin.name, origin.kind): origin.id for origin in origins}
    links = [
        *_credits(ordered, said, number),
        *_copies(copies, by_id, said, houses, number),
        *_citations(ordered, noted, said, publishers, houses, number, lexicons=lexicons),
    ]
    return origins, tuple(links)


def _by_agency(said: Sequence[Claim]) -> bool:
    """True when the report says that its text is an agency's, not only helped by one."""
    return any(claim.house.kind is OriginKind.AGENCY and not claim.helped for claim in said)


def _houses(
    reports: Sequence[Report],
    said: Mapping[str, Sequence[Claim]],
    copies: Sequence[Copy],
    publishers: Mapping[str, House],
) -> dict[str, tuple[House, ...]]:
    """Each report's houses, that of most of its words first. Sources come before copies in `reports`."""
    taken: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        taken[copy.report].append(copy)
    houses: dict[str, tuple[House, ...]] = {}
    for report in reports:
        credited = dict.fromkeys(claim.house for claim in said[report.id] if not claim.helped)
        own = tuple(credited) or (publishers[report.id],)
        houses[report.id] = own if _by_agency(said[report.id]) else _with_copied(own, taken[report.id], houses)
    return houses


def _with_copied(
    own: tuple[House, ...], copies: Sequence[Copy], houses: Mapping[str, tuple[House, ...]]
) -> tuple[House, ...]:
    """The report's own houses and those it copied from, by the part of its words that came from each."""
    part: defaultdict[House, float] = defaultdict(float)
    for copy in copies:
        if copy.sentences >= SEVERAL or copy.share >= MOSTLY:
            part[houses[copy.source][0]] += copy.share
    others = [house for house in sorted(part, key=lambda h: (-part[h], h)) if house not in own]
    mostly = [house for house in others if part[house] >= MOSTLY]
    partly = [house for house in others if PARTLY <= part[house] < MOSTLY]
    return tuple(mostly) if mostly else (*own, *partly)


def _undecided(
    copies: Sequence[Copy], publishers: Mapping[str, House], known: Callable[[Copy], bool]
) -> dict[str, House]:
    """The house of reports that print mostly the same words, nobody knows whose: "A or B", of kind unknown.

    Naming either publisher would claim that it had the words first; naming both apart, that they confirm each other.
    """
    together: dict[str, frozenset[str]] = {}
    for copy in copies:
        if copy.share >= MOSTLY and not known(copy):
            group = frozenset(
                {copy.report, copy.source}
                | together.get(copy.report, frozenset())
                | together.get(copy.source, frozenset())
            )
            together.update(dict.fromkeys(group, group))
    return {report: _either({publishers[r] for r in group}) for report, group in together.items()}


def _either(houses: Iterable[House]) -> House:
    """One house for several: itself when there is one, else their names with "or"."""
    several = sorted(houses)
    if len(several) == 1:
        return several[0]
    names = [house.name for house in several[:MOST_NAMED]]
    more = f" or one of {len(several) - MOST_NAMED} more" if len(several) > MOST_NAMED else ""
    return House(" or ".join(names) + more, OriginKind.UNKNOWN)


def _origins(reports: Sequence[Report], houses: Mapping[str, tuple[House, ...]]) -> tuple[Origin, ...]:
    """The origins in the order of their first report."""
    found: defaultdict[House, list[str]] = defaultdict(list)
    for report in reports:
        for house in houses[report.id]:
            found[house].append(report.id)
    return tuple(Origin(f"o{n}", h.name, h.kind, tuple(ids)) for n, (h, ids) in enumerate(found.items(), 1))


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
    copies: Sequence[Copy],
    reports: Mapping[str, Report],
    said: Mapping[str, Sequence[Claim]],
    houses: Mapping[str, tuple[House, ...]],
    number: Mapping[tuple[str, OriginKind], str],
) -> Iterator[Link]:
    """A link for every copy, in the order of the copying reports, with the reason for its direction."""
    for copy in sorted(copies, key=lambda c: (time_key(reports[c.report]), -c.words, c.source)):
        house = houses[copy.source][0]
        yield Link(
            report=copy.report,
            kind=LinkKind.COPIED,
            to_report=copy.source,
            to_origin=number[house.name, house.kind],
            share=copy.share,
            passages=copy.passages,
            why=_direction(copy, reports, said),
        )


def _known(copy: Copy, reports: Mapping[str, Report], said: Mapping[str, Sequence[Claim]]) -> bool:
    """True when it is known which way the words went, or that both have them from an agency."""
    if any(not claim.helped for report in (copy.report, copy.source) for claim in said[report]):
        return True
    return bool(published_before(reports[copy.source], reports[copy.report]))


def _direction(copy: Copy, reports: Mapping[str, Report], said: Mapping[str, Sequence[Claim]]) -> str:
    """What is shared, and which way it went as far as can be told."""
    shared = f"{copy.words} words outside quotation marks ({copy.share:.0%} of this report) also stand in {copy.source}"
    here, there = _by_agency(said[copy.report]), _by_agency(said[copy.source])
    if here and there:
        return f"{shared}; both are credited to an agency."
    if there:
        return f"{shared}, which credits an agency."
    earlier = published_before(reports[copy.source], reports[copy.report])
    if earlier:
        return f"{shared}, which was published earlier."
    return f"{shared}. Which of them had the words first is not known; they count once."


def _citations(
    reports: Sequence[Report],
    noted: Mapping[str, Annotation],
    said: Mapping[str, Sequence[Claim]],
    publishers: Mapping[str, House],
    houses: Mapping[str, tuple[House, ...]],
    number: Mapping[tuple[str, OriginKind], str],
    *,
    lexicons: Lexicons,
) -> Iterator[Link]:
    """A link for every medium that a report cites and does not come from.

    Where the medium's own report is in the story, what the citing one retells of it is paired with it: cited words are
    no second origin.
    """
    by_house: defaultdict[House, list[Report]] = defaultdict(list)
    for report in reports:
        by_house[houses[report.id][0]].append(report)
    known = sorted(house for house in by_house if house.kind is not OriginKind.UNKNOWN)
    for report in reports:
        own = {publishers[report.id], *(claim.house for claim in said[report.id])}
        annotation = noted.get(report.id, Annotation(report.id))
        for cited in citations(report, annotation, lexicons=lexicons, houses=known):
            if cited.house in own or cited.house == houses[report.id][0]:
                continue
            pairs = retold(cited.sentences, by_house.get(cited.house, ()), noted)
            yield Link(
                report=report.id,
                kind=LinkKind.CITED,
                to_report=pairs[0][1].report if pairs else None,
                to_origin=number.get((cited.house.name, cited.house.kind)),
                passages=tuple(pair for pair in pairs if pair[1].report == pairs[0][1].report),
                why=f"Cites {cited.house.name}: “{cited.words}”.",
            )
