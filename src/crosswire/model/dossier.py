"""The account of one story, as it is written out."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.model.issue import Issue
from crosswire.model.passage import Passage
from crosswire.model.relation import Relations

VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of the brief, verbatim from a report, with every passage that carries the same points.

    The first citation is the passage the words were taken from.
    """

    words: str
    citations: tuple[Passage, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One account of one story. The fields follow `dossier.schema.json`; times are ISO 8601."""

    relations: Relations
    title: str
    brief: tuple[BriefSentence, ...]
    first_published_at: str | None
    last_published_at: str | None
    places: tuple[str, ...]
    languages: tuple[str, ...]
    origin_count: int
    issues: tuple[Issue, ...] = ()
    generator: str = f"crosswire {VERSION}"
