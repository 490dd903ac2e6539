"""How sentences tell what is done: verbs that only carry an act, moods, words under which nothing is told as a fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ActWords:
    """The lexicon `acts.toml`. All words are lemmas in lower case."""

    light: frozenset[str]  # verbs that say nothing beside the act they carry
    standing: frozenset[str]  # the same, with the act behind a preposition
    happening: frozenset[str]  # verbs whose subject is the act
    states: frozenset[str]  # classes of adjectives that tell what became of somebody
    by_word: frozenset[str]  # verbs of what is done by speaking
    naming: frozenset[str]  # verbs of words for somebody
    telling: frozenset[str]  # verbs on which somebody's word hangs
    hedging: frozenset[str]  # words that leave a statement unsure
    rumoured: frozenset[str]
    believed: frozenset[str]
    witness: frozenset[str]
    posting: frozenset[str]
    insiders: frozenset[str]  # nameless people who may be one
    coming: frozenset[str]
    doubting: frozenset[str]
    conditions: frozenset[str]
    planning: frozenset[str]
    wanting: frozenset[str]
    unsure: frozenset[str]
    undoing: frozenset[str]
    achieving: frozenset[str]
    before: frozenset[str]
    weekdays: frozenset[str]
    weights: Mapping[str, float]  # what speaks for two acts being one, and how much; by training/acts.py


def act_words(data: Mapping[str, Any], weights: Mapping[str, Any]) -> ActWords:
    """The lexicon made of the parsed `acts.toml` and `act_weights.toml`."""
    mood = {name: frozenset(words) for table in ("mood", "grounds") for name, words in data[table].items()}
    return ActWords(
        light=frozenset(data["light"]["verbs"]),
        standing=frozenset(data["light"]["standing"]),
        happening=frozenset(data["light"]["happening"]),
        states=frozenset(data["light"]["states"]),
        by_word=frozenset(data["by_word"]["verbs"]),
        naming=frozenset(data["by_word"]["naming"]),
        telling=frozenset(data["by_word"]["telling"]),
        weights={name: float(value) for name, value in weights["weights"].items()},
        **mood,
    )
