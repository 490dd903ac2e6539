"""What only one report says, and what several have word for word."""

from __future__ import annotations

import pytest

from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.singles import elsewhere
from crosswire.relate.points.versions import Member
from point_stories import all_slots


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        ("For Velden it could be four years.", "“For Velden, it could be four years,” he said.", True),
        ("For Velden it could be four years.", "For Velden it could be five years.", False),
        ("Four years.", "It took four years.", False),  # so few words are in two reports by chance
    ],
)
def test_the_same_words_in_another_report_are_found(here: str, there: str, words: bool) -> None:
    slots = all_slots(here, there)
    found = tuple(elsewhere(Neighbourhood(slots, {}), Member(0, slots[0].passage)))
    assert [m.sentence for m in found] == ([1] if words else [])
    assert all(m.passage.words in there for m in found)
