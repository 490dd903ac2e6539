"""What a match of the time grammar means: a TIMEX3 value, counted from publication or from the last date told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.annotate.dates import (
    day_of,
    day_value,
    holiday_date,
    month_value,
    moved,
    nearest_weekday,
    quarter_of,
    quarter_value,
    week_value,
)
from crosswire.annotate.numbers import number_value
from crosswire.annotate.tense import AHEAD, PAST
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.times import TimeWords
from crosswire.model.annotation import TimeKind


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the reader stands: publication day, the last day, year and quarter told, and the tense at the match.

    `anchor` is None where the report has no publication date; `told` is the last day the text named.
    `direction` is that of the governing verb, `verb` its lemma.
    """

    anchor: date | None
    told: date | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    direction: int = PAST
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, and what it was counted from ("" when the words say it in full). `zone` is an ISO offset or ""."""

    timex3: str
    kind: TimeKind
    counted: str = ""
    zone: str = ""


Groups = Mapping[str, str | None]
Reader = Callable[[Groups, Standing, "Words"], Reading | None]


@dataclass(frozen=True, slots=True)
class Words:
    """The two lexicons that readings look words up in."""

    times: TimeWords
    numbers: NumberWords

    def month(self, word: str) -> int:
        """The number of a month's name."""
        return self.times.months[word.lower().rstrip(".")]

    def weekday(self, word: str) -> int:
        """The ISO number of a weekday's name."""
        return self.times.weekdays[word.lower().rstrip(".")]

    def unit(self, word: str) -> str:
        """The ISO designator of a unit."""
        word = word.lower()
        return self.times.units[self.times.short_units.get(word, word)]

    def count(self, phrase: str) -> float | None:
        """How many; None for a number that is not told ("several")."""
        phrase = " ".join(phrase.lower().split())
        if phrase in ("a", "an"):
            return 1.0
        if phrase in ("half a", "half an", "a half"):
            return 0.5
        if "couple" in phrase:
            return 2.0
        if phrase in self.numbers.vague or phrase in ("many", "several", "few"):
            return None
        return number_value(phrase, self.numbers)

    def step(self, phrase: str | None) -> int | None:
        """-1, 0 or 1 for "last", "this", "next"; None without such a word."""
        if phrase is None:
            return None
        return self.times.steps.get(re.sub(r"^the\s+", "", " ".join(phrase.lower().split())))


PUBLICATION = "publication on {}"
TOLD = "the last date told, {}"


def _publication(standing: Standing) -> str:
    """What a value counts from, in words, when it counts from publication."""
    return PUBLICATION.format(standing.anchor.isoformat()) if standing.anchor else ""


def _dated(timex3: str | None, standing: Standing, words: str = "") -> Reading | None:
    """A DATE counted from publication."""
    return Reading(timex3, TimeKind.DATE, words or _publication(standing)) if timex3 else None


def _with_clock(day: str, groups: Groups, words: Words, counted: str) -> Reading:
    """A day with the time of day that stands beside it, if any."""
    if time := clock_time(groups.get("clock") or groups.get("after"), words.times):
        zone = zone_offset(groups.get("zone") or groups.get("afterzone"), words.times)
        return Reading(f"{day}T{time}", TimeKind.TIME, counted, zone)
    if part := groups.get("part"):
        return Reading(day + words.times.parts[part.lower()], TimeKind.TIME, counted)
    return Reading(day, TimeKind.DATE, counted)


def clock_time(text: str | None, times: TimeWords) -> str | None:
    """ "7:15 p.m." -> "19:15", "noon" -> "12:00", "4 in the morning" -> "04:00"; None when it is no time of day."""
    if not text:
        return None
    lowered = " ".join(text.lower().split())
    if lowered in times.clock_words:
        return times.clock_words[lowered]
    match = re.match(r"(\d{1,2})(?:[:.](\d\d))?", lowered)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    late = bool(re.search(r"\bp\.?\s?m|afternoon|evening|\dp\.?\s?m", lowered))
    early = bool(re.search(r"\ba\.?\s?m|morning|\da\.?\s?m", lowered))
    hour = hour % 12 + 12 if late and hour <= 12 else hour % 12 if early and hour == 12 else hour
    return f"{hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else None


