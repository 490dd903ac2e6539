"""What a sentence denies, rejects or leaves open."""

from __future__ import annotations

import pytest

from crosswire.relate.points.focus import Turn
from point_stories import slots

TURNED = [
    ("No charges have been filed against the driver.", Turn.DENIED, "/charge"),
    ("Nobody is in custody in Velden.", Turn.DENIED, "custody"),
    ("The suspects have not been apprehended.", Turn.DENIED, "/hold"),
    ("The names of the dead have not yet been released.", Turn.OPEN, "/name"),
    ("The condition of the five passengers is not known.", Turn.OPEN, "condit"),
    ("It is not clear whether the mayor will visit the valley.", Turn.OPEN, "visit"),
    ("Hydrovel rejected accusations that its engineers ignored cracks.", Turn.REJECTED, "engine"),
    ("The captain denied that he left the bridge.", Turn.REJECTED, "bridg"),
]


@pytest.mark.parametrize(("text", "turn", "key"), TURNED)
def test_words_that_are_turned(text: str, turn: Turn, key: str) -> None:
    found = [f for f in slots(text).foci if f.turn is turn]
    assert found
    assert any(key in word for f in found for word in f.words)


STRAIGHT = [
    "Both drivers face charges of theft.",
    "The city denied the hosts a permit.",  # a permit that is denied is no claim
    "It is not the first time that Velden was flooded.",  # "time" says nothing by itself
    "The mayor visited the valley on Tuesday.",
    "Brandt's arrest was not disclosed until a paper asked for it.",  # by then it was
    "The indictment does not charge Brandt with fraud.",  # it charges her with something else
    "Prosecutors dismissed two charges of theft.",  # no claim of somebody's
    "You never know if the gate will hold.",
]


@pytest.mark.parametrize("text", STRAIGHT)
def test_sentences_that_turn_nothing(text: str) -> None:
    assert slots(text).foci == ()


def test_a_claim_is_not_met_by_names_alone() -> None:
    found = slots("It is not clear whether Mayor Lupo will meet Prosecutor Brandt.").foci
    focus = next(f for f in found if "/meet" in f.words[0])
    assert focus.meets(frozenset({"meet", "/meet", "lupo", "brandt"}))
    assert not focus.meets(frozenset({"lupo", "brandt", "prosecutor", "mayor"}))


def test_a_rejection_that_is_denied_rejects_nothing() -> None:
    plain, denied = (
        "The mayor disputed that the Orlo dam was weak.",
        "The mayor did not dispute that the Orlo dam was weak.",
    )
    assert Turn.REJECTED in [f.turn for f in slots(plain).foci]
    assert Turn.REJECTED not in [f.turn for f in slots(denied).foci]


@pytest.mark.parametrize("text", ["No other injuries were reported.", "One of two men denied firing a shot."])
def test_what_denies_nothing_that_others_tell(text: str) -> None:
    assert not [f for f in slots(text).foci if f.turn is not Turn.OPEN]


def test_a_denial_of_ones_own_deed_is_of_him() -> None:
    (focus,) = [f for f in slots("Hydrovel denied selling the mine in Tarn.").foci if f.turn is Turn.REJECTED]
    assert "hydrovel" in focus.who


def test_what_and_joins_with_a_subject_of_its_own_is_not_turned() -> None:
    text = "Lund said that the pumps had not worked and that two gates had been locked."
    (denied,) = slots(text).foci
    assert denied.turn is Turn.DENIED
    assert text[denied.start : denied.end].startswith("that the pumps had not worked")
    assert "gates" not in text[denied.start : denied.end]
