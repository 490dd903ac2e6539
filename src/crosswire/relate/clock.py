"""Times through the story: a report without a publication date borrows one where the story gives evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.model.annotation import Annotation, TimeExpression, TimeKind
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.model.when import Basis, When

ReadTimes = Callable[[Report, Annotation, str], tuple[TimeExpression, ...]]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPEN_DAY = re.compile(r"XXXX-(\d\d-\d\d)")
# Days that evidence may differ by: less than a week, or a weekday would mean two days.
_NEAR = timedelta(days=6)
# How far from its publication a day that a report tells still belongs to the story's present.
_FAR = timedelta(days=30)
# How many words two passages must share before they are taken to tell the same event.
_SHARED = 3
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date for a report that has none, with the reason in words."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """A day that a dated report tells, with the content words of the sentence around it."""

    report: str
    time: TimeExpression
    day: date
    words: frozenset[str]


def complete_times(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, read_times: ReadTimes
) -> tuple[TimeExpression, ...]:
    """Every report's time expressions, in order of reports and text; those of undated reports read through the story.

    A dated report is the anchor of its own times. An undated one borrows a date only on evidence: a weekday in it
    that a dated report puts on a day while telling of the same event; a day without a year, for that day alone,
    from a dated report that tells of the same event. `read_times` reads a report again with the date; what it gives
    then has the basis "inferred" and says why. Without evidence the times stay unknown.
    """
    told = _told(reports, annotations)
    found: list[TimeExpression] = []
    for report, annotation in zip(reports, annotations, strict=True):
        anchor = None if _published(report) else find_anchor(report, annotation, told)
        if anchor is not None:
            again = read_times(report, annotation, anchor.day.isoformat())
            found.extend(_inferred(time, anchor) for time in again)
        elif _published(report):
            found.extend(annotation.times)
        else:
            found.extend(_with_year(time, report, annotation, told) for time in annotation.times)
    return tuple(found)


def _told(reports: Sequence[Report], annotations: Sequence[Annotation]) -> tuple[Told, ...]:
    """The days that dated reports tell, near their publication."""
    rows: list[Told] = []
    for report, annotation in zip(reports, annotations, strict=True):
        published = _published(report)
        for time in annotation.times if published else ():
            day = _day(time)
            if day and published and abs(published - day) <= _FAR:
                rows.append(Told(report.id, time, day, _words(report, _around(time.passage, annotation))))
    return tuple(rows)


def _published(report: Report) -> date | None:
    """The day a report was published, or None."""
    try:
        return date.fromisoformat((report.published_at.value or "")[:10])
    except ValueError:
        return None


def _inferred(time: TimeExpression, anchor: Anchor) -> TimeExpression:
    """A time that was counted from a borrowed date, marked so."""
    if time.when.basis is not Basis.RELATIVE:
        return time
    why = f"{time.when.why}; that date is inferred: {anchor.why}" if time.when.why else anchor.why
    why = why.replace("counted from publication on", "counted from the day")
    return replace(time, when=When(time.when.value, Basis.INFERRED, time.when.passage, why))


def find_anchor(report: Report, annotation: Annotation, told: Sequence[Told]) -> Anchor | None:
    """A date that an undated report's times may count from, or None.

    The evidence is a weekday in a sentence that shares its event with a sentence of a dated report, which puts it on
    a day of that name; the more words the two share, the better. Evidence for different weeks gives none.
    """
    candidates: list[tuple[int, str, Anchor]] = []
    for time in annotation.times:
        weekday = _weekday(time)
        mine = _words(report, _around(time.passage, annotation)) if weekday else frozenset()
        for row in told if weekday else ():
            shared = mine & row.words if row.day.isoweekday() == weekday else frozenset()
            if len(shared) >= _SHARED:
                candidates.append((-len(shared), row.report, Anchor(row.day, _why(time, row, shared))))
    days = {anchor.day for _, _, anchor in candidates}
    if not days or max(days) - min(days) >= _NEAR:
        return None
    return min(candidates, key=lambda row: (row[0], row[1], row[2].day))[2]


def _weekday(time: TimeExpression) -> int | None:
    """The ISO number of a weekday that has no date."""
    match = _OPEN_WEEKDAY.match(time.timex3 or "")
    return int(match[1]) if match and time.kind is not TimeKind.SET else None


def _with_year(time: TimeExpression, report: Report, annotation: Annotation, told: Sequence[Told]) -> TimeExpression:
    """A day without a year, with the year that dated reports give the same day of the same event."""
    match = _OPEN_DAY.match(time.timex3 or "")
    if not match:
        return time
    mine = _words(report, _around(time.passage, annotation))
    rows = [
        (-len(mine & row.words), row.report, row)
        for row in told
        if f"{row.day:%m-%d}" == match[1] and len(mine & row.words) >= _SHARED
    ]
    if not rows or len({row.day for _, _, row in rows}) > 1:
        return time
    best = min(rows, key=lambda row: row[:2])[2]
    when = When(best.day.isoformat(), Basis.INFERRED, time.passage, _why(time, best, mine & best.words))
    return replace(time, when=when, timex3=(time.timex3 or "").replace("XXXX", str(best.day.year)))


def _why(time: TimeExpression, row: Told, shared: frozenset[str]) -> str:
    """The reason for a date, in words."""
    return (
        f"“{time.passage.words}” here and “{row.time.passage.words}” in {row.report} ({row.day.isoformat()}, "
        f"a {_WEEKDAYS[row.day.isoweekday() - 1]}) tell of the same event (both: {', '.join(sorted(shared)[:5])})"
    )


def _day(time: TimeExpression) -> date | None:
    """The single day of a time expression."""
    try:
        value = time.when.value or ""
        return date.fromisoformat(value[:10]) if _DAY.match(value) and "/" not in value else None
    except ValueError:
        return None


def _around(passage: Passage, annotation: Annotation) -> tuple[int, int]:
    """The span of the sentence a passage stands in."""
    for sentence in annotation.sentences:
        if sentence.start <= passage.start < sentence.end:
            return sentence.start, sentence.end
    return passage.start, passage.end


# Words that every report has; they tell nothing of an event.
_FUNCTION = re.compile(
    r"(?:this|that|with|from|have|been|were|will|would|could|their|there|they|them|which|about|after|before|during|"
    r"what|when|where|said|says|also|more|than|over|under|into|only|other|some|such|very|most|many|both)$"
)


def _words(report: Report, span: tuple[int, int]) -> frozenset[str]:
    """The content words of a span, lower case, without a plural's s."""
    found = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(report.text[slice(*span)]))
    return frozenset(word.rstrip("s") for word in found if not _FUNCTION.match(word) and word.title() not in _WEEKDAYS)
