"""Opposite statements: one asserts what the other denies or tells as not done. They are never the same point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.passages import part
from crosswire.relate.points.polarity import Predicate, at_odds, opposed
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Draft, Member, Told

# Two opposite statements are told to the reader as such when they have this part of what links statements; below
# that they are only kept apart.
LEAST_PART = 0.6
# Prints of one sentence, one of them read otherwise: "were not related and not due to haste".
COPIED = 0.9


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two sentences at odds: the one that denies, the one that asserts, and their predicates."""

    denying: int
    asserting: int
    denied: Predicate
    asserted: Predicate


def find_reversals(
    hood: Neighbourhood, links: Mapping[tuple[int, int], float], threshold: float, told: Told
) -> tuple[tuple[Draft, ...], frozenset[tuple[int, int]]]:
    """The conflicts and updates between opposite statements, and every pair that is opposite."""
    found = tuple(_reversals(hood, links))
    apart = frozenset(_pair(r) for r in found)
    sure = [r for r in found if links[_pair(r)] >= LEAST_PART * threshold and at_odds(r.denied, r.asserted, hood.theme)]
    drafts = (_draft(group, hood, links, told) for group in _matters(sure))
    return tuple(draft for draft in drafts if draft), apart


def _pair(reversal: Reversal) -> tuple[int, int]:
    a, b = reversal.denying, reversal.asserting
    return min(a, b), max(a, b)


def _reversals(hood: Neighbourhood, links: Mapping[tuple[int, int], float]) -> Iterator[Reversal]:
    """Every pair of candidates that are opposite, in order."""
    for a, b in sorted(links):
        found = opposed(hood.slots[a].predicates, hood.slots[b].predicates)
        # "it wasn't clear, she said" / "she has not said whether"
        both_open = hood.slots[a].open and hood.slots[b].open
        one_print = hood.slots[a].negated == hood.slots[b].negated and hood.alike(a, b) > COPIED
        if found and not both_open and not one_print:
            one, two = found
            yield Reversal(a, b, one, two) if one.turned else Reversal(b, a, two, one)


def _matters(reversals: Sequence[Reversal]) -> list[list[Reversal]]:
    """The reversals in groups that share a sentence on one side and are of the same act."""
    groups: list[list[Reversal]] = []
    for reversal in reversals:
        for group in groups:
            first = group[0]
            near = first.denying == reversal.denying or first.asserting == reversal.asserting
            if near and first.denied.keys & reversal.denied.keys:
                group.append(reversal)
                break
        else:
            groups.append([reversal])
    return groups


def _draft(
    group: Sequence[Reversal], hood: Neighbourhood, links: Mapping[tuple[int, int], float], told: Told
) -> Draft | None:
    """The point of one matter; None where nothing says that both are told of the same moment.

    What was refused and is done, or what the same speaker takes back, is an update when it came out later; two speakers
    are at odds. What two reports tell themselves may be of two boats: "it was stolen", "it was not stolen".
    """
    denying = {r.denying: r.denied for r in reversed(group)}
    asserting = {r.asserting: r.asserted for r in reversed(group)}
    if denying.keys() & asserting.keys():
        return None
    no = tuple(Member(n, part(hood.slots[n], p.start, p.end)) for n, p in sorted(denying.items()))
    yes = tuple(Member(n, part(hood.slots[n], p.start, p.end)) for n, p in sorted(asserting.items()))
    before, after = [hood.slots[n] for n in sorted(denying)], [hood.slots[n] for n in sorted(asserting)]
    strength = sum(links[_pair(r)] for r in group) / len(group)
    voices = [{v for s in side for v in s.speakers} for side in (before, after)]
    withheld = all(p.withheld for p in denying.values())
    kind = PointKind.OCCURRENCE
    if told.before(before, after) and withheld:
        why = f"not done yet in {told.houses(before)}, done in {told.houses(after)}, which came out later"
        return Draft(kind, PointRelation.UPDATE, (no, yes), (why,), strength=strength, latest=1)
    if voices[0] & voices[1] and told.before(after, before):
        why = f"told in {told.houses(after)}, denied in {told.houses(before)} by the same speaker later"
        return Draft(kind, PointRelation.UPDATE, (yes, no), (why,), strength=strength, latest=1)
    if voices[0] & voices[1] and told.before(before, after):
        why = f"denied in {told.houses(before)}, told in {told.houses(after)} by the same speaker later"
        return Draft(kind, PointRelation.UPDATE, (no, yes), (why,), strength=strength, latest=1)
    if not all(s.speakers for s in (*before, *after)) or voices[0] & voices[1]:
        return None
    why = f"told in {told.houses(after)}, denied in {told.houses(before)}, by different speakers"
    return Draft(kind, PointRelation.CONFLICT, (yes, no), (why,), between=Between.ACTORS, strength=strength)
