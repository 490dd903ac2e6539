"""Content across sentences: what quotation marks say about where a quotation begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.marks import Marked, touching
from crosswire.model.annotation import Sentence

# Characters of a sentence that only names the speaker of the marks before it: “Why?” he asked quietly.
LONGEST_TAG = 60
# White space at most between a sentence and the marks beside it.
FARTHEST = 8


def stretched(
    found: Iterable[Attribution], marked: Sequence[Marked], sentences: Sequence[Sentence], text: str
) -> list[Attribution]:
    """The attributions with content over whole stretches between marks; those left without content are gone.

    “One. Two,” he said.: both sentences are content, although the parse sees one at a time.
    """
    outer = [m for m in marked if m.depth == 0]
    grown = [_grown(a, outer, sentences, text) for a in found]
    return [a for a in grown if a.content]


def _grown(a: Attribution, outer: Sequence[Marked], sentences: Sequence[Sentence], text: str) -> Attribution:
    """The attribution with its content grown to the marks that it touches, or the marks beside its sentence."""
    content = a.content or _beside(a, outer, sentences, text)
    return replace(a, content=_merged(_over_marks(part, a, outer) for part in content))


def _over_marks(part: Span, a: Attribution, outer: Sequence[Marked]) -> Span:
    """The span grown over every stretch that it overlaps, unless the cue stands in that stretch too."""
    start, end = part
    for m in touching(outer, start, end):
        if m.inner_end > part[0] and m.inner_start < part[1] and not m.start <= a.head < m.end:
            start, end = min(start, m.start), max(end, m.end)
    return start, end


def _merged(parts: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, overlapping ones made one."""
    found: list[Span] = []
    for start, end in sorted(parts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _beside(a: Attribution, outer: Sequence[Marked], sentences: Sequence[Sentence], text: str) -> tuple[Span, ...]:
    """The stretch that ends right before the cue's sentence, or begins right after a sentence that ends in a colon."""
    here = sentences[a.sentence]
    near = touching(outer, here.start - FARTHEST, here.end + FARTHEST)
    if a.cue and any(m.start <= a.head < m.end for m in near):
        return ()
    for m in near:
        gap = text[m.end : here.start]
        if m.end <= here.start and not gap.strip() and "\n" not in gap and here.end - here.start < LONGEST_TAG:
            return ((m.start, m.end),)
        if m.start >= here.end and text[here.end - 1] == ":" and not text[here.end : m.start].strip():
            return ((m.start, m.end),)
    return ()
