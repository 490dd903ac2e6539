"""Ages of named people that reports tell differently."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from crosswire.relate.points.ages import read_ages, same_name
from point_stories import relations, slots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Lupo, 29, was hurt.", [("ana", "lupo", 29)]),
        ("Police held 30-year-old Ana Lupo.", [("ana", "lupo", 30)]),
        ("Police held the 30-year-old driver.", []),
        ("Ana Lupo, 29 Mill Lane, was hurt.", []),
        ("In Room 29, Ana Lupo slept.", []),
    ],
)
def test_ages_of_names(text: str, found: list[tuple[str, str, int]]) -> None:
    assert [(*a.name, a.age) for a in read_ages(0, slots(text))] == found


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("chad horn", "chadd horn", True),
        ("jean-marc horn", "jeanmarc horn", True),
        ("marek horn", "marec horn", True),
        ("ana lupo", "ada lupo", False),  # too short to be a slip
        ("ana lupo", "ana horn", False),
        ("marek sandor", "marek sandor ruiz", True),  # a second surname
        ("marek sandor", "marek ivan sandor", True),
        ("marek sandor", "marek ruiz sandez", False),
    ],
)
def test_names_of_one_person(one: str, two: str, same: bool) -> None:
    assert same_name(one.split(), two.split()) is same


def conflicts(first: str, second: str, day: str = "2031-03-05") -> list[str]:
    rows = (("Courier", "2031-03-04", "", (first,)), ("Post", day, "", (second,)))
    found = (p.why[0] for p in relations(rows).points if p.relation is PointRelation.CONFLICT)
    return [why for why in found if why.startswith("the age")]


def test_two_ages_of_one_person_are_a_conflict() -> None:
    (why,) = conflicts("Marek Horn, 29, is in jail.", "Police held 30-year-old Marec Horn.")
    assert why.startswith("the age of Marek Horn: 29 in Courier against 30 in Post, with no sign")
    assert why.endswith("the name is not spelt alike")


def test_a_birthday_explains_a_year() -> None:
    assert not conflicts("Marek Horn, 29, is in jail.", "Police held 30-year-old Marek Horn.", day="2031-08-05")


def test_who_turns_the_older_age_has_no_two_ages() -> None:
    first = "Marek Horn, 29, is in jail. He turns 30 today, his mother said."
    assert not conflicts(first, "Police held 30-year-old Marek Horn.")
    assert conflicts(first.replace("turns 30", "is well"), "Police held 30-year-old Marek Horn.")


def test_birthdays_of_three_years_explain_three_years() -> None:
    assert not conflicts("Marek Horn, 19, is in jail.", "Police held 22-year-old Marek Horn.", day="2033-09-05")
    assert conflicts("Marek Horn, 19, is in jail.", "Police held 22-year-old Marek Horn.", day="2031-09-05")


def test_a_page_that_keeps_its_first_text_gives_both_ages_of_a_birthday() -> None:
    first, later = "Marek Horn, 24, is in jail.", "Marek Horn, 24, is in jail. Marek Horn, 26, was sentenced."
    assert not conflicts(first, later, day="2032-08-15")
    assert conflicts(first, later)


def test_one_report_with_two_ages_is_at_odds_by_the_one_that_nobody_else_has() -> None:
    (why,) = conflicts("Marek Horn, 36, is in jail.", "Police held 26-year-old Marek Horn. Marek Horn, 36, is a baker.")
    assert "36 in Courier and Post against 26 in Post" in why


def test_spelling_alone_is_no_conflict_of_ages() -> None:
    assert not conflicts("Marek Horn, 29, is in jail.", "Police held 29-year-old Marec Horn.")


def test_son_and_father_are_two() -> None:
    assert not conflicts("Marek Horn, 49, is in jail.", "Police found 5-year-old Marek Horn.")
