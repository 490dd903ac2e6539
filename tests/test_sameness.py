"""Which two renderings are one act of speech."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Quotation
from crosswire.relate.utterances.rendered import BREAK, naming, rendered
from crosswire.relate.utterances.sameness import Sameness
from quoted import quotation

WORDS = load_lexicons().renderings


def alike(*quotations: Quotation) -> bool:
    """True when the first two renderings of these quotations are one utterance."""
    groups = list(rendered(quotations, (), WORDS))
    found = Sameness(groups, naming(quotations, load_lexicons()), WORDS).pairs()
    return any({a, b} == {0, 1} for _, a, b in found)


SAME = [
    ("that the harbour was closed after the storm", "the harbour had been closed when the storm came"),
    ("the lamps “sold by the harbour board”", "“The lamps were sold by the harbour board for nothing.”"),
    ("“Nobody warned the captains of the fog.”", "“Ask the pilots.” “Nobody warned us captains of the fog.”"),
]
OTHER = [
    ("that Marn met Odell in Tarn on Monday", "that Marn and Odell would speak of herring in Tarn"),
    ("that the storm closed the harbour", "that the mayor sold the lamps of the pier"),
    ("“It is a good pier.”", "“It is a good day for all of us, and the storm is over.”"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert alike(quotation("r1", one), quotation("r2", other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_statements(one: str, other: str) -> None:
    assert not alike(quotation("r1", one), quotation("r2", other))


def test_names_of_the_story_are_known_by_their_capitals() -> None:
    said = [quotation("r1", "that Marn and Odell met the harbour minister of Tarn"), quotation("r2", "so Odell left")]
    assert naming(said, load_lexicons()) == {"marn", "odell", "minist", "tarn"}


def test_no_run_goes_over_two_parts() -> None:
    (one,) = rendered([quotation("r1", "“lamps sold here” he said “boats lost there”")], (), WORDS)
    assert one.runs(WORDS) == frozenset()
    assert one.parts == (("lamps", "sold", "here"), ("boats", "lost", "there"))
    assert one.said.count(BREAK) == 2
