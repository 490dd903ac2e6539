"""Copies that are put where they can be looked for: a report, or some of its sentences in another, edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.bench.edited import edited, joined, sentences_of

EDITED = 0.3
# A planted passage: so many sentences, and not shorter than so many words.
SENTENCES, LEAST_WORDS = (3, 6), 60
# Words of a line that is a sentence.
SENTENCE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Planted:
    """A report that holds a copy. `source` is the number of the report that the copy was made from (None where there is
    no copy), `words` the words that were copied, before they were edited."""

    text: str
    source: int | None
    words: str


def whole_copy(source: int, text: str, rng: np.random.Generator, other_words: Sequence[str]) -> Planted:
    """A report that is another from beginning to end, edited."""
    sentences = _lines(text)
    return Planted(joined(edited(sentences, rng, EDITED, other_words)), source, joined(sentences))


def passage_copy(
    source: int, text: str, host: str, rng: np.random.Generator, other_words: Sequence[str]
) -> Planted | None:
    """A report with sentences in a row of another, edited, somewhere among its own; None if the other is too short."""
    sentences = _lines(text)
    lengths = np.cumsum([0, *map(len, sentences)])
    if lengths[-1] < LEAST_WORDS:
        return None
    start = int(rng.integers(0, np.flatnonzero(lengths[-1] - lengths >= LEAST_WORDS)[-1] + 1))
    end = max(
        start + int(rng.integers(SENTENCES[0], SENTENCES[1] + 1)),
        int(np.argmax(lengths >= lengths[start] + LEAST_WORDS)),
    )
    passage = sentences[start:end]
    own = sentences_of(host)
    at = int(rng.integers(0, len(own) + 1))
    text = joined([*own[:at], *edited(passage, rng, EDITED, other_words), *own[at:]])
    return Planted(text, source, joined(passage))


def _lines(text: str) -> list[list[str]]:
    return [words for words in sentences_of(text) if len(words) >= SENTENCE_WORDS]
