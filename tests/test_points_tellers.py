"""What a sentence tells, and which of the things that are denied or asked come about as a story goes on."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.tellers import Tellers, affirmed_topics, progress
from point_stories import all_slots, slots


def test_what_is_denied_is_not_told() -> None:
    assert "/charge" not in affirmed_topics(slots("No charges have been filed against the driver."))
    assert "/charge" in affirmed_topics(slots("Charges have been filed against the driver."))


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("No charges have been filed against the driver.", True),
        ("No warning had reached the bridge.", False),
    ],
)
def test_what_comes_about_as_a_story_goes_on(text: str, comes: bool) -> None:
    (focus,) = slots(text).foci
    assert progress(focus) is comes


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("At six the ministry’s storm warning had reached the bridge and the crew.", True),
        (
            "At six the ministry’s storm warning may have reached the bridge and the crew.",
            False,
        ),  # possible, and not told
        ("At six an alleged storm warning had reached the bridge and the crew.", False),
        ("A crew of nine had reached the quay.", False),
    ],
)
def test_who_tells_what_is_denied(told: str, expected: bool) -> None:
    hood = Neighbourhood(all_slots("No storm warning had reached the bridge of the ferry.", told), {})
    tellers = Tellers(hood, {(0, 1): 0.5}, load_lexicons().points)
    (focus,) = hood.slots[0].foci
    assert tellers.of(0, focus, 0.5) == ((1,) if expected else ())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("But charges are still possible.", False),
        ("But charges are likely.", False),
        ("Now charges were filed.", True),
    ],
)
def test_what_is_only_possible_has_not_come_about(told: str, expected: bool) -> None:
    hood = Neighbourhood(all_slots("No charges have been filed.", told), {})
    (focus,) = hood.slots[0].foci
    assert bool(Tellers(hood, {(0, 1): 0.5}, load_lexicons().points).of(0, focus, 0.5)) is expected
