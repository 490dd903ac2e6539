"""What lies between a possible cue and every word of its window: distance, sentences, marks, the way in the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from crosswire.annotate.features import Setting
from crosswire.annotate.windows import Ints, Window, Words

# Columns of `relations`: distance, sentences and paragraphs between, marks, path; the last grows with its names.
BUCKETS, NEIGHBOURS, MARKS = 32, 21, 32
ELSEWHERE, UNKNOWN = 0, 1
HIGHEST, NAMED, DEEPEST = 7, 3, 3


def relations(words: Words, window: Window, anchor: int, settings: Sequence[Setting], paths: Mapping[str, int]) -> Ints:
    """What lies between the cue's head word `anchor` and every word of the window, four columns."""
    here = slice(window.start, window.end)
    away = np.arange(window.start, window.end) - anchor
    near = np.clip(words.sentences[here] - words.sentences[anchor], -3, 3) + 3
    near = near * 3 + np.clip(words.paragraphs[here] - words.paragraphs[anchor], -1, 1) + 1
    same = (words.stretches[here] == words.stretches[anchor]) & (words.stretches[here] >= 0)
    marks = (words.columns[here, 3] * 4 + words.columns[anchor, 3]) * 2 + same
    number, n = words.place[anchor]
    steps = np.full(len(away), ELSEWHERE, np.int64)
    first = anchor - n - window.start
    for k, (whole, short) in enumerate(path_names(settings[number], n)):
        if 0 <= first + k < len(steps):
            steps[first + k] = paths.get(whole) or paths.get(short, UNKNOWN)
    return np.stack([_bucket(away), near, marks, steps], axis=1)


def _bucket(away: Ints) -> Ints:
    """A signed distance as one of BUCKETS numbers, each step wider than the one before."""
    size = np.abs(away)
    wide = np.where(size < 6, size, np.minimum(15, 6 + np.log2(np.maximum(size, 6) / 6) * 2)).astype(np.int64)
    return np.where(away < 0, 16 + wide, wide)


def path_names(setting: Setting, anchor: int) -> list[tuple[str, str]]:
    """Per token of the sentence its way through the tree from the anchor: in full, and its first step alone."""
    g = setting.grammar
    found = [("lost", "lost")] * len(g.tokens)
    up, below, path = anchor, -1, ""
    for level in range(HIGHEST):
        found[up] = (f"{path}.", f"{path}.")
        for c in g.children[up]:
            if c != below:
                _down(setting, c, f"{path}|{g.tokens[c].dep}{'<' if c < anchor else '>'}", found)
        below, parent = up, g.tokens[up].head
        if parent == up:
            break
        path = f"{path}{g.tokens[up].dep}^" if level < NAMED else "far^"
        up = parent
    return found


def _down(setting: Setting, top: int, step: str, found: list[tuple[str, str]]) -> None:
    """Fill in the names of the branch under `top`."""
    g = setting.grammar
    stack = [(top, step, 0)]
    while stack:
        n, name, depth = stack.pop()
        found[n] = (name, step)
        stack += [(k, f"{name}v{g.tokens[k].dep}" if depth < DEEPEST else name, depth + 1) for k in g.children[n]]
