"""Which conflicts between reports are of one matter: not of two people, two acts, or a count of a whole year."""

from __future__ import annotations

from itertools import combinations, product

from crosswire.model.relation import Between, PointRelation
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.versions import Draft


def at_odds(draft: Draft, bearing: Bearing) -> bool:
    """False for a conflict between reports whose versions tell of different people; true for all other drafts.

    "Lupo is held without bail" and "Horn's bail was set at 900": both hold.
    """
    if draft.relation is not PointRelation.CONFLICT or draft.between is Between.ACTORS:
        return True
    sides = combinations(draft.versions, 2)
    pairs = ((a.sentence, b.sentence) for one, two in sides for a, b in product(one, two))
    return any(not bearing.of_others(n, m) for n, m in pairs)
