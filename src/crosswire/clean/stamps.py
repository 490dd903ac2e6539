"""Date and time as pages print them, read into ISO prefixes; nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from crosswire.lexicons.calendar import Calendar

_MONTH = r"(?P<{0}>[A-Za-z]{{3,9}})\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_ISO = re.compile(
    r"\b(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"(?:[T ,]+(?P<h>\d{1,2}):(?P<n>\d\d)(?::(?P<s>\d\d)(?:\.\d+)?)?\s*(?P<o>Z|[+-]\d\d:?\d\d)?)?"
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH.format('m')}\s+{_DAY.format('d')}(?:\s*,)?\s*(?:{_YEAR.format('y')})?\b")
_DAY_FIRST = re.compile(
    rf"\b{_DAY.format('d')}(?:\s+of)?[\s\-/]+{_MONTH.format('m')}(?:\s*,)?[\s\-/]*(?:{_YEAR.format('y')})?\b"
)
_NUMERIC = re.compile(r"\b(?P<a>\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)\b")
_CLOCK = re.compile(
    r"\b(?P<h>[01]?\d|2[0-3])[:.h](?P<n>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[AaPp]\.?\s?[Mm]\.?)?"
    r"|\b(?P<h2>1[0-2]|0?[1-9])\s*(?P<half2>[AaPp]\.?[Mm]\.?)\b"
    r"|\b(?P<h3>[01]\d|2[0-3])(?P<n3>[0-5]\d)\s*(?=GMT|UTC|[A-Z]{2,4}\b)"
)
_ZONE = re.compile(r"\s*\(?(?P<zone>[A-Z]{1,5})(?:\s?(?P<off>[+-]\d{1,2}(?::?\d\d)?))?\b|\s*(?P<bare>[+-]\d\d:?\d\d)\b")
# The farthest zones from Greenwich are fourteen hours off.
_FARTHEST = 14
_YEAR_ALONE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date read from some words. `value` is an ISO prefix, None when day and month can't be told apart (`why`).

    `start:end` is the span of all that belongs to it. `dated` is False for a clock time without a date.
    """

    value: str | None
    start: int
    end: int
    why: str | None = None


def read_stamp(words: str, *, calendar: Calendar, country: str | None = None) -> Stamp | None:
    """The first full date in `words`, with its clock time and offset where stated; None when there is none.

    "April 12 11:26 2017" is 2017-04-12T11:26; "3/4/2017" is read by the country's order and is unknown without one;
    "April 12" without a year is none, for the year would be a guess.
    """
    found = _iso(words) or _written(words, calendar) or _numeric(words, country)
    if found is None or found.value is None or "T" in found.value:
        return found
    return _with_clock(words, found, calendar, country)


def _iso(words: str) -> Stamp | None:
    match = _ISO.search(words)
    if match is None or not _real(int(match["y"]), int(match["m"]), int(match["d"])):
        return None
    value = f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"
    if match["h"] and int(match["h"]) < 24:
        offset = match["o"] or ""
        offset = offset if offset in ("", "Z") or ":" in offset else f"{offset[:3]}:{offset[3:]}"
        clocked = match["o"] or match["s"] or "T" in match.group()
        if clocked:
            return Stamp(f"{value}T{int(match['h']):02}:{match['n']}{offset}", match.start(), match.end())
        return Stamp(value, match.start(), match.start("h") - 1)
    return Stamp(value, match.start(), match.end())


def _written(words: str, calendar: Calendar) -> Stamp | None:
    """A date with the month in letters; the year may stand apart in the same words ("April 12 11:26 2017")."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(words):
            month = calendar.months.get(match["m"].lower())
            year, end = match["y"], match.end()
            if month and not year:
                apart = _YEAR_ALONE.search(words, match.end())
                if apart and apart.start() - match.end() <= 14:
                    year = apart.group()
            if month and year and _real(int(year), month, int(match["d"])):
                return Stamp(f"{year}-{month:02}-{int(match['d']):02}", match.start(), end)
    return None


def _numeric(words: str, country: str | None) -> Stamp | None:
    match = _NUMERIC.search(words)
    if match is None:
        return None
    first, second = int(match["a"]), int(match["b"])
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    if first > 12 >= second:
        day, month = first, second
    elif second > 12 >= first:
        day, month = second, first
    elif first == second:
        day, month = first, second
    elif country is None:
        why = f"{match.group()}: which of {first} and {second} is the month is not known"
        return Stamp(None, match.start(), match.end(), why)
    else:
        day, month = (second, first) if country == "us" else (first, second)
    if not _real(year, month, day):
        return None
    return Stamp(f"{year}-{month:02}-{day:02}", match.start(), match.end())


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2100


def _with_clock(words: str, found: Stamp, calendar: Calendar, country: str | None) -> Stamp:
    """The date with the clock time that stands within a few words of it, if any."""
    for match in _CLOCK.finditer(words):
        near = match.start() - found.end <= 25 and found.start - match.end() <= 25
        inside = found.start <= match.start() and match.end() <= found.end and found.value is not None
        if not near or (inside and match["h"] is None):
            continue
        hour = int(match["h"] or match["h2"] or match["h3"])
        minute = match["n"] or match["n3"] or "00"
        half = (match["half"] or match["half2"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        offset, end = _offset(words, match.end(), found, calendar, country)
        return Stamp(f"{found.value}T{hour:02}:{minute}{offset}", min(found.start, match.start()), max(found.end, end))
    return found


def _iso_offset(raw: str) -> str:
    """An offset in digits as ISO has it: "+5" and "+5:30" and "+0530" and "-04:00"; "" beyond any zone there is."""
    digits = raw[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    if int(hours) > _FARTHEST or int(minutes) > 59:
        return ""
    return f"{raw[0]}{int(hours):02}:{minutes}"


def _offset(words: str, place: int, found: Stamp, calendar: Calendar, country: str | None) -> tuple[str, int]:
    """The zone printed behind a clock time as an ISO offset, "" where none is known; and where it ends."""
    match = _ZONE.match(words, place)
    if match is None:
        return "", place
    if match["bare"] or (match["off"] and match["zone"] in ("GMT", "UTC")):
        return _iso_offset(match["bare"] or match["off"]), match.end()
    zone = match["zone"].lower()
    minutes_east = calendar.zones.get(zone)
    if minutes_east is None and zone in calendar.shifting:
        standard, summer = calendar.shifting[zone]
        minutes_east = summer if _us_summer(found.value or "") else standard
    if minutes_east is None and zone in calendar.ambiguous:
        minutes_east = calendar.ambiguous[zone].get(country or "")
    if minutes_east is None:
        return "", place
    sign = "-" if minutes_east < 0 else "+"
    return f"{sign}{abs(minutes_east) // 60:02}:{abs(minutes_east) % 60:02}", match.end()


def _us_summer(day: str) -> bool:
    """True between the second Sunday of March and the first Sunday of November, as the United States count."""
    year, month, number = (int(part) for part in day[:10].split("-"))
    if month in (3, 11):
        first = (6 - date(year, month, 1).weekday()) % 7 + 1
        return number >= first + 7 if month == 3 else number < first
    return 4 <= month <= 10
