"""Sentences with their grammar, set among the quotation marks of the report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crosswire.annotate.features import Setting
from crosswire.annotate.grammar import grammar
from crosswire.annotate.marks import Marked
from crosswire.model.annotation import Sentence
from crosswire.model.report import Report


def settings(report: Report, sentences: Sequence[Sentence], marked: Sequence[Marked]) -> list[Setting]:
    """A setting for every sentence, in order."""
    outer = [m for m in marked if m.depth == 0]
    found: list[Setting] = []
    at = 0
    for sentence in sentences:
        while at < len(outer) and outer[at].end <= sentence.start:
            at += 1
        past = bisect_left(outer, sentence.end, at, key=lambda m: m.start)
        found.append(_setting(report, sentence, outer[at:past]))
    return found


def _setting(report: Report, sentence: Sentence, here: Sequence[Marked]) -> Setting:
    """The setting of one sentence, `here` the stretches that touch it."""
    states = [0] * len(sentence.tokens)
    for m in here:
        for n, token in enumerate(sentence.tokens):
            if m.start <= token.start < m.end:
                opens, closes = token.start < m.inner_start, m.closed and token.end > m.inner_end
                states[n] = 2 if opens else 3 if closes else 1
    return Setting(grammar(report, sentence), tuple(states), bool(here) and here[0].start < sentence.start)
