"""Time words: units, parts of the day, references, holidays, and what makes a verb look ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that comes every year: its names, and one of three ways to reckon it (the others are None)."""

    names: tuple[str, ...]
    day: tuple[int, int] | None = None  # month, day
    nth: tuple[int, int, int] | None = None  # month, ISO weekday, which one (-1: the last)
    easter: int | None = None  # days from Easter Sunday


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """Time words, lower case. Compared and hashed by identity, so that patterns built from it can be kept.

    `happenings` are nouns that name what happens; `kinds` maps these and their verbs to what they are alike in.
    `offsets` maps "ago" and its like to what they count from ("now", "then") and the direction.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    zones: Mapping[str, int]
    units: Mapping[str, str]
    below_day: frozenset[str]
    short_units: Mapping[str, str]
    parts: Mapping[str, str]
    clock_words: Mapping[str, str]
    seasons: Mapping[str, str]
    decades: Mapping[str, str]
    references: Mapping[str, str]
    adjectives: Mapping[str, str]
    sets: Mapping[str, str]
    steps: Mapping[str, int]
    offsets: Mapping[str, tuple[str, int]]
    holidays: tuple[Holiday, ...]
    ahead_verbs: frozenset[str]
    ahead_modals: frozenset[str]
    ahead_nouns: frozenset[str]
    gatherings: frozenset[str]
    schedule: frozenset[str]
    put_off: frozenset[str]
    anew: frozenset[str]
    until: frozenset[str]
    timetable: frozenset[str]
    happenings: frozenset[str]
    kinds: Mapping[str, str]


def time_words(data: Mapping[str, Any], calendar: Mapping[str, Any]) -> TimeWords:
    """The time words that `data/times.toml` and `data/calendar.toml` hold."""
    kinds = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
    return TimeWords(
        months=dict(calendar["months"]),
        weekdays=dict(calendar["weekdays"]),
        zones=dict(calendar["zones"]),
        units=dict(data["units"]),
        below_day=frozenset(data["below_day"]["words"]),
        short_units=dict(data["short_units"]),
        parts=dict(data["parts"]),
        clock_words=dict(data["clock_words"]),
        seasons=dict(data["seasons"]),
        decades=dict(data["decades"]),
        references={word: value for kind, value in kinds.items() for word in data[kind]["words"]},
        adjectives=dict(data["adjectives"]),
        sets=dict(data["sets"]),
        steps=dict(data["steps"]),
        offsets={word: (pair[0], pair[1]) for word, pair in data["offsets"].items()},
        holidays=tuple(_holiday(row) for row in data["holidays"]),
        ahead_verbs=frozenset(data["ahead"]["verbs"]),
        ahead_modals=frozenset(data["ahead"]["modals"]),
        ahead_nouns=frozenset(data["ahead"]["nouns"]),
        gatherings=frozenset(data["ahead"]["gatherings"]),
        schedule=frozenset(data["ahead"]["schedule"]),
        put_off=frozenset(data["ahead"]["put_off"]),
        anew=frozenset(data["ahead"]["anew"]),
        until=frozenset(data["ahead"]["prepositions"]),
        timetable=frozenset(data["ahead"]["timetable"]),
        happenings=frozenset(noun for row in data["happenings"] for noun in row["nouns"]),
        kinds={word: row["name"] for row in data["happenings"] for word in (*row["nouns"], *row["verbs"])},
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
