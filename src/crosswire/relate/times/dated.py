"""Events with their times: what each time expression of a story dates, and the day that a wide time means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.lexicons.times import TimeWords
from crosswire.model.annotation import Annotation, Sentence, TimeExpression, TimeKind
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.model.when import DAY, Basis, When, stamp
from crosswire.relate.times.events import Event, event_of
from crosswire.relate.times.recounted import Since
from crosswire.relate.times.sameness import same_event

# Letters of a value that names a year.
YEAR = 4
# A clock time with nothing that names a day but "today".
_BARE = re.compile(
    r"(?:(?:about|around|nearly|almost|roughly|approximately|just|after|before|at)\s+)*[\d:.]+\s*[ap]?\.?\s*m?\.?"
    r"(?P<today>\s*(?:today|(?:this|yesterday)\s+\w+|yesterday))?"
)
# Content words that two tellings of one clock time must share.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its time, when it was first told, the point whose statement tells it and in which version (None
    without one), and that version's other statements."""

    when: When
    event: Event
    at: str | None = None
    point: str | None = None
    version: str | None = None
    others: tuple[Passage, ...] = ()

    @property
    def value(self) -> str:
        """The time, an ISO prefix or interval."""
        return self.when.value or ""


def dated_events(
    reports: Sequence[Report],
    annotations: Sequence[Annotation],
    *,
    times: Sequence[TimeExpression],
    words: TimeWords,
    since: Since | None = None,
) -> tuple[Dated, ...]:
    """What the story's time expressions date, in their order; a wide time as the day that the story gives its event.

    `since`: since when a report's sentences are told, where that is not since its publication.
    """
    sentences = {annotation.report: annotation.sentences for annotation in annotations}
    by_id = {report.id: report for report in reports}
    dated = [row for time in times if (row := _dated(time, by_id, sentences, words, since or {})) is not None]
    by_kind: dict[str, list[Dated]] = {}
    for row in dated:
        by_kind.setdefault(_kind(row.event), []).append(row)
    dated = [replace(row, when=_narrowed(row, by_kind[_kind(row.event)])) for row in dated]
    clocks: dict[str, list[Dated]] = {}
    for row in dated:
        clocks.setdefault(row.value[DAY:], []).append(row)
    return tuple(replace(row, when=_of_day(row, clocks[row.value[DAY:]])) for row in dated)


def _of_day(row: Dated, dated: Sequence[Dated]) -> When:
    """The time of a row; where it is a clock time without a day, on the day on which the story has the same.

    "The alarm was raised about 12:45 a.m.", days later, is of the day that other reports put it on. `dated` have its
    clock time. So is "about 10am today" of a page that is dated a day ahead, as where it is printed the next day began.
    """
    passage = row.when.passage
    bare = _BARE.fullmatch(passage.words.lower()) if passage and len(row.value) > DAY and "/" not in row.value else None
    if passage is None or bare is None:
        return row.when
    if row.value[:DAY] != (row.at or "")[:DAY] and not bare["today"]:
        return row.when  # counted from a day that its own report tells
    rows = [
        other
        for other in dated
        if other.event.passage.report != row.event.passage.report
        and (_next_day(other.value) == row.value[:DAY] if bare["today"] else other.value[:DAY] < row.value[:DAY])
        and other.when.passage
        and len(other.event.words & row.event.words) >= _FEW
    ]
    if len({other.value for other in rows}) != 1:
        return row.when
    best = min(rows, key=lambda other: other.event.passage)
    words = ", ".join(sorted(best.event.words & row.event.words))
    there = best.event.passage.report
    why = f"“{passage.words}” names no day of the calendar; {there} has this time on {best.value[:DAY]} (both: {words})"
    return When(best.value, Basis.INFERRED, passage, why)


def _next_day(value: str) -> str:
    """The day after a time."""
    return (date.fromisoformat(value[:DAY]) + timedelta(days=1)).isoformat()


def _kind(event: Event) -> str:
    """What events are compared by: only those of one kind, or one head, can be one."""
    return event.kind or event.head


def _dated(
    time: TimeExpression,
    reports: Mapping[str, Report],
    sentences: Mapping[str, tuple[Sentence, ...]],
    words: TimeWords,
    since: Since,
) -> Dated | None:
    """The event a time dates; None for a length, a set, an unknown time, a bound."""
    report = reports.get(time.passage.report)
    if report is None or time.when.value is None or time.kind not in (TimeKind.DATE, TimeKind.TIME):
        return None
    sentence = _sentence(time.passage, sentences.get(report.id, ()))
    event = event_of(report, sentence, time.passage, words) if sentence else None
    if event is None:
        return None
    at = since.get((report.id, sentence.start)) if sentence else None
    at = at or printed_at(report)
    printed = stamp(at)
    later = printed is not None and _first_day(time.when.value) > printed[:DAY]
    later = later or time.passage.words.lower().startswith("later this")
    return Dated(time.when, replace(event, ahead=event.ahead or later), at)


def _sentence(passage: Passage, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence a passage stands in."""
    return next((row for row in sentences if row.start <= passage.start < row.end), None)


def _first_day(value: str) -> str:
    return value.partition("/")[0][:DAY]


def _stretch(value: str) -> tuple[str, str] | None:
    """The first and last day of a year, or of a value wider than a day and not wider than about a month; else None."""
    first, _, last = value.partition("/")
    if last and len(first) == len(last) == DAY:
        return (first, last) if date.fromisoformat(last) - date.fromisoformat(first) < timedelta(days=32) else None
    if len(value) == YEAR:
        return f"{value}-01-01", f"{value}-12-31"
    return (f"{value}-01", f"{value}-31") if not last and len(value) < DAY else None


def _narrowed(row: Dated, dated: Sequence[Dated]) -> When:
    """The time of a row, or the one day inside it that the story gives the same event."""
    stretch = _stretch(row.value)
    if stretch is None:
        return row.when
    days = [
        other
        for other in dated
        if len(other.value) >= DAY
        and "/" not in other.value
        and stretch[0] <= other.value[:DAY] <= stretch[1]
        and other.event.nominal == row.event.nominal
        and (row.event.passage.overlaps(other.event.passage) or len(row.value) > YEAR)
        and same_event(row.event, other.event)
    ]
    if len({other.value[:DAY] for other in days}) != 1:
        return row.when
    return _narrowed_when(row, min(days, key=lambda other: other.event.passage))


def _narrowed_when(row: Dated, best: Dated) -> When:
    """The day of the better dated telling, with the reason."""
    there, here = best.when.passage, row.when.passage
    told = f"“{there.words}” in {there.report}" if there else best.value
    words = ", ".join(sorted(best.event.words & row.event.words)) or row.event.head
    why = f"“{here.words if here else row.value}” here and {told} tell of the same event (both: {words})"
    return When(best.value[:DAY], Basis.INFERRED, here, why)


def printed_at(report: Report | None) -> str | None:
    """When a report was printed; None where that is no moment or not known."""
    return report.printed_at.value if report and stamp(report.printed_at.value) else None