def zone_offset(zone: str | None, times: TimeWords) -> str:
    """The offset of a named zone ("GMT": "+00:00"), or "" where its name does not settle it."""
    minutes = times.zones.get((zone or "").lower())
    if minutes is None:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _iso(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    value = day_value(int(groups["year"] or 0), int(groups["mon"] or 0), int(groups["day"] or 0))
    if value is None:
        return None
    if time := groups["time"]:
        return Reading(f"{value}T{time}", TimeKind.TIME)
    return Reading(value, TimeKind.DATE)


def _slashed(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "13/4/2017" and "4/13/2017" are clear; "4/5/2017" is a day of April or May, so only the year is told."""
    a, b, year = int(groups["a"] or 0), int(groups["b"] or 0), int(groups["year"] or 0)
    year = year if year > 99 else year + (1900 if year > 69 else 2000)
    if a > 12 or a == b:
        value = day_value(year, b, a) if b <= 12 else None
    else:
        value = day_value(year, a, b) if b > 12 else f"{year:04d}-XX-XX"
    return Reading(value, TimeKind.DATE) if value else None


def _day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "April 4", "Friday, Oct. 23", "5 p.m. EST Nov. 9", "8 March 2017"."""
    month, raw = words.month(groups["month"] or ""), (groups["day"] or "").lower()
    digits = re.match(r"\d+", raw)
    day = int(digits[0]) if digits else words.numbers.ordinals[re.sub(r"\s+", "-", raw)]
    if year := groups.get("year"):
        value = day_value(int(year), month, day)
        return _with_clock(value, groups, words, "") if value else None
    if standing.anchor is None:
        value = day_value(None, month, day)
        return _with_clock(value, groups, words, "") if value else None
    weekday = words.weekday(groups["weekday"] or "") if groups.get("weekday") else None
    value = _nearest_day(standing.anchor, month, day, weekday, standing.direction)
    return _with_clock(value, groups, words, _publication(standing)) if value else None


def _nearest_day(anchor: date, month: int, day: int, weekday: int | None, direction: int) -> str | None:
    """The day of that month nearest to publication; a weekday beside it decides between years, then the tense."""
    values = [value for year in (-1, 0, 1) if (value := day_value(anchor.year + year, month, day))]
    days = [date.fromisoformat(value) for value in values]
    if weekday and (named := [each for each in days if each.isoweekday() == weekday]):
        days = named
    if direction == AHEAD and (coming := [each for each in days if -60 < (each - anchor).days < 330]):
        days = coming
    if direction == PAST and (gone := [each for each in days if (each - anchor).days < 60]):
        days = gone
    # What is over is told more often than what is to come, so a day ahead has to be nearer.
    nearest = min(
        days, key=lambda each: (anchor - each).days if each <= anchor else 1.5 * (each - anchor).days, default=None
    )
    return nearest.isoformat() if nearest else None


def _month(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "April", "last April", "June last year", "the end of July 2016"."""
    month = words.month(groups["month"] or "")
    year = spoken_year(groups.get("spoken"), words.numbers) or int(groups["year"] or 0)
    if year:
        return Reading(f"{year:04d}-{month:02d}", TimeKind.DATE)
    anchor = standing.anchor
    if anchor is None:
        return Reading(f"XXXX-{month:02d}", TimeKind.DATE)
    if (step := words.step(groups.get("yearstep"))) is not None:
        return _dated(f"{anchor.year + step:04d}-{month:02d}", standing)
    named = words.step(groups.get("step"))
    if named == 0:
        return _dated(f"{anchor.year:04d}-{month:02d}", standing)
    back = (anchor.month - month) % 12
    if named:
        gone = (anchor.month - month - 1) % 12 + 1  # "last April" of an April: the year before
        return _dated(month_value(anchor, -gone if named < 0 else 12 - back), standing)
    return _dated(month_value(anchor, -back if _looks_back(back, standing.direction) else 12 - back), standing)


def _looks_back(back: int, direction: int) -> bool:
    """Whether a bare month so many months ago is meant rather than the coming one: the tense, unless it lies far."""
    if direction == PAST:
        return back <= 10
    return back == 0 or back <= (2 if direction == AHEAD else 7)


def spoken_year(text: str | None, numbers: NumberWords) -> int:
    """ "nineteen ninety-six" -> 1996, "the year two thousand" -> 2000; 0 when it is no year."""
    lowered = " ".join((text or "").lower().replace("-", " ").split()).removeprefix("the year ")
    if lowered.startswith("two thousand"):
        value = number_value(lowered, numbers)
        return int(value) if value and value < 2100 else 0
    rest = number_value(lowered.removeprefix("nineteen ").removeprefix("hundred").removeprefix("oh "), numbers)
    return 1900 + int(rest) if lowered.startswith("nineteen ") and rest is not None and 0 < rest < 100 else 0


def _year(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    year = spoken_year(groups.get("spoken"), words.numbers) or int(groups.get("year") or 0)
    return Reading(f"{year:04d}", TimeKind.DATE) if year else None


def _decade(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the 1990s" -> "199"; "the '80s" of a report of 1998 -> "198"."""
    text = (groups["decade"] or "").lstrip("'")
    if len(text) == 4:
        return Reading(text[:3], TimeKind.DATE)
    century = (standing.anchor or date(2000, 1, 1)).year // 100
    value = f"{century}{text[0]}"
    if standing.anchor is None or int(value) * 10 > standing.anchor.year:
        value = f"{century - 1}{text[0]}"
    return Reading(value, TimeKind.DATE, _publication(standing))


def _the_year(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the year ended March 31": a length; "later in the year": the year of publication."""
    if groups.get("ended"):
        return Reading("P1Y", TimeKind.DURATION)
    return _dated(f"{standing.anchor.year:04d}" if standing.anchor else "XXXX", standing)


def _that(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "later that year": the year of the last date told."""
    unit = words.unit(groups["unit"] or "")
    if unit == "Y" and standing.year:
        return Reading(f"{standing.year:04d}", TimeKind.DATE, TOLD.format(standing.year))
    if standing.told is None:
        return None
    value = moved(standing.told, unit, 0)
    return Reading(value, TimeKind.DATE, TOLD.format(standing.told.isoformat())) if value else None


def _in_the(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "earlier in the week": the week of publication; "later in the day": the last day told."""
    unit = words.unit(groups["unit"] or "") if groups["unit"] != "season" else ""
    base = standing.told if unit == "D" and standing.told else standing.anchor
    if not unit or base is None:
        return Reading(_open_value(unit), TimeKind.DATE) if unit else None
    counted = TOLD.format(base.isoformat()) if base is standing.told else _publication(standing)
    value = moved(base, unit, 0)
    return Reading(value, TimeKind.DATE, counted) if value else None


def _the_day(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the day before": counted from the last day told, else unknown."""
    if standing.told is None:
        return Reading("XXXX-XX-XX", TimeKind.DATE)
    step = 1 if (groups["step"] or "").lower().endswith("after") else -1
    return Reading((standing.told + timedelta(days=step)).isoformat(), TimeKind.DATE, TOLD.format(standing.told))


def _times(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "twice a week": a set with the period of a week."""
    return _set({"unit": groups["unit"]}, standing, words)


def _year_end(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return _dated(f"{standing.anchor.year:04d}" if standing.anchor else "XXXX", standing)


def _season(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "last fall" -> the fall that is over; "the summer of 2016"; "this spring" -> this year's."""
    code = words.times.seasons[(groups["season"] or "").lower()]
    if groups.get("year"):
        return Reading(f"{groups['year']}-{code}", TimeKind.DATE)
    anchor = standing.anchor
    if anchor is None:
        return Reading(f"XXXX-{code}", TimeKind.DATE)
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year, step = anchor.year, words.step(groups.get("step"))
    if step == -1 or (step is None and standing.direction == PAST and anchor.month < first):
        over = anchor.month > first + 2 or (code == "WI" and False)
        return _dated(f"{anchor.year if over else anchor.year - 1:04d}-{code}", standing)
    if step == 1 and anchor.month >= first:
        return _dated(f"{anchor.year + 1:04d}-{code}", standing)
    return _dated(f"{anchor.year:04d}-{code}", standing)


def _holiday(groups: Groups, standing: Standing, words: Words) -> Reading | None:
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
    return _dated(min(days, key=lambda each: abs((each - anchor).days)).isoformat(), standing)


def _century(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    raw = (groups["nth"] or "").lower()
    digits = re.match(r"\d+", raw)
    nth = int(digits[0]) if digits else words.numbers.ordinals[raw]
    return Reading(f"{nth - 1:02d}", TimeKind.DATE) if 1 < nth < 23 else None


def _weekday(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "Wednesday" of a Wednesday report is that day; "last Wednesday" the one before; "will ... Friday" the coming."""
    weekday, anchor = words.weekday(groups["weekday"] or ""), standing.anchor
    step, phrase = words.step(groups.get("step")), (groups.get("step") or "").lower()
    if step is not None and ("previous" in phrase or "following" in phrase):
        if standing.told is None:
            return _with_clock(f"XXXX-WXX-{weekday}", groups, words, "")
        day = nearest_weekday(standing.told + timedelta(days=step), weekday, step)
        return _with_clock(day.isoformat(), groups, words, TOLD.format(standing.told.isoformat()))
    if anchor is None:
        return _with_clock(f"XXXX-WXX-{weekday}", groups, words, "")
    if step in (-1, 1):
        day = nearest_weekday(anchor + timedelta(days=step), weekday, step)
    elif step == 0:
        day = nearest_weekday(anchor, weekday, PAST if "past" in phrase else AHEAD)
    else:
        day = nearest_weekday(anchor, weekday, AHEAD if standing.direction == AHEAD else PAST)
    return _with_clock(day.isoformat(), groups, words, _publication(standing))


def _deictic(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "yesterday", "late last night", "tonight", "mid-afternoon yesterday"."""
    word = (groups["word"] or "").lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = (standing.anchor + timedelta(days=offset)).isoformat() if standing.anchor else "XXXX-XX-XX"
    part = groups.get("part") or {"tonight": "night", "overnight": "night"}.get(word)
    if part is None and (edge := (groups.get("edge") or "").lower()) in words.times.parts:
        part = edge
    return _with_clock(day, {**groups, "part": part}, words, _publication(standing))


def _day_part(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "this morning", "last night", "the next morning", "that evening", "the afternoon"."""
    step = " ".join((groups["step"] or "").lower().split())
    told = step in ("that", "the", "the next", "the following")
    base = standing.told or standing.anchor if told else standing.anchor
    offset = {"last": -1, "the next": 1, "the following": 1}.get(step, 0)
    counted = TOLD.format(base.isoformat()) if told and base and base is standing.told else _publication(standing)
    day = (base + timedelta(days=offset)).isoformat() if base else "XXXX-XX-XX"
    return _with_clock(day, groups, words, counted)


def _clock(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "7:15 p.m." alone: of the last day told, else of publication day."""
    base = standing.told or standing.anchor
    counted = TOLD.format(base.isoformat()) if base and base is standing.told else _publication(standing)
    return _with_clock(base.isoformat() if base else "XXXX-XX-XX", groups, words, counted)


def _step(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "last week", "this year", "the following month" (of the last date told), "earlier this month"."""
    unit, phrase = words.unit(groups["unit"] or ""), " ".join((groups["step"] or "").lower().split())
    step = words.step(phrase)
    if (unit in "SMH" and (groups["unit"] or "").lower() in words.times.below_day) or step is None:
        return None
    from_told = standing.told is not None and (
        phrase in ("following", "previous", "prior") or (bool(groups.get("the")) and phrase == "next" and unit == "D")
    )
    base = standing.told if from_told else standing.anchor
    if phrase == "past" or (groups.get("the") and phrase in ("last", "coming", "next") and unit in "DE" and step < 0):
        if unit in "YMWD" and phrase == "past" and groups.get("the"):
            return Reading(f"P1{unit}", TimeKind.DURATION)
    if base is None:
        return Reading(_open_value(unit), TimeKind.DATE)
    counted = TOLD.format(base.isoformat()) if from_told else _publication(standing)
    if unit == "D" and step == 0:
        return None if phrase != "current" else _dated(base.isoformat(), standing)
    value = moved(base, unit, step)
    return Reading(value, TimeKind.DATE, counted) if value else None


def _open_value(unit: str) -> str:
    """A value that says only the grain, where there is nothing to count from."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def _step_span(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the past two months", "the first nine months": a length."""
    return _length(groups, standing, words)


def length_value(count: float | None, unit: str, below_day: bool) -> str:
    """The value of a length: (2.5, "Y") -> "P2Y6M", (3, "H") -> "PT3H", (None, "M") -> "PXM"."""
    unit, factor = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2)}.get(unit, (unit, 1))
    mark = "T" if below_day else ""
    if count is None:
        return f"P{mark}X{unit}"
    count *= factor
    whole, rest = int(count), count - int(count)
    smaller = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60), "D": ("H", 24)}.get(unit)
    if rest and smaller and (below_day or unit in "YD"):
        head = f"{whole}{unit}" if whole else ""
        middle = "T" if unit == "D" else ""
        return f"P{mark}{head}{middle}{round(rest * smaller[1])}{smaller[0]}"
    return f"P{mark}{whole if not rest else f'{count:g}'}{unit}"


def _length(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "three hours" -> "PT3H", "2 1/2 years" -> "P2Y6M", "several months" -> "PXM"."""
    name = (groups["unit"] or "").lower()
    below = words.times.short_units.get(name, name) in words.times.below_day
    phrase = groups.get("count")
    count = words.count(phrase) if phrase else None
    if count is not None and groups.get("half"):
        count += 0.5
    return Reading(length_value(count, words.unit(name), below), TimeKind.DURATION)


def _half(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return _length({**groups, "count": "half a"}, standing, words)


def _offset(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "two days ago" counts from publication, "two days earlier" from the last date told."""
    source, sign = words.times.offsets[" ".join((groups["offset"] or "").lower().split())]
    name = (groups["unit"] or "").lower()
    unit, count = words.unit(name), words.count(groups["count"] or "")
    if name in words.times.below_day:
        return _hours_away(groups, standing, words, sign)
    base = standing.told if source == "then" and standing.told else standing.anchor
    if unit == "Y" and count == 1 and standing.quarter:
        year, quarter = standing.quarter
        return Reading(f"{year + sign}-Q{quarter}", TimeKind.DATE, f"the quarter told, {year}-Q{quarter}")
    if base is None:
        return Reading(_open_value(unit), TimeKind.DATE)
    if count is None:
        return Reading("PAST_REF" if sign < 0 else "FUTURE_REF", TimeKind.DATE)
    counted = TOLD.format(base.isoformat()) if base is standing.told else _publication(standing)
    value = moved(base, unit, sign * int(count))
    return Reading(value, TimeKind.DATE, counted) if value else None


def _hours_away(groups: Groups, standing: Standing, words: Words, sign: int) -> Reading | None:
    """ "three hours ago": a length back from a moment that only a publication hour could give."""
    return _length(groups, standing, words)


def _weekend(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    anchor = standing.anchor
    if anchor is None:
        return Reading("XXXX-WXX-WE", TimeKind.DATE)
    step = words.step(groups.get("step"))
    if step is None:
        step = 0 if standing.direction == AHEAD or anchor.isoweekday() > 5 else -1
    return _dated(week_value(anchor + timedelta(weeks=step)) + "-WE", standing)


def _set(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    reading = _length({"unit": groups["unit"], "count": groups.get("count") or "1"}, standing, words)
    if reading and (groups.get("other") or "").lower() == "other":
        return Reading(reading.timex3.replace("1", "2"), TimeKind.SET)
    return replace(reading, kind=TimeKind.SET) if reading else None


def _day_set(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    part = words.times.parts[(groups["part"] or "").lower()] if groups.get("part") else ""
    return Reading(f"XXXX-WXX-{words.weekday(groups['weekday'] or '')}{part}", TimeKind.SET)


def _adverb(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return Reading(words.times.sets[(groups["set"] or "").lower()], TimeKind.SET)


def _reference(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return Reading(words.times.references[" ".join((groups["word"] or "").lower().split())], TimeKind.DATE)


def _adjective(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return Reading(words.times.adjectives[(groups["word"] or "").lower()], TimeKind.DATE)


_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _quarter(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the third quarter of 1984"; without a year, the last such quarter that has begun (or the coming, if ahead)."""
    nth, anchor = _NTH[(groups["nth"] or "").lower().strip("- ")], standing.anchor
    if year := groups.get("year") or groups.get("of"):
        return Reading(f"{year}-Q{nth}", TimeKind.DATE)
    if anchor is None:
        return Reading(f"XXXX-Q{nth}", TimeKind.DATE)
    step = words.step(groups.get("step"))
    if step is not None:
        return _dated(quarter_value(anchor.year + step, nth), standing)
    begun = nth <= quarter_of(anchor)[1]
    return _dated(
        quarter_value(anchor.year if begun or standing.direction == AHEAD else anchor.year - 1, nth), standing
    )


def _last_quarter(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the latest quarter", "the year-ago period", "the 1988 period": from the quarter told, else publication."""
    which, anchor = (groups["which"] or "").lower(), standing.anchor
    told = standing.quarter
    if anchor is None and told is None:
        return Reading("XXXX-QX", TimeKind.DATE)
    if told is None and (groups["unit"] or "").lower() == "period":
        return Reading(which, TimeKind.DATE) if which.isdigit() else None
    year, quarter = told or _before(quarter_of(anchor or date.min))
    if which.isdigit():
        year = int(which)
    elif which.startswith("year-"):
        year -= 1
    elif which in ("current", "next", "previous", "last") and anchor is not None:
        shift = {"current": 0, "next": 1}.get(which, -1)
        return _dated(moved(anchor, "Q", shift), standing)
    return Reading(
        f"{year:04d}-Q{quarter}",
        TimeKind.DATE,
        f"the quarter told, {told[0]}-Q{told[1]}" if told else _publication(standing),
    )


def _before(quarter: tuple[int, int]) -> tuple[int, int]:
    """The quarter before."""
    return (quarter[0], quarter[1] - 1) if quarter[1] > 1 else (quarter[0] - 1, 4)


def _the_quarter(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return _last_quarter({"which": "year-ago" if groups.get("ago") else "latest", "unit": "quarter"}, standing, words)


def _half_year(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    half = 1 if (groups["nth"] or "").lower() == "first" else 2
    year = groups.get("year") or ""
    if year.isdigit():
        return Reading(f"{year}-H{half}", TimeKind.DATE)
    if standing.anchor is None:
        return Reading(f"XXXX-H{half}", TimeKind.DATE)
    step = words.step(year.split()[0]) if year else 0
    return _dated(f"{standing.anchor.year + (step or 0):04d}-H{half}", standing)


def _year_ago(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return _offset({"count": "a", "unit": "year", "offset": "ago"}, standing, words)


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "slashed": _slashed,
    "day": _day,
    "month": _month,
    "year": _year,
    "fiscal": _year,
    "decade": _decade,
    "yearend": _year_end,
    "season": _season,
    "holiday": _holiday,
    "century": _century,
    "weekday": _weekday,
    "deictic": _deictic,
    "daypart": _day_part,
    "clock": _clock,
    "step": _step,
    "stepspan": _step_span,
    "offset": _offset,
    "weekend": _weekend,
    "length": _length,
    "half": _half,
    "theyear": _the_year,
    "that": _that,
    "times": _times,
    "inthe": _in_the,
    "theday": _the_day,
    "set": _set,
    "dayset": _day_set,
    "adverb": _adverb,
    "reference": _reference,
    "adjective": _adjective,
    "quarter": _quarter,
    "lastquarter": _last_quarter,
    "thequarter": _the_quarter,
    "halfyear": _half_year,
    "yearago": _year_ago,
}


def told_after(form: str, reading: Reading, standing: Standing) -> Standing:
    """The standing after a reading: a day or quarter it told is what "later" and "the quarter" count from.

    Only a quarter named by its number moves the quarter: "a year earlier" twice counts from the same one.
    """
    if reading.kind in (TimeKind.DATE, TimeKind.TIME):
        if day := day_of(reading.timex3):
            return replace(standing, told=day, year=day.year)
        if re.match(r"\d{4}(?:-\d\d)?$", reading.timex3) and form in ("month", "year", "step"):
            return replace(standing, year=int(reading.timex3[:4]))
        match = re.fullmatch(r"(\d{4})-Q([1-4])", reading.timex3)
        if match and form == "quarter":
            return replace(standing, quarter=(int(match[1]), int(match[2])))
    return standing


__all__ = ["READERS", "Reading", "Standing", "Words", "month_value", "told_after"]
