"""The words with which speakers call a thing wrong or right, false or true."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.lexicons.tables import at


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """The lexicon `verdicts.toml`. All words are lemmas in lower case."""

    false: frozenset[str] = at("truth.against")
    true: frozenset[str] = at("truth.for")
    refuting: frozenset[str] = at("truth.verbs_against")
    claims: frozenset[str] = at("truth.of")  # what is called false or true
    wrong: frozenset[str] = at("right.against")
    right: frozenset[str] = at("right.for")
    laws: frozenset[str] = at("right.broken")
    breaking: frozenset[str] = at("right.breaking")
    consistent: frozenset[str] = at("right.with")  # "consistent with the law"
    made: frozenset[str] = at("right.made")
    enacting: frozenset[str] = at("right.enacting")
    made_false: frozenset[str] = at("truth.made")
    supposing: frozenset[str] = at("turning.supposing")
    turning: frozenset[str] = at("turning.of")
    none: frozenset[str] = at("turning.none")
