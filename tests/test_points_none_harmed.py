"""Tolls that begin with a report of nobody killed or hurt."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Point, Status
from point_stories import relations

NONE = ("2031-03-04", "No one was killed, a spokesman for the operator Hydrovel said.")
TWO = ("2031-03-05", "Two people were killed when the Orlo dam broke above Velden, police said.")


def superseded(*told: tuple[str, str]) -> list[Point]:
    """The updates of a story of one report a text: its day, its words."""
    rows = tuple((f"{chr(65 + n)} Gazette", day, "", tuple(text.split("|"))) for n, (day, text) in enumerate(told))
    return [p for p in relations(rows).points if p.status is Status.SUPERSEDED]


def test_nobody_killed_and_later_two_is_an_update() -> None:
    (toll,) = superseded(NONE, TWO)
    assert [s.passage.words for s in toll.statements] == [NONE[1].rstrip("."), "Two people were killed"]
    assert toll.latest == toll.versions[-1].id
    assert toll.why[0].startswith("nobody killed in A Gazette, then Two people in B Gazette")


def test_nobody_killed_begins_a_toll_that_rises() -> None:
    (toll,) = superseded(NONE, TWO, ("2031-03-06", "The number of people killed by the Orlo dam rose to five."))
    assert [v.value for v in toll.versions][1:] == ["Two people", "five"]
    assert len(toll.versions) == 3


def test_what_was_said_before_begins_nothing_of_its_own_and_is_told_no_more() -> None:
    later = (TWO[0], f"{TWO[1]}|Hydrovel had said on Tuesday that no one was killed.")
    rows = (("A Gazette", NONE[0], "", (NONE[1],)), ("B Gazette", TWO[0], "", tuple(later[1].split("|"))))
    points = relations(rows).points
    told = [s.passage.words for p in points if p.status is not Status.SUPERSEDED for s in p.statements]
    assert not [words for words in told if words.startswith(("No one was killed", "no one was killed"))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (TWO, (TWO[0], NONE[1])),  # of one day
        (("2031-03-06", NONE[1]), TWO),  # told after the toll
        (NONE, ("2031-03-05", "A man was told that no one was killed by the flood.")),  # nobody counts
        (NONE, (TWO[0], f"Rescuers went to two separate accidents above Velden on Monday.|{TWO[1]}")),  # several
        (("2031-03-04", "No one else was killed, the operator said."), TWO),
    ],
)
def test_what_begins_no_toll(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert not superseded(first, second)
