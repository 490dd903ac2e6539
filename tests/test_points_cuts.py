"""The clauses of a sentence that can be read alone."""

from __future__ import annotations

import pytest

from crosswire.model.passage import Passage
from crosswire.relate.points.cuts import Cuts
from point_stories import bearing


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("Ana Lupo left, and the barge burned in Tarn.", "the barge burned in Tarn", True),
        ("Ana Lupo left, and the barge burned in Tarn.", "the barge burned", True),
        ("The mayor read out a list of the dead.", "The mayor read out a list", False),
        ("The mayor read out a list of the dead.", "The mayor read out a", False),
        ("Ana Lupo spent three hours talking to the mayor.", "Ana Lupo spent three hours", False),
        ("Ana Lupo hit a man she had been friends with.", "Ana Lupo hit a man she had been friends", False),
        ("The talks did not fail.", "The talks did", False),
        ("Lupo asked Pavel Horn for help.", "Lupo asked Pavel Horn", False),
        ("Horn commented on the case.", "Horn commented on the case", False),
        ("Horn wrote on Monday that the barge burned.", "Horn wrote on Monday", False),
        ("Two guards who were hurt in Tarn slept.", "Two guards who were hurt in Tarn", False),
        ("Two guards are listed in critical condition.", "Two guards are listed", False),
        ("Horn said that the barge burned.", "Horn said that the barge burned", True),
        ("Ana Lupo was either hit by a cart or by a sledge.", "Ana Lupo was either hit by a cart", False),
        ("The boy hit and wounded his brother on the quay.", "The boy hit", False),
        ("Two shots were fired outside the ferry stop in Tarn.", "Two shots were fired outside the ferry", False),
        ("Two shots were fired outside the ferry Monday.", "Two shots were fired outside the ferry", True),
        ("The man, whose name is being withheld, was hurt.", "whose name is being withheld", False),
        ("The mayor said Monday the guards slept at the quay.", "Monday the guards slept at the quay", False),
        ("The mayor said Monday Lupo will be charged.", "Monday Lupo will be charged", False),
        ("It is the worst fire so far in 1990.", "It is the worst fire", False),
        ("The mayor is charged with sinking and burning a barge.", "The mayor is charged with sinking", False),
        ("Two guards were hurt critically.", "Two guards were hurt", False),
        ("The barge burned, and at least 50 guards fled.", "50 guards fled", False),
        ("The barge burned, and 50 guards fled.", "50 guards fled", True),
        ("It is the worst fire.", "It is the worst fire", True),
        ("There, guards found the old barge.", "There, guards found the old barge", False),
        (
            "The goats were killed by smoke and the older sheep, Lupo’s pets, were drowned.",
            "The goats were killed by smoke and the older sheep",
            False,
        ),
    ],
)
def test_a_clause_stands_alone(text: str, words: str, stands: bool) -> None:
    hood, asked = bearing(text, "Nobody knows why the old ferry sank.")
    whole = hood.slots[0].passage
    start = whole.start + whole.words.index(words)
    assert Cuts(hood, asked).stands(0, Passage(whole.report, start, start + len(words), words)) is stands


def test_the_clauses_of_a_sentence_are_cut_where_and_when_may_go() -> None:
    hood, asked = bearing("Ana Lupo sold the barge in Tarn, and Pavel Horn burned it.", "Nobody knows why.")
    whole = hood.slots[0].passage
    found = {p.words for p in Cuts(hood, asked).of(0, whole)}
    assert {"Ana Lupo sold the barge", "Ana Lupo sold the barge in Tarn", "Pavel Horn burned it"} <= found
    assert not any(words.endswith("sold") for words in found)
