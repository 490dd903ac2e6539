"""The lineage as it is shown: each origin with the reports that have its words, and those that have them from these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import CHANGES_MEANING, Descent
from crosswire.model.relation import SUPPLIERS, LinkKind, Origin, OriginKind, Relations
from crosswire.model.report import Report

NOT_KNOWN = "Origin not known"
# Copies of copies are set in below each other so many times; what comes after stands in one list, each with its source.
# A ticker that prints itself anew every minute makes a chain of hundreds, which no page could set in.
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Step:
    """A report in the lineage of an origin.

    `came` is how the origin's words reached it; None where they are its own. `others` are further debts of the report:
    second sources, and ties to reports of which nobody can tell who was first. `again`: the report stands at another
    place of the lineage too, and its copies there.
    """

    report: str
    came: Descent | None
    others: tuple[Descent, ...] = ()
    steps: tuple[Step, ...] = ()
    again: bool = False

    @property
    def share(self) -> float | None:
        """The part of the report's own words that came this way, between 0 and 1; None where it is not known."""
        return None if self.came is None or self.came.share is None else min(1.0, max(0.0, self.came.share))

    @property
    def ways(self) -> tuple[Descent, ...]:
        """Every step of the lineage that leads to the report here."""
        return (*([self.came] if self.came else ()), *self.others)

    @property
    def changes(self) -> int:
        """How many edits on the way here change what a reader takes away."""
        return sum(edit.kind in CHANGES_MEANING for edit in self.came.edits) if self.came else 0

    def all(self) -> Iterator[Step]:
        """This step and all below it, each before what comes from it."""
        yield self
        for step in self.steps:
            yield from step.all()


@dataclass(frozen=True, slots=True)
class Line:
    """An origin and what came of it; `here` is False where its own text is not among the reports."""

    origin: Origin
    here: bool
    steps: tuple[Step, ...]

    def all(self) -> tuple[Step, ...]:
        """Every step of the line, each before what comes from it."""
        return tuple(inner for step in self.steps for inner in step.all())

    @property
    def first(self) -> int:
        """How many reports have the words from the origin itself."""
        return len(self.steps)

    @property
    def later(self) -> int:
        """How many reports have the words from another report."""
        return len(self.all()) - len(self.steps)

    @property
    def changed(self) -> int:
        """How many reports have edits that change what a reader takes away."""
        return sum(step.changes > 0 for step in self.all())

    @property
    def single(self) -> bool:
        """True for one report that has words of no other report of the story, and none of them its own."""
        first = self.steps[0]
        taken = first.came is not None and first.came.source is not None
        return len(self.steps) == 1 and not (first.steps or first.others or taken)


def lines(dossier: Dossier) -> tuple[Line, ...]:
    """The origins that have reports, those of most reports first; a report that has words of several is in several.

    Earlier versions of a report have no place here. A dossier without a lineage gets one from its links, one without
    origins none.
    """
    relations = dossier.relations
    if not relations.origins:
        return ()
    reports = {report.id: report for report in relations.counted}
    latest = {report.id: report.version_of or report.id for report in relations.reports}
    came = _by_report(relations.lineage or _from_links(relations), reports, latest)
    main = _without_rings({report: _main(found) for report, found in came.items()})
    below: dict[str, list[str]] = {}
    for report in reports:
        way = main.get(report)
        if way and way.source:
            below.setdefault(way.source, []).append(report)

    def step(report: str, deep: int = 0) -> Step:
        way = main.get(report)
        others = tuple(one for one in came.get(report, ()) if one is not way and one.source)
        if deep > DEEPEST:
            return Step(report, way, others)
        inner = _all_below(report, below) if deep == DEEPEST else below.get(report, ())
        return Step(report, way, others, tuple(step(child, deep + 1) for child in inner))

    tops = _tops(relations, main, reports)
    found = [_line(origin, [step(id) for id in ids], again, reports) for origin, ids, again in tops]
    return tuple(sorted((line for line in found if line.steps), key=lambda line: -len(line.all())))


