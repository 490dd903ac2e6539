"""A linear-chain conditional random field, fitted by L-BFGS over sparse features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
PARTS, BORDERS, BATCH = 4, 4, 400


def fit_chain(
    features: csr_matrix, ends: Sequence[int], borders: Ints, parts: Ints, *, penalty: float = 2.0, rounds: int = 70
) -> tuple[Floats, Floats]:
    """The weights (features x parts) and the steps (kinds of border x parts x parts).

    Rows of `features` are tokens; `ends` are the sequences' limits in them, 0 first.
    """
    batches = list(_batches(ends))
    size = features.shape[1] * PARTS
    turned = features.T.tocsr()

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights, steps = flat[:size].reshape(-1, PARTS), flat[size:].reshape(BORDERS, PARTS, PARTS)
        scores = np.asarray(features @ weights)
        pull, step_pull, total = np.zeros_like(scores), np.zeros_like(steps), 0.0
        for index, real in batches:
            total += _batch(scores, steps, borders, parts, index, real, pull, step_pull)
        slope = np.concatenate([np.asarray(turned @ pull).ravel(), step_pull.ravel()]) + penalty * flat
        return total + 0.5 * penalty * float(flat @ flat), slope

    start = np.zeros(size + BORDERS * PARTS * PARTS)
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 8})
    return result.x[:size].reshape(-1, PARTS), result.x[size:].reshape(BORDERS, PARTS, PARTS)


def _batches(ends: Sequence[int]) -> list[tuple[Ints, NDArray[np.bool_]]]:
    """Sequences of like length together: rows of token numbers, and which of them are real."""
    order = sorted(range(len(ends) - 1), key=lambda n: (ends[n + 1] - ends[n], n))
    found = []
    for first in range(0, len(order), BATCH):
        chosen = order[first : first + BATCH]
        longest = max(ends[n + 1] - ends[n] for n in chosen)
        index = np.zeros((len(chosen), longest), np.int64)
        real = np.zeros((len(chosen), longest), np.bool_)
        for row, n in enumerate(chosen):
            index[row, : ends[n + 1] - ends[n]] = np.arange(ends[n], ends[n + 1])
            real[row, : ends[n + 1] - ends[n]] = True
        found.append((index, real))
    return found


def _batch(
    scores: Floats,
    steps: Floats,
    borders: Ints,
    parts: Ints,
    index: Ints,
    real: NDArray[np.bool_],
    pull: Floats,
    step_pull: Floats,
) -> float:
    """The loss of a batch; adds its slope to `pull` and `step_pull`."""
    own, border, true = scores[index], borders[index], parts[index]
    moves = steps[border]
    ahead, behind = _sums(own, moves, real)
    whole = _log_sum(ahead[:, -1], 1)
    chance = np.exp(ahead + behind - whole[:, None, None])
    rows, columns = np.indices(index.shape)
    total = float(whole.sum() - (own[rows, columns, true] * real).sum())
    chance[rows, columns, true] -= 1
    pull[index[real]] = chance[real]
    later = real[:, 1:]
    pairs = ahead[:, :-1, :, None] + moves[:, 1:] + (own[:, 1:] + behind[:, 1:])[:, :, None, :]
    pairs = np.exp(pairs - whole[:, None, None, None])
    total -= float((steps[border[:, 1:], true[:, :-1], true[:, 1:]] * later).sum())
    for kind in range(BORDERS):
        here = later & (border[:, 1:] == kind)
        step_pull[kind] += pairs[here].sum(axis=0)
        np.add.at(step_pull[kind], (true[:, :-1][here], true[:, 1:][here]), -1)
    return total


def _sums(own: Floats, moves: Floats, real: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """The forward and the backward log sums."""
    ahead, behind = np.zeros_like(own), np.zeros_like(own)
    ahead[:, 0] = own[:, 0]
    for n in range(1, own.shape[1]):
        reached = _log_sum(ahead[:, n - 1, :, None] + moves[:, n], 1) + own[:, n]
        ahead[:, n] = np.where(real[:, n, None], reached, ahead[:, n - 1])
    for n in range(own.shape[1] - 2, -1, -1):
        reached = _log_sum(moves[:, n + 1] + (own[:, n + 1] + behind[:, n + 1])[:, None, :], 2)
        behind[:, n] = np.where(real[:, n + 1, None], reached, 0)
    return ahead, behind


def _log_sum(values: Floats, axis: int) -> Floats:
    """log(sum(exp(values))) along an axis, without overflow."""
    top = values.max(axis=axis, keepdims=True)
    return np.asarray((top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis))
