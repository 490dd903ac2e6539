"""Which kinds of time words a sentence has at all, so that only the forms that need them are tried."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.annotate.numbers import alternatives
from crosswire.lexicons.times import TimeWords

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
MERIDIEM = r"(?:[ap]\.\s?m\b\.?|[ap]m\b)"
# Words, beside those of the lexicon, that a form can't do without.
_FIXED = {
    "deictic": "yesterday today tonight tomorrow overnight",
    "quarter": "quarter quarters period half halves",
    "weekend": "weekend weekends",
    "clock": "clock noon midnight midday one two three four five six seven eight nine ten eleven twelve",
    "year": "nineteen thousand fiscal",
    "steps": "first latest preceding",
    "every": "every each",
    "once": "once twice times",
    "end": "end",
    "century": "century",
    "that": "that same",
    "ends": "before after earlier",
    "ahead": "ahead come",
}


@dataclass(frozen=True, slots=True, eq=False)
class TimeClasses:
    """Words with their classes, and what digits can be."""

    words: dict[str, frozenset[str]]
    digits: tuple[tuple[str, re.Pattern[str]], ...]

    def present(self, text: str) -> set[str]:
        """The classes of time words that a sentence shows."""
        found: set[str] = set()
        for word in set(_WORD.findall(text.lower())):
            found |= self.words.get(word, frozenset())
        if _DIGIT.search(text):
            found.update(name for name, pattern in self.digits if pattern.search(text))
        return found


def time_classes(times: TimeWords) -> TimeClasses:
    """The classes over a lexicon. Of a phrase ("at the moment") the last word stands for it."""
    units = [
        form for unit in times.units for form in (unit, f"{unit}long", f"{unit}s", f"{unit}s".replace("ys", "ies"))
    ]
    rows: dict[str, Iterable[str]] = {
        "month": times.months,
        "weekday": [form for day in times.weekdays for form in (day, f"{day}s")],
        "unit": units,
        "part": [form for part in times.parts for form in (part, f"{part}s")],
        "season": times.seasons,
        "decades": times.decades,
        "set": times.sets,
        "reference": times.references,
        "adjective": times.adjectives,
        "steps": times.steps,
        "offsets": times.offsets,
        "holiday": [name for holiday in times.holidays for name in holiday.names],
    }
    words: dict[str, set[str]] = {}
    for name, phrases in rows.items():
        for phrase in phrases:
            words.setdefault(_WORD.findall(phrase)[-1], set()).add(name)
    for name, fixed in _FIXED.items():
        for word in fixed.split():
            words.setdefault(word, set()).add(name)
    return TimeClasses({word: frozenset(names) for word, names in words.items()}, _digits(times))


def _digits(times: TimeWords) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What digits can be: a year, a clock time, a date of digits, a length with a short unit."""
    rows = {
        "year": r"\b(?:1[5-9]\d\d|20\d\d)|['’]\d0s|\d0s\b|['’]\d\d\b|\bFY\s?['’]?\d\d\b",
        "clock": rf"\d\s?{MERIDIEM}|\d{{4}}\s(?:GMT|UTC)\b|\d:\s?\d\d|\d\s+in\s+the\s+(?:morning|afternoon|evening)",
        "slash": r"\d/\d",
        "iso": r"\d{4}-\d\d-\d\d",
        "short": rf"\d[-\s]?{alternatives(times.short_units)}\b",
    }
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rows.items())
