"""Opposite statements of one thing: "the gate was locked", "the gate was not locked"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.polarity import Predicate, at_odds, opposed
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Draft, Member, Told

# Two opposite statements are told to the reader as such when they have this part of what links statements; below
# that they are only kept apart.
LEAST_PART = 0.6
# Prints of one sentence, one of them read otherwise: "were not related and not due to haste".
COPIED = 0.9


def find_reversals(
    hood: Neighbourhood, links: Mapping[tuple[int, int], float], threshold: float, told: Told
) -> tuple[tuple[Draft, ...], frozenset[tuple[int, int]]]:
    """The conflicts of speakers who say opposite things, one for each that is denied, and every pair that is opposite.

    What two reports tell themselves is only kept apart, it may be of two boats: "it was stolen", "it was not stolen".
    """
    apart = {(a, b): found for a, b in sorted(links) if (found := _opposite(hood, a, b))}
    sides: dict[int, list[int]] = {}
    for (a, b), (one, two) in apart.items():
        if links[a, b] >= LEAST_PART * threshold and at_odds(one, two, hood.theme) and _other_speakers(hood, a, b):
            no, yes = (a, b) if one.turned else (b, a)
            sides.setdefault(no, []).append(yes)
    return tuple(_drafts(sides, hood, links, told)), frozenset(apart)


def _opposite(hood: Neighbourhood, a: int, b: int) -> tuple[Predicate, Predicate] | None:
    """The opposite predicates of two sentences; not where both leave it open: "it wasn't clear", "has not said"."""
    one, two = hood.slots[a], hood.slots[b]
    if (one.open and two.open) or (one.negated == two.negated and hood.alike(a, b) > COPIED):
        return None
    return opposed(one.predicates, two.predicates)


def _other_speakers(hood: Neighbourhood, a: int, b: int) -> bool:
    one, two = hood.slots[a].speakers, hood.slots[b].speakers
    return bool(one and two) and not one & two


def _drafts(
    sides: Mapping[int, Sequence[int]], hood: Neighbourhood, links: Mapping[tuple[int, int], float], told: Told
) -> Iterator[Draft]:
    for no, asserting in sides.items():
        yes = tuple(Member(n, hood.slots[n].passage) for n in asserting)
        houses = told.houses([hood.slots[n] for n in asserting]), told.houses([hood.slots[no]])
        yield Draft(
            PointKind.OCCURRENCE,
            PointRelation.CONFLICT,
            (yes, (Member(no, hood.slots[no].passage),)),
            (f"told in {houses[0]}, denied in {houses[1]}, by different speakers",),
            between=Between.ACTORS,
            strength=max(links[min(n, no), max(n, no)] for n in asserting),
        )
