"""Nouns for people without a name, and words that lift an act out of the event a story is of."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.lexicons.tables import at


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """The lexicon `persons.toml`. All words are lemmas in lower case.

    `man`, `woman`: what tells the gender; `police`; `did` and `suffered`: whose part in the event the word tells;
    `child` and `grown`; `anybody`: may be of every kind; `plain`: says too little to be missed; `several`: of many
    though singular; `kin`: by whom he belongs to; `recalled`: beside what was done at another time; `idle`: adds
    nothing.
    """

    man: frozenset[str] = at("gender.man")
    woman: frozenset[str] = at("gender.woman")
    police: frozenset[str] = at("police.words")
    did: frozenset[str] = at("sides.did")
    suffered: frozenset[str] = at("sides.suffered")
    child: frozenset[str] = at("ages.child")
    grown: frozenset[str] = at("ages.grown")
    anybody: frozenset[str] = at("anybody.words")
    plain: frozenset[str] = at("plain.words")
    several: frozenset[str] = at("several.words")
    kin: frozenset[str] = at("kin.words")
    recalled: frozenset[str] = at("recalled.words")
    idle: frozenset[str] = at("idle.words")

    def person(self, lemma: str) -> bool:
        """True for a word that stands for a person."""
        mine = (self.man, self.woman, self.police, self.did, self.suffered, self.child, self.grown, self.anybody)
        return any(lemma in words for words in mine)
