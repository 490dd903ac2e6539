"""Numbers of one thing in several reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, Point, PointKind, PointRelation
from crosswire.relate.points.numbers import find_number_points, vague
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.versions import Told
from crosswire.run.models import shared_models
from point_stories import all_slots, relations


def number_points(*told: tuple[str, str]) -> list[Point]:
    """The shared points about numbers of a story: the day and the one sentence of each report."""
    rows = [(f"{chr(65 + n)} Gazette", day, "", (text,)) for n, (day, text) in enumerate(told)]
    found = relations(tuple(rows)).points
    return [p for p in found if p.kind is PointKind.FIGURE and p.relation is not PointRelation.SINGLE]


def test_toll_of_one_day_is_in_conflict() -> None:
    (toll,) = number_points(
        ("2031-03-04", "Nine people were killed when the bridge at Tarn collapsed."),
        ("2031-03-04", "Twelve people were killed when the bridge at Tarn collapsed on Monday."),
    )
    assert (toll.relation, toll.between) == (PointRelation.CONFLICT, Between.REPORTS)
    assert {v.value for v in toll.versions} == {"Nine people", "Twelve people"}


def test_toll_that_falls_later_is_in_conflict() -> None:
    (toll,) = number_points(
        ("2031-03-04", "Twelve people were killed when the bridge at Tarn collapsed."),
        ("2031-03-05", "Nine people were killed when the bridge at Tarn collapsed on Monday."),
    )
    assert toll.relation is PointRelation.CONFLICT


def test_who_of_the_hurt_has_died_since_is_an_update() -> None:
    first = ("2031-03-04", "Four people were hurt in the fire at the Tarn ballroom.")
    text = "Police held a man over the fire at the Tarn ballroom that left one dead and three hurt."
    (hurt,) = number_points(first, ("2031-03-06", text))
    assert hurt.relation is PointRelation.UPDATE
    assert hurt.why[0].endswith("; the others have died")
    (hurt,) = number_points(first, ("2031-03-06", text.replace("one dead", "two dead")))
    assert hurt.relation is PointRelation.CONFLICT


@pytest.mark.parametrize(("second", "found"), [("Nine others were hurt.", 1), ("Forty others were hurt.", 0)])
def test_first_tolls_of_two_reports_are_compared_however_unlike_their_sentences(second: str, found: int) -> None:
    tolls = number_points(
        ("2031-03-04", "A man is held over the fire at the Tarn ballroom, in which five others were hurt."),
        ("2031-03-05", second),
    )
    assert len(tolls) == found


def test_arrests_that_rise_are_an_update() -> None:
    (held,) = number_points(
        ("2031-03-04", "Two people were arrested over the fire at the Tarn ballroom."),
        ("2031-03-09", "Four men have been arrested in Velden, officers said."),
    )
    assert held.relation is PointRelation.UPDATE


SUNK = (
    ("2031-03-04", "Two people have died and 20 are missing after the ferry Orla sank off Tarn on Monday."),
    ("2031-03-05", "Five people were killed when a ferry sank off Tarn on Monday, the coastguard said."),
    ("2031-03-06", "Divers found six more bodies in the wreck of the Orla, bringing the number of dead to 11."),
    ("2031-03-07", "Nine people died on the ferry Orla, and 11 people are still missing."),
    ("2031-03-08", "The number of people killed on the ferry Orla rose to 14 and eight are still missing."),
)


def test_a_toll_of_many_days_is_one_update_and_what_lags_is_overtaken_too() -> None:
    found = {p.versions[-1].value: [v.value for v in p.versions] for p in number_points(*SUNK) if len(p.versions) > 1}
    assert found["14"] == ["Two people", "Five people", "11", "Nine people", "14"]
    assert found["eight"] == ["20", "11 people", "eight"]
    assert all(p.relation is PointRelation.UPDATE for p in number_points(*SUNK) if len(p.versions) > 1)
    lagging = ("2031-03-09", "Nine people have died on the ferry Orla off Tarn.")
    points = [p for p in number_points(*SUNK, lagging) if p.versions[0].value != "20"]
    sides = {p.relation: {v.value for v in p.versions} for p in points}
    assert sides[PointRelation.CONFLICT] == {"14", "Nine people"}
    assert sides[PointRelation.UPDATE] == {"Two people", "Five people", "11", "14"}


def test_more_rescued_and_fewer_missing_are_updates() -> None:
    first = ("2031-03-04", "Some 160 people had been rescued from the ferry Orla off Tarn.")
    (saved,) = number_points(first, ("2031-03-05", "By the evening 179 people had been rescued from the ferry Orla."))
    assert (saved.relation, saved.why[0].endswith("a count of those can only rise")) == (PointRelation.UPDATE, True)
    first = ("2031-03-04", "Twenty people are missing after the ferry Orla sank off Tarn.")
    (lost,) = number_points(first, ("2031-03-05", "Eleven people are missing after the ferry Orla sank off Tarn."))
    assert (lost.relation, lost.why[0].endswith("; a count of those falls as time goes on")) == (
        PointRelation.UPDATE,
        True,
    )


def test_about_so_many_is_not_at_odds_with_a_number_near_it() -> None:
    exact = ("2031-03-05", "There were 187 people aboard the ferry Orla.")
    assert number_points(("2031-03-04", "There were 180 people aboard the ferry Orla."), exact)
    assert not number_points(("2031-03-04", "There were about 180 people aboard the ferry Orla."), exact)


def test_a_number_that_the_earlier_report_gives_too_replaces_nothing() -> None:
    later = ("2031-03-06", "Eight people were hurt when the bridge at Tarn collapsed on Monday.")
    assert number_points(("2031-03-04", "Six people were hurt when the bridge at Tarn collapsed."), later)
    both = "Six people were hurt when the bridge at Tarn collapsed, of eight victims on it."
    assert not [p for p in number_points(("2031-03-04", both), later) if p.relation is PointRelation.UPDATE]
    other = ("2031-03-06", "An unrelated fall of a bridge at Velden hurt eight people on Monday.")
    assert not number_points(("2031-03-04", "Six people were hurt when the bridge at Tarn collapsed."), other)


def test_near_counts_of_a_named_thing_are_compared() -> None:
    (count,) = number_points(
        ("2031-03-04", "The ferry had 212 passengers, its owner said."),
        ("2031-03-05", "A list that the harbour kept gave 240 passengers on Monday evening."),
    )
    assert count.relation is PointRelation.CONFLICT


@pytest.mark.parametrize(("chance", "found"), [(0.45, 1), (0.35, 0)])
def test_times_of_day_are_compared_where_their_sentences_are_nearly_linked(chance: float, found: int) -> None:
    texts = ("It happened around 3:30 a.m. on Sunday.", "The dam broke at 3:50 a.m. Sunday above Velden.")
    slots = [
        replace(told, clocks=((f"2031-03-03T{clock}", told.passage),))
        for told, clock in zip(all_slots(*texts), ("03:30", "03:50"), strict=True)
    ]
    hood = Neighbourhood(slots, {})
    told = Told(("2031-03-04", "2031-03-04"), ("Velden Courier", "Northern Post"))
    words = shared_models().lexicons
    drafts = find_number_points(hood, {(0, 1): chance}, 0.5, told, words.points, words.cases.several)
    assert [d.relation for d in drafts] == [PointRelation.CONFLICT] * found


@pytest.mark.parametrize(
    ("words", "expected"), [("several passengers", True), ("12 passengers", False), ("Two", False)]
)
def test_vague(words: str, expected: bool) -> None:
    assert vague(Figure("r.f1", Passage("r", 0, len(words), words), None, None)) is expected


def test_reasons_name_figures_reports_what_is_counted_and_what_says_that_one_is_newer() -> None:
    (toll,) = number_points(
        ("2031-03-04", "At least four people were killed when the Orlo dam broke."),
        ("2031-03-05", "The toll of the Orlo dam rose to seven people killed."),
    )
    told = "At least four people in A Gazette, then seven people killed in B Gazette, which came out the next day"
    assert toll.why[0] == f"{told} and says “rose”"
    (hurt,) = number_points(
        ("2031-03-04", "Five people were hurt when the Orlo dam broke."),
        ("2031-03-04", "Six people were hurt when the Orlo dam broke above Velden."),
    )
    told = "Five people in A Gazette against Six people in B Gazette, both of the injured"
    assert hurt.why[0] == f"{told}, with no sign that one replaces the other"


def test_one_more_dead_is_the_killer() -> None:
    assert not number_points(
        ("2031-03-04", "Four people are dead after the shooting on the pier."),
        ("2031-03-04", "Horn killed three people in the shooting on the pier and then himself."),
    )
