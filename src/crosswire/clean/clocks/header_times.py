"""When a report was published and updated: what was given, the metadata, the lines of its header, its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from crosswire.clean.clocks.date_forms import printed_dates
from crosswire.clean.clocks.day_order import Signs, country_of_host, day_of_address, order_of_others
from crosswire.clean.clocks.header_dates import HeaderDates, header_dates
from crosswire.clean.clocks.meta_times import MetaTime, MetaTimes, read_meta_time
from crosswire.clean.clocks.published import when_of
from crosswire.clean.clocks.stamps import Stamp
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.load import Lexicons
from crosswire.model.page import Page
from crosswire.model.report import FurnitureKind
from crosswire.model.when import DAY, Basis, When

_LONGEST = 120  # signs of a line whose date tells of others
_COMMENTS = frozenset({FurnitureKind.COMMENT})
_TEASERS = frozenset({FurnitureKind.RELATED, FurnitureKind.COMMENT, FurnitureKind.LEGAL, FurnitureKind.NEWSLETTER})
_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # of fetching
_DIGIT = re.compile(r"\d")
# Two zones are at most so far apart; metadata and line that differ by more differ in what they say.
_ZONES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page comes from: its address, its outlet's country when that is known."""

    url: str | None
    host: str
    country: str | None


def header_times(
    page: Page,
    around: Sequence[Verdict],
    verdicts: Sequence[Verdict],
    times: MetaTimes,
    place: Place,
    *,
    spoken: str | None,
    lexicons: Lexicons,
) -> tuple[When, When]:
    """When the report was published and when updated, each with what it rests on, or with why it is not known.

    What the user gave goes first, then the metadata as far as they can be, then the lines beside the headline, last the
    day in the address. An update before the publication is none. `around` are the lines from above the headline to
    behind the text; all `verdicts` tell how the page writes its dates. `spoken` is the language of the text.
    """
    calendar = lexicons.calendar
    signs = _signs(page, spoken, times, place, calendar)
    settled = _is_settled(page, times, calendar, signs)
    dated = header_dates(around, calendar=calendar, signs=signs, labelled=settled)
    if any(d.line.stamp.why for d in dated.dated):
        signs = _with_others(signs, verdicts, calendar)
        dated = header_dates(around, calendar=calendar, signs=signs, labelled=settled)
    published = _published(page, times, dated, place, calendar, signs)
    updated = _updated(page, times, dated, calendar, signs)
    return published, _after(published, updated)


def _is_settled(page: Page, times: MetaTimes, calendar: Calendar, signs: Signs) -> bool:
    """True when no line without a label can say more: the time was given, or the metadata have it with its clock."""
    if page.published_at:
        return _given(page.published_at, calendar, signs).value is not None
    meta, _ = _meta([t for t in times.times if not t.updated], calendar, signs)
    return meta is not None and not meta[0].weak and not meta[1].why and len(meta[1].value or "") > DAY


def given_times(page: Page, calendar: Calendar) -> tuple[When, When]:
    """Publication and update as the user or the container said them, and nothing of the page's own."""
    signs = Signs(language=_code(page.language))
    published = _given(page.published_at, calendar, signs)
    return published, _after(published, _given(page.updated_at, calendar, signs))


def _signs(page: Page, spoken: str | None, times: MetaTimes, place: Place, calendar: Calendar) -> Signs:
    """What the page tells of how its dates are to be read, its other dates aside."""
    country = place.country or country_of_host(place.host, calendar.words.order)
    language = _code(page.language) or _language(spoken, times.language)
    signs = Signs(country=country, language=language, fetched=_fetched(page.fetched_at))
    days: dict[str, str] = {}
    for time in times.times:
        stamp = None if time.weak else read_meta_time(time.raw, calendar=calendar, signs=signs)
        if stamp and stamp.value and not stamp.why:
            days.setdefault(stamp.value[:DAY], time.where)
    address = _address(place, calendar, signs)
    if address and len(address) == DAY:
        days.setdefault(address, "the page's address")
    return replace(signs, days=days)


