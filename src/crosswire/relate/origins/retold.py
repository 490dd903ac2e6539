"""What a report retells from a medium whose own report is in the story: "…, The Post reported"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.report import Report

WORD = re.compile(r"[^\W_]{4,}|\d[\d,.]*")
# How many telling words a sentence must share with one of the medium's own, and what part of the shorter one's. Less,
# and the medium may have been cited for something that its report at hand doesn't tell.
LEAST_WORDS, LEAST_PART = 4, 0.5
# The same for a sentence beside those that cite, for which nobody is named: both may have it from somebody else.
MORE_WORDS, MORE_PART = 5, 0.6


def retold(
    sentences: Sequence[Passage],
    sources: Sequence[Report],
    annotations: Mapping[str, Annotation],
    *,
    words: int = LEAST_WORDS,
    part: float = LEAST_PART,
) -> tuple[tuple[Passage, Passage], ...]:
    """Each sentence that cites a medium with the sentence of the medium's report that it retells most closely.

    `words`, `part`: how much the two share at least. Sentences without a counterpart are left out; of equal
    counterparts the first of the first report counts.
    """
    own = [
        (report.passage(sentence.start, sentence.end), _telling(report.text[sentence.start : sentence.end]))
        for report in sources
        if report.id in annotations
        for sentence in annotations[report.id].sentences
    ]
    pairs = []
    for here in sentences:
        told = _telling(here.words)
        best = max(own, key=lambda found: len(told & found[1]), default=None)
        if best and words <= len(told & best[1]) >= part * min(len(told), len(best[1])):
            pairs.append((here, best[0]))
    return tuple(pairs)


def _telling(words: str) -> frozenset[str]:
    """The longer words, cut to their stems' first letters, and the numbers: "searched" and "searching" are one."""
    return frozenset(match.group().casefold()[:6] for match in WORD.finditer(words))
