"""Given names with their gender, short forms, and the small words in and after names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Names:
    """What is known about the parts of people's names; all lower case."""

    gender: Mapping[str, str]
    short: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    articles: tuple[str, ...]
    suffixes: frozenset[str]
    syllables: frozenset[str]
    not_names: frozenset[str]
    sounds: frozenset[str]  # of letters, both orders: two ways to write down one sound

    def same_given(self, a: str, b: str) -> bool:
        """True when two given names may be one person's by a short form: `Bill` and `William`."""
        low, other = a.lower(), b.lower()
        return other in self.short.get(low, frozenset()) or low in self.short.get(other, frozenset())

    def two_given(self, a: str, b: str) -> bool:
        """True when two given names are a man's and a woman's, or one is short for the other: `Daniel`, `Daniela`."""
        sexes = {self.gender.get(name, "either") for name in (a, b)}
        return sexes == {"male", "female"} or self.same_given(a, b)

    def one_sound(self, a: str, b: str) -> bool:
        """True when two words differ by letters that write down one sound of another script: `Meydar`, `Meidar`."""
        return len(a) == len(b) and all(x == y or x + y in self.sounds for x, y in zip(a, b, strict=True))


def names(table: Mapping[str, Any]) -> Names:
    """The names of `names.toml`. A given name listed for both genders tells none."""
    male, female = (frozenset(table["given"][side].split()) for side in ("male", "female"))
    short: dict[str, frozenset[str]] = {}
    for form, full in table["short"]["pairs"]:
        short[form] = short.get(form, frozenset()) | {full}
    gender = dict.fromkeys(male - female, "male") | dict.fromkeys(female - male, "female")
    for form, full in table["short"]["pairs"]:
        gender.setdefault(form, gender.get(full, "either"))
    return Names(
        gender=gender | dict.fromkeys(male & female, "either"),
        short=short,
        particles=frozenset(table["particles"]["inside"]),
        articles=tuple(table["particles"]["article"]),
        suffixes=frozenset(table["particles"]["suffixes"]),
        syllables=frozenset(table["particles"]["syllables"].split()),
        not_names=frozenset(table["not_names"]["words"]),
        sounds=frozenset(sound for pair in table["sounds"]["letters"] for sound in (pair, pair[::-1])),
    )
