"""The cues that attribute content to a source, and the stance each takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crosswire.lexicons.tables import at, filled
from crosswire.model.annotation import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as the lexicon knows it: its lemmas ("rule out"), what it does with the content, and an example."""

    words: str
    stance: Stance
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLexicon:
    """Cues by their lemmas: verbs ("say"), nouns ("claim") and phrases ("according to").

    `negated`: what a negation makes of a stance; the sets are described in `cues.toml`.
    """

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    phrases: Mapping[str, Cue]
    negated: Mapping[Stance, Stance]
    negations: frozenset[str] = at("negation.words")
    doubting: frozenset[str] = at("negation.doubting")
    light: frozenset[str] = at("light.words")
    addressed: frozenset[str] = at("addressed.words")
    talks: frozenset[str] = at("addressed.talks")
    to: frozenset[str] = at("addressed.to")
    acts: frozenset[str] = at("acts.words")
    phases: frozenset[str] = at("acts.phases")
    meetings: frozenset[str] = at("acts.meetings")


def cue_lexicon(data: Mapping[str, Any]) -> CueLexicon:
    """The lexicon of a parsed `cues.toml`."""
    return filled(
        CueLexicon,
        data,
        verbs=cues_of(data["verbs"]),
        nouns=cues_of(data["nouns"]),
        phrases=cues_of(data["phrases"]),
        negated=MappingProxyType({Stance(plain): Stance(turned) for plain, turned in data["negated"].items()}),
    )


def cues_of(by_stance: Mapping[str, Mapping[str, str | Mapping[str, str]]]) -> Mapping[str, Cue]:
    """The cues of a table: by stance, then by words; an entry is an example, or a table with one."""
    found = {
        words: Cue(words, Stance(stance), entry if isinstance(entry, str) else entry["example"])
        for stance, entries in by_stance.items()
        for words, entry in entries.items()
    }
    return MappingProxyType(found)
