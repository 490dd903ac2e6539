"""What answers a question left open, and what only has its words."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from point_stories import relations, row

ASKED = "Police couldn't say how many shots were fired on the pier of Velden."


@pytest.mark.parametrize(
    ("told", "answers"),
    [
        ("Police said nine shots were fired on the pier of Velden.", True),
        ("A baker who was fired on Friday shot at the pier of Velden.", False),
        ("Police said shots were fired at three people on the pier of Velden.", False),
    ],
)
def test_how_many_is_answered_by_a_number_of_the_same(told: str, answers: bool) -> None:
    points = relations([row("Courier", "2031-03-04", ASKED), row("Post", "2031-03-06", told)]).points
    assert any(p.relation is PointRelation.UPDATE for p in points) is answers
