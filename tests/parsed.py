"""Fictional texts as reports with their sentences, for the tests of times, figures, clock and timeline."""

from __future__ import annotations

from crosswire.annotate.figures import find_figures
from crosswire.annotate.language import Language
from crosswire.annotate.times import find_times
from crosswire.lexicons.load import Lexicons, load_lexicons
from crosswire.model.annotation import Annotation, Figure, TimeExpression
from crosswire.model.report import Paragraph, Report
from crosswire.model.when import UNKNOWN, Basis, When
from crosswire.run.models import shared_models


def language() -> Language:
    """The language pipeline, loaded once for all tests of a process."""
    return shared_models().language


def lexicons() -> Lexicons:
    """The lexicons of the installation."""
    return load_lexicons()


def report_of(text: str, published: str | None = None, *, name: str = "r") -> Report:
    """A report of one text; paragraphs at blank lines."""
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part)))
        start += len(part) + 2
    when = When(published, Basis.GIVEN) if published else UNKNOWN
    return Report(name, text, tuple(paragraphs), published_at=when)


def times_of(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text."""
    report = report_of(text, published)
    return find_times(report, language().sentences(report), lexicons=lexicons())


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text."""
    report = report_of(text)
    return find_figures(report, language().sentences(report), lexicons=lexicons())


def annotated(report: Report) -> Annotation:
    """Sentences, figures and times of a report; no mentions or quotations."""
    sentences = language().sentences(report)
    return Annotation(
        report.id,
        sentences,
        figures=find_figures(report, sentences, lexicons=lexicons()),
        times=find_times(report, sentences, lexicons=lexicons()),
    )


def read_times(report: Report, annotation: Annotation, anchor: str) -> tuple[TimeExpression, ...]:
    """A report's times counted from another date, as the route hands it to `complete_times`."""
    return find_times(report, annotation.sentences, lexicons=lexicons(), anchor=anchor)
