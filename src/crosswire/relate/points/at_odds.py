"""Which conflicts and updates are of one matter: not of two people."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, product

from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.versions import Draft

# So many reports must name somebody before others are another matter's.
FEWEST = 2


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


def of_one_case(draft: Draft, bearing: Bearing) -> Draft | None:
    """An update without the statements that name nobody of those whom most of its reports name; None if little is left.

    A page tells of a second crime: "Horn, who is charged in the harbour killing" is no news of those who are sought.
    Of a number, what is named beside them in one sentence will do: "the ferry Orla sank off Tarn", "15 died off Tarn".
    """
    if draft.relation is not PointRelation.UPDATE:
        return draft
    named = {m: bearing.named(m.sentence) for m in draft.members()}
    reports = {(name, m.passage.report) for m, names in named.items() for name in names}
    often = Counter(name for name, _ in reports)
    most = max(often.values(), default=0)
    main = {name for name, count in often.items() if count == most}
    if most < FEWEST:
        return draft
    if draft.kind is PointKind.FIGURE:
        main |= {name for names in named.values() if main & names for name in names}
    versions = tuple(tuple(m for m in v if not named[m] or main & named[m]) for v in draft.versions)
    shown = {n: m for n, m in draft.shown.items() if m in versions[n]}
    return replace(draft, versions=versions, shown=shown) if all(versions) else None
