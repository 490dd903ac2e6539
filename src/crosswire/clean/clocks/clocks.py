"""Clock times with their zones, as pages print them beside a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.date_words import DateWords, flat

_LATIN_HALF = r"(?P<{0}>[ap])\.?\s?m(?![^\W\d_])\.?"
_MINUTE = r"[0-5]\d"
_ZONE = re.compile(
    r"\s*[,\-]?\s*\(?\s*(?:(?P<utc>UTC|GMT|utc|gmt)\s*(?P<off>[+-]\d{1,2}(?::?\d\d)?)"
    r"|(?P<name>[A-Z]{2,5}|МСК|мск|Z)(?![A-Za-zА-я])(?:\s?(?P<own>[+-]\d\d:?\d\d)\b)?|(?P<bare>[+-]\d\d(?::?\d\d)?)(?![\d-])"
    r"|(?P<word>[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific)\b(?:\s+(?:[Ss]tandard|[Dd]aylight))?(?:\s+[Tt]ime)?)\)?"
)
_ZONE_BEFORE = re.compile(r"(?P<name>北京时间|北京時間|GMT|UTC)\s*$")
# "Audio 03:07 Min.": how long something lasts.
_LASTS = re.compile(r"\s*(?:min|sec|sek|std|hours?\b|hrs?\b)(?!\S*\s*[ap]\.?m)")
# The farthest zones from Greenwich are fourteen hours off.
_FARTHEST = 14
_DIGIT = re.compile(r"\d")
_MILITARY_ZONE = r"(?=\s*(?:gmt|utc|hrs|hours|ist|est|edt|cet|cest|bst|sgt|hkt)\b)"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time at `start:end` of the words. `offset` is an ISO one, "" where none is stated; `why` says what is
    not known about its zone."""

    start: int
    end: int
    hour: int
    minute: int
    offset: str = ""
    why: str | None = None


def clocks(words: str, calendar: Calendar, *, day: str | None, country: str | None) -> Iterator[Clock]:
    """The clock times in `words` in order: "14:05", "2.05pm", "14h05", "오후 2시", "noon", each with its zone.

    `day` (ISO) tells summer from winter for zones such as ET.
    """
    text = flat(words)
    if not _DIGIT.search(text) and not any(word in text for word in _spoken(calendar.words)):
        return
    for match in _matches(calendar.words, text):
        found = _read(words, text, match, calendar, day, country)
        if found is not None:
            yield found


@lru_cache(maxsize=200)
def _matches(known: DateWords, text: str) -> tuple[re.Match[str], ...]:
    """What looks like a clock time. A line is asked again with other days and countries."""
    return tuple(_form(known).finditer(text))


@cache
def _spoken(known: DateWords) -> tuple[str, ...]:
    """The words that are a clock time without any number."""
    return tuple(word for word, half in known.halves.items() if half in ("noon", "midnight"))


@cache
def _form(known: DateWords) -> re.Pattern[str]:
    halves = known.halves
    longest = sorted(halves, key=lambda word: (-len(word), word))
    named = "|".join(re.escape(w) for w in longest if halves[w] in ("morning", "afternoon"))
    spoken = "|".join(re.escape(w) for w in longest if halves[w] in ("noon", "midnight"))
    edge = r"(?![^\W\d_])"
    after = rf"(?:{_LATIN_HALF.format('ap1')}|(?P<word1>{named}){edge}\.?)"
    before = rf"(?:(?P<word2>{named})|(?<![^\W_]){_LATIN_HALF.format('ap2')})"
    return re.compile(
        rf"(?:{before}\s*)?(?<![\d:])(?<!\d\.)"
        rf"(?:(?P<h>[01]?\d|2[0-3])(?:[:.]|\s?h\s?|u)(?P<n>{_MINUTE})(?::{_MINUTE}(?:[.,]\d+)?)?(?![\d:]|\.\d)(?:\s*{after})?"
        rf"|(?P<h3>[01]?\d|2[0-3])\s?[시時点點时](?:\s?(?P<n3>\d{{1,2}})\s?[분分])?"
        rf"|(?P<h4>1[0-2]|0?[1-9])\s?(?:{after.replace('ap1', 'ap3').replace('word1', 'word3')})"
        rf"|(?P<h5>[01]\d|2[0-3])(?P<n5>{_MINUTE}){_MILITARY_ZONE}"
        rf"|(?P<h6>[01]?\d|2[0-3])\s?(?:h|uhr|час\w*|godz){edge}(?!\s?\d))"
        rf"|(?<![^\W_])(?:12\s)?(?P<spoken>{spoken}){edge}"
    )  # fmt: skip


