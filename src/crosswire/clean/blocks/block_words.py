"""What a line looks like by its words, at the price of a glance: every line of a page in markup is asked."""

from __future__ import annotations

import re
from functools import lru_cache

from crosswire.lexicons.function_words import FunctionWords
from crosswire.lexicons.furniture import FurniturePhrases

NAMES = (
    "one", "words_log", "words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31", "sentence_end", "cut_off",
    "colon_end", "question", "lower_start", "quote_start", "quote", "bullet", "title_case", "capitals", "function",
    "function_none", "speech", "commas", "digits", "dated", "address", "credit", "phrase_whole", "phrase_start",
    "phrase_within", "phrase_related", "phrase_legal", "you", "separated", "paren_all", "prose",
)  # fmt: skip

_ENDS = frozenset(".!?。！？।؟")
_CLOSING = "\"'”’»)] "
_OPENING = frozenset("\"“„«‘'「")
_BULLETS = frozenset("•*·-–—‣▪►»›")
_EDGES = ".,;:!?\"'“”’()"
# One of these stands in everything that the pattern behind it matches; nearly all lines have none.
_IN_ADDRESS = ("//", "www.", "@", ".com", "#")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\.com\b|#\w")
_IN_CREDIT = (
    "AP", "AFP", "Reuters", "REUTERS", "EPA", "Getty", "Shutterstock", "hoto", "mage", "redit", "ourtesy", "©",
)  # fmt: skip
_CREDIT = re.compile(r"\b(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Shutterstock|[Pp]hoto|[Ii]mage|[Cc]redit|[Cc]ourtesy)\b|©")
_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\s+(?:jan|feb|mar|apr"
    r"|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}:\d{2}\b|\b\d+ (?:hours?"
    r"|hrs?|minutes?|mins?|days?|months?|years?) ago\b",
    re.IGNORECASE,
)
# Scripts without spaces: two signs are about a word.
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_DIGIT, _CAPITAL = re.compile(r"\d"), re.compile(r"[A-Z]")
_YOU = frozenset(["you", "your", "click", "subscribe", "us", "our", "we", "sign"])
_PHRASED = 25  # words: no stock phrase stands in longer lines
_SHORT = 60  # signs; such lines are menus' and stand on every page of a site
_PROSE, _SHARE = 8, 0.12


def word_traits(line: str, phrases: FurniturePhrases, function_words: FunctionWords) -> tuple[float, ...]:
    """The line's numbers in the order of NAMES; short lines are remembered."""
    return (_remembered if len(line) < _SHORT else _read)(line, phrases, function_words)


def _holds(line: str, signs: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    """True when the pattern stands in the line; it is not looked for where none of the signs does."""
    for sign in signs:
        if sign in line:
            return pattern.search(line) is not None
    return False


@lru_cache(maxsize=20_000)
def _remembered(line: str, phrases: FurniturePhrases, function_words: FunctionWords) -> tuple[float, ...]:
    return _read(line, phrases, function_words)


def _read(line: str, phrases: FurniturePhrases, function_words: FunctionWords) -> tuple[float, ...]:
    tokens = line.split()
    spaced = max(len(tokens), 1)
    plain = line.isascii()
    count = spaced if plain or len(line) <= 3 * spaced else max(spaced, len(_WIDE.findall(line)) // 2)
    lowered = [token.strip(_EDGES) for token in line.lower().split()[:60]] or [""]
    function = sum(map(function_words.any_language.__contains__, lowered)) / len(lowered)
    last = line.rstrip(_CLOSING)[-1:]
    cut = line.endswith(("...", "…", "[…]"))
    ends = last in _ENDS and not cut
    longer = [t for t in tokens[:30] if len(t) > 3]
    opening = line[:60]
    capitals = len(_CAPITAL.findall(opening)) if plain else sum(map(str.isupper, opening))
    digits = sum([t[0].isdigit() for t in tokens[:40]]) / min(spaced, 40) if not plain or _DIGIT.search(line) else 0.0
    phrase = phrases.find(line) if count < _PHRASED else None
    how, kind = (phrase.how, phrase.kind) if phrase else ("", "")
    first = line[:1]
    return (
        1.0, min(count, 120) ** 0.5 / 5, count <= 3, 4 <= count <= 7, 8 <= count <= 15, 16 <= count <= 30, count > 30,
        ends, cut, last == ":", last == "?", first.islower(), first in _OPENING, "“" in line or '"' in line,
        first in _BULLETS, sum([t[0].isupper() for t in longer]) / len(longer) if longer else 0.0,
        capitals / max(len(opening), 1), function, function == 0.0,
        not function_words.speech.isdisjoint(lowered), min(line.count(","), 5) / 5, digits,
        bool(digits and count < 30 and _DATED.search(line)), count < 60 and _holds(line, _IN_ADDRESS, _ADDRESS),
        count < 60 and _holds(line, _IN_CREDIT, _CREDIT), how == "whole", how == "start", how == "within",
        kind == "related", kind == "legal", not _YOU.isdisjoint(lowered),
        "|" in line or " • " in line or " · " in line,
        first == "(" and line[-1:] == ")", ends and count >= _PROSE and (function >= _SHARE or not plain),
    )  # fmt: skip
