"""Numbers in words and digits: the pattern that finds them, and their value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from crosswire.lexicons.numbers import NumberWords

# "1,234.5", "320000", "2.5", and "170, 000" of a text that was taken apart and put together again.
# Counter-example: the "3" of "A3" or of "3.2.1" is no number of its own.
DIGITS = r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|[1-9]\d{0,2}(?:, \d{3})*, 000|\d+)(?:\.\d+)?(?![\d]|[.,]\d)"
# Beyond this a run of digits is a code, not a count.
_TOO_MANY = 1e16
# Words between the parts of a number that add nothing to it.
_JOINTS = ("and", "a", "an", "of")
_MIXED = re.compile(r"(\d+)[ -](\d+)/(\d+)(?: (.+))?")
# Parts of one of a scale: "a quarter of a million", "half a dozen", "a half-million".
_UNDER = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
_PARTS = r"(?:(?:an?|one|two|three)[-\s](?:half|halves|thirds?|quarters?)|half|quarter)"
_PART_OF = re.compile(r"(?:(an?|one|two|three|[1-3])[ -])?(half|halves|thirds?|quarters?)(?: of)?[ -](?:an?[ -])?(.+)")


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, white space as found in running text."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


@lru_cache(maxsize=4)
def spelled_pattern(words: NumberWords) -> str:
    """A pattern for a cardinal in words: "nine", "three hundred and five", "half a million", "a quarter of a million".

    Not "a" alone, and not the plurals that name no number ("dozens").
    """
    small, tens = alternatives(words.small), alternatives(words.tens)
    below_hundred = rf"(?:{tens}(?:[-\s]{small})?|{small})"
    scale = alternatives(words.scales)
    part = rf"{_PARTS}(?:\s+of)?[-\s](?:an?[-\s])?{scale}"
    broken = rf"{below_hundred}[-\s]and[-\s]a[-\s](?:half|quarter)[-\s]{scale}"
    head = rf"(?:half\s+a|a\s+half|a\s+few|a\s+couple(?:\s+of)?|several|a|{below_hundred})"
    scaled = rf"{head}[-\s]{scale}(?:\s{scale})?(?:(?:\s+and)?\s+{below_hundred}(?:[-\s]{scale})?)*"
    return rf"\b(?:{part}|{broken}|{scaled}|{below_hundred})\b"


@lru_cache(maxsize=4)
def number_pattern(words: NumberWords) -> str:
    """A pattern for a cardinal: digits with or without a scale ("1.2 million"), a mixed one ("2 1/2"), or words."""
    scale = alternatives(words.scales)
    mixed = rf"(?<![\w.,])\d+[ -]\d+/\d+\b(?:\s{scale}\b)?"
    part = rf"(?<![\w.,$£€/-])[1-3]\s(?:halves|thirds|quarters)\sof\san?\s{scale}\b"
    half = rf"(?:[-\s]and[-\s]a[-\s](?:half|quarter)\b(?:[-\s]{scale}\b)?)?"
    return rf"(?:{mixed}|{part}|{DIGITS}(?:[-\s]{scale}\b)*{half}|{spelled_pattern(words)}{half})"


def number_value(phrase: str, words: NumberWords) -> float | None:
    """The value of a cardinal ("2 1/2": 2.5, "three hundred and five": 305), or None when it isn't one."""
    text = re.sub(r"(?<=\d), (?=\d)", "", " ".join(phrase.lower().split()))
    if mixed := _MIXED.fullmatch(text):
        whole, over, under = map(int, mixed.groups()[:3])
        return _times(mixed[4], whole + over / under, words) if under else None
    if (part_of := _PART_OF.fullmatch(text)) and part_of[3] in words.scales:
        of = part_of[1] if part_of[1] not in (None, "a", "an") else "one"
        return (number_value(of, words) or 1.0) * words.scales[part_of[3]] / _UNDER[part_of[2]]
    total = group = 0.0
    seen, last = False, 1
    for part in re.split(r"[\s-]+", text):
        value = _digits(part)
        if value is None:
            value = words.small.get(part, words.tens.get(part))
        if value is not None:
            group += value
        elif part in words.scales:
            group, total = _scaled(total, group or (0.0 if seen else 1.0), words.scales[part])
            last = words.scales[part]
        elif part in ("half", "quarter"):  # "a million and a half" is half a million more
            group += last / _UNDER[part]
        elif part in ("few", "several", "couple"):
            group += 2 if part == "couple" else 3
        elif part not in _JOINTS:
            return None
        seen = seen or part not in _JOINTS
    return total + group if seen and total + group < _TOO_MANY else None


def _times(scale: str | None, value: float, words: NumberWords) -> float | None:
    """The value in its scale: "1 1/2 million"."""
    if scale is None:
        return value
    return value * words.scales[scale] if scale in words.scales else None


def _scaled(total: float, group: float, scale: int) -> tuple[float, float]:
    """What stays open and what is closed after a scale word: hundreds and dozens stay open ("five hundred million")."""
    if scale < 1000:
        return group * scale, total
    if group == 0.0:  # a scale on a scale: "two thousand million"
        return 0.0, total * scale
    return 0.0, total + group * scale


def _digits(part: str) -> float | None:
    """The value of a run of digits, with its commas."""
    try:
        return float(part.replace(",", "")) if part[:1].isdigit() else None
    except ValueError:
        return None
