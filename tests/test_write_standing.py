"""The sentence above a point says what is known of it, and how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.passage import Passage
from crosswire.model.relation import Point, PointKind, PointRelation, Statement, Status, Version
from crosswire.write.vocabulary import meant, standing

OLD = Statement(Passage("r1", 0, 4, "Nine"), "a", origin="o1")
NEW = Statement(Passage("r2", 0, 3, "Ten"), "b", origin="o2")


def update(first: str | None, last: str | None) -> Point:
    """A point whose versions were told at these times."""
    return Point(
        id="p1",
        kind=PointKind.OCCURRENCE,
        relation=PointRelation.UPDATE,
        status=Status.SUPERSEDED,
        statements=(OLD, NEW),
        versions=(Version("a", None, first, first), Version("b", None, last, last)),
        origins=("o1", "o2"),
        voices=(),
        why=(),
        latest="b",
    )


@pytest.mark.parametrize(
    ("first", "last", "undated", "sentence"),
    [
        ("2031-03-04", "2031-03-05", (), "Superseded: a later report replaces an earlier version."),
        (
            "2031-03-04",
            "2031-03-04T12:00",
            (),
            "Superseded: the words show which version is later; the reports’ times don’t.",
        ),
        (
            "2031-03-04",
            None,
            ("R2",),
            "Superseded: the words show which version is later; R2’s time is not known.",
        ),
        (
            None,
            None,
            ("R1", "R2"),
            "Superseded: the words show which version is later; R1’s and R2’s times are not known.",
        ),
    ],
)
def test_how_the_later_version_is_known(
    first: str | None, last: str | None, undated: tuple[str, ...], sentence: str
) -> None:
    assert standing(update(first, last), origins=(), voices=(), undated=undated) == sentence


def test_page_that_marks_its_earlier_version() -> None:
    sentence = standing(update(None, None), origins=(), voices=(), undated=("R1",), marked=True)
    assert sentence == "Superseded: the page itself marks the earlier version."


def test_origins_that_are_not_counted_are_named() -> None:
    alone = replace(
        update(None, None), relation=PointRelation.SAME, status=Status.SINGLE_ORIGIN, origins=("o1",), latest=None
    )
    sentence = standing(alone, origins=("Nordwire",), voices=(), beside=("The Islander",))
    assert sentence == "Rests on one origin: Nordwire. What The Islander has on it is too different to be counted."
    assert meant(alone, ("Nordwire",)) == "Only one origin says it so, as far as a machine can tell."
