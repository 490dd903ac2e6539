"""How sentences tell what is done: verbs that only carry an act, moods, words under which nothing is told as a fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.lexicons.tables import at


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """The lexicon `acts.toml`. All words are lemmas in lower case."""

    light: frozenset[str] = at("light.verbs")  # verbs that say nothing beside the act they carry
    standing: frozenset[str] = at("light.standing")  # the same, with the act behind a preposition
    happening: frozenset[str] = at("light.happening")  # verbs whose subject is the act
    states: frozenset[str] = at("light.states")  # classes of adjectives that tell what became of somebody
    by_word: frozenset[str] = at("by_word.verbs")  # verbs of what is done by speaking
    naming: frozenset[str] = at("by_word.naming")  # verbs of words for somebody
    telling: frozenset[str] = at("by_word.telling")  # verbs on which somebody's word hangs
    calls: frozenset[str] = at("calls.words")  # of a call to readers, with two of them
    routine: frozenset[str] = at("routine.verbs")  # of what police do anywhere
    crews: frozenset[str] = at("routine.crews")
    outcomes: frozenset[str] = at("routine.outcomes")  # words, and classes of words, that tell what came of something
    hedging: frozenset[str] = at("grounds.hedging")  # words that leave a statement unsure
    rumoured: frozenset[str] = at("grounds.rumoured")
    believed: frozenset[str] = at("grounds.believed")
    witness: frozenset[str] = at("grounds.witness")
    posting: frozenset[str] = at("grounds.posting")
    insiders: frozenset[str] = at("grounds.insiders")  # nameless people who may be one
    coming: frozenset[str] = at("mood.coming")
    doubting: frozenset[str] = at("mood.doubting")
    conditions: frozenset[str] = at("mood.conditions")
    planning: frozenset[str] = at("mood.planning")
    wanting: frozenset[str] = at("mood.wanting")
    unsure: frozenset[str] = at("mood.unsure")
    undoing: frozenset[str] = at("mood.undoing")
    achieving: frozenset[str] = at("mood.achieving")
    before: frozenset[str] = at("mood.before")
    weekdays: frozenset[str] = at("mood.weekdays")
    weights: Mapping[str, float] = at("weights")  # what speaks for two acts being one; by training/acts.py
