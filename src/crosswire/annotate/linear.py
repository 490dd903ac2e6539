"""The linear half of the quotation model: cues and parts from the features of the parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.features import Setting, candidate, cue_features
from crosswire.annotate.parts import part_features
from crosswire.lexicons.cues import CueLexicon

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`cues`: feature → row of `cue_weights`; `offset` is added to a cue's score. `heads`: words ("N:claim") that are
    asked at all besides verbs. `parts`: feature → row of `part_weights` (a column per part; the last row is zero and
    stands for no feature); `borders`: what it costs to go from part to part, per kind of border."""

    cues: Mapping[str, int]
    cue_weights: Floats
    offset: float
    heads: frozenset[str]
    parts: Mapping[str, int]
    part_weights: Floats
    borders: Floats

    def cue_score(self, setting: Setting, n: int, cues: CueLexicon) -> float | None:
        """The log odds of token `n` heading a cue, None where it is not asked."""
        if not candidate(setting, n, self.heads):
            return None
        row = self.cues.get
        rows = [found for f in cue_features(setting, n, cues) if (found := row(f)) is not None]
        return float(self.cue_weights[rows].sum()) + self.offset

    def part_scores(self, setting: Setting, n: int, cues: CueLexicon) -> tuple[Floats, Floats]:
        """Of the cue at token `n`, per token of its sentence a score for each part, and for each step from part to
        part before it."""
        seen = part_features(setting, n, cues)
        return self._summed(seen.groups, seen.of), self.borders[list(seen.borders)]

    def _summed(self, groups: Sequence[Sequence[str]], of: Sequence[Sequence[int]]) -> Floats:
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
