"""The words with which speakers call a thing wrong or right, false or true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The lexicon `verdicts.toml`. All words are lemmas in lower case."""

    false: frozenset[str]
    true: frozenset[str]
    refuting: frozenset[str]
    claims: frozenset[str]  # what is called false or true
    wrong: frozenset[str]
    right: frozenset[str]
    laws: frozenset[str]
    breaking: frozenset[str]
    consistent: frozenset[str]  # "consistent with the law"
    turning: frozenset[str]
    none: frozenset[str]


def verdict_words(data: Mapping[str, Any]) -> VerdictWords:
    """The lexicon made of the parsed `verdicts.toml`."""

    def words(table: str, key: str) -> frozenset[str]:
        return frozenset(data[table][key])

    return VerdictWords(
        false=words("truth", "against"),
        true=words("truth", "for"),
        refuting=words("truth", "verbs_against"),
        claims=words("truth", "of"),
        wrong=words("right", "against"),
        right=words("right", "for"),
        laws=words("right", "broken"),
        breaking=words("right", "breaking"),
        consistent=words("right", "with"),
        turning=words("turning", "verbs") | words("turning", "nouns"),
        none=words("turning", "none"),
    )
