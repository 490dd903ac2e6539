"""Text as a hasty editor leaves it: words dropped, replaced and put in, clauses and sentences moved. For planting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle

import numpy as np

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[”\"’']*|\n+")
# Beside the words that go: how many are put in, for each that goes; sentences of which two clauses change places; and
# sentences that change places with the next.
PUT_IN, CLAUSES_MOVED, SENTENCES_MOVED = 1 / 3, 0.3, 0.1
LONG_ENOUGH = 12  # words, to have two clauses


def sentences_of(text: str) -> list[list[str]]:
    """The words of each sentence, marks and all."""
    return [words for match in SENTENCE.finditer(text) if (words := match.group().split())]


def joined(sentences: Sequence[Sequence[str]]) -> str:
    """The sentences as one text."""
    return " ".join(" ".join(sentence) for sentence in sentences)


def edited(
    sentences: Sequence[Sequence[str]], rng: np.random.Generator, share: float, other_words: Sequence[str]
) -> list[list[str]]:
    """The sentences with `share` of their words gone: half of these dropped, half replaced by `other_words`.

    Other words are put in besides, and clauses and sentences are moved, all of it the more the larger `share` is.
    """
    others = cycle(other_words)
    kept = [_moved(_reworded(words, rng, share, others), rng, share) for words in sentences]
    for n in range(len(kept) - 1):
        if rng.random() < SENTENCES_MOVED * min(1.0, share / 0.3):
            kept[n], kept[n + 1] = kept[n + 1], kept[n]
    return [words for words in kept if words]


def _reworded(words: Sequence[str], rng: np.random.Generator, share: float, others: cycle[str]) -> list[str]:
    fate = rng.random(len(words)).tolist()
    found: list[str] = []
    for word, drawn in zip(words, fate, strict=True):
        if drawn >= share:
            found.append(word)
            if drawn < share * (1 + PUT_IN):
                found.append(next(others))
        elif drawn >= share / 2:
            found.append(next(others))
    return found


def _moved(words: list[str], rng: np.random.Generator, share: float) -> list[str]:
    """The sentence, its second clause first where it is long and chance wills."""
    if len(words) < LONG_ENOUGH or rng.random() >= CLAUSES_MOVED * min(1.0, share / 0.3):
        return words
    cut = int(rng.integers(4, len(words) - 3))
    return words[cut:] + words[:cut]
