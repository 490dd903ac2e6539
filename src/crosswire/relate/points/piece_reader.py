"""What a small network sees in each piece of a sentence: vectors that are near where words mean the same there."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import ModelError
from crosswire.lexicons.wordpieces import WordPieces

NAME = "pieces.npz"
# The shipped weights and no others; training/pieces.py prints the new value.
SHA256 = "87e4e135394b1cbe5d6885f91137ac9f0da7d0cb4f94f34c1a3e824593e81760"
OPENING, CLOSING, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
# Pieces of a sentence that are read; of a longer one the end is left out.
LONGEST = 56

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ReadPieces:
    """A sentence's word pieces and what is seen in each of them, a row a piece; `whole`: the mean of all rows."""

    pieces: tuple[str, ...]
    seen: Floats
    whole: Floats


class PieceReader(Protocol):
    """What reads a sentence piece by piece."""

    def read(self, words: str) -> ReadPieces:
        """What is seen in the words; it hangs on nothing else."""


class PieceNetwork:
    """The reader that is shipped. One sentence at a time on one thread: the same words are always seen the same."""

    def __init__(self, graph: bytes, names: Sequence[str]) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._names = tuple(names)
        numbers = {name: n for n, name in enumerate(names)}
        self._wordpieces = WordPieces(numbers, numbers[UNKNOWN])
        self._opening, self._closing = numbers[OPENING], numbers[CLOSING]

    def read(self, words: str) -> ReadPieces:
        """The words' pieces, at most LONGEST, and what is seen in them."""
        own = [piece for word in words.split() for piece in self._wordpieces.of(word)][:LONGEST]
        ids = np.array([self._opening, *own, self._closing], np.int64)
        seen: Floats = self._session.run(None, {"ids": ids})[0]
        return ReadPieces(tuple(self._names[n] for n in own), seen[1:-1], seen.mean(axis=0))


@cache
def load_piece_network() -> PieceNetwork:
    """The shipped network. Raises ModelError when the file is missing or altered."""
    try:
        data = (files("crosswire.relate.points") / "weights" / NAME).read_bytes()
    except OSError as error:
        raise ModelError(f"piece network {NAME}: {error}; reinstall crosswire") from error
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise ModelError(f"piece network {NAME} has sha256 {found}, not {SHA256}; reinstall crosswire")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return PieceNetwork(bytes(arrays["graph"]), bytes(arrays["pieces"]).decode("utf-8").split("\n"))
