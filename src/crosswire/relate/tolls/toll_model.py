"""The learned weights that decide which numbers of killed and injured agree best with all that is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosswire.errors import ModelError
from crosswire.relate.tolls.weighing import Pair

WEIGHTS = "tolls.json"
# The shipped weights and no others; training/tolls.py prints the new value after a training run.
SHA256 = "bf11384661dd815a83f8babadff212a04479aeb7d2ce596dad4473d8c0fec5b4"
# Scores are rounded, so that they are the same whatever order a machine adds in.
DIGITS = 6


@dataclass(frozen=True, slots=True)
class TollModel:
    """A weight for each feature of `weighing.py`."""

    weights: Mapping[str, float]

    def best(self, pairs: Sequence[Pair], rows: Sequence[Mapping[str, float]]) -> Pair:
        """The pair with the highest score, of equals the first."""
        scores = [round(sum(self.weights.get(n, 0.0) * v for n, v in row.items()), DIGITS) for row in rows]
        return pairs[max(range(len(pairs)), key=lambda n: (scores[n], -n))]


@cache
def load_toll_model() -> TollModel:
    """The installed weights. Raises ModelError when they are not the ones that belong to this version."""
    try:
        raw = (files("crosswire.relate.tolls") / "weights" / WEIGHTS).read_bytes()
    except OSError as error:
        raise ModelError(f"{WEIGHTS}: {error}; reinstall crosswire") from error
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise ModelError(f"{WEIGHTS} is not the file that belongs to this version; reinstall crosswire")
    return TollModel(json.loads(raw)["weights"])
