"""The lineage of a story: where each report's words came from, step by step, and what changed on the way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import Descent
from crosswire.model.relation import Link, LinkKind, Origin
from crosswire.model.report import Report
from crosswire.relate.direction import Directions, Verdict
from crosswire.relate.edits import Editor
from crosswire.relate.houses import claims, publisher_houses

# Words in a row by which reports find those that they share words with.
RUN = 6
# A run that more reports have is nobody's edit: those reports are paired only with the first FIRST of them.
COMMON, FIRST = 12, 3
# Reports that are weighed as sources of one report, and how many of them may explain its words.
TRIED, MOST_SOURCES = 6, 3
# Runs by which one source must lead another that had the words before it: by less it shares none of its edits.
LEAD = 3
# A further source must explain so many runs, and so large a part of the report's, that the ones before don't.
LEAST_RUNS, LEAST_PART = 8, 0.05


@dataclass(frozen=True, slots=True)
class _Step:
    """A report and the one that its words are led back to."""

    report: str
    source: str
    runs: int
    verdict: Verdict


def find_lineage(
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    origins: Sequence[Origin],
    links: Sequence[Link],
    lexicons: Lexicons,
) -> tuple[Descent, ...]:
    """The steps by which the words of a story's reports came to them, in order of the reports, the largest first.

    Each report has the few sources that explain its copied words. Where A's words came by B, only that step is told:
    of two sources that share the same words with a report, it is the one whose edits it shares, else the one that had
    the words first. A report that credits an agency, and no report of the agency's, has its words from the origin
    alone. No report is its own ancestor. Independent of the order of the reports.
    """
    ordered = sorted(reports, key=lambda report: report.id)
    place = {report.id: n for n, report in enumerate(reports)}
    said = {report.id: claims(report, lexicons=lexicons) for report in ordered}
    credited = (claim.house for each in said.values() for claim in each)
    publishers = publisher_houses(ordered, credited, lexicons=lexicons)
    directions = Directions(ordered, annotations, said=said, publishers=publishers, lexicons=lexicons)
    steps = _steps(ordered, links, directions)
    home = {report: origin.id for origin in origins for report in reversed(origin.reports)}
    editor = Editor(lexicons)
    found = [
        *(_descent(step, home, links, directions, editor) for step in steps),
        *_from_origins(links, steps, origins, publishers={id: house.name for id, house in publishers.items()}),
        *_from_cited(links, steps, home),
    ]
    return tuple(sorted(found, key=lambda d: (place[d.report], -(d.share or 0), d.source or "", d.origin or "")))


# --- sources ---------------------------------------------------------------------------------------------------


def _steps(reports: Sequence[Report], links: Sequence[Link], directions: Directions) -> tuple[_Step, ...]:
    """The steps between reports, without cycles: the surest and largest first, each kept unless it closes one."""
    runs = {report.id: _runs(report.id, directions) for report in _linked(reports, links)}
    shared = _shared(runs)
    wanted = [step for report in sorted(runs) for step in _sources(report, runs, shared, directions)]
    wanted.sort(key=lambda step: (step.verdict.first is None, -step.runs, step.report, step.source))
    kept: list[_Step] = []
    above: defaultdict[str, set[str]] = defaultdict(set)
    for step in wanted:
        if step.report not in _ancestors(step.source, above) and step.source not in above[step.report]:
            above[step.report].add(step.source)
            kept.append(step)
    return tuple(sorted(kept, key=lambda step: (step.report, -step.runs, step.source)))


def _linked(reports: Sequence[Report], links: Sequence[Link]) -> tuple[Report, ...]:
    """The reports that a copy ties to another."""
    tied = {id for link in links if link.kind is LinkKind.COPIED for id in (link.report, link.to_report)}
    return tuple(report for report in reports if report.id in tied)


def _ancestors(report: str, above: Mapping[str, set[str]]) -> set[str]:
    """The report and all that its words are led back to."""
    found, stack = set(), [report]
    while stack:
        top = stack.pop()
        if top not in found:
            found.add(top)
            stack.extend(above.get(top, ()))
    return found


def _runs(report: str, directions: Directions) -> frozenset[int]:
    """The hashes of every RUN words in a row inside a sentence."""
    lines = directions.lines(report).lines
    return frozenset(hash(line.forms[n : n + RUN]) for line in lines for n in range(len(line.forms) - RUN + 1))


def _shared(runs: Mapping[str, frozenset[int]]) -> Mapping[str, Counter[str]]:
    """For each report, how many runs others share with it. Grows with the words, not with the pairs of reports."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for report in sorted(runs):
        for run in runs[report]:
            holders[run].append(report)
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for held in holders.values():
        few = held if len(held) <= COMMON else held[:FIRST]
        for one in few:
            for other in held:
                if one != other:
                    shared[other][one] += 1
                    if len(held) > COMMON and other not in few:
                        shared[one][other] += 1
    return shared


