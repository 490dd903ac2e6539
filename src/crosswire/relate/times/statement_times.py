"""When what a statement tells happened, where its own words or those around them date it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosswire.model.passage import Passage
from crosswire.model.relation import Point, Statement
from crosswire.model.when import When
from crosswire.relate.times.dated import Dated
from crosswire.relate.times.sameness import same_time

# How much of a statement an event's words must hold, and how much of the event's words the statement.
_HELD, _HOLDS = 0.6, 0.5


def with_times(points: Iterable[Point], dated: Sequence[Dated]) -> tuple[Point, ...]:
    """The points, each statement with the time of what it tells; None where no words of its sentence date it.

    A statement takes the time of the event that its words tell: the clause around it, or most of what it says, with the
    verb or noun that the event is told by.
    Where it tells events of two days, neither: "met on Monday and parted on Friday". What a statement quotes was said
    at another time than it happened; a time is only ever that of the happening.
    """
    by_report: defaultdict[str, list[Dated]] = defaultdict(list)
    for row in dated:
        by_report[row.event.passage.report].append(row)
    return tuple(
        replace(point, statements=tuple(_timed(one, by_report[one.passage.report]) for one in point.statements))
        for point in points
    )


def _timed(statement: Statement, dated: Sequence[Dated]) -> Statement:
    when = _when(statement.passage, dated)
    return replace(statement, when=when) if when else statement


def _when(passage: Passage, dated: Sequence[Dated]) -> When | None:
    rows = [row for row in dated if row.event.headed_by(passage) and _tells(passage, row.event.passage)]
    inside = [row for row in rows if row.when.passage and passage.covers(row.when.passage)] or rows
    if not inside:
        return None
    best = max(inside, key=lambda row: (len(row.value), -row.event.passage.start))
    return best.when if all(same_time(row.value, best.value) for row in inside) else None


def _tells(statement: Passage, event: Passage) -> bool:
    """True when most of the statement lies in the event's words, or it holds them as a good part of itself."""
    common = statement.shared(event)
    held = common >= _HELD * (statement.end - statement.start)
    return common > 0 and (held or (common == event.end - event.start and common >= _HOLDS * len(statement.words)))