def _with_others(signs: Signs, verdicts: Sequence[Verdict], calendar: Calendar) -> Signs:
    """The signs with those of the page's other dates: numbers read in one way only, months in words.

    The day of a teaser is not the report's, though the site writes it in the same order; readers write as they like.
    """
    days = dict(signs.days)
    for verdict in _without(verdicts, _TEASERS):
        words = verdict.line.words
        if not verdict.kept and len(words) <= _LONGEST and _DIGIT.search(words):
            found = printed_dates(words, calendar.words, country=signs.country, language=signs.base_language)
            for one in found:
                if one.year and one.month and one.day:
                    days.setdefault(f"{one.year}-{one.month:02}-{one.day:02}", f"“{words}” too")
    lines = (verdict.line.words for verdict in _without(verdicts, _COMMENTS))
    shown = "\n".join(line for line in lines if _DIGIT.search(line))
    return replace(signs, days=days, order=order_of_others(shown))


def _without(verdicts: Sequence[Verdict], kinds: Collection[FurnitureKind]) -> Iterator[Verdict]:
    """The lines without those of these kinds and those that follow them behind the text."""
    last = max((i for i, verdict in enumerate(verdicts) if verdict.kept), default=-1)
    for index, verdict in enumerate(verdicts):
        if verdict.kind not in kinds:
            yield verdict
        elif index > last:
            return


def _code(language: str | None) -> str | None:
    return language.replace("_", "-").lower() if language else None


def _fetched(moment: datetime | None) -> datetime | None:
    """The time of fetching in UTC; none where a wrong clock made it."""
    if moment is None or not _FIRST_YEAR <= moment.year < _LAST_YEAR:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _language(spoken: str | None, declared: str | None) -> str | None:
    """The language of the text, with the region that the page declares for it ("en-gb")."""
    return declared if declared and (spoken is None or declared.split("-")[0] == spoken) else spoken


def _published(
    page: Page, times: MetaTimes, dated: HeaderDates, place: Place, calendar: Calendar, signs: Signs
) -> When:
    given = _given(page.published_at, calendar, signs)
    if given.value:
        return given
    lines = _lines(dated, updated=False)
    meta, doubts = _meta([t for t in times.times if not t.updated], calendar, signs)
    if meta and (not meta[0].weak or not lines.value or _same_day(lines, meta[1])):
        return _with_doubts(_beside(meta[1], meta[0], lines, dated), doubts)
    address = _address(place, calendar, signs)
    if lines.value and not (address and _differs(lines, address, dated)):
        return _with_doubts(lines, doubts)
    if address:
        said = f"a line of the page says {lines.value}" if lines.value else lines.why
        return When(address, Basis.INFERRED, why=_joined("from the page's address", said, *doubts))
    return When(None, Basis.UNKNOWN, why=_joined(given.why, *doubts, lines.why))


def _address(place: Place, calendar: Calendar, signs: Signs) -> str | None:
    """The day or month in the page's address, unless it lies after the fetching."""
    found = day_of_address(place.url, calendar) if place.url else None
    day = _day(found)
    return None if day and signs.ahead(day) else found


def _differs(lines: When, address: str, dated: HeaderDates) -> bool:
    """True for a day without a label that is not the address' one: a comment's, or that of another report."""
    labelled = any(d.line.labelled and not d.line.updated for d in dated.dated)
    one, two = _day(lines.value), _day(address)
    return not labelled and one is not None and two is not None and abs(one - two) > _ZONES


def _updated(page: Page, times: MetaTimes, dated: HeaderDates, calendar: Calendar, signs: Signs) -> When:
    given = _given(page.updated_at, calendar, signs)
    if given.value:
        return given
    lines = _lines(dated, updated=True)
    meta, doubts = _meta([t for t in times.times if t.updated], calendar, signs)
    if meta:
        return _with_doubts(_beside(meta[1], meta[0], lines, dated), doubts)
    if lines.value:
        return _with_doubts(lines, doubts)
    return When(None, Basis.UNKNOWN, why=_joined(given.why, *doubts, lines.why))


