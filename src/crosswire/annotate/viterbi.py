"""The best sequence of parts, given what speaks for each part at each word and for each step from part to part."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def best_parts(scores: Floats, steps: Floats) -> tuple[Ints, Floats]:
    """Per row the best parts of its words, and their log probability among all sequences.

    `scores`: row x word x part; `steps`: row x word x part before x part. Of two that are as good, the first.
    """
    rows, size, _ = scores.shape
    best = ahead = scores[:, 0]
    back = np.zeros(scores.shape, np.int64)
    for n in range(1, size):
        reached = best[:, :, None] + steps[:, n]
        back[:, n] = reached.argmax(1)
        best = reached.max(1) + scores[:, n]
        ahead = _log_sum(ahead[:, :, None] + steps[:, n]) + scores[:, n]
    found = np.zeros((rows, size), np.int64)
    found[:, -1] = best.argmax(1)
    every = np.arange(rows)
    for n in range(size - 1, 0, -1):
        found[:, n - 1] = back[every, n, found[:, n]]
    return found, best.max(1) - _log_sum(ahead)


def _log_sum(values: Floats) -> Floats:
    """log(sum(exp(values))) along the second axis, without overflow."""
    top = values.max(axis=1, keepdims=True)
    return np.asarray(np.log(np.exp(values - top).sum(axis=1)) + top[:, 0])
