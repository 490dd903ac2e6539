"""Which parts of a quotation stand between marks, and whether it is direct, indirect or mixed."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.attribution import Span
from crosswire.annotate.marks import Marked, touching
from crosswire.model.annotation import QuotationKind
from crosswire.model.passage import Passage
from crosswire.model.report import Report

# Signs around the words between marks that make no quotation mixed.
AROUND = " \n\u00a0\u202f,.“”„\"'’‘‚«»‹›「」『』"


def verbatim_parts(report: Report, content: Sequence[Span], outer: Sequence[Marked]) -> tuple[Passage, ...]:
    """The parts of the content between marks, the marks left out; `outer` has none that is a title or a nickname."""
    return tuple(
        report.passage(m.inner_start, m.inner_end)
        for m in touching(outer, content[0][0], content[-1][1])
        if any(start <= m.inner_start and m.inner_end <= end for start, end in content)
    )


def kind_of_content(content: Sequence[Passage], verbatim: Sequence[Passage]) -> QuotationKind:
    """Direct when everything but marks stands between marks, indirect when nothing does, mixed otherwise."""
    if not verbatim:
        return QuotationKind.INDIRECT
    inside = sum(len(p.words.strip()) for p in verbatim)
    total = sum(len(p.words.strip(AROUND)) for p in content)
    return QuotationKind.DIRECT if inside >= total - 2 * len(content) else QuotationKind.MIXED
