"""Who, which and that as sources; documents that speak; it that is nobody."""

from __future__ import annotations

import pytest

from told import speaker_in

RELATIVES = [
    ("Ada Marn met Oskar Lund, who said yes.", "who", "Oskar Lund"),
    ("Ada Marn, a lawyer and advocate who said yes, left.", "who", "Ada Marn"),
    ("Ada Marn spoke to the harbour panel, which said yes.", "which", "harbour panel"),
    ("Ada Marn met senior members of the board who said yes.", "who", "members of the board"),
    ("It could embolden critics who said yes.", "who", "critics"),
]


@pytest.mark.parametrize(("text", "source", "expected"), RELATIVES)
def test_relatives_stand_for_their_noun(text: str, source: str, expected: str) -> None:
    assert expected in str(speaker_in(text, source, "yes"))


PAPERS = [
    ("Ada Marn filed a lawsuit on Monday. The lawsuit said yes.", "The lawsuit", "lawsuit"),
    ("The lawsuit said yes.", "The lawsuit", None),
    (
        "A letter from the harbour board came. The letter said yes.",
        "The letter",
        "letter from the harbour board",
    ),
    ("E-mails released by the mayor said yes.", "E-mails released by the mayor", "E-mails released by the mayor"),
    ("It seemed that Ada Marn said yes.", "It", None),
]


@pytest.mark.parametrize(("text", "source", "expected"), PAPERS)
def test_documents_speak_when_they_have_been_introduced(text: str, source: str, expected: str | None) -> None:
    assert speaker_in(text, source, "yes") == expected
