"""What the network learns from: windows of polnear/train with the parts that the annotators gave their words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from polnear import Parsed, Row

from crosswire.annotate.between import path_names, relations
from crosswire.annotate.borders import borders_of
from crosswire.annotate.encoder import fed
from crosswire.annotate.features import CONTENT, CUE, SOURCE, Setting
from crosswire.annotate.marks import find_marked
from crosswire.annotate.setting import settings
from crosswire.annotate.windows import SHARED, Ints, Words, windows, words_of
from crosswire.lexicons.load import load_lexicons
from crosswire.lexicons.wordpieces import WordPieces

Labels = NDArray[np.int8]
LEAST_PATH = 40  # a way through the tree seen less often goes by its first step, or as unknown
KEPT_ASIDE = 10  # one report in so many is not learned from


@dataclass(frozen=True, slots=True)
class Answer:
    """What the annotators say about one cue of a window: its word, the parts of all words, what lies between."""

    anchor: int
    parts: Labels
    between: Ints


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window as the network takes it, with which words head a cue and the answers for those of them that count."""

    fed: Mapping[str, Ints]
    borders: Ints
    cues: NDArray[np.float32]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """A report read for teaching: its words and, per word that heads a cue, the part of every word."""

    article: str
    settings: Sequence[Setting]
    words: Words
    heads: Mapping[int, Labels]


def aside(article: str) -> bool:
    """True for the reports that the network does not learn from: on them everything after it is fitted and chosen."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % KEPT_ASIDE == 0


def read_reports(parsed: Iterable[Parsed], wordpieces: WordPieces) -> list[Taught]:
    """The reports with what the annotators say of their words."""
    marks = load_lexicons().marks
    found: list[Taught] = []
    for row, report, sentences in parsed:
        around = settings(report, sentences, find_marked(report, marks))
        words = words_of(around, report.text, wordpieces)
        found.append(Taught(row["article"], around, words, _heads(row, words)))
    return found


def _heads(row: Row, words: Words) -> dict[int, Labels]:
    """Per word that heads a cue the part of every word."""
    starts = np.array([token.start for token in words.tokens])
    ends = np.array([token.end for token in words.tokens])
    found: dict[int, Labels] = {}
    for a in row["annotations"][0]["attributions"]:
        labels = np.zeros(len(starts), np.int8)
        for name, part in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
            for start, end in (span for mention in a[name] for span in mention["spans"]):
                labels[(starts < end) & (start < ends)] = part
        spans = [span for mention in a["cue"] for span in mention["spans"]]
        inside = {n for start, end in spans for n in np.flatnonzero((starts < end) & (start < ends)).tolist()}
        if inside and a["content"]:
            found.setdefault(_head(inside, words), labels)
    return found


def _head(inside: set[int], words: Words) -> int:
    """The word that heads the cue: a verb before a noun before anything else."""
    tops = [n for n in inside if int(words.heads[n]) not in inside or words.heads[n] == n]
    tops = [n for n in tops if words.tokens[n].pos != "PUNCT"] or tops
    pos = [words.tokens[n].pos for n in tops]
    return min(
        zip(pos, tops, strict=True), key=lambda top: (*(top[0] != best for best in ("VERB", "AUX", "NOUN")), top[1])
    )[1]


def path_numbers(read: Sequence[Taught]) -> dict[str, int]:
    """The ways through the tree that the network tells apart, each with its number; 0 and 1 are taken."""
    seen: Counter[str] = Counter()
    for taught in read:
        for anchor in taught.heads:
            sentence, n = taught.words.place[anchor]
            for whole, short in path_names(taught.settings[sentence], n):
                seen.update({whole, short})
    return {name: n for n, name in enumerate(sorted(name for name, count in seen.items() if count >= LEAST_PATH), 2)}


def lessons(taught: Taught, paths: Mapping[str, int], shared: int = SHARED) -> Iterator[Lesson]:
    """The windows of a report, neighbours with so many pieces in common.

    A cue that two windows see is learned in both if all its parts are there.
    """
    words = taught.words
    for window in windows(words, shared):
        here = slice(window.start, window.end)
        cues = np.zeros(window.end - window.start, np.float32)
        answers: list[Answer] = []
        for anchor, parts in taught.heads.items():
            if not window.start <= anchor < window.end:
                continue
            cues[anchor - window.start] = 1
            whole = parts[here].astype(bool).sum() == parts.astype(bool).sum()
            if whole or window.first <= anchor < window.last:
                between = relations(words, window, anchor, taught.settings, paths)
                answers.append(Answer(anchor - window.start, parts[here], between))
        yield Lesson(fed(words, window), borders_of(words, window), cues, tuple(answers))
