"""Numbers that a report says are lower than what was told before: "revised down to seven", "seven, not nine"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from crosswire.lexicons.counted import Counted
from crosswire.model.annotation import Annotation, Casualty
from crosswire.model.report import Report


def lowered_of(
    report: Report, annotation: Annotation, counts: Sequence[Casualty], counted: Counted
) -> Mapping[str, Casualty]:
    """By what happened, the first count that a report gives as a correction of a higher one.

    "The death toll was revised to seven from nine", "six were killed, down from seven", "earlier reports of nine dead
    were wrong; seven were killed". Counter-examples: "the toll rose to nine", "fewer than nine were killed".
    """
    words = _words(counted)
    found: dict[str, Casualty] = {}
    for casualty in counts:
        if casualty.sentence is None or casualty.what not in ("killed", "injured") or casualty.what in found:
            continue
        sentence = annotation.sentences[casualty.sentence]
        if not words["lowered"].search(report.text, sentence.start, sentence.end):
            continue
        if words["former"].search(report.text[sentence.start : casualty.start]):
            continue
        found[casualty.what] = casualty
    return found


@lru_cache(maxsize=4)
def _words(counted: Counted) -> dict[str, re.Pattern[str]]:
    """The patterns: what lowers a number, and what stands before the number that it was before."""
    former = "|".join(counted.signs["former"])
    return {
        "lowered": re.compile(rf"\b(?:{'|'.join(counted.signs['lowered'])})\b", re.IGNORECASE),
        # Up to the number itself: "not nine", "had earlier said that nine".
        "former": re.compile(rf"\b(?:{former})\b(?:\s+(?!but\b|and\b|to\b)[\w’']+){{0,6}}\s*$", re.IGNORECASE),
    }
