"""The matrix of points against reports: what each report, or each origin where they are many, has of a point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from crosswire.model.dossier import Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import Origin, Silence
from crosswire.model.report import Report
from crosswire.write.ledger import Row
from crosswire.write.sources import Register
from crosswire.write.vocabulary import GAPS

MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the ledger: a report, or an origin with its reports when there are too many reports.

    `house` is the origin that a report's words are from.
    """

    label: str
    title: str
    reports: frozenset[str]
    address: str | None
    house: str = ""


class Has(StrEnum):
    """What a column has of a point."""

    VERSION = "version"  # one version, or several, of a point that has some
    SAME = "same"  # the only version
    PART = "part"  # speaks of the matter in words too different to be counted
    ONLY = "only"  # one side, where most have the other too
    SILENT = "silent"  # nothing, where most have it
    EARLY = "early"  # nothing, and came out before anybody had it


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column has of a point: a glyph (the letters of its versions, ■ for the only one), a word, a sentence.

    It leads to `passage`, or to the line of the silence at `address`.
    """

    has: Has
    glyph: str
    word: str
    words: str
    passage: Passage | None = None
    address: str | None = None


def columns(dossier: Dossier, register: Register) -> tuple[Column, ...]:
    """The ledger's columns: the reports; the origins where there are many reports; the last holds the rest."""
    reports = dossier.relations.counted
    if len(reports) <= MOST_COLUMNS:
        homes = {report: origin for origin in reversed(dossier.relations.origins) for report in origin.reports}
        place = {origin.id: n for n, origin in enumerate(dossier.relations.origins)}
        found = [_column(report, homes.get(report.id), register) for report in reports]
        return tuple(
            sorted(found, key=lambda head: min((place[homes[r].id] for r in head.reports if r in homes), default=99))
        )
    origins = sorted((o for o in dossier.relations.origins if o.reports), key=lambda origin: -len(origin.reports))
    named, rest = origins[: MOST_COLUMNS - 1], origins[MOST_COLUMNS - 1 :]
    found = [Column(f"O{n}", origin.name, frozenset(origin.reports), None) for n, origin in enumerate(named, 1)]
    if rest:
        others = frozenset(report for origin in rest for report in origin.reports)
        found.append(Column("…", f"{len(rest)} more origins", others, None))
    return tuple(found)


def _column(report: Report, origin: Origin | None, register: Register) -> Column:
    label, house = register.label(report.id), register.publisher(report.id)
    return Column(label, house, frozenset([report.id]), label, origin.name if origin else "")


def houses(heads: Iterable[Column]) -> tuple[tuple[str, int], ...]:
    """The origins of columns that stand side by side, each with the number of its columns."""
    return tuple((house, len(list(those))) for house, those in groupby(heads, key=lambda head: head.house))


class Matrix:
    """The cells of every row, from its statements and from who leaves out what.

    `addresses`: where on the page the line of a silence stands.
    """

    def __init__(self, heads: Sequence[Column], silences: Iterable[Silence], addresses: Mapping[Silence, str]) -> None:
        self._heads = tuple(heads)
        self._addresses = addresses
        self._gaps: dict[str, list[Silence]] = {}
        for silence in silences:
            self._gaps.setdefault(silence.point, []).append(silence)

    def cells(self, row: Row) -> tuple[Cell | None, ...]:
        """For each column what its reports have of the point; None where nothing is known of it."""
        gaps = self._gaps.get(row.point.id, ())
        return tuple(self._cell(row, head, [gap for gap in gaps if gap.report in head.reports]) for head in self._heads)

    def _cell(self, row: Row, head: Column, gaps: Sequence[Silence]) -> Cell | None:
        lines = [line for telling in row.tellings for line in telling.lines if line.passage.report in head.reports]
        letters = "".join(sorted({line.letter for line in lines if line.letter}))
        lacking = [gap for gap in gaps if gap.could_have is not False]
        if lines and lacking and len(head.reports) == 1:
            word, said = GAPS[Has.ONLY]
            return Cell(Has.ONLY, letters or "■", word, f"{head.title}: {said}", lines[0].passage)
        if lines:
            words = f"version {' and '.join(letters)}" if letters else "says the same"
            return Cell(
                Has.VERSION if letters else Has.SAME, letters or "■", "", f"{head.title}: {words}", lines[0].passage
            )
        beside = [s.passage for s in row.point.statements if s.passage.report in head.reports]
        if beside:
            word, said = GAPS[Has.PART]
            return Cell(Has.PART, "◧", word, f"{head.title}: {said}", beside[0])
        if lacking:
            word, said = GAPS[Has.SILENT]
            return Cell(Has.SILENT, "□", word, f"{head.title}: {said}", address=self._addresses.get(lacking[0]))
        if gaps:
            word, said = GAPS[Has.EARLY]
            return Cell(Has.EARLY, "◌", word, f"{head.title}: {said}")
        return None
