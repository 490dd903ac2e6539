"""Whose text a report says that it is a translation of."""

from __future__ import annotations

from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Report
from crosswire.relate.origins.houses import Claim, credited_house

# Paragraphs at the start and at the end of a text among which the note stands.
OUTER = 3


def stated_translation(report: Report, *, lexicons: Lexicons) -> Claim | None:
    """The house whose text was translated, as a note of the report says; None where it names none.

    "Translated from Orlozeitung by Ida Brandt." Counter-examples: "Translated from the German", which leaves open whose
    text it was, and a sentence of the report on a translated book.
    """
    spans = (*report.paragraphs[:OUTER], *report.paragraphs[OUTER:][-OUTER:])
    texts = (*(report.text[span.start : span.end] for span in spans), *(line.words for line in report.furniture))
    for line in (line for text in texts for line in text.splitlines()):
        for name in lexicons.translations.houses(line):
            return Claim(credited_house(name, lexicons=lexicons), line.strip(), "text")
    return None
