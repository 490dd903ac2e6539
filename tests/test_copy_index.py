"""Which of many reports a new one may have words from."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.lexicons.load import load_lexicons
from crosswire.relate.copies.copy_index import HOLDERS, MOST_CANDIDATES, MOST_REPORTS, SOURCES, Blocks, candidates
from crosswire.relate.copies.fingerprints import Fingerprinter, Numbers

LEXICONS = load_lexicons()
MAKER = Fingerprinter(LEXICONS.rarity)
FERRY = (
    "The ferry Halden Queen burned off the Tarvik lighthouse before dawn. Trawlers ferried two hundred passengers to a "
    "quay, and a lifeboat from Skarsund towed the smouldering hull behind the breakwater."
)
PARKING = (
    "Councillors in Mossgate argued over parking permits until midnight. Shopkeepers along Weaver Lane threatened to "
    "withhold their rates, and the treasurer resigned in tears."
)
EDITED = (
    "Off the Tarvik lighthouse the ferry Halden Queen caught fire before dawn. Trawlers took two hundred passengers "
    "to a quay; a Skarsund lifeboat hauled the smouldering hull to the breakwater."
)


def index(*texts: str) -> Blocks:
    known = Blocks()
    for number, text in enumerate(texts):
        known.add(number, MAKER.of_text(text).values)
    return known


def found(text: str, known: Blocks) -> list[int]:
    return [candidate.number for candidate in candidates(MAKER.of_text(text), known)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [(FERRY, [0]), (EDITED, [0]), (f"{PARKING} {EDITED}", [1, 0]), ("A quiet day in Mossgate.", []), ("", [])],
)
def test_whose_words_a_report_has(text: str, numbers: list[int]) -> None:
    assert found(text, index(FERRY, PARKING)) == numbers


def test_nothing_is_known_at_first() -> None:
    assert found(FERRY, Blocks()) == []


def test_the_estimate_is_one_for_the_same_text_and_less_for_an_edited_one() -> None:
    known = index(FERRY)
    (same,) = candidates(MAKER.of_text(FERRY), known)
    (edited,) = candidates(MAKER.of_text(EDITED), known)
    assert same.share == 1.0
    assert 0.2 < edited.share < 1.0
    assert {part for _, _, part in same.rarity} == {1.0}


def test_reports_can_be_left_out() -> None:
    prints = MAKER.of_text(FERRY)
    assert [c.number for c in candidates(prints, index(FERRY, EDITED), leave_out=np.array([0]))] == [1]


def test_of_many_prints_a_few_and_behind_them_the_report_of_another_passage() -> None:
    known = index(PARKING, *[FERRY] * 100)
    numbers = found(f"{FERRY} {PARKING}", known)
    assert numbers.count(0) == 1
    assert len(numbers) == SOURCES + 1


def test_the_newest_holders_are_looked_at() -> None:
    which, numbers = index(*[FERRY] * 100).holders(MAKER.of_text(FERRY).values, HOLDERS)
    assert set(numbers.tolist()) == set(range(100 - HOLDERS, 100))
    assert (np.bincount(which) == HOLDERS).all()


def test_never_more_than_so_many() -> None:
    words = [f"zor{n} vel{n} mip{n} dax{n} quil{n} harn{n} tosk{n}" for n in range(2 * MOST_CANDIDATES)]
    assert len(found(" ".join(words), index(*words))) == MOST_CANDIDATES


@pytest.mark.parametrize("number", [-1, MOST_REPORTS])
def test_a_number_that_no_row_can_hold_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="is not from 0"):
        Blocks().add(number, MAKER.of_text(FERRY).values)


ROWS = st.lists(st.lists(st.integers(0, 40), max_size=12, unique=True), max_size=60)


@given(ROWS, st.integers(1, 5))
def test_blocks_answer_as_a_table_does_and_again_from_their_rows(held: list[list[int]], most: int) -> None:
    known = Blocks()
    for number, values in enumerate(held):
        known.add(number, np.array(sorted(values), dtype=np.int64))
        if number % 7 == 0:
            known.settle()
    table = {v: [n for n, values in enumerate(held) if v in values][-most:] for v in range(41)}
    again = Blocks(list(known.rows()))
    assert again.size == known.size == sum(map(len, held))
    for blocks in (known, again):
        assert _answer(blocks, most) == {v: numbers for v, numbers in table.items() if numbers}


def _answer(blocks: Blocks, most: int) -> dict[int, list[int]]:
    which, numbers = blocks.holders(np.arange(41, dtype=np.int64), most)
    answer: dict[int, list[int]] = {}
    for value, number in sorted(zip(which.tolist(), numbers.tolist(), strict=True)):
        answer.setdefault(value, []).append(number)
    return answer


def test_blocks_stay_few() -> None:
    known = Blocks()
    for number in range(300):
        known.add(number, np.arange(number, number + 50, dtype=np.int64))
        known.settle()
    assert known.size == 300 * 50
    assert len(list(known._blocks)) < 12


def test_the_rows_that_are_handed_out_are_the_caller_s() -> None:
    known = index(FERRY)
    pieces: list[Numbers] = list(known.rows())
    pieces[0][:] = 0
    assert found(FERRY, known) == [0]
