"""The forms in which the words of texts are compared."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.relate.copies.wordforms import word_forms

READ = word_forms(load_lexicons()).read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On Sept. 3 twelve per cent left.", "on September 3 12% left"),
        ("the U.S. centre, organised on Tues.", "the US center organized on Tuesday"),
        ("twenty-five boats", "25 boats"),
        ("two hundred and fifty boats", "250 boats"),
        ("two thousand five hundred and six", "2,506"),
        ("12 thousand", "12,000"),
        ("$5m and 3.5bn", "5 million and 3.5 billion"),
        ("two dozen", "24"),
        ("the second fire", "the 2nd fire"),
        ("the ship’s captain", "the ship's captain"),
    ],
)
def test_two_ways_to_write_the_same(one: str, other: str) -> None:
    assert READ(one).forms == READ(other).forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("he filled the form", "he filed the form"),
        ("a 5m wall", "a 5 million wall"),
        ("two three", "five"),
        ("He sat down", "He Saturday down"),
        ("12 died", "21 died"),
        ("two hundred and many", "200 many"),
    ],
)
def test_other_words_keep_other_forms(one: str, other: str) -> None:
    assert READ(one).forms != READ(other).forms


def test_a_number_of_several_words_has_one_span() -> None:
    text = "Some two hundred and fifty boats"
    words = READ(text)
    assert [text[start:end] for start, end in words.spans] == ["Some", "two hundred and fifty", "boats"]


def test_a_part_is_read_with_places_in_the_whole() -> None:
    words = READ("One two three", 4)
    assert (words.forms, words.spans) == (("2", "3"), ((4, 7), (8, 13)))
    assert READ("One two three", most=1).forms == ("1",)
    assert READ("").forms == ()
