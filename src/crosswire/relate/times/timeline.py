"""What happened when, from the statements that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model.annotation import Annotation, Sentence, TimeExpression, TimeKind
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointKind, Statement, TimelineEntry
from crosswire.model.report import Report
from crosswire.model.when import Basis, When
from crosswire.relate.times.events import SAYING, Event, event_of

_ORDER = {Basis.STATED: 0, Basis.MARKUP: 0, Basis.GIVEN: 0, Basis.RELATIVE: 1, Basis.INFERRED: 2}
# How much of a point's statement must lie inside the event's words before the time counts for the point too.
_SHARE = 0.6
# Content words that two dated events must share, besides the head, to be one; for clauses, the part of the shorter.
_SHARED = 1
_CLAUSE_SHARED = 0.5
# Verbs that tell nothing of what happened: two sentences with one of them as their head are not one event.
_EMPTY = SAYING | {"be", "have", "do", "go", "come", "make"}


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its time, the point whose statement tells it (None without one), and its other statements."""

    when: When
    event: Event
    point: str | None = None
    others: tuple[Passage, ...] = ()


def build_timeline(
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    times: Sequence[TimeExpression],
    points: Sequence[Point],
) -> tuple[TimelineEntry, ...]:
    """Entries ordered by when something happened: each with its time and the passages of all reports that tell it.

    A passage is the noun phrase, clause or sentence that its time expression dates. A wide time ("last week") takes
    the day that another report gives the same event. Lengths, sets and vague references give no entry, bounds
    ("since Friday") neither, and nothing is dated by the day it was said or printed.
    """
    sentences = {annotation.report: annotation.sentences for annotation in annotations}
    by_id = {report.id: report for report in reports}
    dated = [row for time in times if (row := _dated(time, by_id, sentences)) is not None]
    by_head: dict[str, list[Dated]] = {}
    for row in dated:
        by_head.setdefault(row.event.head, []).append(row)
    dated = [replace(row, when=_narrowed(row, by_head[row.event.head])) for row in dated]
    statements = _statements(points)
    dated = [_with_point(row, statements) for row in dated]
    return tuple(_entries(dated))


def _dated(
    time: TimeExpression, reports: Mapping[str, Report], sentences: Mapping[str, tuple[Sentence, ...]]
) -> Dated | None:
    """The event a time dates; None for a length, a set, an unknown time, a bound."""
    report = reports.get(time.passage.report)
    if report is None or time.when.value is None or time.kind not in (TimeKind.DATE, TimeKind.TIME):
        return None
    sentence = _sentence(time.passage, sentences.get(report.id, ()))
    event = event_of(report, sentence, time.passage) if sentence else None
    return Dated(time.when, event) if event else None


