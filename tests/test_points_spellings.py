"""Names that reports spell differently."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation
from crosswire.relate.points.spellings import read_names, spelt_alike
from point_stories import relations, slots


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("adler", "adlar", True),
        ("harrow", "harow", True),
        ("hallborough", "halborrough", True),  # long words may differ by two letters
        ("harrow", "harrows", False),  # a plural
        ("lupo", "lupo", False),
        ("lee", "leo", False),  # too short
        ("horn", "born", False),  # another first letter is another name
        ("marten", "marlow", False),
    ],
)
def test_spellings_of_one_word(one: str, two: str, same: bool) -> None:
    assert spelt_alike(one, two) is same


def test_names_are_runs_of_capital_words() -> None:
    found = [n.words for n in read_names(0, slots("Police held Ana Lupo on Harrow Street near the harbour."))]
    assert found == [("ana", "lupo"), ("harrow", "street")]


def conflicts(first: str, second: str) -> list[str]:
    rows = (("Courier", "2031-03-04", "", (first,)), ("Post", "2031-03-05", "", (second,)))
    return [p.why[0] for p in relations(rows).points if p.relation is PointRelation.CONFLICT]


def test_two_spellings_are_a_conflict() -> None:
    (why,) = conflicts("Police held Marek Sandor on the pier.", "On the pier police had held Marek Sander.")
    assert why == "one name spelt in two ways: Marek Sandor in Courier against Marek Sander in Post"


def test_who_is_told_of_with_another_is_another() -> None:
    first = "Police held Marek Sandor on the pier."
    assert not conflicts(first, "Police held Marek Sander, and his cousin Marek Sandor, on the pier.")
