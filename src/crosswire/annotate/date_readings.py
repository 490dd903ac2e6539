"""Readings of expressions that name a day, month, year or longer stretch of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from crosswire.annotate.dates import day_of, day_value, holiday_date, month_value, moved, week_value
from crosswire.annotate.numbers import number_value
from crosswire.annotate.reading import (
    SEASON_MONTH,
    TOLD,
    Groups,
    Reader,
    Reading,
    Standing,
    Words,
    dated,
    publication,
    with_clock,
)
from crosswire.annotate.tense import AHEAD, PAST, PRESENT
from crosswire.lexicons.numbers import NumberWords
from crosswire.model.annotation import TimeKind

# How near to publication one reading of "4/5/2017" must lie, and the other not.
_NEAR = timedelta(days=31)


def _iso(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    value = day_value(int(groups["year"] or 0), int(groups["mon"] or 0), int(groups["day"] or 0))
    if value is None:
        return None
    if time := groups.get("time"):
        return Reading(f"{value}T{time}", TimeKind.TIME)
    return Reading(value, TimeKind.DATE)


def _slashed(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "13/4/2017" and "4/13/2017" are clear; of "4/5/2017" only the year is told, unless just one of the two days lies
    within a month of publication."""
    a, b, year = int(groups["a"] or 0), int(groups["b"] or 0), int(groups["year"] or 0)
    year = year if year > 99 else year + (1900 if year > 69 else 2000)
    if a > 12 or a == b:
        value = day_value(year, b, a) if b <= 12 else None
    elif b > 12:
        value = day_value(year, a, b)
    else:
        return _either_day(year, a, b, standing)
    return Reading(value, TimeKind.DATE) if value else None


def _either_day(year: int, a: int, b: int, standing: Standing) -> Reading:
    """The day of a date whose two numbers may be month and day either way, by its nearness to publication."""
    days = [date(year, a, b), date(year, b, a)]
    near = [day for day in days if standing.anchor and abs(day - standing.anchor) <= _NEAR]
    if len(near) == 1:
        return Reading(near[0].isoformat(), TimeKind.DATE, f"{publication(standing)}, which it lies near")
    return Reading(f"{year:04d}-XX-XX", TimeKind.DATE)


