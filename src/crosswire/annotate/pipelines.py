"""One object per language that reads a report of that language."""

from __future__ import annotations

from typing import Protocol

from crosswire.annotate.language import Language
from crosswire.annotate.model import QuotationModel
from crosswire.annotate.report import annotate
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report

ENGLISH = "en"


class Pipeline(Protocol):
    """What reads the reports of one language: `EnglishPipeline`, or `RulePipeline` of `annotate/ruled/`."""

    def annotate(self, report: Report) -> Annotation:
        """All that the report's text says, as far as this pipeline can read it."""


class EnglishPipeline:
    """The reader of English: a parser, a quotation model, figures, times, names."""

    def __init__(self, language: Language, lexicons: Lexicons, quotations: QuotationModel) -> None:
        self._language, self._lexicons, self._quotations = language, lexicons, quotations

    def annotate(self, report: Report) -> Annotation:
        """Everything that `annotate` finds."""
        return annotate(report, language=self._language, lexicons=self._lexicons, quotation_model=self._quotations)
