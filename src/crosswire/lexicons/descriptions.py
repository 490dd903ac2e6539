"""Small words of descriptions of people: articles, owners, quantities, and cues that only cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Lower-case words. `past` before a former office; `definite`, `indefinite`, `owners`, `pointing` before a noun;
    `where` before a place; `seeming` verbs whose "it" is nobody; `quantities` of people; `saying` and `citing` cues;
    `people` endings of nouns; `mastheads`: last and first words of the names of media.
    """

    past: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    owners: frozenset[str]
    pointing: frozenset[str]
    where: frozenset[str]
    seeming: frozenset[str]
    quantities: frozenset[str]
    saying: frozenset[str]
    citing: frozenset[str]
    people: tuple[str, ...]
    mastheads: tuple[frozenset[str], frozenset[str]]

    def is_past(self, words: str) -> bool:
        """True for a description of what somebody was: `former mayor`, `then-minister`."""
        return bool(self.past & set(words.lower().replace("-", " ").split()))


def descriptions(table: Mapping[str, Any]) -> Descriptions:
    """The words of `descriptions.toml`."""
    articles, cues = table["articles"], table["cues"]
    return Descriptions(
        past=frozenset(table["past"]["words"]),
        definite=frozenset(articles["definite"]),
        indefinite=frozenset(articles["indefinite"]),
        owners=frozenset(articles["owners"]),
        pointing=frozenset(articles["pointing"]),
        where=frozenset(table["where"]["words"]),
        seeming=frozenset(table["seeming"]["verbs"]),
        quantities=frozenset(table["quantities"]["words"]),
        saying=frozenset(cues["saying"]),
        citing=frozenset(cues["citing"]),
        people=tuple(table["people"]["endings"]),
        mastheads=(frozenset(table["mastheads"]["last"]), frozenset(table["mastheads"]["first"])),
    )
