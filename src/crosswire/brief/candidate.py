"""A sentence that may stand in the brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand in the brief: its passage, place in the report, the points it carries and their
    versions. `people`: whom it names, and whether by more than a surname.

    `alone`: nothing in it leans on the sentence before. `ties`: it has an "also" or "again" that a sentence before it
    would explain; `nouns`: what it speaks of. `needs`: the nouns that a sentence before must have ("the second gunman",
    "the board"). `goes_on`: it can stand behind what its report has before it. `step`: how far it says that a case has
    come, 0 where it tells of none. `quotes`: the words between its marks, in lower case.
    `readable`: it is a whole sentence, and no quotation of somebody not known. `speaker`: the actor who says it, where
    it does not name him: all of it is between marks, or "he" said it.
    `words` are its words for comparing, with the classes of near synonyms; `told` those of them that tell what happens,
    without names and times; `terms` its words and pairs of words.
    """

    passage: Passage
    report: int
    number: int
    place: float
    length: int
    points: Mapping[str, str]
    words: frozenset[str]
    alone: bool
    newest: float
    people: Mapping[str, bool]
    terms: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    ties: bool = False
    readable: bool = True
    speaker: str | None = None
    needs: frozenset[str] = frozenset()
    goes_on: bool = False
    step: int = 0
    quotes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many words it has, as a reader counts them."""
        return len(self.passage.words.split())

    def follows(self, other: Candidate) -> bool:
        """True when it stands right behind the other in its report."""
        return self.report == other.report and self.number == other.number + 1
