"""The pipeline of a language without a parser: sentences, quotations, and who is named as their source."""

from __future__ import annotations

from crosswire.annotate.marked_names import is_name
from crosswire.annotate.marks import find_marked
from crosswire.annotate.ruled.mentions import mentions_of
from crosswire.annotate.ruled.pieces import lines_of, sentence_of
from crosswire.annotate.ruled.quotations import quotations_of
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report


class RulePipeline:
    """The reader of one language by rules; of any other language when `speech` is None: then only marks are read.

    Holds no state between reports: the same text gives the same annotation.
    """

    def __init__(self, lexicons: Lexicons, speech: Speech | None) -> None:
        self._lexicons, self._speech = lexicons, speech

    def annotate(self, report: Report) -> Annotation:
        """The report's sentences, quotations, and the persons named as their sources; no figures, no times."""
        marks, outlets = self._lexicons.marks, self._lexicons.outlets
        outer = [m for m in find_marked(report, marks) if m.depth == 0]
        named = frozenset(m for m in outer if is_name(m, report.text, marks, outlets))
        spoken = [m for m in outer if m not in named]
        lines = lines_of(report, outer, named, self._speech)
        sentences = tuple(map(sentence_of, lines))
        quotations = quotations_of(report, lines, spoken, self._speech)
        return Annotation(
            report=report.id,
            sentences=sentences,
            mentions=mentions_of(report, quotations, sentences, self._speech, self._lexicons.names.gender),
            quotations=quotations,
        )
