"""Spans of a report's text beside each other."""

from __future__ import annotations

import pytest

from crosswire.model.passage import Passage

TEXT = "The Orlo dam broke."


def of(report: str, start: int, end: int) -> Passage:
    return Passage(report, start, end, TEXT[start:end])


@pytest.mark.parametrize(
    ("one", "two", "overlaps", "covers", "shared"),
    [
        (of("a", 0, 8), of("a", 4, 12), True, False, 4),
        (of("a", 0, 12), of("a", 4, 8), True, True, 4),
        (of("a", 4, 8), of("a", 4, 8), True, True, 4),
        (of("a", 0, 4), of("a", 4, 8), False, False, 0),  # one begins where the other ends
        (of("a", 0, 4), of("a", 9, 12), False, False, 0),
        (of("a", 0, 8), of("b", 0, 8), False, False, 0),  # of two reports
    ],
)
def test_two_passages(one: Passage, two: Passage, overlaps: bool, covers: bool, shared: int) -> None:
    assert (one.overlaps(two), one.covers(two), one.shared(two)) == (overlaps, covers, shared)
    assert (two.overlaps(one), two.shared(one)) == (overlaps, shared)


@pytest.mark.parametrize(("start", "end", "words"), [(0, 3, "Th"), (3, 1, ""), (-1, 1, "Th")])
def test_a_span_that_cannot_hold_its_words_is_refused(start: int, end: int, words: str) -> None:
    with pytest.raises(ValueError, match="passage of a"):
        Passage("a", start, end, words)
