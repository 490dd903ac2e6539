"""Fields of notices: name, birth, height and charge of a wanted person, each on a line between two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.model.report import FurnitureKind

_LABELLED = re.compile(r"^[A-Z][\w #/.]{1,24}:\s\S")
_BLOCK = range(3, 13)  # lines
_LONGEST = 14  # words
_FEWEST = 2  # lines with a label


def field_lines(words: Sequence[str], kept: Sequence[bool], shown: Sequence[Kind | None]) -> frozenset[int]:
    """The lines of a block of fields that is partly kept: it is one thing, and all of it is the report's.

    "EDDA VARGA", "03/03/1991", "Warrant #: 17021", "Bond: $1,000" between two paragraphs; not "Email:", "Phone:" in a
    menu, where a stock phrase or no paragraph stands beside them.
    """
    found: set[int] = set()
    start = None
    for i, line in enumerate(words):
        if kept[i] and line[-1:] in '.”"?!' and len(line) > 60:
            inside = range(start + 1, i) if start is not None else range(0)
            if len(inside) in _BLOCK and _is_block(words, kept, shown, inside):
                found |= set(inside)
            start = i
    return frozenset(found)


def _is_block(words: Sequence[str], kept: Sequence[bool], shown: Sequence[Kind | None], inside: range) -> bool:
    plain = (shown[i] is None or shown[i] == (FurnitureKind.DATE, "a date and nothing else") for i in inside)
    short = (words[i].count(" ") < _LONGEST for i in inside)
    labelled = sum(bool(_LABELLED.match(words[i])) for i in inside)
    return labelled >= _FEWEST and any(kept[i] for i in inside) and all(plain) and all(short)
