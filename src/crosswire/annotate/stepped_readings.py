"""Readings that step over weeks, months or years from a day: "a week from Friday", "a month ago Thursday"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from crosswire.annotate.dates import moved, nearest_weekday
from crosswire.annotate.reading import Groups, Reader, Reading, Standing, Words, dated
from crosswire.annotate.tense import AHEAD, PAST


def _from_day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "a week from Tuesday" is the Tuesday after the coming one, "a week ago Sunday" the last Sunday but one."""
    count, anchor = words.count(groups["count"] or ""), standing.anchor
    if anchor is None or count is None or count != int(count) or not 0 < count < 1000:
        return None
    sign = 1 if (groups["way"] or "").lower() == "from" else -1
    if name := groups.get("weekday"):
        base = nearest_weekday(anchor, words.weekday(name), AHEAD if sign > 0 else PAST)
    else:
        base = anchor + timedelta(days={"tomorrow": 1, "yesterday": -1}.get((groups["word"] or "").lower(), 0))
    return dated(_day_beyond(base, words.unit(groups["unit"] or ""), sign * int(count)), standing)


def _day_beyond(base: date, unit: str, count: int) -> str | None:
    """The day so many weeks, months or years from a day; None where the calendar has no such day."""
    if unit == "W":
        return moved(base, "D", 7 * count)
    month = moved(base, unit, count)
    if month is None:
        return None
    value = f"{month}-{base.day:02d}" if unit == "M" else f"{month}-{base.month:02d}-{base.day:02d}"
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


READERS: Mapping[str, Reader] = {"fromday": _from_day}
