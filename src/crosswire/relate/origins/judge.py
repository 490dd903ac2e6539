"""The one judge of who had common words first, for links and lineage alike, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crosswire.model.report import Report
from crosswire.relate.copies.copying import Copy
from crosswire.relate.origins.direction import Directions, Verdict
from crosswire.relate.origins.houses import Claim, House


class Judge:
    """What a story's reports say of themselves, whose pages they are, and which of two had their common words first.

    `reports` come in the order in which they say what they say, versions among them; `of`: version → the report that
    it is a version of; `copies` are those that links tell of.
    """

    def __init__(
        self,
        reports: Iterable[Report],
        copies: Sequence[Copy],
        *,
        said: Mapping[str, Sequence[Claim]],
        publishers: Mapping[str, House],
        directions: Directions,
        of: Mapping[str, str],
    ) -> None:
        self.said = said
        self.publishers = publishers
        self.directions = directions
        self._of = of
        self._first: dict[str, str] = {}
        for report in reports:
            self._first.setdefault(of.get(report.id, report.id), report.id)
        self._linked: dict[frozenset[str], Copy] = {}
        for copy in sorted(copies, key=lambda copy: (-copy.words, copy.report, copy.source)):
            self._linked.setdefault(self._pair(copy.report, copy.source), copy)

    def _pair(self, one: str, other: str) -> frozenset[str]:
        return frozenset((self._of.get(one, one), self._of.get(other, other)))

    def of_copy(self, copy: Copy) -> Verdict:
        """Whether the source of a copy had the words first; that the copying report had them is not claimed of it."""
        found = self.directions.of(copy.report, copy.source)
        if found.first != copy.report:
            return found
        return Verdict(None, f"the signs go round in a ring: for {copy.report}, {found.why}")

    def between(self, one: str, other: str) -> Verdict:
        """Which of two reports, whatever versions they have, had their common words first: what the link says, if any.

        Where no link ties them, their first versions are judged; but a credit says more than a time: who names the
        other's house now did not bring the words in, also where it first printed them without the credit.
        """
        copy = self._linked.get(frozenset((one, other)))
        pair = (one, other) if self.directions.credits(one, other) else (self._first[one], self._first[other])
        found = self.of_copy(copy) if copy else self.directions.of(*pair)
        return replace(found, first=self._of.get(found.first, found.first)) if found.first else found

    def linked(self, one: str, other: str) -> str | None:
        """The report that had the words which a link between the two tells of; None where none does."""
        return self.between(one, other).first if frozenset((one, other)) in self._linked else None
