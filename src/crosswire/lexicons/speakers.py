"""Nouns and pronouns for speakers who are not named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled, turned


@dataclass(frozen=True, slots=True)
class Joint:
    """Nouns for two or more actors named elsewhere: `countries`, `persons`, either (`sides`); `alone` mean two without
    any number ("the pair"). `male`, `female`: those that tell the gender."""

    countries: frozenset[str]
    persons: frozenset[str]
    sides: frozenset[str]
    alone: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Lower-case nouns by how well they make a speaker known, and pronouns by whom they can stand for.

    `pronouns` values: `male`, `female`, `plural`, `thing`, `relative`, `first`. `markers` make an official
    anonymous: the `strong` ones wherever they stand in the sentence, the `weak` ones in the source only.
    """

    official: frozenset[str] = at("official.words")
    people: frozenset[str] = at("official.people")
    anonymous: frozenset[str] = at("anonymous.words")
    group: frozenset[str] = at("group.words")
    document: frozenset[str] = at("document.words")
    things: frozenset[str] = at("things.words")
    joint: Joint
    media: frozenset[str] = at("media.words")
    sayings: frozenset[str] = at("sayings.words")
    markers: tuple[str, ...]
    strong: tuple[str, ...] = at("anonymous.strong")
    weak: tuple[str, ...] = at("anonymous.weak")
    again: frozenset[str] = at("anonymous.again")
    pointing: frozenset[str] = at("anonymous.pointing")
    places: frozenset[str] = at("places.words")
    quantifiers: frozenset[str] = at("group.quantifiers")
    hiding: tuple[str, ...] = at("anonymous.hiding")
    pronouns: Mapping[str, str] = turned("pronouns")

    def is_noun(self, word: str) -> bool:
        """True for a noun of any of the four sorts, in the number that is listed or in the singular of it."""
        sorts = (self.official, self.anonymous, self.group, self.document)
        return any(word in nouns or f"{word}s" in nouns for nouns in sorts)


def speakers(table: Mapping[str, Any]) -> Speakers:
    """The speakers of `speakers.toml`."""
    return filled(
        Speakers,
        table,
        joint=Joint(**{sort: frozenset(words) for sort, words in table["joint"].items()}),
        markers=(*table["anonymous"]["strong"], *table["anonymous"]["weak"]),
    )
