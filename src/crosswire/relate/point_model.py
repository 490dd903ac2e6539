"""The learned weights that decide whether two sentences speak of the same point."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosswire.errors import ModelError
from crosswire.relate.similarity import FEATURES

WEIGHTS = "points.json"
# The shipped weights and no others; training/points.py prints the new value after a training run.
SHA256 = "8afcd754799decf5bf2f9922c9ae1748b1863f56607f989368122c463dd63360"


@dataclass(frozen=True, slots=True)
class PointModel:
    """A logistic regression over FEATURES, and how common words are in news at large.

    `threshold`: pairs at or above it are linked. `background`: idf of common stems; rarer ones are not listed.
    """

    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float
    background: Mapping[str, float]

    def probability(self, row: Sequence[float]) -> float:
        """How probable it is that a pair with these features shares a point, 0 to 1."""
        score = self.bias
        for value, mean, scale, weight in zip(row, self.means, self.scales, self.weights, strict=True):
            score += weight * (value - mean) / scale
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def load_point_model() -> PointModel:
    """The shipped weights. Raises ModelError when the file is missing, altered, or made for other features."""
    try:
        data = (files("crosswire.relate") / "weights" / WEIGHTS).read_bytes()
    except OSError as error:
        raise ModelError(f"point weights {WEIGHTS}: {error}; reinstall crosswire") from error
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise ModelError(f"point weights {WEIGHTS} have sha256 {found}, not {SHA256}; reinstall crosswire")
    return read_point_model(data)


def read_point_model(data: bytes) -> PointModel:
    """The model written in `data`. Raises ModelError when it was made for other features."""
    raw = json.loads(data)
    if tuple(raw["features"]) != FEATURES:
        raise ModelError(f"point weights {WEIGHTS} were made for other features; run training/points.py")
    return PointModel(
        means=tuple(raw["means"]),
        scales=tuple(raw["scales"]),
        weights=tuple(raw["weights"]),
        bias=raw["bias"],
        threshold=raw["threshold"],
        background=raw["background"],
    )
