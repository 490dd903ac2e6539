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
    (why,) = conflicts("Police held Robert Sandor on the pier.", "On the pier police had held Robert Sander.")
    assert why.startswith("one name spelt in two ways: Robert Sandor in Courier against Robert Sander in Post")


def test_three_spellings_of_one_name_are_one_conflict() -> None:
    texts = (
        "Police held Robert Sandor on the pier.",
        "On the pier police had held Robert Sander.",
        "Police held Robbert Sander on the pier.",
    )
    days = ("2031-03-04", "2031-03-05", "2031-03-06")
    rows = tuple((house, day, "", (text,)) for house, day, text in zip("ABC", days, texts, strict=True))
    (why,) = (p.why[0] for p in relations(rows).points if p.relation is PointRelation.CONFLICT)
    assert why.startswith("one name spelt in several ways: ")
    assert why.count(" against ") == 2


def test_who_is_told_of_with_another_is_another() -> None:
    first = "Police held Marek Sandor on the pier."
    assert not conflicts(first, "Police held Marek Sander, and his cousin Marek Sandor, on the pier.")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        # without the title, and without the middle name
        ("Harbour Board Chairman Marek Sandor left.", "Marek Sander left.", "Marek Sandor"),
        ("Robert Allen Barker left the pier.", "Robert Barkar left the pier.", "Robert Barker"),
        ("Police held Rolanda Sandor on the pier.", "Police held Ronalda Sandor on the pier.", "Rolanda Sandor"),
        ("Police held Charles Sandor.", "Sandor's wife, Mia Horn, called him Charlie.", ""),
        ("Marta Barker spoke of her friend Maria.", "Marie was born in a mill.", ""),
        ("Daniel Barker was hurt in Velden.", "Daniela Barker was hurt in Velden.", ""),  # a man and a woman
        ("She works for Velden Defence Works.", "She works for Velden Defense Works.", ""),
        ("They met at Pine Street near Velden.", "They met at Pines Street near Velden.", ""),
        ("The shop on E Pine burned in Velden.", "The shop on E Pike burned in Velden.", ""),  # an initial says little
    ],
)
def test_which_names_are_one(first: str, second: str, words: str) -> None:
    found = conflicts(first, second)
    assert len(found) == bool(words)
    assert all(words.split()[-1] in why for why in found)
