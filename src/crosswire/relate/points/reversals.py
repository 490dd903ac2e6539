"""Opposite statements: one asserts what the other denies or tells as not done. They are never the same point."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.relate.points.polarity import opposed
from crosswire.relate.points.similarity import Neighbourhood

# Prints of one sentence, one of them read otherwise: "were not related and not due to haste".
COPIED = 0.9


def opposite_pairs(hood: Neighbourhood, links: Mapping[tuple[int, int], float]) -> frozenset[tuple[int, int]]:
    """Every pair of candidates that are opposite, but two that leave it open: "it wasn't clear", "has not said"."""
    return frozenset(
        (a, b)
        for a, b in links
        if opposed(hood.slots[a].predicates, hood.slots[b].predicates)
        and not (hood.slots[a].open and hood.slots[b].open)
        and not (hood.slots[a].negated == hood.slots[b].negated and hood.alike(a, b) > COPIED)
    )
