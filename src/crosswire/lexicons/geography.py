"""Countries, their demonyms, capitals and seats of power, and places that are none of these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.datelines import Datelines, datelines


@dataclass(frozen=True, slots=True)
class Seat:
    """A building that stands for those who work there: whose country, and the class of the office (titles.toml)."""

    country: str
    office: str


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """What names of places stand for. Keys are as printed ("US", "Syrian", "Moscow"); values are country names.

    `hosts`: capitals that stand for a body seated there where the story never names their country. `datelines`: what
    opens a report, with many more cities, that only datelines ask for.
    """

    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    seats: Mapping[str, Seat]
    places: frozenset[str]
    hosts: Mapping[str, str]
    datelines: Datelines

    def country(self, name: str) -> str | None:
        """The country that a country's name, capital, seat or demonym points to: `Kremlin` gives `Russia`."""
        seat = self.seats.get(name)
        return (
            self.countries.get(name)
            or self.demonyms.get(name)
            or self.capitals.get(name)
            or (seat.country if seat else None)
        )

    def opens(self, name: str) -> bool:
        """True for a place that a dateline may name alone: a capital or city in any case, or a place of the lexicon."""
        return self.datelines.is_city(name) or self.is_place(name)

    def is_place(self, name: str) -> bool:
        """True for a country, a capital or any other place of the lexicon."""
        return name in self.countries or name in self.capitals or name in self.places


def geography(table: Mapping[str, Any], openings: Mapping[str, Any]) -> Geography:
    """The geography of `geography.toml`, with the dateline words of `datelines.toml` (`openings`)."""
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for name, row in table["countries"].items():
        countries |= dict.fromkeys((name, *row["also"]), name)
        demonyms |= dict.fromkeys(row["demonyms"], name)
        capitals |= dict.fromkeys(row["capitals"], name)
    seats = {name: Seat(row["country"], row["office"]) for name, row in table["seats"].items()}
    places = frozenset(form for forms in table["places"].values() for form in forms)
    return Geography(countries, demonyms, capitals, seats, places, dict(table["hosts"]), datelines(openings))
