"""The words that tell how far a matter has come: sought, held, charged, not named yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StageWords:
    """The lexicon `stages.toml`. All words are lemmas in lower case."""

    suspects: frozenset[str]
    victims: frozenset[str]
    anybody: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    held_of: frozenset[str]  # "arrested": of its object
    held_by: frozenset[str]  # "surrendered": of its subject
    held_states: frozenset[str]  # "in custody"
    held_nouns: frozenset[str]  # "the arrest of"
    kept: frozenset[str]  # "is being held without bail"
    kept_with: frozenset[str]
    sought_for: frozenset[str]  # "looking for"
    sought_of: frozenset[str]  # "is wanted"
    sought_find: frozenset[str]  # "attempts to find him"
    sought_states: frozenset[str]  # "at large"
    charged_of: frozenset[str]
    charged_nouns: frozenset[str]
    charged_with: frozenset[str]  # "faces charges"
    unnamed_things: frozenset[str]
    unnamed_verbs: frozenset[str]
    unnamed_withheld: frozenset[str]
    unnamed_adjectives: frozenset[str]
    named: frozenset[str]
    condition: frozenset[str]
    grave: frozenset[str]
    good: frozenset[str]
    dead: frozenset[str]
    unknown: frozenset[str]
    hospitals: frozenset[str]  # "released from the hospital"
    let_go: frozenset[str]
    mends: frozenset[str]  # "expected to survive"
    gravely: frozenset[str]  # "critically wounded"
    hurts: frozenset[str]
    sentenced_of: frozenset[str]
    convicted_of: frozenset[str]
    cleared_of: frozenset[str]
    dropped: frozenset[str]  # "dismissed the charges"


def stage_words(data: Mapping[str, Any]) -> StageWords:
    """The lexicon made of the parsed `stages.toml`."""

    def words(table: str, key: str) -> frozenset[str]:
        return frozenset(data[table][key])

    return StageWords(
        suspects=words("people", "suspects"),
        victims=words("people", "victims"),
        anybody=words("people", "anybody"),
        women=words("people", "women"),
        men=words("people", "men"),
        held_of=words("held", "of"),
        held_by=words("held", "by"),
        held_states=words("held", "states"),
        held_nouns=words("held", "nouns"),
        kept=words("kept", "verbs"),
        kept_with=words("kept", "with"),
        sought_for=words("sought", "for"),
        sought_of=words("sought", "of"),
        sought_find=words("sought", "find"),
        sought_states=words("sought", "states"),
        charged_of=words("charged", "of"),
        charged_nouns=words("charged", "nouns"),
        charged_with=words("charged", "with"),
        unnamed_things=words("unnamed", "things"),
        unnamed_verbs=words("unnamed", "verbs"),
        unnamed_withheld=words("unnamed", "withheld"),
        unnamed_adjectives=words("unnamed", "adjectives"),
        named=words("unnamed", "named"),
        condition=words("condition", "nouns"),
        grave=words("condition", "grave"),
        good=words("condition", "good"),
        dead=words("condition", "dead"),
        unknown=words("condition", "unknown"),
        hospitals=words("recovery", "hospitals"),
        let_go=words("recovery", "let_go"),
        mends=words("recovery", "mends"),
        gravely=words("recovery", "gravely"),
        hurts=words("recovery", "hurts"),
        sentenced_of=words("court", "sentenced"),
        convicted_of=words("court", "convicted"),
        cleared_of=words("court", "cleared"),
        dropped=words("court", "dropped"),
    )
