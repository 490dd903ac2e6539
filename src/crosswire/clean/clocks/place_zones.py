"""The clock of a dateline's place, for running coverage whose times are all local."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from crosswire.lexicons.calendar import Calendar, PlaceZone
from crosswire.lexicons.geography import Geography


def zone_of_place(place: str, *, geography: Geography, calendar: Calendar) -> PlaceZone | None:
    """The zone of a dateline's place, None if not known: of "Linden, Ohio" its state's, of a capital its country's."""
    last = place.split(", ")[-1]
    names = (place, last, geography.country(place), geography.country(last))
    return next((zone for name in names if name and (zone := calendar.place_zones.get(name))), None)


def local(moment: datetime, zone: PlaceZone) -> datetime:
    """An aware moment as the clocks of the zone show it, with their offset."""
    summer = zone.rule is not None and _is_summer(moment.astimezone(UTC).date(), zone.rule)
    minutes = zone.summer if summer else zone.standard
    return moment.astimezone(timezone(timedelta(minutes=minutes)))


def _is_summer(day: date, rule: str) -> bool:
    """True between the Sundays on which the clocks are set; the night of the change itself counts as after it."""
    if rule == "us":
        return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)
    return _sunday(day.year, 3, 25) <= day < _sunday(day.year, 10, 25)


def _sunday(year: int, month: int, first: int) -> date:
    """The first Sunday from a day of the month on; from the 25th it is the last of a month of 31 days."""
    start = date(year, month, first)
    return start + timedelta(days=(6 - start.weekday()) % 7)
