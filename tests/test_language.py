"""Sentences of the language pipeline: where they begin and end."""

from __future__ import annotations

import pytest

from crosswire.annotate.language import Language
from crosswire.model.report import Dateline, Paragraph, Report
from crosswire.run.models import shared_models


@pytest.fixture(scope="module")
def language() -> Language:
    return shared_models().language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sgt. Mara Perrin said on Monday that Capt. Clark Lund had left.", 1),
        ("A boy was hurt at a playground on Linden Ave. in Ostra on Monday, police said.", 1),
        ("Police Supt. Ann Vale denied it on Monday.", 1),
        ("The bridge is closed. Nobody knows why.", 2),
    ],
)
def test_titles_end_no_sentence(language: Language, text: str, count: int) -> None:
    (sentences,) = language.parse([text])
    assert len(sentences) == count


def test_the_dateline_is_off_and_offsets_are_the_reports(language: Language) -> None:
    text = "OSTRA (LPA) — The mayor left.\n\nHe said: “I am tired.”"
    report = Report("r", text, (Paragraph(0, 29), Paragraph(31, len(text))), dateline=Dateline("Ostra", "LPA", 0, 14))
    sentences = language.sentences(report)
    assert text[sentences[0].start : sentences[0].end] == "The mayor left."
    assert [s.paragraph for s in sentences][-1] == 1
    for sentence in sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end].strip() == text[token.start : token.end] != ""
            assert 0 <= token.head < len(sentence.tokens)


@pytest.mark.parametrize(
    ("first", "count"),
    [
        ("OSTRA, Mont. (KVQT) - Police found the old ferry on Tuesday.", 1),
        ("PORT SOREL, March 3", 0),
        ("PORT SOREL (NPA)", 0),
        ("OSTRA 3, LINDEN 1", 1),
        ("TIMO HILL", 1),
        ("OSTRA POLICE FOUND the ferry, and nobody was hurt.", 1),
    ],
)
def test_a_dateline_is_no_sentence(first: str, count: int) -> None:
    rest = "The council of Ostra met on Tuesday."
    text = f"{rest}\n\n{first}"
    start = len(rest) + 2
    made = Report("r", text, (Paragraph(0, len(rest), 0, 0), Paragraph(start, len(text), 0, 0)))
    sentences = shared_models().language.sentences(made)
    assert len([s for s in sentences if s.paragraph == 1]) == count
