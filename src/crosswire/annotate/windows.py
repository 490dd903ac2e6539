"""A report cut into windows for the encoder: word pieces, what the parse says of each word, which cues are whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.annotate.features import Setting
from crosswire.lexicons.wordpieces import WordPieces
from crosswire.model.annotation import Token

Ints = NDArray[np.int64]

# Pieces in a window at most, and how many of them the window before has too: what is said stands near its cue, and a
# cue at the edge of one window stands further inside the next.
LONGEST, SHARED = 254, 30
# What is told apart about a word besides its pieces; the place of each name is its number.
TAGS = (
    "", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``", "_SP",
)  # fmt: skip
DEPS = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
ENTITIES = (
    "", "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP", "ORDINAL", "ORG",
    "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
)  # fmt: skip
TAG, DEP, ENTITY = ({name: n for n, name in enumerate(names)} for names in (TAGS, DEPS, ENTITIES))
# Columns of `Window.words`: tag, label, entity, marks, shape, place; and how many values each has.
COLUMNS = (len(TAGS), len(DEPS), len(ENTITIES), 4, 5, 3)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a report in one row: `place` is (sentence, token), `lower` the word in small letters, `columns` what
    the parse says, `heads` the word that each hangs on, `sentences`, `paragraphs` and `stretches` where each stands
    (a stretch between marks, -1 outside)."""

    tokens: tuple[Token, ...]
    place: tuple[tuple[int, int], ...]
    lower: tuple[str, ...]
    columns: Ints
    heads: Ints
    sentences: Ints
    paragraphs: Ints
    stretches: Ints
    pieces: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start:end` of a report, of which the cues in `first:last` are this window's to find."""

    start: int
    end: int
    first: int
    last: int


def words_of(settings: Sequence[Setting], text: str, wordpieces: WordPieces) -> Words:
    """The words of a report's sentences."""
    place: list[tuple[int, int]] = []
    rows: list[tuple[int, ...]] = []
    heads: list[int] = []
    stretches: list[int] = []
    pieces: list[tuple[int, ...]] = []
    stretch, inside, paragraph = 0, False, -1
    for number, setting in enumerate(settings):
        base, opens = len(place), setting.grammar.sentence.paragraph != paragraph
        paragraph = setting.grammar.sentence.paragraph
        for n, token in enumerate(setting.grammar.tokens):
            word, mark = text[token.start : token.end], setting.marks[n]
            stretch += mark == 2 or (mark > 0 and not inside)
            inside = mark in (1, 2)
            stretches.append(stretch if mark else -1)
            place.append((number, n))
            heads.append(base + token.head)
            known = TAG.get(token.tag, 0), DEP.get(token.dep, 0), ENTITY.get(token.entity, 0)
            rows.append((*known, mark, _shape(word), 0 if n else 1 + opens))
            pieces.append(wordpieces.of(word))
    return Words(
        tokens=tuple(token for setting in settings for token in setting.grammar.tokens),
        place=tuple(place),
        lower=tuple(word for setting in settings for word in setting.grammar.words),
        columns=np.array(rows, np.int64).reshape(-1, len(COLUMNS)),
        heads=np.array(heads, np.int64),
        sentences=np.array([number for number, _ in place], np.int64),
        paragraphs=np.array([settings[number].grammar.sentence.paragraph for number, _ in place], np.int64),
        stretches=np.array(stretches, np.int64),
        pieces=tuple(pieces),
    )


def _shape(word: str) -> int:
    """How a word is written: 0 small, 1 with a capital, 2 all capitals, 3 with a digit, 4 a mark."""
    if any(c.isdigit() for c in word):
        return 3
    if not any(c.isalpha() for c in word):
        return 4
    return 0 if word == word.lower() else 2 if len(word) > 1 and word == word.upper() else 1


def windows(words: Words, shared: int = SHARED) -> list[Window]:
    """The windows of a report, whole sentences where they fit; each word's cue belongs to exactly one.

    Neighbours share so many word pieces at most.
    """
    spans = _spans(words, shared)
    edges = [0, *(_middle(words, spans[n][1], spans[n + 1][0]) for n in range(len(spans) - 1)), len(words.place)]
    return [Window(start, end, edges[n], edges[n + 1]) for n, (start, end) in enumerate(spans)]


def _spans(words: Words, most: int) -> list[tuple[int, int]]:
    units = [(start, end, sum(len(words.pieces[n]) for n in range(start, end))) for start, end in _units(words)]
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(units):
        last, size = first + 1, units[first][2]
        while last < len(units) and size + units[last][2] <= LONGEST:
            size += units[last][2]
            last += 1
        found.append((units[first][0], units[last - 1][1]))
        if last == len(units):
            break
        following, shared = last, 0
        while following - 1 > first and shared + units[following - 1][2] <= most:
            following -= 1
            shared += units[following][2]
        first = following
    return found


def _units(words: Words) -> Iterator[tuple[int, int]]:
    """Sentences as ranges of words; one of more pieces than a window holds is cut."""
    start, size = 0, 0
    for n, own in enumerate(words.pieces):
        if n > start and (words.sentences[n] != words.sentences[n - 1] or size + len(own) > LONGEST):
            yield start, n
            start, size = n, 0
        size += len(own)
    if start < len(words.pieces):
        yield start, len(words.pieces)


def _middle(words: Words, end: int, start: int) -> int:
    """The border nearest to the middle of the words that two windows share, at the start of a sentence."""
    middle = (start + end) // 2
    edges = [n for n in range(start, end) if n and words.sentences[n] != words.sentences[n - 1]]
    return min(edges, key=lambda n: (abs(n - middle), n), default=start)
