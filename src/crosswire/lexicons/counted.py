"""What figures count: outcomes for people, measures, currencies, and words that make a number a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to people, under one canonical name, and the words that say so."""

    name: str
    befalls: frozenset[str]
    does: frozenset[str]
    states: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The words around numbers, lower case. Compared and hashed by identity, so that patterns can be kept."""

    outcomes: tuple[Outcome, ...]
    people: frozenset[str]
    definite: frozenset[str]
    sexes: Mapping[str, frozenset[str]]
    suspects: frozenset[str]
    body: frozenset[str]
    harming: frozenset[str]
    not_names: frozenset[str]
    plural_people: frozenset[str]
    headline: Mapping[str, tuple[str, ...]]
    folds: Mapping[str, int]
    signs: Mapping[str, tuple[str, ...]]
    apart: Mapping[str, tuple[str, ...]]
    small: Mapping[str, int]
    groups: frozenset[str]
    vehicles: frozenset[str]
    lasting: Mapping[str, str]
    acts: Mapping[str, str]
    fatal: frozenset[str]
    wounds: frozenset[str]
    suffering: frozenset[str]
    surviving: frozenset[str]
    measures: Mapping[str, str]
    currency_signs: Mapping[str, str]
    currency_words: Mapping[str, str]
    idle: frozenset[str]
    bare: frozenset[str]
    name_before: frozenset[str]
    name_after: frozenset[str]

    def outcome(self, name: str) -> Outcome:
        """The outcome of that name."""
        return next(outcome for outcome in self.outcomes if outcome.name == name)


def counted(data: Mapping[str, Any]) -> Counted:
    """What `data/counted.toml` holds."""
    outcomes = tuple(
        Outcome(row["name"], *(frozenset(row[key]) for key in ("befalls", "does", "states", "nouns")))
        for row in data["outcomes"]
    )
    return Counted(
        outcomes=outcomes,
        people=frozenset(data["people"]["nouns"]),
        definite=frozenset(data["people"]["definite"]),
        sexes={sex: frozenset(data["people"][sex]) for sex in ("male", "female")},
        suspects=frozenset(data["people"]["suspects"]),
        body=frozenset(data["harm"]["body"]),
        harming=_harming(outcomes, data),
        not_names=frozenset(data["harm"]["not_names"]),
        plural_people=frozenset(data["people"]["plural"]),
        headline={form: tuple(words) for form, words in data["headline"].items()},
        folds=dict(data["folds"]),
        signs={sign: tuple(patterns) for sign, patterns in data["signs"].items()},
        apart={name: tuple(words) for name, words in data["apart"].items() if name != "small"},
        small=dict(data["apart"]["small"]),
        groups=frozenset(data["people"]["groups"]),
        vehicles=frozenset(data["people"]["vehicles"]),
        lasting=dict(data["lasting"]),
        acts=dict(data["acts"]),
        fatal=frozenset(data["harm"]["fatal"]),
        wounds=frozenset(data["harm"]["wounds"]),
        suffering=frozenset(data["harm"]["suffering"]),
        surviving=frozenset(data["harm"]["surviving"]),
        measures=dict(data["measures"]),
        currency_signs=dict(data["currency_signs"]),
        currency_words=dict(data["currency_words"]),
        idle=frozenset(data["idle"]["nouns"]),
        bare=frozenset(data["idle"]["bare"]),
        name_before=frozenset(data["names"]["before"]),
        name_after=frozenset(data["names"]["after"]),
    )


def _harming(outcomes: Sequence[Outcome], data: Mapping[str, Any]) -> frozenset[str]:
    """Every word without which a sentence tells of nobody killed, injured or shot."""
    words = [w for o in outcomes[:3] for w in (*o.befalls, *o.does, *o.states, *o.nouns)]
    harm = data["harm"]
    return frozenset((*words, *data["acts"], *harm["fatal"], *harm["wounds"], *harm["surviving"], *harm["signs"]))
