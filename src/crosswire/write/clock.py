"""Times for a reader: ISO prefixes and intervals as words, and as places on an axis of days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?\d{2}(?:\.\d+)?)?)?(?P<offset>Z|[+-]\d{2}:?\d{2})?)?)?)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One ISO prefix taken apart; None for the parts it does not state. The day is that of the place it is told in."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when, in days since the first of January of the year 1, half-open, fractions for hours."""

    start: float
    end: float


def moment(value: str) -> Moment | None:
    """The parts of an ISO prefix; None when it is none or names no real day ("2031-02-30")."""
    match = _ISO.fullmatch(value)
    if match is None:
        return None
    year, month, day, hour, minute = (
        int(match[name]) if match[name] else None for name in ("year", "month", "day", "hour", "minute")
    )
    found = Moment(year or 0, month, day, hour, minute, match["offset"])
    try:
        date(found.year, month or 1, day or 1)
    except ValueError:
        return None
    return found if (hour or 0) < 25 and (minute or 0) < 60 else None


def stretch(value: str | None) -> Stretch | None:
    """What the value covers; None when it is not known or can't be read."""
    if value is None:
        return None
    ends = [moment(part) for part in value.split("/")]
    if len(ends) > 2 or None in ends:
        return None
    covered = [_covered(end) for end in ends if end is not None]
    start, end = covered[0].start, covered[-1].end
    return Stretch(start, end) if start < end else None


def _covered(at: Moment) -> Stretch:
    first = date(at.year, at.month or 1, at.day or 1)
    start = float(first.toordinal())
    if at.hour is not None:
        clock = at.hour / 24 + (at.minute or 0) / 1440
        return Stretch(start + clock, start + clock + (1 / 24 if at.minute is None else 1 / 1440))
    if at.day is not None:
        return Stretch(start, start + 1)
    if at.month is not None:
        return Stretch(start, start + monthrange(at.year, at.month)[1])
    return Stretch(start, start + 366 if at.year % 4 == 0 else start + 365)


def told(value: str | None, *, weekday: bool = False, short: bool = False) -> str:
    """The value as a reader says it: "6 May 2031, 07:40 (+02:00)"; as it is when it can't be read.

    `weekday` sets its name before the day; `short` leaves out the year and what is known of the zone.

    >>> told("2031-05-06T18:00/2031-05-06T21:00")
    '6 May 2031, 18:00 to 21:00'
    """
    if value is None:
        return "time not known"
    ends = [moment(part) for part in value.split("/")]
    if len(ends) > 2 or any(end is None for end in ends):
        return value
    known = [replace(end, offset=None) if short else end for end in ends if end is not None]
    said = [_said(end, weekday=weekday, year=not short) for end in known]
    if len(known) == 2 and _same_day(*known) and known[1].hour is not None:
        said[1] = _clock(known[1])
    return " to ".join(said)


def day_and_clock(value: str | None, *, short: bool = False) -> tuple[str, str]:
    """The day (or longer stretch) as words and, where it is known, the time of that day: ("Tue 6 May", "18:00").

    `short` leaves out the year. A stretch over several days is one label without a clock.
    """
    ends = [moment(part) for part in (value or "").split("/")]
    known = [end for end in ends if end is not None]
    if len(known) != len(ends) or any(end.hour is None for end in known) or not _same_day(known[0], known[-1]):
        return told(value, weekday=True, short=short), ""
    day = _said(Moment(known[0].year, known[0].month, known[0].day), weekday=True, year=not short)
    clocks = [_clock(replace(end, offset=None) if short else end) for end in known]
    return day, " to ".join(clocks)


def _same_day(one: Moment, other: Moment) -> bool:
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)


def _said(at: Moment, *, weekday: bool = False, year: bool = True) -> str:
    if at.month is None:
        return str(at.year)
    month = MONTHS[at.month - 1]
    if at.day is None:
        return f"{month} {at.year}"
    name = WEEKDAYS[date(at.year, at.month, at.day).weekday()] + " " if weekday else ""
    day = f"{name}{at.day} {month}" + (f" {at.year}" if year else "")
    return day if at.hour is None else f"{day}, {_clock(at)}"


def _clock(at: Moment) -> str:
    zone = {None: "", "Z": " UTC", "+00:00": " UTC"}.get(at.offset, f" ({at.offset})")
    return f"{at.hour:02}:{at.minute or 0:02}{zone}" if at.minute is not None else f"{at.hour:02} h{zone}"


def day_label(ordinal: int) -> str:
    """The day as an axis has it: "6 May"."""
    on = date.fromordinal(ordinal)
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def days_told(first: str | None, last: str | None) -> str:
    """The days from first to last, short: "6–7 May 2031", "30 April – 2 May 2031"; "" when neither is known."""
    ends = [at for at in (moment(value) for value in (first, last) if value) if at is not None]
    if not ends:
        return ""
    start, end = ends[0], ends[-1]
    if _same_day(start, end):
        return _said(Moment(start.year, start.month, start.day))
    if start.day and end.day and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_said(Moment(end.year, end.month, end.day))}"
    left = _said(Moment(start.year, start.month, start.day))
    if start.year == end.year:
        left = left.removesuffix(f" {start.year}")
    return f"{left} – {_said(Moment(end.year, end.month, end.day))}"
