"""The pictures as numbers: where lines and dots of the times and of the figures stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosswire.model.dossier import Dossier
from crosswire.model.relation import PointRelation, TimelineEntry
from crosswire.write.axis import Axis, Spot, Tick, axis
from crosswire.write.clock import Stretch, day_and_clock, stretch, told
from crosswire.write.series import Series, number
from crosswire.write.sources import Register
from crosswire.write.told_by import told_by

# Closer than this on the axis, a line between what happened and its print would only be a smudge.
NEAR = 8.0
# Behind the axis stands what was told as still to come and lies further off: in its order, and not to scale.
TO_COME, MOST_TO_COME = 46.0, 4


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline: its number, its day and clock in words, its place on the axis (None when not known),
    when it was printed, whose word it is.

    `lag` is the stretch from when it happened to when it was first reported, None where that is not known or where
    it was told before it happened.
    """

    entry: TimelineEntry
    number: int
    day: str
    clock: str
    spot: Spot | None
    printed: tuple[float, ...]
    lag: tuple[float, float] | None = None
    first: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """The picture of the times: the axis, its named days, when each report was printed, what happened when.

    `foretold` is what was told as still to come; `to_come` are the places of what of it lies beyond the axis, one for
    each time in order, behind the axis and not to scale.
    """

    axis: Axis
    ticks: tuple[Tick, ...]
    printed: tuple[tuple[str, float], ...]
    happened: tuple[Spot, ...]
    foretold: tuple[Spot, ...] = ()
    to_come: tuple[float, ...] = ()


def clock(dossier: Dossier, register: Register, *, left: float, width: float) -> Clock | None:
    """When the reports were printed and when what they tell happened, on one axis; None when nothing has a date."""
    printed = _printed(dossier)
    told = [(entry, covered) for entry in dossier.relations.timeline if (covered := stretch(entry.when.value))]
    days = axis(printed.values(), [covered for _, covered in told], left=left, width=width)
    if days is None:
        return None
    beyond = {covered for entry, covered in told if entry.ahead and days.spot(covered).beyond > 0}
    further = sorted(beyond, key=lambda covered: (covered.start, covered.end))
    if further:
        days = replace(days, width=width - TO_COME)
    marks = tuple((register.label(report), days.x(covered.start)) for report, covered in printed.items())
    spots = {days.spot(covered): None for entry, covered in told if not entry.ahead}
    foretold = {days.spot(covered): None for entry, covered in told if entry.ahead and covered not in further}
    return Clock(
        days,
        days.ticks(),
        marks,
        tuple(spots),
        tuple(spot for spot in foretold if spot not in spots),
        _to_come(len(further), left + width),
    )


def _to_come(times: int, end: float) -> tuple[float, ...]:
    """Places for so many times behind the axis, which ends TO_COME before `end`."""
    shown = min(times, MOST_TO_COME)
    step = TO_COME / (MOST_TO_COME + 1)
    return tuple(round(end - TO_COME + step * (n + 1.5), 1) for n in range(shown))


def events(dossier: Dossier, drawn: Clock | None, register: Register) -> tuple[Event, ...]:
    """The timeline's lines in order, each with its place on the axis of the picture."""
    printed = _printed(dossier)
    year = (dossier.first_published_at or "")[:4]
    found = []
    for place, entry in enumerate(dossier.relations.timeline, 1):
        covered = stretch(entry.when.value)
        spot = drawn.axis.spot(covered) if drawn and covered else None
        reports = dict.fromkeys(passage.report for passage in entry.statements)
        day, clock = day_and_clock(entry.when.value, short=(entry.when.value or "")[:4] == year)
        marks = [drawn.axis.x(printed[report].start) for report in reports if report in printed] if drawn else []
        found.append(
            Event(
                entry,
                place,
                day,
                clock,
                spot,
                tuple(sorted(set(marks))),
                _lag(spot, marks),
                told(entry.reported_at, short=True) if entry.reported_at else "",
                told_by(entry, register),
            )
        )
    return tuple(found)


