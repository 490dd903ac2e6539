"""Number words: cardinals, scales, plurals that name no number, ordinals, and the hedges beside a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """Number words, lower case. `hedges` gives what a hedge does to the bounds: "least", "most" or "about".

    Compared and hashed by identity, so that patterns built from it can be kept.
    """

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    plurals: Mapping[str, int]
    vague: Mapping[str, int]
    parts: Mapping[str, int]
    ordinals: Mapping[str, int]
    hedges: Mapping[str, str]
    after: Mapping[str, str]
    plain: frozenset[str]


def number_words(data: Mapping[str, Any]) -> NumberWords:
    """The number words that `data/numbers.toml` holds."""
    return NumberWords(
        small=dict(data["small"]),
        tens=dict(data["tens"]),
        scales=dict(data["scales"]),
        short_scales=dict(data["short_scales"]),
        plurals=dict(data["plurals"]),
        vague=dict(data["vague"]),
        parts=dict(data["parts"]),
        ordinals=dict(data["ordinals"]),
        hedges={word: effect for effect, words in data["hedges"].items() for word in words},
        after={word: effect for effect, words in data["after"].items() for word in words},
        plain=frozenset(data["plain"]["words"]),
    )
