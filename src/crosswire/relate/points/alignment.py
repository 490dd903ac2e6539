"""How well two sentences' words find their like in each other, by what a network sees in them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.relate.points.piece_reader import Floats, PieceReader, ReadPieces

# Pieces that stand in any sentence: that they find their like says nothing.
LIGHT = frozenset({
    "the", "of", "to", "in", "on", "at", "and", "or", "for", "by", "with", "from", "as", "is", "was", "were", "be",
    "been", "are", "it", "its", "that", "this", "he", "she", "his", "her", "they", "their", "has", "have", "had", "not",
    "but", "who", "which", "will", "would", "said", "say", "says", "after", "s", "a", "an",
    "“", "”", "’", "‘", "—", "–", ",", ".", "'", '"', "-", "`", "$", ":", ";", "(", ")", "?", "!",
})  # fmt: skip
# Pieces are weighed as if the story had at least so many sentences.
LEAST_SIZE = 40
# So much of what all sentences have in common is taken off before two are compared as wholes.
COMMON_PART = 0.9
# Running pieces looked at together, and what keeps a few light ones from counting as wholly found again.
STRETCH, EMPTY = 14, 2.0
# What is told of a pair, in order; of ranks: how many sentences of the other report are nearer.
ALIGNED = (
    "whole", "whole_apart", "found_low", "found_high", "stretch_found", "whole_rank_low", "whole_rank_high",
    "found_rank_low", "found_rank_high",
)  # fmt: skip

Numbers = NDArray[np.float64]
Pairs = Sequence[tuple[int, int]]


def aligned_rows(words: Sequence[str], reports: Sequence[int], pairs: Pairs, reader: PieceReader) -> Numbers:
    """A row of ALIGNED for each pair of sentences. `words` and `reports`: of every sentence of the story, by number."""
    if not pairs:
        return np.zeros((0, len(ALIGNED)))
    numbers = sorted({n for pair in pairs for n in pair})
    told = {read: reader.read(read) for read in {words[n]: None for n in numbers}}  # a copy is read once
    wholes, apart = _wholes([told[words[n]].whole for n in numbers])
    at = {n: row for row, n in enumerate(numbers)}
    found = _Found({n: words[n] for n in numbers}, told)
    rows = np.array(
        [(wholes[at[a]] @ wholes[at[b]], apart[at[a]] @ apart[at[b]], *found.between(a, b)) for a, b in pairs]
    )
    ranks = (_ranks(rows[:, column], reports, pairs) for column in map(ALIGNED.index, ("whole_apart", "found_low")))
    return np.hstack([rows, *ranks])


def _wholes(rows: Sequence[Floats]) -> tuple[Floats, Floats]:
    """The sentences as wholes, of length 1; and the same once most of what all have in common is taken off."""
    wholes = _of_length_one(np.array(rows))
    return wholes, _of_length_one(wholes - COMMON_PART * wholes.mean(axis=0))


def _of_length_one(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    return np.asarray(rows / lengths, dtype=np.float32)


class _Found:
    """The sentences' pieces with their weights, ready to be looked for in each other."""

    def __init__(self, words: Mapping[int, str], told: dict[str, ReadPieces]) -> None:
        """Empties `told`: what is seen in ten thousand sentences takes half a gigabyte, and is not held twice."""
        counts = Counter(piece for words_ in words.values() for piece in sorted(set(told[words_].pieces)))
        size = max(LEAST_SIZE, len(words))
        weight = {p: 0.0 if p in LIGHT else math.log((size + 1) / (count + 0.5)) for p, count in counts.items()}
        common = _mean(told[words_].seen for words_ in words.values())
        self._words = words
        self._weights: dict[str, Numbers] = {}
        self._seen: dict[str, Floats] = {}
        for own in list(told):
            sentence = told.pop(own)
            self._weights[own] = np.array([weight[p] for p in sentence.pieces])
            self._seen[own] = _of_length_one(sentence.seen - common)

    def between(self, a: int, b: int) -> tuple[float, float, float]:
        """How much of the one with less to find, and of the other, is found in the other; and of a stretch of both."""
        one, other = self._words[a], self._words[b]
        ours, theirs = self._weights[one], self._weights[other]
        if ours.sum() <= 0 or theirs.sum() <= 0:
            return 0.0, 0.0, 0.0
        alike = self._seen[one] @ self._seen[other].T
        here, there = alike.max(axis=1), alike.max(axis=0)
        whole = float((here * ours).sum() / ours.sum()), float((there * theirs).sum() / theirs.sum())
        return min(whole), max(whole), min(_best_stretch(here, ours), _best_stretch(there, theirs))


def _mean(seen: Iterable[Floats]) -> Floats:
    """The mean of all rows, added up one after the other."""
    total, count = np.zeros((1, 0), dtype=np.float32), 0
    for rows in seen:
        total = np.add.reduce(np.vstack([total, rows]) if count else rows, axis=0, keepdims=True)
        count += len(rows)
    return np.asarray(total[0] / np.float32(count), dtype=np.float32)


def _best_stretch(found: Floats, weights: Numbers) -> float:
    """How much is found of the STRETCH running pieces of which most is found."""
    ones = np.ones(min(STRETCH, len(found)))
    there, all_ = np.convolve(found * weights, ones, "valid"), np.convolve(weights, ones, "valid")
    return float((there / (all_ + EMPTY)).max())


def _ranks(values: Numbers, reports: Sequence[int], pairs: Pairs) -> Numbers:
    """For each pair the lower and the higher of its ranks: of one sentence among those of the other's report."""
    beside: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (a, b), value in zip(pairs, values.tolist(), strict=True):
        beside[a, reports[b]].append(value)
        beside[b, reports[a]].append(value)
    told = []
    for (a, b), value in zip(pairs, values.tolist(), strict=True):
        ranks = [sum(other > value for other in beside[key]) for key in ((a, reports[b]), (b, reports[a]))]
        told.append((min(ranks), max(ranks)))
    return np.array(told, dtype=np.float64)
