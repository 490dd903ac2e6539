"""Readings of quarters, halves and "the year-ago period", as business copy has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from crosswire.annotate.dates import moved, quarter_of, quarter_value
from crosswire.annotate.deictic_readings import read_offset
from crosswire.annotate.reading import Groups, Reader, Reading, Standing, Words, dated, publication
from crosswire.annotate.tense import AHEAD
from crosswire.model.annotation import TimeKind

_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "last": 4}

_YEAR_AGO = ("year-ago", "year-earlier", "year-before", "prior-year", "previous-year")

# So many quarters ago, what a verb puts ahead is next year's: of October "expects to close in the first quarter".
# Counter-example: "expects to report a loss for the third quarter", which has just ended.
_LONG_GONE = 2


def _quarter(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the third quarter of 1984"; without a year, the last such quarter that has begun (or the coming, if ahead)."""
    nth, anchor = _NTH[(groups["nth"] or "").lower().strip("- ")], standing.anchor
    owner = groups.get("year") or groups.get("of") or ""
    if owner[:4].isdigit():  # "1988's third quarter"
        return Reading(f"{owner[:4]}-Q{nth}", TimeKind.DATE)
    if anchor is None:
        return Reading(f"XXXX-Q{nth}", TimeKind.DATE)
    step = words.step(groups.get("step") or (owner.split()[0] if owner else None))
    if step is not None:
        return dated(quarter_value(anchor.year + step, nth), standing)
    gone = quarter_of(anchor)[1] - nth
    year = anchor.year if gone >= 0 or standing.direction == AHEAD else anchor.year - 1
    if groups.get("ago") or groups.get("before"):
        return dated(quarter_value((anchor.year if gone > 0 else anchor.year - 1) - 1, nth), standing)
    if gone >= _LONG_GONE and standing.direction == AHEAD:
        year += 1
    return dated(quarter_value(year, nth), standing)


def _last_quarter(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    """ "the latest quarter", "the year-ago period", "the 1988 period": from the quarter told, else publication."""
    which, anchor = (groups.get("ofyear") or groups["which"] or "").lower(), standing.anchor
    told = standing.quarter
    if standing.stretch and (groups["unit"] or "").lower() == "period":
        return Reading(which, TimeKind.DATE) if which.isdigit() else _stretch(standing.stretch, which, groups)
    if anchor is None and told is None:
        return Reading("XXXX-QX", TimeKind.DATE)
    if told is None and (groups["unit"] or "").lower() == "period":
        if which.isdigit():
            return Reading(which, TimeKind.DATE)
        gone = anchor and (which in _YEAR_AGO or groups.get("before"))
        return dated(f"{anchor.year - 1:04d}", standing) if anchor and gone else None
    year, quarter = told or _before(quarter_of(anchor or date.min))
    if which.isdigit():
        year = int(which)
    elif which in _YEAR_AGO or groups.get("before"):
        year -= 1
    elif which in ("current", "next", "previous", "last") and anchor is not None:
        shift = {"current": 0, "next": 1}.get(which, -1)
        return dated(moved(anchor, "Q", shift), standing)
    return Reading(
        f"{year:04d}-Q{quarter}",
        TimeKind.DATE,
        f"the quarter told, {told[0]}-Q{told[1]}" if told else publication(standing),
    )


def _stretch(stretch: str, which: str, groups: Groups) -> Reading:
    """The longer time that the copy reports on, or that of the year before: "P9M", "2030-H1"."""
    if not stretch[:4].isdigit():
        return Reading(stretch, TimeKind.DURATION)
    back = 1 if which in _YEAR_AGO or groups.get("before") else 0
    return Reading(f"{int(stretch[:4]) - back:04d}{stretch[4:]}", TimeKind.DATE, f"the time told, {stretch}")


def _before(quarter: tuple[int, int]) -> tuple[int, int]:
    """The quarter before."""
    return (quarter[0], quarter[1] - 1) if quarter[1] > 1 else (quarter[0] - 1, 4)


def _the_quarter(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    ended = (groups.get("ended") or "").lower()
    if standing.quarter is None and standing.anchor and ended in words.times.months:
        return dated(_ended_quarter(standing.anchor, words.month(ended), back=bool(groups.get("ago"))), standing)
    return _last_quarter({"which": "year-ago" if groups.get("ago") else "latest", "unit": "quarter"}, standing, words)


def _ended_quarter(anchor: date, month: int, *, back: bool) -> str:
    """The quarter that most of its days fall in: of one that ended in July the second, in September the third."""
    last = anchor.year if month <= anchor.month else anchor.year - 1
    first_half = date(last - back, month, 1)
    middle = first_half.month - 1 or 12
    return quarter_value(last - back - (first_half.month == 1), (middle + 2) // 3)


def _half_year(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    half = 1 if (groups["nth"] or "").lower() == "first" else 2
    year = groups.get("year") or groups.get("owner") or ""
    if year[:4].isdigit():
        return Reading(f"{year[:4]}-H{half}", TimeKind.DATE)
    if standing.anchor is None:
        return Reading(f"XXXX-H{half}", TimeKind.DATE)
    step = words.step(year.split()[0]) if year else 0
    return dated(f"{standing.anchor.year + (step or 0):04d}-H{half}", standing)


def _year_ago(groups: Groups, standing: Standing, words: Words) -> Reading | None:
    if standing.stretch and standing.anchor:
        return dated(f"{standing.anchor.year - 1:04d}", standing)
    return read_offset({"count": "a", "unit": "year", "offset": "ago"}, standing, words)


READERS: Mapping[str, Reader] = {
    "quarter": _quarter,
    "lastquarter": _last_quarter,
    "thequarter": _the_quarter,
    "halfyear": _half_year,
    "yearago": _year_ago,
}
