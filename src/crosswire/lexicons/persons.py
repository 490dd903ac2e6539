"""Nouns for people without a name, and words that lift an act out of the event a story is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PersonWords:
    """The lexicon `persons.toml`. All words are lemmas in lower case.

    `man`, `woman`: what tells the gender; `police`; `did` and `suffered`: whose part in the event the word tells;
    `child` and `grown`; `anybody`: may be of every kind; `plain`: says too little to be missed; `several`: of many
    though singular; `kin`: by whom he belongs to; `recalled`: beside what was done at another time; `idle`: adds
    nothing.
    """

    man: frozenset[str]
    woman: frozenset[str]
    police: frozenset[str]
    did: frozenset[str]
    suffered: frozenset[str]
    child: frozenset[str]
    grown: frozenset[str]
    anybody: frozenset[str]
    plain: frozenset[str]
    several: frozenset[str]
    kin: frozenset[str]
    recalled: frozenset[str]
    idle: frozenset[str]

    def person(self, lemma: str) -> bool:
        """True for a word that stands for a person."""
        mine = (self.man, self.woman, self.police, self.did, self.suffered, self.child, self.grown, self.anybody)
        return any(lemma in words for words in mine)


def person_words(data: Mapping[str, Any]) -> PersonWords:
    """The lexicon made of the parsed `persons.toml`."""
    return PersonWords(
        man=frozenset(data["gender"]["man"]),
        woman=frozenset(data["gender"]["woman"]),
        police=frozenset(data["police"]["words"]),
        did=frozenset(data["sides"]["did"]),
        suffered=frozenset(data["sides"]["suffered"]),
        child=frozenset(data["ages"]["child"]),
        grown=frozenset(data["ages"]["grown"]),
        anybody=frozenset(data["anybody"]["words"]),
        plain=frozenset(data["plain"]["words"]),
        several=frozenset(data["several"]["words"]),
        kin=frozenset(data["kin"]["words"]),
        recalled=frozenset(data["recalled"]["words"]),
        idle=frozenset(data["idle"]["words"]),
    )
