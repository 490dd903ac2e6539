"""What a sentence adds to a brief: the points and shared words that no sentence before it has, for its length."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from crosswire.brief.candidate import Candidate
from crosswire.model.relation import Point, PointRelation, Status

# What is left of a sentence's gain for each person it names by surname only.
STRANGER = 0.5
# What is left for "the board", which no sentence before it names.
WHICH = 0.75
# Points that a brief was not asked for.
ASIDE = 0.25
# A point that one report alone has, beside one that two origins have (about 2): less in a story of more than a few
# reports, where a sentence with five such points would stand before what most reports tell.
ALONE = 0.5
FEW = 5
# A shorter sentence is no better than one of so many tokens.
SHORT = 12
# What is left of a sentence more than half of which is between marks: what somebody thinks of it tells less of what
# happened.
QUOTED = 0.8
# How much it helps to be new, and hurts to stand further down.
NEWER, LATER = 0.3, 0.2
# How much it counts which part of a sentence's words and pairs of words no chosen sentence has: what is told again in
# other words is not always one point.
FRESH = 1.8
# How much length counts: 0 would take the longest sentences, 1 the shortest.
LENGTH = 0.76


def worths(points: Sequence[Point], asked: Collection[str] | None = None) -> dict[str, float]:
    """What each point is worth to the brief; the ledger has the surest first, and doubt takes up to a quarter away.

    `asked`: the points that the brief is asked for, None for all.
    """
    alone = ALONE * min(1.0, FEW / max(1, len({s.passage.report for p in points for s in p.statements})))
    sure = {point.id: _worth(point, alone) * (1 - n / (4 * len(points))) for n, point in enumerate(points)}
    return {id: worth if asked is None or id in asked else ASIDE * worth for id, worth in sure.items()}


def _worth(point: Point, alone: float) -> float:
    """How much a point matters: by the origins and reports that speak of it; disputes and new versions matter more."""
    carried = len({s.passage.report for s in point.statements})
    origins = len({s.origin or s.passage.report for s in point.statements})
    worth = alone if point.relation is PointRelation.SINGLE else 1.0 + 0.7 * (origins - 1) + 0.2 * carried
    return worth * (1.4 if point.status in (Status.DISPUTED, Status.SUPERSEDED) else 1.0)


def told_by(chosen: Sequence[Candidate]) -> frozenset[str]:
    """The points and terms that the sentences have."""
    return frozenset[str]().union(*(one for c in chosen for one in (c.points, c.terms)))


def gain(candidate: Candidate, chosen: Sequence[Candidate], told: Collection[str], worth: Mapping[str, float]) -> float:
    """The worth of the points and terms that the sentence adds, per length; a newer and an earlier place help a little.

    `told` is what the chosen sentences have (`told_by`). People not yet introduced take a part away, and so does what
    the chosen sentences leave without an answer.
    """
    own = {*candidate.points, *candidate.terms}
    new = math.fsum(worth[one] for one in own if one in worth and one not in told)
    place = (1 + NEWER * candidate.newest) * (1.15 - LATER * candidate.place)
    told_self = QUOTED if 2 * sum(len(q.split()) for q in candidate.quotes) > candidate.count else 1.0
    fresh = 1 - len(candidate.terms.intersection(told)) / max(1, len(candidate.terms))
    return (
        new
        / math.pow(max(SHORT, candidate.length), LENGTH)
        * place
        * clear(candidate, chosen)
        * math.pow(fresh, FRESH)
        * told_self
    )


def clear(candidate: Candidate, chosen: Sequence[Candidate]) -> float:
    """How much of the sentence is clear behind the chosen ones, 0 to 1."""
    if any(candidate.follows(other) for other in chosen):
        return 1.0
    strangers = len(strangers_in(candidate, chosen))
    named = {noun for c in chosen for noun in c.nouns}
    which = len(candidate.needs - named)
    return STRANGER ** min(2, strangers) * WHICH ** min(2, which)


def strangers_in(candidate: Candidate, chosen: Sequence[Candidate]) -> frozenset[str]:
    """Who the sentence names so that only a sentence before can say who it is, and none of the chosen ones does."""
    introduced = {a for c in chosen for a, full in c.people.items() if full}
    return frozenset(a for a, full in candidate.people.items() if not full and a not in introduced)


def stands(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """True where the chosen sentences say who and which of them the sentence speaks of."""
    before = next((other for other in chosen if candidate.follows(other)), None)
    if before is not None:
        return strangers_in(candidate, chosen) <= before.people.keys()
    told = candidate.needs <= {noun for c in chosen for noun in c.nouns}
    return candidate.alone and told and not candidate.ties and not strangers_in(candidate, chosen)
