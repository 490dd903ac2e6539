"""Where the sentences of a report stand when nobody has read its grammar."""

from __future__ import annotations

import pytest

from crosswire.model.report import Dateline, Paragraph, Report
from crosswire.relate.copies.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Rain fell. Boats came.", ["Rain fell.", "Boats came."]),
        ("Sgt. Holm came at 9 p.m. Monday. Rain fell.", ["Sgt. Holm came at 9 p.m. Monday.", "Rain fell."]),
        ("“Go home.” She left.", ["“Go home.”", "She left."]),
        ("Rain fell\n\nboats came", ["Rain fell", "boats came"]),
        ("Is it e.g. rain? It is.", ["Is it e.g. rain?", "It is."]),
        ("about 3.5 metres. and more", ["about 3.5 metres. and more"]),
        ("", [""]),
    ],
)
def test_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    report = Report("r", text, (Paragraph(0, len(text)),))
    assert [text[start:end] for start, end in sentence_spans(report, None)] == sentences


def test_a_dateline_is_no_sentence() -> None:
    text = "OSTRA (NPA) - Boats came."
    report = Report("r", text, (Paragraph(0, len(text)),), dateline=Dateline("Ostra", "NPA", 0, 14))
    assert [text[start:end] for start, end in sentence_spans(report, None)] == ["Boats came."]
