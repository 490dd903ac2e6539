"""Where somebody was hit, as reports tell it differently."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import PointRelation
from crosswire.relate.points.wounds import read_wounds
from point_stories import relations, slots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The boy was shot in the arm.", [("arm", {"child"})]),
        ("A girl had a bullet wound to her upper right abdomen.", [("abdomen", {"child"})]),
        ("The blast wounded an officer in the cheek.", [("head", {"officer"})]),
        ("The boy was shot in the arm and the girl was hit in the leg.", []),  # of two people
        ("The boy was shot in the yard.", []),
        ("The boy held the ball in the hand.", []),
        ("Somebody was shot in the arm.", []),  # nobody says who
    ],
)
def test_wounds(text: str, found: list[tuple[str, set[str]]]) -> None:
    wounds = read_wounds(0, slots(text), load_lexicons().wounds)
    assert [(w.region, set(w.whom)) for w in wounds] == found


def conflicts(first: str, *second: str) -> list[str]:
    rows = (("Courier", "2031-03-04", "", (first,)), ("Post", "2031-03-05", "", second))
    return [p.why[0] for p in relations(rows).points if p.relation is PointRelation.CONFLICT]


def test_two_wounds_of_one_person_are_a_conflict() -> None:
    (why,) = conflicts("The boy was shot in the arm on the pier.", "On the pier a bullet hit the boy in the cheek.")
    assert why.startswith("where one person was hit: arm in Courier against head in Post, with no sign")


@pytest.mark.parametrize(
    "second",
    [
        ("On the pier a bullet hit the boy in the shoulder.",),  # a shoulder may be called an arm
        ("On the pier a bullet hit the officer in the cheek.",),  # another person
        ("On the pier a bullet hit the boy in the cheek.", "His sister, a girl of ten, was hit in the leg."),
    ],
)
def test_wounds_that_may_both_be(second: tuple[str, ...]) -> None:
    assert not conflicts("The boy was shot in the arm on the pier.", *second)