def _all_below(report: str, below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The reports that came of this one, over however many steps, each before what comes from it."""
    left = list(reversed(below.get(report, ())))
    while left:
        yield (at := left.pop())
        left += reversed(below.get(at, ()))


def _line(origin: Origin, steps: Sequence[Step], again: Iterable[str], reports: dict[str, Report]) -> Line:
    own = any(_is_own(step, origin, reports) for step in steps)
    return Line(origin, own or not steps, (*steps, *(Step(report, None, again=True) for report in again)))


def _is_own(step: Step, origin: Origin, reports: dict[str, Report]) -> bool:
    if _house(reports[step.report].publisher or "") == _house(origin.name):
        return True
    return step.came is None and origin.kind not in SUPPLIERS


def _house(name: str) -> str:
    """The name of a house without what an address adds to it: "CNN" and "cnn.com" are one."""
    return "".join(letter for letter in name.casefold().split(".")[0] if letter.isalnum())


def _tops(
    relations: Relations, main: dict[str, Descent | None], reports: dict[str, Report]
) -> list[tuple[Origin, list[str], list[str]]]:
    """For each origin the reports that have its words from itself, and those of its reports that stand elsewhere."""
    homes: dict[str, list[str]] = {}
    for origin in relations.origins:
        for report in origin.reports:
            homes.setdefault(report, []).append(origin.id)
    tops: dict[str | None, list[str]] = {}
    roots = _roots(main)
    for report in reports:
        way = main.get(report)
        if way is None or way.source is None:
            known = homes.get(report, [None])
            tops.setdefault(way.origin if way and way.origin in known else known[0], []).append(report)
    found = []
    for origin in relations.origins:
        own = tops.get(origin.id, [])
        held = {report for report in reports if roots.get(report, report) in own}
        found.append((origin, own, [id for id in origin.reports if id in reports and id not in held]))
    lost = tops.get(None, [])
    return [*found, (Origin("", NOT_KNOWN, OriginKind.UNKNOWN, tuple(lost)), lost, [])]


def _roots(main: Mapping[str, Descent | None]) -> dict[str, str]:
    """For each report the one that its words began at, over however many steps; there are no rings."""
    roots: dict[str, str] = {}
    for report in main:
        way, at = [report], report
        while at not in roots and (step := main.get(at)) is not None and step.source:
            at = step.source
            way.append(at)
        roots.update(dict.fromkeys(way, roots.get(at, at)))
    return roots


def _by_report(
    lineage: Iterable[Descent], reports: dict[str, Report], latest: dict[str, str]
) -> dict[str, list[Descent]]:
    """The steps to each report; an earlier version stands for its report, a source that is not in the story is none."""
    came: dict[str, list[Descent]] = {}
    for one in lineage:
        source = latest.get(one.source or "")
        if one.report in reports and source != one.report:
            came.setdefault(one.report, []).append(one if source == one.source else replace(one, source=source))
    return came


def _main(found: Sequence[Descent]) -> Descent | None:
    """The step by which most of the report's words came; None where no direction is known."""
    directed = [one for one in found if one.directed]
    return max(directed, key=lambda one: (one.share or 0.0, one.source is not None), default=None)


def _without_rings(main: dict[str, Descent | None]) -> dict[str, Descent | None]:
    """The steps without any that lead back to where they began: of a ring the step to its first report is left out."""
    kept, sound = dict(main), set[str]()
    for report in sorted(main):
        seen, at = {report}, kept.get(report)
        while at is not None and at.source and at.source not in sound:
            if at.source in seen:
                kept[at.report] = None
                break
            seen.add(at.source)
            at = kept.get(at.source)
        sound |= seen
    return kept


def _from_links(relations: Relations) -> tuple[Descent, ...]:
    """A lineage as far as links tell it: whose words, how much of them, and nothing of what changed."""
    credited = {link.report: link for link in relations.links if link.kind is LinkKind.CREDITED and link.to_origin}
    found = []
    for link in relations.links:
        if link.kind is LinkKind.COPIED and link.to_report:
            own = credited.get(link.report)
            known = relations.origins and _first_known(link.to_report, relations)
            direct = own is not None and own.to_origin == link.to_origin
            source = None if direct else link.to_report
            found.append(Descent(link.report, source, link.to_origin, bool(known), link.share, why=link.why or ""))
    copied = {one.report for one in found}
    plain = (link for report, link in credited.items() if report not in copied)
    return (*found, *(Descent(link.report, None, link.to_origin, True, why=link.why or "") for link in plain))


def _first_known(report: str, relations: Relations) -> bool:
    """False where the report's origin is one of two and nobody can tell which."""
    homes = [origin for origin in relations.origins if report in origin.reports]
    return not homes or any(origin.kind is not OriginKind.UNKNOWN or " or " not in origin.name for origin in homes)
