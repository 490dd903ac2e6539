"""Stretches between marks that are names and nobody's words, as tables of (text, is it a name)."""

from __future__ import annotations

import pytest

from crosswire.annotate.marked_names import is_name
from crosswire.annotate.marks import find_marked
from parsed import lexicons, report_of


def names(text: str) -> list[bool]:
    known = lexicons()
    return [is_name(m, text, known.marks, known.outlets) for m in find_marked(report_of(text), known.marks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lars “the Broom” Holt bought the ferry.", True),
        ('Lars "Broom" Holt bought the ferry.', True),
        ("Holt was a guest on the programme “Harbour at Eight” last week.", True),
        ("Holt was asked about it on BBC’s “Harbour at Eight” last week.", True),
        ("Holt was asked about it on “Harbour at Eight” last week.", True),
        ("Vance is the author of “The Long Pier,” a memoir.", True),
        ("The crew of the ferry “Marigold” was tired.", True),
        ("The so-called “clean slate” was voted down.", True),
        ("They wore “Save the Pier” hats to the hall.", True),
        ("Er war zu Gast in der Sendung „Hafen um acht“ am Montag.", True),
        ("Er war zu Gast in der Sendung „Hafen am Abend“ am Montag.", True),
        ("Das sogenannte „Heizgesetz“ wurde abgelehnt.", True),
        ("Elle a vu le film « Marée Haute » lundi.", True),
        ("Holt said “No” Monday.", False),
        ("She called it “a Good Thing” again.", False),
        ("Holt called the mayor “an old fox,” Marn said.", False),
        ("The crowd answered with calls of “Save the Pier” and left.", False),
        ("Rivals Mock Harbour’s ‘Paper Admiral’ Ada Lund Again", False),
        ("On the programme, he said: “Harbour. Pier. Town.”", False),
        ("The film “is a mess from end to end,” she said.", False),
    ],
)
def test_names_between_marks(text: str, expected: bool) -> None:
    assert names(text) == [expected]
