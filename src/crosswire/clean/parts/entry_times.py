"""The time line of an entry in running coverage: a clock, a date with a clock, or minutes ago; and what it comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from crosswire.clean.clocks.place_zones import local
from crosswire.clean.clocks.published import may_open_date
from crosswire.clean.clocks.stamps import read_stamp
from crosswire.lexicons.calendar import Calendar, PlaceZone
from crosswire.lexicons.date_words import flat
from crosswire.lexicons.forms import words_of
from crosswire.model.when import DAY, Basis, When

_LONGEST = 160
_TWO_FIGURES = re.compile(r"\d\D+\d")
_DIGIT, _HEAD = re.compile(r"\d"), 40
_LABEL = re.compile(
    r"^\W*(?:(?:posted|published|publié|veröffentlicht|publicado|pubblicato)\b)?\W*"
    r"(?:(?:at|on|um|à|a las|alle)\s|@\s?)?\W*",
    re.IGNORECASE,
)
# "Updated at 2.05pm" stands under an entry, and "UPDATE 2:05 p.m." opens a new version of one report.
_UPDATE = re.compile(r"^\W*(?:last )?(?:updated?|mis à jour|aktualisiert|actualizado|aggiornato)\b", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_SPOKEN = frozenset([("noon",), ("midnight",), ("midday",)])
_WORD_CLOCK = re.compile(rf"^\W*{_WEEKDAY}(?:noon|midnight|midday)\W*$", re.IGNORECASE)
_CLOCK = re.compile(
    rf"{_WEEKDAY}(?:(?P<word>noon|midnight|midday)\b|(?P<hour>[01]?\d|2[0-3])(?:\s?[:.h]\s?(?P<minute>[0-5]\d))?(?![\d:])"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s*\(?(?P<zone>GMT|UTC|BST|CET|CEST|EDT|EST|CDT|CST|MDT|MST|PDT|PST|ET|CT|MT|PT|IST|Uhr)\b\)?")
_AGO = re.compile(
    r"^\W*(?:less than |il y a |vor |hace |há )?"
    r"(?:(?P<hours>\d{1,2})\s?(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|ore|時間|小时|ч)(?![^\W\d_])[\s,]*)?"
    r"(?:(?P<minutes>\d{1,3})\s?(?:m|mins?|minutes?|minuten?|minutos?|minuti|分钟|分|мин(?:ут)?)(?![^\W\d_前])\.?)?"
    r"\s*(?:ago|fa|atrás|前|назад)?\W*$",
    re.IGNORECASE,
)
_AGO_MARK = re.compile(r"\bago\b|\bil y a\b|\bvor\b|\bhace\b|\bhá\b|\bfa\b|\batrás\b|前|\bназад\b", re.IGNORECASE)
# What parts a clock from the entry's headline. "10:15 a.m. Crews arrived at the wall." is a sentence of a chronology.
_REST = re.compile(r"^(?:\s*[|•·–—-]+\s*|\s*:\s+|[\s:|•·,–—-]*$)")
_ALL_TIMES = re.compile(
    r"\ball times (?:are )?(?:in )?\(?(?P<zone>(?-i:[A-Z]{2,4})|local|eastern|central|mountain|pacific)\b",
    re.IGNORECASE,
)
_NAMED_ZONES = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT", "local": "local"}
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_HOUR = 60
_LEEWAY = 10  # minutes by which an entry may be later than the page says it was changed
_MINUTES = re.compile(r"\d\s?(?:m|分|мин)", re.IGNORECASE)
_NOON = 12 * 60
_DAY_MINUTES = 24 * 60


class ClockKind(StrEnum):
    """How a time line gives its time."""

    CLOCK = "clock"
    DATED = "dated"
    AGO = "ago"


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of a time line. `minute` counts from midnight, or back from now for AGO.

    `stamp` is the ISO time where the line states its date too; `zone` the zone's letters; `rest` what else stands on
    the line: the entry's headline or writer.
    """

    kind: ClockKind
    minute: int
    words: str
    stamp: str | None = None
    zone: str | None = None
    rest: str = ""


def read_clock(line: str, *, calendar: Calendar, country: str | None = None) -> Clock | None:
    """The time of a line that is one, or opens with one and a headline: "14:05", "4 p.m.", "5 min ago", "9h05 - Ostra".

    None for "4 people", "1-0", a date without a clock, and for a line that says when something was updated.
    """
    if len(line) > _LONGEST:
        return None
    if not _DIGIT.search(line, 0, _HEAD):
        spoken = len(line) < _HEAD and words_of(line)[-1:] in _SPOKEN
        return _plain(line) if spoken and _WORD_CLOCK.match(line) else None
    if _UPDATE.match(line):
        return None
    if (ago := _AGO.match(line)) and _AGO_MARK.search(line) and (ago["hours"] or ago["minutes"]):
        return Clock(ClockKind.AGO, 60 * int(ago["hours"] or 0) + int(ago["minutes"] or 0), line)
    return _dated(line, calendar, country) or _plain(line)


