"""Furniture glued in front of a text: headline, date, sharing words and caption in one line with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.clean.lines.lines import Line
from crosswire.clean.verdict import Verdict
from crosswire.model.report import FurnitureKind

_NETWORK = (
    r"(?:Share|Tweet|Pin It|Email|Print|Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Reddit|Google\+|Copy Link"
    r"|Save|Comments?)"
)
# "5:12 pm EST"; in "5:12 pm OSTRA (LPA) — The" the capitals are the dateline's.
_CLOCK = r"\d\d?[.:]\d\d(?:\s?[apAP]\.?[mM]\.?)?\s[A-Z]{2,5}(?!\s?[(,—–-])"
_DAY = r"(?:\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4},?|[A-Z][a-z]{2,8}\.?\s\d{1,2}, \d{4},?(?: at)?)"
_LABEL = r"(?:(?:Last modified|Last updated|First published|Published|Updated|Posted)(?: on|:| at)? )?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?"
# Marks that no sentence holds: two networks side by side, a day with clock and zone, a player's and a gallery's words.
_MARKS = re.compile(
    rf"(?P<sharing>\b{_NETWORK}(?:[\s|,•]+{_NETWORK}\b)+)"
    rf"|(?P<date>\b{_LABEL}{_WEEKDAY}{_DAY}\s{_CLOCK}\b)"
    r"|(?P<player>(?:\[ ?\] )?Hide Caption \[ ?\] Show Caption\b|\b\d+ of \d+ More Galleries\b|\bMore Galleries\b)"
    r"|(?P<related>\bRelated (?:article|story|articles|stories) ?[»›>])"
)
_HINTS = ("Share", "Tweet", "Facebook", "Caption", "Related", "Galleries", "Email", "20", "19")
# "On Monday, March 2, 2026 9.30 CET": the day of a sentence.
_IN_A_SENTENCE = re.compile(r"(?:\b(?:on|at|until|by|since|from|before|after|of|and|between)|[,(])\s*$", re.IGNORECASE)
_OPENS = re.compile(r"^[\"“‘'(]?[A-ZÀ-Þ0-9]")
_REACH = 1000  # signs from the beginning of the line
_FEWEST = 12  # words of the report that must follow
_TITLE = range(4, 31)  # words
_WHY = "glued in front of the text"
_CAPTION = 5  # words between marks from which on they are a picture's


def without_fronts(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts with the first kept line parted where marks of a page's head are glued in front of its text.

    "Ferry aground off Ostra Share Pin It The ferry …" gives a headline, sharing words and the text.
    """
    first = next((i for i, v in enumerate(verdicts) if v.kept), None)
    if first is None:
        return tuple(verdicts)
    verdict = verdicts[first]
    pieces = _pieces(verdict.line.words, titled=any(v.header for v in verdicts))
    if not pieces:
        return tuple(verdicts)
    parts = [
        replace(verdict, line=line, kind=kind, header=kind is None, why="headline" if kind is None else _WHY)
        for start, end, kind in pieces
        if (line := _part(verdict.line, start, end))
    ]
    text = _part(verdict.line, pieces[-1][1], len(verdict.line.words))
    rest = (replace(verdict, line=text),) if text else ()
    return (*verdicts[:first], *parts, *rest, *verdicts[first + 1 :])


def _pieces(words: str, *, titled: bool) -> list[tuple[int, int, FurnitureKind | None]]:
    """What stands before the text in `words`: from where to where, and its kind, None for the headline."""
    head = words[:_REACH]
    if not any(hint in head for hint in _HINTS):
        return []
    marks = [m for m in _MARKS.finditer(words, 0, _REACH) if not _IN_A_SENTENCE.search(words[: m.start()])]
    if not marks:
        return []
    head = words[: marks[0].start()].strip()
    is_title = len(head.split()) in _TITLE and head[-1] not in ".:;,"
    # The headline again, between the picture and the text: the text begins behind it.
    again = words.find(head, marks[-1].end(), _REACH) if is_title else -1
    end = marks[-1].end() if again < 0 else again + len(head)
    text = words[end:].strip()
    if len(text.split()) < _FEWEST or not _OPENS.match(text):
        return []
    pieces: list[tuple[int, int, FurnitureKind | None]] = []
    # Above a date alone a standfirst may stand as well as a headline.
    title = None if is_title and not titled and marks[0].lastgroup != "date" else FurnitureKind.OTHER
    pieces.append((0, marks[0].start(), title))
    for mark, after in zip(marks, [*(m.start() for m in marks[1:]), again if again >= 0 else end], strict=True):
        pieces.append((mark.start(), mark.end(), FurnitureKind(mark.lastgroup or "other")))
        between = len(words[mark.end() : after].split())
        pieces.append((mark.end(), after, FurnitureKind.CAPTION if between >= _CAPTION else FurnitureKind.OTHER))
    if again >= 0:
        pieces.append((again, end, FurnitureKind.OTHER))
    return pieces


def _part(line: Line, begin: int, end: int) -> Line | None:
    """The part of the line, white space off; None where nothing is left."""
    bare = line.words[begin:end].strip()
    if not bare:
        return None
    start = line.start + line.words.index(bare, begin)
    return Line(start, start + len(bare), bare, line.gap and begin == 0)
