"""Two reports side by side."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Dateline, Paragraph, Report
from crosswire.relate.edits.collation import Collation, Lined, collate, lined

LEXICONS = load_lexicons()
SANK = "The barge sank in the outer bay before anybody saw the smoke from the shore."
SCHOOL = "A school gym was opened for those who had been on the deck that night."
OWNER = "The owner has sold two of his other boats since the spring."


def sides(text: str, name: str = "a", dateline: Dateline | None = None) -> Lined:
    return lined(Report(name, text, (Paragraph(0, len(text)),), dateline=dateline), None, lexicons=LEXICONS)


def beside(here: str, there: str) -> Collation:
    return collate(sides(here, "copy"), sides(there, "source"), lexicons=LEXICONS)


def pairs(collation: Collation) -> list[tuple[str, str]]:
    return [(pairing.here.words, pairing.there.words) for pairing in collation.pairings]


def test_sentences_meet_their_counterparts_whatever_the_order() -> None:
    found = beside(f"{SCHOOL} {SANK}", f"{SANK} {OWNER} {SCHOOL}")
    assert pairs(found) == [(SCHOOL, SCHOOL), (SANK, SANK)]
    assert [passage.words for passage in found.cut] == [OWNER]
    assert found.added == ()


def test_sentence_cut_in_two_meets_both_parts() -> None:
    whole = "The barge sank in the outer bay before anybody saw it, and a school gym was opened for those on deck."
    parts = "The barge sank in the outer bay before anybody saw it. A school gym was opened for those on deck."
    assert pairs(beside(parts, whole)) == [(parts, whole)]


def test_edited_sentence_still_meets_its_counterpart() -> None:
    (found,) = beside(SANK.replace("outer", "inner"), SANK).pairings
    assert not found.exact
    assert [(s.here, s.there) for s in found.stretches if not s.equal] == [((22, 27), (22, 27))]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (SANK, OWNER),
        # names and titles are all that they share
        (
            "President Sanna Rikhart of Velmara and Prime Minister Ilda Marsh of Tarvia signed a treaty on fishing.",
            "President Sanna Rikhart of Velmara and Prime Minister Ilda Marsh of Tarvia quarrelled over a bridge.",
        ),
        ("It was cold.", "It was cold."),  # too short to say anything
    ],
)
def test_other_sentences_do_not_meet(here: str, there: str) -> None:
    found = beside(here, there)
    assert found.pairings == ()
    assert [passage.words for passage in found.added] == [here]
    assert [passage.words for passage in found.cut] == [there]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The ferry left. It sank.", ["The ferry left.", "It sank."]),
        ("Sgt. Holm saw it at 9 p.m. Monday.", ["Sgt. Holm saw it at 9 p.m. Monday."]),
        ("It left the U.S. Navy behind.", ["It left the U.S. Navy behind."]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
        ("", []),
    ],
)
def test_sentences_of_a_report_that_nobody_read(text: str, sentences: list[str]) -> None:
    found = sides(text)
    assert [text[line.start : line.end] for line in found.lines] == sentences


def test_dateline_is_no_part_of_the_first_sentence() -> None:
    text = f"DORN (NPA) — {SANK}"
    found = sides(text, dateline=Dateline("Dorn", "NPA", 0, 13))
    assert [text[line.start : line.end] for line in found.lines] == [SANK]
