"""Date and time as pages print them, read into ISO prefixes; nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from crosswire.clean.clocks.clocks import Clock, clocks
from crosswire.clean.clocks.date_forms import Printed, printed_dates, words_of
from crosswire.clean.clocks.day_order import Signs, read_day, signs_of
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.date_words import flat
from crosswire.model.when import Basis

_LONGEST = 400  # signs; no line of dates is longer
_REACH = 25  # signs between a day and its clock time
_WEEKDAY_REACH = 24
_WORD = re.compile(r"[^\W\d_]{2,}(?:[- '][^\W\d_]{2,})?|[^\W\d_]")
_NO_SIGNS = signs_of()
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date read from some words. `value` is an ISO prefix, None when the words leave the day open (`why`).

    `start:end` is the span of all that belongs to it. Of a value `why` says what decided between its readings, or
    what is not known about its zone. `basis` is `relative` where the words count from the time of fetching;
    `open_year`: a day and month without a year, which no fetching settles. `age`: no date, but "2 hours ago", "today".
    """

    value: str | None
    start: int
    end: int
    why: str | None = None
    basis: Basis = Basis.STATED
    open_year: bool = False
    age: bool = False


def read_stamp(
    words: str, *, calendar: Calendar, country: str | None = None, signs: Signs | None = None
) -> Stamp | None:
    """The first date in `words`, with its clock time and offset where stated; None when there is none.

    "April 12 11:26 2017" is 2017-04-12T11:26; "3/4/2017" is read by the page's signs and is unknown without any;
    "April 12" without a year is none, for the year would be a guess.
    """
    found = read_stamps(words, calendar=calendar, signs=signs or signs_of(country))
    return next((stamp for stamp in found if not stamp.open_year), None)


def read_stamps(words: str, *, calendar: Calendar, signs: Signs = _NO_SIGNS) -> tuple[Stamp, ...]:
    """Every date in `words`, in order, each with the clock time that belongs to it; of a text only its beginning."""
    words = words[:_LONGEST]
    if not _DIGIT.search(words):
        return ()
    return _read(words, calendar, signs)


# A line is asked for its dates when it is decided what it is, what it is a piece of, and whether it opens an entry.
@lru_cache(maxsize=500)
def _read(words: str, calendar: Calendar, signs: Signs) -> tuple[Stamp, ...]:
    language = signs.base_language
    printed = printed_dates(words, calendar.words, country=signs.country, language=language)
    stamps: list[Stamp] = []
    for index, one in enumerate(printed):
        begin = stamps[-1].end if stamps else 0
        finish = printed[index + 1].start if index + 1 < len(printed) else len(words)
        found = _stamp(words, one, begin, finish, calendar, signs)
        if found is not None:
            stamps.append(found)
    return tuple(stamps)


def _stamp(words: str, one: Printed, begin: int, finish: int, calendar: Calendar, signs: Signs) -> Stamp | None:
    quoted = words_of(words, (one.start, one.end))
    weekday = _weekday(words, one, calendar, signs)
    if one.year is None and one.short is None and one.why is None:
        return _without_year(quoted, one, words, begin, finish, calendar, signs, weekday)
    reading = read_day(one, quoted, signs, weekday=weekday, order=calendar.words.order)
    if reading.day is None:
        return Stamp(None, one.start, one.end, reading.why) if reading.why else None
    bare = Stamp(reading.day.isoformat(), one.start, one.end, reading.why)
    return _with_clock(words, bare, begin, finish, calendar, signs)


def _without_year(
    quoted: str,
    one: Printed,
    words: str,
    begin: int,
    finish: int,
    calendar: Calendar,
    signs: Signs,
    weekday: int | None,
) -> Stamp | None:
    """The latest such day before the page was fetched; the weekday beside it, where there is one, must fit."""
    if signs.fetched is None:
        return Stamp(None, one.start, one.end, f"{quoted}: the year is not said", open_year=True)
    last = signs.fetched.date().year
    days = (_of_year(year, one) for year in (last + 1, last, last - 1))
    day = next((day for day in days if day and not signs.ahead(day)), None)
    if day is None or (weekday is not None and weekday != day.isoweekday()):
        why = f"{quoted}: the year is not said, and the weekday does not fit the last such day"
        return Stamp(None, one.start, one.end, why, open_year=True)
    why = f"{quoted}: the year is not said, it is the last such day before the page was fetched"
    bare = Stamp(day.isoformat(), one.start, one.end, why, Basis.RELATIVE)
    return _with_clock(words, bare, begin, finish, calendar, signs)


def _of_year(year: int, one: Printed) -> date | None:
    try:
        return date(year, one.month or 0, one.day or 0)
    except ValueError:
        return None


def _weekday(words: str, one: Printed, calendar: Calendar, signs: Signs) -> int | None:
    """The weekday that stands beside the date: "Wed 4 March", "4 March 2026 (Wednesday)"."""
    text, language = flat(words), signs.base_language
    before = [m.group() for m in _WORD.finditer(text, max(0, one.start - _WEEKDAY_REACH), one.start)][-2:]
    after = [m.group() for m in _WORD.finditer(text, one.end, one.end + _WEEKDAY_REACH)][:1]
    for word in (*reversed(before), *after):
        for form in (word, *reversed(re.split(r"[- ]", word))):
            number = calendar.words.weekday(form, language) if len(form) > 2 or language else None
            if number is not None:
                return number
    return None


def _with_clock(words: str, found: Stamp, begin: int, finish: int, calendar: Calendar, signs: Signs) -> Stamp:
    """The date with the clock time that stands nearest to it, if any; never one behind a label of its own."""
    near = [c for c in clocks(words, calendar, day=found.value, country=signs.country) if begin <= c.start < finish]
    near = [c for c in near if _belongs(words, found, c, calendar)]
    if not near:
        return found
    clock = min(near, key=lambda c: (max(c.start - found.end, found.start - c.end, 0), c.start))
    value = f"{found.value}T{clock.hour:02}:{clock.minute:02}{clock.offset}"
    why = "; ".join(reason for reason in (found.why, clock.why) if reason) or None
    return replace(found, value=value, start=min(found.start, clock.start), end=max(found.end, clock.end), why=why)


def _belongs(words: str, found: Stamp, clock: Clock, calendar: Calendar) -> bool:
    """True for a clock time within a few words of the date, no other label between: "3 March, updated at 16:01"."""
    if clock.start < found.end and found.start < clock.end:
        return clock.start > found.start and ":" in words[clock.start : clock.end]
    start, end = (found.end, clock.start) if clock.start >= found.end else (clock.end, found.start)
    return end - start <= _REACH and not calendar.words.labels.search(flat(words), start, end)
