"""What may be left out: which points, or versions of points, a report can be silent on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Figure, Quotation, Stance
from crosswire.model.relation import Between, Point, PointKind, PointRelation, SilenceKind, Statement, Status
from crosswire.relate.points.numbers import counted

# A number has to be known to several origins, and to more than one speaker.
SURE = frozenset({Status.CORROBORATED, Status.DISPUTED, Status.SUPERSEDED})
# "The two countries" is no number that a report could leave out.
FEW = 2
HARM = frozenset({"kill", "wound"})
DECLINING = frozenset({"decline", "declined", "declines", "declining", "refused", "refuses"})


@dataclass(frozen=True, slots=True)
class Item:
    """What may be left out: a point or one version of it, the statements that have it, those of the rest of the matter.

    `speakers`: whose answer it is.
    """

    point: Point
    version: str | None
    kind: SilenceKind
    statements: tuple[Statement, ...]
    claims: tuple[Statement, ...] = ()
    speakers: frozenset[str] = frozenset()


class Items:
    """Says of each point what of it may be left out."""

    def __init__(self, quotations: Iterable[Quotation], figures: Iterable[Figure], words: PointWords) -> None:
        self._quotations = {quotation.id: quotation for quotation in quotations}
        self._figures = {figure.id: figure for figure in figures}
        self._words = words

    def of(self, point: Point) -> Iterator[Item]:
        """What of the point may be left out. What one report alone has may not."""
        if point.relation is PointRelation.SINGLE:
            return
        if point.relation is PointRelation.CONFLICT and point.between is Between.ACTORS:
            sides = [self._side(point, version.id) for version in point.versions]
            answers = [side for side in sides if side.kind is SilenceKind.ANSWER]
            yield from answers or sides  # who prints a denial prints what is denied
            return
        answering = [s for s in point.statements if self._answers(s)]
        if point.relation is PointRelation.SAME and 2 * len(answering) > len(point.statements):
            yield Item(point, None, SilenceKind.ANSWER, point.statements, (), self._speakers(answering))
            return
        if point.status not in SURE:
            return
        figures = self.figures(point.statements) if point.kind is PointKind.FIGURE else ()
        if any(self._harm(s) for s in point.statements):
            yield Item(point, None, SilenceKind.TOLL, point.statements)
        elif any((f.low or 0) > FEW for f in figures):
            yield Item(point, None, SilenceKind.FIGURE, point.statements)

    def figures(self, statements: Iterable[Statement]) -> tuple[Figure, ...]:
        """The figures that the statements give."""
        return tuple(f for s in statements if (f := self._figures.get(s.figure or "")))

    def values(self, item: Item) -> frozenset[float | None]:
        """The numbers that the item gives."""
        return frozenset(figure.low for figure in self.figures(item.statements))

    def whats(self, item: Item) -> frozenset[str]:
        """What the item counts; of a toll only what befell people."""
        found = (counted(figure, self._words) for figure in self.figures(item.statements))
        whats = frozenset(what for one in found for what in one)
        return whats & HARM if item.kind is SilenceKind.TOLL else whats

    def _side(self, point: Point, version: str) -> Item:
        """One version of a dispute between actors: the answer to the other, or another side."""
        having = tuple(s for s in point.statements if s.version == version)
        others = tuple(s for s in point.statements if s.version != version)
        kind = SilenceKind.ANSWER if any(map(self._answers, having)) else SilenceKind.SIDE
        return Item(point, version, kind, having, others, self._speakers(having))

    def _answers(self, statement: Statement) -> bool:
        """True where somebody denies something in it; who declines to comment says nothing of the claim."""
        said = self._quotations.get(statement.quotation or "")
        if said is None or said.stance is not Stance.DENIES or said.speaker is None or said.cue is None:
            return False
        return not DECLINING.intersection(said.cue.words.casefold().split())

    def _speakers(self, statements: Iterable[Statement]) -> frozenset[str]:
        said = (self._quotations.get(s.quotation or "") for s in statements)
        return frozenset(q.speaker for q in said if q and q.speaker)

    def _harm(self, statement: Statement) -> bool:
        figure = self._figures.get(statement.figure or "")
        return figure is not None and figure.unit is None and not HARM.isdisjoint(counted(figure, self._words))
