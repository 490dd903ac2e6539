"""The entries of running coverage: time lines, each with its prose, in the order of the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from crosswire.clean.clocks.place_zones import zone_of_place
from crosswire.clean.parts.entry_times import Clock, ClockKind, newest_first, read_clock, times_of, zone_of_all
from crosswire.clean.parts.parts import Part, covered, first_prose, is_heading, with_lead
from crosswire.clean.signed.dateline import find_dateline
from crosswire.clean.verdict import Verdict, span_of
from crosswire.lexicons.calendar import PlaceZone
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Flag, FurnitureKind
from crosswire.model.when import Basis, When

_TITLE = 25  # words of a headline behind the clock
_TOP = 8  # lines above the first entry among which the page names the zone of all its times
_PLACE = 40  # signs of a dateline's place alone on its line
_NEAR = 3  # … and says that it is running coverage
# How many entries there must be: where the page says what it is, where it doesn't, and where only minutes ago are
# given, as they are beside readers' comments.
_FEWEST_NAMED, _FEWEST, _FEWEST_AGO = 2, 3, 4
# The entries are most of the page's text: an article may hold a chronology.
_COVERED = 0.6
_COVERED_NAMED = 0.5
_KEPT, _KEPT_NAMED = 0.6, 0.1  # of the entries hold kept lines
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True)
class _Entry:
    """A time line at `line`, the line where its text begins, its headline's line if it has one."""

    line: int
    clock: Clock
    text: int
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """What the page says of its own time, and when it was fetched."""

    published: When
    updated: When
    fetched: datetime | None = None
    country: str | None = None


def find_entries(
    verdicts: Sequence[Verdict], titles: Sequence[str], dates: Dates, lexicons: Lexicons
) -> tuple[Part, ...]:
    """The page's entries in page order, its own lead before them; empty where it is no running coverage.

    Strong evidence only: several time lines of one form, each with its prose, newest first (no chronology inside an
    article is told backwards) or on a page that calls itself live, and most of the page's text under them.
    """
    entries = _entries(verdicts, dates, lexicons)
    if len(entries) < _FEWEST_NAMED:
        return ()
    named = _says_live(verdicts, titles, entries[0].line, lexicons)
    order = newest_first([entry.clock for entry in entries], strict=not named)
    if order is None or not (named or (order and _is_plain_to_see(entries))):
        return ()
    parts = _parts(entries, verdicts, dates, lexicons)
    if sum(any(v.kept for v in verdicts[part.start : part.end]) for part in parts) < (
        _KEPT_NAMED if named else _KEPT
    ) * len(parts):
        return ()  # teasers behind an article have times too
    if covered(parts, verdicts, lexicons) < (_COVERED_NAMED if named else _COVERED):
        return ()
    newest = _newest(entries, parts, verdicts, lexicons)
    return with_lead([newest, *parts] if newest else parts, verdicts, Flag.LIVE_BLOG)


def _newest(
    entries: Sequence[_Entry], parts: Sequence[Part], verdicts: Sequence[Verdict], lexicons: Lexicons
) -> Part | None:
    """The entry above the first time line, by its headline over a byline: pages give "just now" no words.

    Only where the page's own text stands above it, and the other entries have their headlines below their times.
    """
    first = parts[0].start
    if entries[0].clock.kind is not ClockKind.AGO or entries[0].heading is None:
        return None
    for place in range(first - 2, 0, -1):
        if verdicts[place + 1].kind is FurnitureKind.BYLINE and not verdicts[place].header:
            over = is_heading(verdicts[place], lexicons) and any(v.kept for v in verdicts[:place])
            text = first_prose(verdicts, place + 2, first, lexicons)
            if not over or text is None:
                return None
            words = verdicts[place].line.words
            when = When(None, Basis.UNKNOWN, why="the newest entry, which has no time line")
            return Part(place, first, Flag.LIVE_BLOG, "a headline over a byline, above the first entry", words, when)
    return None


def _is_plain_to_see(entries: Sequence[_Entry]) -> bool:
    """True when the time lines alone show running coverage.

    Minutes ago and dates stand beside readers' comments and teasers too: there each entry must have its headline.
    """
    bare = entries[0].clock.kind is not ClockKind.CLOCK
    headed = sum(entry.heading is not None for entry in entries) >= _MOSTLY * len(entries)
    distinct = len({(entry.clock.stamp, entry.clock.minute) for entry in entries}) >= _MOSTLY * len(entries)
    return distinct and len(entries) >= (_FEWEST_AGO if bare else _FEWEST) and (headed or not bare)


