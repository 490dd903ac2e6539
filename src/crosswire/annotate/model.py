"""The learned weights of the quotation model: loaded once, checked against the pinned hash."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.encoder import Encoder
from crosswire.annotate.linear import LinearModel
from crosswire.errors import ModelError
from crosswire.lexicons.wordpieces import WordPieces

NAME = "quotations.npz"
SHA256 = "4d99db836d1d95dad0c53ab5d0750a8717213da2a2b44b156bce7be221f021d4"
Floats = NDArray[np.float32]
UNKNOWN_PIECE = "[UNK]"
# Numbers 0 and 1 of the ways through the tree are taken (`between.py`).
FIRST_PATH = 2


@dataclass(frozen=True, slots=True)
class Mix:
    """How the two halves are added up: the linear scores' weight among those of `cues` and `parts`, what a word counts
    that the linear half is not asked about, the least log odds of the network that are followed up at all, and the
    threshold of the sum."""

    cues: float
    parts: float
    unasked: float
    least: float
    threshold: float


@dataclass(frozen=True, slots=True)
class QuotationModel:
    """The network with its word pieces, the ways through the tree it tells apart and what its steps from part to part
    cost per kind of border; the linear model; how they are added up; what speaks for an attribution as a whole."""

    encoder: Encoder
    pieces: WordPieces
    paths: Mapping[str, int]
    steps: Floats
    linear: LinearModel
    mix: Mix
    shapes: Mapping[str, float]

    def accepts(self, shape: Mapping[str, float]) -> bool:
        """True when an attribution of this shape is one."""
        return sum(self.shapes.get(name, 0.0) * value for name, value in shape.items()) + self.shapes["all"] > 0


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
    """The model of a weights file's arrays."""
    pieces = _rows(arrays["pieces"])
    return QuotationModel(
        encoder=Encoder(bytes(arrays["reading"]), bytes(arrays["parting"])),
        pieces=WordPieces(pieces, pieces[UNKNOWN_PIECE]),
        paths={name: n + FIRST_PATH for name, n in _rows(arrays["paths"]).items()},
        steps=arrays["steps"].astype(np.float32),
        linear=_linear(arrays),
        mix=Mix(*arrays["mix"].tolist()),
        shapes=dict(zip(_names(arrays["shape_names"]), arrays["shape_weights"].tolist(), strict=True)),
    )


def _linear(arrays: Mapping[str, Any]) -> LinearModel:
    """The linear half. The last row of `part_weights` is zero and stands for no feature."""
    weights = arrays["part_weights"].astype(np.float32) * float(arrays["part_scale"])
    return LinearModel(
        cues=_rows(arrays["cue_features"]),
        cue_weights=arrays["cue_weights"].astype(np.float32),
        offset=float(arrays["cue_offset"]),
        heads=frozenset(_names(arrays["heads"])),
        parts=_rows(arrays["part_features"]),
        part_weights=np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)]),
        borders=arrays["borders"].astype(np.float32),
    )


def _names(packed: NDArray[np.uint8]) -> list[str]:
    """The names of an array of UTF-8 bytes, one a line."""
    return bytes(packed).decode("utf-8").split("\n")


def _rows(packed: NDArray[np.uint8]) -> dict[str, int]:
    return {name: n for n, name in enumerate(_names(packed))}
