"""Whether a report only uses its own house's earlier words again, as the background of later news."""

from __future__ import annotations

from datetime import date

from crosswire.model.report import Report
from crosswire.model.when import DAY, stamp

# So many days later a house tells other news; what it gives of its earlier text is background.
DAYS = 3
# A report of which more than this stands in the earlier one is that text again, corrected or not.
PART = 0.5


def reused(here: Report, there: Report, share: float | None) -> int | None:
    """The days between two reports of one publisher of which the later has only background from the earlier; None for
    any others, and where a publisher or day is not known."""
    if not here.publisher or not there.publisher or here.publisher.casefold() != there.publisher.casefold():
        return None
    days = [_day(report) for report in (here, there)]
    if share is None or share > PART or days[0] is None or days[1] is None:
        return None
    apart = abs((days[0] - days[1]).days)
    return apart if apart > DAYS else None


def _day(report: Report) -> date | None:
    """The day of publication; None where it is coarser or not known."""
    value = stamp(report.published_at.value)
    if value is None or len(value) < DAY:
        return None
    try:
        return date.fromisoformat(value[:DAY])
    except ValueError:
        return None
