"""Time words: units, parts of the day, references, holidays, and what makes a verb look ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that comes every year: its names, and one of three ways to reckon it (the others are None)."""

    names: tuple[str, ...]
    day: tuple[int, int] | None = None  # month, day
    nth: tuple[int, int, int] | None = None  # month, ISO weekday, which one (-1: the last)
    easter: int | None = None  # days from Easter Sunday


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingWords:
    """Lemmas that decide what a time dates: `[dating]` of `data/times.toml` says of each row what it is for.

    `endings` are those of nouns made of verbs; `things` end so and are none.
    """

    bounds: frozenset[str] = at("dating.bounds")
    within: frozenset[str] = at("dating.within")
    nearly: frozenset[str] = at("dating.nearly")
    clocked: frozenset[str] = at("dating.clocked")
    saying: frozenset[str] = at("dating.saying")
    saying_that: frozenset[str] = at("dating.saying_that")
    said_in: frozenset[str] = at("dating.said_in")
    printing: frozenset[str] = at("dating.printing")
    printed: frozenset[str] = at("dating.printed")
    answering: frozenset[str] = at("dating.answering")
    asked: frozenset[str] = at("dating.asked")
    withheld: frozenset[str] = at("dating.withheld")
    coming: frozenset[str] = at("dating.coming")
    supposing: frozenset[str] = at("dating.supposing")
    doubting: frozenset[str] = at("dating.doubting")
    ahead: frozenset[str] = at("dating.ahead")
    conditions: frozenset[str] = at("dating.conditions")
    habits: frozenset[str] = at("dating.habits")
    planning: frozenset[str] = at("dating.planning")
    born: frozenset[str] = at("dating.born")
    things: frozenset[str] = at("dating.things")
    light: frozenset[str] = at("dating.light")
    empty: frozenset[str] = at("dating.empty")
    endings: tuple[str, ...] = at("dating.endings")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TimeWords:
    """Time words, lower case. Compared and hashed by identity, so that patterns built from it can be kept.

    `happenings` are nouns that name what happens; `kinds` maps these and their verbs to what they are alike in.
    `offsets` maps "ago" and its like to what they count from ("now", "then") and the direction.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    zones: Mapping[str, int]
    units: Mapping[str, str] = at("units")
    below_day: frozenset[str] = at("below_day.words")
    short_units: Mapping[str, str] = at("short_units")
    parts: Mapping[str, str] = at("parts")
    clock_words: Mapping[str, str] = at("clock_words")
    seasons: Mapping[str, str] = at("seasons")
    decades: Mapping[str, str] = at("decades")
    references: Mapping[str, str]
    adjectives: Mapping[str, str] = at("adjectives")
    sets: Mapping[str, str] = at("sets")
    steps: Mapping[str, int] = at("steps")
    offsets: Mapping[str, tuple[str, int]]
    holidays: tuple[Holiday, ...]
    ahead_verbs: frozenset[str] = at("ahead.verbs")
    ahead_modals: frozenset[str] = at("ahead.modals")
    ahead_nouns: frozenset[str] = at("ahead.nouns")
    gatherings: frozenset[str] = at("ahead.gatherings")
    schedule: frozenset[str] = at("ahead.schedule")
    put_off: frozenset[str] = at("ahead.put_off")
    anew: frozenset[str] = at("ahead.anew")
    until: frozenset[str] = at("ahead.prepositions")
    timetable: frozenset[str] = at("ahead.timetable")
    games: frozenset[str] = at("games.words")
    happenings: frozenset[str]
    kinds: Mapping[str, str]
    dating: DatingWords


def time_words(data: Mapping[str, Any], calendar: Mapping[str, Any]) -> TimeWords:
    """The time words that `data/times.toml` and `data/calendar.toml` hold."""
    kinds = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
    return filled(
        TimeWords,
        data,
        months=dict(calendar["months"]),
        weekdays=dict(calendar["weekdays"]),
        zones=dict(calendar["zones"]),
        references={word: value for kind, value in kinds.items() for word in data[kind]["words"]},
        offsets={word: (pair[0], pair[1]) for word, pair in data["offsets"].items()},
        holidays=tuple(_holiday(row) for row in data["holidays"]),
        happenings=frozenset(noun for row in data["happenings"] for noun in row["nouns"]),
        kinds={word: row["name"] for row in data["happenings"] for word in (*row["nouns"], *row["verbs"])},
        dating=filled(DatingWords, data),
    )


def _holiday(row: Mapping[str, Any]) -> Holiday:
    """One row of the holidays table."""
    day, nth = row.get("day"), row.get("nth")
    return Holiday(
        names=tuple(row["names"]),
        day=(day[0], day[1]) if day else None,
        nth=(nth[0], nth[1], nth[2]) if nth else None,
        easter=row.get("easter"),
    )
