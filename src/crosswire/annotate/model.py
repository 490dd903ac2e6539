"""The learned weights of the quotation model: loaded once, checked against the pinned hash."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError

NAME = "quotations.npz"
SHA256 = "0caf5509af02206382e92fa84a547316f8d263f340316bbaa0e52449ea2c2e81"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class QuotationModel:
    """Weights of the two decisions: is this word a cue, and which part of its quotation is each token.

    `cues`: feature → row of `cue_weights`; `threshold`: a cue's least score. `heads`: words ("N:claim") that are
    asked at all besides verbs. `parts`: feature → row of `part_weights` (a column per part); `borders`: what it
    costs to go from part to part, per kind of border. `shapes`: what speaks for an attribution as a whole.
    """

    cues: Mapping[str, int]
    cue_weights: Floats
    threshold: float
    heads: frozenset[str]
    parts: Mapping[str, int]
    part_weights: Floats
    borders: Floats
    shapes: Mapping[str, float]

    def accepts(self, shape: Mapping[str, float]) -> bool:
        """True when an attribution of this shape is one."""
        return sum(self.shapes.get(name, 0.0) * value for name, value in shape.items()) + self.shapes["all"] > 0

    def cue_score(self, features: Sequence[str]) -> float:
        """How much the features speak for a cue; more than 0 for yes."""
        row = self.cues.get
        rows = [found for f in features if (found := row(f)) is not None]
        return float(self.cue_weights[rows].sum()) - self.threshold

    def label(self, groups: Sequence[Sequence[str]], of: Sequence[Sequence[int]], borders: Sequence[int]) -> list[int]:
        """The best sequence of parts, one per token (Viterbi)."""
        scores = self._scores(groups, of)
        steps = self.borders[list(borders)]
        best = scores[0]
        back: list[list[int]] = []
        for n in range(1, len(of)):
            reached = best[:, None] + steps[n]
            back.append(reached.argmax(0).tolist())
            best = reached.max(0) + scores[n]
        at = int(best.argmax())
        path = [at]
        for row in reversed(back):
            at = row[at]
            path.append(at)
        return path[::-1]

    def _scores(self, groups: Sequence[Sequence[str]], of: Sequence[Sequence[int]]) -> Floats:
        """Per token a score for each part: the sum over its groups of features."""
        rows: list[int] = []
        starts: list[int] = []
        none = len(self.part_weights) - 1
        row = self.parts.get
        for group in groups:
            starts.append(len(rows))
            rows += [found for f in group if (found := row(f)) is not None]
            rows.append(none)
        summed = np.add.reduceat(self.part_weights[rows], starts, axis=0)
        summed = np.vstack([summed, np.zeros((1, summed.shape[1]), np.float32)])
        width = max(map(len, of))
        padded = [[*own, *[len(groups)] * (width - len(own))] for own in of]
        return np.asarray(summed[padded].sum(axis=1))


def load_quotation_model() -> QuotationModel:
    """The weights that come with the installation. Raises ModelError when they are missing or not the pinned ones."""
    try:
        data = (files("crosswire.annotate") / "weights" / NAME).read_bytes()
    except OSError as error:
        raise ModelError(f"quotation model {NAME}: {error}; install crosswire again") from error
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise ModelError(f"quotation model {NAME} is not the pinned one; install crosswire again")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return model_of(arrays)


def model_of(arrays: Mapping[str, Any]) -> QuotationModel:
    """The model of a weights file's arrays. The last row of `part_weights` is zero and stands for no feature."""
    weights = arrays["part_weights"].astype(np.float32) * float(arrays["part_scale"])
    return QuotationModel(
        cues=_rows(arrays["cue_features"]),
        cue_weights=arrays["cue_weights"].astype(np.float32),
        threshold=float(arrays["threshold"]),
        heads=frozenset(_names(arrays["heads"])),
        parts=_rows(arrays["part_features"]),
        part_weights=np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)]),
        borders=arrays["borders"].astype(np.float32),
        shapes=dict(zip(_names(arrays["shape_names"]), arrays["shape_weights"].tolist(), strict=True)),
    )


def _names(packed: NDArray[np.uint8]) -> list[str]:
    """The names of an array of UTF-8 bytes, one a line."""
    return bytes(packed).decode("utf-8").split("\n")


def _rows(packed: NDArray[np.uint8]) -> dict[str, int]:
    return {name: n for n, name in enumerate(_names(packed))}
