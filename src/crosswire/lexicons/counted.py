"""What figures count: outcomes for people, measures, currencies, and words that make a number a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to people, under one canonical name, and the words that say so."""

    name: str
    befalls: frozenset[str]
    does: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Counted:
    """The words around numbers, lower case. Compared and hashed by identity, so that patterns can be kept."""

    outcomes: tuple[Outcome, ...]
    people: frozenset[str] = at("people.nouns")
    definite: frozenset[str] = at("people.definite")
    sexes: Mapping[str, frozenset[str]]
    suspects: frozenset[str] = at("people.suspects")
    body: frozenset[str] = at("harm.body")
    harming: frozenset[str]
    not_names: frozenset[str] = at("harm.not_names")
    plural_people: frozenset[str] = at("people.plural")
    headline: Mapping[str, tuple[str, ...]] = at("headline")
    folds: Mapping[str, int] = at("folds")
    signs: Mapping[str, tuple[str, ...]] = at("signs")
    apart: Mapping[str, tuple[str, ...]]
    small: Mapping[str, int] = at("apart.small")
    groups: frozenset[str] = at("people.groups")
    vehicles: frozenset[str] = at("people.vehicles")
    lasting: Mapping[str, str] = at("lasting")
    acts: Mapping[str, str] = at("acts")
    fatal: frozenset[str] = at("harm.fatal")
    wounds: frozenset[str] = at("harm.wounds")
    suffering: frozenset[str] = at("harm.suffering")
    surviving: frozenset[str] = at("harm.surviving")
    measures: Mapping[str, str] = at("measures")
    currency_signs: Mapping[str, str] = at("currency_signs")
    currency_words: Mapping[str, str] = at("currency_words")
    idle: frozenset[str] = at("idle.nouns")
    bare: frozenset[str] = at("idle.bare")
    name_before: frozenset[str] = at("names.before")
    name_after: frozenset[str] = at("names.after")

    def outcome(self, name: str) -> Outcome:
        """The outcome of that name."""
        return next(outcome for outcome in self.outcomes if outcome.name == name)


def counted(data: Mapping[str, Any]) -> Counted:
    """What `data/counted.toml` holds."""
    outcomes = tuple(
        Outcome(row["name"], *(frozenset(row[key]) for key in ("befalls", "does", "states", "nouns")))
        for row in data["outcomes"]
    )
    return filled(
        Counted,
        data,
        outcomes=outcomes,
        sexes={sex: frozenset(data["people"][sex]) for sex in ("male", "female")},
        harming=_harming(outcomes, data),
        apart={name: tuple(words) for name, words in data["apart"].items() if name != "small"},
    )


def _harming(outcomes: Sequence[Outcome], data: Mapping[str, Any]) -> frozenset[str]:
    """Every word without which a sentence tells of nobody killed, injured or shot."""
    words = [w for o in outcomes[:3] for w in (*o.befalls, *o.does, *o.states, *o.nouns)]
    harm = data["harm"]
    return frozenset((*words, *data["acts"], *harm["fatal"], *harm["wounds"], *harm["surviving"], *harm["signs"]))
