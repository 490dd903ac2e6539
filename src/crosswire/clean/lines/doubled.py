"""Lines that stand twice, one right below the other: captions and teasers, as templates print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.model.report import FurnitureKind

_FEWEST_WORDS = 4
# Between paragraphs a long line, or one that quotes, may be the text's with its pull quote; several pairs are pictures.
_LONGEST_ALONE = 30
_QUOTED = re.compile(r"[“”\"«»]|\b(?:said|says|told|asked)\b")
_MOST = 0.5  # of the kept words: more is the text itself
_CAPTION: Kind = FurnitureKind.CAPTION, "stands twice, one copy below the other"
_TITLE: Kind = FurnitureKind.RELATED, "a title that stands twice, one copy below the other"


def doubled_lines(words: Sequence[str], live: Sequence[int], opening: int | None) -> dict[int, Kind]:
    """The kept lines (`live`) of which a copy is the next line, or the line before: neither is the text.

    A pair alone at the top is a standfirst and the text's first line; one that holds the dateline (`opening`) is the
    text's. Of what stands at a distance one copy is the text, and so is one of a row of a table.
    """
    counts = Counter(words)
    pairs = [
        i
        for i in range(len(words) - 1)
        if words[i] == words[i + 1] and counts[words[i]] == 2 and opening not in (i, i + 1) and _is_prose(words[i])
    ]
    if not pairs or not live:
        return {}
    if len(pairs) == 1:
        pairs = [i for i in pairs if live[0] < i < live[-1] - 1 and _is_short(words[i])]
    kept = set(live)
    found = {n: _kind(words[n]) for i in pairs for n in (i, i + 1) if n in kept}
    size = sum(len(words[i].split()) for i in found)
    return found if size <= _MOST * sum(len(words[i].split()) for i in live) else {}


def _is_prose(line: str) -> bool:
    return "\t" not in line and line.count(" ") >= _FEWEST_WORDS - 1


def _is_short(line: str) -> bool:
    return len(line.split()) <= _LONGEST_ALONE and not _QUOTED.search(line)


def _kind(line: str) -> Kind:
    return _TITLE if line[-1:].isalnum() else _CAPTION
