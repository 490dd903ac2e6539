"""Readings that step over days, weeks or seasons: "two Sundays ago", "the week before last", "a week from Friday"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from crosswire.annotate import date_readings
from crosswire.annotate.dates import holiday_date, moved, nearest_weekday
from crosswire.annotate.reading import (
    SEASON_MONTH,
    TOLD,
    Groups,
    Reader,
    Reading,
    Standing,
    Words,
    dated,
    open_value,
    publication,
    with_clock,
)
from crosswire.annotate.tense import AHEAD, PAST
from crosswire.lexicons.times import Holiday
from crosswire.model.annotation import TimeKind

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}


def _beyond(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the week before last", "the weekend before last", "the night before last", "the month after next"."""
    name, steps = (groups["unit"] or "").lower(), -2 if groups.get("back") else 2
    unit = {"night": "D", "weekend": "W", "": "D"}.get(name) or words.unit(name)
    value = moved(standing.anchor, unit, steps) if standing.anchor else open_value(unit)
    if day := groups.get("weekday"):  # "the Friday before last"
        return dated(_weekday_beyond(standing.anchor, words.weekday(day), steps), standing)
    if value is None:
        return None
    if name == "night":
        return with_clock(value, {"part": "night"}, words, publication(standing))
    return dated(f"{value}-WE" if name == "weekend" else value, standing)


def _weekday_beyond(anchor: date | None, weekday: int, steps: int) -> str:
    """The second such weekday before or after a day."""
    if anchor is None:
        return f"XXXX-WXX-{weekday}"
    step = 1 if steps > 0 else -1
    return (nearest_weekday(anchor + timedelta(days=step), weekday, step) + timedelta(weeks=step)).isoformat()


def _nth_day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the first Monday of October": of the October that the words or the verb mean."""
    month = date_readings.READERS["month"]({**groups, "step": None}, standing, words)
    weekday = words.weekday(groups["weekday"] or "")
    if month is None or not month.timex3[:4].isdigit():
        return Reading(f"XXXX-WXX-{weekday}", TimeKind.DATE)
    which = _NTH[(groups["nth"] or "").lower()]
    year, number = int(month.timex3[:4]), int(month.timex3[5:7])
    day = holiday_date(Holiday((), nth=(number, weekday, which)), year)
    return replace(month, timex3=day.isoformat()) if day.month == number else None


def _same_ago(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the same month last year": a year before the last one told; the week of a year before is 52 weeks earlier."""
    unit = words.unit(groups["unit"] or "")
    base = (standing.month if unit == "M" else standing.told) or standing.anchor
    if base is None:
        return Reading(open_value(unit), TimeKind.DATE)
    value = moved(base, unit, -52) if unit == "W" else _day_beyond(base, "Y", -1)
    counted = publication(standing) if base is standing.anchor else TOLD.format(base.isoformat())
    return dated(value[:7] if value and unit == "M" else value, standing, counted)


def _named_ago(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "two Sundays ago" is the last Sunday but one, "two summers ago" the last summer but one, "three nights ago"."""
    count, anchor = words.count(groups["count"] or ""), standing.anchor
    if count is None or count != int(count) or not 0 < count < 100:
        return None
    if name := groups.get("weekday"):
        if anchor is None:
            return Reading(f"XXXX-WXX-{words.weekday(name)}", TimeKind.DATE)
        last = nearest_weekday(anchor - timedelta(days=1), words.weekday(name), PAST)
        return dated((last - timedelta(weeks=int(count) - 1)).isoformat(), standing)
    if name := groups.get("season"):
        code = words.times.seasons[name.lower()]
        return dated(f"{_last_season(anchor, code) - int(count) + 1:04d}-{code}", standing) if anchor else None
    value = moved(anchor, "D", -int(count)) if anchor else "XXXX-XX-XX"
    return with_clock(value, groups, words, publication(standing)) if value else None


def _last_season(anchor: date, code: str) -> int:
    """The year of the last such season that is over; in one, that is last year's."""
    return anchor.year if anchor.month > SEASON_MONTH[code] + 2 else anchor.year - 1


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


READERS: Mapping[str, Reader] = {
    "beyond": _beyond,
    "namedago": _named_ago,
    "fromday": _from_day,
    "nthday": _nth_day,
    "sameago": _same_ago,
}
