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
# The speaker behind a verb that stands inside the sentence, with what describes him: "said Ola Brandt, the pilot, ".
INSIDE = re.compile(rf"\s*(?P<name>{NAME}(?:, [^,;:“”\"]{{1,80}})?), (?=\S)")
SAID = frozenset({"say", "write", "add", "explain", "argue", "insist", "note"})
BEHIND = re.compile(rf"[,”\"] (?P<cue>reports|reported|wrote|writes) (?P<name>{NAME}){WHEN}\.?\Z")


def turned(a: Attribution, g: Grammar, text: str) -> Attribution:
    """The attribution, its source behind the verb where it stands there, or its content without such an ending.

    "Terry Vance was on holiday, reported the Tarn Courier": the paper reported it, Vance did not report the paper.
    """
    a = _inside(a, text)
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


def _inside(a: Attribution, text: str) -> Attribution:
    """The attribution with the name behind a verb in commas as its source.

    "The remarks, said Ola Brandt, the pilot, are wrong": Brandt says so, and the remarks do not say Brandt.
    """
    if a.source is None or a.cue is None or a.lemma not in SAID or not a.content:
        return a
    start, end, subject = a.content[0][0], a.content[-1][1], a.source
    parted = subject[1] <= a.cue[0] and text[subject[1] : a.cue[0]].strip() == ","
    named = INSIDE.match(text, a.cue[1], end) if parted and start >= a.cue[1] else None
    if named is None or named.end() >= end:
        return a
    return replace(a, source=named.span("name"), content=(subject, (named.end(), end)))


def _before(part: Span, at: int, name: Span) -> Span:
    """The part without the verb and the name behind it."""
    return (part[0], at) if part[0] < at and part[1] >= name[1] else part
