"""A paragraph cut where marks begin and end, so that marks which overlap can be shown without overlapping markup."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a marked span of a report's text is on the page."""

    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    AGREED = "agreed"
    ONE_VOICE = "voice"
    ONE_ORIGIN = "origin"
    ALONE = "alone"
    SAID = "said"
    SOURCE = "source"
    DATELINE = "dateline"
    LED_TO = "led-to"  # nothing to see: a line of the page leads here (a figure, a time, a citation)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of a report's text and what it is."""

    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A span that no mark begins or ends inside; `marks` are all that cover it, sorted; `opens`: one begins here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: bool


def pieces(start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The span `start:end` cut into pieces: in order, without gap or overlap, none empty.

    A mark that reaches over an edge is cut there. Cost: the marks sorted once, then one pass.
    """
    inside = sorted(mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end)
    cuts = sorted({start, end, *(clip for mark in inside for clip in (max(mark.start, start), min(mark.end, end)))})
    found: list[Piece] = []
    active: list[Mark] = []
    upcoming = 0
    for here, there in itertools.pairwise(cuts):
        active = [mark for mark in active if mark.end > here]
        while upcoming < len(inside) and inside[upcoming].start <= here:
            active.append(inside[upcoming])
            upcoming += 1
        found.append(Piece(here, there, tuple(sorted(active)), any(mark.start == here for mark in active)))
    return tuple(found)
