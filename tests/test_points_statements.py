"""What a sentence says, slot by slot."""

from __future__ import annotations

import pytest

from crosswire.relate.points.statements import stem
from point_stories import slots


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("shooting", "shoot"), ("shooter", "shoot"), ("quickly", "quick"), ("ring", "ring"), ("bed", "bed")],
)
def test_stem(lemma: str, expected: str) -> None:
    assert stem(lemma) == expected


def test_number_words_are_digits() -> None:
    assert {"13", "3"} <= slots("Thirteen houses and 3 barns burned.").numbers


def test_synonyms_share_a_class() -> None:
    one = slots("Two people were killed near the dam.")
    two = slots("The flood left two people dead.")
    assert "kill" in one.classes & two.classes


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The army will build a bridge.", True),
        ("The army was going to build a bridge.", True),
        ("The firms agreed to merge.", True),
        ("The army built a bridge.", False),
        ("The minister went to Velden.", False),
    ],
)
def test_looks_ahead(text: str, ahead: bool) -> None:
    assert slots(text).ahead is ahead


@pytest.mark.parametrize(
    ("text", "negated"),
    [("She did not resign.", True), ("She did not deny it.", False), ("She resigned.", False)],
)
def test_polarity(text: str, negated: bool) -> None:
    assert slots(text).negated is negated


def test_quoted_part() -> None:
    assert slots("“The dam was old,” Lupo said.").quoted > 0.5
    assert slots("The dam was old, Lupo said.").quoted == 0


@pytest.mark.parametrize("condition", ["if the owner pays", "only if the owner pays", "even though the owner pays"])
def test_a_clause_that_opens_with_a_tie_hangs_on_another(condition: str) -> None:
    text = f"The bridge will open {condition}."
    (tied,) = (c for c in slots(text).clauses if text[c.start : c.end].startswith(condition.split()[0]))
    assert tied.hanging
