"""The learned weights by which a page's lines are decided together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LineWeights:
    """One hidden layer over the traits of lines; `switch` is the cost of changing from report to furniture and back."""

    hidden: Numbers
    hidden_bias: Numbers
    out: Numbers
    bias: float
    switch: float

    def odds(self, table: Numbers) -> Numbers:
        """For each row of `table` the log odds that its line is the report."""
        result: Numbers = np.maximum(table @ self.hidden + self.hidden_bias, 0.0) @ self.out + self.bias
        return result


def line_weights(data: Mapping[str, Any]) -> LineWeights:
    """The weights that `data/furniture_weights.toml` holds."""
    return LineWeights(
        hidden=np.array(data["hidden"], dtype=np.float64),
        hidden_bias=np.array(data["hidden_bias"], dtype=np.float64),
        out=np.array(data["out"], dtype=np.float64),
        bias=float(data["bias"]),
        switch=float(data["switch"]),
    )
