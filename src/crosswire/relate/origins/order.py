"""Which of two reports was published first, as far as their times can tell."""

from __future__ import annotations

from crosswire.model.report import Report
from crosswire.model.when import stamp


def published_before(a: Report, b: Report) -> bool | None:
    """True when `a` was published before `b`, False when after, None when their times can't tell.

    Times are compared to the precision of the coarser one: "2017-04-12" and "2017-04-12T09:00" can't tell.
    """
    one, two = stamp(a.published_at.value), stamp(b.published_at.value)
    if one is None or two is None:
        return None
    length = min(len(one), len(two))
    one, two = one[:length], two[:length]
    return None if one == two else one < two


def time_key(report: Report) -> tuple[bool, str, str]:
    """Sorts reports by publication, unknown times last, then by id."""
    key = stamp(report.published_at.value)
    return (key is None, key or "", report.id)
