"""Readings of lengths, sets, and times that no calendar holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crosswire.annotate.reading import Groups, Reader, Reading, Standing, Words, publication
from crosswire.annotate.tense import AHEAD
from crosswire.model.annotation import TimeKind


def _step_span(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the past two months", "the first nine months": a length."""
    return read_length(groups, standing, words)


def length_value(count: float | None, unit: str, below_day: bool) -> str:
    """The value of a length: (2.5, "Y") -> "P2Y6M", (3, "H") -> "PT3H", (None, "M") -> "PXM"."""
    unit, factor = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2)}.get(unit, (unit, 1))
    mark = "T" if below_day else ""
    if count is None:
        return f"P{mark}X{unit}"
    count *= factor
    whole, rest = int(count), count - int(count)
    smaller = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60), "D": ("H", 24)}.get(unit)
    if rest and smaller and (below_day or unit in "YD"):
        head = f"{whole}{unit}" if whole else ""
        middle = "T" if unit == "D" else ""
        return f"P{mark}{head}{middle}{round(rest * smaller[1])}{smaller[0]}"
    return f"P{mark}{whole if not rest else f'{count:g}'}{unit}"


def read_length(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "three hours" -> "PT3H", "2 1/2 years" -> "P2Y6M", "several months" -> "PXM"."""
    name = (groups["unit"] or "").lower()
    below = words.times.short_units.get(name, name) in words.times.below_day
    phrase = groups.get("count")
    ends = (groups.get("after") or "").lower() in ("after", "before", "later", "earlier")
    if (
        standing.direction == AHEAD
        and not ends
        and (phrase or "").lower() == "one"
        and words.unit(name) == "D"
        and standing.verb
    ):
        return Reading("FUTURE_REF", TimeKind.DATE)  # "will one day be"
    count = words.count(phrase) if phrase else None
    if count is not None and groups.get("half"):
        count += 0.5
    return Reading(length_value(count, words.unit(name), below), TimeKind.DURATION)


def _or_so(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the last year or so", "the next day or two": a length of about one."""
    return read_length({**groups, "count": "a"}, standing, words)


def _quarter_century(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    if not groups.get("ago"):
        return Reading("P25Y", TimeKind.DURATION)
    year = f"{standing.anchor.year - 25:04d}" if standing.anchor else "XXXX"
    return Reading(year, TimeKind.DATE, publication(standing))


def _comes_again(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "every summer" -> "XXXX-SU", "each May" -> "XXXX-05", "every night" -> "XXXX-XX-XXTNI"."""
    if season := groups.get("season"):
        return Reading(f"XXXX-{words.times.seasons[season.lower()]}", TimeKind.SET)
    if month := groups.get("month"):
        return Reading(f"XXXX-{words.month(month):02d}", TimeKind.SET)
    return Reading(f"XXXX-XX-XX{words.times.parts[(groups['part'] or '').lower()]}", TimeKind.SET)


def _each_month(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the first Monday of every month": a set with the period of a month."""
    return Reading("P1M", TimeKind.SET)


def _plural(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "for years" -> "PXY"; decades and centuries keep their letter, as no number of years is told."""
    name = (groups["unit"] or "").lower()
    mark = "T" if name in words.times.below_day else ""
    return Reading(f"P{mark}X{words.unit(name)}", TimeKind.DURATION)


def _long(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "a week-long siege" -> "P1W"."""
    return read_length({"unit": groups["unit"], "count": "one"}, replace(standing, direction=0), words)


def read_set(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    reading = read_length({"unit": groups["unit"], "count": groups.get("count") or "1"}, standing, words)
    if reading and (groups.get("other") or "").lower() == "other":
        return Reading(reading.timex3.replace("1", "2"), TimeKind.SET)
    return replace(reading, kind=TimeKind.SET) if reading else None


def _day_set(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    part = words.times.parts[(groups["part"] or "").lower()] if groups.get("part") else ""
    return Reading(f"XXXX-WXX-{words.weekday(groups['weekday'] or '')}{part}", TimeKind.SET)


def _adverb(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return Reading(words.times.sets[(groups["set"] or "").lower()], TimeKind.SET)


def _times(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "twice a week": a set with the period of a week."""
    return read_set({"unit": groups["unit"]}, standing, words)


def _reference(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return Reading(words.times.references[" ".join((groups["word"] or "").lower().split())], TimeKind.DATE)


def _adjective(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    return Reading(words.times.adjectives[(groups["word"] or "").lower()], TimeKind.DATE)


READERS: Mapping[str, Reader] = {
    "stepspan": _step_span,
    "length": read_length,
    "plural": _plural,
    "long": _long,
    "orso": _or_so,
    "quartercentury": _quarter_century,
    "comesagain": _comes_again,
    "eachmonth": _each_month,
    "times": _times,
    "set": read_set,
    "dayset": _day_set,
    "adverb": _adverb,
    "reference": _reference,
    "adjective": _adjective,
}
