"""Things that matter and that only one report says: figures, quotations, main occurrences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.similarity import Neighbourhood
from crosswire.relate.versions import Draft, Member

# At most this many single points for each report, and for the whole story: the ledger is for reading.
MOST_PER_REPORT = 6
MOST = 40
LEAST_TERMS = 4


def single_drafts(hood: Neighbourhood, used: Collection[int]) -> tuple[Draft, ...]:
    """The most telling sentences that no shared point holds, best first."""
    best = min((hood.slots[n].number for n in range(len(hood.slots))), default=0)
    ranked = sorted(
        ((-_worth(hood, n, best), n) for n in range(len(hood.slots)) if n not in used and _tells(hood, n)),
    )
    taken: Counter[int] = Counter()
    kept: list[Draft] = []
    for _, n in ranked:
        report = hood.slots[n].report
        if taken[report] < MOST_PER_REPORT and len(kept) < MOST:
            taken[report] += 1
            kept.append(_draft(hood, n))
    return tuple(kept)


def _tells(hood: Neighbourhood, n: int) -> bool:
    """True when the sentence stands on its own feet: long enough, and with a name, a number or somebody's words."""
    s = hood.slots[n]
    return len(s.terms) >= LEAST_TERMS and bool(s.names or s.numbers or s.quotations)


def _worth(hood: Neighbourhood, n: int, first: int) -> float:
    """How much the sentence matters: near the opening, with figures and words of somebody, close to the story."""
    s = hood.slots[n]
    opening = 1.0 / (1 + s.number - first)
    return 1.5 * opening + 0.6 * bool(s.figures) + 0.5 * bool(s.quotations) + hood.best[n] + 0.3 * bool(s.numbers)


def _draft(hood: Neighbourhood, n: int) -> Draft:
    """The point of one sentence."""
    s: Sequence[int] = (n,)
    slots = hood.slots[n]
    kind = PointKind.ATTRIBUTION if slots.quotations else PointKind.FIGURE if slots.figures else PointKind.OCCURRENCE
    return Draft(kind, PointRelation.SINGLE, (tuple(Member(m, hood.slots[m].passage) for m in s),), ())
