"""Which of two numbers of a date is the day and which the month: by the signs of the page, strongest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

from crosswire.clean.clocks.date_forms import NUMERIC, Printed, is_day
from crosswire.lexicons.calendar import Calendar
from crosswire.lexicons.date_words import Order

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"
# What is printed ahead of the clock of Greenwich by half a day, and clocks that go wrong.
_AHEAD = timedelta(hours=26)
_TLD = re.compile(r"\.([a-z]{2})(?::\d+)?$")
_CODES = {"uk": "gb", "ac": "gb"}
_SINCE = r"(?:199[5-9]|20\d\d)"  # the years in which addresses have had days
# "/2026/03/04/ferry", "/2026/03-04/", "/2026-03-04-ferry", "20260304". Counter-examples: numbers of a title, as in
# "/2026/03/12-dead-as-ferry-sinks" and "/2024-11-5-million".
_ENDS = r"(?![^/_]|_\D)"
_ADDRESS_DAY = re.compile(
    rf"(?<!\d)({_SINCE})(?:[/\-](\d\d?)/(\d\d?){_ENDS}|/(\d\d?)-(\d\d?){_ENDS}|-(\d\d)-(\d\d)(?!\d))"
    r"|(?<![^/\-_.])(20\d\d)(\d\d)(\d\d)(?![^/\-_.])"
)
_ADDRESS_NAME = re.compile(rf"/({_SINCE})/([a-z]{{3,9}})/(\d\d?){_ENDS}")
_ADDRESS_MONTH = re.compile(rf"/({_SINCE})/(\d\d)/(?!\d+(?:/|$))")


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """What is known of a page beside a date on it. Every page has its own, for which what was read is remembered.

    `country` and `language` are codes ("gb", "en" or "en-gb"). `fetched`: nothing on the page is later. `order` is that
    of other dates on the page, by the mark between their numbers. `days` maps days that the page states beyond doubt
    elsewhere to where.
    """

    country: str | None = None
    language: str | None = None
    fetched: datetime | None = None
    order: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)

    @property
    def base_language(self) -> str | None:
        """The language without its region."""
        return self.language.split("-")[0] if self.language else None

    def ahead(self, day: date) -> bool:
        """True for a day after the page was fetched, which no date of a published report is."""
        return self.fetched is not None and day > (self.fetched + _AHEAD).date()


@cache
def signs_of(country: str | None = None) -> Signs:
    """The signs of a page of which its country is known at most, the same each time."""
    return Signs(country=country)


@dataclass(frozen=True, slots=True)
class Reading:
    """The day that a printed date is, and which sign said so. `day` None: what leaves it open is in `why`."""

    day: date | None
    why: str | None = None


def read_day(printed: Printed, words: str, signs: Signs, *, weekday: int | None, order: Order) -> Reading:
    """The day of a date that has a year. "3/4/2026" is none without any sign; `why` then names the two readings."""
    if printed.why:
        return Reading(None, printed.why)
    if printed.pair is None:
        day = date(printed.year or 0, printed.month or 0, printed.day or 0)
        off = weekday is not None and weekday != day.isoweekday()
        return _not_ahead(words, day, signs, f"{words}: the weekday beside it is not that day's" if off else None)
    readings = _readings(printed, signs, order)
    if len(set(readings.values())) <= 1:
        return _not_ahead(words, next(iter(readings.values()), None), signs)
    return _told_apart(words, readings, signs, weekday, order)


def _not_ahead(words: str, day: date | None, signs: Signs, why: str | None = None) -> Reading:
    if day is not None and signs.ahead(day):
        return Reading(None, f"{words}: lies after the page was fetched")
    return Reading(day, why)


def _readings(printed: Printed, signs: Signs, order: Order) -> dict[str, date]:
    """The days that the numbers can mean, by the order read in; without days that can't be."""
    first, second = printed.pair or (0, 0)
    last = printed.year if printed.year is not None else 2000 + (printed.short or 0)
    orders = {DAY_FIRST: (last, second, first), MONTH_FIRST: (last, first, second)}
    if printed.short is not None and _year_may_lead(signs, order):
        orders[YEAR_FIRST] = (2000 + first, second, printed.short)
    return {name: date(*parts) for name, parts in orders.items() if is_day(*parts)}


def _year_may_lead(signs: Signs, order: Order) -> bool:
    return signs.country in order.year_first or signs.base_language in order.year_first_languages