def _read(
    words: str, text: str, match: re.Match[str], calendar: Calendar, day: str | None, country: str | None
) -> Clock | None:
    if match["spoken"]:
        hour, minute = (12, 0) if calendar.words.halves[match["spoken"]] == "noon" else (0, 0)
    else:
        hour = int(next(match[g] for g in ("h", "h3", "h4", "h5", "h6") if match[g] is not None))
        minute = int(match["n"] or match["n3"] or match["n5"] or 0)
        if minute > 59 or (_LASTS.match(text, match.end()) and not match["h5"]):
            return None
        hour = _of_day(words, hour, match, calendar)
    offset, end, why = zone(words, match.end(), calendar, day=day, country=country)
    if not offset and (before := _ZONE_BEFORE.search(words, max(0, match.start() - 8), match.start())):
        offset = _iso(calendar.words.zones[flat(before["name"])])
    return Clock(match.start(), end, hour, minute, offset, why)


def _of_day(words: str, hour: int, match: re.Match[str], calendar: Calendar) -> int:
    """The hour of 24. Words of a half day in two capitals are Vietnamese ("02:05 CH"), small ones anybody's."""
    half = match["ap1"] or match["ap2"] or match["ap3"]
    for group in ("word1", "word2", "word3"):
        word = match[group]
        if word and not (word in ("sa", "ch") and words[match.start(group) : match.end(group)].islower()):
            half = "p" if calendar.words.halves[word] == "afternoon" else "a"
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


def zone(
    words: str, place: int, calendar: Calendar, *, day: str | None, country: str | None
) -> tuple[str, int, str | None]:
    """The zone printed at `place` as an ISO offset ("" where none is), where it ends, and why it is not known."""
    match = _ZONE.match(words, place)
    if match is None:
        return "", place, None
    raw = match["off"] or match["own"] or match["bare"]
    if raw:
        offset = iso_offset(raw)
        return (offset, match.end(), None) if offset else ("", place, None)
    name = flat(match["name"] or match["utc"] or calendar.words.zone_words[match["word"].lower()])
    meanings = calendar.words.zones_of.get(name, {})
    minutes = meanings.get(country or "")
    if minutes is None and name in calendar.shifting:
        standard, summer = calendar.shifting[name]
        minutes = summer if _us_summer(day or "2000-01-01") else standard
    if minutes is None and name not in calendar.ambiguous:
        minutes = calendar.words.zones.get(name)
    if minutes is not None:
        return _iso(minutes), match.end(), None
    why = f"{name.upper()}: a zone of several countries, and the page's is not known" if meanings else None
    return "", match.end() if meanings else place, why


def _iso(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def iso_offset(raw: str) -> str:
    """An offset in digits as ISO has it: "+5" and "+5:30" and "+0530" and "-04:00"; "" beyond any zone there is."""
    digits = raw[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    if int(hours) > _FARTHEST or minutes not in ("00", "30", "45"):
        return ""
    return f"{raw[0]}{int(hours):02}:{minutes}"


def _us_summer(day: str) -> bool:
    """True between the second Sunday of March and the first Sunday of November, as the United States count."""
    year, month, number = (int(part) for part in day[:10].split("-"))
    if month in (3, 11):
        first = (6 - date(year, month, 1).weekday()) % 7 + 1
        return number >= first + 7 if month == 3 else number < first
    return 4 <= month <= 10
