"""What happened when, from the statements that say so."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.model.annotation import TimeExpression, TimeKind
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointKind, Statement, TimelineEntry
from crosswire.model.report import Report
from crosswire.model.when import DAY, Basis, stamp
from crosswire.relate.times.dated import YEAR, Dated, printed_at
from crosswire.relate.times.merging import merged
from crosswire.relate.times.sameness import same_event, same_time

_ORDER = {Basis.STATED: 0, Basis.MARKUP: 0, Basis.GIVEN: 0, Basis.RELATIVE: 1, Basis.INFERRED: 2}
# How much of a point's statement must lie inside the event's words before the time counts for the point too.
_SHARE = 0.6
# Longer words that two passages must share before a point holds them together.
_FEW, _PART = 2, 0.3
_WORD = re.compile(r"[^\W\d_]{4,}")
# Names in a passage; the word that opens it may be one ("Ode was sentenced"), if it is no plural ("Officers said").
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]{2,}|^[A-Z][a-z]+[a-rt-z]\b")
_CALENDAR = frozenset([*day_name, *month_name, "The", "They", "She", "His", "Her", "Police", "After", "When", "Its"])


def build_timeline(
    dated: Sequence[Dated],
    reports: Sequence[Report],
    *,
    times: Sequence[TimeExpression],
    points: Sequence[Point],
) -> tuple[TimelineEntry, ...]:
    """Entries ordered by when something happened: each with its time and the passages of all reports that tell it.

    A passage is the noun phrase, clause or sentence that its time expression dates. A wide time ("last week") takes
    the day that another report gives the same event. Lengths, sets and vague references give no entry, bounds
    ("since Friday") neither, and nothing is dated by the day it was said or printed. What only one report tells of a
    whole year is its background and no part of the story.
    """
    by_id = {report.id: report for report in reports}
    told = _told(times)
    for row in dated:  # a clause that has a time of its own has it for all its words
        told.setdefault(row.event.passage.report, []).append((row.event.passage, row.value))
    statements = _statements(points)
    dated = [_with_point(row, statements, told, by_id) for row in dated]
    return tuple(entry for entry in _entries(dated, by_id) if not _is_background(entry))


def _told(times: Sequence[TimeExpression]) -> dict[str, list[tuple[Passage, str]]]:
    """By report, the words that tell a time, with that time."""
    found: dict[str, list[tuple[Passage, str]]] = {}
    for time in times:
        if time.when.value is not None and time.kind in (TimeKind.DATE, TimeKind.TIME):
            found.setdefault(time.passage.report, []).append((time.passage, time.when.value))
    return found


def _statements(points: Sequence[Point]) -> dict[str, list[tuple[Point, Statement]]]:
    """Every statement with its point, by report."""
    found: dict[str, list[tuple[Point, Statement]]] = {}
    for point in points:
        for statement in point.statements:
            found.setdefault(statement.passage.report, []).append((point, statement))
    return found


def _with_point(
    row: Dated,
    statements: Mapping[str, list[tuple[Point, Statement]]],
    told: Mapping[str, Sequence[tuple[Passage, str]]],
    by_id: Mapping[str, Report],
) -> Dated:
    """The row with the point whose statement the event's words tell, and that version's other statements.

    What others have of the point without a time of theirs joins a day, and no month or year: "served in 1969" and
    "served under Tarn" may be of many years.
    """
    event = row.event.passage
    ranked = [
        (-common / max(event.end - event.start, 1), statement.passage.start, point.id, point, statement)
        for point, statement in statements.get(event.report, ())
        if (common := event.shared(statement.passage)) > 0
        and common >= _SHARE * (statement.passage.end - statement.passage.start)
        and row.event.headed_by(statement.passage)
        and _of_time(statement.passage, row.value, told)
    ]
    if not ranked:
        return row
    *_, point, statement = min(ranked, key=lambda item: item[:3])
    others = (
        other
        for other in _others(point, statement.version)
        if _of_time(other, row.value, told)
        and _alike(other.words, row.event.passage.words)
        and _could_tell(by_id.get(other.report), row)
        and (len(row.value) >= DAY or _names_time(other, row.value, told))
    )
    return replace(row, point=point.id, version=statement.version, others=tuple(others))


def _names_time(passage: Passage, value: str, told: Mapping[str, Sequence[tuple[Passage, str]]]) -> bool:
    """True when words in the passage tell that time."""
    rows = told.get(passage.report, ())
    return any(passage.covers(words) and same_time(time, value) for words, time in rows)


def _could_tell(report: Report | None, row: Dated) -> bool:
    """True unless the report was printed before the day of an event that is told as over."""
    printed = printed_at(report)
    return row.event.ahead or printed is None or printed[:DAY] >= row.value[:DAY]


def _of_time(passage: Passage, value: str, told: Mapping[str, Sequence[tuple[Passage, str]]]) -> bool:
    """True unless words in the passage tell another time, or the smallest clause around it has another."""
    rows = [(words, time) for words, time in told.get(passage.report, ()) if words.overlaps(passage)]
    if any(passage.covers(words) and not same_time(time, value) for words, time in rows):
        return False
    around = min((row for row in rows if row[0].covers(passage)), key=lambda row: (_length(row[0]), row), default=None)
    return around is None or same_time(around[1], value)


def _length(passage: Passage) -> int:
    return passage.end - passage.start


def _alike(a: str, b: str) -> bool:
    """True when two passages share longer words: that they stand under one point may be the point's fault.

    Two that name others have nothing in common: "Ode was sentenced to two years", "Pell was sentenced to ten".
    """
    named, others = {*_NAME.findall(a)} - _CALENDAR, {*_NAME.findall(b)} - _CALENDAR
    if named and others and not named & others:
        return False
    one, other = {*_WORD.findall(a.casefold())}, {*_WORD.findall(b.casefold())}
    shared = len(one & other)
    return shared >= _FEW and shared >= _PART * min(len(one), len(other))


def _others(point: Point, version: str) -> tuple[Passage, ...]:
    """The statements of a version that may join its entry: those in which a report itself tells an occurrence.

    What somebody said about it was said at another time, another version may be of another moment, and what doesn't
    count for the point only speaks of the same matter.
    """
    if point.kind not in (PointKind.OCCURRENCE, PointKind.FIGURE):
        return ()
    mine = (row for row in point.statements if row.counts and row.version == version)
    return tuple(row.passage for row in mine if row.quotation is None)


def _entries(dated: Sequence[Dated], reports: Mapping[str, Report]) -> Iterator[TimelineEntry]:
    """Entries in order of time; rows of one time that tell one point or one event are merged."""
    days: dict[str, list[Dated]] = {}
    for row in sorted(dated, key=lambda row: (order(row.value), row.event.passage)):
        days.setdefault(row.value if "/" in row.value else row.value[:DAY], []).append(row)
    entries = (_entry(group, reports) for rows in days.values() for group in merged(rows, _same, _rivals))
    return iter(sorted(entries, key=lambda entry: (order(_placed(entry)), entry.statements)))


# Words beside a day → an hour to order it by. "early on Tuesday" is before "late on Tuesday".
_HOURS = (
    (re.compile(r"\b(?:early|earlier|dawn|sunrise|morning|overnight)\b"), "T06:00"),
    (re.compile(r"\b(?:noon|midday)\b"), "T12:00"),
    (re.compile(r"\bafternoon\b"), "T15:00"),
    (re.compile(r"\b(?:evening|dusk|sunset)\b"), "T19:00"),
    (re.compile(r"\b(?:late|later|night|tonight)\b"), "T22:00"),
)


def _placed(entry: TimelineEntry) -> str:
    """The entry's time with an hour, where its words name a part of the day."""
    value, words = entry.when.value or "", (entry.when.passage.words if entry.when.passage else "").lower()
    if len(value) != DAY:
        return value
    return value + next((hour for pattern, hour in _HOURS if pattern.search(words)), "")


