"""Lines that say again what the report's text says: pull quotes, lead-ins, captions given twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import chain

from crosswire.lexicons.forms import words_of

_MARKS = re.compile(r"[“”\"„«»]")
# Nothing but a quotation, without the words that say whose: the copy that was pulled out of the text.
_ALL_MARKED = re.compile(r"^[“\"„«][^“”\"„«»]+[”\"»]$")
SAME_WORDS = "the same words stand in the text"
_SIZE = 4
_SHORTEST = 7  # words; shorter lines repeat by chance: "he said on Monday"
_COVERED = 0.85
_LEAD_IN = 4  # a copy among the first lines, with more than this between it and the other, leads in
_LONG = 14  # words; shorter ones outside quotation marks are repeated by writers too

Shingle = tuple[str, ...]


def shingles(words: Sequence[str]) -> list[Shingle]:
    """The runs of four words, in order."""
    return list(zip(*(words[i:] for i in range(_SIZE)), strict=False))


def repeated_lines(lines: Sequence[str], opening: int | None) -> Mapping[int, str]:
    """The lines that only repeat other lines, with why: index in `lines` -> reason.

    Of two equal copies the one before the `opening` (the line with the dateline) goes, otherwise the later one.
    A line wholly contained in others goes, one without quotation marks before one with them, the shorter before the
    longer: the copy in the text, with marks and attribution, stays. A question, and what stands there three times and
    more, is the writer's own repetition (an interview with several people) and stays.
    """
    words = [words_of(line) for line in lines]
    if not _may_repeat(words):
        return {}
    own = [frozenset(shingles(line)) for line in words]
    live = Counter(chain.from_iterable(own))
    doubtful = _covered(words, own, live)
    if not doubtful:
        return {}
    copies: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, line in enumerate(words):
        copies[line].append(index)
    marked = {shingle for line, text in zip(own, lines, strict=True) if _MARKS.search(text) for shingle in line}
    gone: dict[int, str] = {}
    for index in sorted(doubtful, key=lambda i: (bool(_MARKS.search(lines[i])), len(words[i]), i)):
        if index in gone or not _is_covered(own[index], live):
            continue
        same = copies[words[index]]
        if len(same) == 1:
            early = opening is not None and index < opening
            apart = _ALL_MARKED.match(lines[index]) or _in_marks(own[index], marked, lines[index])
            if early or apart or len(words[index]) >= _LONG:
                _drop(index, "its words stand in the text, in longer sentences", gone, own, live)
        elif len(same) == 2 and not lines[index].rstrip().endswith("?"):
            _drop(_worse_copy(same[0], same[1], lines, opening), SAME_WORDS, gone, own, live)
    return gone


def _may_repeat(words: Sequence[Sequence[str]]) -> bool:
    """False when no line of some length has nearly all its runs of words more than once: of most pages.

    A word that stands nowhere else breaks at least one of its line's runs, so most lines need no closer look.
    """
    counts = Counter(chain.from_iterable(words))
    once = {word for word, count in counts.items() if count == 1}
    near = [
        line
        for line in words
        if len(line) >= _SHORTEST and len(once.intersection(line)) <= (1 - _COVERED) * (len(line) - _SIZE + 1)
    ]
    text = " \n ".join(map(" ".join, words)) if near else ""
    return any(_stands_twice(frozenset(shingles(line)), f" {text} ") for line in near)


def _stands_twice(own: frozenset[Shingle], text: str) -> bool:
    """True when nearly all runs of words stand in the text more than once."""
    left = (1 - _COVERED) * len(own)  # of the runs that may stand nowhere else
    for run in own:
        left -= text.count(f" {' '.join(run)} ") < 2
        if left < 0:
            return False
    return True


def _covered(words: Sequence[Sequence[str]], own: Sequence[frozenset[Shingle]], live: Counter[Shingle]) -> list[int]:
    """The lines of some length of which others hold nearly all; of most pages none, and what goes makes no more."""
    again = {shingle for shingle, count in live.items() if count > 1}
    return (
        [i for i, line in enumerate(own) if len(words[i]) >= _SHORTEST and len(line & again) >= _COVERED * len(line)]
        if again
        else []
    )


def _worse_copy(first: int, second: int, lines: Sequence[str], opening: int | None) -> int:
    """Which of two copies was set beside the text: one before its opening, one without its full stop, a lead-in."""
    if opening is not None and first < opening:
        return first
    ends = [lines[i].rstrip("\"'”’» ").endswith((".", "!")) for i in (first, second)]
    if ends[0] != ends[1]:
        return second if ends[0] else first
    return first if first < _LEAD_IN and second - first > _LEAD_IN else second


def _is_covered(own: frozenset[Shingle], live: Counter[Shingle]) -> bool:
    """True when other lines that are still there hold nearly all of the line's runs of words."""
    return sum(live[shingle] > 1 for shingle in own) >= _COVERED * len(own)


def _in_marks(own: frozenset[Shingle], marked: Set[Shingle], line: str) -> bool:
    """True when the line has no quotation marks and the text says most of it between some."""
    return not _MARKS.search(line) and sum(shingle in marked for shingle in own) >= _COVERED * len(own)


def _drop(
    index: int, why: str, gone: dict[int, str], own: Sequence[frozenset[Shingle]], live: Counter[Shingle]
) -> None:
    """Takes the line out of those that are still there."""
    gone[index] = why
    live.subtract(own[index])
