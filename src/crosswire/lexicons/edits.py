"""Words by which an edit between a text and its copy changes its meaning, and by which a copy gives itself away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hedge:
    """One way to be less sure: its name in words, its phrases, and whether it counts only before a number."""

    name: str
    number: bool
    phrases: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class Conversion:
    """Two measures of one thing: `factor` of the other make one of the first."""

    one: frozenset[str]
    other: frozenset[str]
    factor: float


@dataclass(frozen=True, slots=True, eq=False)
class EditWords:
    """The lexicon `edits.toml`: lower case, each phrase as its words. Compared and hashed by identity."""

    hedges: tuple[Hedge, ...]
    certain: frozenset[str]
    able: frozenset[str]
    able_after: frozenset[str]
    saying: frozenset[Phrase]
    saying_else: frozenset[Phrase]
    naming: frozenset[Phrase]
    people: frozenset[str]
    several: frozenset[str]
    pronouns: frozenset[str]
    negators: frozenset[str]
    instead: frozenset[Phrase]
    prefixes: tuple[str, ...]
    turns: str
    suffixes: tuple[str, ...]
    idle: frozenset[Phrase]
    denial: frozenset[Phrase]
    denials: frozenset[Phrase]
    granted: frozenset[Phrase]
    refused: frozenset[str]
    courts: frozenset[str]
    not_yet: frozenset[str]
    blamed: frozenset[str]
    between: frozenset[str]
    clause_openers: frozenset[str]
    halves: frozenset[str]
    relative: frozenset[str]
    months_too: frozenset[str]
    author: frozenset[Phrase]
    anybody: frozenset[str]
    conversions: tuple[Conversion, ...]
    told: frozenset[Phrase]
    explained: frozenset[Phrase]
    notes: frozenset[Phrase]
    own_before: tuple[str, ...]
    own_after: tuple[str, ...]

    def negates(self, form: str) -> bool:
        """True for a word that turns its sentence round: "never", "didn't"."""
        return form in self.negators or form.endswith("n't")


def edit_words(data: Mapping[str, Any]) -> EditWords:
    """The lexicon made of the parsed `edits.toml`."""
    turning, saying = data["turning"], data["saying"]
    return EditWords(
        hedges=tuple(Hedge(row["name"], row["number"], _phrases(row["words"])) for row in data["hedges"]),
        certain=frozenset(data["certain"]["words"]),
        able=frozenset(data["able"]["words"]),
        able_after=frozenset(data["able"]["after"]),
        saying=_phrases(saying["plain"]),
        saying_else=_phrases(saying["others"]),
        naming=_phrases(saying["naming"]),
        people=frozenset(saying["people"]),
        several=frozenset(saying["several"]),
        pronouns=frozenset(saying["pronouns"]),
        negators=frozenset(turning["negators"]),
        instead=_phrases(turning["instead"]),
        turns=turning["turns"],
        prefixes=tuple(turning["prefixes"]),
        suffixes=tuple(turning["suffixes"]),
        idle=_phrases(turning["idle"]),
        denial=_phrases(data["denial"]["words"]),
        denials=_phrases(data["denial"]["nouns"]),
        refused=frozenset(data["denial"]["refused"]),
        courts=frozenset(data["denial"]["courts"]),
        not_yet=frozenset(data["denial"]["not_yet"]),
        granted=_phrases(data["denial"]["granted"]),
        blamed=frozenset(data["cleared"]["blamed"]),
        between=frozenset(data["cleared"]["between"]),
        clause_openers=frozenset(data["cleared"]["openers"]),
        halves=frozenset(data["clock"]["halves"]),
        relative=frozenset(data["clock"]["relative"]),
        months_too=frozenset(data["clock"]["months_too"]),
        author=_phrases(data["author"]["words"]),
        anybody=frozenset(data["anybody"]["words"]),
        conversions=tuple(
            Conversion(frozenset(row["one"]), frozenset(row["other"]), row["factor"]) for row in data["conversions"]
        ),
        told=_phrases(data["told"]["others"]),
        explained=_phrases(data["told"]["explained"]),
        notes=_phrases(data["notes"]["words"]),
        own_before=tuple(data["own"]["before"]),
        own_after=tuple(data["own"]["after"]),
    )


def _phrases(words: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(tuple(phrase.split()) for phrase in words)