def _same(a: Dated, b: Dated) -> bool:
    """True when two rows of one time tell one point, share a passage, or are one event."""
    if not same_time(a.value, b.value) or _rivals(a, b):
        return False
    if a.point is not None and a.point == b.point and _alike(a.event.passage.words, b.event.passage.words):
        return True
    if any(x.overlaps(y) for x in (a.event.passage, *a.others) for y in (b.event.passage, *b.others)):
        return True
    return same_event(a.event, b.event)


def _rivals(a: Dated, b: Dated) -> bool:
    """True for clock times that can't be of one moment, or that stand in two versions of one point."""
    if min(len(a.value), len(b.value)) <= DAY or a.value == b.value:
        return False
    return not same_time(a.value, b.value) or (a.point is not None and a.point == b.point and a.version != b.version)


def _entry(group: Sequence[Dated], reports: Mapping[str, Report]) -> TimelineEntry:
    """One entry: the best supported and most precise time, the passages in order, with the others of its point."""
    best = min(group, key=lambda row: (_ORDER.get(row.when.basis, 3), -len(row.value), row.event.passage))
    point = next((row.point for row in group if row.point is not None), None)
    passages = {row.event.passage for row in group}
    passages = {one for one in passages if not any(other != one and other.covers(one) for other in passages)}
    others = {other for row in group for other in row.others}
    passages |= {other for other in others if not any(other.overlaps(passage) for passage in passages)}
    told = [row.at for row in group if row.at is not None]
    told += [at for other in passages & others if (at := printed_at(reports.get(other.report)))]
    first = min(told, key=_moment, default=None)
    ahead = all(_lay_ahead(row) for row in group)
    return TimelineEntry(best.when, tuple(sorted(passages)), point, reported_at=first, ahead=ahead)


def _lay_ahead(row: Dated) -> bool:
    """Whether a row tells what was still to come: by the days where it names another than it was told on, else by the
    words ("our restoration has continued over the weekend and will go on" tells of a weekend that is over)."""
    first, _, last = row.value.partition("/")
    told = row.at[:DAY] if row.at else None
    if told is None or row.when.basis is Basis.INFERRED:
        return row.event.ahead
    if first[:DAY] > told:
        return True
    over = max(first, last)
    return row.event.ahead and over[:DAY] >= told[: len(over)]


def _moment(value: str) -> str:
    return stamp(value) or ""


def _is_background(entry: TimelineEntry) -> bool:
    """True for a whole year, or longer, that a single report tells: "the 2014 war", "by 2030"."""
    first, _, last = (entry.when.value or "").partition("/")
    wide = len(first) == YEAR or (bool(last) and first[:YEAR] != last[:YEAR])
    return wide and len({passage.report for passage in entry.statements}) == 1


def order(value: str) -> tuple[str, int, str]:
    """A key that sorts ISO prefixes and intervals by their start; of equal starts, the longer stretch first."""
    start, _, end = value.partition("/")
    return start, -1 if end else len(start), end
