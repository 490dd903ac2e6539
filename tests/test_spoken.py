"""The words between marks, as they are compared."""

from __future__ import annotations

import pytest

from crosswire.model.passage import Passage
from crosswire.relate.utterances.spoken import passage_over, spoken

WORDS = [
    ("The pier’s shut.", ["the", "pier's", "shut"]),
    ("A high-quality pier", ["a", "high", "quality", "pier"]),
    ("the N.P.A. said", ["the", "NPA", "said"]),
    ("Ask the US, ask us", ["ask", "the", "US", "ask", "us"]),
    ("SHUT THE US PIER", ["shut", "the", "us", "pier"]),
    ("[T]he pier clos[ed]", ["the", "pier", "closed"]),
    ("1,200 boats, 3.5 knots", ["1,200", "boats", "3.5", "knots"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_as_they_are_compared(text: str, expected: list[str]) -> None:
    assert [s.word for s in spoken(Passage("r1", 0, len(text), text))] == expected


FILLERS = [
    ("shut … tonight", ["elision"]),
    ("shut ... tonight", ["elision"]),
    ("shut [...] tonight", ["elision"]),
    ("shut . . . tonight", ["elision"]),
    ("shut [the pier] tonight", ["insertion"]),
    ("shut (the pier) tonight", ["insertion"]),
    ("shut tonight", []),
]


@pytest.mark.parametrize(("text", "expected"), FILLERS)
def test_what_stands_between_marks_and_was_not_said(text: str, expected: list[str]) -> None:
    found = spoken(Passage("r1", 0, len(text), text))
    assert [s.filler.value for s in found if s.filler] == expected


def test_each_word_stands_where_it_says() -> None:
    text = "[T]he pier’s … shut, 1,200 boats lost"
    words = spoken(Passage("r1", 40, 40 + len(text), text))
    assert [word.printed for word in words] == ["[T]he", "pier’s", "…", "shut", "1,200", "boats", "lost"]
    assert all(text[word.start - 40 : word.end - 40] == word.printed for word in words)


def test_one_passage_over_several_words() -> None:
    text = "The pier is shut."
    words = spoken(Passage("r1", 5, 5 + len(text), text))
    assert passage_over(words[1:3]) == Passage("r1", 9, 16, "pier is")
    assert passage_over([]) is None
