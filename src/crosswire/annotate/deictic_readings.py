"""Readings of expressions that count from publication or from the last date told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from crosswire.annotate.dates import moved, nearest_weekday, week_value
from crosswire.annotate.length_readings import read_length
from crosswire.annotate.reading import (
    LATELY,
    TOLD,
    Groups,
    Reader,
    Reading,
    Standing,
    Words,
    clock_time,
    dated,
    open_value,
    publication,
    with_clock,
)
from crosswire.annotate.tense import AHEAD, PAST, PRESENT
from crosswire.model.annotation import TimeKind

_MIDWEEK, _SUNDAY = 3, 7
# Before this day of the week a weekend is the one that is over.
_EARLY = 3


def _weekday(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "Wednesday" of a Wednesday report is that day; "last Wednesday" the one before; "will ... Friday" the coming."""
    weekday, anchor = words.weekday(groups["weekday"] or ""), standing.anchor
    if (edge := (groups.get("edge") or "").lower()) in words.times.parts:
        groups = {**groups, "part": edge}
    step, phrase = words.step(groups.get("step")), (groups.get("step") or "").lower()
    if step is not None and ("previous" in phrase or "following" in phrase):
        if standing.told is None:
            return with_clock(f"XXXX-WXX-{weekday}", groups, words, "")
        day = nearest_weekday(standing.told + timedelta(days=step), weekday, step)
        return with_clock(day.isoformat(), groups, words, TOLD.format(standing.told.isoformat()))
    if anchor is None:
        return with_clock(f"XXXX-WXX-{weekday}", groups, words, "")
    if groups.get("ofweek"):  # "Tuesday of last week"
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        weeks = words.step(groups.get("ofweek")) or 0
        day = monday + timedelta(weeks=weeks, days=weekday - 1)
    elif step in (-1, 1):
        day = nearest_weekday(anchor + timedelta(days=step), weekday, step)
    elif step == 0:
        day = nearest_weekday(anchor, weekday, PAST if "past" in phrase else AHEAD)
    else:
        day = _bare_weekday(anchor, weekday, standing.direction)
        if (anchor - day).days == _BEYOND:
            return _either_week(with_clock(day.isoformat(), groups, words, publication(standing)), day)
    return with_clock(day.isoformat(), groups, words, publication(standing))


# "Closed on Saturday", of a Friday's page: six days ago would be "last Saturday", and pages are written on.
_BEYOND = 6


def _either_week(reading: Reading, day: date) -> Reading:
    """The reading of a weekday six days ago, its time open up to the same weekday after publication."""
    why = f"{reading.counted}: six days ago or, where the page was written on after its date, the day after"
    return replace(reading, counted=why, span=f"{day}/{day + timedelta(days=7)}")


def _bare_weekday(anchor: date, weekday: int, direction: int) -> date:
    """A weekday without "last" or "next": by the tense; where no verb tells, the nearer one, the past one of equals.

    On a Sunday "Monday's debate" is tomorrow's: the one of six days ago would be "last Monday's".
    """
    gone = nearest_weekday(anchor, weekday, PAST)
    if direction == PRESENT and (anchor - gone).days > 4:
        return gone + timedelta(days=7)
    return nearest_weekday(anchor, weekday, AHEAD) if direction == AHEAD else gone


