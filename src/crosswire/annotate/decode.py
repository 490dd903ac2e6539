"""From the labels of a sentence's tokens to an attribution's spans."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.features import CONTENT, CUE, SOURCE, Setting

# Marks that never belong to the end of a source or cue, or to the outside of a content.
LOOSE = frozenset(",;—–-")


def attribution(setting: Setting, sentence: int, head: int, labels: Sequence[int], score: float) -> Attribution:
    """The attribution of the cue at token `head`; its content may be empty."""
    g = setting.grammar
    token = g.tokens[head]
    cue = next((run for run in _runs(labels, CUE) if run[0] <= head < run[1]), (head, head + 1))
    sources = _runs(labels, SOURCE)
    source = max(sources, key=lambda run: (run[1] - run[0], -run[0]), default=None)
    content = [_trimmed(setting, run) for run in _joined(setting, _runs(labels, CONTENT), labels)]
    return Attribution(
        sentence=sentence,
        cue=_span(setting, cue),
        source=_span(setting, _trimmed(setting, source)) if source else None,
        content=tuple(_span(setting, run) for run in content if run[0] < run[1]),
        lemma=token.lemma,
        head=token.start,
        token=head,
        score=score,
    )


def _runs(labels: Sequence[int], part: int) -> list[tuple[int, int]]:
    """Half-open runs of tokens labelled `part`."""
    found: list[tuple[int, int]] = []
    for n, label in enumerate(labels):
        if label == part:
            if found and found[-1][1] == n:
                found[-1] = (found[-1][0], n + 1)
            else:
                found.append((n, n + 1))
    return found


def _joined(setting: Setting, runs: list[tuple[int, int]], labels: Sequence[int]) -> list[tuple[int, int]]:
    """The runs with those joined that only marks part: a comma left out is no gap."""
    found: list[tuple[int, int]] = []
    for run in runs:
        gap = range(found[-1][1], run[0]) if found else ()
        if found and all(setting.grammar.tokens[n].pos == "PUNCT" and labels[n] not in (CUE, SOURCE) for n in gap):
            found[-1] = (found[-1][0], run[1])
        else:
            found.append(run)
    return found


def _trimmed(setting: Setting, run: tuple[int, int]) -> tuple[int, int]:
    """The run without loose marks at its ends; a run of marks alone becomes empty."""
    start, end = run
    words = setting.grammar.words
    while start < end and words[start] in LOOSE:
        start += 1
    while end > start and (words[end - 1] in LOOSE or words[end - 1] == "."):
        end -= 1
    if all(setting.grammar.tokens[n].pos == "PUNCT" for n in range(start, end)):
        return start, start
    return start, end


def _span(setting: Setting, run: tuple[int, int]) -> Span:
    tokens = setting.grammar.tokens
    return tokens[run[0]].start, tokens[run[1] - 1].end
