"""What sentences of several reports say in words that bear each other out, clause by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model.passage import Passage
from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.borne_out import Bearing
from crosswire.relate.points.cuts import Cuts
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.told_once import acts_of
from crosswire.relate.points.versions import Draft, Member

# So likely must it be that two sentences share a point.
LIKELY = 0.6
# So much must the clause say: twice what one of a point must, for nothing but the words ties these sentences.
LEAST_WEIGHT = 12.0


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a sentence, and the sentences of other reports that bear it out, with the words in which they do."""

    sentence: int
    passage: Passage
    others: Mapping[int, Passage]
    rank: tuple[float, ...]


def common_clauses(
    hood: Neighbourhood, bearing: Bearing, cuts: Cuts, links: Mapping[tuple[int, int], float], held: Iterable[Draft]
) -> list[Draft]:
    """A draft for each clause that sentences of other reports, linked to its own, bear out: most reports first.

    Of clauses that tell one act the one is told that most reports bear out, of equals the one that says most; none of
    an act that one of `held` tells.
    """
    near: dict[int, list[int]] = defaultdict(list)
    for (a, b), chance in sorted(links.items()):
        if chance >= LIKELY and hood.slots[a].report != hood.slots[b].report:
            near[a].append(b)
            near[b].append(a)
    found = [clause for n in sorted(near) for clause in _clauses(n, near[n], hood, bearing, cuts)]
    one = (d for d in held if d.relation is PointRelation.SAME and d.shown and len(d.carrying()) > 1)
    told = {act for draft in one for act in acts_of(draft, bearing)}
    drafts = []
    for clause in sorted(found, key=lambda c: c.rank):
        draft = _draft(clause, hood, links)
        acts = acts_of(draft, bearing)
        if acts.isdisjoint(told):
            told |= acts
            drafts.append(draft)
    return drafts


def _clauses(
    n: int,
    others: Sequence[int],
    hood: Neighbourhood,
    bearing: Bearing,
    cuts: Cuts,
) -> Iterator[_Clause]:
    whole = hood.slots[n].passage
    for passage in dict.fromkeys((*((whole,) if cuts.stands(n, whole) else ()), *cuts.of(n, whole))):
        tells = bearing.weighs(n, passage, LEAST_WEIGHT)
        met = [m for m in others if tells and bearing.bears(n, passage, m)]
        if met:
            reports = {hood.slots[m].report for m in met}
            rank = (-len(reports), *bearing.standing(n, passage))
            yield _Clause(n, passage, {m: bearing.wording(n, passage, m) for m in met}, rank)


def _draft(clause: _Clause, hood: Neighbourhood, links: Mapping[tuple[int, int], float]) -> Draft:
    words = {clause.sentence: clause.passage, **clause.others}
    shown = Member(clause.sentence, clause.passage)
    members = tuple(shown if n == clause.sentence else Member(n, p) for n, p in sorted(words.items()))
    said = sum(bool(hood.slots[n].quotations) for n in words)
    kind = PointKind.ATTRIBUTION if 2 * said > len(words) else PointKind.OCCURRENCE
    sure = [links.get((min(clause.sentence, m), max(clause.sentence, m)), 0.0) for m in clause.others]
    return Draft(
        kind,
        PointRelation.SAME,
        (members,),
        (),
        strength=sum(sure) / len(sure),
        shown={0: shown},
        counted=frozenset(words),
    )
