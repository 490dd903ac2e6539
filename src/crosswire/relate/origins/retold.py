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


def retold(
    sentences: Sequence[Passage], sources: Sequence[Report], annotations: Mapping[str, Annotation]
) -> tuple[tuple[Passage, Passage], ...]:
    """Each sentence that cites a medium with the sentence of the medium's report that it retells most closely.

    Sentences without a counterpart are left out; of equal counterparts the first of the first report counts.
    """
    own = [
        (report.passage(sentence.start, sentence.end), _telling(report.text[sentence.start : sentence.end]))
        for report in sources
        if report.id in annotations
        for sentence in annotations[report.id].sentences
    ]
    pairs = []
    for here in sentences:
        words = _telling(here.words)
        best = max(own, key=lambda found: len(words & found[1]), default=None)
        if best and _alike(words, best[1]):
            pairs.append((here, best[0]))
    return tuple(pairs)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= LEAST_WORDS and shared >= LEAST_PART * min(len(a), len(b))


def _telling(words: str) -> frozenset[str]:
    """The longer words, cut to their stems' first letters, and the numbers: "searched" and "searching" are one."""
    return frozenset(match.group().casefold()[:6] for match in WORD.finditer(words))
