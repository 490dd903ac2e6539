"""Cues and the parts of their quotations: the network and the linear model over the parse, their scores added up.

The network sees a window of several sentences, the linear model every detail of the parse of one: what one of them is
sure of carries the other (docs/models/quotations.md has what each reaches alone).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.annotate.attribution import Attribution
from crosswire.annotate.between import relations
from crosswire.annotate.borders import borders_of
from crosswire.annotate.decode import attribution
from crosswire.annotate.features import Setting
from crosswire.annotate.model import QuotationModel
from crosswire.annotate.viterbi import Floats, best_parts
from crosswire.annotate.windows import Window, Words, windows, words_of
from crosswire.lexicons.cues import CueLexicon


def tagged(around: Sequence[Setting], text: str, model: QuotationModel, cues: CueLexicon) -> Iterator[Attribution]:
    """An attribution for every cue of a report, in order of the text, as far as its window shows it."""
    words = words_of(around, text, model.pieces)
    seen = [asked for window in windows(words) for asked in _of_window(words, window, around, model, cues)]
    parts = best_parts([asked.parts for asked in seen], [asked.steps for asked in seen])
    for asked, (labels, sure) in zip(seen, parts, strict=True):
        yield attribution(words, asked.window, asked.head, labels, asked.score, sure)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A cue's head word, its score, and for each word of its window what speaks for each part and for each step."""

    window: Window
    head: int
    score: float
    parts: Floats
    steps: Floats


def _of_window(
    words: Words, window: Window, around: Sequence[Setting], model: QuotationModel, cues: CueLexicon
) -> Iterator[_Asked]:
    """The cues that are the window's to find."""
    seen, odds = model.encoder.read(words, window)
    scores = {
        n: _cue_score(float(odds[n - window.start]), words.place[n], around, model, cues)
        for n in range(window.first, window.last)
        if odds[n - window.start] > model.mix.least
    }
    anchors = [n for n, score in scores.items() if score > 0]
    if not anchors:
        return
    between = np.stack([relations(words, window, n, around, model.paths) for n in anchors])
    parts = model.encoder.parts(seen, [n - window.start for n in anchors], between)
    steps = np.repeat(model.steps[borders_of(words, window)][None], len(anchors), axis=0)
    for n, own, step in zip(anchors, parts, steps, strict=True):
        _add_linear(own, step, words, window, n, around, model, cues)
        yield _Asked(window, n, scores[n], own, step)


def _cue_score(
    odds: float, place: tuple[int, int], around: Sequence[Setting], model: QuotationModel, cues: CueLexicon
) -> float:
    """How much speaks for a cue at a word; more than 0 for yes."""
    linear = model.linear.cue_score(around[place[0]], place[1], cues)
    return odds + model.mix.cues * (model.mix.unasked if linear is None else linear) - model.mix.threshold


def _add_linear(
    parts: Floats,
    steps: Floats,
    words: Words,
    window: Window,
    anchor: int,
    around: Sequence[Setting],
    model: QuotationModel,
    cues: CueLexicon,
) -> None:
    """Add the linear model's scores where the window holds the cue's sentence."""
    sentence, n = words.place[anchor]
    scores, moves = model.linear.part_scores(around[sentence], n, cues)
    first = anchor - n - window.start
    start, end = max(first, 0), min(first + len(scores), len(parts))
    parts[start:end] += model.mix.parts * scores[start - first : end - first]
    steps[start + 1 : end] += model.mix.parts * moves[start - first + 1 : end - first]
