"""The form in which a word's rarity is looked up."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.lexicons.rarity import plain


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Varga's", "varga"),
        ("Varga’s", "varga"),
        ("parties", "party"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("clashes", "clash"),
    ],
)
def test_one_form_for_one_word(word: str, form: str) -> None:
    assert plain(word) == form


def test_what_no_list_has_is_rarest() -> None:
    rarity = load_lexicons().rarity
    assert rarity.weight("said") == 0
    assert 0 < rarity.weight("minister") < rarity.weight("zorvik") == rarity.unlisted
