"""Media named behind their verb at the end of a sentence: "The vote is off, reported the Tarn Courier."."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.grammar import Grammar

WORD = r"[A-Z](?:[\w’'-]|\.(?=\w))*"
NAME = rf"(?:[Tt]he )?{WORD}(?: (?:of |and |& )?{WORD})*"
WHEN = r"(?: on [A-Z][a-z]+| late [A-Z][a-z]+| earlier)?"
# The pattern leaves little doubt: what the model thinks of it counts as this much at least.
SCORE, SURE = 4.0, -0.5
BEHIND = re.compile(rf"[,”\"] (?P<cue>reports|reported|wrote|writes) (?P<name>{NAME}){WHEN}\.?\Z")


def turned(a: Attribution, g: Grammar, text: str) -> Attribution:
    """The attribution, its source behind the verb where it stands there, or its content without such an ending.

    "Terry Vance was on holiday, reported the Tarn Courier": the paper reported it, Vance did not report the paper.
    """
    start, end = g.tokens[0].start, g.tokens[-1].end
    behind = BEHIND.search(text, start, end)
    if behind is None:
        return a
    name = behind.span("name")
    if a.head != behind.start("cue"):
        return replace(a, content=tuple(_before(part, behind.start(), name) for part in a.content))
    cut = behind.start() + (text[behind.start()] != ",")
    content = ((start, cut),) if start < cut else a.content
    score, sure = max(a.score, SCORE), max(a.sure, SURE)
    return replace(a, source=name, cue=behind.span("cue"), content=content, score=score, sure=sure)


def _before(part: Span, at: int, name: Span) -> Span:
    """The part without the verb and the name behind it."""
    return (part[0], at) if part[0] < at and part[1] >= name[1] else part
