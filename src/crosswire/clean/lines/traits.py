"""What a line looks like by itself: the numbers from which the line decision is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.lexicons.function_words import FunctionWords
from crosswire.lexicons.furniture import FurniturePhrases
from crosswire.lexicons.load import Lexicons

# Two Chinese or Japanese signs count as a word, other letters as words between spaces.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d.,:]*")
# Scripts whose function words the lexicon has: Latin, Greek, Cyrillic, Arabic.
_KNOWN_SCRIPT = re.compile(r"[a-zA-Z\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff]")
_LATIN = re.compile(r"[a-zA-Z]")
# A sentence may have a credit behind its full stop: "… by night.–AFP", "… by night. (Reuters)".
_SIGNED = r"(?:\s?[–—―-]\s?[A-Z][A-Za-z/]{1,11}|\s?\([A-Z][\w/ ]{1,20}\))?"
_SENTENCE_END = re.compile(rf"[.!?。！？।؟][\"'”’»)\]]*{_SIGNED}\s*$")
_STOPS = frozenset(".!?")
_END_REACH = 60  # signs: more than a sentence's end with closing marks and a credit behind it
_DOTS = ("...", "…", "[…]", "[...]")
_INNER_END = re.compile(r"(?<=[a-z\d])[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_QUOTES = frozenset('"“”„«»')
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# "3 March", "3/3/2026", "12:30", "2 hours ago", from the number on.
_NUMBER_FIRST = re.compile(
    rf"\d(?<!\w\d)(?:\d?\s+{_MONTHS}\b|\d{{0,3}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b|\d?:\d{{2}}\b"
    r"|\d* (?:hours?|hrs?|minutes?|mins?|days?|months?|years?) ago\b)",
    re.IGNORECASE,
)
_DAY = re.compile(r"\s\d{1,2}\b")
_MONTH = re.compile(rf"\b{_MONTHS}\.?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|@\w|\.com\b|#\w")
_CREDIT = re.compile(
    r"\((?:AP|Photo|Image|Credit|Courtesy|File|Source|Pool|Getty|AFP|Reuters|REUTERS)\b[^)]*\)?"
    r"|\b(?:via AP|AP Photo|Getty Images"
    r"|AFP|Reuters|EPA|Shutterstock|File Photo|[Pp]hoto(?:graph)?\s?(?:by|:|credit)|Image credit|Photo/)\b|©",
)
# Words of so many signs tell the topic; of scripts without spaces, which begin here, any.
_TELLING = 4
_SPACELESS = "\u3040"
_CREDIT_REACH = 160
_LONG = 25
_SAMPLE = 4_000  # signs: a line of megabytes shows what it is by its beginning
_BULLET = re.compile(r"^[•*·\-–—‣▪►]\s|^\d+\.\s")
_SEPARATED = re.compile(r"[|»›•·/](?<=\s.)\s")

Seen = tuple[tuple[float, ...], frozenset[str]]
Tokens = tuple[Sequence[str], Sequence[str]]
Table = NDArray[np.float64]

NAMES = (
    "one", "words_log", "words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31", "sentence_end",
    "cut_off", "colon_end", "bullet", "lower_start", "quote_start", "title_case", "all_caps", "function",
    "function_none", "speech", "commas", "digits", "inner_end", "dateish", "address", "credit", "separated",
    "phrase_whole", "phrase_start", "phrase_within", "phrase_legal", "phrase_related", "paren_all",
    "question", "second_person", "prose", "cells", "foreign_script", "glued", "label", "numbered", "exclaims",
    "word_length", "variety", "pipes", "phrase_navigation", "phrase_sharing", "phrase_newsletter", "phrase_comment",
    "phrase_byline", "phrase_credit", "phrase_advert", "asked",
)  # fmt: skip
# What is read of each line by itself; the columns of NAMES are made of them for a whole page at once.
_READ = (
    "words", "speech", "second_person", "variety", "title_case", "all_caps", "digits", "function", "how", "kind",
    "sentence_end", "cut_off", "colon_end", "bullet", "lower_start", "quote_start", "commas", "inner_end", "dateish",
    "address", "credit", "separated", "paren_all", "question", "cells", "foreign_script", "glued", "label", "numbered",
    "exclaims", "word_length", "pipes", "asked",
)  # fmt: skip
_AT = {name: place for place, name in enumerate(_READ)}
_COLUMN = {name: place for place, name in enumerate(NAMES)}
_SAME = tuple(name for name in NAMES if name in _AT)
_HOWS = ("", "whole", "start", "within")
_KINDS = (
    "", "legal", "related", "navigation", "sharing", "newsletter", "comment", "byline", "credit", "advert",
)  # fmt: skip
# Bounds of the number of words: each bin is a column.
_BINS = (
    ("words_1_3", 0, 3),
    ("words_4_7", 4, 7),
    ("words_8_15", 8, 15),
    ("words_16_30", 16, 30),
    ("words_31", 31, inf),
)
# Numbers are capped and scaled so that one long line outweighs none.
_CAPPED = (("commas", 5.0, 5.0), ("cells", 6.0, 6.0), ("glued", 3.0, 3.0), ("pipes", 4.0, 4.0))
_PHRASED = 75  # words
_LOUD = 16  # words
_OPENING = 80  # signs
_CELL = re.compile(r"\t|\s{3,}")
# "Ana RuizAna Ruiz": words that only a page's template runs together.
_GLUED = re.compile(r"[a-zà-ÿ.!?][A-ZÀ-Þ][a-zà-ÿ]")
_CAPITAL_INSIDE = re.compile(r"[A-ZÀ-Þ](?<=[a-zà-ÿ.!?].)")  # in every line with such words, and found sooner
_LABEL = re.compile(r"^[^\W\d_][\w .'’-]{0,40}:\s?\S")
_LABEL_REACH = 45  # signs: more than _LABEL holds before its colon
_NUMBERED = re.compile(r"^\W{0,2}\d{1,3}(?:[.):–-]|[aªº°]\W|\t|\s-)\s*\w")
_ASKED = re.compile(r"^(?:Q|A|Question|Answer)\s?[.:]\s")
_ASKED_FIRST = frozenset("QA")
_SECOND_PERSON = frozenset({"you", "your", "sign", "click", "subscribe"})


def traits(lines: Sequence[str], lexicons: Lexicons) -> tuple[Table, list[frozenset[str]]]:
    """A row for each line, its numbers in the order of NAMES, and the telling words of each."""
    seen = [_read(words, lexicons) for words in lines]
    read = np.array([numbers for numbers, _ in seen], dtype=np.float64).reshape(len(lines), len(_READ))
    return _columns(read), [telling for _, telling in seen]


def _read(words: str, lexicons: Lexicons) -> Seen:
    """What is read of a line, and its telling words; short lines are remembered, for menus repeat."""
    return (_remembered if len(words) < 60 else _seen)(words, lexicons.furniture, lexicons.function_words)


def _columns(read: Table) -> Table:
    """The columns of NAMES, made of those of _READ."""
    table = np.zeros((len(read), len(NAMES)))
    table[:, [_COLUMN[name] for name in _SAME]] = read[:, [_AT[name] for name in _SAME]]
    words, how, kind = read[:, _AT["words"]], read[:, _AT["how"]], read[:, _AT["kind"]]
    count = np.maximum(words, 1.0)
    function, ends = read[:, _AT["function"]], read[:, _AT["sentence_end"]]
    made = {
        "one": 1.0,
        "words_log": np.sqrt(np.minimum(count, 120.0)) / 5,
        "all_caps": read[:, _AT["all_caps"]] / np.minimum(count, _LOUD),
        "function_none": function == 0.0,
        "digits": read[:, _AT["digits"]] / count,
        "prose": (ends > 0) & (count >= 8) & (function >= 0.15),
        "word_length": np.minimum(read[:, _AT["word_length"]] / count, 15.0) / 10,
        "variety": read[:, _AT["variety"]] / count,
    }
    made |= {name: (least <= count) & (count <= most) for name, least, most in _BINS}
    made |= {name: np.minimum(read[:, _AT[name]], most) / scale for name, most, scale in _CAPPED}
    made |= {f"phrase_{name}": how == place for place, name in enumerate(_HOWS) if name}
    made |= {f"phrase_{name}": kind == place for place, name in enumerate(_KINDS) if name}
    for name, values in made.items():
        table[:, _COLUMN[name]] = values
    return table


def is_sentence(words: str, function_words: FunctionWords) -> bool:
    """True when a line reads as prose: long enough, ends as a sentence does, has its share of function words."""
    return _is_sentence(_sample(words), function_words)


@lru_cache(maxsize=4_000)
def _is_sentence(sample: str, function_words: FunctionWords) -> bool:
    if not _ends_sentence(sample) or cut_off(sample):
        return False
    tokens, lowered = _tokens(sample)
    if len(tokens) < 6:
        return False
    return _function_share(tokens, lowered, function_words) >= max(2 / len(tokens), 0.15)


def _sample(words: str) -> str:
    """The line; of one of megabytes its beginning and its end."""
    return words if len(words) <= _SAMPLE else words[: _SAMPLE - _END_REACH] + words[-_END_REACH:]


@lru_cache(maxsize=2_000)
def _tokens(sample: str) -> Tokens:
    """The line's words and numbers, as they are written and in small letters."""
    tokens = _WORD.findall(sample)
    return tokens, " ".join(tokens).lower().split(" ") if tokens else []


