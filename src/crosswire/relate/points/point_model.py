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
from crosswire.relate.points.alignment import ALIGNED, Pairs, aligned_rows
from crosswire.relate.points.features import FEATURES
from crosswire.relate.points.piece_reader import PieceReader

WEIGHTS = "points.json"
# The shipped weights and no others; training/points.py prints the new value after a training run.
SHA256 = "071a41f487bf9ee140f86ec2e7c63a7a3d61ac180ccbfde215d6a2879bd0d448"
# Rows decided at once, so that a story of a hundred reports needs no large matrices.
AT_ONCE = 4096
# Pairs below this chance are not looked into, nor are more than MOST_OPEN of a story, the likeliest first.
LEAST_OPEN = 0.03
MOST_OPEN = 20_000
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
class Mixture:
    """A logistic regression and boosted trees over the same features, averaged."""

    means: Numbers
    scales: Numbers
    weights: Numbers
    bias: float
    trees: Trees

    def probabilities(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """How probable it is that each pair shares a point, 0 to 1, rounded to DIGITS."""
        found: list[float] = []
        for start in range(0, len(rows), AT_ONCE):
            matrix = np.asarray(rows[start : start + AT_ONCE], dtype=np.float64)
            line = _logistic(((matrix - self.means) / self.scales * self.weights).sum(axis=1) + self.bias)
            both = (line + _logistic(self.trees.scores(matrix))) / 2
            found.extend(float(p) for p in np.round(both, DIGITS))
        return found


@dataclass(frozen=True, slots=True)
class PointModel:
    """What links two sentences: `first` decides by FEATURES alone, `second` by them and by ALIGNED, for which `reader`
    looks into the sentences.

    `threshold`: pairs at or above it are linked. `background`: idf of common stems; rarer ones are not listed.
    Without a reader `first` has the last word.
    """

    first: Mixture
    second: Mixture
    threshold: float
    background: Mapping[str, float]
    reader: PieceReader | None = None

    def probabilities(
        self, rows: Sequence[Sequence[float]], pairs: Pairs, words: Sequence[str], reports: Sequence[int]
    ) -> list[float]:
        """How probable it is that each pair of sentences shares a point.

        `rows`: the features of the pairs; `words` and `reports`: of every sentence of the story, by its number.
        """
        chances = self.first.probabilities(rows)
        if self.reader is None:
            return chances
        numbers = still_open(chances)
        aligned = aligned_rows(words, reports, [pairs[n] for n in numbers], self.reader)
        better = self.second.probabilities([(*rows[n], *more) for n, more in zip(numbers, aligned, strict=True)])
        for n, chance in zip(numbers, better, strict=True):
            chances[n] = chance
        return chances


def still_open(chances: Sequence[float]) -> list[int]:
    """The pairs worth a look into them: the likeliest MOST_OPEN of those that may be linked at all, in order."""
    open_ = sorted((n for n, chance in enumerate(chances) if chance >= LEAST_OPEN), key=lambda n: (-chances[n], n))
    return sorted(open_[:MOST_OPEN])


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
    """The model written in `raw`, without a reader. Raises ModelError when it was made for other features."""
    if tuple(raw["features"]) != (*FEATURES, *ALIGNED):
        raise ModelError(f"point weights {WEIGHTS} were made for other features; run training/points.py")
    first, second = _mixture(raw["first"]), _mixture(raw["second"])
    return PointModel(first=first, second=second, threshold=raw["threshold"], background=background)


def _mixture(raw: Mapping[str, Any]) -> Mixture:
    trees = raw["trees"]
    return Mixture(
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
    )