def _day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "April 4", "Friday, Oct. 23", "5 p.m. EST Nov. 9", "8 March 2017"."""
    if groups.get("then"):  # "July, 11, 2018"
        groups = {**groups, "day": groups["then"], "year": groups["thenyear"]}
    month, raw = words.month(groups["month"] or ""), (groups["day"] or "").lower()
    digits = re.match(r"\d+", raw)
    day = int(digits[0]) if digits else words.numbers.ordinals[re.sub(r"\s+", "-", raw)]
    if year := _named_year(groups, standing, words)[0]:
        value = day_value(year, month, day)
        return with_clock(value, groups, words, "") if value else None
    if (groups.get("yearstep") or "").lower() == "that" and standing.year:
        value = day_value(standing.year, month, day)
        return with_clock(value, groups, words, TOLD.format(standing.year)) if value else None
    step = words.step(groups.get("yearstep"))
    if step is not None and standing.anchor is not None:
        value = day_value(standing.anchor.year + step, month, day)
        return with_clock(value, groups, words, publication(standing)) if value else None
    if standing.anchor is None:
        value = day_value(None, month, day)
        return with_clock(value, groups, words, "") if value else None
    if not groups.get("weekday") and (beside := _beside_year(standing, month, day)):
        return with_clock(beside.isoformat(), groups, words, TOLD.format(standing.near))
    if groups.get("ended") is not None:
        value = _day_beyond(standing.anchor + timedelta(days=1), month, day, PAST)
        return with_clock(value, groups, words, publication(standing)) if value else None
    if named := words.step(groups.get("monthstep")):
        value = _day_beyond(standing.anchor, month, day, named)
        return with_clock(value, groups, words, publication(standing)) if value else None
    weekday = words.weekday(groups["weekday"] or "") if groups.get("weekday") else None
    way = standing.direction if groups.get("effective") is None else AHEAD
    value = _nearest_day(standing.anchor, month, day, weekday, way)
    return with_clock(value, groups, words, publication(standing)) if value else None


def _day_beyond(anchor: date, month: int, day: int, step: int) -> str | None:
    """ "Last Dec. 31" -> the latest before publication, "next May 5" -> the first behind it."""
    values = [value for year in (-1, 0, 1) if (value := day_value(anchor.year + year, month, day))]
    beyond = [value for value in values if (value > anchor.isoformat() if step > 0 else value < anchor.isoformat())]
    return min(beyond) if beyond and step > 0 else max(beyond, default=None)


# A day told beside one of another year is of that year where it lies so near: "shot on June 24, 2005, … of a June 20
# raid". Counter-example: "the law passed on May 9, 2005. On October 3 the court ruled".
_BESIDE = timedelta(days=60)


def _beside_year(standing: Standing, month: int, day: int) -> date | None:
    """The day in the year of a day that this paragraph told, where that is an older year and the two lie near."""
    near, anchor = standing.near, standing.anchor
    if near is None or anchor is None or anchor.year - near.year < 1 or anchor - near < 3 * _BESIDE:
        return None
    found = day_of(day_value(near.year, month, day))
    return found if found and abs(found - near) <= _BESIDE else None


# How many times farther off than the day that is over a day ahead may lie.
_FARTHER = 3


def _nearest_day(anchor: date, month: int, day: int, weekday: int | None, direction: int) -> str | None:
    """The day of that month nearest to publication; a weekday beside it decides between years, then the tense."""
    values = [value for year in (-1, 0, 1) if (value := day_value(anchor.year + year, month, day))]
    days = [date.fromisoformat(value) for value in values]
    if weekday and (named := [each for each in days if each.isoweekday() == weekday]):
        days = named
    if direction == AHEAD and (coming := [each for each in days if -60 < (each - anchor).days < 330]):
        # "Decided not to charge them on June 10", of September: far ahead and lately over, it is over.
        far, near = min((each - anchor).days for each in coming), min(abs((each - anchor).days) for each in days)
        days = days if far > _FARTHER * max(near, 1) else coming
    if direction == PAST and (gone := [each for each in days if (each - anchor).days < 60]):
        days = gone
    # What is over is told more often than what is to come, so a day ahead has to be nearer.
    nearest = min(
        days, key=lambda each: (anchor - each).days if each <= anchor else 1.5 * (each - anchor).days, default=None
    )
    return nearest.isoformat() if nearest else None


def _week_of(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the week of March 6" -> "2000-W10", "the weekend of March 11" -> "2000-W10-WE"."""
    day = _day(groups, standing, words)
    first = day_of(day.timex3) if day else None
    ends = "-WE" if groups.get("weekend") else ""
    return replace(day, timex3=week_value(first) + ends, kind=TimeKind.DATE) if day and first else None


