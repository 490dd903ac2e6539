"""Who a word stands for, as far as its report tells, and who can't be whom."""

from __future__ import annotations

import pytest

from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.somebody import Cast, Somebody, another
from crosswire.run.models import shared_models
from point_stories import all_slots


def who(text: str, word: str) -> Somebody:
    """Who the last sentence of the text speaks of with the word."""
    hood = Neighbourhood(all_slots(text), {})
    lexicons = shared_models().lexicons
    last = len(hood.slots) - 1
    words, start = hood.slots[last].passage.words, hood.slots[last].passage.start
    at = start + words.index(word)
    token = next(n for n, t in enumerate(hood.slots[last].tokens) if t.start == at)
    return Cast(hood, lexicons.persons, lexicons.names).who(last, token)


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (("Ana Lupo was hit.", "Lupo"), ("Mia Lupo was hit.", "Lupo"), True),
        (("Ana Lupo was hit.", "Lupo"), ("Lupo was hit.", "Lupo"), False),
        (("A man was hit.", "man"), ("A woman was hit.", "woman"), True),
        (("A man was hit.", "man"), ("A driver was hit.", "driver"), False),
        (("One man was hit.", "man"), ("Some men were hit.", "men"), True),
        (("Two officers were hit.", "officers"), ("Two people were hit.", "people"), True),
        (("A deputy was hit.", "deputy"), ("An officer was hit.", "officer"), False),
        (("Two men were hit.", "men"), ("Three men were hit.", "men"), True),
        (("The suspect was taken away.", "suspect"), ("The victim was taken away.", "victim"), True),
        (("A second man was hit.", "man"), ("A man was hit.", "man"), False),
        (("The dam was hit.", "dam"), ("Two boats were hit.", "boats"), False),
    ],
)
def test_who_cannot_be_whom(one: tuple[str, str], two: tuple[str, str], apart: bool) -> None:
    assert another(who(*one), who(*two)) is apart


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Ana Lupo left the town. She was hit.", "She", {"lupo"}),
        ("Ana Lupo and Pavel Horn left. The officer came. He was hit.", "He", {"horn"}),
        ("The officers left. He was hit.", "He", set()),
        ("Pavel Horn left the town. They were hit.", "They", set()),
    ],
)
def test_a_pronoun_stands_for_whom_the_words_before_name(text: str, word: str, names: set[str]) -> None:
    assert who(text, word).names == names