def _ends_sentence(words: str) -> bool:
    return words[-1:] in _STOPS or bool(_SENTENCE_END.search(words, max(0, len(words) - _END_REACH)))


def is_running(words: str, function_words: FunctionWords) -> bool:
    """True for a long line of running text that may break off before its sentence ends."""
    tokens, lowered = _tokens(_sample(words))
    if len(tokens) < _LONG or len(set(tokens)) < _LONG / 2:
        return False
    return _function_share(tokens, lowered, function_words) >= 0.15


def _function_share(tokens: Sequence[str], lowered: Sequence[str], function_words: FunctionWords) -> float:
    """The share of function words; a middling one for scripts that the lexicon does not know."""
    opening = tokens[:12]
    joined = "".join(opening)
    spaceless = 0 if joined.isascii() else sum(token[0] >= _SPACELESS for token in opening)
    if 2 * spaceless > len(opening) or not _KNOWN_SCRIPT.search(joined):
        return 0.3
    return sum(map(function_words.any_language.__contains__, lowered)) / len(tokens)


def cut_off(words: str) -> bool:
    """True when a line breaks off with dots, as teasers do."""
    return words.rstrip().endswith(_DOTS)


def is_dated(words: str) -> bool:
    """True when a day with its month, a clock time or an age stands there: "March 3", "3/3/2026", "2 hours ago"."""
    if _NUMBER_FIRST.search(words):
        return True
    before = (words[: day.start()].split()[-1:] for day in _DAY.finditer(words))
    return any(last and _MONTH.search(last[0]) for last in before)


