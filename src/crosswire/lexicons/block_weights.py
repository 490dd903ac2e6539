"""The learned weights by which the lines of a page in markup are decided."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.errors import DataError

# The shipped weights and no others; training/blocks.py prints the new value after a training run.
SHA256 = "020b8db5dde7af7481f813625286d898dac6292dc50b9b2ba99f287fcca05e23"

Table = NDArray[np.float32]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class BlockWeights:
    """One hidden layer over the traits of lines; `switch` is the cost of changing from report to furniture and back.

    `traits`: how many traits a line has.
    """

    hidden: Table
    hidden_bias: Table
    out: Table
    bias: float
    switch: float

    @property
    def traits(self) -> int:
        """How many columns the table must have."""
        return int(self.hidden.shape[0])

    def odds(self, table: Table) -> Numbers:
        """For each row of `table` the log odds that its line is the report."""
        answers = np.maximum(table @ self.hidden + self.hidden_bias, 0.0) @ self.out + self.bias
        # Rounded, so that they are the same whatever order a machine adds in.
        rounded: Numbers = np.round(answers.astype(np.float64), 2)
        return rounded


def block_weights(data: bytes, *, sha256: str = SHA256) -> BlockWeights:
    """The weights that `data/blocks.npz` holds. Raises DataError for any other file than the one shipped."""
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise DataError(f"lexicon blocks.npz has sha256 {found}, not {sha256}; reinstall crosswire")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        hidden, hidden_bias, out = (arrays[name].astype(np.float32) for name in ("hidden", "hidden_bias", "out"))
        bias, switch = (float(value) for value in arrays["scalars"])
    return BlockWeights(hidden, hidden_bias, out, bias, switch)