def _lag(spot: Spot | None, printed: Sequence[float]) -> tuple[float, float] | None:
    """From the middle of what happened to the first print of it, where there is room for a line between them."""
    if spot is None or spot.beyond or not printed:
        return None
    happened = spot.x + spot.width / 2
    return (happened, min(printed)) if min(printed) - happened > NEAR else None


def phases(lines: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...], tuple[Event, ...]]:
    """The lines that lie before the axis, on it (or at no known time), and after it."""
    before, after = ([line for line in lines if line.spot and line.spot.beyond == side] for side in (-1, 1))
    on = [line for line in lines if not line.spot or line.spot.beyond == 0]
    return tuple(before), tuple(on), tuple(after)


def _printed(dossier: Dossier) -> dict[str, Stretch]:
    known = ((report.id, stretch(report.printed_at.value)) for report in dossier.relations.counted)
    return {id: covered for id, covered in known if covered}


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a line of figures; `whole` is False for one that only bounds the number ("at least four")."""

    x: float
    y: float
    words: str
    letter: str
    whole: bool
    turn: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A small line over time: its dots, the path through them where one value follows another, and it all in words."""

    dots: tuple[Dot, ...]
    path: str
    words: str


WIDTH, HEIGHT, MARGIN, TOP = 300, 76, 26, 26


def curve(one: Series, register: Register) -> Curve | None:
    """The series as a line; None when there is nothing to see: one value, no times to set values against,
    or no point that says that the values are about the same thing.
    """
    seen: dict[tuple[float, float], tuple[str, str, bool]] = {}
    for value in one.values:
        low, high = value.figure.low, value.figure.high
        level = low if low is not None else high
        if value.at is not None and level is not None:
            seen.setdefault((value.at, level), (number(value.figure), value.letter, low == high))
    if one.point is None or not one.changes or len({at for at, _ in seen}) < 2 or len({level for _, level in seen}) < 2:
        return None
    places = _places(sorted(seen))
    last = len(places) - 1
    turns = ["start" if n == 0 else "end" if n == last else "middle" for n in range(len(places))]
    dots = tuple(Dot(x, y, *seen[key], turn) for (key, (x, y)), turn in zip(places.items(), turns, strict=True))
    path = _steps(places.values()) if one.point.relation is PointRelation.UPDATE else ""
    return Curve(_without_repeats(dots), path, _told(one, register))


def _places(keys: Sequence[tuple[float, float]]) -> dict[tuple[float, float], tuple[float, float]]:
    times, levels = [at for at, _ in keys], [level for _, level in keys]
    wide, tall = max(times) - min(times), max(levels) - min(levels)
    across, down = WIDTH - 2 * MARGIN, HEIGHT - TOP - 12
    return {
        (at, level): (
            round(MARGIN + (at - min(times)) / wide * across, 1),
            round(TOP + (max(levels) - level) / tall * down, 1),
        )
        for at, level in keys
    }


def _without_repeats(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """The dots, words only where the value is not the one before."""
    kept: list[Dot] = []
    for dot in dots:
        repeated = any(dot.words == other.words for other in kept[-1:] if other.words) or (
            bool(kept) and kept[-1].y == dot.y
        )
        kept.append(Dot(dot.x, dot.y, "" if repeated else dot.words, dot.letter, dot.whole, dot.turn))
    return tuple(kept)


def _steps(places: Iterable[tuple[float, float]]) -> str:
    """A path that keeps each value until the next is printed: nobody knows what lies between."""
    path = ""
    for x, y in places:
        path += f"H{x}V{y}" if path else f"M{x} {y}"
    return path


def _told(one: Series, register: Register) -> str:
    parts = [f"{number(value.figure)} in {register.label(value.figure.passage.report)}" for value in one.values]
    return f"{one.name}: {', then '.join(dict.fromkeys(parts))}"
