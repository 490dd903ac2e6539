"""Where the text stands between quotation marks: curly, straight, low-high, guillemets; nested and unclosed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model.report import Report

# Openers and the closers that may answer them. German „…“ closes with the English opener, Swedish ”…” opens with
# the English closer.
CLOSERS = {
    "“": '”"“',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "‹": "›",
    '"': '"”',
    "``": ("''", "”", '"'),
    "''": ("''", '"'),
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
}
SINGLE = frozenset("‘‚'’")
MARK = re.compile(r"``|''|[“”„‟\"«»‹›‘’‚']")
# Characters within which a single mark must be answered; further on it is an apostrophe after all.
LONGEST_SINGLE = 1500
# An apostrophe that opens a word and no quotation: ’90s, ’em, ’til, ’cause.
ELISION = re.compile(r"[’'‘](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|round\b|n\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks: `start:end` with the marks, `inner_start:inner_end` without.

    `paragraph` is an index into the report's paragraphs. `closed` is False where the closing mark is missing;
    then the stretch ends with its paragraph, and `continues` says that the next paragraph opens with a mark
    again, as printers have it for a quotation of several paragraphs. `depth` is 0 for the outermost.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool = True
    continues: bool = False
    depth: int = 0


def touching(outer: Sequence[Marked], start: int, end: int) -> Sequence[Marked]:
    """Those of the outermost stretches, in order of the text, that share a place with `start:end`, or border on it."""
    first = bisect_left(outer, start, key=lambda m: m.end)
    return outer[first : bisect_right(outer, end, key=lambda m: m.start)]


def find_marked(report: Report) -> tuple[Marked, ...]:
    """Every stretch between marks, in order of the text, nested ones after the one that holds them."""
    found: list[Marked] = []
    spans = [(p.start, p.end) for p in report.paragraphs]
    for number, (start, end) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else None
        again = following is not None and _opens_again(report.text, following)
        found.extend(_paragraph(report.text, start, end, number, again))
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def _opens_again(text: str, at: int) -> bool:
    """True when the paragraph at `at` begins with a double mark, as a continued quotation does."""
    mark = MARK.match(text, at)
    return bool(mark) and mark.group() not in SINGLE if mark else False


def _paragraph(text: str, start: int, end: int, number: int, again: bool) -> list[Marked]:
    """The stretches of one paragraph."""
    found: list[Marked] = []
    open_: list[tuple[str, int, int]] = []
    for match in MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        depth = _answered(text, open_, mark, at, after, end)
        if depth is not None:
            del open_[depth + 1 :]
            _, outer, inner = open_.pop()
            found.append(Marked(outer, after, inner, at, number, depth=depth))
        elif mark in CLOSERS and _opens(text, mark, at, after, start, end, bool(open_)):
            open_.append((mark, at, after))
    if open_ and open_[0][0] not in SINGLE:
        _, outer, inner = open_[0]
        stop = len(text[:end].rstrip())
        found = [m for m in found if m.start < outer or m.end <= stop]
        found.append(Marked(outer, stop, inner, stop, number, closed=False, continues=again))
    return found


def _answered(text: str, open_: list[tuple[str, int, int]], mark: str, at: int, after: int, end: int) -> int | None:
    """The depth of the open stretch that `mark` closes, None if it closes none.

    "the players' 'win'": a single mark after s with more text and another closing mark to come is an apostrophe.
    """
    for depth in range(len(open_) - 1, -1, -1):
        opener, _, inner = open_[depth]
        if mark not in CLOSERS[opener] or inner == at:
            continue
        if text[at - 1].isspace() and mark in ('"', "''", "'", "“"):
            return None  # a mark that may open and has space before it does
        if mark in SINGLE and not _closes_single(text, at, after, end):
            return None
        return depth
    return None


def _closes_single(text: str, at: int, after: int, end: int) -> bool:
    """True when a single mark here can end a quotation: not inside a word, not a plural's possessive."""
    if after < end and text[after].isalnum():
        return False
    end = min(end, after + LONGEST_SINGLE)
    possessive = text[at - 1] in "sS" and text[after : after + 2].strip()[:1].islower()
    return not (possessive and re.compile(r"[^\s‘'][’'](?!\w)").search(text, after, end))


def _opens(text: str, mark: str, at: int, after: int, start: int, end: int, inside: bool) -> bool:
    """True when `mark` here can begin a quotation."""
    if after >= end or text[after].isspace():
        return False
    free = at == start or text[at - 1].isspace() or text[at - 1] in "([{—–-/“\"‘'«:,"
    if mark in SINGLE:
        return free and not ELISION.match(text, at) and _has_closer(text, mark, after, end)
    if mark in ('"', "''"):
        return free or not text[at - 1].isalnum()
    return True


def _has_closer(text: str, mark: str, after: int, end: int) -> bool:
    """True when a single mark that opens is answered later in its paragraph; an apostrophe is not."""
    closers = CLOSERS[mark]
    end = min(end, after + LONGEST_SINGLE)
    return any(text[i] in closers and _closes_single(text, i, i + 1, end) for i in range(after + 1, end))