def _deictic(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "yesterday", "late last night", "tonight", "mid-afternoon yesterday"."""
    word = (groups["word"] or "").lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(word.rsplit(maxsplit=1)[-1], 0) * (2 if "day " in word else 1)
    day = (standing.anchor + timedelta(days=offset)).isoformat() if standing.anchor else "XXXX-XX-XX"
    part = groups.get("part") or {"tonight": "night", "overnight": "night"}.get(word)
    if part is None and (edge := (groups.get("edge") or "").lower()) in words.times.parts:
        part = edge
    return with_clock(day, {**groups, "part": part}, words, publication(standing))


def _day_part(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "this morning", "last night", "the next morning", "that evening", "the afternoon"."""
    step = " ".join((groups["step"] or "").lower().split()).replace("that same", "that")
    told = step.startswith("th") and step != "this"
    base = standing.told or standing.anchor if told else standing.anchor
    if step == "that" and standing.older and standing.told == standing.anchor:
        base = standing.older  # that of the day of the report would be "tonight"
    if standing.told is None and step in ("the next", "the following", "the previous", "that", "the same"):
        base = None
    offset = {"last": -1, "the previous": -1, "the next": 1, "the following": 1}.get(step, 0)
    counted = (
        TOLD.format(base.isoformat())
        if told and base and base in (standing.told, standing.older)
        else publication(standing)
    )
    day = (base + timedelta(days=offset)).isoformat() if base else "XXXX-XX-XX"
    return with_clock(day, groups, words, counted)


def _clock(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "7:15 p.m." alone: of the last day told in the paragraph or, where it is over, in the days before publication;
    else of publication day. "Police have been there since Monday. … The alarm was raised at 7:15 p.m."

    A report that has told a day long over may mean that one, and no day is given: "was convicted today of the May 3
    robbery. … He was seen at 7:15 p.m."
    """
    told, anchor = standing.told, standing.anchor
    lately = told and anchor and standing.direction == PAST and timedelta(0) <= anchor - told <= LATELY
    day = standing.near or _going_on(groups, standing, words) or (told if lately else None)
    if standing.older and standing.direction == PAST and day in (None, anchor) and not standing.near:
        return with_clock("XXXX-XX-XX", groups, words, "")
    base = day or anchor
    counted = TOLD.format(day.isoformat()) if day else publication(standing)
    return with_clock(base.isoformat() if base else "XXXX-XX-XX", groups, words, counted)


def _going_on(groups: Groups, standing: Standing, words: Words) -> date | None:
    """The day of an account that goes from clock time to clock time, where this one is no earlier than the last."""
    time = clock_time(groups.get("clock"), words.times)
    if standing.clocked is None or time is None or standing.direction == AHEAD or time < standing.clocked[1]:
        return None
    return standing.clocked[0]


def _step(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "last week", "this year", "the following month" (of the last date told), "earlier this month"."""
    unit, phrase = words.unit(groups["unit"] or ""), " ".join((groups["step"] or "").lower().split())
    step = words.step(phrase)
    if (unit in "SMH" and (groups["unit"] or "").lower() in words.times.below_day) or step is None:
        return None
    told = standing.month if unit in "MQY" else standing.told
    from_told = told is not None and (
        phrase in ("following", "previous", "prior") or (bool(groups.get("the")) and phrase == "next" and unit == "D")
    )
    base = told if from_told else standing.anchor
    if groups.get("half"):
        return read_length({**groups, "count": "one"}, standing, words)
    lasting = phrase == "past" or (phrase == "last" and groups.get("over") is not None)
    if groups.get("the") and lasting and unit in "YMWDEC":
        return read_length({**groups, "count": "one"}, standing, words)  # "over the past year" is a length
    if phrase == "past" and unit in "EC":
        return read_length({**groups, "count": "one"}, standing, words)
    if base is None:
        return Reading(open_value(unit), TimeKind.DATE)
    if unit == "Y" and step == -1 and groups.get("compared") is not None and standing.quarter and not standing.stretch:
        year, quarter = standing.quarter
        return Reading(f"{year - 1}-Q{quarter}", TimeKind.DATE, f"the quarter told, {year}-Q{quarter}")
    if unit == "W" and not from_told:
        step = _weeks(step, phrase, base, standing.direction)
    counted = TOLD.format(base.isoformat()) if from_told else publication(standing)
    if unit == "D" and step == 0:
        return None if phrase != "current" else dated(base.isoformat(), standing)
    value = moved(base, unit, step)
    sunday = unit == "W" and step == -1 and base.isoweekday() == _SUNDAY
    # On a Sunday "last week" is, by the calendar, the week before this day's; most who write it mean the one that ends.
    span = f"{base - timedelta(days=13)}/{base}" if sunday and not from_told else ""
    return Reading(value, TimeKind.DATE, counted, span=span) if value else None


def _weeks(step: int, phrase: str, base: date, direction: int) -> int:
    """How many ISO weeks away a week lies. "This past week" is, until Wednesday, the one before.

    On a Sunday "will meet this week" and "this week's vote" are of the coming one.
    """
    if phrase == "this past":
        return -1 if base.isoweekday() <= _MIDWEEK else 0
    return 1 if base.isoweekday() == _SUNDAY and step == 0 and direction != PAST else step


def _in_the(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "earlier in the week", "the end of the month": those of publication; "later in the day": the last day told."""
    unit = words.unit(groups["unit"] or groups["whole"] or "")
    base = standing.told if unit == "D" and standing.told else standing.anchor
    if base is None:
        return Reading(open_value(unit), TimeKind.DATE)
    counted = TOLD.format(base.isoformat()) if base is standing.told else publication(standing)
    value = moved(base, unit, 0)
    return Reading(value, TimeKind.DATE, counted) if value else None


def _the_week(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the week's heaviest trading": the week of publication."""
    return dated(week_value(standing.anchor) if standing.anchor else open_value("W"), standing)


def _the_day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the day before", "the night before", "the year after": counted from the last date told, else unknown."""
    name, step = (groups["unit"] or "").lower(), 1 if (groups["step"] or "").lower() == "after" else -1
    unit = "D" if name == "night" else words.unit(name)
    told = standing.month if unit == "M" else standing.told
    if unit == "Y" and standing.year:
        return Reading(f"{standing.year + step:04d}", TimeKind.DATE, TOLD.format(standing.year))
    value = moved(told, unit, step) if told else None
    if told is None or value is None:
        return Reading(open_value(unit), TimeKind.DATE)
    part = "night" if name == "night" else None
    return with_clock(value, {"part": part}, words, TOLD.format(told.isoformat()))


def read_offset(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "two days ago" counts from publication, "two days earlier" from the last date told."""
    source, sign = words.times.offsets[" ".join((groups["offset"] or "").lower().split())]
    name = (groups["unit"] or "").lower()
    unit, count = words.unit(name), words.count(groups["count"] or "")
    count = count + 0.5 if count is not None and groups.get("half") else count
    if name in words.times.below_day:
        return _hours_away(groups, standing, words, sign)
    told = (standing.month if unit in "MQY" else standing.told) if source == "then" else None
    base = told or standing.anchor
    if unit == "Y" and count == 1 and standing.quarter and not standing.stretch:
        year, quarter = standing.quarter
        return Reading(f"{year + sign}-Q{quarter}", TimeKind.DATE, f"the quarter told, {year}-Q{quarter}")
    if base is None:
        return Reading(open_value(unit), TimeKind.DATE)
    if (count is None and source == "then") or (source == "then" and sign > 0 and told is None):
        return read_length(groups, standing, words)  # "a few days later"; "two years later", when no date was told
    if count is None:
        return Reading("PAST_REF" if sign < 0 else "FUTURE_REF", TimeKind.DATE)
    counted = TOLD.format(base.isoformat()) if told else publication(standing)
    unit, count = (unit, count) if count == int(count) else _whole(unit, count)
    value = moved(base, unit, sign * int(count))
    over = standing.direction == PAST or unit == "Y"
    now = moved(standing.anchor, unit, 0) if standing.anchor else None
    if value and told and over and now and value > now:
        return read_length(groups, standing, words)  # "closed two days later" can't be still to come
    if value is None and sign < 0:
        return Reading("PAST_REF", TimeKind.DATE)  # "65 million years ago"
    return Reading(value, TimeKind.DATE, counted) if value else None


def _whole(unit: str, count: float) -> tuple[str, float]:
    """A broken number of a unit in the next smaller one: half a century is fifty years, half a year six months."""
    smaller, factor = {"C": ("Y", 100), "E": ("Y", 10), "Y": ("M", 12), "Q": ("M", 3), "M": ("D", 30)}.get(
        unit, ("D", 7)
    )
    return smaller, round(count * factor)


def _hours_away(groups: Groups, standing: Standing, words: Words, sign: int) -> Reading | None:
    """ "three hours ago": a length back from a moment that only a publication hour could give."""
    return read_length(groups, standing, words)


def _weekend(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    anchor = standing.anchor
    if groups.get("every") or groups.get("plural"):
        return Reading("XXXX-WXX-WE", TimeKind.SET)
    if anchor is None:
        return Reading("XXXX-WXX-WE", TimeKind.DATE)
    step = words.step(groups.get("step"))
    if (groups.get("step") or "").lower().startswith("that") and standing.told:
        week = week_value(standing.told)
        return Reading(f"{week}-WE", TimeKind.DATE, TOLD.format(standing.told.isoformat()))
    if step == 0 and anchor.isoweekday() < _EARLY and standing.direction != AHEAD:
        step = -1  # "another death this weekend", of a Monday
    if "past" in (groups.get("step") or "").lower():
        step = 0 if anchor.isoweekday() > 5 else -1
    if step is None:
        # Early in the week "the weekend" is the one that is over, whatever the tense.
        early = anchor.isoweekday() < _EARLY
        step = 0 if anchor.isoweekday() > 5 or (standing.direction == AHEAD and not early) else -1
    return dated(week_value(anchor + timedelta(weeks=step)) + "-WE", standing)


READERS: Mapping[str, Reader] = {
    "weekday": _weekday,
    "deictic": _deictic,
    "daypart": _day_part,
    "clock": _clock,
    "step": _step,
    "offset": read_offset,
    "weekend": _weekend,
    "inthe": _in_the,
    "theweek": _the_week,
    "theday": _the_day,
}