def _sources(
    report: str, runs: Mapping[str, frozenset[int]], shared: Mapping[str, Counter[str]], directions: Directions
) -> Iterator[_Step]:
    """The few reports that explain the copied words of one, the one that explains most first."""
    ranked = sorted(shared.get(report, {}), key=lambda id: (-len(runs[id] & runs[report]), id))[:TRIED]
    before = [id for id in ranked if directions.of(report, id).first != report]
    open_runs = runs[report]
    for _ in range(MOST_SOURCES):
        best = _best(before, open_runs, runs, directions)
        count = len(runs[best] & open_runs) if best else 0
        if best is None or count < max(LEAST_RUNS, LEAST_PART * len(runs[report])):
            return
        yield _Step(report, best, count, directions.of(report, best))
        before.remove(best)
        open_runs -= runs[best]


def _best(
    candidates: Sequence[str], open_runs: frozenset[int], runs: Mapping[str, frozenset[int]], directions: Directions
) -> str | None:
    """The candidate with most of the runs; another with nearly as many where it had the words before that one."""
    best: str | None = None
    for id in sorted(candidates, key=lambda c: (-len(runs[c] & open_runs), c)):
        lead = len(runs[best] & open_runs) - len(runs[id] & open_runs) if best else 0
        if best is None or (lead < LEAD and directions.of(best, id).first == id):
            best = id
    return best


# --- steps -----------------------------------------------------------------------------------------------------


def _descent(
    step: _Step, home: Mapping[str, str], links: Sequence[Link], directions: Directions, editor: Editor
) -> Descent:
    """The step with all that was changed, added and cut."""
    collation = directions.collation(step.report, step.source)
    words = sum(len(line.forms) for line in directions.lines(step.report).lines)
    added = {passage.start for passage in collation.added}
    own = sum(len(line.forms) for line in directions.lines(step.report).lines if line.start in added)
    agency = directions.same_agency(step.report, step.source)
    if agency:
        why = f"Both print {agency}’s text; which of the two differs from it where they differ is not known."
    elif step.verdict.first:
        why = f"Shares most of these words with this report, which had them first: {step.verdict.why}."
    else:
        why = f"Shares these words; {step.verdict.why}."
    return Descent(
        report=step.report,
        source=step.source,
        origin=home.get(step.source),
        directed=step.verdict.first == step.source,
        share=round((words - own) / max(1, words), 4),
        edits=editor.edits(collation),
        added=collation.added,
        cut=collation.cut,
        why=why,
    )


def _from_origins(
    links: Sequence[Link], steps: Iterable[_Step], origins: Sequence[Origin], *, publishers: Mapping[str, str]
) -> Iterator[Descent]:
    """A step from the origin alone for every report that credits a house whose own text its steps don't lead to."""
    name = {origin.id: origin.name for origin in origins}
    reached: defaultdict[str, set[str]] = defaultdict(set)
    for step in steps:
        if step.verdict.first == step.source:
            reached[step.report].add(publishers[step.source])
    seen: set[tuple[str, str]] = set()
    for link in links:
        if link.kind is not LinkKind.CREDITED or link.to_origin is None or (link.report, link.to_origin) in seen:
            continue
        seen.add((link.report, link.to_origin))
        house = name[link.to_origin]
        if house != publishers[link.report] and house not in reached[link.report]:
            yield Descent(link.report, None, link.to_origin, directed=True, why=link.why or "")


def _from_cited(links: Sequence[Link], steps: Iterable[_Step], home: Mapping[str, str]) -> Iterator[Descent]:
    """A step for what a report retells of another that it cites, where no copied words tie the two."""
    tied = {frozenset((step.report, step.source)) for step in steps}
    for link in links:
        if link.kind is LinkKind.CITED and link.to_report and frozenset((link.report, link.to_report)) not in tied:
            tied.add(frozenset((link.report, link.to_report)))
            origin = link.to_origin or home.get(link.to_report)
            yield Descent(link.report, link.to_report, origin, directed=True, why=link.why or "")
