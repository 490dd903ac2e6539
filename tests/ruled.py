"""What the rules of a language read from a fictional text, in a form that is quick to compare."""

from __future__ import annotations

from crosswire.annotate.ruled.pipeline import RulePipeline
from crosswire.model.annotation import Annotation
from parsed import lexicons, report_of

# Source, cue, stance, contents.
Seen = tuple[str | None, str | None, str, list[str]]


def read(text: str, code: str | None) -> Annotation:
    """The annotation of the text; `code` None for a language that nobody knows."""
    known = lexicons()
    return RulePipeline(known, known.speech[code] if code else None).annotate(report_of(text))


def seen(text: str, code: str | None) -> list[Seen]:
    """The quotations of the text, in order."""
    return [
        (
            q.source.words if q.source else None,
            q.cue.words if q.cue else None,
            q.stance.value,
            [part.words for part in q.content],
        )
        for q in read(text, code).quotations
    ]
