"""The words of a sentence that other reports carry too: what is shown as agreed."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import PointRelation, Status
from crosswire.relate.points.agreed import CARRIED, shared
from crosswire.relate.points.carried import carried, carries
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.similarity import Neighbourhood
from point_stories import all_slots, relations

SHOWN = [
    (  # the suspension is one report's alone; both have the strike
        "Horn had suspended the works after the drone strike on the Orlo dam.",
        "Villagers fled in boats from the drone strike on the Orlo dam.",
        "the drone strike on the Orlo dam",
    ),
    (  # the clause that both tell, without who says so and without what follows
        "Police said that the driver was arrested in Velden, and the mayor thanked the firemen.",
        "The driver was arrested in Velden.",
        "the driver was arrested in Velden",
    ),
    (  # who somebody is
        "Ida Brandt, the harbour inspector, flew to Tarn with her dog.",
        "A letter from harbour inspector Ida Brandt was read aloud.",
        "Ida Brandt, the harbour inspector",
    ),
    # what hangs on "rejected", "if" or "promised" is told by nobody
    ("Brandt promised a new bridge across the Orlo.", "A ferry went across the Orlo.", None),
    ("If the dam at Velden breaks, the town will flood.", "They feared for the town.", None),
    ("The board of the bank met Lupo.", "The board of the bank sang for Horn.", None),  # a thing, no event
    ("Ana Lupo and Pavel Horn smiled.", "Ana Lupo and Pavel Horn frowned.", None),  # nothing but names
]


@pytest.mark.parametrize(("here", "there", "words"), SHOWN)
def test_what_both_carry(here: str, there: str, words: str | None) -> None:
    hood = Neighbourhood(all_slots(here, there), {})
    found = carried(0, [1], hood)
    if words is None:
        assert found is None or carries(1, 0, found.passage, hood) < 1
    else:
        assert found is not None
        assert found.passage.words == words
        assert carries(1, 0, found.passage, hood) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("here", "word", "words"),
    [
        ("The guard loaded a rifle on the pier, killing five and hurting a diver.", "five", "killing five"),
        ("Five people are dead, the pier is closed and the ferry is late.", "Five", "Five people are dead"),
    ],
)
def test_number_with_what_happened(here: str, word: str, words: str) -> None:
    slots = all_slots(here, "The shots on the Tarn quay killed five people.")
    at = here.index(word)
    number = slots[0].passage.__class__(slots[0].passage.report, at, at + len(word), word)
    found = carried(0, [1], Neighbourhood(slots, {}), number)
    assert found is not None
    assert found.passage.words == words


def test_never_cuts_a_denial_or_a_doubt() -> None:
    here = "Officials do not have proof of a leak at the dam."
    found = carried(0, [1], Neighbourhood(all_slots(here, "They have proof of it."), {}))
    assert found is None or found.passage.words.startswith("Officials do not have proof of a leak")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("No one is charged with the theft of the barge.", "Ida Brandt was charged with the theft of the barge."),
        ("The driver suffered critical injuries.", "The driver suffered non-critical injuries."),
    ],
)
def test_what_denies_does_not_carry(here: str, there: str) -> None:
    slots = all_slots(here, there)
    hood = Neighbourhood(slots, {})
    assert carries(1, 0, slots[0].passage, hood) < CARRIED
    assert carries(0, 1, slots[1].passage, hood) < CARRIED


def test_the_same_denial_is_agreed() -> None:
    slots = all_slots("The driver is at home, and no charges have been filed.", "No charges have been filed.")
    hood = Neighbourhood(slots, {})
    found = carried(0, [1], hood)
    assert found is not None
    assert found.passage.words == "no charges have been filed"
    assert carries(1, 0, found.passage, hood) == pytest.approx(1.0)


def test_only_what_carries_the_words_is_counted() -> None:
    texts = (
        "The driver was arrested in Velden on Monday.",
        "Police arrested the driver in Velden.",
        "The driver of the truck comes from Velden and has two sons.",
    )
    hood = Neighbourhood(all_slots(*texts), {})
    draft = shared((0, 1, 2), hood, {(0, 1): 0.9, (0, 2): 0.7, (1, 2): 0.7}, Reprints(hood, load_lexicons()))
    assert draft
    assert {m.sentence for m in draft.carrying()} == {0, 1}
    assert {m.sentence for m in draft.members()} == {0, 1, 2}


def test_same_matter_in_other_words_is_not_agreed() -> None:
    rows = (
        ("Velden Courier", "2031-03-04", "", ("Minister Pavel Horn opened tense talks with Ida Brandt in Velden.",)),
        ("Northern Post", "2031-03-05", "", ("Ida Brandt left Velden without a deal, and Minister Pavel Horn slept.",)),
    )
    found = relations(rows).points
    assert found
    assert not [p for p in found if p.status is Status.CORROBORATED and p.relation is PointRelation.SAME]


@pytest.mark.parametrize(
    ("here", "there", "counted"),
    [
        ("Lupo slept in a gymnasium in Velden.", "Lupo slept in a gymnasium in Velden on Monday.", 2),
        ("Comments on the strike at the Orlo dam.", "Horn read comments on the strike at the Orlo dam.", 1),
        ("The strike hit the Orlo dam on Monday.", "The strike hit the Orlo dam on Tuesday.", 1),
    ],
)
def test_agreed_is_only_what_states_something_alike(here: str, there: str, counted: int) -> None:
    hood = Neighbourhood(all_slots(here, there), {})
    draft = shared((0, 1), hood, {(0, 1): 0.9}, Reprints(hood, load_lexicons()))
    assert draft
    assert len(draft.counted or ()) == counted
