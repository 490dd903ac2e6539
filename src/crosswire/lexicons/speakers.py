"""Nouns and pronouns for speakers who are not named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Speakers:
    """Lower-case nouns by how well they make a speaker known, and pronouns by whom they can stand for.

    `pronouns` values: `male`, `female`, `plural`, `thing`, `relative`, `first`. `markers` make an official
    anonymous: the `strong` ones wherever they stand in the sentence, the `weak` ones in the source only.
    """

    official: frozenset[str]
    people: frozenset[str]
    anonymous: frozenset[str]
    group: frozenset[str]
    document: frozenset[str]
    things: frozenset[str]
    joint: Joint
    media: frozenset[str]
    sayings: frozenset[str]
    markers: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    again: frozenset[str]
    pointing: frozenset[str]
    places: frozenset[str]
    quantifiers: frozenset[str]
    hiding: tuple[str, ...]
    pronouns: Mapping[str, str]

    def is_noun(self, word: str) -> bool:
        """True for a noun of any of the four sorts, in the number that is listed or in the singular of it."""
        sorts = (self.official, self.anonymous, self.group, self.document)
        return any(word in nouns or f"{word}s" in nouns for nouns in sorts)


def speakers(table: Mapping[str, Any]) -> Speakers:
    """The speakers of `speakers.toml`."""
    return Speakers(
        official=frozenset(table["official"]["words"]),
        people=frozenset(table["official"]["people"]),
        anonymous=frozenset(table["anonymous"]["words"]),
        group=frozenset(table["group"]["words"]),
        document=frozenset(table["document"]["words"]),
        things=frozenset(table["things"]["words"]),
        joint=Joint(**{sort: frozenset(words) for sort, words in table["joint"].items()}),
        media=frozenset(table["media"]["words"]),
        sayings=frozenset(table["sayings"]["words"]),
        markers=(*table["anonymous"]["strong"], *table["anonymous"]["weak"]),
        strong=tuple(table["anonymous"]["strong"]),
        weak=tuple(table["anonymous"]["weak"]),
        again=frozenset(table["anonymous"]["again"]),
        pointing=frozenset(table["anonymous"]["pointing"]),
        places=frozenset(table["places"]["words"]),
        quantifiers=frozenset(table["group"]["quantifiers"]),
        hiding=tuple(table["anonymous"]["hiding"]),
        pronouns={word: sort for sort, words in table["pronouns"].items() for word in words},
    )
