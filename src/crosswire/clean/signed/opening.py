"""A dateline as it was found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline that opens some words: its place and agency, and where it ends, the dash and its spaces included."""

    place: str | None
    agency: str | None
    end: int