def _month(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "April", "the first day of April": a month, or the day at its edge that the words name."""
    reading = _whole_month(groups, standing, words)
    if reading is None or not reading.timex3[:4].isdigit():
        return reading
    day = _edge_day(int(reading.timex3[:4]), int(reading.timex3[5:7]), groups)
    return replace(reading, timex3=day) if day else reading


def _whole_month(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "April", "last April", "June last year", "the end of July 2016"."""
    month = words.month(groups["month"] or "")
    year, counted = _named_year(groups, standing, words)
    if later := groups.get("lateryear"):
        year = int(later) - (month > words.month(groups["latermonth"] or ""))
    if year:
        return Reading(f"{year:04d}-{month:02d}", TimeKind.DATE, counted)
    anchor = standing.anchor
    if anchor is None:
        return Reading(f"XXXX-{month:02d}", TimeKind.DATE)
    if (step := words.step(groups.get("yearstep"))) is not None:
        return dated(f"{anchor.year + step:04d}-{month:02d}", standing)
    named = words.step(groups.get("step"))
    if "that" in (
        (groups.get("step") or "").lower(),
        (groups.get("yearstep") or "").lower(),
    ):  # "the mill closed that May": of the year told
        return dated(f"{standing.year or anchor.year:04d}-{month:02d}", standing)
    if (groups.get("step") or "").lower().endswith("following") and standing.month:
        told = standing.month  # "sued in May 2010 and won the following January"
        value = month_value(told, (month - told.month - 1) % 12 + 1)
        return Reading(value, TimeKind.DATE, TOLD.format(month_value(told)))
    if named == 0:
        return dated(f"{anchor.year:04d}-{month:02d}", standing)
    back = (anchor.month - month) % 12
    if named:
        gone = (anchor.month - month - 1) % 12 + 1  # "last April" of an April: the year before
        return dated(month_value(anchor, -gone if named < 0 else 12 - back), standing)
    gone = _looks_back(back, standing) or (0 < back <= _JUST_OVER and groups.get("of") is not None)
    return dated(month_value(anchor, -back if gone else 12 - back), standing)


def _edge_day(year: int, month: int, groups: Groups) -> str | None:
    """The first or last day of a month, where the words name that day; None otherwise."""
    named = re.search(r"\b(first|last|final)\s+day\s+of", groups.get("edge") or "", re.IGNORECASE)
    if named is None:
        return None
    day = 1 if named[1].lower() == "first" else monthrange(year, month)[1]
    return day_value(year, month, day)


# "Will be told by the November jobs report", of early December: nobody means that of the year to come.
_JUST_OVER = 2


def _looks_back(back: int, standing: Standing) -> bool:
    """Whether a bare month so many months ago is meant rather than the coming one: the tense, unless it lies far."""
    if standing.direction == PAST:
        return back <= 10
    return back == 0 or (standing.direction != AHEAD and back <= (5 if standing.nearer else 7))


def spoken_year(text: str | None, numbers: NumberWords) -> int:
    """ "nineteen ninety-six" -> 1996, "the year two thousand" -> 2000; 0 when it is no year."""
    lowered = " ".join((text or "").lower().replace("-", " ").split()).removeprefix("the year ")
    if lowered.startswith("two thousand"):
        value = number_value(lowered, numbers)
        return int(value) if value and value < 2100 else 0
    rest = number_value(lowered.removeprefix("nineteen ").removeprefix("hundred").removeprefix("oh "), numbers)
    return 1900 + int(rest) if lowered.startswith("nineteen ") and rest is not None and 0 < rest < 100 else 0


def _named_year(groups: Groups, standing: Standing, words: Words) -> tuple[int, str]:
    """The year that figures or words name, and what it was counted from; 0 without one.

    Two digits ("fiscal '89") are of the century in which the year lies near publication.
    """
    if short := groups.get("short"):
        near = (standing.anchor or date(2000, 1, 1)).year + 10
        return near - (near - int(short)) % 100, publication(standing)
    return int(groups.get("year") or 0) or spoken_year(groups.get("spoken"), words.numbers), ""


def _year(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    year, counted = _named_year(groups, standing, words)
    return Reading(f"{year:04d}", TimeKind.DATE, counted) if year else None


def _decade(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the 1990s" -> "199"; "the '80s" of a report of 1998 -> "198"."""
    spelt = words.times.decades.get((groups.get("spelt") or "").lower())
    text = spelt or (groups["decade"] or "").lstrip("'’")
    if len(text) == 4:
        return Reading(text[:3], TimeKind.DATE)
    century = (standing.anchor or date(2000, 1, 1)).year // 100
    value = f"{century}{text[0]}"
    if standing.anchor is None or int(value) * 10 > standing.anchor.year:
        value = f"{century - 1}{text[0]}"
    return Reading(value, TimeKind.DATE, publication(standing))


def _the_year(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the year ended March 31", "the week ended May 5": a length; "later in the year": the year of publication."""
    if groups.get("ended"):
        return Reading(f"P1{words.unit(groups.get('unit') or 'year')}", TimeKind.DURATION)
    return dated(f"{standing.anchor.year:04d}" if standing.anchor else "XXXX", standing)


def _that(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "later that year", "that month": those of the last date told."""
    unit = words.unit(groups["unit"] or "")
    if unit == "Y" and standing.year:
        return Reading(f"{standing.year:04d}", TimeKind.DATE, TOLD.format(standing.year))
    told = standing.month if unit == "M" else standing.told
    value = moved(told, unit, 0) if told else None
    now = moved(standing.anchor, unit, 0) if standing.anchor else None
    if value and now and standing.direction == PAST and value > now:
        return None  # "printed at the end of that week" is of no week to come
    return Reading(value, TimeKind.DATE, TOLD.format(told.isoformat())) if told and value else None


def _year_end(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "By year-end": this year's; "up 4% since year-end": last year's."""
    if groups.get("year"):
        return Reading(groups["year"] or "", TimeKind.DATE)
    gone = groups.get("since") is not None
    return dated(f"{standing.anchor.year - gone:04d}" if standing.anchor else "XXXX", standing)


def _season(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "last fall" -> the fall that is over; "the summer of 2016"; "this spring" -> this year's."""
    code = words.times.seasons[(groups["season"] or "").lower()]
    year, counted = _named_year(groups, standing, words)
    if year:
        return Reading(f"{year:04d}-{code}", TimeKind.DATE, counted)
    anchor = standing.anchor
    if anchor is None:
        return Reading(f"XXXX-{code}", TimeKind.DATE)
    first = SEASON_MONTH[code]
    if (groups.get("step") or "").lower().startswith("that"):  # "he left that summer": of the year told
        return dated(f"{standing.year or anchor.year:04d}-{code}", standing)
    step = words.step(groups.get("step"))
    if step == -1 or (step is None and anchor.month < first and _season_gone(anchor, first, standing.direction)):
        return dated(f"{anchor.year if anchor.month > first + 2 else anchor.year - 1:04d}-{code}", standing)
    if step == 1 and anchor.month >= first:
        return dated(f"{anchor.year + 1:04d}-{code}", standing)
    if step is None and anchor.month > first + 2 and _season_next(anchor, first, standing.direction):
        return dated(f"{anchor.year + 1:04d}-{code}", standing)
    return dated(f"{anchor.year:04d}-{code}", standing)


def _season_next(anchor: date, first: int, direction: int) -> bool:
    """Whether a season that is over this year is next year's: "wool will be dear in the spring", told in December."""
    near = first + 12 - anchor.month < anchor.month - (first + 2)
    return direction == AHEAD or (direction == PRESENT and near)


def _season_gone(anchor: date, first: int, direction: int) -> bool:
    """Whether a season still to come this year is last year's: by the tense, and where that is open the nearer one."""
    if direction != PRESENT:
        return direction == PAST
    return first - anchor.month > anchor.month + 12 - (first + 2)


def _holiday(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """A feast's day, its weekend ("the Labor Day weekend") or its week ("Easter week", the nearest)."""
    if groups.get("week"):
        standing = replace(standing, direction=PRESENT)
    reading = _holiday_day(groups, standing, words)
    day = day_of(reading.timex3) if reading else None
    if reading is None or not (groups.get("weekend") or groups.get("week")):
        return reading
    if groups.get("week"):
        return replace(reading, timex3=week_value(day) if day else "XXXX-WXX")
    if day is None:
        return replace(reading, timex3="XXXX-WXX-WE")
    near = day - timedelta(days=_EARLY_WEEK) if day.isoweekday() <= _EARLY_WEEK else day
    return replace(reading, timex3=f"{week_value(near)}-WE")


# The weekend of a feast early in the week is the one before it: Labor Day's; of one on a Thursday the one behind it.
_EARLY_WEEK = 3


def _holiday_day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "Christmas", "last Easter", "Labor Day 1998"."""
    name = " ".join((groups["holiday"] or "").lower().split())
    holiday = next(row for row in words.times.holidays if name in row.names)
    if year := groups.get("year"):
        return Reading(holiday_date(holiday, int(year)).isoformat(), TimeKind.DATE)
    anchor = standing.anchor
    if anchor is None:
        known = f"XXXX-{holiday.day[0]:02d}-{holiday.day[1]:02d}" if holiday.day else "XXXX-XX-XX"
        return Reading(known, TimeKind.DATE)
    days = [holiday_date(holiday, anchor.year + offset) for offset in (-1, 0, 1)]
    step = words.step(groups.get("step"))
    if step == -1 or (step is None and standing.direction == PAST):
        days = [each for each in days if each <= anchor]
    elif step == 1 or (step is None and standing.direction == AHEAD):
        days = [each for each in days if each >= anchor]
    return dated(min(days, key=lambda each: abs((each - anchor).days)).isoformat(), standing)


def _century(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    raw = (groups["nth"] or "").lower()
    digits = re.match(r"\d+", raw)
    nth = int(digits[0]) if digits else words.numbers.ordinals[raw]
    return Reading(f"{nth - 1:02d}", TimeKind.DATE) if 1 < nth < 23 else None


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _day,
    "weekof": _week_of,
    "month": _month,
    "year": _year,
    "fiscal": _year,
    "decade": _decade,
    "yearend": _year_end,
    "season": _season,
    "holiday": _holiday,
    "century": _century,
    "theyear": _the_year,
    "that": _that,
}
