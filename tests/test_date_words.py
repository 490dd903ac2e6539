"""Date words: each language whole, no word read in two ways without its language, forms that keep their places."""

from __future__ import annotations

import pytest

from crosswire.lexicons.date_words import flat
from crosswire.lexicons.load import load_lexicons, table

WORDS = load_lexicons().calendar.words
LANGUAGES = table("date_words")["language"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language["code"])
def test_a_language_has_all_its_months_and_days(language: dict[str, list[str]]) -> None:
    code = str(language["code"])
    for key, count, find in (("months", 12, WORDS.month), ("weekdays", 7, WORDS.weekday)):
        names = language.get(key, [])
        assert len(names) in (0, count)
        for number, variants in enumerate(names, 1):
            for name in variants.split():
                assert find(flat(name.replace("_", " ")), code) == number


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("listopada", "pl", 11),
        ("listopada", "hr", 10),
        ("listopada", "hr-ba", 10),
        ("listopada", None, None),
        ("mars", None, 3),
        ("mars", "de", 3),
        ("Ostra", None, None),
    ],
)
def test_month(word: str, language: str | None, number: int | None) -> None:
    assert WORDS.month(flat(word), language) == number


def test_no_word_is_published_and_updated_at_once() -> None:
    for language in LANGUAGES:
        own = {key: set(str(language.get(key, "")).split()) for key in ("published", "updated")}
        assert own["published"].isdisjoint(own["updated"]), language["code"]


def test_labels_are_whole_words() -> None:
    assert WORDS.labels.search("updated 4 march")
    assert WORDS.labels.search("08:01mis a jour")
    assert not WORDS.labels.search("dateless backdated")


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("MÄRZ", "marz"),
        ("٤", "4"),
        ("۴", "4"),
        ("०४", "04"),
        ("４月", "4月"),
        ("Kasım", "kasim"),
        ("Κυριακής", "κυριακησ"),
    ],
)
def test_flat(words: str, same: str) -> None:
    assert flat(words) == same