def _dated(line: str, calendar: Calendar, country: str | None) -> Clock | None:
    if not (may_open_date(line, calendar) and _may_hold_both(line, calendar)):
        return None
    stamp = read_stamp(line, calendar=calendar, country=country)
    if stamp is None or stamp.value is None or "T" not in stamp.value:
        return None
    before = _LABEL.sub("", line[: stamp.start], count=1)
    if re.sub(_WEEKDAY, "", f"{before} ", flags=re.IGNORECASE).strip(" ,|•"):
        return None
    hour, minute = int(stamp.value[11:13]), int(stamp.value[14:16])
    rest = _REST.sub("", line[stamp.end :]).strip()
    return Clock(ClockKind.DATED, 60 * hour + minute, line, stamp.value, rest=rest)


def _may_hold_both(line: str, calendar: Calendar) -> bool:
    """False for a line that has not figures enough for a day and a clock: "207 comments"; "4 March, noon" has."""
    if _TWO_FIGURES.search(line):
        return True
    return not calendar.words.halves.keys().isdisjoint(words_of(flat(line)))


def _plain(line: str) -> Clock | None:
    start = match.end() if (match := _LABEL.match(line)) else 0
    clock = _CLOCK.match(line, start)
    minute = _minute(clock) if clock else None
    if clock is None or minute is None:
        return None
    zone = _ZONE.match(line, clock.end())
    named = zone["zone"] if zone else None
    if not (clock["word"] or clock["minute"] or clock["half"] or named == "Uhr"):
        return None
    end = zone.end() if zone else clock.end()
    if not _REST.match(line[end:]):
        return None
    rest = _REST.sub("", line[end:]).strip()
    return Clock(ClockKind.CLOCK, minute, line[:end].strip(), zone=None if named == "Uhr" else named, rest=rest)


def _minute(clock: re.Match[str]) -> int | None:
    """Minutes from midnight; None for "14 p.m."."""
    if clock["word"]:
        return 0 if clock["word"].lower() == "midnight" else _NOON
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return 60 * hour + int(clock["minute"] or 0)


def newest_first(clocks: Sequence[Clock], *, strict: bool = False) -> bool | None:
    """True when the times go back as one reads on, False when they go forward, None when they do neither.

    A step against the order is midnight, and there are few of them; of a few entries none where it must be `strict`.
    """
    if clocks[0].stamp:
        keys = [clock.stamp or "" for clock in clocks]
        if all(b <= a for a, b in pairwise(keys)):
            return True
        return False if all(b >= a for a, b in pairwise(keys)) else None
    ago = clocks[0].kind is ClockKind.AGO
    steps = [(a.minute - b.minute) if ago else (b.minute - a.minute) for a, b in pairwise(clocks)]
    back, on = sum(step <= 0 for step in steps), sum(step > 0 for step in steps)
    # Of minutes ago one in some may be out of order: an entry that is pinned, or was written anew.
    nights = len(steps) // 5 if ago else len(steps) // 4 if strict else max(1, len(steps) // 4)
    if ago or on > nights or back > nights:
        return True if on <= nights else False if back <= nights else None
    # "21:00, 23:30, 0:15" may be either by its steps; told forwards it takes three hours, backwards two days.
    return sum(-step % _DAY_MINUTES for step in steps) <= sum(step % _DAY_MINUTES for step in steps)


def times_of(
    clocks: Sequence[Clock],
    *,
    published: When,
    updated: When,
    fetched: datetime | None,
    calendar: Calendar,
    all_times: str | None = None,
    place: PlaceZone | None = None,
) -> tuple[When, ...]:
    """When each entry was written, in order: its own date, else the page's with the entry's clock, back over midnight.

    Newest first, the first entry is of the day of the page's last change; oldest first, of the day it was published.
    `all_times` is the zone that the page names for all of them; where that is "local", `place` is the clock of the
    dateline's place, and the day is that which it was there. What can't be known is unknown, with the reason.
    """
    if clocks and clocks[0].kind is ClockKind.AGO:
        return tuple(_ago(clock, fetched) for clock in clocks)
    back = newest_first(clocks) is not False
    page = updated if back and updated.value else published
    day, why = (
        _first_day(clocks[0], page, fetched, all_times, place, back=back, changed=page is updated)
        if clocks
        else (None, None)
    )
    found: list[When] = []
    before: Clock | None = None
    for clock in clocks:
        if clock.stamp:
            found.append(When(clock.stamp, Basis.STATED))
            continue
        if day and before and clock.minute != before.minute and (clock.minute > before.minute) == back:
            day += timedelta(days=-1 if back else 1)
        before = clock
        if why:
            found.append(When(None, Basis.UNKNOWN, why=f"“{clock.words}”: {why}"))
        else:
            found.append(_on(day, clock, page, all_times, place, calendar))
    return tuple(found)


