"""Readings that step over days, weeks or seasons: "two Sundays ago", "the week before last", "a week from Friday"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from crosswire.annotate.dates import moved, nearest_weekday
from crosswire.annotate.reading import (
    SEASON_MONTH,
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
from crosswire.model.annotation import TimeKind


def _beyond(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the week before last", "the weekend before last", "the night before last", "the month after next"."""
    name, steps = (groups["unit"] or "").lower(), -2 if groups.get("back") else 2
    unit = {"night": "D", "weekend": "W"}.get(name) or words.unit(name)
    value = moved(standing.anchor, unit, steps) if standing.anchor else open_value(unit)
    if value is None:
        return None
    if name == "night":
        return with_clock(value, {"part": "night"}, words, publication(standing))
    return dated(f"{value}-WE" if name == "weekend" else value, standing)


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


READERS: Mapping[str, Reader] = {"beyond": _beyond, "namedago": _named_ago, "fromday": _from_day}