def _told_apart(words: str, readings: dict[str, date], signs: Signs, weekday: int | None, order: Order) -> Reading:
    """The one reading that the strongest sign with an answer leaves over."""
    past = {name: day for name, day in readings.items() if not signs.ahead(day)}
    if len(past) == 1:
        return _by(words, past, "the other reading lies after the page was fetched")
    if not past:
        return Reading(None, f"{words}: lies after the page was fetched, however it is read")
    readings = past
    fitting = {name: day for name, day in readings.items() if weekday == day.isoweekday()}
    if len(fitting) == 1:
        return _by(words, fitting, "only that reading fits the weekday beside it")
    known = {name: day for name, day in readings.items() if day.isoformat() in signs.days}
    if len(set(known.values())) == 1:
        return _by(words, known, f"that day stands in {signs.days[next(iter(known.values())).isoformat()]}")
    mark = next((sign for sign in words if sign in "/.-|"), "")
    named = {
        "as in other dates of the page": signs.order.get(mark),
        f"as in the outlet's country ({signs.country})": _order_of_country(signs, order, YEAR_FIRST in readings),
        f"as in the page's language ({signs.language})": _order_of_language(signs, order, YEAR_FIRST in readings),
    }
    for why, name in named.items():
        if name in readings:
            return _by(words, {name: readings[name]}, why)
    pair = " and ".join(sorted({day.isoformat() for day in readings.values()}))
    return Reading(None, f"{words}: which number is the month is not known, it is one of {pair}")


def _by(words: str, chosen: Mapping[str, date], why: str) -> Reading:
    name, day = next(iter(chosen.items()))
    return Reading(day, f"{words}: {name}, {why}")


def _order_of_country(signs: Signs, order: Order, short: bool) -> str | None:
    country = signs.country
    if country is None or country in order.either:
        return None
    if short and country in order.year_first:
        return YEAR_FIRST
    if country in order.month_first:
        # Papers in another language than English print there as their readers' first home does, or not.
        return MONTH_FIRST if signs.base_language in (None, *order.open_languages) else None
    return DAY_FIRST


def _order_of_language(signs: Signs, order: Order, short: bool) -> str | None:
    language = signs.base_language
    if language is None or signs.country in (order.either | order.month_first):
        return None
    if language in order.open_languages:
        return DAY_FIRST if signs.language in order.day_first_regions else None
    return YEAR_FIRST if short and language in order.year_first_languages else DAY_FIRST


def order_of_others(visible: str) -> dict[str, str]:
    """The order of the dates of numbers in a text that can be read in one way only, by the mark between the numbers.

    "25/12/2025" anywhere on the page says that 3/4/2026 is in April. Both orders seen: neither is said.
    """
    seen: dict[str, set[str]] = {}
    for match in NUMERIC.finditer(visible):
        first, second = int(match["a"]), int(match["b"])
        if len(match["y"]) == 4 and max(first, second) > 12 >= min(first, second) > 0 and max(first, second) <= 31:
            seen.setdefault(match["sep"], set()).add(DAY_FIRST if first > 12 else MONTH_FIRST)
    return {mark: orders.pop() for mark, orders in seen.items() if len(orders) == 1}


def country_of_host(host: str, order: Order) -> str | None:
    """The country that a host's ending names: "news.example.co.uk" is gb; "example.tv" and "example.com" none."""
    match = _TLD.search(host.lower())
    if match is None or match[1] in order.generic_hosts:
        return None
    return _CODES.get(match[1], match[1])


def day_of_address(url: str, calendar: Calendar) -> str | None:
    """The day, or month, that a report's address has: "/2026/03/04/ferry" is 2026-03-04, "/2026/mar/04/" too."""
    # The last address in it: archives put their own, with the day of the copy, before the report's.
    path = "/" + url.split("?")[0].split("#")[0].rsplit("://", 1)[-1].partition("/")[2]
    if named := _ADDRESS_NAME.search(path.lower()):
        month = calendar.words.month(named[2], "en")
        return _day(named[1], str(month or 0), named[3])
    if match := _ADDRESS_DAY.search(path):
        found = _day(*(part for part in match.groups() if part))
        if found:
            return found
    match = _ADDRESS_MONTH.search(path)
    return f"{match[1]}-{match[2]}" if match and is_day(int(match[1]), int(match[2]), 1) else None


def _day(year: str, month: str, day: str) -> str | None:
    return f"{year}-{int(month):02}-{int(day):02}" if is_day(int(year), int(month), int(day)) else None
