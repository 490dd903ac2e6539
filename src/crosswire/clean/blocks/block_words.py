"""What a page's lines look like by their words, all lines at once: every line of a page in markup is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.clean.lines.traits import is_dated
from crosswire.lexicons.function_words import FunctionWords
from crosswire.lexicons.furniture import FurniturePhrases

NAMES = (
    "one", "words_log", "words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31", "sentence_end", "cut_off",
    "colon_end", "question", "lower_start", "quote_start", "quote", "bullet", "title_case", "capitals", "function",
    "function_none", "speech", "commas", "digits", "dated", "address", "credit", "phrase_whole", "phrase_start",
    "phrase_within", "phrase_related", "phrase_legal", "you", "separated", "paren_all", "prose",
)  # fmt: skip

Table = NDArray[np.float32]
Column = NDArray[Any]  # numbers, or true and false

_CLOSING = "\"'”’»)] "
_CUT_OFF = ("...", "…", "[…]")
_EDGES = ".,;:!?\"'“”’()"
# One of these stands in everything that the pattern behind it matches; nearly all lines have none.
_IN_ADDRESS = ("//", "www.", "@", ".com", "#")
_ADDRESS = re.compile(r"https?://|www\.|@\w|\.com\b|#\w")
_IN_CREDIT = (
    "AP", "AFP", "Reuters", "REUTERS", "EPA", "Getty", "Shutterstock", "hoto", "mage", "redit", "ourtesy", "©",
)  # fmt: skip
_CREDIT = re.compile(r"\b(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Shutterstock|[Pp]hoto|[Ii]mage|[Cc]redit|[Cc]ourtesy)\b|©")
_YOU = frozenset(["you", "your", "click", "subscribe", "us", "our", "we", "sign"])
_SHORT, _REMEMBERED = 60, 20_000  # signs; lines
_PHRASED = 25  # words: no stock phrase stands in longer lines
_PROSE, _SHARE = 8, 0.12
# So many of a line's words are looked at for capitals, digits, function words; so many of its signs for capitals.
_FOR_TITLE, _FOR_DIGITS, _FOR_FUNCTION, _FOR_CAPITALS = 30, 40, 60, 60
_LONGER = 3  # signs: words of more are capitals in titles
_LENGTHS = (4, 8, 16, 31)
# Kinds of signs, and of words: a bit each.
_UPPER, _LOWER, _DIGIT, _WIDE, _ELSEWHERE = 1, 2, 4, 8, 16
_EDGE, _STOP, _COLON, _ASKS, _OPENS, _CLOSES, _BULLET = 32, 64, 128, 256, 512, 1024, 2048
_MARKS = (
    (_EDGE, _EDGES), (_STOP, ".!?。！？।؟"), (_COLON, ":"), (_ASKS, "?"), (_OPENS, "\"“„«‘'「"), (_CLOSES, _CLOSING),
    (_BULLET, "•*·-–—‣▪►»›"),
)  # fmt: skip
_FUNCTION, _SPEECH, _SECOND = 1, 2, 4
_KINDS_OF_WORDS = np.array([[_FUNCTION], [_SPEECH], [_SECOND]], dtype=np.uint8)
_PLANE = 0x10000  # what lies beyond is pictures


def word_traits(lines: Sequence[str], phrases: FurniturePhrases, function_words: FunctionWords) -> Table:
    """One row a line, with its numbers in the order of NAMES. The white space in lines is single spaces.

    Short lines are remembered: menus and links stand on all pages of a site.
    """
    known = _memory(phrases, function_words)
    rows = [known.get(line, b"") for line in lines]
    new = [place for place, row in enumerate(rows) if not row]
    if new:
        for place, row in zip(new, _read([lines[place] for place in new], phrases, function_words), strict=True):
            rows[place] = row.tobytes()
        known.update((lines[place], rows[place]) for place in new if len(lines[place]) < _SHORT)
        if len(known) > _REMEMBERED:
            known.clear()
    return np.frombuffer(b"".join(rows), dtype=np.float32).reshape(len(lines), len(NAMES))


@lru_cache(maxsize=4)
def _memory(phrases: FurniturePhrases, function_words: FunctionWords) -> dict[str, bytes]:
    """The rows of short lines that were asked of before, by these lexicons."""
    return {}


def _read(lines: Sequence[str], phrases: FurniturePhrases, function_words: FunctionWords) -> Table:
    words = _Words(lines, function_words)
    columns = {"one": np.ones(len(lines)), **words.traits(), **words.ends(lines), **_by_marks(lines)}
    columns |= _by_patterns(lines, words.count, columns["digits"]) | _by_phrases(lines, words.count, phrases)
    proper = (columns["function"] >= _SHARE) | ~words.plain
    columns["prose"] = columns["sentence_end"] & (words.count >= _PROSE) & proper
    table = np.empty((len(NAMES), len(lines)), dtype=np.float32)
    for place, name in enumerate(NAMES):
        table[place] = columns[name]
    return table.T


class _Words:
    """The words of all lines, each told by its first sign, its length and what the lexicon knows of it."""

    def __init__(self, lines: Sequence[str], function_words: FunctionWords) -> None:
        text = "\n".join(lines)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self.kinds = _sign_kinds()[np.minimum(codes, _PLANE - 1)]
        breaks = np.flatnonzero((codes == 32) | (codes == 10))
        starts, ends = np.append(0, breaks + 1), np.append(breaks, len(codes))
        self.length = ends - starts
        self.initial = self.kinds[starts]
        self.first = np.append(0, np.flatnonzero(codes[breaks] == 10) + 1)  # each line's first word
        self.start = starts[self.first]  # and first sign
        self.words: Column = np.append(self.first[1:], len(starts)) - self.first
        self.signs = np.append(self.start[1:] - 1, len(codes)) - self.start
        self.place = np.arange(len(starts)) - np.repeat(self.first, self.words)  # of each word in its line
        self.plain = np.bitwise_or.reduceat(self.kinds, self.start) & _ELSEWHERE == 0
        self.known = self._known(lines, self.initial | self.kinds[ends - 1], function_words)
        self.count = self._count()

    def _known(self, lines: Sequence[str], edges: Column, function_words: FunctionWords) -> Column:
        """What the lexicon knows each word as, marks at its ends off."""
        words = " ".join([line.lower() for line in lines]).split(" ")  # quick for lines in ASCII
        for place in np.flatnonzero(edges & _EDGE).tolist():
            words[place] = words[place].strip(_EDGES)
        get = _known_words(function_words).get
        return np.frombuffer(bytes([get(word, 0) for word in words]), dtype=np.uint8)

    def _count(self) -> Column:
        """Words of each line: those between spaces; of scripts without spaces two signs are about a word."""
        spaceless = ~self.plain & (self.signs > 3 * self.words)
        if not spaceless.any():
            return self.words
        wide = np.add.reduceat(self.kinds & _WIDE > 0, self.start, dtype=np.int64)
        found: Column = np.where(spaceless, np.maximum(self.words, wide // 2), self.words)
        return found

    def traits(self) -> dict[str, Column]:
        """The columns that counting signs and words gives."""
        functions, speech, second, longer, titled, digits = self._told()
        length = np.searchsorted(_LENGTHS, self.count, side="right") == np.arange(len(_LENGTHS) + 1)[:, None]
        function = functions / np.minimum(self.words, _FOR_FUNCTION)
        return {
            **dict(zip(("words_1_3", "words_4_7", "words_8_15", "words_16_30", "words_31"), length, strict=True)),
            "words_log": np.sqrt(np.minimum(self.count, 120)) / 5,
            "title_case": titled / np.maximum(longer, 1),
            "capitals": self._capitals() / np.minimum(self.signs, _FOR_CAPITALS),
            "function": function,
            "function_none": functions == 0,
            "speech": speech > 0,
            "digits": digits / np.minimum(self.words, _FOR_DIGITS),
            "you": second > 0,
        }

    def _told(self) -> Column:
        """How many of each line's first words are function words, speech, `_YOU`, longer, longer titles, digits."""
        longer = (self.length > _LONGER) & (self.place < _FOR_TITLE)
        told = [
            *(self.known * (self.place < _FOR_FUNCTION) & _KINDS_OF_WORDS > 0),
            longer,
            longer & (self.initial & _UPPER > 0),
            (self.initial & _DIGIT > 0) & (self.place < _FOR_DIGITS),
        ]
        found: Column = np.add.reduceat(
            np.array(told, dtype=np.uint8), self.first, axis=1
        )  # no more than are looked at
        return found

    def ends(self, lines: Sequence[str]) -> dict[str, Column]:
        """The columns that a line's first and last sign give; of closing marks the sign before them."""
        last = self.start + self.signs - 1
        for place in np.flatnonzero(self.kinds[last] & _CLOSES).tolist():
            last[place] = self.start[place] + max(len(lines[place].rstrip(_CLOSING)), 1) - 1
        first, last = self.kinds[self.start], self.kinds[last]
        cut = np.array([line.endswith(_CUT_OFF) for line in lines])
        return {
            "lower_start": first & _LOWER > 0,
            "quote_start": first & _OPENS > 0,
            "bullet": first & _BULLET > 0,
            "sentence_end": (last & _STOP > 0) & ~cut,
            "cut_off": cut,
            "colon_end": last & _COLON > 0,
            "question": last & _ASKS > 0,
        }

    def _capitals(self) -> Column:
        """How many of each line's first signs are capitals."""
        capitals = np.flatnonzero(self.kinds & _UPPER)
        line = np.searchsorted(self.start, capitals, side="right") - 1
        early = capitals - self.start[line] < _FOR_CAPITALS
        return np.bincount(line[early], minlength=len(self.start))


