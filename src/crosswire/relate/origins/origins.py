"""Who brought the words of a story's reports into the record, and what the reports took from each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crosswire.errors import InputError
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.relation import Link, Origin, OriginKind
from crosswire.model.report import Report
from crosswire.relate.copies.copying import Copy, copied_passages
from crosswire.relate.origins.citations import speaks_of
from crosswire.relate.origins.counterparts import Counterparts
from crosswire.relate.origins.direction import Directions
from crosswire.relate.origins.houses import Claim, House, claims, publisher_houses
from crosswire.relate.origins.judge import Judge
from crosswire.relate.origins.origin_links import Debts, by_source, links, says
from crosswire.relate.origins.releases import Printed, printed_releases, stated_release
from crosswire.relate.origins.source_order import sources_first
from crosswire.relate.origins.through_versions import as_told, folded
from crosswire.relate.origins.translations import stated_translation

# From this part of its own words on, a report that was copied is its source's and no origin of its own.
MOSTLY = 0.5
# From this part on, a report that took over less is of two origins: the house it copied, and its publisher. It must
# have taken SEVERAL sentences: one shared sentence is a link with a share, and says nothing of the rest.
PARTLY = 0.25
SEVERAL = 2
OUTLETS = frozenset({OriginKind.PUBLISHER, OriginKind.BROADCASTER})
# How often copies are looked for, each time with the order that the last ones showed.
MOST_TURNS = 3
# Publishers named in an origin that may be any of them.
MOST_NAMED = 3


def find_origins(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[tuple[Origin, ...], tuple[Link, ...]]:
    """The origins of a story's reports, `o1` being the earliest report's, and the links that show it."""
    return judged_origins(reports, annotations, lexicons=lexicons)[:2]


def judged_origins(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[tuple[Origin, ...], tuple[Link, ...], Judge]:
    """The origins, `o1` being the earliest report's, the links that show it, and the judge of who was first.

    A credit, dateline or byline names an agency. Words that a report shares with another outside quotation marks are
    the other's: of the credited house's page, of the credited report, else of the earlier one. Where none is known,
    they are counted once and no direction is claimed. Two reporters at one press conference stay two origins: what they
    share is between marks.
    Reports of unnamed houses count apart only as long as they share no words. Media that are cited are links without
    an origin, unless a report of theirs is in the story. Independent of the order of `reports`.
    Raises InputError where two reports have one id: nobody could say which of them has a passage.
    """
    _must_differ(reports)
    told = as_told(reports)
    of = {report.id: report.version_of for report in told if report.version_of}
    said = _said(told, of, lexicons=lexicons)
    credited = (claim.house for each in said.values() for claim in each)
    publishers = publisher_houses(told, credited, lexicons=lexicons)
    directions = Directions(told, annotations, said=said, publishers=publishers, lexicons=lexicons)
    likely_sources_first, copies = _copies(told, annotations, of, directions, said, publishers, lexicons=lexicons)
    counted = [report for report in told if report.id not in of]
    of_reports = tuple(copy for copy in copies if copy.report not in of)
    judge = Judge(told, of_reports, said=said, publishers=publishers, directions=directions, of=of)
    found = Debts(
        reports={report.id: report for report in told},
        annotations={annotation.report: annotation for annotation in annotations},
        said=said,
        copies=of_reports,
        of=of,
        judge=judge,
    )
    unsigned = [copy for copy in found.copies if not any(by_source(said[id]) for id in (copy.report, copy.source))]
    releases = printed_releases(unsigned, found.reports, found.annotations, lexicons=lexicons)
    found = replace(found, releases={id: release.house.name for id, release in releases.items()})
    publishers = _issuers(publishers, [release.house for release in releases.values()], said)
    publishers |= _undecided(found, publishers)
    houses = _houses(likely_sources_first, said, copies, publishers, releases)
    houses |= {version: houses[latest] for version, latest in of.items() if latest in houses}
    origins = _origins(counted, houses, lexicons)
    return origins, tuple(links(counted, found, publishers, houses, origins, lexicons=lexicons)), judge


def _must_differ(reports: Sequence[Report]) -> None:
    """Raises InputError where two of the reports have one id."""
    counts = Counter(report.id for report in reports)
    if twice := sorted(id for id, count in counts.items() if count > 1):
        raise InputError(f"several reports have the id {', '.join(twice)}: give each its own")


def _copies(
    told: Sequence[Report],
    annotations: Sequence[Annotation],
    of: Mapping[str, str],
    directions: Directions,
    said: Mapping[str, Sequence[Claim]],
    publishers: Mapping[str, House],
    *,
    lexicons: Lexicons,
) -> tuple[list[Report], tuple[Copy, ...]]:
    """The reports, sources before copies, and what each took from those before it.

    Where the source of a copy turns out to be the later of the two, the copies are looked for again the other way.
    """
    known: set[tuple[str, str]] = set()
    for _ in range(MOST_TURNS):
        ordered = sources_first(told, said, publishers, known)
        copies = folded(copied_passages(ordered, annotations, lexicons=lexicons), of, Counterparts(lexicons))
        pairs = {(copy.report, copy.source) for copy in copies if copy.report not in of}
        turned = {pair for pair in pairs if directions.of(*pair).first == pair[0]}
        if turned <= known:
            break
        known |= turned
    return ordered, copies


def _said(reports: Sequence[Report], of: Mapping[str, str], *, lexicons: Lexicons) -> dict[str, tuple[Claim, ...]]:
    """What each report says of its origin; one that says nothing has what its last version before said."""
    said = {report.id: _claims(report, lexicons=lexicons) for report in reports}
    for report in reversed(reports):
        latest = of.get(report.id)
        if latest in said and not any(not claim.helped for claim in said[latest]):
            said[latest] = (*said[latest], *(claim for claim in said[report.id] if claim not in said[latest]))
    return said


def _claims(report: Report, *, lexicons: Lexicons) -> tuple[Claim, ...]:
    """What the report says of its origin; of a release that it is one, before all else; of a translation whose."""
    said = claims(report, lexicons=lexicons)
    release = stated_release(report, said, lexicons=lexicons)
    if release is not None:
        return (release, *(claim for claim in said if claim.house.kind is not OriginKind.RELEASE))
    translation = None if says(said) else stated_translation(report, lexicons=lexicons)
    return said if translation is None else (*said, translation)


def _houses(
    reports: Sequence[Report],
    said: Mapping[str, Sequence[Claim]],
    copies: Sequence[Copy],
    publishers: Mapping[str, House],
    releases: Mapping[str, Printed],
) -> dict[str, tuple[House, ...]]:
    """Each report's houses, that of most of its words first. Sources come before copies in `reports`."""
    taken: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        taken[copy.report].append(copy)
    houses: dict[str, tuple[House, ...]] = {}
    for report in reports:
        credited = dict.fromkeys(claim.house for claim in said[report.id] if not claim.helped)
        own = tuple(credited) or (publishers[report.id],)
        if by_source(said[report.id]):
            houses[report.id] = own[:1] if own[0].kind is OriginKind.RELEASE else own
        elif release := releases.get(report.id):
            beside = own if any(speaks_of(house, report.text) for house in own) else ()
            houses[report.id] = (release.house, *beside) if release.share >= MOSTLY else (*own, release.house)
        else:
            signed = bool(report.bylines)
            told = any(speaks_of(house, report.text) for house in own)
            houses[report.id] = _with_copied(own, taken[report.id], houses, signed=signed, told=told)
    return houses


