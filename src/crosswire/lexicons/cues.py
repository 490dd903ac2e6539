"""The cues that attribute content to a source, and the stance each takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crosswire.model.annotation import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as the lexicon knows it: its lemmas ("rule out"), what it does with the content, an example."""

    words: str
    stance: Stance
    example: str


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Cues by their lemmas: verbs ("say"), nouns ("claim") and phrases ("according to")."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    phrases: Mapping[str, Cue]

    def verb(self, lemma: str, following: tuple[str, ...] = ()) -> Cue | None:
        """The verb cue of `lemma`, the longer one ("call for") where one of the words `following` makes it so."""
        longer = (self.verbs.get(f"{lemma} {word}") for word in following)
        return next((cue for cue in longer if cue), None) or self.verbs.get(lemma)


def cue_lexicon(data: Mapping[str, Any]) -> CueLexicon:
    """The lexicon of a parsed `cues.toml`."""
    return CueLexicon(_cues(data["verbs"]), _cues(data["nouns"]), _cues(data["phrases"]))


def _cues(by_stance: Mapping[str, Mapping[str, str]]) -> Mapping[str, Cue]:
    found = {
        words: Cue(words, Stance(stance), example)
        for stance, cues in by_stance.items()
        for words, example in cues.items()
    }
    return MappingProxyType(found)
