"""Attributions of one sentence set against each other: coordinated cues, cues inside cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span

# What is left hanging where a second cue was cut off: "… , and also".
HANGING = re.compile(r"[\s,;—–-]+(?:(?:and|but|while|then|also|yet|or)[\s,]*)*$")

# The least cue score with which a second cue can end the first one's content; with the same source any will do.
SURE = 1.6
# What a second cue, or its source, must follow to be a new clause: "Marn said … and warned", "Marn said …, but".
COORDINATED = re.compile(r"(?:[,;—–]|\b(?:and|but|while|then|or|yet))\s+\Z", re.IGNORECASE)
NEW_CLAUSE = re.compile(r"[,;]\s+(?:and|but|while|though)\s+\Z", re.IGNORECASE)
# What somebody else says beside it, told by the reporter: "… that the pier is safe, with Holt saying that …". In all
# six such sentences of polnear/train the content ends before "with".
BESIDE = re.compile(r",\s+with\s+\Z", re.IGNORECASE)


def settled(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions without those that repeat another, each content ending where the same source speaks anew."""
    clear = [_with_own_source(a, found) for a in found]
    kept = [a for a in clear if not any(_repeats(a, other) for other in clear)]
    return [_cut(a, kept, text) for a in kept]


def _with_own_source(a: Attribution, found: Sequence[Attribution]) -> Attribution:
    """The attribution with the other's source where its own holds another's source and cue: "Holt said the deal …"."""
    if a.source is None:
        return a
    start, end = a.source
    inside = (b.source for b in found if b is not a and b.source and start <= b.head < end)
    source = next((own for own in inside if own[0] == start and own[1] <= end), None)
    return replace(a, source=source) if source else a


def _repeats(a: Attribution, other: Attribution) -> bool:
    """True when the cue of `a` is a part of the cue of `other`, on the same words: "retorted by saying"."""
    if a is other or a.cue is None or other.cue is None or a.head == other.head:
        return False
    inside = other.cue[0] <= a.head < other.cue[1]
    return inside and any(s < e2 and s2 < e for s, e in a.content for s2, e2 in other.content)


def _cut(a: Attribution, found: Sequence[Attribution], text: str) -> Attribution:
    """The attribution with its content cut before a later cue of the same source.

    "Marn said the gate was shut and warned that …": what she warned of is not part of what she said. But in "Marn
    said she warned them" the second source stands inside the content, and nothing is cut.
    """
    if a.cue is None:
        return a
    later = [at for b in found if b.sentence == a.sentence and b.head > a.head for at in _border(a, b, text)]
    parts: list[Span] = []
    for start, end in a.content:
        borders = [at for at in later if start < at < end]
        if borders and start >= a.cue[1]:
            end = start + len(HANGING.sub("", text[start : min(borders)]))
        if start < end:
            parts.append((start, end))
    return replace(a, content=tuple(parts))


def _border(a: Attribution, b: Attribution, text: str) -> Iterator[int]:
    """Where the clause of the later cue begins, if it is coordinated with that of the first."""
    if b.cue is None or b.source is None or (b.score < SURE and b.source != a.source):
        return
    if b.source[0] < b.cue[0] and (with_ := BESIDE.search(text, a.head, b.source[0])):
        yield with_.start()
    if a.source is None:
        return
    if b.source == a.source:
        if COORDINATED.search(text, a.head, b.cue[0]):
            yield b.cue[0]
    elif b.source[0] < b.cue[0] and NEW_CLAUSE.search(text, a.head, b.source[0]):
        yield b.source[0]
