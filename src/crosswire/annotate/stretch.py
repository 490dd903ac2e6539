"""Content across sentences: what quotation marks say about where a quotation begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.marks import Marked
from crosswire.model.annotation import Sentence

# Words that a stretch between marks needs before it counts as speech on its own: less is a title or a nickname.
FEWEST_WORDS = 3


def stretched(
    found: Iterable[Attribution], marked: Sequence[Marked], sentences: Sequence[Sentence], text: str
) -> list[Attribution]:
    """The attributions with content over whole stretches between marks; those left without content are gone.

    “One. Two,” he said. “Three.”: all three sentences are content, although the parse sees one at a time.
    """
    outer = [m for m in marked if m.depth == 0]
    grown = [_grown(a, outer, sentences, text) for a in found]
    return _followed([a for a in grown if a.content], outer, sentences, text)


def _grown(a: Attribution, outer: Sequence[Marked], sentences: Sequence[Sentence], text: str) -> Attribution:
    """The attribution with its content grown to the marks that it touches, or the marks beside its sentence."""
    content = a.content or _beside(a, outer, sentences, text)
    return replace(a, content=_merged(_over_marks(part, a, outer) for part in content))


def _over_marks(part: Span, a: Attribution, outer: Sequence[Marked]) -> Span:
    """The span grown over every stretch that it overlaps, unless the cue stands in that stretch too."""
    start, end = part
    for m in outer:
        if m.start >= part[1]:
            break
        if m.end > part[0] and not m.start <= a.head < m.end:
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
    if a.cue and any(m.start <= a.head < m.end for m in outer):
        return ()
    for m in outer:
        if m.end <= here.start and not text[m.end : here.start].strip() and here.end - here.start < 60:
            return ((m.start, m.end),)
        if m.start >= here.end and text[here.end - 1] == ":" and not text[here.end : m.start].strip():
            return ((m.start, m.end),)
    return ()


def _followed(
    found: list[Attribution], outer: Sequence[Marked], sentences: Sequence[Sentence], text: str
) -> list[Attribution]:
    """The attributions with the free-standing stretches that follow them: same paragraph, or the next ones."""
    claimed = [part for a in found for part in a.content]
    openings = {s.start for s in sentences}
    result = list(found)
    for m in outer:
        free = m.start in openings and not any(s < m.end and m.start < e for s, e in claimed)
        if not free or len(text[m.start : m.end].split()) < FEWEST_WORDS:
            continue
        at = _before(result, m, outer, sentences, text)
        if at is not None:
            result[at] = replace(result[at], content=(*result[at].content, (m.start, m.end)))
    return result


def _before(
    found: Sequence[Attribution], m: Marked, outer: Sequence[Marked], sentences: Sequence[Sentence], text: str
) -> int | None:
    """The attribution with marks that the free-standing stretch `m` goes on with, None if there is none.

    Nothing but marks and white space stands between the sentence of the cue, or the content so far, and `m`.
    """
    for n in range(len(found) - 1, -1, -1):
        a = found[n]
        end = max(a.content[-1][1], sentences[a.sentence].end)
        if end > m.start or any(c.isalnum() for c in text[end : m.start]):
            continue
        if any(s <= k.start and k.end <= e for s, e in a.content for k in outer):
            return n
    return None
