"""Lines that say again what the report's text says: pull quotes, lead-ins, captions given twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[“”\"„«»]")
_SIZE = 4
_SHORTEST = 7  # words; shorter lines repeat by chance: "he said on Monday"
_COVERED = 0.85
_LONG = 14  # words; shorter ones outside quotation marks are repeated by writers too

Shingle = tuple[str, ...]


def words_of(line: str) -> tuple[str, ...]:
    """The line's words, casefolded, marks off."""
    return tuple(_WORD.findall(line.casefold()))


def shingles(words: Sequence[str]) -> list[Shingle]:
    """The runs of four words, in order."""
    return [tuple(words[i : i + _SIZE]) for i in range(len(words) - _SIZE + 1)]


def repeated_lines(lines: Sequence[str], opening: int | None) -> Mapping[int, str]:
    """The lines that only repeat other lines, with why: index in `lines` -> reason.

    Of two equal copies the one before the `opening` (the line with the dateline) goes, otherwise the later one.
    A line wholly contained in others goes, one without quotation marks before one with them, the shorter before the
    longer: the copy in the text, with marks and attribution, stays. A question, and what stands there three times and
    more, is the writer's own repetition (an interview with several people) and stays.
    """
    words = [words_of(line) for line in lines]
    places = _places(words)
    gone: dict[int, str] = {}
    for index in sorted(range(len(lines)), key=lambda i: (bool(_MARKS.search(lines[i])), len(words[i]), i)):
        if len(words[index]) < _SHORTEST:
            continue
        own = shingles(words[index])
        live = [any(i != index and i not in gone for i in places[s]) for s in own]
        if sum(live) < _COVERED * len(own):
            continue
        twins = [i for i, other in enumerate(words) if i != index and i not in gone and other == words[index]]
        if not twins:
            quoted = any(_MARKS.search(lines[i]) for i in places[own[len(own) // 2]] if i != index)
            if quoted or len(words[index]) >= _LONG or (opening is not None and index < opening):
                gone[index] = "its words stand in the text, in longer sentences"
        elif len(twins) == 1 and not lines[index].rstrip().endswith("?"):
            before = opening is not None and min(index, twins[0]) < opening
            gone[min(index, twins[0]) if before else max(index, twins[0])] = "the same words stand in the text"
    return gone


def _places(words: Sequence[Sequence[str]]) -> Mapping[Shingle, set[int]]:
    """For each shingle the lines it stands in."""
    places: dict[Shingle, set[int]] = defaultdict(set)
    for index, line in enumerate(words):
        for shingle in shingles(line):
            places[shingle].add(index)
    return places
