"""How rare a word is in news: the share of reports that have it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Words that stand in more than about a third of all reports ("said", "people", "year") say nothing about the event.
NO_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Rarity:
    """Word weights: 0 for a word of every third report, up to `unlisted` for a word that no list of news words has."""

    weights: Mapping[str, float]
    unlisted: float

    def weight(self, word: str) -> float:
        """The weight of a word in its `plain` form; natural logarithm of its rarity."""
        return self.weights.get(word, self.unlisted)


def plain(word: str) -> str:
    """One form for one word, as the table has it: Varga's → varga, parties → party; "gas", "crisis", "Syrus" stay."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]


def rarity(data: Mapping[str, Any]) -> Rarity:
    """The weights that `data/rarity.toml` holds."""
    weights = {w: _weight(band["share"]) for band in data["band"] for w in band["words"].split()}
    return Rarity(weights, _weight(0.5 / data["reports"]))


def _weight(share: float) -> float:
    return max(0.0, -math.log(share) - NO_WEIGHT)
