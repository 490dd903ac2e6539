"""A report as pairs of rare words."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Dateline, Paragraph, Report
from crosswire.relate.copies.fingerprints import FINGERPRINT_BITS, MOST_WORDS, Fingerprinter

LEXICONS = load_lexicons()
MAKER = Fingerprinter(LEXICONS.rarity, LEXICONS.function_words.any_language)
TEXT = "The ferry Halden Queen burned off the Tarvik lighthouse while trawlers ferried passengers to the quay."


def values(text: str) -> set[int]:
    return set(MAKER.of_text(text).values.tolist())


@pytest.mark.parametrize(
    ("edited", "least"),
    [
        (TEXT, 1.0),
        (TEXT.upper(), 1.0),
        (TEXT.replace("passengers to", "dozens of passengers over to"), 0.85),
        (
            "While trawlers ferried passengers to the quay, the ferry Halden Queen burned off the Tarvik lighthouse.",
            0.6,
        ),
        (TEXT.replace("burned off", "sank near"), 0.5),
    ],
)
def test_edited_words_keep_a_part_of_the_fingerprints(edited: str, least: float) -> None:
    own = values(TEXT)
    assert len(own & values(edited)) >= least * len(own)


def test_a_passage_has_its_fingerprints_in_every_report() -> None:
    other = "Councillors in Mossgate argued over parking permits until midnight."
    assert values(TEXT) <= values(f"{other}\n\n{TEXT}\n\n{other}")


@pytest.mark.parametrize(
    "text", ["", "Fire", "It was on the day that he said so to all of them.", "Ferry ferry ferry ferry", "– … “”"]
)
def test_small_words_one_word_and_no_word_have_none(text: str) -> None:
    assert not values(text)


def test_values_rise_once_each_and_are_small_enough_for_a_row() -> None:
    found = MAKER.of_text(f"{TEXT} {TEXT}").values
    assert (np.diff(found) > 0).all()
    assert 0 <= found.min() <= found.max() < 1 << FINGERPRINT_BITS


def test_words_of_a_fingerprint_are_told_by_their_place() -> None:
    found = MAKER.of_text(TEXT)
    for one, two in zip(found.starts[found.first].tolist(), found.starts[found.second].tolist(), strict=True):
        assert one < two
        assert TEXT[one].isalnum()
        assert not TEXT[one - 1 : one].isalnum()


def test_the_dateline_is_left_out() -> None:
    line = "TARVIK HARBOUR (Norrland Wire) — "
    report = Report("a", line + TEXT, (Paragraph(0, 0),), dateline=Dateline("Tarvik Harbour", None, 0, len(line)))
    assert set(MAKER.of(report).values.tolist()) == values(TEXT)


def test_small_words_of_other_languages_are_left_out() -> None:
    assert not values("de la dans les pour avec une des sur que")


def test_the_same_in_another_process() -> None:
    code = (
        "from crosswire.lexicons.load import load_lexicons as l\n"
        "from crosswire.relate.copies.fingerprints import Fingerprinter as F\n"
        f"print(F(l().rarity, l().function_words.any_language).of_text({TEXT!r}).values.tolist())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(MAKER.of_text(TEXT).values.tolist())


def test_a_page_without_end_is_read_in_part() -> None:
    start = " ".join(f"zor{n}" for n in range(MOST_WORDS))
    assert len(MAKER.of_text(f"{start} {TEXT}").values) == len(MAKER.of_text(start).values)
