"""From the labels of a window's words to an attribution's spans."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.features import CONTENT, CUE, SOURCE
from crosswire.annotate.windows import Window, Words

# Marks that never belong to the end of a source or cue, or to the outside of a content.
LOOSE = frozenset(",;—–-")
Run = tuple[int, int]


def attribution(
    words: Words, window: Window, anchor: int, labels: Sequence[int], score: float, sure: float = 0.0
) -> Attribution:
    """The attribution of the cue at word `anchor`, `labels` those of the window's words; its content may be empty."""
    sentence, n = words.place[anchor]
    token = words.tokens[anchor]
    cue = next((run for run in _runs(labels, CUE, window) if run[0] <= anchor < run[1]), (anchor, anchor + 1))
    sources = [_trimmed(words, run) for run in _runs(labels, SOURCE, window)]
    source = max(sources, key=lambda run: _source_rank(words, run, anchor), default=None)
    content = [_trimmed(words, run) for run in _content(words, window, labels)]
    return Attribution(
        sentence=sentence,
        cue=_span(words, cue),
        source=_span(words, source) if source and source[0] < source[1] else None,
        content=tuple(_span(words, run) for run in content if run[0] < run[1]),
        lemma=token.lemma,
        head=token.start,
        token=n,
        score=score,
        sure=sure,
    )


def _source_rank(words: Words, run: Run, anchor: int) -> tuple[bool, int, int]:
    """The source is one stretch: that of the cue's own sentence before others, the longest, the first."""
    own = run[0] < run[1] and words.sentences[run[0]] == words.sentences[anchor]
    return own, run[1] - run[0], -run[0]


def _content(words: Words, window: Window, labels: Sequence[int]) -> list[Run]:
    """The runs of content: joined where only marks part them, and parted where a paragraph ends."""
    found: list[Run] = []
    for run in _joined(words, window, _runs(labels, CONTENT, window), labels):
        start = run[0]
        for n in range(run[0] + 1, run[1]):
            if words.paragraphs[n] != words.paragraphs[n - 1]:
                found.append((start, n))
                start = n
        found.append((start, run[1]))
    return found


def _runs(labels: Sequence[int], part: int, window: Window) -> list[Run]:
    """Half-open runs of words labelled `part`, counted from the report's first word."""
    found: list[Run] = []
    for n, label in enumerate(labels, start=window.start):
        if label == part:
            if found and found[-1][1] == n:
                found[-1] = (found[-1][0], n + 1)
            else:
                found.append((n, n + 1))
    return found


def _joined(words: Words, window: Window, runs: list[Run], labels: Sequence[int]) -> list[Run]:
    """The runs with those joined that only marks part: a comma left out is no gap."""
    found: list[Run] = []
    for run in runs:
        gap = range(found[-1][1], run[0]) if found else ()
        if found and all(words.tokens[n].pos == "PUNCT" and labels[n - window.start] not in (CUE, SOURCE) for n in gap):
            found[-1] = (found[-1][0], run[1])
        else:
            found.append(run)
    return found


def _trimmed(words: Words, run: Run) -> Run:
    """The run without loose marks at its ends; a run of marks alone becomes empty."""
    start, end = run
    while start < end and words.lower[start] in LOOSE:
        start += 1
    while end > start and (words.lower[end - 1] in LOOSE or words.lower[end - 1] == "."):
        end -= 1
    if all(words.tokens[n].pos == "PUNCT" for n in range(start, end)):
        return start, start
    return start, end


def _span(words: Words, run: Run) -> Span:
    return words.tokens[run[0]].start, words.tokens[run[1] - 1].end
