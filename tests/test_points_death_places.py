"""Where somebody died, at the scene or in hospital."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from crosswire.relate.points.death_places import Place, death_place
from point_stories import Row, relations

TOLD = [
    ("Ana Lupo was pronounced dead at the scene.", Place.SCENE),
    ("Officers found Ana Lupo dead.", Place.SCENE),
    ("Ana Lupo died at Velden General Hospital.", Place.HOSPITAL),
    ("She was taken to a hospital, where she died.", Place.HOSPITAL),
    ("One died at the scene; the other died at a hospital.", None),  # of two people
    ("Ana Lupo was taken to a hospital.", None),
    ("Ana Lupo died on Monday.", None),
]


@pytest.mark.parametrize(("text", "place"), TOLD)
def test_where_a_sentence_has_somebody_die(text: str, place: Place | None) -> None:
    found = death_place(text)
    assert (found[0] if found else None) == place


def row(house: str, *paragraphs: str) -> Row:
    return (house, "2031-03-04", "", paragraphs)


def test_two_reports_are_at_odds() -> None:
    (found,) = (
        p
        for p in relations(
            (
                row("Courier", "Ana Lupo was pronounced dead at the scene."),
                row("Post", "Ana Lupo was taken to a hospital in Velden, where she died."),
            )
        ).points
        if p.relation is PointRelation.CONFLICT
    )
    assert found.why[0].startswith("where Lupo died: at the scene in Courier against in hospital in Post")
