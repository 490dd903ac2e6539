"""Numbers with a form of their own: shares, votes, magnitudes; and measures, rates, currencies, temperatures."""

from __future__ import annotations

import time

import pytest

from crosswire.annotate.shares import special_amounts
from parsed import figures_of, lexicons

# Seconds that a sentence of six thousand such numbers may take on a slow machine; time that grows with the square is 9.
LONG_SENTENCE = 3.0

# text, passage, low, unit, what
Row = tuple[str, float, str | None, str | None]
FIGURES: list[tuple[str, Row]] = [
    ("One in five voters stayed at home.", ("One in five voters", 0.2, "share", "voters")),
    ("The army lost two of every three tanks.", ("two of every three tanks", 0.667, "share", "tanks")),
    ("Two-thirds of members backed it.", ("Two-thirds of members", 0.667, "share", "members")),
    ("Three quarters of the harvest was lost.", ("Three quarters of the harvest", 0.75, "share", "harvest")),
    ("Half of the crew was ill.", ("Half of the crew", 0.5, "share", "crew")),
    ("Profits fell by a third to $2m.", ("a third", 0.333, "share", None)),
    ("Parliament voted 51-49 to pass it.", ("51", 51, None, "winning votes")),
    ("The house passed it by 219 votes to 212.", ("212", 212, None, "losing votes")),
    ("Senators confirmed her in a 52 to 48 vote.", ("48", 48, None, "losing votes")),
    ("A magnitude 6.3 earthquake struck Tarn.", ("magnitude 6.3", 6.3, "magnitude", "earthquake")),
    ("A 5.8-magnitude quake struck Tarn.", ("5.8-magnitude", 5.8, "magnitude", "earthquake")),
    ("Gusts of 120 miles an hour hit Tarn.", ("120 miles an hour", 120, "miles per hour", None)),
    ("It was minus 12 degrees in Linden.", ("minus 12 degrees", -12, "degrees", None)),
    ("It was 41 degrees Celsius in Linden.", ("41 degrees Celsius", 41, "degrees Celsius", None)),
    ("The rocket flew at a height of 90km.", ("90km", 90, "kilometres", None)),
    ("The wall is 12 feet high.", ("12 feet", 12, "feet", "height")),
    ("Oil rose to $71.20 a barrel.", ("$71.20 a barrel", 71.2, "USD per barrel", None)),
    ("The field gives 2 million barrels a day.", ("2 million barrels a day", 2e6, "barrels per day", None)),
    ("Ostra will pay 300 million Swiss francs.", ("300 million Swiss francs", 3e8, "CHF", None)),
    ("The fund lost half a million dollars.", ("half a million dollars", 5e5, "USD", None)),
    ("The flood cut off a quarter of a million homes.", ("a quarter of a million homes", 2.5e5, None, "homes")),
    ("The port lost three quarters of a million euros.", ("three quarters of a million euros", 7.5e5, "EUR", None)),
    ("The bank raised rates by 0.25 percentage points.", ("0.25 percentage points", 0.25, "percentage points", None)),
    ("The strike killed nine and wounded 30 more.", ("30 more", 30, None, "injured")),
]


@pytest.mark.parametrize(("text", "row"), FIGURES)
def test_figure(text: str, row: Row) -> None:
    found = [(f.passage.words, round(f.low or 0.0, 3), f.unit, f.what) for f in figures_of(text)]
    assert row in found


@pytest.mark.parametrize(
    "text",
    [
        "They won the match 4-2.",
        "It was over in a quarter of an hour.",
        "They meet on two in three days.",
        "The bill of 2019 was passed on March 5-6.",
        "The third man left.",
    ],
)
def test_no_share_and_no_vote(text: str) -> None:
    assert not [f for f in figures_of(text) if f.unit == "share" or "votes" in (f.what or "")]


def test_a_share_may_be_a_bound() -> None:
    (figure,) = figures_of("At least 2 in 3 children were fed.")
    assert (figure.high, figure.hedge) == (None, "at least")


def test_words_stand_where_the_offsets_say() -> None:
    for text, _ in FIGURES:
        for figure in figures_of(text):
            assert text[figure.passage.start : figure.passage.end] == figure.passage.words


@pytest.mark.parametrize("words", ["51-49, ", "by a third, ", "one in five voters, ", "magnitude 6.3, "])
def test_a_sentence_of_many_takes_no_longer_than_it_is_long(words: str) -> None:
    start = time.process_time()
    found = special_amounts("They voted " + words * 6000, lexicons().numbers)
    assert len(found) >= 6000
    assert time.process_time() - start < LONG_SENTENCE
