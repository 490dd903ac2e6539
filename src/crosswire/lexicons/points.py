"""The words that points hang on: classes of near synonyms, opposites, negation, open questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import Phrase, at, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class PointWords:
    """The lexicon `points.toml`. All words are lemmas in lower case; phrases are lemmas joined by a blank."""

    classes: Mapping[str, frozenset[str]]  # lemma → the classes it belongs to
    same: Mapping[str, frozenset[str]]  # lemma → those and further ones, within which one sentence bears out another
    narrow: frozenset[str] = at("narrow.words")  # nouns that only themselves bear out
    opposites: Mapping[str, frozenset[str]]  # lemma → the lemmas that can't hold beside it
    happenings: frozenset[str] = at("happenings.classes")  # classes of what happens or is done
    happening_endings: tuple[str, ...] = at("happenings.endings")
    things: frozenset[str] = at("happenings.things")  # nouns with such an ending that are no happenings
    negators: frozenset[str] = at("negators.words")
    negating_verbs: frozenset[str] = at("negators.verbs")
    rejections: frozenset[str] = at("rejections.verbs")
    claim_nouns: frozenset[str] = at("rejections.nouns")
    court_verbs: frozenset[str] = at("rejections.court_verbs")
    court_nouns: frozenset[str] = at("rejections.court_nouns")
    open_phrases: tuple[Phrase, ...] = at("open.phrases")
    open_verbs: frozenset[str] = at("open.verbs")
    open_nouns: frozenset[str] = at("open.nouns")
    ahead: frozenset[str] = at("open.ahead")
    ahead_verbs: frozenset[str] = at("open.ahead_verbs")
    maybe: frozenset[str] = at("untold.modals")
    unsure: frozenset[str] = at("untold.stems")
    supposed: frozenset[str] = at("untold.supposed")
    identified: frozenset[str] = at("untold.people")  # classes of those who are named or not
    name_nouns: frozenset[str] = at("untold.names")
    copulas: frozenset[str] = at("predicates.copulas")
    telling: frozenset[str] = at("predicates.telling")
    not_done: frozenset[str] = at("predicates.not_done")
    unsure_words: frozenset[str] = at("predicates.unsure")
    thought: frozenset[str] = at("predicates.thought")
    scant: frozenset[str] = at("predicates.scant")
    non: frozenset[str] = at("predicates.non")
    light: frozenset[str] = at("predicates.light")
    happen: frozenset[str] = at("numbered.happen")
    events: frozenset[str] = at("numbered.events")
    existing: frozenset[str] = at("numbered.existing")
    alarms: frozenset[str] = at("numbered.alarms")
    according: frozenset[str] = at("numbered.according")
    reporting: frozenset[str] = at("numbered.reporting")
    revising: re.Pattern[str] = at(
        "revision.words"
    )  # finds a word by which a report says that its number is the newer one
    taken_back: re.Pattern[str] = at("taken_back.words")  # finds words behind which a speaker takes back what he said
    corrected: re.Pattern[str] = at("taken_back.paper")  # and a paper what it printed
    dangling_openings: frozenset[str] = at("dangling.openings")
    dangling_phrases: tuple[str, ...] = at("dangling.phrases")
    pointing_nouns: frozenset[str] = at("dangling.nouns")
    pronouns: frozenset[str] = at("dangling.pronouns")
    together: frozenset[str] = at("dangling.together")  # nouns for people together, for whom "they" may stand

    def withdrawn(self, words: str) -> int | None:
        """Where in the words begins what they take back; None where they take nothing back."""
        found = self.taken_back.search(words) or self.corrected.search(words)
        return found.end() if found else None

    def happens(self, lemma: str) -> bool:
        """True for a noun of something that happens or is done: "strike", "meeting", "explosion"; not "board"."""
        return lemma not in self.things and self._happens(lemma)

    def _happens(self, lemma: str) -> bool:
        return lemma.endswith(self.happening_endings) or not self.happenings.isdisjoint(self.classes.get(lemma, ()))


def point_words(data: Mapping[str, Any]) -> PointWords:
    """The lexicon made of the parsed `points.toml`."""
    return filled(
        PointWords,
        data,
        classes=_memberships(data["classes"]),
        same=_memberships(_joined(data["classes"], data["same"])),
        opposites=_opposites(data["antonyms"]),
    )


def _memberships(classes: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Lemma → names of its classes."""
    found: dict[str, set[str]] = {}
    for name, lemmas in classes.items():
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


def _joined(one: Mapping[str, Iterable[str]], two: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The classes of both tables; those of one name are one class."""
    return {name: (*one.get(name, ()), *two.get(name, ())) for name in (*one, *two)}


def _opposites(rows: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, frozenset[str]]:
    """Lemma → every lemma on the other side of a row it stands in."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for here, there in ((row["a"], row["b"]), (row["b"], row["a"])):
            for lemma in here:
                found.setdefault(lemma, set()).update(there)
    return {lemma: frozenset(others) for lemma, others in found.items()}
