"""The network that reads two clauses together: the same told, the same told differently, or two things."""

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

NAME = "pairs.npz"
# The shipped weights and no others; training/pairs.py prints the new value after a training run.
SHA256 = "0" * 64
OPENING, CLOSING, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
# Pieces of a clause that are read; of a longer sentence the end is left out.
LONGEST = 56
# Verdicts are rounded, so that they are the same whatever order a machine adds in.
DIGITS = 4

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How probable it is that two clauses tell the same, and that they tell one thing differently: "five died" and
    "six died". What is left of 1 is that they tell two things."""

    same: float
    differ: float

    @property
    def linked(self) -> float:
        """How probable it is that both tell one point, in one version or in two."""
        return min(1.0, self.same + self.differ)


class PairReader(Protocol):
    """What reads two clauses together."""

    def verdicts(self, pairs: Sequence[tuple[str, str]]) -> tuple[Verdict, ...]:
        """The verdict on each pair of clauses, the same whichever of the two comes first."""


class PairNetwork:
    """Two graphs: one reads a clause by itself, the other two that were read, together.

    One at a time on one thread: a verdict hangs on nothing but the two clauses.
    """

    def __init__(self, reading: bytes, joining: bytes, pieces: Sequence[str]) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._reading: Any = onnxruntime.InferenceSession(reading, options, providers=["CPUExecutionProvider"])
        self._joining: Any = onnxruntime.InferenceSession(joining, options, providers=["CPUExecutionProvider"])
        numbers = {piece: n for n, piece in enumerate(pieces)}
        self._pieces = WordPieces(numbers, numbers[UNKNOWN])
        self._opening, self._closing = numbers[OPENING], numbers[CLOSING]

    def verdicts(self, pairs: Sequence[tuple[str, str]]) -> tuple[Verdict, ...]:
        """The verdict on each pair of clauses; each clause is read once however many pairs it is in."""
        read = {clause: self._read(clause) for clause in sorted({clause for pair in pairs for clause in pair})}
        return tuple(self._verdict(*(read[clause] for clause in sorted(pair))) for pair in pairs)

    def _read(self, clause: str) -> Floats:
        """What the network sees in each piece of a clause."""
        found: Floats = self._reading.run(None, {"ids": self.numbers(clause)})[0]
        return found

    def numbers(self, clause: str) -> NDArray[np.int64]:
        """The clause's pieces by their numbers, between the pieces that open and close it."""
        own = [piece for word in clause.split() for piece in self._pieces.of(word)]
        return np.array([self._opening, *own[:LONGEST], self._closing], np.int64)

    def _verdict(self, left: Floats, right: Floats) -> Verdict:
        _, same, differ = self._joining.run(None, {"left": left, "right": right})[0].tolist()
        return Verdict(round(same, DIGITS), round(differ, DIGITS))


@cache
def load_pair_network() -> PairNetwork:
    """The shipped network. Raises ModelError when the file is missing or altered."""
    try:
        data = (files("crosswire.relate.points") / "weights" / NAME).read_bytes()
    except OSError as error:
        raise ModelError(f"pair network {NAME}: {error}; reinstall crosswire") from error
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise ModelError(f"pair network {NAME} has sha256 {found}, not {SHA256}; reinstall crosswire")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        pieces = bytes(arrays["pieces"]).decode("utf-8").split("\n")
        return PairNetwork(bytes(arrays["reading"]), bytes(arrays["joining"]), pieces)
