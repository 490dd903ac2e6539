"""What a point rests on: how well its speakers are known, what leaves it unsure; nameless people confirm nothing."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Point, Status
from crosswire.relate.points.grounds import Footing, Ground, grounds, hearsay
from crosswire.run.models import shared_models
from point_stories import Row, all_slots, relations

PAPERS = ("Velden Courier", "Northern Post", "Radio Tarn")
OTHER = (
    "Rain fell on the coast for a third day.",
    "Schools in the hills stayed open.",
    "The ferry to Ostra was late again.",
)


def story(*sentences: str) -> tuple[Row, ...]:
    """A report for each sentence, with another of its own."""
    return tuple(
        (paper, "2031-03-04", "News from Velden", (words, other))
        for paper, words, other in zip(PAPERS, sentences, OTHER, strict=False)
    )


def shared(*sentences: str) -> Point:
    """The point that holds statements of most reports."""
    found = relations(story(*sentences)).points
    return max(found, key=lambda p: len({s.passage.report for s in p.statements}))


@pytest.mark.parametrize(
    ("sentences", "status"),
    [
        # the reports state it themselves
        (
            ("Police arrested Pavel Horn at the harbour of Velden.", "Pavel Horn was arrested at the Velden harbour."),
            Status.CORROBORATED,
        ),
        # one speaker, two origins
        (
            (
                "“The old bridge at Velden will close in June,” Mayor Ana Lupo said.",
                "Mayor Ana Lupo said that the old bridge at Velden would close in June.",
            ),
            Status.SINGLE_VOICE,
        ),
        # three outlets with an official who has no name: nobody can tell him from one
        (
            (
                "The bank of Velden sold its ships to Hydrovel, a senior official said.",
                "A government official said the bank of Velden sold its ships to Hydrovel.",
                "The bank of Velden sold its ships to Hydrovel, said a person briefed on the sale.",
            ),
            Status.SINGLE_VOICE,
        ),
        # hearsay confirms nobody
        (
            (
                "The bank of Velden reportedly sold its ships to Hydrovel.",
                "The bank of Velden reportedly sold its ships to Hydrovel in May.",
            ),
            Status.SINGLE_VOICE,
        ),
        # what is done by speaking was seen by whoever was there
        (
            (
                "Pavel Horn pleaded guilty to fraud in a court in Tarn.",
                "In Tarn, Pavel Horn pleaded guilty to fraud on Monday.",
            ),
            Status.CORROBORATED,
        ),
        # so was what somebody found or agreed to; not what he found to be so
        (
            (
                "A Tarn police officer found two men dead in a boat below Mill Road.",
                "A police officer in Tarn found two men dead in a boat below Mill Road on Monday.",
            ),
            Status.CORROBORATED,
        ),
        (
            (
                "Judge Ana Lupo found that the bank of Velden had sold its ships to Hydrovel.",
                "The bank of Velden had sold its ships to Hydrovel, Judge Ana Lupo found.",
            ),
            Status.SINGLE_VOICE,
        ),
    ],
)
def test_status(sentences: tuple[str, ...], status: Status) -> None:
    assert shared(*sentences).status is status


def test_reasons_name_whom_nobody_knows() -> None:
    why = " ".join(
        shared(
            "The bank of Velden sold its ships to Hydrovel, a senior official said on condition of anonymity.",
            "The bank of Velden sold its ships to Hydrovel, said an official, who asked not to be named.",
        ).why
    )
    assert "not named" in why
    assert "one and the same person" in why


@pytest.mark.parametrize(
    ("footings", "said"),
    [
        ([Footing("A", Ground.OWN), Footing("B", Ground.OWN)], []),
        ([Footing("A", Ground.NAMED)], []),  # the reason before names him
        (
            [Footing("A", Ground.OWN), Footing("B", Ground.NAMED)],
            ["A states it itself; B has it from a named speaker"],
        ),
        ([Footing("A", Ground.WITNESS), Footing("B", Ground.WITNESS)], ["A and B have it from a witness"]),
        ([Footing("A", Ground.DOCUMENT)], ["A has it from a document"]),
        (
            [Footing("A", Ground.NAMELESS), Footing("B", Ground.POST)],
            [
                "B has it from a post on social media; A has it from somebody who is not named",
                "nobody is named who vouches for it: reports that have it so may have it from one and the same person",
            ],
        ),
        (
            [Footing("A", Ground.OWN, ("apparently",)), Footing("B", Ground.OWN)],
            ["left unsure: A with “apparently”"],
        ),
    ],
)
def test_grounds_in_words(footings: list[Footing], said: list[str]) -> None:
    assert list(grounds(footings)) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The gunman reportedly fled to Tarn.", True),
        ("The gunman is believed to have fled to Tarn.", True),
        ("The gunman fled to Tarn.", False),
        ("Lupo believes that the gunman fled to Tarn.", False),
        ("Lupo was said no word.", False),
    ],
)
def test_hearsay(text: str, told: bool) -> None:
    (slots,) = all_slots(text)
    assert hearsay(slots.passage, slots.tokens, shared_models().lexicons.acts) is told
