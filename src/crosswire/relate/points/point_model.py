"""The learned weights that decide whether two sentences speak of the same point."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError
from crosswire.relate.points.features import FEATURES
from crosswire.relate.points.pair_network import PairReader, Verdict

WEIGHTS = "points.json"
# The shipped weights and no others; training/points.py prints the new value after a training run.
SHA256 = "381733a3fcddad90d8cff9203edb5dd6465ab48490da73b42a25d89929fe6f5a"
# Rows decided at once, so that a story of a hundred reports needs no large matrices.
AT_ONCE = 4096
# What the second decision has beside FEATURES; log odds are cut at those of SURE.
READ = ("read_linked", "read_differ")
SURE = 0.002
# Pairs below this chance are not read by the network, nor are more than MOST_READ of a story, the likeliest first.
LEAST_OPEN = 0.04
MOST_READ = 4000
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
    """What links two sentences: `first` decides by FEATURES alone, `second` by them and a verdict of `reader`.

    `threshold`: pairs at or above it are linked. `background`: idf of common stems; rarer ones are not listed.
    Without a reader `first` has the last word.
    """

    first: Mixture
    second: Mixture
    threshold: float
    background: Mapping[str, float]
    reader: PairReader | None = None

    def probabilities(self, rows: Sequence[Sequence[float]], clauses: Sequence[tuple[str, str]]) -> list[float]:
        """How probable it is that each pair of clauses shares a point; those left open are read by the network."""
        chances = self.first.probabilities(rows)
        if self.reader is None:
            return chances
        read = still_open(chances)
        verdicts = self.reader.verdicts([clauses[n] for n in read])
        better = self.second.probabilities([(*rows[n], *read_row(v)) for n, v in zip(read, verdicts, strict=True)])
        for n, chance in zip(read, better, strict=True):
            chances[n] = chance
        return chances


def still_open(chances: Sequence[float]) -> list[int]:
    """The pairs worth the network's time: the likeliest MOST_READ of those that may be linked at all, in order."""
    open_ = sorted((n for n, chance in enumerate(chances) if chance >= LEAST_OPEN), key=lambda n: (-chances[n], n))
    return sorted(open_[:MOST_READ])


def read_row(verdict: Verdict) -> tuple[float, float]:
    """A verdict as numbers for the second decision, in the order of READ: log odds of a link and of a difference."""
    return _log_odds(verdict.linked), _log_odds(verdict.differ)


def _log_odds(probability: float) -> float:
    kept = min(1 - SURE, max(SURE, probability))
    return math.log(kept / (1 - kept))


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
    if tuple(raw["features"]) != (*FEATURES, *READ):
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
