"""Every quotation of a report: source, cue and content; direct, indirect and mixed; stance and addressee."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.grammar import grammar
from crosswire.annotate.marks import Marked, find_marked
from crosswire.annotate.plain import plain_attributions
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Mention, Quotation, QuotationKind, Sentence, SpeakerClass, Stance
from crosswire.model.passage import Passage
from crosswire.model.report import Report


def find_quotations(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention], *, lexicons: Lexicons, model: object
) -> tuple[Quotation, ...]:
    """The report's quotations in order of the text."""
    marked = find_marked(report)
    grammars = [grammar(report, s) for s in sentences]
    found = [_with_marks(report, a, marked) for a in plain_attributions(grammars, lexicons.cues)]
    found.sort(key=lambda a: (a.content[0], a.cue or (0, 0)))
    return tuple(_quotation(report, n, a, marked, lexicons) for n, a in enumerate(found, start=1))


def _with_marks(report: Report, a: Attribution, marked: Sequence[Marked]) -> Attribution:
    """The attribution with its content stretched over the quotation marks it touches from inside."""
    content = tuple(_stretched(part, a.cue, marked) for part in a.content)
    return Attribution(a.sentence, a.cue, a.source, content, a.lemma, a.head)


def _stretched(part: Span, cue: Span | None, marked: Sequence[Marked]) -> Span:
    start, end = part
    for m in marked:
        holds_cue = cue is not None and m.start <= cue[0] < m.end
        if not holds_cue and m.start < end and start < m.end:
            start, end = min(start, m.start), max(end, m.end)
    return start, end


def _quotation(report: Report, number: int, a: Attribution, marked: Sequence[Marked], lexicons: Lexicons) -> Quotation:
    content = tuple(report.passage(*part) for part in a.content)
    verbatim = tuple(
        report.passage(m.inner_start, m.inner_end)
        for m in marked
        if m.depth == 0 and any(s <= m.inner_start and m.inner_end <= e for s, e in a.content)
    )
    cue = lexicons.cues.verb(a.lemma)
    return Quotation(
        id=f"{report.id}.q{number}",
        report=report.id,
        kind=_kind(content, verbatim),
        content=content,
        cue=report.passage(*a.cue) if a.cue else None,
        source=report.passage(*a.source) if a.source else None,
        verbatim=verbatim,
        speaker_class=SpeakerClass.UNKNOWN,
        stance=cue.stance if cue else Stance.REPORTS,
        unresolved=None if a.source else "nobody is named as the source",
    )


def _kind(content: Sequence[Passage], verbatim: Sequence[Passage]) -> QuotationKind:
    """Direct when everything but marks stands between marks, indirect when nothing does."""
    if not verbatim:
        return QuotationKind.INDIRECT
    inside = sum(len(p.words.strip()) for p in verbatim)
    total = sum(len(p.words.strip(" \n,.“”\"'’‘«»")) for p in content)
    return QuotationKind.DIRECT if inside >= total - 2 * len(content) else QuotationKind.MIXED
