"""Words for several at once, and whom they stand for."""

from __future__ import annotations

import pytest

from told import speaker_in, speakers

SEVERAL = [
    ("Both countries agreed to meet.", "Both countries", "to meet", "United States and Russia"),
    ("Both sides said yes.", "Both sides", "yes", "United States and Russia"),
    ("The two men said they were tired.", "The two men", "they were tired", "Olaf Marn and Oskar Lund"),
    ("The two ministers said no.", "The two ministers", "no", "Olaf Marn and Oskar Lund"),
    ("The pair said yes.", "The pair", "yes", "Olaf Marn and Oskar Lund"),
    ("Marn and Lund said yes.", "Marn and Lund", "yes", "Olaf Marn and Oskar Lund"),
    ("Two men said no.", "Two men", "no", "Two men"),
    ("Three men said no.", "Three men", "no", "Three men"),
]


@pytest.mark.parametrize(("text", "source", "content", "expected"), SEVERAL)
def test_several_at_once_are_those_named_last(text: str, source: str, content: str, expected: str) -> None:
    before = "U.S. Secretary of State Olaf Marn met Russian Foreign Minister Oskar Lund in Tarn. "
    assert speaker_in(before + text, source, content) == expected


UNCLEAR = [
    ("Premier Ada Marn met Oskar Lund and Petra Sool. The two said yes.", "The two", "yes"),
    ("Two men said the ferry sank. Both countries sent help.", "Both countries", "help"),
]


@pytest.mark.parametrize(("text", "source", "content"), UNCLEAR)
def test_it_must_be_clear_which(text: str, source: str, content: str) -> None:
    names, _, quotations = speakers([((text,), [(source, content)])])
    assert names == [None]
    assert "several actors at once" in str(quotations[0].unresolved)


def test_those_of_one_surname_are_a_family() -> None:
    text = "Erik Holt and his brother Nils Holt sold the mill. The Holts said yes. The brothers said it was late."
    names, _, _ = speakers([((text,), [("The Holts", "yes"), ("The brothers", "it was late")])])
    assert names == ["Erik Holt and Nils Holt"] * 2


def test_a_dead_son_is_not_one_of_those_who_speak() -> None:
    text = "Erik Holt, 16, drowned. His mother Rosa Holt said he swam well. The Holts said they would leave."
    names, _, _ = speakers([((text,), [("Rosa Holt", "he swam well"), ("The Holts", "they would leave")])])
    assert names == ["Rosa Holt", "Holts"]


def test_one_holt_alone_is_no_family() -> None:
    assert speaker_in("Erik Holt sold the mill. The Holts said yes.", "The Holts", "yes") != "Erik Holt"


def test_he_and_his_wife_are_two() -> None:
    text = "Oskar Lund came. He and his wife, Petra Lund, said yes."
    assert speaker_in(text, "He and his wife, Petra Lund", "yes") == "Oskar Lund and Petra Lund"
