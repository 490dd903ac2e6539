"""Words by which an edit between a text and its copy changes its meaning, and by which a copy gives itself away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import Phrase, at, filled, phrases


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


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class EditWords:
    """The lexicon `edits.toml`: lower case, each phrase as its words. Compared and hashed by identity."""

    hedges: tuple[Hedge, ...]
    certain: frozenset[str] = at("certain.words")
    able: frozenset[str] = at("able.words")
    able_after: frozenset[str] = at("able.after")
    saying: frozenset[Phrase] = at("saying.plain")
    saying_else: frozenset[Phrase] = at("saying.others")
    naming: frozenset[Phrase] = at("saying.naming")
    people: frozenset[str] = at("saying.people")
    several: frozenset[str] = at("saying.several")
    pronouns: frozenset[str] = at("saying.pronouns")
    negators: frozenset[str] = at("turning.negators")
    instead: frozenset[Phrase] = at("turning.instead")
    prefixes: tuple[str, ...] = at("turning.prefixes")
    turns: str = at("turning.turns")
    suffixes: tuple[str, ...] = at("turning.suffixes")
    idle: frozenset[Phrase] = at("turning.idle")
    denial: frozenset[Phrase] = at("denial.words")
    denials: frozenset[Phrase] = at("denial.nouns")
    granted: frozenset[Phrase] = at("denial.granted")
    refused: frozenset[str] = at("denial.refused")
    courts: frozenset[str] = at("denial.courts")
    not_yet: frozenset[str] = at("denial.not_yet")
    blamed: frozenset[str] = at("cleared.blamed")
    between: frozenset[str] = at("cleared.between")
    clause_openers: frozenset[str] = at("cleared.openers")
    halves: frozenset[str] = at("clock.halves")
    relative: frozenset[str] = at("clock.relative")
    months_too: frozenset[str] = at("clock.months_too")
    author: frozenset[Phrase] = at("author.words")
    anybody: frozenset[str] = at("anybody.words")
    conversions: tuple[Conversion, ...]
    told: frozenset[Phrase] = at("told.others")
    explained: frozenset[Phrase] = at("told.explained")
    notes: frozenset[Phrase] = at("notes.words")
    own_before: tuple[str, ...] = at("own.before")
    own_after: tuple[str, ...] = at("own.after")

    def negates(self, form: str) -> bool:
        """True for a word that turns its sentence round: "never", "didn't"."""
        return form in self.negators or form.endswith("n't")


def edit_words(data: Mapping[str, Any]) -> EditWords:
    """The lexicon made of the parsed `edits.toml`."""
    return filled(
        EditWords,
        data,
        hedges=tuple(Hedge(row["name"], row["number"], phrases(row["words"])) for row in data["hedges"]),
        conversions=tuple(
            Conversion(frozenset(row["one"]), frozenset(row["other"]), row["factor"]) for row in data["conversions"]
        ),
    )
