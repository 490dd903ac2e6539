"""The words in which a point is shown, and who counts for them: the clause that all of them say."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointKind, PointRelation
from crosswire.relate.points.cuts import Cuts
from crosswire.relate.points.upheld import upheld
from crosswire.relate.points.versions import Draft, Member
from point_stories import bearing


def agreed(*texts: str) -> tuple[str, set[int]]:
    """The words shown of a point that was linked from the texts, one a report, and which of them count."""
    hood, asked = bearing(*texts)
    members = tuple(Member(n, s.passage) for n, s in enumerate(hood.slots))
    draft = Draft(PointKind.OCCURRENCE, PointRelation.SAME, (members,), (), shown={0: members[0]})
    found = upheld(draft, hood, asked, Cuts(hood, asked))
    return found.shown[0].passage.words, {m.sentence for m in found.carrying()}


@pytest.mark.parametrize(
    ("texts", "shown", "counted"),
    [
        # where and how is left out where another report doesn't say it
        (
            ("The old ferry sank in the harbour of Velden.", "The old ferry sank on Monday, and nobody knows why."),
            "The old ferry sank",
            {0, 1},
        ),
        # a call to readers tells nothing
        (
            (
                "Anyone with information is asked to call the harbour police.",
                "Anyone with information is asked to call the harbour police.",
            ),
            "Anyone with information is asked to call the harbour police.",
            {0},
        ),
        # who tells it of another stands beside
        (
            (
                "Pavel Horn was charged with arson.",
                "Ana Lupo was charged with arson.",
                "Pavel Horn was charged with arson and theft.",
            ),
            "Pavel Horn was charged with arson",
            {0, 2},
        ),
        # nothing is cut that says which one: "a list | of the dead"
        (
            ("The mayor read out a list of the dead.", "The mayor read out a list of demands."),
            "The mayor read out a list of the dead.",
            {0},
        ),
        (
            (
                "He was charged with holding a gun, possession of a knife with a false grip.",
                "He was charged with holding a gun.",
            ),
            "He was charged with holding a gun",
            {0, 1},
        ),
        (("Two officers were hurt.", "Two people were hurt."), "Two officers were hurt.", {0}),
    ],
)
def test_shown_is_what_all_say_who_count(texts: tuple[str, ...], shown: str, counted: set[int]) -> None:
    assert agreed(*texts) == (shown, counted)
