"""The words of a text in the form in which texts are compared: two ways to write one word have one form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.lexicons.renderings import RenderingWords

LETTER = r"[^\W\d_]"
INITIALS = rf"(?<![^\W_]){LETTER}(?:\.{LETTER})+(?![^\W_])"  # "U.S." and "US" are one word
NUMBER = r"\d+(?:[.,:]\d+)*[^\W_]*"  # "1,200", "12:30", "3.5m", "2nd"
PLAIN = r"[^\W_]+(?:['’][^\W_]+)*"
WORD = re.compile(rf"{INITIALS}|{NUMBER}|{PLAIN}|%")
DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\d+")
SCALED = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([a-z]+)")
MONEY = "$£€¥"
# Between the words of one number: "twenty-five", "two hundred".
JOINED = frozenset((" ", "-", "\u00a0", "‑"))
# A text without news of its words would fill the memory otherwise.
REMEMBERED = 100_000
# Scales that are a number by themselves: "a hundred", "a dozen". A bare "million" follows digits or says little.
MOST_ALONE = 1000
DOZEN = 12


@dataclass(frozen=True, slots=True)
class Forms:
    """The words of a stretch of text, in order: the form of each, and where it stands. A number of several words is
    one: "two hundred" has the form "200"."""

    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


class WordForms:
    """Reads texts as forms: numbers in digits, months and days in full, one spelling for British and American print.

    "On Sept. 3 twelve per cent" and "On September 3 12%" have the same forms. Counter-example: "didn't" and "did not"
    keep theirs, and so do different words of one meaning.
    """

    def __init__(self, renderings: RenderingWords, numbers: NumberWords, calendar: Calendar) -> None:
        self._alike = {**_spellings(renderings), **_days(calendar), "%": "percent"}
        self._endings = tuple(_shortened(renderings.endings))
        self._values = {**numbers.small, **numbers.tens}
        self._scales: Mapping[str, int] = {word: n for word, n in numbers.scales.items() if word != "score"}
        self._short = numbers.short_scales
        self._ordinals = {word: _ordinal(n) for word, n in numbers.ordinals.items()}
        self._form = lru_cache(maxsize=REMEMBERED)(self._made)

    def read(self, text: str, start: int = 0, end: int | None = None, *, most: int | None = None) -> Forms:
        """The words of `text[start:end]`, the first `most` of them; the spans count from the start of the text."""
        found = islice(WORD.finditer(text, start, len(text) if end is None else end), most)
        spans = [match.span() for match in found]
        forms = [self._form(text[a:b]) for a, b in spans]
        return Forms(*self._joined(text, forms, spans))

    def _made(self, word: str) -> str:
        """The form of one word as it is printed."""
        plain = word.casefold().replace("’", "'")
        if plain in self._values:
            return str(self._values[plain])
        if plain[0].isdecimal():
            return plain.replace(",", "") if DIGITS.fullmatch(plain) else plain
        if plain in self._ordinals:
            return self._ordinals[plain]
        plain = plain.replace(".", "")
        if plain in self._alike:
            return self._alike[plain]
        for long, short, least in self._endings:
            if plain.endswith(long) and len(plain) >= len(long) + least:
                return plain[: -len(long)] + short
        return plain

    def _joined(
        self, text: str, forms: list[str], spans: list[tuple[int, int]]
    ) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
        """The words with those of one number, and "per cent", made one."""
        out: list[str] = []
        places: list[tuple[int, int]] = []
        at = 0
        while at < len(forms):
            form, end = forms[at], at + 1
            if form[0].isdecimal() or self._scales.get(form, MOST_ALONE + 1) <= MOST_ALONE:
                form, end = self._number(text, forms, spans, at)
            elif form == "per" and forms[at + 1 : at + 2] == ["cent"]:
                form, end = "percent", at + 2
            out.append(form)
            places.append((spans[at][0], spans[end - 1][1]))
            at = end
        return tuple(out), tuple(places)

    def _number(self, text: str, forms: list[str], spans: list[tuple[int, int]], at: int) -> tuple[str, int]:
        """The number that starts at a word, and the first word after it: "two thousand five hundred and six"."""
        value, end = self._value(text, forms[at], spans[at][0]), at + 1
        if value is None:
            return forms[at], end
        whole, last = 0.0, 0
        while end < len(forms):
            gap, word = text[spans[end - 1][1] : spans[end][0]], text[slice(*spans[end])].casefold()
            before = text[slice(*spans[end - 1])].casefold()
            if gap not in JOINED:
                break
            scale = self._scales.get(word, 0)
            if scale >= 1000 and (not last or scale < last):
                whole, value, last = whole + value * scale, 0.0, scale
            elif scale and scale < 1000 and 0 < value < 100 and not (scale == DOZEN and whole):
                value *= scale
            elif word in self._values and _goes_on(before, word, self._values):
                value += self._values[word]
            elif word != "and" or before != "hundred" or not self._tens_follow(text, spans, end):
                break
            end += 1
        return f"{whole + value:.15g}", end

    def _tens_follow(self, text: str, spans: list[tuple[int, int]], at: int) -> bool:
        """True when the word after `at` is below a hundred: "two hundred and fifty", not "two hundred and many"."""
        return at + 1 < len(spans) and text[slice(*spans[at + 1])].casefold() in self._values

    def _value(self, text: str, form: str, start: int) -> float | None:
        """The value of a number in digits, with its short scale: "3.5bn", and "$5m" but no "5m" of a race track."""
        if form in self._scales:
            return float(self._scales[form])
        if DIGITS.fullmatch(form):
            return float(form.replace(",", ""))
        scaled = SCALED.fullmatch(form)
        if not scaled or scaled[2] not in self._short:
            return None
        if len(scaled[2]) == 1 and text[start - 1 : start] not in MONEY:
            return None
        return float(scaled[1].replace(",", "")) * self._short[scaled[2]]


def word_forms(lexicons: Lexicons) -> WordForms:
    """The reader of word forms, made once of the lexicons."""
    return _word_forms(lexicons.renderings, lexicons.numbers, lexicons.calendar)


@cache
def _word_forms(renderings: RenderingWords, numbers: NumberWords, calendar: Calendar) -> WordForms:
    return WordForms(renderings, numbers, calendar)


def _goes_on(before: str, word: str, values: Mapping[str, int]) -> bool:
    """True for what goes on with a number: "twenty" and "five", "hundred" and "twelve"; not "two" and "three"."""
    if before in values:
        return values[before] >= 20 and 0 < values[word] < 10
    return before in ("hundred", "thousand", "and")


def _ordinal(n: int) -> str:
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _spellings(renderings: RenderingWords) -> dict[str, str]:
    """One spelling, the first by the alphabet, for all of a group; of single words only."""
    single = {word: {o for o in others if " " not in o} for word, others in renderings.spellings.items()}
    return {word: min(word, *others) for word, others in single.items() if " " not in word and others}


def _days(calendar: Calendar) -> dict[str, str]:
    """The full name for every short one of a month or day that is no other word."""
    full: dict[str, str] = {}
    for names in (calendar.months, calendar.weekdays):
        longest = {number: max((n for n in names if names[n] == number), key=len) for number in names.values()}
        full |= {name: longest[number] for name, number in names.items() if name not in calendar.words_too}
    return full


def _shortened(endings: Iterable[tuple[str, str, int]]) -> Iterator[tuple[str, str, int]]:
    """Each pair of endings as (one, the other, least letters before), so that a form is never made longer.

    Before a doubled letter one more is asked for: "travelled" is "traveled", but "filled" is not "filed".
    """
    for a, b, least in sorted(endings, key=lambda pair: -max(len(pair[0]), len(pair[1]))):
        long, short = (a, b) if len(a) >= len(b) else (b, a)
        yield long, short, least + (long[:1] == long[1:2])
