"""The best sequence of parts, given what speaks for each part at each word and for each step from part to part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
# Rows that go through the words together; a book's would fill the memory.
TOGETHER = 64
# Less than any score: what no way leads through.
_NEVER = np.float32(-1e6)


def best_parts(scores: Sequence[Floats], steps: Sequence[Floats]) -> Iterator[tuple[list[int], float]]:
    """Per row the best parts of its words, and their log probability among all sequences.

    `scores`: word x part; `steps`: word x part before x part. Of two that are as good, the first. No row
    changes what is found in another.
    """
    for first in range(0, len(scores), TOGETHER):
        yield from _together(scores[first : first + TOGETHER], steps[first : first + TOGETHER])


def _together(scores: Sequence[Floats], steps: Sequence[Floats]) -> Iterator[tuple[list[int], float]]:
    size, rows, parts = max(map(len, scores)), len(scores), scores[0].shape[1]
    every, moves = np.zeros((size, rows, parts), np.float32), np.zeros((size, rows, parts, parts), np.float32)
    for n, (own, step) in enumerate(zip(scores, steps, strict=True)):
        every[: len(own), n], moves[: len(step), n] = own, step
        every[len(own) :, n, 1:] = _NEVER  # behind a row's end there is one way on, and it costs nothing
    found, best, total = _walked(every, moves)
    for n, own in enumerate(scores):
        yield found[n, : len(own)].tolist(), float(best[n] - total[n])


def _walked(scores: Floats, steps: Floats) -> tuple[Ints, Floats, Floats]:
    """Per row the best parts, what they are worth, and the log of what all sequences are worth together."""
    reached = np.empty_like(steps)  # what the best way to each part, from each part before, is worth
    best = ahead = scores[0]
    for n in range(1, len(scores)):
        best = np.add(best[:, :, None], steps[n], out=reached[n]).max(1) + scores[n]
        ahead = _log_sum(ahead[:, :, None] + steps[n]) + scores[n]
    return _walked_back(best, reached), best.max(1), _log_sum(ahead)


def _walked_back(best: Floats, reached: Floats) -> Ints:
    """The best part of each word: the last one's, then the one that it was reached from, and so on."""
    found = np.empty((best.shape[0], len(reached)), np.int64)
    found[:, -1] = best.argmax(1)
    before, rows = reached[1:].argmax(2), np.arange(len(best))
    for n in range(len(reached) - 1, 0, -1):
        found[:, n - 1] = before[n - 1, rows, found[:, n]]
    return found


def _log_sum(values: Floats) -> Floats:
    """log(sum(exp(values))) along the second axis, without overflow."""
    top = values.max(axis=1, keepdims=True)
    return np.asarray(np.log(np.exp(values - top).sum(axis=1)) + top[:, 0])