def _by_marks(lines: Sequence[str]) -> dict[str, Column]:
    """The columns that marks anywhere in a line give."""
    return {
        "quote": np.array(["“" in line or '"' in line for line in lines]),
        "commas": np.array([line.count(",") for line in lines]).clip(0, 5) / 5,
        "separated": np.array(["|" in line or " • " in line or " · " in line for line in lines]),
        "paren_all": np.array([line[0] == "(" and line[-1] == ")" for line in lines]),
    }


def _by_patterns(lines: Sequence[str], count: Column, digits: Column) -> dict[str, Column]:
    """The columns that patterns give, which are looked for only where they may stand."""
    dated = ((digits > 0) & (count < 30)).tolist()
    short = (count < 60).tolist()
    return {
        "dated": np.array([maybe and is_dated(line) for line, maybe in zip(lines, dated, strict=True)]),
        "address": _holding(lines, short, _IN_ADDRESS, _ADDRESS),
        "credit": _holding(lines, short, _IN_CREDIT, _CREDIT),
    }


def _holding(lines: Sequence[str], asked: Sequence[bool], signs: Sequence[str], pattern: re.Pattern[str]) -> Column:
    """For each line that is asked whether the pattern stands in it; not looked for where none of the signs does."""
    text = "\n".join(compress(lines, asked))
    there = [sign for sign in signs if sign in text]
    places = {place for sign in there for place, line in enumerate(lines) if sign in line and asked[place]}
    found = np.zeros(len(lines), dtype=bool)
    found[[place for place in places if pattern.search(lines[place])]] = True
    return found


