"""How new each report of a story is among the others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from crosswire.model.relation import PointRelation, Relations
from crosswire.model.when import stamp

UNKNOWN = 0.5
DAY = len("2031-03-04")


def days_behind(relations: Relations) -> tuple[int, ...]:
    """For each report how many days younger the newest one is; 0 where that is not known."""
    days = [(stamp(report.published_at.value) or "")[:DAY] for report in relations.reports]
    known = [date.fromisoformat(day) if len(day) == DAY else None for day in days]
    newest = max((day for day in known if day), default=None)
    return tuple((newest - day).days if newest and day else 0 for day in known)


def newness(relations: Relations) -> Mapping[str, float]:
    """Report → 0 for the oldest to 1 for the newest, by publication.

    A report whose time is not known is as new as the latest where it tells the latest version of something, as old as
    the oldest where it tells only what has been replaced; and one half where nothing shows it, as the only one that
    has a time is.
    """
    keys = {report.id: stamp(report.published_at.value) for report in relations.reports}
    known = sorted({key for key in keys.values() if key})
    latest, replaced = _told(relations)
    found: dict[str, float] = {}
    for report, key in keys.items():
        if key and len(known) > 1:
            found[report] = known.index(key) / (len(known) - 1)
        elif (report in latest) == (report in replaced):
            found[report] = UNKNOWN
        else:
            found[report] = 1.0 if report in latest else 0.0
    return found


def _told(relations: Relations) -> tuple[frozenset[str], frozenset[str]]:
    """The reports that tell the latest version of something, and those that tell what has been replaced."""
    latest: set[str] = set()
    replaced: set[str] = set()
    for point in relations.points:
        if point.relation is PointRelation.UPDATE:
            for statement in point.statements:
                (latest if statement.version == point.latest else replaced).add(statement.passage.report)
    return frozenset(latest), frozenset(replaced)
