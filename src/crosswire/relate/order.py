"""Which of two reports was published first, as far as their times can tell."""

from __future__ import annotations

from datetime import UTC, datetime

from crosswire.model.report import Report
from crosswire.model.when import When

DAY = 10  # letters of an ISO date


def published_before(a: Report, b: Report) -> bool | None:
    """True when `a` was published before `b`, False when after, None when their times can't tell.

    Times are compared to the precision of the coarser one: "2017-04-12" and "2017-04-12T09:00" can't tell.
    """
    one, two = _stamp(a.published_at), _stamp(b.published_at)
    if one is None or two is None:
        return None
    length = min(len(one), len(two))
    one, two = one[:length], two[:length]
    return None if one == two else one < two


def time_key(report: Report) -> tuple[bool, str, str]:
    """Sorts reports by publication, unknown times last, then by id."""
    stamp = _stamp(report.published_at)
    return (stamp is None, stamp or "", report.id)


def _stamp(when: When) -> str | None:
    """The time's value, in UTC when it has an offset; None when unknown or an interval."""
    if when.value is None or "/" in when.value:
        return None
    if len(when.value) <= DAY:
        return when.value
    try:
        moment = datetime.fromisoformat(when.value)
    except ValueError:
        return when.value[:DAY]
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")
