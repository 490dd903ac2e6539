"""Galleries that a page's template runs together into one line of its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crosswire.clean.lines.kinds import Kind
from crosswire.model.report import FurnitureKind

_SHORTEST = 240  # signs; a dump of two pictures is longer
# What stands before each caption: "Caption Masons at work …", "Photo 3 of 12 …".
_COUNTED = re.compile(r"\b(?:[Pp]hoto|[Ii]mage|[Ss]lide|[Pp]icture) \d{1,3} (?:of|/) ?\d{1,3}\b")
_LABEL = "Caption "
_RETURNS = 2
_MOST = 0.7  # of the text
_AGAIN = 5  # words of a sentence that comes twice
_DUMP: Kind = FurnitureKind.CAPTION, "the captions of a gallery dumped into one line"


def gallery_dumps(words: Sequence[str], live: Sequence[int]) -> dict[int, Kind]:
    """The kept lines (`live`) that hold a gallery's captions in a row, unless they are nearly all of the text.

    Each opens with the same label, or each sentence is given twice running. Counter-example: "The photo 3 of 12".
    """
    long = [i for i in live if len(words[i]) >= _SHORTEST]
    found = {i: _DUMP for i in long if is_dump(words[i])}
    size = sum(len(words[i]) for i in found)
    return {} if size > _MOST * sum(len(words[i]) for i in live) else found


def is_dump(line: str) -> bool:
    """True when labels of captions return in the line, or its sentences stand there twice."""
    if line.startswith(_LABEL) and line.count(f" {_LABEL}") + 1 >= _RETURNS:
        return True
    pictured = "hoto " in line or "mage " in line or "lide " in line or "icture " in line
    if pictured and len(_COUNTED.findall(line)) >= _RETURNS:
        return True
    sentences = line.rstrip(".").split(". ")
    again = [b for a, b in pairwise(sentences) if a.endswith(b) and len(b.split()) >= _AGAIN]
    return len(again) >= _RETURNS and 4 * sum(map(len, again)) >= len(line)
