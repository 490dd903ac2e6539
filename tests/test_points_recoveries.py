"""Those who were hurt, taken together: in hospital, and later out of it."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Point, PointRelation
from point_stories import Row, relations, row


def updates(*rows: Row) -> list[Point]:
    return [p for p in relations(rows).points if p.relation is PointRelation.UPDATE]


HURT = row("Courier", "2031-03-04", "Three of the victims are in stable condition.")


def test_the_others_have_left_the_hospital() -> None:
    (found,) = updates(HURT, row("Post", "2031-03-09", "The other three victims have been released from the hospital."))
    assert found.why[0] == (
        "of those hurt: in stable condition in Courier, then out of hospital in Post, which came out 5 days later"
    )
    assert found.latest == "b"


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (HURT, row("Post", "2031-03-04", "The other three victims have been released from the hospital.")),  # no later
        (HURT, row("Post", "2031-03-09", "All three men have been released from jail.")),
        (HURT, row("Post", "2031-03-09", "The other victims will be released from the hospital on Sunday.")),
        (
            row("Courier", "2031-03-04", "The baker is in stable condition."),
            row("Post", "2031-03-09", "The other three victims have been released from the hospital."),
        ),
    ],
)
def test_what_tells_of_no_recovery(first: Row, later: Row) -> None:
    assert not updates(first, later)
