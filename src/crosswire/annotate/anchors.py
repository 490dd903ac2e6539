"""The day that "yesterday" and "on Tuesday" count from, place by place: publication, the update, an earlier version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.annotate.dates import day_of
from crosswire.annotate.reading import PUBLICATION, UPDATE, Reading, Standing
from crosswire.annotate.tense import PAST
from crosswire.model.report import EarlierVersion, Report

# An update that came later than this is as often a software's touch as a text's, and a weekday may be any of two.
MOST_DAYS = 6
# "Tuesday" of a Monday's report, told as over: no writer means the day six days ago by it, which is "last Tuesday".
# Counter-example: "Sunday" of a Friday's report, five days ago, is meant so.
_BEYOND = 6
_EARLIER = "the earlier version"


# A part of the text (the number of its earlier version, or the text as it is now), with a day after the publication
# that it tells of as over, and the words that do.
Later = Mapping[int, tuple[date, str]]
CURRENT = -1


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the reader stands in the text as it is now, and in each earlier version in it.

    `updated` is the day of the update where it is later than the publication by days, so that a text may be of it.
    """

    current: Standing
    earlier: tuple[tuple[EarlierVersion, Standing], ...] = ()
    updated: date | None = None

    def part_at(self, place: int) -> int:
        """The number of the earlier version that holds a place of the text, or CURRENT."""
        held = (n for n, (version, _) in enumerate(self.earlier) if version.start <= place < version.end)
        return next(held, CURRENT)

    def of(self, part: int) -> Standing:
        """Where the reader stands in that part."""
        return self.current if part == CURRENT else self.earlier[part][1]

    def later_day(self, part: int, form: str, match: re.Match[str], reading: Reading, way: int) -> date | None:
        """The day after the publication that a time tells of as over, up to the update; else None.

        "Oda died on Tuesday" of a report of Monday; "resigned on March 4" of a report of 3 March.
        """
        here, day = self.of(part), day_of(reading.timex3)
        if here.anchor is None or here.since != PUBLICATION or self.updated is None or day is None or way != PAST:
            return None
        if form == "weekday" and not match["step"] and (here.anchor - day).days == _BEYOND:
            return here.anchor + timedelta(days=1)
        if form != "day":
            return None
        if not match["year"] and day < here.anchor and here.anchor < (next_year := _a_year_on(day)) <= self.updated:
            return next_year  # read as of the year before, for its verb says that it is over
        return day if here.anchor < day <= self.updated else None

    def as_told(self, later: Later) -> Anchors:
        """The anchors once parts have shown that they are later: the text of the update, the versions of such a day."""
        earlier = tuple(
            (version, _told(*later[n]) if n in later else own) for n, (version, own) in enumerate(self.earlier)
        )
        current = _told(self.updated, later[CURRENT][1], UPDATE) if CURRENT in later else self.current
        return replace(self, current=current, earlier=earlier)


def _a_year_on(day: date) -> date:
    """The same day of the next year; 28 February for a 29th that the next year lacks."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def anchors_of(report: Report, given: str | None) -> Anchors:
    """The anchors of a report: the day given; else that of publication; of the update where no other is known.

    A text above an earlier version of itself is of the update; the earlier version counts from its own day, where its
    mark states one, else from the publication. Whether another text is of the update, only its words can show.
    """
    if given:
        return Anchors(Standing(day_of(given)))
    published, updated = day_of(report.published_at.value), day_of(report.updated_at.value)
    if published is None:
        current, late = Standing(updated, since=UPDATE) if updated else Standing(None), None
    else:
        late = updated if updated and 0 < (updated - published).days <= MOST_DAYS else None
        current = Standing(published)
    earlier = tuple((version, _of_earlier(version, current)) for version in report.earlier)
    if late and earlier:
        current = Standing(late, since=f"{UPDATE} (an earlier version stands below)")
    return Anchors(current, earlier, late)


def _of_earlier(version: EarlierVersion, current: Standing) -> Standing:
    """Where the reader stands in an earlier version: on its own day, else where the page's first readers stood."""
    day = day_of(version.published_at.value)
    return Standing(day, since=_EARLIER) if day else current


def _told(day: date | None, words: str, since: str = _EARLIER) -> Standing:
    """The standing on a day that the words show to be later than the publication."""
    return Standing(day, since=f"{since} (“{words}” is later than the publication)")
