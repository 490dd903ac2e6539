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
        """The weight of a lower-case word without possessive or plural ending; natural logarithm of its rarity."""
        return self.weights.get(word, self.unlisted)


def rarity(data: Mapping[str, Any]) -> Rarity:
    """The weights that `data/rarity.toml` holds."""
    weights = {w: _weight(band["share"]) for band in data["band"] for w in band["words"].split()}
    return Rarity(weights, _weight(0.5 / data["reports"]))


def _weight(share: float) -> float:
    return max(0.0, -math.log(share) - NO_WEIGHT)
