"""Times as words and as stretches of days; the axis they stand on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.write.axis import axis
from crosswire.write.clock import Stretch, day_and_clock, day_label, days_told, moment, stretch, told


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031", "2031"),
        ("2031-05", "May 2031"),
        ("2031-05-06", "6 May 2031"),
        ("2031-05-06T07:40", "6 May 2031, 07:40"),
        ("2031-05-06T07:40:12.5Z", "6 May 2031, 07:40 UTC"),
        ("2031-05-06T07:40+02:00", "6 May 2031, 07:40 (+02:00)"),
        ("2031-05-06T05", "6 May 2031, 05 h"),
        ("2031-05-06T18:00/2031-05-06T21:00", "6 May 2031, 18:00 to 21:00"),
        ("2031-05-06/2031-05-08", "6 May 2031 to 8 May 2031"),
        ("2031-W19", "2031-W19"),
        ("2031-02-30", "2031-02-30"),
        ("P1W", "P1W"),
        ("", ""),
        (None, "time not known"),
    ],
)
def test_told(value: str | None, expected: str) -> None:
    assert told(value) == expected


def test_told_with_weekday_or_short() -> None:
    assert told("2031-05-06", weekday=True) == "Tue 6 May 2031"
    assert told("2031-05-06T07:40+02:00", short=True) == "6 May, 07:40"
    assert told("2031-05", short=True) == "May 2031"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-05-06T07:40+02:00", "2031-05-07T11:00+02:00", "6–7 May 2031"),
        ("2031-05-06", "2031-05-06T22:00", "6 May 2031"),
        ("2031-04-30", "2031-05-02", "30 April – 2 May 2031"),
        ("2030-12-31", "2031-01-01", "31 December 2030 – 1 January 2031"),
        ("2031-05-06", None, "6 May 2031"),
        (None, None, ""),
        ("soon", "later", ""),
    ],
)
def test_days_told(first: str | None, last: str | None, expected: str) -> None:
    assert days_told(first, last) == expected


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-05-06", 1.0),
        ("2031-05", 31.0),
        ("2031-02", 28.0),
        ("2032", 366.0),
        ("9999-12", 31.0),
        ("0001", 365.0),
        ("2031-05-06T05", 1 / 24),
        ("2031-05-06/2031-05-07", 2.0),
    ],
)
def test_stretch_covers_what_the_value_states(value: str, days: float) -> None:
    covered = stretch(value)
    assert covered is not None
    assert covered.end - covered.start == pytest.approx(days)


@pytest.mark.parametrize(
    "value", [None, "", "P3D", "2031-13", "0000", "2031-05-07/2031-05-06", "a/b/c", "2031-05-06T25:61"]
)
def test_what_is_no_time_has_no_stretch(value: str | None) -> None:
    assert stretch(value) is None


@given(st.text())
def test_any_text_can_be_told(value: str) -> None:
    told(value)
    told(value, weekday=True, short=True)
    stretch(value)
    moment(value)
    days_told(value, value)


def day(number: int) -> Stretch:
    start = date(2031, 5, number).toordinal()
    return Stretch(start, start + 1)


def test_axis_covers_reports_and_what_happened_near_them() -> None:
    found = axis([day(6), day(7)], [day(4), Stretch(day(4).start - 2000, day(4).start - 1999)], left=0, width=100)
    assert found is not None
    assert (found.first, found.last) == (date(2031, 5, 4).toordinal(), date(2031, 5, 8).toordinal())
    assert [tick.words for tick in found.ticks()] == ["4 May", "5 May", "6 May", "7 May"]


def test_what_lies_off_the_axis_stands_at_its_edge() -> None:
    found = axis([day(6)], [], left=10, width=100)
    assert found is not None
    assert found.spot(day(1)).beyond == -1
    assert found.spot(day(1)).x == 10
    assert found.spot(day(9)).beyond == 1
    assert found.spot(day(6)).beyond == 0


def test_no_times_no_axis() -> None:
    assert axis([], [], left=0, width=100) is None


def test_day_label() -> None:
    assert day_label(date(2031, 5, 6).toordinal()) == "6 May"


@pytest.mark.parametrize(
    ("value", "day", "clock"),
    [
        (None, "time not known", ""),
        ("soon", "soon", ""),
        ("2031-05", "May 2031", ""),
        ("2031-05-06", "Tue 6 May 2031", ""),
        ("2031-05-06T18:00+02:00", "Tue 6 May 2031", "18:00 (+02:00)"),
        ("2031-05-06T18:00/2031-05-06T21:00", "Tue 6 May 2031", "18:00 to 21:00"),
        ("2031-05-06T18:00/2031-05-07T02:00", "Tue 6 May 2031, 18:00 to Wed 7 May 2031, 02:00", ""),
    ],
)
def test_day_and_clock(value: str | None, day: str, clock: str) -> None:
    assert day_and_clock(value) == (day, clock)
