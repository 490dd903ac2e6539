"""Which names can be one person's, and which words make a country."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.relate.actors.countries import derives, story_countries
from crosswire.relate.actors.names import group_full_names, person_name, same_person

SAME = [
    ("Sergey V. Lunov", "Sergei Lunov", True),
    ("William Marlow", "Bill Marlow", True),
    ("R. Quill", "Rosa Quill", True),
    ("Rosa Quill", "Rosa L. Quill", True),
    ("Omar al-Tamari", "Omar Tamari", True),
    ("José Belmar", "Jose Belmar", True),
    ("Volodymyr Zelenko", "Volodymyr Zelenkoy", True),
    ("Mikhail Zelunskiy", "Mykhailo Zelunsky", True),
    ("Kim Han-su", "Kim Han Su", True),
    ("Kim Han-su", "Kim Bo-ra", False),
    ("Anna Marn", "Olaf Marn", False),
    ("John Pell Jr.", "John Pell Sr.", False),
    ("Paul Marn", "Paula Marn", False),
    ("Ada Marn", "Ada Varn", False),
]


@pytest.mark.parametrize(("a", "b", "same"), SAME)
def test_same_person(a: str, b: str, same: bool) -> None:
    names = load_lexicons().names
    assert same_person(person_name(a, names), person_name(b, names), names) is same


def test_groups_keep_two_of_one_surname_apart() -> None:
    groups = group_full_names({"Ada Marn": 4, "A. Marn": 1, "Olaf Marn": 2, "Bo Lund": 1}, load_lexicons().names)
    assert {frozenset(group) for group in groups} == {
        frozenset({"Ada Marn", "A. Marn"}),
        frozenset({"Olaf Marn"}),
        frozenset({"Bo Lund"}),
    }


def test_the_son_has_the_suffix_in_either_style() -> None:
    forms = {"Rex A. Pell": 1, "Rex A. Pell Jr.": 1, "Rex Pell Jr.": 1}
    apart = {frozenset(("Rex A. Pell", "Rex A. Pell Jr."))}
    groups = group_full_names(forms, load_lexicons().names, apart)
    assert {frozenset(group) for group in groups} == {
        frozenset({"Rex A. Pell"}),
        frozenset({"Rex A. Pell Jr.", "Rex Pell Jr."}),
    }


DEMONYMS = [
    ("Varnian", "Varnia", True),
    ("Ostlander", "Ostland", True),
    ("Tarvosi", "Tarvos", True),
    ("Korvish", "Korva", True),
    ("Varnia", "Varnia", False),
    ("Marn", "Varnia", False),
    ("Christian", "Christiania", False),
]


@pytest.mark.parametrize(("word", "place", "made"), DEMONYMS)
def test_demonyms_of_invented_places(word: str, place: str, made: bool) -> None:
    assert derives(word, place) is made


def test_a_story_teaches_its_countries() -> None:
    countries = story_countries(load_lexicons().geography, ["Varnia", "Tarn"], ["Varnian", "Syrian"])
    assert countries.of("the Varnian president") == {"Varnia"}
    assert countries.of("the Kremlin leader") == {"Russia"}
    assert countries.one("Tarn") is None
