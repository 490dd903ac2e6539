"""Small words of descriptions of people: articles, owners, quantities, and cues that only cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.lexicons.tables import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptions:
    """Lower-case words. `past` before a former office; `definite`, `indefinite`, `owners`, `pointing` before a noun;
    `where` before a place; `seeming` verbs whose "it" is nobody; `quantities` of people; `saying` and `citing` cues;
    `people` endings of nouns; `mastheads`: `last` and `first` words of the names of media.
    """

    past: frozenset[str] = at("past.words")
    definite: frozenset[str] = at("articles.definite")
    indefinite: frozenset[str] = at("articles.indefinite")
    owners: frozenset[str] = at("articles.owners")
    pointing: frozenset[str] = at("articles.pointing")
    where: frozenset[str] = at("where.words")
    seeming: frozenset[str] = at("seeming.verbs")
    quantities: frozenset[str] = at("quantities.words")
    saying: frozenset[str] = at("cues.saying")
    citing: frozenset[str] = at("cues.citing")
    people: tuple[str, ...] = at("people.endings")
    mastheads: Mapping[str, frozenset[str]] = at("mastheads")

    def is_past(self, words: str) -> bool:
        """True for a description of what somebody was: `former mayor`, `then-minister`."""
        return bool(self.past & set(words.lower().replace("-", " ").split()))
