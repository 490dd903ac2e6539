"""The ledger at a glance: what is disputed, what has changed, what is agreed, what one report alone has."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.model.relation import Status
from crosswire.write.ledger import Layout, Ledger, Row
from crosswire.write.vocabulary import ALONE, GLANCES, GLYPHS, TALLIES, count

# How many points of each kind stand at the top of the page.
MOST = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its glyph and name, how many points it has, the first of them, and what else there is, in words."""

    glyph: str
    name: str
    number: int
    rows: tuple[Row, ...]
    status: Status | None
    note: str = ""


def glance(book: Ledger, laid: Layout) -> tuple[Heading, ...]:
    """The columns in the ledger's order, what one report alone has last; none where nothing is set beside another.

    That nothing is disputed is told too.
    """
    if not book.sections:
        return ()
    rows = {section.status: section.rows for section in book.sections}
    rest = [f"{count(len(rows[s]), 'point')} {TALLIES[s]}" for s in TALLIES if s in rows and s not in GLANCES]
    found = [_heading(status, rows.get(status, ()), rest) for status in GLANCES]
    alone = Heading("·", ALONE, len(book.alone), _alone(book, laid)[:MOST], None)
    return (*found, alone)


def _heading(status: Status, rows: tuple[Row, ...], rest: list[str]) -> Heading:
    """The column of a status; under what is agreed stands how much rests on one voice or one origin only."""
    note = ", ".join(rest) if status is Status.CORROBORATED else ""
    return Heading(GLYPHS[status], GLANCES[status], len(rows), rows[:MOST], status, note)


def _alone(book: Ledger, laid: Layout) -> tuple[Row, ...]:
    """What one report alone has and the page has room for, first that of reports which share points with others."""
    shared = {report for section in book.sections for row in section.rows for report in row.reports}
    return tuple(sorted(laid.alone, key=lambda row: shared.isdisjoint(row.reports)))
