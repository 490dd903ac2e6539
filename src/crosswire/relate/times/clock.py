"""Times through the story: a report without a publication date borrows one where the story gives evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.model.annotation import Annotation, TimeExpression, TimeKind
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.model.when import Basis, When
from crosswire.relate.times.copied import copied_from
from crosswire.relate.times.recounted import ReadTimes, Since, recounter

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPEN_DAY = re.compile(r"XXXX-(\d\d-\d\d)")
# Days that evidence may differ by: less than a week, or a weekday would mean two days.
_NEAR = timedelta(days=6)
# How many days after the last day it tells a report may have been printed.
_PRINTED = 3
# How far from its publication a day that a report tells still belongs to the story's present.
_FAR = timedelta(days=30)
# How many words two passages must share before they are taken to tell the same event.
_SHARED = 3
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of a weekday in a report that has no date: the passage, and the reason in words."""

    passage: Passage
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
    reports: Sequence[Report], annotations: Sequence[Annotation], *, read_times: ReadTimes, since: Since | None = None
) -> tuple[TimeExpression, ...]:
    """Every report's time expressions, in order of reports and text; those of undated reports read through the story.

    A dated report is the anchor of its own times; where `since` says when each of its sentences was first told (report
    and start of the sentence → time), or a report of an earlier day has the same sentence, they count from that day
    (`recounted.py`, `copied.py`). An undated one borrows on evidence only: a weekday in it that a dated report puts on
    a day while telling of the same event. It was then printed on that day or soon after;
    `read_times` reads it again as of each of these days, and a time counts where all of them agree. It has the basis
    "inferred" and says why. So "on Wednesday" and "last week" can be told, and "today" stays unknown. Where only a
    day without a year is shared, that day alone takes the year.
    """
    told = _told(reports, annotations)
    versions = recounter(reports, since or {}, read_times, copied_from(reports, annotations))
    found: list[TimeExpression] = []
    for report, annotation in zip(reports, annotations, strict=True):
        if _published(report):
            found.extend(versions.times(report, annotation))
            continue
        evidence = find_evidence(report, annotation, told)
        times = _read_again(report, annotation, evidence, read_times) if evidence else annotation.times
        found.extend(_with_year(time, report, annotation, told) for time in times)
    return tuple(found)


def _read_again(
    report: Report, annotation: Annotation, evidence: Sequence[Anchor], read_times: ReadTimes
) -> Iterator[TimeExpression]:
    """The report's times as of every day it may have been printed: told where they agree, else left as they were."""
    first, last = min(anchor.day for anchor in evidence), max(anchor.day for anchor in evidence)
    days = [last + timedelta(days=n) for n in range(_PRINTED + 1) if last + timedelta(days=n) - first <= _NEAR]
    readings = [{time.passage: time for time in read_times(report, annotation, day.isoformat())} for day in days]
    own = {anchor.passage: anchor for anchor in evidence}
    for time in annotation.times:
        again = [reading[time.passage] for reading in readings if time.passage in reading]
        anchor = own.get(time.passage, evidence[0])
        agree = len(again) == len(readings) and len({other.when.value for other in again}) == 1
        if again and (agree or (time.passage in own and _day(again[0]) == anchor.day)):
            yield _inferred(again[0], anchor)
        else:
            yield time


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
    why = f"“{time.passage.words}” counted from {anchor.day.isoformat()}, which is inferred: {anchor.why}"
    return replace(time, when=When(time.when.value, Basis.INFERRED, time.when.passage, why))


def find_evidence(report: Report, annotation: Annotation, told: Sequence[Told]) -> tuple[Anchor, ...]:
    """The weekdays of an undated report whose day the story tells, the best evidence first; empty without any.

    The evidence is a sentence of a dated report that shares its event with the weekday's sentence and puts it on a
    day of that name; the more words the two share, the better. Evidence for different weeks gives none.
    """
    best: list[tuple[int, Anchor]] = []
    for time in annotation.times:
        weekday = _weekday(time)
        mine = _words(report, _around(time.passage, annotation)) if weekday else frozenset()
        rows = [(mine & row.words, row) for row in told if row.day.isoweekday() == weekday]
        ranked = sorted((-len(words), row.report, row.time.passage.start, n) for n, (words, row) in enumerate(rows))
        if not ranked or -ranked[0][0] < _SHARED:
            continue
        words, row = rows[ranked[0][3]]
        rivals = [rank for rank, *_, n in ranked if rows[n][1].day != row.day]
        if not rivals or min(rivals) > ranked[0][0] + 1:  # another week tells of much the same: no evidence
            best.append((ranked[0][0], Anchor(time.passage, row.day, _why(time, row, words))))
    days = {anchor.day for _, anchor in best}
    if not days or max(days) - min(days) > _NEAR:
        return ()
    return tuple(anchor for _, anchor in sorted(best, key=lambda item: (item[0], item[1].passage)))


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
        if f"{row.day:%m-%d}" == match[1]
        and str(row.day.day) in row.time.passage.words
        and len(mine & row.words) >= _SHARED
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
    r"what|when|where|said|says|also|more|than|over|under|into|only|other|some|such|very|most|many|both|"
    r"around|early|late|morning|afternoon|evening|night|midnight|noon|today|week|month|year|year-old)$"
)


def _words(report: Report, span: tuple[int, int]) -> frozenset[str]:
    """The content words of a span, lower case, without a plural's s."""
    found = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(report.text[slice(*span)]))
    return frozenset(word.rstrip("s") for word in found if not _FUNCTION.match(word) and word.title() not in _WEEKDAYS)