def title_case(words: str) -> float:
    """The share of longer words that start with a capital."""
    longer = [token[0] for token in _tokens(_sample(words))[0] if len(token) >= _TELLING and not token[0].isdigit()]
    return sum(map(str.isupper, longer)) / len(longer) if longer else 0.0


@lru_cache(maxsize=20_000)
def _remembered(words: str, phrases: FurniturePhrases, function_words: FunctionWords) -> Seen:
    return _seen(words, phrases, function_words)


def _seen(words: str, phrases: FurniturePhrases, function_words: FunctionWords) -> Seen:
    sample = _sample(words)
    tokens, lowered = _tokens(sample)
    different, known = set(lowered), function_words.any_language
    digits, longer, telling = 0, [], []
    for token, low in zip(tokens, lowered, strict=True):
        first = token[0]
        if first.isdigit():
            digits += 1
            continue
        if len(token) >= _TELLING:
            longer.append(first)
        elif first < _SPACELESS:
            continue
        if low not in known:
            telling.append(token)
    phrase = phrases.find(sample) if len(tokens) < _PHRASED else None
    held = (
        len(tokens),
        not function_words.speech.isdisjoint(different),
        not _SECOND_PERSON.isdisjoint(different),
        len(different),
        sum(map(str.isupper, longer)) / len(longer) if longer else 0.0,
        sum(map(str.isupper, tokens[:_LOUD])),
        digits,
        _function_share(tokens, lowered, function_words) if tokens else 0.0,
        _HOWS.index(phrase.how) if phrase else 0,
        _KINDS.index(phrase.kind) if phrase and phrase.kind in _KINDS else 0,
    )
    return (*held, *_marks(sample, digits > 0)), frozenset(telling)


