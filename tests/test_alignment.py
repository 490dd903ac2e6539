"""Which words of two passages stand for each other."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from crosswire.relate.copies.alignment import aligned

LEXICONS = load_lexicons()


def told(here: str, there: str) -> list[tuple[str, str, bool]]:
    """The stretches' words, the passages standing somewhere inside their reports."""
    one, other = Passage("a", 7, 7 + len(here), here), Passage("b", 3, 3 + len(there), there)
    found = aligned(one, other, lexicons=LEXICONS)
    return [(here[a - 7 : b - 7], there[c - 3 : d - 3], equal) for (a, b), (c, d), equal in found]


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Twelve died.", "Twelve died.", [("Twelve died", "Twelve died", True)]),
        ("12 died.", "Twelve died.", [("12", "Twelve", True), ("died", "died", True)]),
        (
            "At least 12 died, police said.",
            "12 died on Sunday.",
            [("At least", "", False), ("12 died", "12 died", True), ("police said", "on Sunday", False)],
        ),
        ("The old harbour", "The harbor", [("The", "The", True), ("old", "", False), ("harbour", "harbor", True)]),
        # "of the" in the middle of other words is no sign that the sentence goes on
        (
            "the chief secretary of the shipping company",
            "a tall captain of the burning ferry",
            [("the chief secretary of the shipping company", "a tall captain of the burning ferry", False)],
        ),
        # a straight mark for a curly one is no other way to write the word
        ("The ship’s captain", "The ship's captain", [("The ship’s captain", "The ship's captain", True)]),
        ("Boats came.", "", [("Boats came", "", False)]),
        ("", "", []),
    ],
)
def test_stretches(here: str, there: str, expected: list[tuple[str, str, bool]]) -> None:
    assert told(here, there) == expected


def test_long_passages_are_cut_at_words_that_stand_once() -> None:
    words = [f"word{n} of{n % 7}" for n in range(3000)]
    changed = [*words[:2000], "something", "else", *words[2010:]]
    found = told(" ".join(words), " ".join(changed))
    assert [(len(a.split()), len(b.split()), equal) for a, b, equal in found] == [
        (4000, 4000, True),
        (20, 2, False),
        (1980, 1980, True),
    ]
