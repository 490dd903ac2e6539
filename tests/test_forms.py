"""Known forms in running words, and what is remembered of a line."""

import pytest

from crosswire.lexicons.forms import forms, is_foreign, lines_with, words_in, words_of

_HOUSES = forms(["The Linden Wire", "The Ostra Press", "Holm", "Holm News", "New Linden Post", "O'Dorn Wire"])


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("The Linden Wire had it first.", True),
        ("The mayor of Ostra spoke.", False),  # "The", but no second word of a form that begins so
        ("He met Holm.", True),  # nothing need follow
        ("New shoes for Linden Post", False),
        ("Linden Wire", False),
        ("by O’Dorn Wire", True),  # it may; `within` looks closely
        ("", False),
    ],
)
def test_what_may_hold_a_form_has_its_first_words_in_a_row(words: str, may: bool) -> None:
    assert _HOUSES.may_hold(words_in(words)) is may


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Linden Wire and Holm News", ["The Linden Wire", "Holm News"]),
        ("The The Ostra Press", ["The Ostra Press"]),
        ("the Linden Wire", []),
        ("Holmes, Holm", ["Holm"]),
        ("by O’Dorn Wire", []),
        ("The Linden, Wire", []),
    ],
)
def test_forms_stand_as_they_are_written(words: str, found: list[str]) -> None:
    assert [form for form, _, _ in _HOUSES.within(words)] == found
    assert all(words[start:end] == form for form, start, end in _HOUSES.within(words))


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("The Mayor's plan", ("the", "mayor", "s", "plan")),
        ("STRASSE, Straße", ("strasse", "strasse")),
        ("—  …", ()),
        ("left_side", ("left", "side")),
        ("Ostra " * 2000, ("ostra",) * 2000),
        ("The ferry’s “third” run — late_again", ("the", "ferry", "s", "third", "run", "late", "again")),
        ("Straße 4 – ÉTÉ", ("strasse", "4", "été")),
        ("— …", ()),
    ],
)
def test_a_line_s_words_are_folded_and_bare(words: str, folded: tuple[str, ...]) -> None:
    assert words_of(words) == folded == words_of(words)


def test_lines_with_a_hint_are_found_once_and_in_order() -> None:
    lines = ["The quay", "PHOTO: a photo", "no", "Two photos"]
    assert lines_with(("photo", "quay"), lines) == [0, 1, 3]


@pytest.mark.parametrize(
    ("words", "foreign"),
    [("• “Ostra” — © 2026", False), ("Ostra", False), ("Brücke", True), ("オストラ", True), ("٣", True), ("…", False)],
)
def test_marks_make_no_line_foreign(words: str, foreign: bool) -> None:
    assert is_foreign(words) is foreign
