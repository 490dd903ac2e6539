"""The lineage of a story: where each report's words came from, step by step, and what changed on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import Descent
from crosswire.model.relation import SUPPLIERS, Link, LinkKind, Origin
from crosswire.model.report import Report
from crosswire.relate.copies.kinship import Kinship
from crosswire.relate.edits.edits import Editor
from crosswire.relate.edits.reuse import reused
from crosswire.relate.origins.direction import Verdict
from crosswire.relate.origins.houses import House
from crosswire.relate.origins.judge import Judge
from crosswire.relate.origins.order import time_key
from crosswire.relate.origins.origin_links import by_source

# Reports that are weighed as sources of one report, and how many of them may explain its words.
TRIED, MOST_SOURCES = 6, 3
# Rows of words by which one source must lead another that had the words before it: by less it shares none of its edits.
LEAD = 3
# A further source must explain so many rows of words, and so large a part of the report's, that those before don't.
LEAST_ROWS, LEAST_PART = 8, 0.05


@dataclass(frozen=True, slots=True)
class _Step:
    """A report and the one that its words are led back to."""

    report: str
    source: str
    rows: int
    verdict: Verdict


def find_lineage(
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    origins: Sequence[Origin],
    links: Sequence[Link],
    judge: Judge,
    lexicons: Lexicons,
) -> tuple[Descent, ...]:
    """The steps by which the words of a story's reports came to them, in order of the reports, the largest first.

    Each report has the few sources that explain its copied words. Where A's words came by B, only that step is told:
    of two sources that share the same words with a report, it is the one whose edits it shares, else the one that had
    the words first. A report that credits an agency, and no report of the agency's, has its words from the origin
    alone. No report is its own ancestor. Who was first is what the `judge` of the links says. Independent of the order
    of the reports.
    """
    ordered = sorted(reports, key=time_key)
    place = {report.id: n for n, report in enumerate(reports)}
    tied = sorted(_tied(ordered, links), key=lambda report: not by_source(judge.said[report.id]))
    kinship = Kinship(tied, annotations, lexicons=lexicons)
    steps = _steps(kinship, judge)
    home = {report: origin.id for origin in origins for report in reversed(origin.reports)}
    editor = Editor(lexicons)
    found = [
        *(_descent(step, home, kinship, judge, editor) for step in steps),
        *_from_origins(links, steps, origins, home, judge.publishers),
        *_from_cited(links, steps, home, ordered, judge),
    ]
    return tuple(sorted(found, key=lambda d: (place[d.report], -(d.share or 0), d.source or "", d.origin or "")))


def _tied(reports: Sequence[Report], links: Sequence[Link]) -> tuple[Report, ...]:
    """The reports that a copy ties to another."""
    tied = {id for link in links if link.kind is LinkKind.COPIED for id in (link.report, link.to_report)}
    return tuple(report for report in reports if report.id in tied)


# --- sources ---------------------------------------------------------------------------------------------------


def _steps(kinship: Kinship, judge: Judge) -> tuple[_Step, ...]:
    """The steps between reports, without cycles: the surest and largest first, each kept unless it closes one."""
    wanted = [step for report in sorted(kinship.rows) for step in _sources(report, kinship, judge)]
    wanted.sort(key=lambda step: (step.verdict.first is None, -step.rows, step.report, step.source))
    kept: list[_Step] = []
    above: defaultdict[str, set[str]] = defaultdict(set)
    for step in wanted:
        if step.report not in _ancestors(step.source, above):
            above[step.report].add(step.source)
            kept.append(step)
    return tuple(sorted(kept, key=lambda step: (step.report, -step.rows, step.source)))


def _ancestors(report: str, above: Mapping[str, set[str]]) -> set[str]:
    """The report and all that its words are led back to."""
    found, stack = set(), [report]
    while stack:
        top = stack.pop()
        if top not in found:
            found.add(top)
            stack.extend(above.get(top, ()))
    return found


def _sources(report: str, kinship: Kinship, judge: Judge) -> Iterator[_Step]:
    """The few reports that explain the copied words of one, the one that explains most first."""
    rows = kinship.rows
    candidates = list(kinship.near(report, TRIED))
    unexplained = rows[report]
    least = max(LEAST_ROWS, LEAST_PART * len(rows[report]))
    found = 0
    while candidates and found < MOST_SOURCES:
        best = _best(candidates, unexplained, rows, judge)
        count = len(rows[best] & unexplained)
        if count < least:
            return
        candidates.remove(best)
        verdict = judge.between(report, best)
        if verdict.first != report and kinship.copy(report, best):
            yield _Step(report, best, count, verdict)
            unexplained -= rows[best]
            found += 1


def _best(
    candidates: Sequence[str], unexplained: frozenset[int], rows: Mapping[str, frozenset[int]], judge: Judge
) -> str:
    """The candidate with most of the rows; another with nearly as many where it had the words before that one."""
    held = {id: len(rows[id] & unexplained) for id in candidates}
    ranked = sorted(candidates, key=lambda id: (-held[id], candidates.index(id)))
    best = ranked[0]
    for id in ranked[1:]:
        if held[best] - held[id] < LEAD and judge.between(best, id).first == id:
            best = id
    return best


# --- steps -----------------------------------------------------------------------------------------------------


def _descent(step: _Step, home: Mapping[str, str], kinship: Kinship, judge: Judge, editor: Editor) -> Descent:
    """The step with all that was changed, added and cut."""
    collation = judge.directions.collation(step.report, step.source)
    copy = kinship.copy(step.report, step.source)
    if step.verdict.first:
        why = f"Has these words from it{step.verdict.told}."
    else:
        why = f"Has words in common with it{step.verdict.told}."
    days = reused(collation.here, collation.there, copy.share if copy else None)
    if days:
        why += f" Its own house used them again {days} days later as background: nothing is told as an edit."
    return Descent(
        report=step.report,
        source=step.source,
        origin=home.get(step.source),
        directed=step.verdict.first == step.source,
        share=copy.share if copy else None,
        edits=() if days else editor.edits(collation),
        added=() if days else collation.added,
        cut=() if days else collation.cut,
        why=why,
    )


def _from_origins(
    links: Sequence[Link],
    steps: Iterable[_Step],
    origins: Sequence[Origin],
    home: Mapping[str, str],
    publishers: Mapping[str, House],
) -> Iterator[Descent]:
    """A step from the origin alone for every report that has words of a house to whose text no other step leads."""
    name = {origin.id: origin.name for origin in origins}
    pages: defaultdict[str, set[str]] = defaultdict(set)
    led: defaultdict[str, set[str | None]] = defaultdict(set)
    for step in steps:
        if step.verdict.first == step.source:
            pages[step.report].add(publishers[step.source].name)
            led[step.report].add(home.get(step.source))
    owed = {(link.report, link.to_origin): link.why or "" for link in links if link.kind is LinkKind.CREDITED}
    suppliers = {house for _, house in owed}
    for origin in origins:
        for report in origin.reports if origin.kind in SUPPLIERS or origin.id in suppliers else ():
            if origin.id not in led[report]:
                owed.setdefault((report, origin.id), f"Its words count as {origin.name}’s.")
    for (report, house), why in owed.items():
        if house and name[house] != publishers[report].name and name[house] not in pages[report]:
            yield Descent(report, None, house, directed=True, why=why)


def _from_cited(
    links: Sequence[Link], steps: Iterable[_Step], home: Mapping[str, str], reports: Sequence[Report], judge: Judge
) -> Iterator[Descent]:
    """A step for what a report retells of another that it cites, where no copied words tie the two.

    Of reports that cite each other in a ring, one was changed later: the step that closes it has no direction. Those
    that cite a report published before them go first.
    """
    tied = {frozenset((step.report, step.source)) for step in steps}
    above: defaultdict[str, set[str]] = defaultdict(set)
    for step in steps:
        if step.verdict.first == step.source:
            above[step.report].add(step.source)
    for link in sorted(links, key=_as_cited({report.id: n for n, report in enumerate(reports)})):
        source = link.to_report
        if link.kind is not LinkKind.CITED or not source or frozenset((link.report, source)) in tied:
            continue
        tied.add(frozenset((link.report, source)))
        rings = link.report in _ancestors(source, above) or judge.linked(link.report, source) == link.report
        if not rings:
            above[link.report].add(source)
        why = f"{link.why or ''} That closes a ring: which of them had it first is not known." if rings else link.why
        yield Descent(
            link.report, source, link.to_origin or home.get(source), directed=not rings, why=why or "", retold=True
        )


def _as_cited(place: Mapping[str, int]) -> Callable[[Link], tuple[bool, int, int]]:
    """Sorts links by whether the report comes after what it leads to, then by the place of the two."""

    def key(link: Link) -> tuple[bool, int, int]:
        here, there = place.get(link.report, -1), place.get(link.to_report or "", -1)
        return there > here, here, there

    return key
