"""Parts of the body, and the words that tell that one was hit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class WoundWords:
    """The lexicon `wounds.toml`. Words in lower case; `regions`: part of the body → region; `kinds`: lemma → kind."""

    acts: frozenset[str]
    blades: frozenset[str]  # those acts that are done with a blade
    sides: frozenset[str]
    regions: Mapping[str, str]
    near: frozenset[frozenset[str]]  # regions that may be meant by one word
    kinds: Mapping[str, str]


def wound_words(data: Mapping[str, Any]) -> WoundWords:
    """The lexicon made of the parsed `wounds.toml`."""

    def turned(table: str) -> Mapping[str, str]:
        return MappingProxyType({word: key for key, words in data[table].items() for word in words})

    return WoundWords(
        acts=frozenset(data["acts"]),
        blades=frozenset(data["blades"]),
        sides=frozenset(data["sides"]),
        regions=turned("regions"),
        near=frozenset(frozenset(pair) for pair in data["near"]["pairs"]),
        kinds=turned("kinds"),
    )
