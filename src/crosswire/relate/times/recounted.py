"""Times of a report counted from the version, or the earlier report, that brought their sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.model.annotation import Annotation, TimeExpression
from crosswire.model.report import Report
from crosswire.model.when import DAY, Basis, When
from crosswire.relate.times.copied import Source

ReadTimes = Callable[[Report, Annotation, str], tuple[TimeExpression, ...]]
# Report and start of a sentence → since when it is told.
Since = Mapping[tuple[str, int], str]

# More days than this between two looks at a page, and no weekday in what is new tells one day.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Recounter:
    """Counts the times of reports again, from what is known of their versions.

    `stated`: by report, the days on which it or a version of it says that it was published or updated. `copied`: the
    sentences that an earlier report has too.
    """

    since: Since
    stated: Mapping[str, frozenset[str]]
    read_times: ReadTimes
    copied: Mapping[tuple[str, int], Source]

    def times(self, report: Report, annotation: Annotation) -> Iterator[TimeExpression]:
        """The report's times in order: those of a sentence that another day's version brought count from that day.

        A page says "on Tuesday" on Monday and, in a sentence added on Wednesday, "yesterday": that is Tuesday, though
        the page keeps Monday as its date. What is new since a look at the page, with no word of when, may be of any day
        between: its times count where all these days agree, and are unknown where they don't.
        """
        own = (report.published_at.value or "")[:DAY]
        days = self._days(report, annotation) if own else {}
        again: dict[str, dict[tuple[int, int], TimeExpression]] = {}
        for time in annotation.times:
            sentence = self._sentence(annotation, time)
            day, source = days.get(sentence), self.copied.get((report.id, sentence))
            if (day is None and source is None) or time.when.basis is not Basis.RELATIVE:
                yield time
                continue
            anchors = self._anchors(report, own, day) if day else [source.day] if source else []
            rows = []
            for anchor in anchors:
                if anchor not in again:
                    found = self.read_times(report, annotation, anchor)
                    again[anchor] = {(one.passage.start, one.passage.end): one for one in found}
                rows.append(again[anchor].get((time.passage.start, time.passage.end)))
            if day is None:
                yield _as_first_told(time, rows[0], source) if source else time
                continue
            yield _agreed(time, rows, day, own=own, stated=day in self.stated.get(report.id, ()))

    def _days(self, report: Report, annotation: Annotation) -> dict[int, str]:
        """The start of a sentence → the day since when it is told."""
        starts = (sentence.start for sentence in annotation.sentences)
        return {start: at[:DAY] for start in starts if (at := self.since.get((report.id, start)))}

    @staticmethod
    def _sentence(annotation: Annotation, time: TimeExpression) -> int:
        here = (s.start for s in annotation.sentences if s.start <= time.passage.start < s.end)
        return next(here, -1)

    def _anchors(self, report: Report, own: str, day: str) -> Sequence[str]:
        """The days that a sentence may be of: one where a version states it, else all up to the look at the page."""
        if day in self.stated.get(report.id, ()):
            return [day]
        first, last = sorted(date.fromisoformat(value) for value in (own, day))
        gap = (last - first).days
        return [(first + timedelta(days=n)).isoformat() for n in range(gap + 1)] if gap <= _MOST else []


def recounter(
    reports: Sequence[Report], since: Since, read_times: ReadTimes, copied: Mapping[tuple[str, int], Source]
) -> Recounter:
    """The recounter for these reports and their versions."""
    stated: dict[str, set[str]] = {}
    for report in reports:
        days = {(when.value or "")[:DAY] for when in (report.published_at, report.updated_at)}
        stated.setdefault(report.version_of or report.id, set()).update(day for day in days if len(day) == DAY)
    return Recounter(since, {id: frozenset(days) for id, days in stated.items()}, read_times, copied)


def _as_first_told(time: TimeExpression, read: TimeExpression | None, source: Source) -> TimeExpression:
    """The time as the report that had its sentence first tells it; as it was where that makes no difference."""
    if read is None or read.when.value is None or read.when.value == time.when.value:
        return time
    why = f"{read.when.why}: the same sentence stands in {source.report} of that day"
    return replace(read, when=replace(read.when, basis=Basis.INFERRED, why=why))


def _agreed(
    time: TimeExpression, rows: Sequence[TimeExpression | None], day: str, *, own: str, stated: bool
) -> TimeExpression:
    """The time as all readings have it, marked so; unknown where they differ."""
    read = [row for row in rows if row is not None]
    values = {row.when.value for row in read}
    if not rows or len(read) < len(rows) or len(values) != 1:
        why = (
            f"its sentence is newer than the report's first version, seen by {day}; the day it was written is not known"
        )
        return replace(time, when=When(None, Basis.UNKNOWN, time.passage, why), timex3=None)
    if day == own:
        return read[0]
    version = f"the version of {day} is the first that has this sentence"
    if not stated:
        version = f"this sentence was not in the first version and was seen by {day}"
    basis = read[0].when.basis if stated else Basis.INFERRED
    return replace(read[0], when=replace(read[0].when, basis=basis, why=f"{read[0].when.why}: {version}"))
