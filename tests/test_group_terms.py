"""What a report's terms are."""

from __future__ import annotations

import pytest

from crosswire.group.candidates import candidate_pairs
from crosswire.group.terms import names_among, report_terms, words_of
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karsund’s talks", ["karsund", "talk"]),
        ("parties and matches", ["party", "and", "match"]),
        ("gas crisis bus class", ["gas", "crisis", "bus", "class"]),
        ("320,000 people; 4.5 km", ["320,000", "people", "4.5", "km"]),
        ("O'Dell’s boats", ["o'dell", "boat"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police met Captain Hale in Port Ilsen.", {"captain", "hale", "port", "ilsen"}),
        ("Rain fell. Rain fell again.", set()),
        ("He asked for Rain, and rain fell, and rain fell.", set()),
        ("“Nobody knows,” Marsh said.", {"marsh"}),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert names_among(text) == names


def _report(name: str, text: str) -> Report:
    return Report(name, text, (Paragraph(0, len(text)),))


def test_candidates_share_a_telling_term() -> None:
    rarity = load_lexicons().rarity
    texts = [
        "The ferry Halvard Star burned off Ilsen at dawn.",
        "Ilsen mourns the Halvard dead, fourteen ferry passengers.",
        "The Korrin dam and its sluices held in Tarvia after heavy rain.",
    ]
    terms = [report_terms(_report(str(n), text), rarity=rarity) for n, text in enumerate(texts)]
    assert candidate_pairs(terms) == ((0, 1),)


def test_candidates_do_not_grow_with_the_square() -> None:
    rarity = load_lexicons().rarity
    terms = [
        report_terms(_report(str(n), f"The Korrin dam and its sluices held in Tarvia {n}."), rarity=rarity)
        for n in range(900)
    ]
    assert len(candidate_pairs(terms)) < 900 * 60


def test_common_words_weigh_nothing() -> None:
    rarity = load_lexicons().rarity
    assert rarity.weight("said") == 0 < rarity.weight("police") < rarity.weight("sluice") <= rarity.unlisted
