"""One report's annotation: every finder of this room, one after the other."""

from __future__ import annotations

from crosswire.annotate.casualties import find_casualties
from crosswire.annotate.figures import find_figures
from crosswire.annotate.headline_casualties import headline_casualties
from crosswire.annotate.language import Language
from crosswire.annotate.mentions import find_mentions
from crosswire.annotate.model import QuotationModel
from crosswire.annotate.quotations import find_quotations
from crosswire.annotate.times import find_times
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report

# No sentence has so many words and marks: what has is a table or a torn page, and the finders' cost would grow with
# its square. Its words stay in the report's text and are left unread.
LONGEST_SENTENCE = 800


def annotate(report: Report, *, language: Language, lexicons: Lexicons, quotation_model: QuotationModel) -> Annotation:
    """All that the report says: sentences, mentions, quotations, figures, times, casualties; each in order of the text.

    Looks at this report alone; who a surname or "he" stands for is decided by `relate`, with the whole story.
    """
    sentences = tuple(s for s in language.sentences(report) if len(s.tokens) <= LONGEST_SENTENCE)
    mentions = find_mentions(report, sentences, lexicons=lexicons)
    figures = find_figures(report, sentences, lexicons=lexicons)
    told = find_casualties(report, sentences, figures, lexicons=lexicons)
    return Annotation(
        report=report.id,
        sentences=sentences,
        mentions=mentions,
        quotations=find_quotations(report, sentences, mentions, lexicons=lexicons, model=quotation_model),
        figures=figures,
        times=find_times(report, sentences, lexicons=lexicons),
        casualties=(*headline_casualties(report, lexicons=lexicons), *told),
    )
