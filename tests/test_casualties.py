"""Casualties: counts of killed and injured, and people told of one by one."""

from __future__ import annotations

import pytest

from crosswire.annotate.casualties import find_casualties
from crosswire.annotate.figures import find_figures
from crosswire.model.annotation import Casualty
from parsed import language, lexicons, report_of

# text, what is told: (what, number, words, name, age, sex)
Row = tuple[str, float | None, str, str | None, int | None, str | None]
TOLD: list[tuple[str, Row]] = [
    ("Nine dockers were killed in Dorn.", ("killed", 9, "Nine dockers", None, None, None)),
    ("Marla Venn, 31, was pronounced dead.", ("killed", 1, "Marla Venn", "Marla Venn", 31, None)),
    ("A 16-year-old girl was killed in the raid.", ("killed", 1, "A 16-year-old girl", None, 16, "female")),
    ("The 9-year-old was shot by a cousin.", ("shot", 1, "The 9-year-old", None, 9, None)),
    ("The fire claimed the life of a boy.", ("killed", 1, "a boy", None, None, "male")),
    ("Divers found the body of Oskar Lund.", ("killed", 1, "Oskar Lund", "Oskar Lund", None, None)),
    ("A woman passed away after the storm.", ("killed", 1, "A woman", None, None, "female")),
    ("A guard lost his life in the raid.", ("killed", 1, "A guard", None, None, None)),
    ("Oskar Lund is fighting for his life.", ("injured", 1, "Oskar Lund", "Oskar Lund", None, None)),
    ("A man was taken to hospital.", ("injured", 1, "A man", None, None, "male")),
    ("A bullet grazed the child's head.", ("shot", 1, "the child", None, None, None)),
    ("The victim was identified as Oskar Lund, 40.", ("victim", 1, "Oskar Lund", "Oskar Lund", 40, None)),
    ("Five bodies were found in the wreck.", ("killed", 5, "Five bodies", None, None, None)),
    ("He stood trial for the double murder in Dorn.", ("killed", 2, "double murder", None, None, None)),
    ("The triple shooting shook Dorn.", ("shot", 3, "triple shooting", None, None, None)),
    ("Martha Venn, 31, was killed.", ("killed", 1, "Martha Venn", "Martha Venn", 31, "female")),
    ("A 21-month-old boy was killed.", ("killed", 1, "A 21-month-old boy", None, 1, "male")),
    ("A two-and-a-half-year-old boy was killed.", ("killed", 1, "A two-and-a-half-year-old boy", None, 2, "male")),
    ("Police counted four victims.", ("victim", 4, "four victims", None, None, None)),
]


def told(text: str) -> tuple[Casualty, ...]:
    """The casualties of a text."""
    report = report_of(text)
    sentences = language().sentences(report)
    figures = find_figures(report, sentences, lexicons=lexicons())
    return find_casualties(report, sentences, figures, lexicons=lexicons())


@pytest.mark.parametrize(("text", "row"), TOLD)
def test_told(text: str, row: Row) -> None:
    assert row in [(c.what, c.low, c.words, c.name, c.age, c.sex) for c in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt in the crash.",
        "A guard was not injured.",
        "He will be charged if the boy dies.",
        "A boy could have been killed.",
        "The driver spoke to a reporter.",
        "The storm killed power lines.",
        "The mayor named triple the shootings of May.",
    ],
)
def test_nobody_told(text: str) -> None:
    assert not told(text)


def test_a_pronoun_is_the_person_before_it() -> None:
    found = told("Oskar Lund, 40, was found in the cabin. He later died at the hospital.")
    assert ("killed", "He", "Oskar Lund", 40) in [(c.what, c.words, c.name, c.age) for c in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Oskar Lund was shot on the quay. Chief Paul Harrow said so on Friday. He died at the hospital.",
            "Oskar Lund",
        ),
        ("Paul Harrow told officers that the gun went off. He was shot in the hand.", None),
        ("Paul Harrow was shot in the hand. Paul Harrow said so himself. He died on Friday.", "Paul Harrow"),
        ("Martha Venn was shot on the quay. Peter Lund, 40, stood beside her. She died on Friday.", "Martha Venn"),
    ],
)
def test_who_only_said_something_is_not_meant(text: str, name: str | None) -> None:
    pronoun = next(c for c in told(text) if c.words in ("He", "She"))
    assert pronoun.name == name


def test_a_further_person_says_which() -> None:
    found = {c.words: c.further for c in told("A third victim died on Friday. Another woman was killed. A man died.")}
    assert found == {"A third victim": 3, "Another woman": 1, "A man": 0}


def test_words_stand_where_the_offsets_say() -> None:
    text = "Marla Venn, 31, was killed. Two guards were hurt.\n\nThe driver was found dead."
    assert told(text)
    for casualty in told(text):
        assert text[casualty.start : casualty.end] == casualty.words
