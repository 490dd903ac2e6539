"""What a reading of a time expression is, and where the reader stands when it is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.annotate.dates import day_of, quarter_of, quarter_value
from crosswire.annotate.numbers import number_value
from crosswire.annotate.tense import PAST
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.times import TimeWords
from crosswire.model.annotation import TimeKind

PUBLICATION, UPDATE = "publication", "the last update"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the reader stands: publication day, the last day, year and quarter told, and the tense at the match.

    `anchor` is None where the report has no date; `since` says what it is the day of. `told` is the last day the text
    named, `near` the last one that this paragraph named; `clocked` the day and clock time last told, while the text
    goes from one to the next; `older` the last day told that was over for long at publication; `month` a day in the
    last month told, `stretch` the longer time that business copy reports on ("nine months": P9M, "the half": 2031-H1),
    until it names a quarter.
    `direction` is that of the governing verb, `verb` its lemma; `nearer` where a bare month is the nearer one.
    """

    anchor: date | None
    told: date | None = None
    near: date | None = None
    year: int | None = None
    month: date | None = None
    clocked: tuple[date, str] | None = None
    older: date | None = None
    quarter: tuple[int, int] | None = None
    stretch: str | None = None
    direction: int = PAST
    nearer: bool = False
    verb: str = ""
    since: str = PUBLICATION


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, and what it was counted from ("" when the words say it in full). `zone` is an ISO offset or "".

    `span` are the days that the words may mean where they are more than the value's: the value is by convention.
    """

    timex3: str
    kind: TimeKind
    counted: str = ""
    zone: str = ""
    span: str = ""


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
        phrase = re.sub(r"\band one[- ]half$", "and a half", " ".join(phrase.lower().split()))
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


Groups = Mapping[str, str | None]


Reader = Callable[[Groups, Standing, "Words"], Reading | None]


# The first month of each season; the winter of a year is the one that begins in it.
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTH_DAYS, _SEASON_DAYS = 31, 93

TOLD = "the last date told, {}"
# How long before publication a day told may be that of a clock time without one.
LATELY = timedelta(days=5)


def publication(standing: Standing) -> str:
    """What a value counts from, in words, when it counts from publication."""
    return f"{standing.since} on {standing.anchor.isoformat()}" if standing.anchor else ""


def dated(timex3: str | None, standing: Standing, words: str = "") -> Reading | None:
    """A DATE counted from publication."""
    return Reading(timex3, TimeKind.DATE, words or publication(standing)) if timex3 else None


def with_clock(day: str, groups: Groups, words: Words, counted: str) -> Reading:
    """A day with the time of day that stands beside it, if any."""
    if time := clock_time(groups.get("clock") or groups.get("after"), words.times):
        part = words.times.parts.get((groups.get("part") or "").lower())
        if (part == "TAF" and time < "12:00") or (part in ("TEV", "TNI") and "05:00" <= time < "12:00"):
            time = f"{int(time[:2]) + 12}{time[2:]}"  # "6:20 Thursday night", "3 this afternoon"
        zone = zone_offset(groups.get("zone") or groups.get("afterzone"), words.times)
        return Reading(f"{day}T{time}", TimeKind.TIME, counted, zone)
    if part := groups.get("part"):
        return Reading(day + words.times.parts[part.lower()], TimeKind.TIME, counted)
    return Reading(day, TimeKind.DATE, counted)


_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOURS = {word: hour for hour, word in enumerate(_COUNTED, start=1)}
_MINUTES = {"fifteen": ":15", "thirty": ":30", "forty-five": ":45"}


def clock_time(text: str | None, times: TimeWords) -> str | None:
    """ "7:15 p.m." -> "19:15", "noon" -> "12:00", "4 in the morning" -> "04:00"; None when it is no time of day."""
    if not text:
        return None
    lowered = " ".join(text.lower().split())
    if lowered in times.clock_words:
        return times.clock_words[lowered]
    lowered = re.sub(r"^[a-z]+(?=\s)", lambda word: str(_HOURS.get(word[0], word[0])), lowered)
    lowered = re.sub(r"(?<=\d)\s(fifteen|thirty|forty-five)\b", lambda word: _MINUTES[word[1]], lowered)
    match = re.match(r"(\d\d)(\d\d)$|(\d{1,2})(?:[:.]\s?(\d\d))?", lowered)
    if not match:
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
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


def open_value(unit: str) -> str:
    """A value that says only the grain, where there is nothing to count from."""
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX")


def told_after(form: str, reading: Reading, standing: Standing) -> Standing:
    """The standing after a reading: a day or quarter it told is what "later" and "the quarter" count from.

    Only a quarter named by its number moves the quarter: "a year earlier" twice counts from the same one.
    """
    if reading.kind in (TimeKind.DATE, TimeKind.TIME):
        if form == "theday":
            return standing  # "up from 40 the day before", said twice, is one day
        if day := day_of(reading.timex3):
            clocked = _clocked(reading, day, standing)
            older = day if standing.anchor and standing.anchor - day > LATELY else standing.older
            return replace(standing, told=day, near=day, year=day.year, month=day, clocked=clocked, older=older)
        season = re.match(r"(\d{4})-(SP|SU|FA|WI)$", reading.timex3) if form == "season" else None
        if season:
            month = date(int(season[1]), SEASON_MONTH[season[2]], 1)
            return replace(standing, told=_of_stretch(standing.told, month, _SEASON_DAYS), year=month.year, month=month)
        if re.match(r"\d{4}(?:-\d\d)?$", reading.timex3) and form in ("month", "year", "step", "offset"):
            named = day_of(f"{reading.timex3}-01")
            told = _of_stretch(standing.told, named, _MONTH_DAYS) if form == "month" else standing.told
            return replace(standing, told=told, year=int(reading.timex3[:4]), month=named or standing.month)
        match = re.fullmatch(r"(\d{4})-Q([1-4])", reading.timex3)
        # "Will lead to a fourth-quarter charge" is not the quarter that the figures are of; "expects to report a
        # third-quarter loss", when it is over, is.
        if match and _tells_quarter(form, match, standing):
            quarter = int(match[1]), int(match[2])
            if standing.quarter and quarter < standing.quarter:
                return standing  # "up from last year's third quarter", "after a second quarter of few sales": asides
            return replace(standing, quarter=quarter, stretch=None)
    if re.fullmatch("P[69]M", reading.timex3) and form in ("stepspan", "length"):
        return replace(standing, stretch=reading.timex3)
    if standing.quarter and form in _LONGER and standing.direction == PAST:
        return replace(standing, stretch=reading.timex3)
    if form in _UNNUMBERED and standing.quarter and re.search("-Q[1-4]$", reading.timex3):
        return replace(standing, stretch=None)
    return standing


# Stretches longer than a quarter that business copy goes on to: "For the year, net was $9 million".
_LONGER = ("halfyear", "theyear", "fiscal")
# "Net rose in the quarter ended Sept. 30, from $3 million a year earlier": the year-earlier quarter is meant.
_UNNUMBERED = ("thequarter", "lastquarter")
_REPORTED_ON = timedelta(days=200)


def _tells_quarter(form: str, quarter: re.Match[str], standing: Standing) -> bool:
    """Whether a quarter is the one that the text goes on to report on: not one ahead, nor one of the year before."""
    if form == "quarter":
        return standing.direction == PAST or _over(quarter, standing.anchor)
    if form not in _UNNUMBERED or standing.quarter or standing.stretch or standing.anchor is None:
        return False
    return quarter[0] >= quarter_value(*quarter_of(standing.anchor - _REPORTED_ON)) and _over(quarter, standing.anchor)


def _clocked(reading: Reading, day: date, standing: Standing) -> tuple[date, str] | None:
    """Where an account that goes by the clock stands after a reading; None where it breaks off.

    "At 3:10 p.m. on May 3 … At 5:40 p.m. … The next day, … At 10:15 a.m.": the last is of May 4.
    """
    if clock := re.search(r"T(\d\d:\d\d)$", reading.timex3):
        return day, clock[1]
    if standing.clocked is None:
        return None
    last, time = standing.clocked
    if day == last:
        return day, time
    return (day, "00:00") if day - last == timedelta(days=1) else None


def _of_stretch(told: date | None, first: date | None, days: int) -> date | None:
    """The last day told, if it is of the month or season told after it; else "two days later" counts from no day.

    "The council met on Friday. … It had sat in March; its clerk left two days later."
    """
    if told is None or first is None:
        return told
    return told if 0 <= (told - first).days < days else None


def _over(quarter: re.Match[str], anchor: date | None) -> bool:
    """Whether a quarter has ended by publication."""
    return anchor is not None and (int(quarter[1]), 3 * int(quarter[2])) < (anchor.year, anchor.month)
