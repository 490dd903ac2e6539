"""The learned weights that decide whether two sentences speak of the same point."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError
from crosswire.relate.points.features import FEATURES

WEIGHTS = "points.json"
# The shipped weights and no others; training/points.py prints the new value after a training run.
SHA256 = "42f12d59cb1fdeb10358f2d5f5e9f0ff23fb902ed55ec4f6ad09391d34d0bfda"
# Rows decided at once, so that a story of a hundred reports needs no large matrices.
AT_ONCE = 4096
# Probabilities are rounded, so that they are the same whatever order a machine adds in.
DIGITS = 6

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees of two questions each: a tree's first feature and threshold, those of its two second questions,
    and its four leaves, to be added to `prior`."""

    features: NDArray[np.int64]
    thresholds: Numbers
    leaves: Numbers
    prior: float

    def scores(self, rows: Numbers) -> Numbers:
        """The sum of every tree's leaf for each row, as log odds."""
        right = (rows[:, self.features[:, 0]] > self.thresholds[:, 0]).astype(np.int64)
        trees = np.arange(len(self.features))
        second = self.features[trees, 1 + right]
        asked = np.take_along_axis(rows, second, axis=1) > self.thresholds[trees, 1 + right]
        return np.asarray(self.prior + self.leaves[trees, 2 * right + asked].sum(axis=1), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class PointModel:
    """A logistic regression over FEATURES and boosted trees over the same, averaged.

    `threshold`: pairs at or above it are linked. `background`: idf of common stems; rarer ones are not listed.
    """

    means: Numbers
    scales: Numbers
    weights: Numbers
    bias: float
    trees: Trees
    threshold: float
    background: Mapping[str, float]

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """How probable it is that each pair shares a point, 0 to 1, rounded to DIGITS."""
        found: list[float] = []
        for start in range(0, len(rows), AT_ONCE):
            matrix = np.asarray(rows[start : start + AT_ONCE], dtype=np.float64)
            line = _logistic(((matrix - self.means) / self.scales * self.weights).sum(axis=1) + self.bias)
            both = (line + _logistic(self.trees.scores(matrix))) / 2
            found.extend(float(p) for p in np.round(both, DIGITS))
        return found


def _logistic(scores: Numbers) -> Numbers:
    """Log odds to probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float64)


@cache
def load_point_model() -> PointModel:
    """The shipped weights. Raises ModelError when the file is missing, altered, or made for other features."""
    try:
        data = (files("crosswire.relate.points") / "weights" / WEIGHTS).read_bytes()
    except OSError as error:
        raise ModelError(f"point weights {WEIGHTS}: {error}; reinstall crosswire") from error
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise ModelError(f"point weights {WEIGHTS} have sha256 {found}, not {SHA256}; reinstall crosswire")
    raw = json.loads(data)
    return read_point_model(raw, raw["background"])


def read_point_model(raw: Mapping[str, Any], background: Mapping[str, float]) -> PointModel:
    """The model written in `raw`. Raises ModelError when it was made for other features."""
    if tuple(raw["features"]) != FEATURES:
        raise ModelError(f"point weights {WEIGHTS} were made for other features; run training/points.py")
    trees = raw["trees"]
    return PointModel(
        means=np.array(raw["means"]),
        scales=np.array(raw["scales"]),
        weights=np.array(raw["weights"]),
        bias=raw["bias"],
        trees=Trees(
            features=np.array(trees["features"], dtype=np.int64),
            thresholds=np.array(trees["thresholds"]),
            leaves=np.array(trees["leaves"]),
            prior=trees["prior"],
        ),
        threshold=raw["threshold"],
        background=background,
    )
