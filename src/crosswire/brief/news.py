"""What is new in a story since a time: points first told, versions that replaced others, disputes, reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from crosswire.model.annotation import Figure
from crosswire.model.dossier import News
from crosswire.model.relation import Point, PointRelation, Relations
from crosswire.model.report import Report
from crosswire.model.when import stamp

DURATION = re.compile(r"(\d{1,4})\s*(min|h|d|w)", re.IGNORECASE)
UNITS = {"min": "minutes", "h": "hours", "d": "days", "w": "weeks"}
# An ISO prefix: a year, a month, a day, a minute of it, with or without an offset.
TIME = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?")
FIRST = "0000-01-01T00:00"
LAST = "9999-12-31T23:59"
DAY = len("2031-03-04")


def can_be_read(given: str) -> bool:
    """True for a time that `since` can be: "2031-03-04", "2031-03-04T09:00+01:00", "6h", "2d"."""
    if DURATION.fullmatch(given.strip()):
        return True
    return TIME.fullmatch(given.strip()) is not None and _start(given.strip()) is not None


def news_since(given: str, relations: Relations) -> News:
    """What is new since the time. A duration counts back from the latest report whose time is known to the minute.

    A time without an offset is UTC. A report that has no time, or only a day on which the time falls, is `untimed`:
    what it tells may have been told before. Where no report has a time, nobody can say what is new: `since` is None.
    """
    dated = any(key for report in relations.counted for key in _stamps(report))
    since = _since(given.strip(), relations) if dated else None
    if since is None:
        return News(given, None, untimed=tuple(report.id for report in relations.counted))
    before, after = _before_and_after(since, relations)
    untimed = [r.id for r in relations.counted if r.id not in before and r.id not in after]
    unsure = {r.id for r in relations.reports if (r.version_of or r.id) in untimed and r.id not in before}
    kinds: dict[str, list[str]] = {"disputes": [], "replaced": [], "first_told": []}
    for point in relations.points:
        kind = _kind(point, before, unsure, since)
        if kind:
            kinds[kind].append(point.id)
    return News(
        given=given,
        since=since,
        first_told=tuple(kinds["first_told"]),
        replaced=tuple(kinds["replaced"]),
        disputes=tuple(kinds["disputes"]),
        reports=tuple(r.id for r in relations.counted if r.id in after),
        untimed=tuple(untimed),
        quotations=tuple(_new_quotations(relations, after)),
        figures=tuple(_new_figures(relations, after)),
    )


def _new_quotations(relations: Relations, after: frozenset[str]) -> Iterator[str]:
    """What is said in reports from after the time only: an utterance that an earlier report renders is not new."""
    old = {q.id for q in relations.quotations if q.report not in after}
    old |= {id for u in relations.utterances if not old.isdisjoint(u.quotations) for id in u.quotations}
    return (q.id for q in relations.quotations if q.id not in old)


def _new_figures(relations: Relations, after: frozenset[str]) -> Iterator[str]:
    """The numbers that no report gives of the same thing but those from after the time."""
    old = {_number(figure) for figure in relations.figures if figure.passage.report not in after}
    return (figure.id for figure in relations.figures if _number(figure) not in old)


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.low, figure.high, figure.unit, figure.what


def _since(given: str, relations: Relations) -> str | None:
    """The time to the minute, UTC; None where a duration has no report to count from."""
    span = DURATION.fullmatch(given)
    if span is None:
        return _start(given)
    times = [key for report in relations.counted for key in _stamps(report) if len(key) > DAY]
    if not times:
        times = [f"{key}T23:59" for report in relations.counted for key in _stamps(report) if len(key) == DAY]
    if not times:
        return None
    try:
        back = datetime.fromisoformat(max(times)) - timedelta(**{UNITS[span[2].lower()]: int(span[1])})
    except OverflowError:
        return FIRST
    return back.isoformat(timespec="minutes")


def _start(prefix: str) -> str | None:
    """The minute at which a time begins, UTC: "2031-03" begins on 1 March at midnight; None where there is no such."""
    whole = prefix if len(prefix) > DAY else prefix + FIRST[len(prefix) :]
    try:
        moment = datetime.fromisoformat(whole)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def _stamps(report: Report) -> Iterator[str]:
    """When the report was published and updated, as keys that can be compared; what is not known is left out."""
    for when in (report.published_at, report.updated_at):
        key = stamp(when.value)
        if key:
            yield key


def _before_and_after(since: str, relations: Relations) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the reports that are surely from before the time, and of those that are surely not.

    "4 March" is before 5 March, and neither before nor after 09:00 on 4 March. What was updated since is from after.
    """
    before, after = set(), set()
    for report in relations.reports:
        keys = list(_stamps(report))
        if any(key + FIRST[len(key) :] >= since for key in keys):
            after.add(report.id)
        elif keys and all(key + LAST[len(key) :] < since for key in keys):
            before.add(report.id)
    return frozenset(before), frozenset(after)


def _kind(point: Point, before: frozenset[str], unsure: set[str], since: str) -> str | None:
    """Under which heading the point is new; None where it was told before, or that can't be known."""
    told = {version.id: _told(point, version.id, before, unsure, since) for version in point.versions}
    fresh = [version for version, new in told.items() if new]
    if point.relation is PointRelation.CONFLICT:
        earlier = sum(new is False for new in told.values())
        return "disputes" if fresh and None not in told.values() and earlier <= 1 else None
    if point.relation is PointRelation.UPDATE:
        return "replaced" if point.latest in fresh else None
    return "first_told" if told and len(fresh) == len(told) else None


def _told(point: Point, version: str, before: frozenset[str], unsure: set[str], since: str) -> bool | None:
    """True where the version was first told since the time, False where before, None where that can't be known."""
    reports = {s.passage.report for s in point.statements if s.version == version}
    first = stamp(next((v.first_at for v in point.versions if v.id == version), None))
    if reports & before or (first and first + LAST[len(first) :] < since):
        return False
    return None if reports & unsure or not reports else True
