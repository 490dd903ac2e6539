"""Which print of a sentence the brief takes, and which passages say otherwise than a sentence that it has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crosswire.brief.candidate import Candidate
from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointRelation, Relations

# Sentences that share so large a part of all their words, and a point, are prints of one; for another wording alone,
# which may be a retelling, more.
PRINT, SAME_PRINT = 0.6, 0.8


class Prints:
    """The sentences that may be chosen, ready to be asked which print of one is the best."""

    def __init__(self, usable: Sequence[Candidate], points: Sequence[Point]) -> None:
        self._usable = usable
        self._of = {point.id: point for point in points}
        self._telling: dict[str, list[int]] = defaultdict(list)
        for n, candidate in enumerate(usable):
            for point in candidate.points:
                self._telling[point].append(n)

    def best(self, chosen: Candidate) -> Candidate:
        """The sentence itself, or a print of it that says what most prints say, in the words that stand for its points.

        One paper has "forcing 6,000 from their homes" where the agency's other prints have 600, another "stole" for
        "allegedly stole": the brief prints neither.
        """
        beside = sorted({n for point in chosen.points for n in self._telling.get(point, ())})
        prints = [c for c in (self._usable[n] for n in beside) if _same(chosen, c)]
        return min(prints, key=lambda c: (*_faults(c, chosen, self._of), c is not chosen), default=chosen)


def of_most(usable: Sequence[Candidate], points: Sequence[Point]) -> Sequence[Candidate]:
    """The sentences without those that fewer prints have so; all where there are no others.

    They stand in a brief only as the other side, beside what most prints say.
    """
    of = {point.id: point for point in points}
    return [c for c in usable if not any(_minor(of[p], version) for p, version in c.points.items())] or usable


def _same(one: Candidate, two: Candidate, least: float = PRINT) -> bool:
    shared = len(one.words & two.words)
    return one is two or (
        bool(shared >= least * len(one.words | two.words)) and not one.points.keys().isdisjoint(two.points)
    )


def _faults(print_: Candidate, chosen: Candidate, of: Mapping[str, Point]) -> tuple[int, int]:
    """How many versions it tells that fewer prints have, and of how many points it lacks the words shown."""
    minor = sum(_minor(of[p], version) for p, version in print_.points.items())
    shown = [of[p] for p in chosen.points if of[p].relation is PointRelation.SAME]
    lacking = sum(not any(v.value and v.value in print_.passage.words for v in point.versions) for point in shown)
    return minor, lacking if _same(print_, chosen, SAME_PRINT) else len(shown)


def _minor(point: Point, version: str) -> bool:
    """True for a version of a matter within one origin that more of its prints tell in another way, or the first."""
    if point.relation is not PointRelation.CONFLICT or len({s.origin for s in point.statements}) > 1:
        return False
    prints = Counter(s.version for s in point.statements)
    told = {v.id: v.first_at or "9" for v in point.versions}
    return version != min(prints, key=lambda v: (-prints[v], told.get(v, "9"), v))


def contradicting(candidate: Candidate, relations: Relations) -> frozenset[Passage]:
    """The passages that tell another version of what the sentence says, which are no support for it anywhere."""
    return frozenset(
        s.passage
        for point in relations.points
        if point.relation is PointRelation.CONFLICT and point.id in candidate.points
        for s in point.statements
        if s.version != candidate.points[point.id]
    )