def _marks(words: str, numbered: bool) -> tuple[float, ...]:
    """What the line's signs say; `numbered`: a number is among its words."""
    first, opening = words[:1], words[:_OPENING]
    broken = cut_off(words)
    return (
        _ends_sentence(words) and not broken,
        broken,
        words.endswith(":"),
        _BULLET.match(words) is not None,
        first.islower(),
        first in _QUOTES,
        words.count(","),
        _ends_inside(words),
        numbered and is_dated(words),
        _is_addressed(words),
        _is_credited(words),
        _SEPARATED.search(words) is not None,
        first == "(" and words.endswith(")"),
        words.rstrip("\"'”’").endswith("?"),
        len(_CELL.findall(words)) if "\t" in words or "   " in words else 0,
        _LATIN.search(opening) is None,
        len(_GLUED.findall(opening)) if _CAPITAL_INSIDE.search(opening) else 0,
        ":" in words[:_LABEL_REACH] and _LABEL.match(words) is not None,
        numbered and _NUMBERED.match(words) is not None,
        words.endswith("!"),
        len(words),
        words.count("|"),
        first in _ASKED_FIRST and _ASKED.match(words) is not None,
    )


def _ends_inside(words: str) -> bool:
    """True when a sentence ends within the line and another begins."""
    body = words[:-2]
    return ("." in body or "?" in body or "!" in body) and bool(_INNER_END.search(words))


def _is_addressed(words: str) -> bool:
    """True when an address, a handle or a tag stands in the line."""
    marked = "@" in words or "www." in words or "http" in words or ".com" in words or "#" in words
    return marked and bool(_ADDRESS.search(words))


def _is_credited(words: str) -> bool:
    """True when a credit stands near either end of the line."""
    # One of these stands in everything that _CREDIT matches; asked one by one they cost least.
    if not (
        "(" in words or "hoto" in words or "AP" in words or "Reuters" in words or "Getty" in words or "AFP" in words
        or "EPA" in words or "Shutterstock" in words or "Image credit" in words or "©" in words
    ):  # fmt: skip
        return False
    if _CREDIT.search(words, 0, _CREDIT_REACH):
        return True
    return len(words) > _CREDIT_REACH and bool(_CREDIT.search(words[-_CREDIT_REACH:]))


def window(values: NDArray[Any], reach: int) -> NDArray[Any]:
    """For each line the sum over the lines up to `reach` away, itself left out."""
    padded = np.concatenate([[0.0], np.cumsum(values)])
    index = np.arange(len(values))
    upper, lower = np.minimum(index + reach + 1, len(values)), np.maximum(index - reach, 0)
    summed: NDArray[Any] = padded[upper] - padded[lower] - values
    return summed
