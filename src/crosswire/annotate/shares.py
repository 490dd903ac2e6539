"""Numbers with a form of their own: "one in five", "two thirds of", "51-49", "by 219 votes to 212", "magnitude 6.3"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from crosswire.annotate.numbers import alternatives, number_value, spelled_pattern
from crosswire.lexicons.numbers import NumberWords

SHARE = "share"
# Beyond these a number "in" another is a date or a place: "two in 2019", "one in 30 districts".
_WHOLES = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000])
_MOST = 1000
_LESS = frozenset([1, 2, 3, 4, 5, 6, 7, 8, 9])
# What makes two numbers with a dash the two sides of a vote, and what makes them a score.
_VOTING = re.compile(r"\b(?:vot(?:e[sd]?|ing)|ballots?|ruling|ruled|majority|motion|bill)\b", re.I)
_DECIDED = re.compile(r"\b(?:carried|passed|approved|rejected|defeated)\b", re.I)
_DECIDING = re.compile(
    r"\b(?:plans?|measures?|amendments?|resolutions?|laws?|council|committee|house|senate|parliament|assembly|board|court)\b",
    re.I,
)
_PLAYING = re.compile(
    r"\b(?:won|win|beat|lost|score[sd]?|game|match|goals?|set|cup|league|season|record|seed|points|finals?|semi-?finals?|"
    r"tournament|team)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Special:
    """A number of a form of its own: its span in the sentence, value, hedge, unit, and what it counts.

    `counts`: where the words that say what it counts begin, for a share; None where the form says it.
    """

    start: int
    end: int
    first: int
    value: float
    unit: str | None
    what: str | None
    hedge: str | None = None
    counts: int | None = None


def special_amounts(text: str, numbers: NumberWords) -> tuple[Special, ...]:
    """The numbers of a sentence that have such a form, in order; none that lies inside another.

    "One in five voters" is a share of 0.2. Of the two numbers of a vote the larger is
    `winning votes`. Counter-examples: "two in three days", "a third man", "won 3-1 on Sunday".
    """
    if not _ANY.search(text):
        return ()
    found = [*_in_so_many(text, numbers), *_fractions(text, numbers), *_votes(text), *_magnitudes(text)]
    found.sort(key=lambda s: (s.start, -s.end))
    return tuple(_outermost(found))


def _outermost(found: Iterable[Special]) -> Iterator[Special]:
    """Those that none before them reaches over; in order of start, the longer of two first."""
    reached = -1
    for special in found:
        if special.end > reached:
            yield special
            reached = special.end


_ANY = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of|of\s+every)\s|"
    r"\b(?:half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|magnitude)\b|"
    r"\d\s?[-–]\s?\d|\d(?:\s+votes?)?(?:\s+in\s+favou?r)?\s+to\s+\d|\d-to-\d",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def _so_many(numbers: NumberWords) -> re.Pattern[str]:
    one = rf"(?:\d{{1,2}}|{alternatives(numbers.small)})"
    whole = rf"(?:\d{{1,4}}|{spelled_pattern(numbers)})"
    units = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|\w+-)"
    return re.compile(
        rf"(?:\b(?P<hedge>{alternatives(numbers.hedges)})\s+)?(?<![\w.,$-])(?P<low>{one})\s+"
        rf"(?:(?:in|out\s+of)\s+(?:every\s+)?|of\s+every\s+)"
        rf"(?P<high>{whole})(?![\w,.]*\d)(?=\s+(?!{units}\b)[a-z]|[.,;])",
        re.IGNORECASE,
    )


def _in_so_many(text: str, numbers: NumberWords) -> Iterator[Special]:
    """ "one in five voters", "2 out of every 3 children"."""
    for match in _so_many(numbers).finditer(text):
        low, high = number_value(match["low"], numbers), number_value(match["high"], numbers)
        if low is None or high is None or low not in _LESS or not low < high:
            continue
        if high in _WHOLES or (low == 1 and high <= _MOST):
            hedge = " ".join((match["hedge"] or "").lower().split()) or None
            yield Special(match.start(), match.end(), match.start("low"), low / high, SHARE, None, hedge, match.end())


@lru_cache(maxsize=4)
def _fraction(numbers: NumberWords) -> re.Pattern[str]:
    hedge = rf"(?:\b(?P<hedge>{alternatives(numbers.hedges)})\s+)?"
    part = rf"(?P<part>{'|'.join(sorted(numbers.parts, key=len, reverse=True))})s?"
    over = rf"(?P<over>an?|one|{alternatives(numbers.small)}|\d)[-\s]"
    whole = r"hour|century|mile|day|year|dozen|hundred|thousand|million|billion|trillion"
    of = rf"(?=\s+of\s+(?!an?\s+(?:{whole})\b)|[.,;]|\s+(?:to|from|by|since|in)\b|$)"
    return re.compile(rf"{hedge}\b(?:{over}{part}\b{of}|(?P<half>half)(?=\s+(?:of\s+)?(?:the|its|their|all)\b))", re.I)


# "rose by a third", "two thirds to one": what stands before a fraction that nothing follows.
_BEFORE = re.compile(r"\b(?:by|than|about|around|nearly|almost|up|down|over|roughly|to)\s+$", re.IGNORECASE)


_OF = re.compile(r"\s+of\b")
# The words that are looked at before a number, with the space between, are no longer than so many letters.
_NEAR = 32


def _follows(words: re.Pattern[str], text: str, start: int) -> bool:
    """True when a place follows such words; all that stands before it isn't read anew for each number of a sentence."""
    return bool(words.search(text, max(0, start - _NEAR), start))


