"""An axis of days for the pictures: where a time stands from left to right, and which days are named under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from crosswire.write.clock import Stretch, day_label

# Days shown beyond the first and last report: what lies further off (a war that began six years ago) would squeeze
# the days of the story into a line, so it stands at the edge with an arrow instead.
REACH = 10.0
# A time less precise than this ("July") does not widen the axis: it would be mostly empty.
WIDE = 8.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A named day: its place on the axis, its name, and how the name is set against its place."""

    x: float
    words: str
    turn: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A time on the axis, from x to x + width; `beyond` is -1 or 1 for what lies before or after the axis."""

    x: float
    width: float
    beyond: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Days `first` to `last` (half-open, whole) drawn over `width` units that begin at `left`."""

    first: int
    last: int
    left: float
    width: float

    def x(self, day: float) -> float:
        """Where the day stands; days off the axis at its ends."""
        part = (day - self.first) / (self.last - self.first)
        return round(self.left + min(1.0, max(0.0, part)) * self.width, 1)

    def spot(self, covered: Stretch) -> Spot:
        """Where a stretch of time stands."""
        beyond = -1 if covered.end <= self.first else 1 if covered.start >= self.last else 0
        start = self.x(covered.start)
        return Spot(start, round(self.x(covered.end) - start, 1), beyond)

    def ticks(self, most: int = 5) -> tuple[Tick, ...]:
        """The beginnings of days, evenly picked, no more than `most`; the first with its year."""
        days = self.last - self.first
        step = max(1, ceil(days / most))
        return tuple(
            Tick(self.x(day), day_label(day), "start" if day == self.first else "middle")
            for day in range(self.first, self.last, step)
        )


def axis(printed: Iterable[Stretch], happened: Iterable[Stretch], *, left: float, width: float) -> Axis | None:
    """The axis for these times: the days of the reports and what happened near them; None when no time is known."""
    reports, events = list(printed), list(happened)
    core = reports or events
    if not core:
        return None
    first, last = min(one.start for one in core), max(one.end for one in core)
    near = [
        one for one in events if one.end > first - REACH and one.start < last + REACH and one.end - one.start < WIDE
    ]
    first = min([first, *(one.start for one in near)])
    last = max([last, *(one.end for one in near)])
    return Axis(floor(first), max(ceil(last), floor(first) + 1), left, width)
