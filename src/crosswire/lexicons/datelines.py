"""What datelines are made of: months in many languages, cities that stand alone, words that are no place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = r"(?:(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)?\.?,?[ ])?"


@dataclass(frozen=True, slots=True, eq=False)
class Datelines:
    """`labels` in capitals; `cities` casefolded; `regions` as they stand behind a town's comma.

    `date` matches a day and month as datelines print them.
    """

    labels: frozenset[str]
    cities: frozenset[str]
    regions: frozenset[str]
    date: re.Pattern[str]

    def is_city(self, name: str) -> bool:
        """True for a city that datelines name, in any case: "PARÍS", "Москва"."""
        return name.casefold() in self.cities

    def is_label(self, word: str) -> bool:
        """True for a word that opens lines and is no place: "UPDATE", "Exclusif"."""
        return word.upper() in self.labels


def datelines(data: Mapping[str, Any]) -> Datelines:
    """The dateline words that `data/datelines.toml` holds."""
    stems = "|".join(sorted(map(re.escape, set(data["months"])), key=lambda m: (-len(m), m)))
    month = rf"(?:{stems})[^\W\d_]{{0,10}}\.?"
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|ª)?\.?"
    forms = (
        rf"{month}[ ]{day}(?:[,/][ ]?{_YEAR}|[ ]{_YEAR})?",  # March 4, 2026
        rf"(?:le[ ])?{day}[ ]?(?:de[ ])?{month}(?:,?[ ](?:de[ ])?{_YEAR}\.?)?(?:[ ]г(?:ода|\.))?",  # 4 de marzo de 2026
        rf"{_YEAR}\.?[ ]{month}[ ]{day}(?:,[ ]\w+)?",  # 2026. március 4., szerda
        rf"\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}",  # 4.3.2026
    )
    return Datelines(
        labels=frozenset(data["labels"]),
        cities=frozenset(name.casefold() for name in data["cities"]),
        regions=frozenset(data["regions"]),
        date=re.compile(rf"{_WEEKDAY}(?:{'|'.join(forms)})(?![^\W_])", re.IGNORECASE),
    )
