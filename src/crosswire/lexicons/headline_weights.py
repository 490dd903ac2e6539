"""The learned weights by which a page's headline is chosen among its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class HeadlineWeights:
    """One weight a trait of a line, in the order of the traits' names; 0 is what no headline at all is worth."""

    weights: Numbers

    def odds(self, table: Numbers) -> Numbers:
        """For each row of `table` the log odds that its line is the headline, against that none is."""
        result: Numbers = table @ self.weights
        return result


def headline_weights(data: Mapping[str, Any]) -> HeadlineWeights:
    """The weights that `data/headline_weights.toml` holds, one a name."""
    return HeadlineWeights(np.array(list(data["weights"].values()), dtype=np.float64))
