"""The linear half of the quotation model: cues by a logistic regression, parts by a conditional random field.

Both over the features of `annotate.features` and `annotate.parts`. Nothing random, so that a run repeats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from chain import fit_chain
from numpy.typing import NDArray
from polnear import Parsed, Row
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from crosswire.annotate.features import CONTENT, CUE, OUT, SOURCE, Setting, candidate, cue_features
from crosswire.annotate.marks import find_marked
from crosswire.annotate.parts import part_features
from crosswire.annotate.setting import settings
from crosswire.lexicons.cues import CueLexicon
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Sentence, Token

LEAST_CUE, LEAST_PART = 3, 5  # a feature seen less often is left out
SMALL_CUE, SMALL_PART = 0.03, 0.02  # a weight nearer to zero than this is left out

PARTS = ("source", "cue", "content")

Spans = list[tuple[int, int]]
Taught = list[tuple[int, list[int]]]  # per sentence: the head of each cue, the part of each token
Lesson = tuple[list[Setting], list[Taught]]  # one report


def lessons(read: Iterable[Parsed]) -> Iterator[Lesson]:
    """Per report its settings and what the annotators say about each sentence."""
    for row, report, sentences in read:
        yield settings(report, sentences, find_marked(report, load_lexicons().marks)), taught(row, sentences)


def taught(row: Row, sentences: Sequence[Sentence]) -> list[Taught]:
    """Per sentence the attributions whose cue it holds."""
    found: list[Taught] = [[] for _ in sentences]
    for a in row["annotations"][0]["attributions"]:
        spans = {part: [tuple(s) for m in a[part] for s in m["spans"]] for part in PARTS}
        if not spans["content"] or not spans["cue"]:
            continue
        place = _head(spans["cue"], sentences)
        if place is not None:
            tokens = sentences[place[0]].tokens
            found[place[0]].append((place[1], [_part(t, spans) for t in tokens]))
    return found


def _touches(token: Token, spans: Spans) -> bool:
    return any(token.start < end and start < token.end for start, end in spans)


def _part(token: Token, spans: dict[str, Spans]) -> int:
    for name, part in (("cue", CUE), ("source", SOURCE), ("content", CONTENT)):
        if _touches(token, spans[name]):
            return part
    return OUT


def _head(cue: Spans, sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """Sentence and token of the word that heads the cue: a verb before a noun before anything else."""
    places: list[tuple[tuple[bool, bool, bool, int], int, int]] = []
    for number, sentence in enumerate(sentences):
        if not any(sentence.start < end and start < sentence.end for start, end in cue):
            continue
        inside = {n for n, t in enumerate(sentence.tokens) if _touches(t, cue)}
        tops = [n for n in inside if sentence.tokens[n].head not in inside or sentence.tokens[n].head == n]
        words = [n for n in tops if sentence.tokens[n].pos != "PUNCT"] or tops
        places += [(_rank(sentence.tokens[n]), number, n) for n in words]
    return min(places)[1:] if places else None


def _rank(token: Token) -> tuple[bool, bool, bool, int]:
    return token.pos != "VERB", token.pos != "AUX", token.pos != "NOUN", token.start


def head_words(read: Sequence[Lesson]) -> list[str]:
    """The words besides verbs that head at least two cues."""
    seen: Counter[str] = Counter()
    for around, sentences in read:
        for setting, answered in zip(around, sentences, strict=True):
            for head, _ in answered:
                token = setting.grammar.tokens[head]
                seen[f"{token.pos}:{token.lemma}"] += token.pos != "VERB"
    return sorted(word for word, count in seen.items() if count >= 2)


def cue_lessons(read: Sequence[Lesson], heads: frozenset[str], cues: CueLexicon) -> tuple[list[list[str]], list[bool]]:
    """The features of every candidate, and whether it heads a cue."""
    features: list[list[str]] = []
    answers: list[bool] = []
    for around, sentences in read:
        for setting, answered in zip(around, sentences, strict=True):
            true = {head for head, _ in answered}
            for n in range(len(setting.marks)):
                if candidate(setting, n, heads):
                    features.append(cue_features(setting, n, cues))
                    answers.append(n in true)
    return features, answers


def vocabulary(features: Iterable[list[str]], least: int) -> dict[str, int]:
    """Features seen at least `least` times, each with its column."""
    seen = Counter(f for found in features for f in found)
    return {name: n for n, name in enumerate(sorted(f for f, count in seen.items() if count >= least))}


def matrix(features: Iterable[list[str]], columns: dict[str, int]) -> csr_matrix:
    """A row per list of features."""
    found, ends = [], [0]
    for names in features:
        found += [columns[f] for f in names if f in columns]
        ends.append(len(found))
    return csr_matrix((np.ones(len(found)), found, ends), shape=(len(ends) - 1, len(columns)))


def train_cues(read: Sequence[Lesson], heads: frozenset[str], cues: CueLexicon) -> dict[str, Any]:
    """The arrays of the cue decision."""
    features, answers = cue_lessons(read, heads, cues)
    columns = vocabulary(features, LEAST_CUE)
    fitted = LogisticRegression(C=0.15, solver="liblinear").fit(matrix(features, columns), answers)
    learned = fitted.coef_[0]
    kept = [name for name in columns if abs(learned[columns[name]]) >= SMALL_CUE]
    return {
        "cue_features": packed(kept),
        "cue_weights": np.array([learned[columns[name]] for name in kept], np.float16),
        "cue_offset": np.float32(fitted.intercept_[0]),
        "heads": packed(sorted(heads)),
    }


def train_parts(read: Sequence[Lesson], cues: CueLexicon) -> dict[str, Any]:
    """The arrays of the decision about parts."""
    features: list[list[str]] = []
    borders: list[int] = []
    parts: list[int] = []
    ends = [0]
    for around, sentences in read:
        for setting, answered in zip(around, sentences, strict=True):
            for head, labels in answered:
                seen = part_features(setting, head, cues)
                features += [[f for group in own for f in seen.groups[group]] for own in seen.of]
                borders += seen.borders
                parts += labels
                ends.append(len(features))
    columns = vocabulary(features, LEAST_PART)
    learned, steps = fit_chain(matrix(features, columns), ends, np.array(borders), np.array(parts))
    kept = [name for name in columns if np.abs(learned[columns[name]]).max() >= SMALL_PART]
    rows_ = learned[[columns[name] for name in kept]]
    scale = float(np.abs(rows_).max()) / 127
    return {
        "part_features": packed(kept),
        "part_weights": np.round(rows_ / scale).astype(np.int8),
        "part_scale": np.float32(scale),
        "borders": steps.astype(np.float32),
    }


def packed(names: Sequence[str]) -> NDArray[np.uint8]:
    """The names as UTF-8 bytes, one a line."""
    return np.frombuffer("\n".join(names).encode("utf-8"), np.uint8)


def train(read: Sequence[Lesson]) -> dict[str, Any]:
    """The arrays of both decisions."""
    cues = load_lexicons().cues
    heads = head_words(read)
    return {**train_cues(read, frozenset(heads), cues), **train_parts(read, cues)}