def _sentence(passage: Passage, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence a passage stands in."""
    return next((row for row in sentences if row.start <= passage.start < row.end), None)


def _narrowed(row: Dated, dated: Sequence[Dated]) -> When:
    """The time of a row, or the day inside it that the story gives the same event: `dated` have its head."""
    value = row.when.value or ""
    if "/" not in value or not row.event.nominal:
        return row.when
    first, _, last = value.partition("/")
    days = [
        other
        for other in dated
        if other.event.nominal
        and first <= (other.when.value or "")[:10] <= last
        and "/" not in (other.when.value or "/")
        and len(other.event.words & row.event.words - {row.event.head}) >= _SHARED
    ]
    if len({(other.when.value or "")[:10] for other in days}) != 1:
        return row.when
    best = min(days, key=lambda other: other.event.passage)
    return _narrowed_when(row, best)


def _narrowed_when(row: Dated, best: Dated) -> When:
    """The day of the better dated telling, with the reason."""
    there, here = best.when.passage, row.when.passage
    told = f"“{there.words}” in {there.report}" if there else best.when.value
    words = ", ".join(sorted(best.event.words & row.event.words))
    why = f"“{here.words if here else row.when.value}” here and {told} tell of the same event (both: {words})"
    return When((best.when.value or "")[:10], Basis.INFERRED, here, why)


def _statements(points: Sequence[Point]) -> dict[str, list[tuple[Point, Statement]]]:
    """Every statement with its point, by report."""
    found: dict[str, list[tuple[Point, Statement]]] = {}
    for point in points:
        for statement in point.statements:
            found.setdefault(statement.passage.report, []).append((point, statement))
    return found


def _with_point(row: Dated, statements: Mapping[str, list[tuple[Point, Statement]]]) -> Dated:
    """The row with the point whose statement the event's words tell, and that version's other statements."""
    event = row.event.passage
    ranked = [
        (-common / max(event.end - event.start, 1), statement.passage.start, point.id, point, statement)
        for point, statement in statements.get(event.report, ())
        if (common := _common(event, statement.passage)) > 0
        and common >= _SHARE * (statement.passage.end - statement.passage.start)
    ]
    if not ranked:
        return row
    *_, point, statement = min(ranked, key=lambda item: item[:3])
    return replace(row, point=point.id, others=_others(point, statement.version))


def _common(a: Passage, b: Passage) -> int:
    """How many code points two passages of one report share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _others(point: Point, version: str) -> tuple[Passage, ...]:
    """The statements of a version that may join its entry: those in which a report itself tells an occurrence.

    What somebody said about it was said at another time, and another version may be of another moment.
    """
    if point.kind not in (PointKind.OCCURRENCE, PointKind.FIGURE):
        return ()
    return tuple(row.passage for row in point.statements if row.quotation is None and row.version == version)


def _entries(dated: Sequence[Dated]) -> Iterator[TimelineEntry]:
    """Entries in order of time; rows of one time that tell one point or one event are merged."""
    groups: dict[str, list[list[Dated]]] = {}
    for row in sorted(dated, key=lambda row: (order(row.when.value or ""), row.event.passage)):
        near = groups.setdefault(row.when.value or "", [])
        home = next((group for group in near if any(_same(row, other) for other in group)), None)
        if home is None:
            near.append([row])
        else:
            home.append(row)
    for near in groups.values():
        for group in near:
            yield _entry(group)


def _same(a: Dated, b: Dated) -> bool:
    """True when two rows of one time tell one point, share a passage, or one event by its head and a word."""
    if a.point is not None and a.point == b.point:
        return True
    if any(x.overlaps(y) for x in (a.event.passage, *a.others) for y in (b.event.passage, *b.others)):
        return True
    return _same_event(a.event, b.event)


def _same_event(a: Event, b: Event) -> bool:
    """True when two events have one head and enough words in common; a verb of saying or being is no such head.

    "The collapse of the pier" and "the pier collapsed" are one event.
    """
    shared = len((a.words & b.words) - {a.head})
    if a.head != b.head or a.head in _EMPTY:
        return False
    if a.nominal != b.nominal:
        return shared > _SHARED
    if a.nominal:
        return shared >= _SHARED
    return shared >= _CLAUSE_SHARED * min(len(a.words), len(b.words)) > 0


def _entry(group: Sequence[Dated]) -> TimelineEntry:
    """One entry: the best supported time, the passages in order, with the other statements of its point."""
    best = min(group, key=lambda row: (_ORDER.get(row.when.basis, 3), row.event.passage))
    point = next((row.point for row in group if row.point is not None), None)
    passages = {row.event.passage for row in group}
    others = {other for row in group for other in row.others}
    passages |= {other for other in others if not any(other.overlaps(passage) for passage in passages)}
    return TimelineEntry(best.when, tuple(sorted(passages)), point)


def order(value: str) -> tuple[str, int, str]:
    """A key that sorts ISO prefixes and intervals by their start; of equal starts, the longer stretch first."""
    start, _, end = value.partition("/")
    return start, -1 if end else len(start), end