def _by_phrases(lines: Sequence[str], count: Column, phrases: FurniturePhrases) -> dict[str, Column]:
    """The columns that the stock phrase in a line gives: where in it, and of two kinds."""
    short = (count < _PHRASED).tolist()
    found = [phrases.find(line) if maybe else None for line, maybe in zip(lines, short, strict=True)]
    told = [(phrase.how, phrase.kind) if phrase else ("", "") for phrase in found]
    return {
        **{f"phrase_{name}": np.array([how == name for how, _ in told]) for name in ("whole", "start", "within")},
        **{f"phrase_{name}": np.array([kind == name for _, kind in told]) for name in ("related", "legal")},
    }


@cache
def _sign_kinds() -> NDArray[np.uint16]:
    """For each sign its kinds."""
    codes = np.arange(_PLANE, dtype=np.uint32)
    signs = codes.view("U1")
    kinds = np.where(codes >= 128, _ELSEWHERE, 0).astype(np.uint16)
    kinds[np.char.isupper(signs)] |= _UPPER
    kinds[np.char.islower(signs)] |= _LOWER
    kinds[np.char.isdigit(signs)] |= _DIGIT
    # Japanese and Chinese: scripts without spaces.
    kinds[(codes >= 0x3040) & (codes <= 0x30FF) | (codes >= 0x3400) & (codes <= 0x9FFF)] |= _WIDE
    for kind, marks in _MARKS:
        kinds[[ord(mark) for mark in marks]] |= kind
    return kinds


@lru_cache(maxsize=4)
def _known_words(function_words: FunctionWords) -> dict[str, int]:
    """What each word is known as."""
    known: dict[str, int] = {}
    for words, bit in ((function_words.any_language, _FUNCTION), (function_words.speech, _SPEECH), (_YOU, _SECOND)):
        for word in words:
            known[word] = known.get(word, 0) | bit
    return known
