"""Whose text a report says that it is a translation of."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Furniture, FurnitureKind, Paragraph, Report
from crosswire.relate.origins.translations import stated_translation

BODY = "The dam broke on Monday night."


def report(*paragraphs: str, note: str | None = None) -> Report:
    spans, at = [], 0
    for words in paragraphs:
        spans.append(Paragraph(at, at + len(words)))
        at += len(words) + 2
    furniture = (Furniture(FurnitureKind.OTHER, note),) if note else ()
    return Report("r", "\n\n".join(paragraphs), tuple(spans), furniture=furniture)


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("Translated from Orlozeitung by Ida Brandt.", "Orlozeitung"),
        ("This article was translated from the Karsunder Bote.", "Karsunder Bote"),
        ("This is a translation of an article that appeared in Orlozeitung.", "Orlozeitung"),
        ("(Translation: Orlozeitung)", "Orlozeitung"),
        ("Originally published by Orlozeitung; translated by Ida Brandt.", "Orlozeitung"),
        ("Translated by software from the original at orlozeitung.example.com", "orlozeitung.example.com"),
        ("Translated from the German by Ida Brandt.", None),
        ("Translation by Ida Brandt", None),
        ("Originally published in German; translation by Ida Brandt.", None),
        ("The novel was translated from Orlozeitung’s serial.", None),
        ("Ida Brandt translated for the reporters from Karsund.", None),
        (BODY, None),
    ],
)
def test_note_on_a_translation(line: str, house: str | None) -> None:
    lexicons = load_lexicons()
    for found in (report(BODY, line), report(line, BODY), report(BODY, note=line)):
        claim = stated_translation(found, lexicons=lexicons)
        assert (claim.house.name if claim else None) == house


def test_a_note_in_the_middle_of_a_text_is_a_sentence_of_it() -> None:
    lines = [f"{BODY} {n}" for n in range(4)]
    found = report(*lines, "Translated from Orlozeitung, the sign read.", *lines)
    assert stated_translation(found, lexicons=load_lexicons()) is None