def _given(raw: str | None, calendar: Calendar, signs: Signs) -> When:
    """What the user or the container said, as ISO; unknown with the reason where it is no date or could be two."""
    if not raw:
        return When(None, Basis.UNKNOWN)
    stamp = read_meta_time(raw, calendar=calendar, signs=replace(signs, fetched=None))
    if stamp and stamp.value:
        return When(stamp.value, Basis.GIVEN, why=stamp.why)
    return When(None, Basis.UNKNOWN, why=stamp.why if stamp else f"“{raw}” was given, which is no date")


def _meta(
    times: Sequence[MetaTime], calendar: Calendar, signs: Signs
) -> tuple[tuple[MetaTime, Stamp] | None, tuple[str, ...]]:
    """The first statement of the metadata that can be, and why those before it can't."""
    doubts: list[str] = []
    for time in times:
        stamp = read_meta_time(time.raw, calendar=calendar, signs=signs)
        if stamp and stamp.value:
            return (time, stamp), tuple(doubts)
        doubts.append(f"{time.where}: {stamp.why if stamp and stamp.why else f'“{time.raw[:40]}” is no date'}")
    return None, tuple(doubts)


def _beside(stamp: Stamp, time: MetaTime, lines: When, dated: HeaderDates) -> When:
    """The metadata's time; the line's where that is the same day with its clock; said so where they differ."""
    value = stamp.value or ""
    if len(value) == DAY and lines.value and lines.value.startswith(value) and len(lines.value) > DAY:
        return replace(lines, why=_joined(lines.why, f"{time.where} states the day alone"))
    if lines.value and any(d.line.labelled for d in dated.dated) and not _same_day(lines, stamp):
        return When(value, Basis.MARKUP, why=_joined(stamp.why, f"{time.where}; a line of the page says {lines.value}"))
    return When(value, Basis.MARKUP, why=stamp.why)


def _lines(dated: HeaderDates, *, updated: bool) -> When:
    own = [d for d in dated.dated if d.line.updated is updated]
    if not own:
        others = next((d.line.stamp.value for d in dated.dated if d.line.stamp.value), None)
        why = "only an update is dated" if others else dated.why
        why = dated.why_updated if updated else why
        return When(None, Basis.UNKNOWN, why=why)
    best = own[0]
    same = [d.line for d in own if d.line.labelled == best.line.labelled]
    return when_of(same)


def _same_day(lines: When, stamp: Stamp) -> bool:
    """True when line and metadata are of one day, or of two that are one in different zones."""
    one, two = _day(lines.value), _day(stamp.value)
    return one is None or two is None or abs(one - two) <= _ZONES


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:DAY])
    except ValueError:
        return None


def _after(published: When, updated: When) -> When:
    """The update, unless it lies before the publication: then it is none, and that is said."""
    if published.value and updated.value and _before(updated.value, published.value):
        why = f"the page says {updated.value}, which lies before it was published ({published.value})"
        return When(None, Basis.UNKNOWN, why=_joined(why, updated.why))
    return updated


def _before(one: str, two: str) -> bool:
    """True when one time lies before another for certain: to the minute in known zones, else by a day and more."""
    if len(one) > DAY and len(two) > DAY:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(two)
        if (first.tzinfo is None) == (second.tzinfo is None):
            return first < second
    early, late = _day(one), _day(two)
    if early is None or late is None:
        length = min(len(one), len(two))
        return one[:length] < two[:length]
    return late - early > _ZONES or (len(one) <= DAY and len(two) <= DAY and early < late)


def later(one: str, two: str) -> bool:
    """True when one time lies behind another for certain: to the minute in known zones, else by a day and more."""
    return _before(two, one)


def _with_doubts(when: When, doubts: Sequence[str]) -> When:
    return replace(when, why=_joined(when.why, *doubts)) if doubts else when


def _joined(*reasons: str | None) -> str | None:
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason)) or None
