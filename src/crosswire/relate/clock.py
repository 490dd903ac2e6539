"""Times through the story: a report without a publication date borrows one where the story gives evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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
# How far apart two reports of one story may be published for one to lend the other its date.
_NEAR = timedelta(days=6)
# How many words two passages must share before they are taken to tell the same event.
_SHARED = 3
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{3,}")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date for a report that has none, with the reason in words."""

    day: date
    why: str


def complete_times(
    reports: Sequence[Report], annotations: Sequence[Annotation], *, read_times: ReadTimes
) -> tuple[TimeExpression, ...]:
    """Every report's time expressions, in order of reports and text; those of undated reports read through the story.

    A dated report is the anchor of its own times. An undated one borrows a date only on evidence: a weekday in it
    that a dated report puts on a day while telling of the same event. `read_times` reads a report again with that
    date; what it gives then has the basis "inferred" and says why. Without evidence the times stay unknown.
    """
    dated = [pair for pair in zip(reports, annotations, strict=True) if _published(pair[0])]
    found: list[TimeExpression] = []
    for report, annotation in zip(reports, annotations, strict=True):
        anchor = None if _published(report) else find_anchor(report, annotation, dated)
        if anchor is None:
            found.extend(annotation.times)
        else:
            again = read_times(report, annotation, anchor.day.isoformat())
            found.extend(_inferred(time, anchor) for time in again)
    return tuple(found)


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


def find_anchor(report: Report, annotation: Annotation, dated: Sequence[tuple[Report, Annotation]]) -> Anchor | None:
    """A date that an undated report's times may count from, or None.

    Evidence, the best first: a weekday in a passage that shares its event with a passage that a dated report puts
    on that very day; the same weekday as the publication day of a report that tells of the same event.
    """
    candidates = [
        (-shared, other.id, anchor)
        for time in annotation.times
        if (weekday := _weekday(time)) is not None
        for other, other_annotation in dated
        for shared, anchor in _same_event(report, time, weekday, annotation, other, other_annotation)
    ]
    days = {anchor.day for shared, _, anchor in candidates}
    if len(days) > 1 and max(days) - min(days) >= _NEAR:
        return None  # the evidence points to different weeks
    return min(candidates, key=lambda row: (row[0], row[1], row[2].day))[2] if candidates else None


def _weekday(time: TimeExpression) -> int | None:
    """The ISO number of a weekday that has no date."""
    match = _OPEN_WEEKDAY.match(time.timex3 or "")
    return int(match[1]) if match and time.kind is not TimeKind.SET else None


def _same_event(
    report: Report,
    time: TimeExpression,
    weekday: int,
    annotation: Annotation,
    other: Report,
    other_annotation: Annotation,
) -> Iterator[tuple[int, Anchor]]:
    """Anchors that another report's times give this weekday, with how many words the two passages share."""
    mine = _words(report, _around(time.passage, annotation))
    published = _published(other)
    for theirs in other_annotation.times:
        day = _day(theirs)
        if day is None or day.isoweekday() != weekday or published is None or abs(published - day) > _NEAR:
            continue
        shared = mine & _words(other, _around(theirs.passage, other_annotation))
        if len(shared) >= _SHARED:
            told = ", ".join(sorted(shared)[:5])
            yield len(shared), Anchor(day, _why(time, theirs, other, day, told))


def _why(time: TimeExpression, theirs: TimeExpression, other: Report, day: date, told: str) -> str:
    """The reason for an anchor, in words."""
    return (
        f"“{time.passage.words}” here and “{theirs.passage.words}” in {other.id} ({day.isoformat()}, "
        f"a {_WEEKDAYS[day.isoweekday() - 1]}) tell of the same event (both: {told})"
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
_FUNCTION = frozenset(
    ["this", "that", "with", "from", "have", "been", "were", "will", "would", "could", "their", "there", "they"]
    + ["them", "which", "about", "after", "before", "during", "what", "when", "where", "said", "says", "also"]
    + ["more", "than", "over", "under", "into", "only", "other", "some", "such", "very", "most", "many", "both"]
)


def _words(report: Report, span: tuple[int, int]) -> frozenset[str]:
    """The content words of a span, lower case, without a plural's s."""
    found = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(report.text[slice(*span)]))
    return frozenset(word.rstrip("s") for word in found if word not in _FUNCTION and word.title() not in _WEEKDAYS)
