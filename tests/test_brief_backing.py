"""Which statements of a sentence back it when other reports have them too."""

from __future__ import annotations

import pytest

from crosswire.brief.backing import tells
from parsed import language, report_of

TEXT = "A fourth person has died after the fire at the Tarn market, the hospital said on Sunday evening."
NAMED = "The dead man was named as Emil Horn after the robbery at the mill, and two guards were charged."


@pytest.mark.parametrize(
    ("text", "words", "backs"),
    [
        (TEXT, "A fourth person has died", True),
        (TEXT, "the fire at the Tarn market", False),
        (TEXT, "the hospital said on Sunday evening", False),
        (NAMED, "The dead man was named as Emil Horn", True),
        (NAMED, "two guards were charged", True),
        (NAMED, "the robbery at the mill", False),
        ("Ana Lupo flew to Velden.", "Ana Lupo flew", True),
    ],
)
def test_what_backs_a_sentence(text: str, words: str, backs: bool) -> None:
    report = report_of(text)
    (sentence,) = language().sentences(report)
    start = text.index(words)
    whole = report.passage(sentence.start, sentence.end)
    assert tells(report.passage(start, start + len(words)), whole, sentence) is backs


def test_without_grammar_what_stands_in_the_sentence_backs_it() -> None:
    report = report_of(TEXT)
    whole = report.passage(0, len(TEXT))
    assert tells(report.passage(0, 8), whole, None)
