"""Fictional stories led through mentions and actors, with their quotations given."""

from __future__ import annotations

from crosswire.annotate.mentions import find_mentions
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation, Quotation, QuotationKind
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor
from crosswire.model.report import Paragraph, Report
from crosswire.relate.actors.actors import resolve_actors
from parsed import language

Told = tuple[tuple[str, ...], list[tuple[str | None, str]]]  # paragraphs; sources and contents


def passage(report: Report, words: str, after: int = 0) -> Passage:
    """The first passage of these words."""
    start = report.text.index(words, after)
    return Passage(report.id, start, start + len(words), words)


def report_of(name: str, *paragraphs: str) -> Report:
    """The paragraphs as a report."""
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Report(name, text, tuple(spans))


def annotated(report: Report, quoted: list[tuple[str | None, str]]) -> Annotation:
    """The report's annotation with quotations given as (source and words around it, content)."""
    sentences = language().sentences(report)
    quotations = []
    for n, (source, content) in enumerate(quoted, start=1):
        said = passage(report, content)
        marked = content.startswith("“")
        verbatim = (Passage(report.id, said.start + 1, said.end - 1, content[1:-1]),) if marked else ()
        quotations.append(
            Quotation(
                id=f"{report.id}.q{n}",
                report=report.id,
                kind=QuotationKind.DIRECT if marked else QuotationKind.INDIRECT,
                content=(said,),
                cue=None,
                source=_source(report, source, said) if source else None,
                verbatim=verbatim,
            )
        )
    mentions = find_mentions(report, sentences, lexicons=load_lexicons())
    return Annotation(report.id, sentences, mentions, tuple(quotations))


def _source(report: Report, source: str, said: Passage) -> Passage:
    """The occurrence of the source's words nearest to the content."""
    starts = [n for n in range(len(report.text)) if report.text.startswith(source, n)]
    start = min(starts, key=lambda n: min(abs(n - said.end), abs(said.start - n - len(source))))
    return Passage(report.id, start, start + len(source), source)


def speakers(story: list[Told]) -> tuple[list[str | None], dict[str, Actor], tuple[Quotation, ...]]:
    """The names of the quotations' speakers, the actors by name, and the quotations."""
    reports = [report_of(f"r{n}", *paragraphs) for n, (paragraphs, _) in enumerate(story, start=1)]
    annotations = [annotated(r, quoted) for r, (_, quoted) in zip(reports, story, strict=True)]
    actors, quotations = resolve_actors(reports, annotations, lexicons=load_lexicons())
    by_id = {actor.id: actor for actor in actors}
    names = [by_id[q.speaker].name if q.speaker else None for q in quotations]
    return names, {actor.name: actor for actor in actors}, quotations


def speaker_in(text: str, source: str, content: str, *elsewhere: str) -> str | None:
    """Who speaks in a one-paragraph report, in a story with these other reports."""
    names, _, _ = speakers([((text,), [(source, content)]), *(((other,), []) for other in elsewhere)])
    return names[0]
