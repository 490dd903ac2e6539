"""What a sentence of a brief may not hang on, and what makes a headline a poor title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class BriefWords:
    """The lexicon `brief.toml`. All words in lower case; `known` and `caption_verbs` are lemmas."""

    tying_adverbs: frozenset[str]
    tying_phrases: tuple[str, ...]
    known: frozenset[str]  # nouns that need no introduction after "the"
    teasers: frozenset[str]
    arguing: frozenset[str]
    openings: tuple[str, ...]
    stations: frozenset[str]
    unfinished: frozenset[str]
    sides: frozenset[str]
    caption_verbs: frozenset[str]


def brief_words(data: Mapping[str, Any]) -> BriefWords:
    """The lexicon made of the parsed `brief.toml`."""
    titles = data["titles"]
    return BriefWords(
        tying_adverbs=frozenset(data["ties"]["adverbs"]),
        tying_phrases=tuple(data["ties"]["phrases"]),
        known=frozenset(data["known"]["nouns"]),
        teasers=frozenset(titles["teasers"]),
        arguing=frozenset(titles["arguing"]),
        openings=tuple(titles["openings"]),
        stations=frozenset(titles["stations"]),
        unfinished=frozenset(titles["unfinished"]),
        sides=frozenset(data["captions"]["sides"]),
        caption_verbs=frozenset(data["captions"]["verbs"]),
    )