def _entries(verdicts: Sequence[Verdict], dates: Dates, lexicons: Lexicons) -> list[_Entry]:
    """The entries of the form that most time lines with prose behind them have."""
    clocks: dict[int, Clock] = {}
    for index in range(*span_of(verdicts)):
        clock = read_clock(verdicts[index].line.words, calendar=lexicons.calendar, country=dates.country)
        if clock and len(clock.rest.split()) <= _TITLE and not clock.rest.endswith((".", ":")):
            clocks[index] = clock
    kinds = [clock.kind for clock in clocks.values()]
    best = max(ClockKind, key=lambda kind: (kinds.count(kind), kind is ClockKind.CLOCK))
    places = [index for index, clock in clocks.items() if clock.kind is best]
    ends = [*places, len(verdicts)][1:]
    found = [_entry(i, end, clocks[i], verdicts, lexicons) for i, end in zip(places, ends, strict=True)]
    return [entry for entry in found if entry is not None]


def _entry(index: int, end: int, clock: Clock, verdicts: Sequence[Verdict], lexicons: Lexicons) -> _Entry | None:
    after = index + 1
    text = first_prose(verdicts, after, end, lexicons)
    if text is None:
        return None
    if clock.rest:
        return _Entry(index, clock, text, index)
    following = [i for i in range(after, min(end, after + 3)) if verdicts[i].kind is not FurnitureKind.BYLINE]
    heading = following[0] if following else None
    if heading is None or heading > text or not is_heading(verdicts[heading], lexicons):
        return _Entry(index, clock, text)
    if heading == text:
        text = first_prose(verdicts, heading + 1, end, lexicons) or -1
        return _Entry(index, clock, text, heading) if text >= 0 else _Entry(index, clock, heading)
    return _Entry(index, clock, text, heading)


def _says_live(verdicts: Sequence[Verdict], titles: Sequence[str], first: int, lexicons: Lexicons) -> bool:
    """True when the page's title, headline or a line right above its entries calls it running coverage."""
    sign = lexicons.page_signs["live-blog"]
    above = [v.line.words for v in verdicts[max(0, first - _NEAR) : first]]
    headers = [v.line.words for v in verdicts if v.header]
    return any(sign.find(line) for line in (*titles, *headers, *above))


def _parts(entries: Sequence[_Entry], verdicts: Sequence[Verdict], dates: Dates, lexicons: Lexicons) -> list[Part]:
    """A part for every entry, from its time line (or the headline above that) to the next one's."""
    above = _headings_above(entries, verdicts, lexicons)
    starts = [entry.line - 1 if above else entry.line for entry in entries]
    last = max((i for i, v in enumerate(verdicts) if v.kept), default=len(verdicts) - 1)
    ends = [*starts[1:], max(last, entries[-1].text) + 1]
    intro = [v.line.words for v in verdicts[max(0, starts[0] - _TOP) : starts[0] + 1]]
    all_times = zone_of_all(intro)
    times = times_of(
        [entry.clock for entry in entries],
        published=dates.published,
        updated=dates.updated,
        fetched=dates.fetched,
        calendar=lexicons.calendar,
        all_times=all_times,
        place=_place(intro, lexicons) if all_times == "local" else None,
    )
    return [
        Part(
            start,
            end,
            Flag.LIVE_BLOG,
            f"an entry of “{entry.clock.words}”",
            _heading(entry, start, verdicts, above),
            when,
            time=entry.line,
        )
        for entry, start, end, when in zip(entries, starts, ends, times, strict=True)
    ]


def _place(intro: Sequence[str], lexicons: Lexicons) -> PlaceZone | None:
    """The clock of the place that leads in the entries: "HELSINKI (NPA) — The Latest (all times local):".

    It may stand on a line of its own: "TURNBERRY, Scotland".
    """
    alone = (words for words in intro if len(words) <= _PLACE and words[:2].isupper())
    for name in (name for words in alone for name in (words, words.title())):
        if zone := zone_of_place(name, geography=lexicons.geography, calendar=lexicons.calendar):
            return zone
    found = (find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography) for words in intro)
    place = next((opening.place for opening in found if opening and opening.place), None)
    return zone_of_place(place, geography=lexicons.geography, calendar=lexicons.calendar) if place else None


def _headings_above(entries: Sequence[_Entry], verdicts: Sequence[Verdict], lexicons: Lexicons) -> bool:
    """True when the headlines stand above the time lines: hardly any stands below, nearly every line above is one."""
    below = sum(entry.heading is not None for entry in entries)
    above = sum(entry.line > 0 and is_heading(verdicts[entry.line - 1], lexicons) for entry in entries)
    apart = all(b.line - 1 > a.text for a, b in pairwise(entries))
    return apart and above == len(entries) and below < above


def _heading(entry: _Entry, start: int, verdicts: Sequence[Verdict], above: bool) -> str | None:
    if above:
        return verdicts[start].line.words
    if entry.heading is None:
        return None
    return entry.clock.rest or verdicts[entry.heading].line.words
