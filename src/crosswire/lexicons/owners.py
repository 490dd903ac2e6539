"""Who owns which houses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns houses, by their names; `as_of` is the year of which that is known, `source` where it stands."""

    name: str
    houses: tuple[str, ...]
    as_of: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Owners:
    """All owners, by the name of each house."""

    entries: tuple[Owner, ...]
    of_house: Mapping[str, Owner]

    def of(self, house: str) -> Owner | None:
        """Who owns a house of this name; None where that is not known."""
        return self.of_house.get(house)


def owners(data: Mapping[str, Any]) -> Owners:
    """The owners that `data/owners.toml` holds."""
    entries = tuple(Owner(o["name"], tuple(o["houses"]), o["as_of"], o["source"]) for o in data["owner"])
    return Owners(entries, {house: entry for entry in entries for house in entry.houses})
