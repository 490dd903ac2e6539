"""Which sentences tell one act: of the same verb, actors and things, done in both."""

from __future__ import annotations

import pytest

from crosswire.relate.points.acts import answers, captions, claims_too, tells_too
from point_stories import all_slots


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("Ana Lupo closed the pier.", "The pier at Velden was closed by Lupo on Monday.", True),
        ("The dam at Velden broke.", "Crews ran when the dam broke.", True),
        ("A court jailed Pavel Horn.", "Pavel Horn was jailed by a court in Tarn.", True),
        ("The mayor said the pier had been sold.", "The pier was sold in June.", True),
        ("Ana Lupo denied any theft.", "The harbour denied any theft.", False),
        ("Lupo then flew to Tarn.", "Lupo then will fly home.", False),
        ("Lupo closed the pier.", "Lupo should close the pier.", False),
        ("Lupo told Pavel Horn.", "Lupo told Pavel Horn of the leak.", False),
        ("Lupo called Pavel Horn on Sunday.", "Lupo called the meeting with Pavel Horn a success.", False),
        ("Lupo continued this line of attack.", "Lupo continued her pattern.", False),
        ("They flew to Port Velden.", "A cousin of the mayor was flying to Port Velden.", False),
        ("Lupo met Pavel Horn.", "Lupo, left, meets Pavel Horn in Tarn.", False),
        ("The officers were sent home.", "The board recommends that the officers be sent home.", False),
    ],
)
def test_one_act_has_one_verb_and_the_same_actors(here: str, there: str, same: bool) -> None:
    one, two = all_slots(here, there)
    assert tells_too(one, one.passage, two) is same


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("Some 300 people slept in a hall.", "About 300 people spent the night in a hall.", True),
        ("Some 300 people slept in a hall.", "About 400 people spent the night in a hall.", False),
        ("The people slept in a hall.", "The people spent the night in a hall.", False),
    ],
)
def test_other_verbs_tell_one_act_of_a_number_of_people(here: str, there: str, same: bool) -> None:
    one, two = all_slots(here, there)
    assert tells_too(one, one.passage, two, 0.8) is same


@pytest.mark.parametrize(
    ("words", "under"),
    [
        ("FILE - In this June 2 file photo, Ana Lupo opens the pier.", True),
        ("Ana Lupo, right, walks the pier with Pavel Horn.", True),
        ("Ana Lupo opens the pier in Velden on Monday, May 5, 2031.", True),
        ("Ana Lupo opened the pier in Velden on Monday, May 5, 2031.", False),
        ("Ana Lupo opens the pier.", False),
    ],
)
def test_what_stands_under_a_picture_agrees_with_nothing(words: str, under: bool) -> None:
    assert captions(all_slots(words)[0]) is under


@pytest.mark.parametrize(
    ("question", "there", "settled"),
    [
        ("It is not clear whether the captain closed the hatch.", "The captain closed the hatch.", True),
        ("It is not clear whether the captain closed the hatch.", "The hatch was not closed by the captain.", True),
        ("It is not clear whether the captain closed the hatch.", "The owner closed the harbour.", False),
        ("It is not clear whether the boy fired his weapon.", "The boy carried a gun to the quay.", False),
        (
            "It is not clear whether Lupo will ask Horn for the key.",
            "The idea of asking Horn for the key is silly.",
            False,
        ),
        ("Lupo was asked whether the captain closed the hatch.", "The captain closed the hatch.", False),
        (
            "It is not clear whether Ana Lupo will be invited to meet Pavel Horn.",
            "Ana Lupo spent two hours talking with Pavel Horn.",
            True,
        ),
        ("It is not clear whether Ana Lupo will be invited to meet Pavel Horn.", "Ana Lupo met Ivo Brandt.", False),
        ("It is not clear whether Ana Lupo will be invited to meet Pavel Horn.", "Brandt met Pavel Horn.", False),
        (
            "It is not clear whether Ana Lupo will be invited to meet Pavel Horn.",
            "Ana Lupo will meet Pavel Horn.",
            False,
        ),
        ("It is not clear whether Lupo will press Horn.", "Voters want Lupo to press Horn.", False),
    ],
)
def test_a_question_is_settled_by_its_own_act(question: str, there: str, settled: bool) -> None:
    one, two = all_slots(question, there)
    focus = one.foci[0]
    assert answers(one, focus.start, focus.end, two, focus.words[0]) is settled


@pytest.mark.parametrize(
    ("words", "claimed"),
    [
        ("The harbour knew of the leak.", True),
        ("Lupo said the harbour had known of the leak.", True),
        ("Lupo accepted the denials that the harbour knew of the leak.", False),
        ("After the harbour closed, the mayor knew of the leak.", False),
    ],
)
def test_a_claim_is_made_of_those_it_names(words: str, claimed: bool) -> None:
    assert claims_too(all_slots(words)[0], frozenset({"know"}), frozenset({"harbour"})) is claimed
