"""Sentences of the house glued to a paragraph's end are parted from it; the report's own are not."""

from __future__ import annotations

import pytest

from crosswire.clean.lines.glued import glued_from, without_glued
from crosswire.clean.lines.lines import split_lines
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import FurnitureKind

LEXICONS = load_lexicons()
REPORT = "The ferry to Karsund was stopped at noon, and nobody could say when it would sail again."


@pytest.mark.parametrize(
    ("glued", "kind"),
    [
        ("Follow her on Twitter: @anaruiz.", FurnitureKind.SHARING),
        ("This is a developing story. Check back for updates.", FurnitureKind.OTHER),
        ("Copyright 2031 The Linden Echo. All rights reserved.", FurnitureKind.LEGAL),
        ("Read more →", FurnitureKind.RELATED),
        ("Download our app and get the latest headlines in your inbox.", FurnitureKind.NEWSLETTER),
    ],
)
def test_what_the_house_adds_is_parted(glued: str, kind: FurnitureKind) -> None:
    (line,) = split_lines(f"{REPORT} {glued}")
    kept, gone = without_glued([Verdict(line, None, "reads as the report", odds=3.0)], LEXICONS)
    assert (kept.line.words, kept.kept) == (REPORT, True)
    assert (gone.line.words, gone.kind) == (glued, kind)
    assert (kept.line.start, kept.line.end) == (0, len(REPORT))
    assert f"{REPORT} {glued}"[gone.line.start : gone.line.end] == glued


@pytest.mark.parametrize(
    "ending",
    [
        "“Follow us on the river road,” the captain told the passengers.",
        "Share prices of the line fell by a tenth.",
        "What do you think would have happened without the buoy?",
        "More boats are on their way from Ostra.",
        "The captain read the letter aloud.",
        "Listen to what the crew tells you before the ferry leaves the harbour, and ask where the exits are.",
    ],
)
def test_what_the_report_says_stays(ending: str) -> None:
    assert glued_from(f"{REPORT} {ending}", LEXICONS) is None


def test_nothing_is_parted_from_a_line_of_a_few_words() -> None:
    assert glued_from("No ferry. All rights reserved.", LEXICONS) is None


def test_furniture_is_left_whole() -> None:
    (line,) = split_lines(f"{REPORT} All rights reserved.")
    verdict = Verdict(line, FurnitureKind.LEGAL, "stock phrase")
    assert without_glued([verdict], LEXICONS) == (verdict,)


def test_a_long_line_is_quick() -> None:
    assert glued_from("All rights reserved. " * 50_000, LEXICONS) is not None
