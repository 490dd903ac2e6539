"""Groups of the dead that are told apart add up; totals confirm or contradict; a latest report of one mind stands."""

from __future__ import annotations

import pytest

from crosswire.model.toll import TollHow
from test_tolls import tolls_of

FIRE = "Fire in Linden"
INSIDE = (FIRE, "Two people were killed inside the house on Elm Road, police said.")
GARDEN = (FIRE, "Two more died in the garden, the fire brigade said.")
FOUR = (FIRE, "Four people were killed in a fire in Linden, the fire brigade said.")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two were killed inside the house and two outside, police said.", 4),
        ("Two were found dead inside the house and two were found dead in the garden.", 4),
        ("There were two dead inside and two outside.", 4),
        ("Two people died at the scene and one died in hospital.", 3),
        ("Two people died at the scene; one in hospital.", 3),
        ("Two passengers died at the scene. Another died later in hospital.", 3),
        ("Two people were killed in the kitchen. Two more were killed on the stairs.", 4),
        ("Four people were killed in a fire in Linden. A fifth person died in hospital on Monday.", 5),
        ("Three men and a woman were killed when a boat sank off Tarn.", 4),
        ("A mother and her two children were killed in a fire in Ostra on Sunday.", 3),
        # Counter-examples: parts of the number, the number again, and people who live.
        ("Two people were killed, including a child, in a fire in Linden.", 2),
        ("Two people were killed, one of them outside the house, in a fire in Linden.", 2),
        ("Five people died in the fire, two at the scene and three in hospital.", 5),
        ("Three people were killed in Linden. Two died at the scene and one in hospital.", 3),
        ("Two people were killed in a fire in Linden. Two women were killed when the roof fell.", 2),
        ("Two people were killed inside the house and two in the garden were hurt.", 2),
        ("Two people were killed inside the house and two outside escaped.", 2),
        ("Two people were killed in a storm in Linden. Another dead tree fell on a car.", 2),
        ("Two people were killed in a fire in Linden. Another died last week in a fire in Tarn.", 2),
    ],
)
def test_groups_told_apart_in_one_report(text: str, killed: int) -> None:
    assert tolls_of((FIRE, text))["killed"].low == killed


def test_a_sum_has_its_parts_with_their_passages() -> None:
    toll = tolls_of((FIRE, "Two were killed inside the house and two outside, police said."))["killed"]
    assert (toll.low, toll.high, toll.how) == (4, 4, TollHow.SUM)
    assert [(part.number, [p.words for p in part.passages]) for part in toll.parts] == [(2, ["Two"]), (2, ["two"])]
    assert [(v.number, v.reports) for v in toll.versions] == [(4, ("r1",))]


def test_a_report_tells_more_than_the_one_before() -> None:
    toll = tolls_of(INSIDE, GARDEN)["killed"]
    assert (toll.low, toll.how) == (4, TollHow.SUM)
    assert [[p.report for p in part.passages] for part in toll.parts] == [["r1"], ["r2"]]
    assert [v.number for v in toll.versions] == [2, 4]


@pytest.mark.parametrize("told", [(INSIDE, GARDEN, FOUR), (INSIDE, FOUR, GARDEN), (FOUR, INSIDE, GARDEN)])
def test_a_total_told_elsewhere_confirms_the_sum(told: tuple[tuple[str, str], ...]) -> None:
    toll = tolls_of(*told)["killed"]
    assert (toll.low, toll.how) == (4, TollHow.TOLD)
    assert any(why.startswith("2 + 2 by r") for why in toll.why)


def test_two_and_two_beside_four_are_no_other_number() -> None:
    both = (FIRE, "Two were killed inside the house and two outside, police said.")
    toll = tolls_of(both, FOUR)["killed"]
    assert [(v.number, v.reports) for v in toll.versions] == [(4, ("r1", "r2"))]


@pytest.mark.parametrize(
    "total",
    [("Three dead in Linden fire", "Three people were killed in a fire in Linden, the fire brigade said.")],
)
def test_a_later_total_contradicts_the_sum(total: tuple[str, str]) -> None:
    both = (FIRE, "Two were killed inside the house and two outside, police said.")
    assert tolls_of(both, total)["killed"].low == 3


def test_a_headline_contradicts_the_sum_of_its_text() -> None:
    text = "Two were killed in the kitchen and two in the garden, a neighbour said. Three were killed, police said."
    assert tolls_of(("Three dead in Linden fire", text))["killed"].low == 3


def test_more_and_all_of_them_in_one_report() -> None:
    first = ("Gas blast kills five in Linden", "A gas explosion in Linden killed five people.")
    later = ("Linden blast", "Two more people died after the gas explosion in Linden, taking the toll to seven.")
    assert tolls_of(first, later)["killed"].low == 7


def test_the_latest_report_of_one_mind_stands() -> None:
    told = (
        ("Earthquake hits Marrow", "An earthquake hit the Marrow valley, killing at least 43 people."),
        ("Marrow quake: 610 dead", "The number of people killed in the Marrow earthquake reached 610 on Sunday."),
        ("Marrow", "At least 655 people were killed in the earthquake in the Marrow valley, officials said."),
    )
    assert tolls_of(*told)["killed"].low == 655


def test_a_month_of_deaths_in_a_sentence_is_not_the_toll() -> None:
    first = ("Two dead in Linden fire", "Two people were killed in a fire in Linden.")
    later = ("Fires keep Linden awake", "At least 80 people were killed by fires in the province in November alone.")
    assert tolls_of(first, later)["killed"].low == 2
