"""Date words: months, weekdays and zones, with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.date_words import DateWords, date_words
from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True)
class PlaceZone:
    """The clock of a place: minutes east of UTC in winter and summer; `rule`: by whose Sundays it is set, or None."""

    standard: int
    summer: int
    rule: str | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Calendar:
    """Date words, lower case without full stop. Zones in minutes east of UTC.

    `shifting` zones ("ET") have a (standard, summer) pair; `ambiguous` ones ("IST") an offset per country code.
    `place_zones` are by the place as a dateline or the geography has it. `words` are the date words of all languages;
    `months` and `weekdays` those of English; `words_too` their short names that are other words as well.
    """

    months: Mapping[str, int] = at("months")
    weekdays: Mapping[str, int] = at("weekdays")
    zones: Mapping[str, int] = at("zones")
    shifting: Mapping[str, tuple[int, int]]
    ambiguous: Mapping[str, Mapping[str, int]]
    words: DateWords
    place_zones: Mapping[str, PlaceZone]
    words_too: frozenset[str] = at("words_too.days")


def calendar(data: Mapping[str, Any], words: Mapping[str, Any]) -> Calendar:
    """The calendar that `data/calendar.toml` and `data/date_words.toml` hold."""
    return filled(
        Calendar,
        data,
        shifting={name: (pair[0], pair[1]) for name, pair in data["shifting"].items()},
        ambiguous={name: dict(offsets) for name, offsets in data["ambiguous"].items()},
        words=date_words(words, data),
        place_zones={
            place: PlaceZone(row["standard"], row.get("summer", row["standard"]), row.get("rule"))
            for row in data["place_zones"]
            for place in row["places"]
        },
    )
