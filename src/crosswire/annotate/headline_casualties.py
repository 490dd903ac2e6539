"""The killed, injured and shot of a headline, which has no grammar to read: "2 dead, boy hurt in Tarn shooting"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crosswire.annotate.numbers import alternatives, number_pattern, number_value
from crosswire.lexicons.counted import Counted
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.numbers import NumberWords
from crosswire.model.annotation import Casualty
from crosswire.model.report import Report

_BETWEEN = r"(?:[’'\w-]+\s+){0,3}?"
# What stands between those counted and what happened to them.
_BE = r"(?:(?:is|are|was|were|has|have|been|being|left|found|reported|confirmed|in|remain|remains|feared)\s+){0,3}"

LONGEST = 400  # signs
_HARM = ("killed", "injured", "shot")
_AGED = re.compile(r"\w+[- ](?:year|month|week|day)s?[- ]old", re.IGNORECASE)


# The station's name at the end of a page's title: "Fire in Tarn - KTRN News 12, Weather".
_STATION = re.compile(r"\s+(?:[-|–—]+|on)\s+[^-|–—]*(?:News|\.com|Weather|Sports|Channel|\bTV\b|FOX|CBS|NBC|ABC)[^|]*$")


def headline_casualties(report: Report, *, lexicons: Lexicons) -> tuple[Casualty, ...]:
    """The casualties that the report's headline tells of, in order; offsets are the headline's.

    "3 killed, 2 hurt": 3 and 2. "Man shot to death": 1. "Storm kills 4": 4. "Triple shooting": 3 shot. What a
    headline says of its own story is seldom of another: it weighs more than any sentence.
    """
    headline = _STATION.sub("", (report.headline or "")[:LONGEST])
    return tuple(sorted(_found(report.id, headline, lexicons.numbers, lexicons.counted), key=lambda c: c.start))


def _found(report: str, headline: str, numbers: NumberWords, counted: Counted) -> Iterator[Casualty]:
    """Every match, those that lie inside a longer or earlier one left out."""
    taken: list[tuple[int, int]] = []
    for pattern, what in _patterns(numbers, counted):
        for match in pattern.finditer(headline):
            start, end = match.span("who")
            if any(a < end and start < b for a, b in taken):
                continue
            low, high = _bounds(match, numbers, counted)
            if low is None and high is None:
                continue
            taken.append((start, end))
            groups = match.groupdict()
            noun = None if groups.get("nth") else groups.get("noun")
            yield Casualty(report, start, end, headline[start:end], what, low, high, noun=noun)


def _bounds(match: re.Match[str], numbers: NumberWords, counted: Counted) -> tuple[float | None, float | None]:
    """The least and most of a match; one for a person without a number."""
    groups = match.groupdict()
    if fold := groups.get("fold"):
        return (float(counted.folds[fold.lower()]),) * 2
    if items := groups.get("items"):
        heads = re.split(r",\s*(?:\d+,\s*)?|\s+and\s+|\s*&\s*", items)
        values = [None if _AGED.match(h) else number_value(h.split()[0], numbers) for h in heads if not h.isdecimal()]
        return (float(sum(1 if value is None else value for value in values)),) * 2
    if nth := groups.get("nth"):
        number = numbers.ordinals.get(nth.lower()) or int(re.sub(r"\D", "", nth))
        return float(number), float(number)
    if not groups.get("number"):
        return 1.0, 1.0
    value = number_value(groups["number"], numbers)
    effect = numbers.hedges.get(" ".join((groups.get("hedge") or "").lower().split()))
    return None if effect == "most" else value, None if effect == "least" else value


@lru_cache(maxsize=4)
def _patterns(numbers: NumberWords, counted: Counted) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms in order of strength, each with what it says."""
    hedged = rf"(?:(?P<hedge>{alternatives(numbers.hedges)})\s+)?"
    measure = r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?|shootings|[ap]\.?m)\b"
    no_count = rf"(?<!\b(?:19|20)\d\d)(?![-’']|\.\d|%|(?:st|nd|rd|th)\b|{measure})"
    number = rf"{hedged}(?P<number>{number_pattern(numbers)}){no_count}"
    nouns = alternatives([*counted.people, *counted.plural_people])
    noun = rf"{alternatives(counted.people)}\b(?!['’])"
    aged = r"(?:\d+|[a-z]+)[- ](?:year|month|week|day)s?[- ]olds?"
    single = rf"(?<![\w-])(?P<noun>{aged}\s+(?:\w+\s+)?{noun}|{aged}\b|{noun})"
    item = rf"(?:{number_pattern(numbers)}\s+(?:[a-z]+\s+)?{nouns}\b|{aged}\s+{noun}|{aged}\b|{noun})"
    # Not "kills man, grazes child".
    kind = rf"(?:(?!{alternatives([w for what in _HARM for w in counted.headline[f'{what}_by']])}\b)[a-z]+\s+)??"
    joint = r"(?:,\s*(?:\d+,\s*)?|\s+and\s+|\s*&\s*)"
    joined = rf"(?<![\w-])(?P<who>(?P<items>{item}(?:{joint}{kind}{item}){{1,3}}))"
    many = rf"(?P<who>{number}(?:\s+{_BETWEEN}{nouns}\b)?)"
    one = rf"(?P<who>(?:(?P<nth>{alternatives(numbers.ordinals)}|\d+(?:st|nd|rd|th))\s+(?:\w+\s+)?)?{single})"
    truly = r"(?:(?!nearly\b)\w+ly\s+)?"
    after = rf"(?:,?\s+\d+,)?\s+{truly}{_BE}(?:{truly}|beaten,\s+|stabbed,\s+)"
    found = []
    for what in _HARM:
        passive = alternatives(counted.headline[what])
        active = alternatives(counted.headline[f"{what}_by"])
        for who in (joined, many, one):
            found.append((rf"{who}{after}{passive}\b", what))
            found.append((rf"\b{active}\s+(?:\w+ly\s+)?{_BETWEEN}{who}", what))
        act = alternatives(counted.headline[f"{what}_act"])
        found.append((rf"\b(?P<who>(?P<fold>{alternatives(counted.folds)})\s+{act})\b", what))
        if what == "killed":
            deed = r"(?:(?:shooting\s+)?deaths?|murder|killing|killer|slaying|homicide|fatal\s+\w+)"
            found += [(rf"\b{deed}\s+of\s+{_BETWEEN}{who}", what) for who in (joined, many, one)]
            found.append((rf"\bclaims\s+(?P<who>{number}\s+lives)\b", what))
    return tuple((re.compile(pattern, re.IGNORECASE), what) for pattern, what in found)
