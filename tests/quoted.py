"""Quotations made of their words, for the tests of utterances and of what shows them."""

from __future__ import annotations

from crosswire.model.annotation import Quotation, QuotationKind
from crosswire.model.passage import Passage


def quotation(report: str, content: str, speaker: str | None = "a1", start: int = 0) -> Quotation:
    """A quotation whose parts between “ ” are verbatim."""
    parts, at = [], 0
    while (opening := content.find("“", at)) >= 0:
        closing = content.index("”", opening)
        parts.append(Passage(report, start + opening + 1, start + closing, content[opening + 1 : closing]))
        at = closing + 1
    kind = QuotationKind.MIXED if parts else QuotationKind.INDIRECT
    whole = Passage(report, start, start + len(content), content)
    return Quotation(f"{report}.q{start}", report, kind, (whole,), None, None, tuple(parts), speaker)
