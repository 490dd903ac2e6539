"""A page's visible text as lines: the units that are kept or set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"
# White space, and signs that nobody sees: zero-width ones, and the one that stands for what could not be read.
_NOTHING = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffd\x1c\x1d\x1e\x1f"
)
_STRIPPED = _NOTHING + _BREAKS
_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]*$")

# Hard-wrapped text: at least this share of inner lines is about as long as the longest and ends in mid-sentence.
_WRAPPED_SHARE = 0.6
_WRAPPED_LONGEST = 100
_WRAPPED_SHORTEST = 45


@dataclass(slots=True)  # a frozen one takes four times as long to make, and a page has hundreds
class Line:
    """A line of the page: `page[start:end] == words`, no white space at either end.

    `gap`: a blank line (or the top of the page) stands before it.
    """

    start: int
    end: int
    words: str
    gap: bool = True


def split_lines(page: str) -> tuple[Line, ...]:
    """The lines of `page` in order, blank ones left out; the lines of a hard-wrapped paragraph come as one."""
    lines: list[Line] = []
    at = end = 0  # of the raw line; of the last line with its break
    for raw in page.splitlines(keepends=True):
        words = raw.strip(_STRIPPED)
        if words:
            start = at if raw.startswith(words) else at + raw.index(words)
            gap = not lines or (end < at and _blank_between(page, lines[-1].end, at))
            lines.append(Line(start, start + len(words), words, gap))
            end = at + len(raw)
        at += len(raw)
    return _unwrap(page, lines) if _wrapped(lines) else tuple(lines)


def _blank_between(page: str, end: int, start: int) -> bool:
    """True when more than one line break stands between the two places."""
    between = page[end:start].lstrip(_NOTHING).replace("\r\n", "\n")
    return len(between) - len(between.lstrip("\n\r")) > 1 or between.count("\n") > 1


def _wrapped(lines: list[Line]) -> bool:
    """True when the page's paragraphs are broken at a fixed width: no line is long and most break in mid-sentence."""
    if max([len(line.words) for line in lines], default=0) > _WRAPPED_LONGEST:
        return False
    inner = [a for a, b in pairwise(lines) if not b.gap]
    long_enough = [line for line in inner if len(line.words) >= _WRAPPED_SHORTEST]
    if len(long_enough) < 4:
        return False
    broken = [line for line in long_enough if not _TERMINAL.search(line.words)]
    return len(broken) >= _WRAPPED_SHARE * len(inner)


def _unwrap(page: str, lines: list[Line]) -> tuple[Line, ...]:
    """The lines of each paragraph as one line, its line breaks left in."""
    joined: list[Line] = []
    for line in lines:
        if joined and not line.gap and len(joined[-1].words.rsplit("\n", 1)[-1]) >= _WRAPPED_SHORTEST:
            start = joined[-1].start
            joined[-1] = Line(start, line.end, page[start : line.end], joined[-1].gap)
        else:
            joined.append(line)
    return tuple(joined)
