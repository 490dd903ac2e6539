"""Rows of words that stand in several reports of a story."""

from __future__ import annotations

import numpy as np

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.own_words import OwnWords, Vocabulary
from crosswire.relate.copies.shared_rows import HOLDERS, common_rows, seeds, with_what_others_quote

LINE = "the harbour gates were shut before the storm reached the outer pier"


def read(*texts: str) -> list[OwnWords]:
    vocabulary = Vocabulary(load_lexicons())
    return [vocabulary.read(Report(f"r{n}", text, (Paragraph(0, len(text)),)), None) for n, text in enumerate(texts)]


def test_seeds_lead_to_earlier_reports() -> None:
    first, other, last = seeds(read(f"On Monday {LINE}.", "Nobody saw it coming at all, they wrote.", f"{LINE}, again"))
    assert len(first.sources) == len(other.sources) == 0
    assert set(last.sources.tolist()) == {0}
    assert last.places.tolist() == list(range(8))
    assert set(last.weights.tolist()) == {0.5}


def test_of_many_holders_the_first_and_the_last_are_remembered() -> None:
    found = seeds(read(*[f"{LINE} print{n}" for n in range(12)]))
    assert set(found[-1].sources.tolist()) == {*range(HOLDERS), 10}


def test_quoted_words_are_no_seeds() -> None:
    found = seeds(read(f"“{LINE}”", f"“{LINE}”"))
    assert len(found[1].sources) == 0


def test_what_one_of_two_puts_between_marks_is_said_in_both() -> None:
    bare = with_what_others_quote(read(f"He wrote that “{LINE}”.", f"A post. {LINE}."))[1]
    assert bare.said.tolist() == [False, False, *[True] * 12]


def test_what_one_of_four_quotes_is_the_others_own() -> None:
    found = with_what_others_quote(read(f"He wrote that “{LINE}”.", *[f"{LINE} {n}" for n in range(3)]))
    assert not found[1].said.any()


def test_the_longest_runs_of_equal_words() -> None:
    one, other = read("alpha beta gamma delta epsilon", "zeta beta gamma delta eta alpha beta")
    free = np.ones(5, dtype=bool)
    assert list(common_rows(one, other, 2, free)) == [(0, 5, 2), (1, 1, 3)]
    free[2] = False
    assert list(common_rows(one, other, 2, free)) == [(0, 5, 2)]
    assert list(common_rows(one, other, 9, free)) == []
