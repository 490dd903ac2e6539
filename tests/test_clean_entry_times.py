"""Time lines of running coverage, and the times that its entries get."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosswire.clean.clocks.place_zones import zone_of_place
from crosswire.clean.parts.entry_times import ClockKind, newest_first, read_clock, times_of, zone_of_all
from crosswire.lexicons.calendar import PlaceZone
from crosswire.lexicons.load import load_lexicons
from crosswire.model.when import UNKNOWN, Basis, When

CALENDAR = load_lexicons().calendar


def clock(line: str):  # type: ignore[no-untyped-def]
    found = read_clock(line, calendar=CALENDAR)
    assert found is not None, line
    return found


@pytest.mark.parametrize(
    ("line", "minute", "rest"),
    [
        ("14:05", 845, ""),
        ("2.05pm", 845, ""),
        ("4 p.m.", 960, ""),
        ("12:10 a.m.", 10, ""),
        ("noon", 720, ""),
        ("2:05 p.m. ET", 845, ""),
        ("Wednesday 14:05", 845, ""),
        ("Posted at 14:05", 845, ""),
        ("14:05 Uhr: Ostra stimmt ab", 845, "Ostra stimmt ab"),
        ("9h05 - La digue d'Ostra cède", 545, "La digue d'Ostra cède"),
        ("14:05 | Ana Ruiz", 845, "Ana Ruiz"),
        ("5 min ago", 5, ""),
        ("1 hr 14 min ago", 74, ""),
        ("vor 5 Minuten", 5, ""),
        ("il y a 12 min", 12, ""),
        ("March 4, 2026, 2:05 p.m.", 845, ""),
    ],
)
def test_time_lines(line: str, minute: int, rest: str) -> None:
    found = clock(line)
    assert (found.minute, found.rest) == (minute, rest)


@pytest.mark.parametrize(
    "line",
    [
        "4 people were hurt",
        "1-0",
        "0:45:10 of the recording",
        "14 p.m.",
        "March 4, 2026",
        "10:15 a.m. Crews arrived at the wall.",
        "Updated at 2.05pm",
        "UPDATE @ 7:30 p.m.",
        "Noon prayers were held in Ostra",
        "",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert read_clock(line, calendar=CALENDAR) is None


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["4 p.m.", "2 p.m.", "11 a.m."], True),
        (["1 a.m.", "11 p.m.", "9 p.m."], True),  # over midnight
        (["9:00", "9:30", "10:05"], False),
        (["5 min ago", "40 min ago", "1 hr 2 min ago"], True),
        (["40 min ago", "5 min ago", "20 min ago"], None),
        (["5 min ago", "20 min ago", "35 min ago", "20 min ago", "50 min ago", "1 hr 2 min ago"], True),  # one pinned
        (["5 h ago", "4 h ago", "3 h ago", "5 h ago", "3 h ago", "6 h ago", "2 h ago"], None),
        (["9:00", "15:00", "8:00", "16:00", "7:00", "17:00"], None),
        (["March 4, 2026, 14:05", "March 4, 2026, 13:00", "March 3, 2026, 23:10"], True),
        (["March 4, 2026, 14:05", "March 5, 2026, 13:00", "March 3, 2026, 23:10"], None),
    ],
)
def test_the_order_of_entries(lines: list[str], order: bool | None) -> None:
    assert newest_first([clock(line) for line in lines]) is order


def test_a_few_entries_out_of_order_are_none_where_it_must_be_strict() -> None:
    steps = [clock(line) for line in ("6:30 p.m.", "9:30 p.m.", "2:38 a.m.")]
    assert newest_first(steps, strict=True) is None


def times(lines: list[str], published: str | None, updated: str | None = None, **options: object) -> list[str | None]:
    def when(value: str | None) -> When:
        return When(value, Basis.MARKUP) if value else UNKNOWN

    options.setdefault("fetched", None)
    found = times_of(
        [clock(line) for line in lines],
        published=when(published),
        updated=when(updated),
        calendar=CALENDAR,
        **options,  # type: ignore[arg-type]
    )
    assert all(one.value or one.why for one in found), "an unknown time says why"
    return [one.value for one in found]


def test_newest_first_counts_back_over_midnight_from_the_last_change() -> None:
    found = times(["1 a.m.", "11:30 p.m.", "9 p.m."], "2026-03-03T20:00", "2026-03-04T01:10")
    assert found == ["2026-03-04T01:00", "2026-03-03T23:30", "2026-03-03T21:00"]


def test_oldest_first_counts_on_over_midnight_from_publication() -> None:
    found = times(["21:00", "23:30", "0:15"], "2026-03-03T20:00", "2026-03-04T01:10")
    assert found == ["2026-03-03T21:00", "2026-03-03T23:30", "2026-03-04T00:15"]


def test_zones_are_the_lines_then_the_pages() -> None:
    assert times(["2 p.m. ET", "1 p.m. ET"], "2026-03-04") == ["2026-03-04T14:00-05:00", "2026-03-04T13:00-05:00"]
    assert times(["14:00", "13:00"], "2026-03-04T15:00+01:00")[0] == "2026-03-04T14:00+01:00"
    assert times(["14:00", "13:00"], "2026-03-04T15:00Z")[0] == "2026-03-04T14:00"
    assert times(["2 p.m.", "1 p.m."], "2026-03-04T15:00", all_times="local")[0] == "2026-03-04T14:00"


def test_the_zone_of_all_times() -> None:
    assert zone_of_all(["The Latest on the wall (all times local):"]) == "local"
    assert zone_of_all(["(All times Eastern)"]) == "ET"
    assert zone_of_all(["all times GMT"]) == "GMT"
    assert zone_of_all(["At all times the wall held."]) is None


def test_a_clock_without_a_day_stays_unknown() -> None:
    assert times(["2 p.m.", "1 p.m."], None) == [None, None]
    assert times(["2 p.m.", "1 p.m."], "2026-03") == [None, None]


def test_minutes_ago_count_from_the_fetching_or_stay_unknown() -> None:
    fetched = datetime(2026, 3, 4, 0, 30, tzinfo=UTC)
    assert times(["9 min ago", "1 hr 2 min ago"], None, fetched=fetched) == [
        "2026-03-04T00:21+00:00",
        "2026-03-03T23:28+00:00",
    ]
    assert times(["9 min ago", "1 hr 2 min ago"], "2026-03-04") == [None, None]
    assert clock("9 min ago").kind is ClockKind.AGO
    assert times(["less than 1 min ago", "2 hr ago"], None, fetched=fetched) == [
        "2026-03-04T00:29+00:00",
        "2026-03-03T22+00:00",
    ]


HELSINKI = zone_of_place("Helsinki", geography=load_lexicons().geography, calendar=CALENDAR)
OHIO = zone_of_place("Linden, Ohio", geography=load_lexicons().geography, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("published", "updated", "fetched", "place", "found"),
    [
        # changed at 23:58 in Los Angeles, when it was 9:58 of the next day in Helsinki
        ("2026-03-03", "2026-03-03T23:58-08:00", None, HELSINKI, "2026-03-04T09:50+02:00"),
        ("2026-07-03", "2026-07-03T23:58-07:00", None, HELSINKI, "2026-07-04T09:50+03:00"),
        # published at 1:19 of the day after, as the fetching shows
        ("2026-03-04T00:19-06:00", None, datetime(2026, 3, 4, 11, tzinfo=UTC), OHIO, "2026-03-03T09:50-05:00"),
        ("2026-03-04T00:19-06:00", None, None, OHIO, None),
        ("2026-03-03T23:58-08:00", None, None, None, None),
        ("2026-03-04", None, datetime(2026, 3, 4, 9, tzinfo=UTC), HELSINKI, "2026-03-04T09:50+02:00"),
        ("2026-03-03", None, datetime(2026, 3, 4, 9, tzinfo=UTC), HELSINKI, None),
        ("2026-03-04T02:10", "2026-03-04T03:36", None, None, None),
        ("2026-03-04T02:10", None, None, None, "2026-03-04T09:50"),
    ],
)
def test_local_times_have_the_day_that_it_was_there(
    published: str, updated: str | None, fetched: datetime | None, place: PlaceZone | None, found: str | None
) -> None:
    options = {"fetched": fetched, "all_times": "local", "place": place}
    assert times(["9:50 a.m.", "9:20 a.m."], published, updated, **options)[0] == found
