"""The lexicon of renderings: what two words may be to each other."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons

WORDS = load_lexicons().renderings
SPELT = [
    ("harbour", "harbor", True),
    ("cancelled", "canceled", True),
    ("organisation", "organization", True),
    ("won't", "will not", True),
    ("we'd", "we would", True),
    ("we'd", "we will", False),
    ("per cent", "percent", True),
    ("four", "for", False),
    ("affect", "effect", False),
    ("world view", "worldview", True),
]
SYNONYMS = [
    ("unlawful", "illegal", True),
    ("attacked", "strikes", True),
    ("kill", "murder", False),
    ("must", "should", False),
]
ROOTS = [
    ("knew", "known"),
    ("attacks", "attacking"),
    ("replied", "reply"),
    ("was", "is"),
    ("stopped", "stops"),
    ("told", "telling"),
    ("getting", "got"),
]


@pytest.mark.parametrize(("one", "other", "alike"), SPELT)
def test_spellings(one: str, other: str, alike: bool) -> None:
    assert WORDS.spelt_alike(one, other) is WORDS.spelt_alike(other, one) is alike


@pytest.mark.parametrize(("one", "other", "alike"), SYNONYMS)
def test_synonyms(one: str, other: str, alike: bool) -> None:
    assert WORDS.synonymous(one, other) is alike


@pytest.mark.parametrize(("one", "other"), ROOTS)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert WORDS.root(one) == WORDS.root(other)


def test_shifts() -> None:
    assert WORDS.shifted("i", "he")
    assert WORDS.shifted("would", "will")
    assert not WORDS.shifted("he", "she")


def test_no_word_stands_for_its_opposite() -> None:
    opposites = (("open", "close"), ("win", "lose"), ("accept", "reject"), ("ally", "enemy"), ("safe", "dangerous"))
    assert not [pair for pair in opposites if WORDS.synonymous(*pair)]
