"""A report's sentences as pieces: words, punctuation, and whole stretches between marks."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from crosswire.annotate.marks import Marked, touching
from crosswire.lexicons.speech import Speech
from crosswire.model.annotation import Sentence, Token
from crosswire.model.report import Paragraph, Report

_WORD = r"\w+(?:[-’'./&]\w+)*"
_SIGN = re.compile(r"\S")
_LAST_WORD = re.compile(r"([^\W_]+)\Z")
_REACH = 30  # characters before a full stop in which the word stands that it may belong to
_END = re.compile(r"[.!?…]+[\"”“’»«›‹)\]]*(?=\s|\Z)")


class Kind(StrEnum):
    """What a piece is."""

    WORD = "word"
    POINT = "point"  # punctuation
    MARKED = "marked"  # a whole stretch between marks


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a sign or a stretch between marks; `low` is the word in small letters."""

    kind: Kind
    start: int
    end: int
    words: str
    low: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in pieces. A stretch between marks stays whole, also when it holds several sentences."""

    start: int
    end: int
    paragraph: int
    pieces: tuple[Piece, ...]


def lines_of(report: Report, outer: Sequence[Marked], named: Set[Marked], speech: Speech | None) -> tuple[Line, ...]:
    """The report's sentences in pieces, the dateline left out; stretches in `named` are names and so words."""
    found: list[Line] = []
    by_paragraph: dict[int, list[Marked]] = {}
    for m in outer:
        by_paragraph.setdefault(m.paragraph, []).append(m)
    for number, paragraph in enumerate(report.paragraphs):
        inside = by_paragraph.get(number, [])
        start = _opening(report, paragraph)
        for first, last in _sentences(report.text, start, paragraph.end, inside, speech):
            here = [m for m in touching(inside, first, last) if first <= m.start < last]
            pieces = _pieces(report.text, first, last, here, named, speech)
            if pieces:
                found.append(Line(pieces[0].start, pieces[-1].end, number, pieces))
    return tuple(found)


def sentence_of(line: Line) -> Sentence:
    """The sentence of a line: its tokens have no grammar, each is its own head."""
    tokens = [
        Token(p.start, p.end, p.low, "X" if p.kind is Kind.WORD else "PUNCT", "", "dep", n)
        for n, p in enumerate(line.pieces)
    ]
    return Sentence(line.start, line.end, line.paragraph, tuple(tokens))


def _opening(report: Report, paragraph: Paragraph) -> int:
    """Where the words of a paragraph begin, once a dateline in it is off."""
    dateline = report.dateline
    if dateline and paragraph.start <= dateline.start and dateline.end <= paragraph.end:
        return dateline.end
    return paragraph.start


def _sentences(
    text: str, start: int, end: int, inside: Sequence[Marked], speech: Speech | None
) -> list[tuple[int, int]]:
    """The spans of the sentences of a paragraph; none ends inside marks, nor at an abbreviation or an ordinal."""
    found: list[tuple[int, int]] = []
    first = start
    for match in _END.finditer(text, start, end):
        at = match.end()
        near = touching(inside, match.start(), at)
        if any(m.start < match.start() and at < m.end for m in near) or not _ends(text, match, end, speech):
            continue
        if text[first:at].strip():
            found.append((first, at))
        first = at
    if text[first:end].strip():
        found.append((first, end))
    return found


def _ends(text: str, match: re.Match[str], end: int, speech: Speech | None) -> bool:
    """True when the sign ends a sentence: what follows may begin one, what stands before is no abbreviation."""
    behind = _SIGN.search(text, match.end(), end)
    if behind is None:
        return True
    following = behind.group()
    if not (following.isupper() or following.isdigit() or not following.isalnum()):
        return False
    if match.group()[0] != "." or following in "–-—,;:":
        return following not in "–-—,;:"
    before = _LAST_WORD.search(text[max(0, match.start() - _REACH) : match.start()])
    if before is None:
        return True
    word = before[1].lower()
    if word.isdigit() and len(word) < 3 and len(match.group()) == 1:
        return False
    initial = len(word) == 1 and before[1].isupper()
    return not (initial or (speech is not None and word in speech.abbreviations and len(match.group()) == 1))


def _pieces(
    text: str, start: int, end: int, inside: Sequence[Marked], named: Set[Marked], speech: Speech | None
) -> tuple[Piece, ...]:
    """The pieces of one sentence."""
    pattern = _word(speech.elided if speech else ())
    found: list[Piece] = []
    at = start
    for m in [*inside, None]:
        stop = m.start if m else end
        for match in pattern.finditer(text, at, max(at, stop)):
            kind = Kind.WORD if match.group()[0].isalnum() else Kind.POINT
            if found and match.group() == "." and _abbreviated(found[-1], match.end(), text, speech):
                words = found[-1].words + "."
                found[-1] = Piece(Kind.WORD, found[-1].start, match.end(), words, words.lower())
                continue
            found.append(Piece(kind, match.start(), match.end(), match.group(), match.group().lower()))
        if m:
            words = text[m.start : m.end]
            found.append(Piece(Kind.WORD if m in named else Kind.MARKED, m.start, m.end, words, words.lower()))
            at = m.end
    return tuple(found)


@cache
def _word(elided: tuple[str, ...]) -> re.Pattern[str]:
    """A word, with what is elided before it on its own ("l'", "qu'"), or a sign."""
    first = rf"(?:{'|'.join(elided)})['’](?=\w)|" if elided else ""
    return re.compile(rf"{first}{_WORD}|[^\w\s]", re.IGNORECASE)


def _abbreviated(piece: Piece, end: int, text: str, speech: Speech | None) -> bool:
    """True for the full stop of a title or an initial before a name: "M. Lund", "Dr. Marn", "J. Holt"."""
    if (
        speech is None
        or piece.end != end - 1
        or piece.kind is not Kind.WORD
        or not text[end : end + 2].strip()[:1].isupper()
    ):
        return False
    return piece.low in speech.abbreviations or (len(piece.words) == 1 and piece.words.isupper())
