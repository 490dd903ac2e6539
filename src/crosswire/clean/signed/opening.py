"""A dateline as it was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline found in some words: its place and agency, and where it ends, the dash and its spaces included.

    `start` is 0 unless a date or a byline stands before it in the same line.
    """

    place: str | None
    agency: str | None
    end: int
    start: int = 0
