"""What happened when, from the statements that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Annotation, Sentence, TimeExpression, TimeKind
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, TimelineEntry
from crosswire.model.report import Report
from crosswire.model.when import Basis, When

_ORDER = {Basis.STATED: 0, Basis.RELATIVE: 1, Basis.INFERRED: 2}


@dataclass(frozen=True, slots=True)
class Dated:
    """A passage that says when something was, and the point it belongs to (None without one)."""

    when: When
    passage: Passage
    point: str | None


def build_timeline(
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    times: Sequence[TimeExpression],
    points: Sequence[Point],
) -> tuple[TimelineEntry, ...]:
    """Entries ordered by when something happened: each with its time and the passages of all reports that tell it.

    Only statements with a date or time in their own sentence give an entry; other statements of the same point
    join it. Lengths, sets and vague references give none, and nothing is put on a report's publication day because
    it was printed then.
    """
    by_report = {annotation.report: annotation for annotation in annotations}
    owners = _owners(points)
    dated = [
        row
        for time in times
        if time.when.value and time.kind in (TimeKind.DATE, TimeKind.TIME)
        for row in _dated(time, by_report.get(time.passage.report), reports, owners)
    ]
    return tuple(_entries(_best(dated), points))


def _owners(points: Sequence[Point]) -> dict[str, list[tuple[Passage, str]]]:
    """Every statement with its point, by report."""
    owners: dict[str, list[tuple[Passage, str]]] = {}
    for point in points:
        for statement in point.statements:
            owners.setdefault(statement.passage.report, []).append((statement.passage, point.id))
    return owners


def _dated(
    time: TimeExpression,
    annotation: Annotation | None,
    reports: Sequence[Report],
    owners: dict[str, list[tuple[Passage, str]]],
) -> Iterator[Dated]:
    """The passage a time applies to: the clause around it, with the point whose statement holds it."""
    report = next((report for report in reports if report.id == time.passage.report), None)
    sentence = _sentence(time.passage, annotation)
    if report is None or sentence is None:
        return
    start, end = clause(sentence, time.passage)
    passage = report.passage(start, end)
    holding = [(p.end - p.start, point) for p, point in owners.get(report.id, ()) if p.covers(time.passage)]
    point = min(holding)[1] if holding else None
    yield Dated(time.when, passage, point)


def _sentence(passage: Passage, annotation: Annotation | None) -> Sentence | None:
    """The sentence a passage stands in."""
    rows = annotation.sentences if annotation else ()
    return next((row for row in rows if row.start <= passage.start < row.end), None)


def clause(sentence: Sentence, passage: Passage) -> tuple[int, int]:
    """The span of the clause whose time the passage is: the words under the verb that governs it."""
    return sentence.start, sentence.end


def _best(dated: Sequence[Dated]) -> list[Dated]:
    """One row per passage and time; of several times of one passage, all are kept."""
    seen: dict[tuple[Passage, str], Dated] = {}
    for row in dated:
        seen.setdefault((row.passage, row.when.value or ""), row)
    return list(seen.values())


def _entries(dated: Sequence[Dated], points: Sequence[Point]) -> Iterator[TimelineEntry]:
    """Entries in order: rows of one point and time merged, the best supported time first."""
    groups: dict[tuple[str, str], list[Dated]] = {}
    for row in dated:
        own = row.point or f"{row.passage.report}:{row.passage.start}"
        groups.setdefault((row.when.value or "", own), []).append(row)
    for (_, _), rows in sorted(groups.items(), key=lambda item: (order(item[0][0]), item[0][1])):
        rows.sort(key=lambda row: (_ORDER.get(row.when.basis, 3), row.passage))
        passages = tuple(sorted({row.passage for row in rows}))
        yield TimelineEntry(rows[0].when, passages, rows[0].point)


def order(value: str) -> tuple[str, int, str]:
    """A key that sorts ISO prefixes and intervals by their start; of equal starts, the longer stretch first."""
    start, _, end = value.partition("/")
    return start, -1 if end else len(start), end
