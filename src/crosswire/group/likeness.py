"""How likely two reports tell of one event, and by what a reader can see it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.group.terms import Terms

# Logistic weights, fitted by training/stories.py on pairs of reports that share telling terms. A wrong pair weighs
# twice a missed one there, since a false merge claims that two newsrooms confirmed each other.
INTERCEPT = -6.55
WHOLE = 9.37  # square root of the cosine of all terms
LEAD = 2.07  # square root of the cosine of the first words, which tell what happened
SHARED_NAMES = 0.58  # logarithm of the weight of shared names: ten shared names say more than one
DAYS_APART = -0.31  # logarithm of the days between publications, when both are known


@dataclass(frozen=True, slots=True)
class Likeness:
    """The features of a pair and their probability."""

    whole: float
    lead: float
    shared_names: float
    days: int | None

    @property
    def probability(self) -> float:
        """That both reports tell of one event, 0 to 1."""
        score = (
            INTERCEPT
            + WHOLE * math.sqrt(self.whole)
            + LEAD * math.sqrt(self.lead)
            + SHARED_NAMES * math.log1p(self.shared_names)
            + DAYS_APART * math.log1p(self.days or 0)
        )
        return 1 / (1 + math.exp(-score))


def likeness(a: Terms, b: Terms) -> Likeness:
    """How alike two reports are; the same either way round."""
    days = abs(a.day - b.day) if a.day is not None and b.day is not None else None
    return Likeness(
        whole=min(1.0, _dot(a.whole, b.whole)),
        lead=min(1.0, _dot(a.lead, b.lead)),
        shared_names=math.fsum(a.weight[word] for word in a.names & b.names),
        days=days,
    )


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The inner product, summed exactly so that no order of words changes the last digit."""
    return math.fsum(a[word] * b[word] for word in a.keys() & b.keys())
