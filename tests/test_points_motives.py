"""Why it was done: not known in one report, told in a later one."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import PointRelation
from crosswire.relate.points.motives import open_motive
from point_stories import Row, relations, slots

OPEN = [
    ("A motive for the shooting is not known.", True),
    ("What led to the shooting is still under investigation.", True),
    ("Police do not know whether it was random.", True),
    ("The motive was money, police said.", False),
    ("The depth of the lake is not known.", False),
]


@pytest.mark.parametrize(("text", "asked"), OPEN)
def test_what_leaves_a_motive_open(text: str, asked: bool) -> None:
    assert open_motive(slots(text), load_lexicons().motives) is asked


def row(house: str, day: str, *paragraphs: str) -> Row:
    return (house, day, "", paragraphs)


def test_a_later_report_tells_why() -> None:
    (found,) = (
        p
        for p in relations(
            (
                row("Courier", "2031-03-04", "Ana Lupo was shot on the pier of Velden.", "The motive is not known."),
                row("Post", "2031-03-08", "Ana Lupo was shot after an argument over a boat, police said."),
            )
        ).points
        if p.relation is PointRelation.UPDATE
    )
    assert found.why[0] == "why it was done: not known in Courier, told in Post, which came out 4 days later"


def test_of_one_day_nothing_is_newer() -> None:
    assert not [
        p
        for p in relations(
            (
                row("Courier", "2031-03-04", "Ana Lupo was shot on the pier of Velden.", "The motive is not known."),
                row("Post", "2031-03-04", "Ana Lupo was shot after an argument over a boat, police said."),
            )
        ).points
        if p.relation is PointRelation.UPDATE
    ]
