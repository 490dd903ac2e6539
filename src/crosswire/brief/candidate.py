"""A sentence that may stand in the brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may stand in the brief: its passage, place in the report, the points it carries and their
    versions. `people`: whom it names, and whether by more than a surname.
    """

    passage: Passage
    report: int
    number: int
    place: float
    length: int
    points: Mapping[str, str]
    words: frozenset[str]
    alone: bool
    newest: float
    people: Mapping[str, bool]
