"""Nouns and pronouns for speakers who are not named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Speakers:
    """Lower-case nouns by how well they make a speaker known, and pronouns by whom they can stand for.

    `pronouns` values: `male`, `female`, `plural`, `thing`, `relative`, `first`. `markers` make an official anonymous.
    """

    official: frozenset[str]
    people: frozenset[str]
    anonymous: frozenset[str]
    group: frozenset[str]
    document: frozenset[str]
    things: frozenset[str]
    joint: frozenset[str]
    media: frozenset[str]
    sayings: frozenset[str]
    markers: tuple[str, ...]
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
        joint=frozenset(table["joint"]["words"]),
        media=frozenset(table["media"]["words"]),
        sayings=frozenset(table["sayings"]["words"]),
        markers=tuple(table["anonymous"]["markers"]),
        hiding=tuple(table["anonymous"]["hiding"]),
        pronouns={word: sort for sort, words in table["pronouns"].items() for word in words},
    )
