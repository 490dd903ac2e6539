"""Titles and roles of people, with classes of offices that amount to the same, and the gender they tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled, turned

_OPENING = re.compile(r"[^ '’.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Lower-case titles. `classes`: title to the classes of office it may name; `heads`: its last words.

    `lone`: titles of which a body has one; `apart`: classes that set the person spoken of apart; `plurals`: titles of
    several with that of one; `given`: verbs by which somebody comes to an office; `parties`: words and letters to a
    party; `ranking`: words that pick one person out of a party ("the top Democrat"); `openings`: what any of the titles
    begins with, up to a space, a hyphen or an apostrophe.
    """

    classes: Mapping[str, frozenset[str]]
    heads: frozenset[str]
    longest: int
    gender: Mapping[str, str]
    courtesy: frozenset[str]
    single: frozenset[str] = at("single.classes")
    lone: frozenset[str] = at("single.titles")
    unofficial: frozenset[str] = at("unofficial.classes")
    apart: frozenset[str] = at("apart.classes")
    modifiers: frozenset[str] = at("modifiers.words")
    plurals: Mapping[str, str] = at("plurals")
    given: frozenset[str] = at("given.verbs")
    parties: Mapping[str, str] = turned("parties")
    ranking: frozenset[str] = at("ranking.words")
    openings: frozenset[str]

    def may_open(self, word: str) -> bool:
        """False for a word in small letters with which no title begins: nearly all of them."""
        return opening(word) in self.openings

    def offices(self, words: str) -> frozenset[str]:
        """The classes of office of the title that ends `words`, the longest that is known; empty if none is.

        `senior US foreign minister` gives `foreign-minister`; `vice president` is not `head-of-state`.
        """
        parts = words.lower().rstrip(".").split()
        parts[-1:] = [self.plurals.get(part, part) for part in parts[-1:]]
        for start in range(max(0, len(parts) - self.longest), len(parts)):
            found = self.classes.get(" ".join(parts[start:]))
            if found:
                return found
        return frozenset()

    def party(self, word: str) -> str | None:
        """The party of a word or of the letter behind a name: `D`, `Democrat`, `Democratic`; None for other words."""
        return self.parties.get(word if len(word) == 1 else word.lower())

    def is_single(self, words: str) -> bool:
        """True for a title of which a town or body has one: `Tarn police chief`, `sheriff`."""
        parts = words.lower().rstrip(".").split()
        return any(" ".join(parts[start:]) in self.lone for start in range(len(parts)))

    def gender_of(self, words: str) -> str | None:
        """`male` or `female` where the last words tell it (`Mrs.`, `the spokeswoman`), None otherwise."""
        parts = words.lower().split()
        for start in range(len(parts)):
            found = self.gender.get(" ".join(parts[start:]).rstrip("."))
            if found:
                return found
        return None


def opening(words: str) -> str:
    """The words up to their first space, hyphen, apostrophe or full stop: `vice` of `vice-president`."""
    return _OPENING.match(words).group()  # type: ignore[union-attr]  # it may be empty


def titles(table: Mapping[str, Any]) -> Titles:
    """The titles of `titles.toml`."""
    classes: dict[str, frozenset[str]] = {}
    for office, words in table["classes"].items():
        for word in words:
            classes[word] = classes.get(word, frozenset()) | {office}
    courtesy = {word for words in table["courtesy"].values() for word in words}
    gender = {word: side for side in ("male", "female") for word in table["gendered"][side] + table["courtesy"][side]}
    return filled(
        Titles,
        table,
        classes=classes,
        heads=frozenset(title.split()[-1] for title in classes),
        longest=max(len(title.split()) for title in classes),
        gender=gender,
        courtesy=frozenset(courtesy),
        openings=frozenset(opening(title) for title in (*classes, *courtesy, *table["plurals"])),
    )
