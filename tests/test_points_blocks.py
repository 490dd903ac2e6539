"""Blocks of a street that reports tell differently."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from crosswire.relate.points.blocks import read_blocks
from point_stories import relations, slots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Lupo was hit in the 1200 block of East Barker Street.", [("barker", "1200")]),
        ("Ana Lupo was hit in the 1,200 block of Barker on Monday.", [("barker", "1200")]),
        ("Ana Lupo was hit in the 300 block of W. 5th St. in Velden.", [("5th", "300")]),
        ("Ana Lupo was hit in the 000 block of Barker Street.", []),
        ("Ana Lupo was hit on the next block of houses.", []),
    ],
)
def test_a_street_is_known_by_its_own_word(text: str, found: list[tuple[str, str]]) -> None:
    assert [(street, number) for street, number, _ in read_blocks(slots(text))] == found


@pytest.mark.parametrize(
    ("first", "second", "blocks"),
    [
        ("A man was shot in the 1200 block of Barker Street.", "A man was shot in the 2100 block of Barker Street.", 1),
        ("A man was shot in the 1200 block of Barker Street.", "A man was shot in the 1200 block of Barker.", 0),
        ("A man was shot in the 1200 block of Barker Street.", "A man was shot in the 2100 block of Quay Street.", 0),
        # where it was searched nobody was hit
        ("A man was shot in the 1200 block of Barker Street.", "Police searched the 1400 block of Barker Street.", 0),
        # who tells of two is on no side
        (
            "A man was shot in the 1200 block of Barker Street.",
            "A man was shot in the 1200 block of Barker Street and fled to the 2100 block of Barker Street.",
            0,
        ),
    ],
)
def test_one_act_in_two_blocks(first: str, second: str, blocks: int) -> None:
    rows = (("Courier", "2031-03-04", "", (first,)), ("Post", "2031-03-05", "", (second,)))
    whys = [p.why[0] for p in relations(rows).points if p.relation is PointRelation.CONFLICT]
    start = "the block of Barker: 1200 in Courier against 2100 in Post, with no sign"
    assert [why.startswith(start) for why in whys] == [True] * blocks
