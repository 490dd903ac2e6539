"""A report's words as they are compared, and which of them are somebody else's."""

from __future__ import annotations

import numpy as np
import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Dateline, Paragraph, Report
from crosswire.relate.copies.own_words import OwnWords, Vocabulary, rows, spread, within


def read(*texts: str) -> list[OwnWords]:
    vocabulary = Vocabulary(load_lexicons())
    return [vocabulary.read(Report(f"r{n}", text, (Paragraph(0, len(text)),)), None) for n, text in enumerate(texts)]


def flagged(text: str, name: str) -> list[str]:
    (words,) = read(text)
    places = np.flatnonzero(getattr(words, name))
    return [text[words.begins[n] : words.ends[n]] for n in places]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She said: “Go home.” They went.", ["Go", "home"]),
        ('He called it "a gift" and left.', ["a", "gift"]),
        ("He spoke of ‘‘old friends’’ there.", ["old", "friends"]),
        ("A post:\n\nThe gate opens now.\n— Ana Ruiz (@anaruiz)", ["The", "gate", "opens", "now"]),
        ("The pier's keeper saw the boats' lamps.", []),
        # marks that open and never close in their paragraph
        ("“Go home, she said.\n\nThey went.", []),
    ],
)
def test_words_that_are_somebody_elses(text: str, said: list[str]) -> None:
    assert flagged(text, "said")[: len(said)] == said
    assert bool(said) or not flagged(text, "said")


def test_words_of_a_sentence_that_gives_what_somebody_said() -> None:
    assert flagged("Two cars burned, police said. Rain fell.", "told") == ["Two", "cars", "burned", "police", "said"]
    assert flagged("Anyone who saw it is asked to call 555. Rain fell.", "told")[0] == "Anyone"
    assert flagged("The ministry announced a plan. Rain fell.", "told") == []


def test_plain_and_small_words() -> None:
    text = "The mayor of Ostra met 12 envoys"
    assert flagged(text, "plain") == ["mayor", "envoys"]
    assert flagged(text, "small") == ["of", "met"]


def test_the_dateline_is_left_out() -> None:
    text = "OSTRA (NPA) - Boats came."
    words = Vocabulary(load_lexicons()).read(
        Report("r", text, (Paragraph(0, len(text)),), dateline=Dateline("Ostra", "NPA", 0, 14)), None
    )
    assert [text[a:b] for a, b in zip(words.begins, words.ends, strict=True)] == ["Boats", "came"]


def test_equal_rows_have_equal_numbers() -> None:
    one, other = read("Twelve boats came home at night", "On Monday 12 boats came home")
    assert rows(one, 4)[0] == rows(other, 4)[2]
    assert len(np.intersect1d(rows(one, 4), rows(other, 4))) == 1
    assert len(rows(one, 99)) == 0


def test_rows_of_flagged_words() -> None:
    flags = np.array([True, True, True, False, True])
    assert within(flags, 2).tolist() == [True, True, False, False]
    assert within(flags, 9).tolist() == []
    assert spread(within(flags, 2), 2, 5).tolist() == [True, True, True, False, False]
