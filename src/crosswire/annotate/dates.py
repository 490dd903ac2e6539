"""Reckoning with dates: weeks, quarters, steps, feasts; and what stretch of the calendar a TIMEX3 value names."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from crosswire.lexicons.times import Holiday

# Years that can be counted from without leaving what the calendar of the library holds.
_FIRST_YEAR, _LAST_YEAR = 200, 9800
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|WI)")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d\d)(?:XX)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PART = re.compile(r"(\d{4}-\d\d-\d\d)T(?:MO|AF|EV|NI|DT)")
_PREFIX = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")


def day_of(value: str | None) -> date | None:
    """The day that an ISO value opens with, or None when it names no single day."""
    try:  # the shape is asked for, because fromisoformat takes a week ("2017-W15") for its Monday
        day = date.fromisoformat(value[:10]) if value and "/" not in value and _DAY.match(value) else None
    except ValueError:
        return None
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def day_value(year: int | None, month: int, day: int) -> str | None:
    """The value of a day ("2017-04-12"; "XXXX-04-12" without a year), or None when the calendar has no such day."""
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def week_value(day: date) -> str:
    """The ISO week of a day: "2017-W15"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> tuple[int, int]:
    """The calendar quarter of a day: (2017, 2)."""
    return day.year, (day.month - 1) // 3 + 1


def quarter_value(year: int, quarter: int) -> str:
    """The value of a quarter: "2017-Q2"; a quarter beyond 1 to 4 runs into the next or last year."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04d}-Q{quarter}"


def month_value(day: date, months: int = 0) -> str:
    """The month that lies so many months from a day's: "2017-04"."""
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def moved(day: date, unit: str, count: int) -> str | None:
    """The value, in the grain of the unit, that lies `count` units from a day. None beyond the calendar.

    `unit` is an ISO designator (D, W, F, M, Q, Y, E, C): ("2017-04-12", "W", -1) gives "2017-W14".
    """
    try:
        match unit:
            case "D":
                return (day + timedelta(days=count)).isoformat()
            case "W":
                return week_value(day + timedelta(weeks=count))
            case "F":
                return week_value(day + timedelta(weeks=2 * count))
            case "M":
                return month_value(day, count)
            case "Q":
                return quarter_value(day.year, quarter_of(day)[1] + count)
            case "Y":
                return f"{day.year + count:04d}" if day.year + count > 0 else None
            case "E":
                return f"{(day.year + 10 * count) // 10:03d}"
            case "C":
                return f"{(day.year + 100 * count) // 100:02d}"
    except (OverflowError, ValueError):
        return None
    return None


def nearest_weekday(day: date, weekday: int, direction: int) -> date:
    """The day with that ISO weekday: the same day, else the last one (direction -1) or the coming one (1)."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if direction > 0 or ahead == 0 else ahead - 7)


def holiday_date(holiday: Holiday, year: int) -> date:
    """The day a holiday falls on in a year."""
    if holiday.day:
        return date(year, *holiday.day)
    if holiday.nth:
        month, weekday, which = holiday.nth
        if which < 0:
            return nearest_weekday(date(year, month, monthrange(year, month)[1]), weekday, -1)
        return nearest_weekday(date(year, month, 1), weekday, 1) + timedelta(weeks=which - 1)
    return easter(year) + timedelta(days=holiday.easter or 0)


def easter(year: int) -> date:
    """Easter Sunday of a year, by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)


def calendar_value(timex3: str) -> str | None:
    """The ISO prefix or interval that a TIMEX3 value names; None for lengths, sets, references, open values.

    "2017-04-12TNI" gives the day, "2017-Q2" gives "2017-04/2017-06", "2017-SP" gives the year (where the season
    lies in it hangs on the hemisphere), "198" gives "1980/1989".
    """
    timex3 = timex3.replace("T24:00", "")  # the end of a day, which no clock of the next day should steal
    if part := _PART.fullmatch(timex3):
        return part[1]
    if week := _WEEK.fullmatch(timex3):
        return _week(int(week[1]), int(week[2]), bool(week[3]))
    if quarter := _QUARTER.fullmatch(timex3):
        first = int(quarter[2]) * 3 - 2
        return f"{quarter[1]}-{first:02d}/{quarter[1]}-{first + 2:02d}"
    if half := _HALF.fullmatch(timex3):
        return f"{half[1]}-01/{half[1]}-06" if half[2] == "1" else f"{half[1]}-07/{half[1]}-12"
    if season := _SEASON.fullmatch(timex3):
        return season[1]
    if decade := _DECADE.fullmatch(timex3):
        return f"{decade[1]}0/{decade[1]}9"
    if century := _CENTURY.fullmatch(timex3):
        return f"{century[1]}00/{century[1]}99"
    return timex3 if _PREFIX.fullmatch(timex3) else None


def _week(year: int, week: int, weekend: bool) -> str | None:
    """The days of an ISO week, or of its weekend, as an interval."""
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    first = monday + timedelta(days=5 if weekend else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
