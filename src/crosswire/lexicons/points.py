"""The words that points hang on: classes of near synonyms, opposites, negation, open questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PointWords:
    """The lexicon `points.toml`. All words are lemmas in lower case; phrases are lemmas joined by a blank."""

    classes: Mapping[str, frozenset[str]]  # lemma → the classes it belongs to
    opposites: Mapping[str, frozenset[str]]  # lemma → the lemmas that can't hold beside it
    happenings: frozenset[str]  # classes of what happens or is done
    happening_endings: tuple[str, ...]
    things: frozenset[str]  # nouns with such an ending that are no happenings
    negators: frozenset[str]
    negating_verbs: frozenset[str]
    rejections: frozenset[str]
    claim_nouns: frozenset[str]
    open_phrases: tuple[tuple[str, ...], ...]
    open_verbs: frozenset[str]
    open_nouns: frozenset[str]
    ahead: frozenset[str]
    ahead_verbs: frozenset[str]
    revising: re.Pattern[str]  # finds a word by which a report says that its number is the newer one
    passing: frozenset[str]
    conditions: frozenset[str]
    dangling_openings: frozenset[str]
    dangling_phrases: tuple[str, ...]
    pointing_nouns: frozenset[str]
    pronouns: frozenset[str]
    together: frozenset[str]  # nouns for people together, for whom "they" may stand

    def happens(self, lemma: str) -> bool:
        """True for a noun of something that happens or is done: "strike", "meeting", "explosion"; not "board"."""
        return lemma not in self.things and self._happens(lemma)

    def _happens(self, lemma: str) -> bool:
        return lemma.endswith(self.happening_endings) or not self.happenings.isdisjoint(self.classes.get(lemma, ()))


def point_words(data: Mapping[str, Any]) -> PointWords:
    """The lexicon made of the parsed `points.toml`."""
    return PointWords(
        classes=_memberships(data["classes"]),
        opposites=_opposites(data["antonyms"]),
        happenings=frozenset(data["happenings"]["classes"]),
        happening_endings=tuple(data["happenings"]["endings"]),
        things=frozenset(data["happenings"]["things"]),
        negators=frozenset(data["negators"]["words"]),
        negating_verbs=frozenset(data["negators"]["verbs"]),
        rejections=frozenset(data["rejections"]["verbs"]),
        claim_nouns=frozenset(data["rejections"]["nouns"]),
        open_phrases=tuple(tuple(phrase.split()) for phrase in data["open"]["phrases"]),
        open_verbs=frozenset(data["open"]["verbs"]),
        open_nouns=frozenset(data["open"]["nouns"]),
        ahead=frozenset(data["open"]["ahead"]),
        ahead_verbs=frozenset(data["open"]["ahead_verbs"]),
        revising=re.compile(rf"\b(?:{'|'.join(data['revision']['words'])})\b", re.IGNORECASE),
        passing=frozenset(data["passing"]["words"]),
        conditions=frozenset(data["passing"]["conditions"]),
        dangling_openings=frozenset(data["dangling"]["openings"]),
        dangling_phrases=tuple(data["dangling"]["phrases"]),
        pointing_nouns=frozenset(data["dangling"]["nouns"]),
        pronouns=frozenset(data["dangling"]["pronouns"]),
        together=frozenset(data["dangling"]["together"]),
    )


def _memberships(classes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Lemma → names of its classes."""
    found: dict[str, set[str]] = {}
    for name, lemmas in classes.items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


def _opposites(rows: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Lemma → every lemma on the other side of a row it stands in."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for here, there in ((row["a"], row["b"]), (row["b"], row["a"])):
            for lemma in here:
                found.setdefault(lemma, set()).update(there)
    return {lemma: frozenset(others) for lemma, others in found.items()}
