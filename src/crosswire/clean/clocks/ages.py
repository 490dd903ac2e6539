"""How long ago, counted from when the page was fetched: "2 hours ago", "Il y a une heure", "yesterday at 14:05"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

from crosswire.clean.clocks.clocks import clocks
from crosswire.clean.clocks.day_order import Signs
from crosswire.clean.clocks.stamps import Stamp
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.date_words import DateWords, flat
from crosswire.lexicons.forms import is_foreign
from crosswire.model.when import Basis

_LENGTHS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}
# Longer units are rounded in either direction by whoever counts: the shortest and longest that one can be.
_ROUGH = {"week": (7, 7), "month": (28, 31), "year": (365, 366)}
_LETTERS = re.compile(r"[a-z]+")
_REACH = 12  # signs between "yesterday" and its clock time
_MOST = 1000  # of a unit; more is no age


def read_ages(words: str, *, calendar: Calendar, signs: Signs) -> tuple[Stamp, ...]:
    """The ages in `words` as times, each as precise as its unit; None with the words as reason when that can't be said.

    Of a page fetched at 14:05 "2 hours ago" is T12, "3 days ago" a day, "2 weeks ago" the month where that is sure.
    """
    text = flat(words)
    known = calendar.words
    pieces = None if is_foreign(words) else frozenset(_LETTERS.findall(text))
    found: list[Stamp] = []
    if pieces is None or not pieces.isdisjoint(_unit_words(known)):
        found += _counted(words, text, known, signs)
    if pieces is None or not pieces.isdisjoint(_day_words(known)):
        found += _named(words, text, calendar, signs)
    chosen: list[Stamp] = []
    for one in sorted(found, key=lambda stamp: (stamp.start, -stamp.end)):
        if not chosen or one.start >= chosen[-1].end:
            chosen.append(one)
    return tuple(chosen)


def _counted(words: str, text: str, known: DateWords, signs: Signs) -> Iterator[Stamp]:
    for match in _form(known).finditer(text):
        unit = _unit(match, known)
        if unit is not None:
            raw = match["count"]
            yield _back(
                words[match.start() : match.end()].strip(), match, int(raw) if raw.isdigit() else 1, unit, signs
            )


def _unit(match: re.Match[str], known: DateWords) -> str | None:
    """The unit, when one language has all the words: "for 2 timer siden" is Danish, "for 2 hours" nothing."""
    before, after = _spaced(match["before"]), _spaced(match["after"])
    for age in known.ages:
        fits = (before in age.before if before else True) and (after in age.after if after else True)
        counts = match["count"].isdigit() or match["count"] in age.one
        enough = (before and after) if age.both else (before or after)
        unit = age.units.get(_spaced(match["unit"]))
        if unit and fits and counts and enough:
            return unit
    return None


def _spaced(words: str | None) -> str:
    return " ".join((words or "").split())


def _back(quoted: str, match: re.Match[str], count: int, unit: str, signs: Signs) -> Stamp:
    if signs.fetched is None or count > _MOST:
        return _open(quoted, match.start(), match.end())
    now = signs.fetched.astimezone(UTC)
    why = f"“{quoted}”, counted from when the page was fetched"
    if unit in _LENGTHS:
        moment = now - count * _LENGTHS[unit]
        value = {"minute": f"{moment:%Y-%m-%dT%H:%M}+00:00", "hour": f"{moment:%Y-%m-%dT%H}+00:00"}.get(unit)
        return Stamp(value or f"{moment:%Y-%m-%d}", match.start(), match.end(), why, Basis.RELATIVE, age=True)
    value = _sure(now, count, unit)
    if value is None:
        return Stamp(None, match.start(), match.end(), f"“{quoted}”: too rough to say even the year", age=True)
    return Stamp(value, match.start(), match.end(), why, Basis.RELATIVE, age=True)


def _sure(now: datetime, count: int, unit: str) -> str | None:
    """The month or year in which all days lie that a rounded number of longer units can mean."""
    shortest, longest = _ROUGH[unit]
    late = now - timedelta(days=(count - 0.5) * shortest)
    early = now - timedelta(days=(count + 1) * longest)
    if (early.year, early.month) == (late.year, late.month):
        return f"{late:%Y-%m}"
    return f"{late:%Y}" if early.year == late.year else None


def _open(quoted: str, start: int, end: int) -> Stamp:
    return Stamp(None, start, end, f"“{quoted}” counts from when the page was fetched, and that is not known", age=True)


def _named(words: str, text: str, calendar: Calendar, signs: Signs) -> Iterator[Stamp]:
    """ "Today", "yesterday", "just now", with the clock time behind or before them.

    Without a clock time they must be of the page's language: "hier" is yesterday in French, and here in German.
    """
    for match in _days(calendar.words).finditer(text):
        meanings = calendar.words.days[_spaced(match.group())]
        times = list(clocks(words, calendar, day=None, country=signs.country))
        near = [c for c in times if -_REACH <= c.start - match.end() <= _REACH or 0 <= match.start() - c.end <= _REACH]
        step = meanings.get(signs.base_language or "", next(iter(meanings.values())) if near else None)
        if step is None:
            continue
        start = min([match.start(), *(c.start for c in near[:1])])
        end = max([match.end(), *(c.end for c in near[:1])])
        quoted = words[start:end].strip()
        if signs.fetched is None:
            yield _open(quoted, start, end)
            continue
        day = (signs.fetched + timedelta(days=step)).date().isoformat()
        value = f"{day}T{near[0].hour:02}:{near[0].minute:02}{near[0].offset}" if near else day
        yield Stamp(value, start, end, f"“{quoted}”, counted from when the page was fetched", Basis.RELATIVE, age=True)


@cache
def _unit_words(known: DateWords) -> frozenset[str]:
    return frozenset(word for age in known.ages for unit in age.units for word in _LETTERS.findall(unit))


@cache
def _day_words(known: DateWords) -> frozenset[str]:
    return frozenset(word for name in known.days for word in _LETTERS.findall(name))


@cache
def _form(known: DateWords) -> re.Pattern[str]:
    before = _any(word for age in known.ages for word in age.before)
    after = _any(word for age in known.ages for word in age.after)
    units = _any(word for age in known.ages for word in age.units)
    one = _any(word for age in known.ages for word in age.one)
    second = rf"(?:,?\s*(?:and\s+)?\d{{1,2}}\s*(?:{units}))?"
    return re.compile(
        rf"(?:(?<![^\W_])(?P<before>{before})\s+)?(?<![^\W\d_])(?<![\d.:])(?P<count>\d{{1,4}}|{one})\s*(?P<unit>{units})"
        rf"\.?(?:{second}\s*(?P<after>{after}))?(?![^\W\d_])"
    )


@cache
def _days(known: DateWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_any(known.days)})(?![^\W\d_])")


def _any(words: Iterable[str]) -> str:
    """The words as one alternation, longest first; white space as wide as it comes."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)
