"""Which words stand for each version of an update."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Point, PointRelation
from crosswire.relate.points.passages import part
from crosswire.relate.points.shown import can_be_read, clause_telling
from point_stories import Row, relations, row, slots

CLAUSES = [
    (
        "Police said that Pavel Horn was arrested at his home in Velden.",
        "arrested",
        "Pavel Horn was arrested at his home in Velden",
    ),
    (
        "What was found in the car points to having arrested the right man.",
        "arrested",
        "What was found in the car points to having arrested the right man",
    ),
]
CUT = [
    (
        "Three guards are in critical condition Monday and one was stable.",
        "Three guards are in critical condition Monday and one",
    ),
    ("A man was arrested in the Fourth of July shooting death of a cook.", "A man was arrested in the Fourth of July"),
]


@pytest.mark.parametrize(("text", "word", "clause"), CLAUSES)
def test_a_clause_has_a_subject_and_its_verb(text: str, word: str, clause: str) -> None:
    start = text.index(word)
    assert clause_telling(slots(text), start, start + len(word)).words == clause


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_a_clause_is_not_cut_before_what_it_goes_on_with(text: str, cut: str) -> None:
    found = slots(text)
    assert not can_be_read(found, part(found, 0, len(cut)))


def shown(*rows: Row) -> list[str | None]:
    """What is shown of the versions of the story's one update."""
    (found,) = updates(*rows)
    return [version.value for version in found.versions]


def updates(*rows: Row) -> list[Point]:
    """The updates of the story."""
    return [p for p in relations(rows).points if p.relation is PointRelation.UPDATE]


def test_who_is_named_stands_before_he_and_the_top_before_the_end() -> None:
    early = row("Courier", "2031-03-04", "Shots fell on the pier of Velden.", "No arrests have been made.")
    late = row(
        "Post",
        "2031-03-06",
        "Police have arrested a baker in the shooting on the pier of Velden.",
        "Pavel Horn lives in Tarn.",
        "He was arrested at home.",
    )
    assert shown(early, late) == [
        "No arrests have been made",
        "Police have arrested a baker in the shooting on the pier of Velden",
    ]


def test_no_arrests_in_a_report_that_tells_of_one_are_of_another_deed() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Horn was arrested on the pier of Velden.", "In Tarn no arrests have been made."),
        row("Post", "2031-03-04", "Shots fell on the pier of Velden.", "Horn was arrested there."),
    )


def test_more_charges_may_come_beside_those_that_are_filed() -> None:
    assert not updates(
        row("Courier", "2031-03-04", "Shots fell on the pier.", "More charges will be filed against Horn."),
        row("Post", "2031-03-05", "Shots had fallen on the pier.", "Horn was charged with arson."),
    )


def test_what_one_is_jailed_for_in_another_case_is_no_answer() -> None:
    early = row("Courier", "2031-03-04", "Shots fell on the pier of Velden.", "No arrests have been made.")
    late = "Horn was arrested on an unrelated charge on the pier of Velden."
    assert not updates(early, row("Post", "2031-03-06", "Shots had fallen on the pier of Velden.", late))


def test_a_name_is_shown_with_the_part_of_who_has_it() -> None:
    early = row("Courier", "2031-03-04", "A baker died on the pier of Velden.", "The victim has not been identified.")
    late = row(
        "Post",
        "2031-03-06",
        "Friends met on the pier of Velden for Ana Lupo.",
        "Ana Lupo, 31, was killed on the pier of Velden.",
    )
    assert shown(early, late) == [
        "The victim has not been identified",
        "Ana Lupo, 31, was killed on the pier of Velden",
    ]


def test_two_named_in_one_sentence_are_told_once() -> None:
    assert (
        len(
            updates(
                row("Courier", "2031-03-04", "Pavel Horn and Ben Lupo were charged with the fire on the pier."),
                row("Post", "2031-05-09", "Pavel Horn and Ben Lupo were sentenced for the fire on the pier."),
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("words", "read"),
    [("Horn was held", True), ("Lupo fled", True), ("both named Rosa", False), ("eight others hurt", False)],
)
def test_words_can_be_read_whose_subject_is_their_first_word(words: str, read: bool) -> None:
    own = slots("Horn was held, Lupo fled with two aunts, both named Rosa, and the fire left eight others hurt.")
    start = own.passage.words.index(words) + own.passage.start
    assert can_be_read(own, part(own, start, start + len(words))) is read
