"""What a cue does with its content, word by word and turn of phrase by turn of phrase, and what turns it round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crosswire.lexicons.cues import Cue, CueLexicon, cues_of
from crosswire.lexicons.tables import Phrase, at, filled
from crosswire.model.annotation import Stance

Idioms = Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stances:
    """The stances of cues: those of `cues.toml` and `stances.toml` together, the second one right where both speak.

    `idioms`: by their first lemma, the longest first. `shapes`: by verb, with an infinitive (`to`) or a that-clause.
    The other fields are the lists of `[turning]` there and of `[negation]` and `[negated]` in `cues.toml`.
    """

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    phrases: Mapping[str, Cue]
    idioms: Idioms
    to: Mapping[str, Stance]
    that: Mapping[str, Stance]
    negated: Mapping[Stance, Stance]
    negations: frozenset[str]
    doubting: frozenset[str]
    opposing: frozenset[str] = at("turning.opposing")
    light: frozenset[str]
    leading: frozenset[str] = at("turning.leading")
    refusing: frozenset[str] = at("turning.refusing")
    before: tuple[Phrase, ...] = at("turning.before")
    between: frozenset[str] = at("turning.between")
    only: frozenset[str] = at("turning.only")
    nobody: frozenset[str] = at("turning.nobody")
    linking: frozenset[str] = at("turning.linking")
    deeds: frozenset[str] = at("deeds.verbs")

    def verb(self, lemma: str, word: str) -> Cue | None:
        """The cue of a verb by its lemma; by the word without its ending where the lemmatizer does not know it."""
        stems = (word[: -len(end)] for end in ("d", "ed", "ged", "s", "es", "ing", "ging") if word.endswith(end))
        for key in (lemma, word, *stems):
            if key in self.verbs:
                return self.verbs[key]
        return None

    def cues(self) -> tuple[Cue, ...]:
        """Every cue of the lexicon."""
        tables = (self.verbs, self.nouns, self.adjectives, self.phrases)
        single = [cue for table in tables for cue in table.values()]
        return (*single, *(cue for idioms in self.idioms.values() for _, cue in idioms))


def stances(table: Mapping[str, Any], cues: CueLexicon) -> Stances:
    """The stances of a parsed `stances.toml`, over those of the cue lexicon."""
    shapes = table["shapes"]
    idioms = cues_of(table["idioms"])
    longer = {words: cue for words, cue in cues.verbs.items() if " " in words}
    return filled(
        Stances,
        table,
        verbs=MappingProxyType({**cues.verbs, **cues_of(table["verbs"])}),
        nouns=MappingProxyType({**cues.nouns, **cues_of(table["nouns"])}),
        adjectives=cues_of(table["adjectives"]),
        phrases=cues.phrases,
        idioms=_by_first({**longer, **idioms}),
        to=MappingProxyType({verb: Stance(stance) for verb, stance in shapes["to"].items()}),
        that=MappingProxyType({verb: Stance(stance) for verb, stance in shapes["that"].items()}),
        negated=cues.negated,
        negations=cues.negations,
        doubting=cues.doubting,
        light=cues.light,
    )


def _by_first(cues: Mapping[str, Cue]) -> Idioms:
    """The idioms by their first word, those of most words first."""
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for words, cue in cues.items():
        first, *rest = words.split()
        found.setdefault(first, []).append((tuple(rest), cue))
    ordered = {first: tuple(sorted(rest, key=lambda pair: (-len(pair[0]), pair[0]))) for first, rest in found.items()}
    return MappingProxyType(ordered)
