"""Fathers and sons; names spelt in two ways; a story's names in capitals."""

from __future__ import annotations

import pytest

from told import speaker_in

ONE_OR_TWO = [
    ("Pell spoke on Monday with Rex Pell Jr., his son. Pell said yes.", "Pell", "Rex Pell"),
    ("Rex Pell Jr. spoke on Monday. Pell said yes.", "Pell", "Rex Pell Jr."),
]


@pytest.mark.parametrize(("text", "source", "expected"), ONE_OR_TWO)
def test_father_and_son(text: str, source: str, expected: str) -> None:
    assert speaker_in(text, source, "yes", "Rex Pell came.") == expected


def test_the_president_is_not_his_daughter() -> None:
    text = "President Lund pardoned a goose. His daughter Mia Lund laughed. Mr. Lund said yes."
    assert speaker_in(text, "Mr. Lund", "yes") == "Lund"


SPELT = [
    ("Zelunskyy said yes.", "Zelunskyy", "President Mikhail Zelunskiy came.", "Mikhail Zelunskiy"),
    (
        "Valenskiy said yes.",
        "Valenskiy",
        "Sergei Valensky came. Sergey Valenskyy left. Sergey Valenskyy slept.",
        "Sergey Valenskyy",
    ),
    ("Kim said yes.", "Kim", "Leader Kim Han-su met Moon Bo-ra.", "Kim Han-su"),
    ("Sandi Pell said yes.", "Sandi Pell", "Sandra Pell came.", "Sandra Pell"),
    ("MARNO said yes.", "MARNO", "Ada Marno came.", "Ada Marno"),
    ("DiMarno said yes.", "DiMarno", "Joseph diMarno said no.", "Joseph diMarno"),
]


@pytest.mark.parametrize(("text", "source", "other", "expected"), SPELT)
def test_one_person_in_two_spellings(text: str, source: str, other: str, expected: str) -> None:
    assert str(speaker_in(text, source, "yes", other)).casefold() == expected.casefold()
