"""Where words stand: the span of a report's text that every finding leads back to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A half-open span of a report's text, in Unicode code points, with its words.

    Always `report.text[start:end] == words`; never made by altering text.
    """

    report: str
    start: int
    end: int
    words: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or len(self.words) != self.end - self.start:
            raise ValueError(f"passage of {self.report}: {self.start}..{self.end} can't hold {self.words!r}")

    def overlaps(self, other: Passage) -> bool:
        """True when both stand in one report and share at least one code point."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: Passage) -> bool:
        """True when `other` lies wholly inside this passage."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end

    def shared(self, other: Passage) -> int:
        """How many code points stand in both; 0 for passages of two reports."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.report == other.report else 0
