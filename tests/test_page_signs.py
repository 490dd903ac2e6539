"""Every sign of the lexicon fits its example and not its counter-example."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons, table

SIGNS = load_lexicons().page_signs
ENTRIES = table("page_signs")["sign"]
# These are told by what stands around a bare word, so their examples are whole marks: see test_clean_earlier.
MARKS = ("earlier-version", "update")


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e["name"] not in MARKS], ids=lambda entry: entry["name"])
def test_a_sign_fits_its_example_and_not_its_counter(entry: dict[str, str]) -> None:
    sign = SIGNS[entry["name"]]
    assert sign.find(entry["example"]) is not None
    assert sign.find(entry["counter"]) is None


@pytest.mark.parametrize(
    ("name", "line", "found"),
    [
        ("not-found", "» 404 Not Found «", "404 not found"),
        ("not-found", "Страница не найдена", "страница не найдена"),
        ("not-found", "お探しのページが見つかりません", None),
        ("paywalled", "この記事は有料会員限定です。残り文字あり", "この記事は有料会員"),
        ("paywalled", "Pour lire la suite, abonnez-vous", "pour lire la suite"),
        ("paywalled", "Diesen Artikel weiterlesen Sie mit einem Abo", "diesen artikel weiterlesen"),
        ("consent", "Wir und unsere Partner speichern Informationen", "wir und unsere partner"),
        ("machine-translated", "Este texto fue traducido automáticamente", "traducido automáticamente"),
        ("live-blog", "Olive updates", None),
        ("live-blog", "The Latest: Ostra votes", "the latest:"),
    ],
)
def test_phrases_are_found_as_whole_words(name: str, line: str, found: str | None) -> None:
    assert SIGNS[name].find(line) == found


def test_a_phrase_in_a_long_line_is_no_sign() -> None:
    long = "Subscribe to continue reading, the sign said, " + "and nobody did, " * 20
    assert SIGNS["paywalled"].find(long) is None
    assert SIGNS["consent"].find("we use cookies " * 2_000) is None
