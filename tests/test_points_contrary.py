"""Prints of one sentence that tell two versions, and sentences that only look like prints."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from point_stories import relations

FIRE = "The fire on the pier of Velden destroyed three boats of the Orlo fleet and hurt a clerk on Monday."
LUPO = "Ana Lupo, 24, is one of three clerks who ran from the burning pier of Velden on Monday."
HORN = "Ida Horn, 31, is one of three clerks who ran from the burning pier of Velden on Monday."


def disputed(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    found = relations((("Courier", "2031-03-04", "", first), ("Post", "2031-03-04", "", second)))
    return any(p.relation is PointRelation.CONFLICT for p in found.points)


@pytest.mark.parametrize(
    ("first", "second", "contrary"),
    [
        ((FIRE,), (FIRE.replace("three", "four"),), True),
        ((FIRE,), (FIRE.replace("three", "\ufffd 4"),), False),
        ((f"Image 2 of 9 {FIRE}",), (f"Image 2 of 11 {FIRE}",), False),
        ((LUPO, HORN), (LUPO, HORN), False),
    ],
)
def test_prints_that_contradict(first: tuple[str, ...], second: tuple[str, ...], contrary: bool) -> None:
    assert disputed(first, second) is contrary
