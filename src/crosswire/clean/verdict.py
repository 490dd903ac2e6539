"""What was decided about a line of the page, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crosswire.clean.lines.lines import Line
from crosswire.model.issue import Issue
from crosswire.model.report import FurnitureKind, Report

# Lines above a headline (or a text without one) and behind a text that may be the report's own header and end.
_BEFORE, _BEHIND = 20, 15


@dataclass(slots=True)  # a frozen one takes four times as long to make, and a page has hundreds
class Verdict:
    """A line and its fate: `kind` None keeps it as the report's; `header` marks the headline, which is neither.

    A header line with a kind is another form of the headline, or stands once more.
    `odds`: the log odds, learned from pages, that the line is the report; the rules that `why` names may overrule them.
    """

    line: Line
    kind: FurnitureKind | None
    why: str
    header: bool = False
    odds: float | None = None
    kept: bool = field(init=False, repr=False, compare=False)  # True when the line is the report's

    def __post_init__(self) -> None:
        """Told once: every rule asks it of every line."""
        self.kept = self.kind is None and not self.header


@dataclass(frozen=True, slots=True)
class Explained:
    """What became of a page: its reports or the one issue, and the verdict on every line of it, in page order."""

    found: tuple[Report | Issue, ...]
    verdicts: tuple[Verdict, ...]


def span_of(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """From where to where the lines stand that may sign and date the report: from above its headline to behind its end.

    Dates, names and credits further off are those of menus, of other reports and of their pictures.
    """
    count = len(verdicts)
    own = [i for i, v in enumerate(verdicts) if v.kind is None or v.header]
    return (max(0, own[0] - _BEFORE), min(count, own[-1] + 1 + _BEHIND)) if own else (0, count)
