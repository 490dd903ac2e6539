"""Which conflicts and updates are of one matter: not of two people."""

from __future__ import annotations

from itertools import combinations, product

from crosswire.model.relation import Between
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.versions import Draft


def at_odds(draft: Draft, bearing: Bearing) -> bool:
    """False where the versions of a conflict between reports, or of an update, tell of different people.

    "Lupo is held without bail" and "Horn's bail was set at 900": both hold. "Lupo was jailed" is not overtaken by "Horn
    was arrested". Who only tells it may be another.
    """
    if len(draft.versions) < 2 or draft.between is Between.ACTORS:
        return True
    sides = combinations(draft.versions, 2)
    pairs = ((a.sentence, b.sentence) for one, two in sides for a, b in product(one, two))
    return any(not bearing.of_others(n, m) for n, m in pairs)
