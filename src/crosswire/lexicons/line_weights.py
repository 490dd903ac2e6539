"""The learned weights by which a page's lines are decided together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class LineWeights:
    """Log odds that a line is the report: `table @ weights + bias`; `switch` is the cost of changing sides."""

    weights: NDArray[np.float64]
    bias: float
    switch: float


def line_weights(data: Mapping[str, Any]) -> LineWeights:
    """The weights that `data/furniture_weights.toml` holds."""
    return LineWeights(np.array(data["weights"], dtype=np.float64), float(data["bias"]), float(data["switch"]))
