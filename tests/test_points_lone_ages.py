"""Ages of the only one who has a part in an act, told in two ways."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from point_stories import relations


def conflicts(first: str, second: str, day: str = "2031-03-05") -> list[str]:
    rows = (("Courier", "2031-03-04", "", (first,)), ("Post", day, "", (second,)))
    found = (p.why[0] for p in relations(rows).points if p.relation is PointRelation.CONFLICT)
    return [why for why in found if why.startswith("the age")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A 6-year-old girl was wounded on the quay.", "A 7-year-old girl, Ana Lupo, was wounded on the quay."),
        ("A 3-year-old boy shot his mother.", "A 2-year-old boy found the gun, and he shot his mother."),
        ("A 6-year-old girl was wounded.", "A 7-year-old girl was wounded beside a 6-year-old boy."),
    ],
)
def test_the_only_one_has_two_ages(first: str, second: str) -> None:
    (why,) = conflicts(first, second)
    assert why.startswith("the age of ")
    assert why.endswith("with no sign that one replaces the other")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A 6-year-old girl was wounded.", "A 7-year-old boy was wounded."),
        ("A 6-year-old girl was wounded.", "A 7-year-old girl and her mother, 31, were wounded."),
        ("A 6-year-old girl was wounded.", "A 7-year-old girl was wounded beside a 6-year-old."),
        ("A 6-year-old girl was wounded.", "A 7-year-old girl was charged."),
        ("A 6-year-old girl was wounded.", "A 47-year-old woman was wounded."),
        ("Mia Horn, 6, was wounded.", "Ana Lupo, 7, was wounded."),
        ("A 1-year-old girl was wounded.", "A 2-year-old girl was wounded. She is 22 months old."),
    ],
)
def test_others_are_left_alone(first: str, second: str) -> None:
    assert not conflicts(first, second)


def test_a_birthday_explains_a_year() -> None:
    first, second = "A 6-year-old girl was wounded on the quay.", "A 7-year-old girl was wounded on the quay."
    assert conflicts(first, second)
    assert not conflicts(first, second, day="2031-09-05")


def test_who_is_named_in_both_has_one_point() -> None:
    first = "Ana Lupo, 29, was wounded on the quay."
    assert len(conflicts(first, "Ana Lupo, 30, was wounded on the quay.")) == 1
