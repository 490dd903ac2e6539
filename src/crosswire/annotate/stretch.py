"""Content across sentences: what quotation marks say about where a quotation begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.marks import Marked
from crosswire.model.annotation import Sentence

# The end of a sentence, or of a line, right before a stretch.
SENTENCE_END = re.compile(r"(?:[.?!…:][\"'”’)\]]*\s*|\n\s*)\Z")
# Characters of a sentence that only names the speaker of the marks before it: “Why?” he asked quietly.
LONGEST_TAG = 60
# Words that a stretch between marks needs before it counts as speech on its own: less is a title or a nickname.
FEWEST_WORDS = 3
# And before it counts as a quotation where nobody is said to speak: less may be a name or a motto.
FEWEST_ALONE = 6


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
        gap = text[m.end : here.start]
        if m.end <= here.start and not gap.strip() and "\n" not in gap and here.end - here.start < LONGEST_TAG:
            return ((m.start, m.end),)
        if m.start >= here.end and text[here.end - 1] == ":" and not text[here.end : m.start].strip():
            return ((m.start, m.end),)
    return ()


def followed(
    found: Sequence[Attribution], marked: Sequence[Marked], sentences: Sequence[Sentence], text: str
) -> list[Attribution]:
    """The attributions with the free-standing stretches that follow them, in order; then those that stand alone.

    “One,” he said. “Two.”: the second is his too, and so is a paragraph of marks alone right after.
    """
    outer = [m for m in marked if m.depth == 0]
    claimed = [part for a in found for part in a.content]
    result = list(found)
    for m in outer:
        if not _stands_free(m, text) or any(s < m.end and m.start < e for s, e in claimed):
            continue
        at = _before(result, m, outer, sentences, text)
        if at is not None:
            result[at] = replace(result[at], content=(*result[at].content, (m.start, m.end)))
        elif len(text[m.start : m.end].split()) >= FEWEST_ALONE:
            result.append(_alone(result, m, sentences, text))
    return result


def _alone(found: Sequence[Attribution], m: Marked, sentences: Sequence[Sentence], text: str) -> Attribution:
    """The stretch `m` as a quotation without a cue, by whoever speaks in the sentence right before it.

    "Maren praised the divers. “They went down twice in the dark.”" Where nobody does, its source is not known.
    """
    here = next((n for n, s in enumerate(sentences) if s.end > m.inner_start), len(sentences) - 1)
    source = None
    for a in found:
        end = min(sentences[a.sentence].end, m.start)
        if a.source and a.head < m.start and not any(c.isalnum() for c in text[end : m.start]):
            source = a.source
    return Attribution(here, None, source, ((m.start, m.end),), head=m.start)


def _stands_free(m: Marked, text: str) -> bool:
    """True when the stretch is sentences of its own: it begins where a sentence may, and is no mere title or label."""
    return bool(SENTENCE_END.search(text, max(0, m.start - 12), m.start) or m.start == 0) and (
        len(text[m.start : m.end].split()) >= FEWEST_WORDS
    )


def _before(
    found: Sequence[Attribution], m: Marked, outer: Sequence[Marked], sentences: Sequence[Sentence], text: str
) -> int | None:
    """The attribution with marks that the free-standing stretch `m` goes on with, None if there is none.

    Nothing but marks and white space stands between the sentence of the cue, or the content so far, and `m`.
    """
    for n in range(len(found) - 1, -1, -1):
        a = found[n]
        end = max(a.content[-1][1], a.head, min(sentences[a.sentence].end, m.start))
        if end > m.start or any(c.isalnum() for c in text[end : m.start]):
            continue
        if any(s <= k.start and k.end <= e for s, e in a.content for k in outer):
            return n
    return None
