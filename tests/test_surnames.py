"""Surnames that are also the name of a people."""

from __future__ import annotations

import pytest

from told import speaker_in


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Fire chief Rob Dane came. The fire began in a store room, Dane said.", "Dane", "Rob Dane"),
        ("Fire chief Rob Lund came. The fire began in a store room, Lund said.", "Lund", "Rob Lund"),
    ],
)
def test_a_surname_is_its_bearer_also_where_it_names_a_people(text: str, source: str, speaker: str) -> None:
    assert speaker_in(text, source, "The fire began in a store room", "Crews came.") == speaker


def test_a_people_is_no_person() -> None:
    text = "Fire chief Rob Dane came. The fire began in a store room, the Dane said."
    assert speaker_in(text, "the Dane", "The fire began in a store room", "Crews came.") != "Rob Dane"