def _first_day(
    clock: Clock,
    page: When,
    fetched: datetime | None,
    all_times: str | None,
    place: PlaceZone | None,
    *,
    back: bool,
    changed: bool,
) -> tuple[date | None, str | None]:
    """The day of the first entry, None with the reason where its clock is of another zone than the page's date.

    `changed`: the page's time is that of its last change. When that is 23:58 in Los Angeles, the newest entry,
    of 9:50 a.m. in Helsinki, is of the next day.
    """
    day, moment = _day(page), _moment(page)
    if all_times != "local" or clock.zone or clock.stamp or day is None:
        return day, None
    if place is None:
        clocked = _clocked(page) if changed and moment is None else None
        if moment is not None:
            return None, "a clock of a place whose zone is not known, and the page’s date is of a zone of its own"
        if clocked is not None and clock.minute > clocked:
            return None, "later than the page’s own clock, which is of another zone"
        return day, None
    if moment is None:
        here = local(fetched, place) if fetched else None
        sure = here is None or (day == here.date() and clock.minute <= 60 * here.hour + here.minute)
        return (day, None) if sure else (None, "a clock of another zone, perhaps, than that of the page’s date")
    return _day_there(clock, local(moment, place), local(fetched, place) if fetched else None, back=back)


def _day_there(clock: Clock, here: datetime, seen: datetime | None, *, back: bool) -> tuple[date | None, str | None]:
    """The day of the first entry where the page's own time and that of its fetching are known in the place's zone."""
    day, now = here.date(), 60 * here.hour + here.minute
    if not back or clock.minute <= now + _LEEWAY:
        return day, None
    if seen is not None and (day, clock.minute) > (seen.date(), 60 * seen.hour + seen.minute):
        return day - timedelta(days=1), None
    return None, f"later than the page’s own time there ({here:%H:%M}), so of the day before or of no known day"


def _moment(when: When) -> datetime | None:
    """A time with its offset as a moment."""
    try:
        moment = datetime.fromisoformat(when.value or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _clocked(when: When) -> int | None:
    """The minute of the day that a time states."""
    value = when.value or ""
    return 60 * int(value[11:13]) + int(value[14:16]) if len(value) > len("2026-03-04T14:") else None


def _on(
    day: date | None, clock: Clock, page: When, all_times: str | None, place: PlaceZone | None, calendar: Calendar
) -> When:
    if day is None:
        return When(None, Basis.UNKNOWN, why=f"“{clock.words}” is a clock without a day, and the page has no date")
    there = local(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), place).isoformat()[-6:] if place else ""
    offset = _offset(clock.zone or all_times, day, calendar) or _pages_offset(page, clock.zone or all_times) or there
    value = f"{day.isoformat()}T{clock.minute // 60:02}:{clock.minute % 60:02}{offset}"
    return When(value, Basis.RELATIVE, why=f"“{clock.words}” counted from the page’s date")


def _ago(clock: Clock, fetched: datetime | None) -> When:
    counted = f"“{clock.words}” counts from when the page was fetched"
    if fetched is None:
        return When(None, Basis.UNKNOWN, why=f"{counted}, which is not known")
    moment = fetched - timedelta(minutes=clock.minute)
    if clock.minute and not clock.minute % _HOUR and not _MINUTES.search(clock.words):
        # "2 hr ago" is no minute: the hour alone, in UTC.
        return When(f"{moment.astimezone(UTC):%Y-%m-%dT%H}+00:00", Basis.RELATIVE, why=counted)
    return When(moment.isoformat(timespec="minutes"), Basis.RELATIVE, why=counted)


def _day(when: When) -> date | None:
    value = (when.value or "").split("/")[0]
    try:
        return date.fromisoformat(value[:DAY]) if len(value) >= DAY else None
    except ValueError:
        return None


def zone_of_all(lines: Sequence[str]) -> str | None:
    """The zone that a page names for all its times: "(all times ET)"; "local" where it says no more than that."""
    found = next((match for line in lines if (match := _ALL_TIMES.search(line))), None)
    return _NAMED_ZONES.get(found["zone"].lower(), found["zone"].upper()) if found else None


def _offset(zone: str | None, day: date, calendar: Calendar) -> str:
    """The zone as an ISO offset on that day, "" where it names none."""
    if zone is None or zone == "local":
        return ""
    read = read_stamp(f"{day:%B} {day.day}, {day.year}, 12:00 {zone}", calendar=calendar)
    match = _OFFSET.search(read.value or "") if read else None
    return match.group() if match else ""


def _pages_offset(page: When, zone: str | None) -> str:
    """The offset of the page's own time: its clock is its entries' too. UTC is what servers keep, and no place's."""
    match = _OFFSET.search(page.value or "") if page.basis in (Basis.MARKUP, Basis.STATED) and not zone else None
    return "" if match is None or match.group() in ("Z", "+00:00") else match.group()