def _fractions(text: str, numbers: NumberWords) -> Iterator[Special]:
    """ "two-thirds of members", "half of the crew", "fell by a third"."""
    for match in _fraction(numbers).finditer(text):
        first = match.start("half") if match["half"] else match.start("over")
        of = _OF.match(text, match.end())
        over = 1.0 if match["half"] or match["over"].lower() in ("a", "an") else number_value(match["over"], numbers)
        under = 2 if match["half"] else numbers.parts[match["part"].lower()]
        if over is None or over >= under or not (of or match["half"] or _follows(_BEFORE, text, first) or over > 1):
            continue
        hedge = " ".join((match["hedge"] or "").lower().split()) or None
        yield Special(match.start(), match.end(), first, over / under, SHARE, None, hedge, match.end())


_VOTES = re.compile(
    r"(?<![\w.,:$/-])(?P<a>\d{1,3})(?:\s?[-–]\s?|(?:\s+votes?)?(?:\s+in\s+favou?r)?\s+to\s+|-to-)(?P<b>\d{1,3})(?![\w%:/-]|[.,]\d)"
)


_VOTED = re.compile(r"\b(?:by|of|a)\s+$")
_NO_VOTES = re.compile(r"\s*(?:percent|per cent|years)")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+$", re.IGNORECASE)


def _votes(text: str) -> Iterator[Special]:
    """ "51-49", "by 219 votes to 212": two numbers."""
    voting = _VOTING.search(text) or (_DECIDED.search(text) and _DECIDING.search(text))
    if not voting or _PLAYING.search(text):
        return
    for match in _VOTES.finditer(text):
        plain = " to " in match.group() and "vote" not in match.group()
        if plain and not _follows(_VOTED, text, match.start()):
            continue
        if _follows(_MONTH, text, match.start()):
            continue  # "was passed on March 5-6"
        a, b = float(match["a"]), float(match["b"])
        if _NO_VOTES.match(text, match.end()) or a == b:
            continue
        yield Special(match.start("a"), match.end("a"), match.start("a"), a, None, _side(a > b))
        yield Special(match.start("b"), match.end("b"), match.start("b"), b, None, _side(b > a))


def _side(wins: bool) -> str:
    return "winning votes" if wins else "losing votes"


_MAGNITUDE = re.compile(
    r"\bmagnitude[-\s]+(?:of\s+)?(?:about\s+)?(?P<n>\d(?:\.\d)?)\b(?![\d.]*\d)|\b(?P<m>\d(?:\.\d)?)[-\s]magnitude\b",
    re.I,
)


def _magnitudes(text: str) -> Iterator[Special]:
    """ "a magnitude 6.3 earthquake", "a 5.8-magnitude quake"."""
    for match in _MAGNITUDE.finditer(text):
        value = match["n"] or match["m"]
        yield Special(match.start(), match.end(), match.start(), float(value), "magnitude", "earthquake")
