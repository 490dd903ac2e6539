"""The places in which reports have other words of one act of speech."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import OTHER_WORDS
from crosswire.relate.utterances.utterances import find_utterances
from crosswire.write.places import Place, Places
from quoted import quotation


def places(*texts: str) -> tuple[Place, ...]:
    """The places of these quotations, one of each report, which must be one act of speech."""
    quotations = [quotation(f"r{n}", f"“{text}”") for n, text in enumerate(texts, 1)]
    (utterance,) = find_utterances((), quotations, lexicons=load_lexicons())[0]
    other = [difference for difference in utterance.differences if difference.kind in OTHER_WORDS]
    return Places(quotations, utterance.wordings).of(other)


def told(found: Sequence[Place]) -> list[dict[str, tuple[str, ...]]]:
    return [{side.words: side.reports for side in place.sides} for place in found]


SAFE = "The pier is safe and stays {} tonight, whatever the {} may say."
CASES = [
    ([SAFE.format("open", "board"), SAFE.format("shut", "board")], [{"open": ("r1",), "shut": ("r2",)}]),
    (
        [SAFE.format(word, "board") for word in ("open", "shut", "closed")],
        [{"open": ("r1",), "shut": ("r2",), "closed": ("r3",)}],
    ),
    (
        [SAFE.format("open", "board"), SAFE.format("shut", "board"), SAFE.format("open", "council")],
        [{"open": ("r1", "r3"), "shut": ("r2",)}, {"board": ("r1", "r2"), "council": ("r3",)}],
    ),
    (
        ["The pier is a safe and good place.", "The pier is a safe place."],
        [{"and good": ("r1",), "": ("r2",)}],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_what_each_report_has_in_a_place(texts: list[str], expected: list[dict[str, tuple[str, ...]]]) -> None:
    found = told(places(*texts))
    assert sorted(found, key=sorted) == sorted(expected, key=sorted)


def test_two_places_with_the_same_words_stay_two() -> None:
    found = places(
        "The pier looks red, and the lamp by the harbour gate seems red tonight.",
        "The pier looks blue, and the lamp by the harbour gate seems blue tonight.",
    )
    assert [{side.words for side in place.sides} for place in found] == [{"red", "blue"}, {"red", "blue"}]