def _issuers(
    publishers: Mapping[str, House], printed: Sequence[House], said: Mapping[str, Sequence[Claim]]
) -> dict[str, House]:
    """The houses of the pages; that of an institution whose release others print is the release's."""
    stated = [claim.house for each in said.values() for claim in each if claim.house.kind is OriginKind.RELEASE]
    issuing = {house.name.casefold(): house for house in sorted((*printed, *stated))}
    return {id: issuing.get(house.name.casefold(), house) for id, house in publishers.items()}


def _with_copied(
    own: tuple[House, ...], copies: Sequence[Copy], houses: Mapping[str, tuple[House, ...]], *, signed: bool, told: bool
) -> tuple[House, ...]:
    """The report's own houses and those it copied from, by the part of its words that came from each.

    What a report adds to words that are mostly another's is its own where the other is an outlet, or where somebody
    `signed` it. Beside an agency's words it may be the rest of the agency's text, and of little that is added it can't
    be said, unless the report says that its own medium was `told` something.
    """
    part: defaultdict[House, float] = defaultdict(float)
    for copy in copies:
        if copy.sentences >= SEVERAL or copy.share >= MOSTLY:
            part[houses[copy.source][0]] += copy.share
    others = [house for house in sorted(part, key=lambda h: (-part[h], h)) if house not in own]
    mostly = [house for house in others if part[house] >= MOSTLY]
    partly = [house for house in others if PARTLY <= part[house] < MOSTLY]
    if not mostly:
        return (*own, *partly)
    added = sum(part.values()) <= 1 - PARTLY and (signed or all(house.kind in OUTLETS for house in mostly))
    return (*mostly, *own) if added or told else tuple(mostly)


def _undecided(found: Debts, publishers: Mapping[str, House]) -> dict[str, House]:
    """The house of reports that print mostly the same words, nobody knows whose: "A or B", of kind unknown.

    Naming either publisher would claim that it had the words first; naming both apart, that they confirm each other.
    """
    together: dict[str, frozenset[str]] = {}
    for copy in found.copies:
        if copy.share >= MOSTLY and not found.known(copy):
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


def _origins(
    reports: Sequence[Report], houses: Mapping[str, tuple[House, ...]], lexicons: Lexicons
) -> tuple[Origin, ...]:
    """The origins in the order of their first report."""
    found: defaultdict[House, list[str]] = defaultdict(list)
    for report in reports:
        for house in houses[report.id]:
            found[house].append(report.id)
    return tuple(
        Origin(f"o{n}", house.name, house.kind, tuple(ids), owner=_owner(house, lexicons))
        for n, (house, ids) in enumerate(found.items(), 1)
    )


def _owner(house: House, lexicons: Lexicons) -> str | None:
    """Who owns the house, as far as that is known."""
    owner = lexicons.owners.of(house.name)
    return owner.name if owner else None
