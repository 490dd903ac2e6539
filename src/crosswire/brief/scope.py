"""What a brief may speak of: everything, or the points and sentences that it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.brief.candidate import Candidate
from crosswire.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief may speak of; None for all: points of these ids, sentences of these reports, or that name somebody.

    `mentions` are the passages that name him, in any words.
    """

    points: frozenset[str] | None = None
    reports: frozenset[str] | None = None
    mentions: tuple[Passage, ...] | None = None

    def holds(self, candidate: Candidate) -> bool:
        """True for a sentence that the brief may have."""
        where = candidate.passage
        return (
            (self.points is None or not self.points.isdisjoint(candidate.points))
            and (self.reports is None or where.report in self.reports)
            and (self.mentions is None or any(mention.overlaps(where) for mention in self.mentions))
        )


ALL = Scope()
