"""Where the sentences of a report stand, whether it was annotated or not."""

from __future__ import annotations

import re

from crosswire.model.annotation import Annotation
from crosswire.model.report import Report

# Where a sentence ends, for a report without an annotation.
BREAK = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|\n\s*")
SHORTENED = re.compile(r"(?:\b[A-Z][a-z]{0,3}|[a-z]\.[a-z])$")


def opening_of(report: Report) -> int:
    """Where the text goes on behind a dateline that opens it, which tells where from, not what.

    What stands before a later one, a caption, a note on an update, is read: two prints share it.
    """
    return report.dateline.end if report.dateline and not report.text[: report.dateline.start].strip() else 0


def sentence_spans(report: Report, annotation: Annotation | None) -> list[tuple[int, int]]:
    """Start and end of every sentence, in order; by marks, and behind the dateline, where nobody has read it yet."""
    if annotation and annotation.sentences:
        return [(sentence.start, sentence.end) for sentence in annotation.sentences]
    opening, text = opening_of(report), report.text
    breaks = [match for match in BREAK.finditer(text, opening) if not _abbreviated(text, match.start())]
    starts = [opening, *(match.end() for match in breaks)]
    ends = [*(match.start() + len(match.group().rstrip()) for match in breaks), len(text.rstrip())]
    return list(zip(starts, ends, strict=True))


def _abbreviated(text: str, point: int) -> bool:
    """True when the full stop ends a short form: "Sgt. Holm", "at 9 p.m. Monday"."""
    return text[point] == "." and bool(SHORTENED.search(text, max(0, point - 8), point))
