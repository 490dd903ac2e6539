"""Which words of two passages stand for each other: what is equal, changed, left out, put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.lexicons.load import Lexicons
from crosswire.model.passage import Passage
from crosswire.relate.copies.wordforms import Forms, word_forms
from crosswire.relate.sequences import edits

# Cells of a comparison of all words with all; a larger one is cut at words that stand in a row in both only once.
MOST_CELLS = 4_000_000
ANCHOR = 4
# Small words between two changes are no sign that the sentence goes on: "the … of the …" stands everywhere.
ISLAND, SMALL = 2, 3

Span = tuple[int, int]
Stretch = tuple[int, int, int, int, bool]  # words of here, words of there, whether they are equal


class Aligned(NamedTuple):
    """A stretch of two passages: its span in each report's text, and whether the words are equal.

    Equal words may be written in two ways ("twelve" / "12"): then the stretch is that one word. In a changed stretch
    one span may be empty; it stands where the words would be.
    """

    here: Span
    there: Span
    equal: bool


def aligned(here: Passage, there: Passage, *, lexicons: Lexicons) -> tuple[Aligned, ...]:
    """The stretches of two passages, in order, that together hold all their words.

    "At least 12 died, police said" and "Twelve died on Sunday" give: "At least" against nothing, "12" with "Twelve",
    "died" with "died", "police said" against "on Sunday". Words that moved are left out in one place and put in in
    another. Spaces and marks between stretches belong to none. Never raises.
    """
    read = word_forms(lexicons).read
    a, b = read(here.words), read(there.words)
    found: list[Aligned] = []
    for stretch in _settled(a.forms, b.forms, align(a.forms, b.forms)):
        found.extend(_placed(here, there, a, b, stretch))
    return tuple(found)


def aligned_sentences(here: Passage, there: Passage, *, lexicons: Lexicons) -> tuple[Aligned, ...]:
    """The same; sentences printed alike, which most are, are one stretch with all that stands in them."""
    if here.words == there.words:
        return (Aligned((here.start, here.end), (there.start, there.end), equal=True),)
    return aligned(here, there, lexicons=lexicons)


def align(a: Sequence[str], b: Sequence[str]) -> Iterator[Stretch]:
    """The stretches of two sequences of words, equal and changed in turn, each as (from, to, from, to, equal)."""
    at, bt = 0, 0
    for start, end, there_start, there_end in _equal(a, b, 0, 0):
        if (at, bt) != (start, there_start):
            yield at, start, bt, there_start, False
        yield start, end, there_start, there_end, True
        at, bt = end, there_end
    if (at, bt) != (len(a), len(b)):
        yield at, len(a), bt, len(b), False


def _equal(a: Sequence[str], b: Sequence[str], at: int, bt: int) -> Iterator[tuple[int, int, int, int]]:
    """The equal runs of two sequences that start at `at` and `bt` of the whole, those that touch made one."""
    runs = _runs(a, b) if len(a) * len(b) <= MOST_CELLS else _cut_runs(a, b)
    held: tuple[int, int, int, int] | None = None
    for start, end, there, there_end in runs:
        if held and held[1] == start and held[3] == there:
            held = (held[0], end, held[2], there_end)
            continue
        if held:
            yield held[0] + at, held[1] + at, held[2] + bt, held[3] + bt
        held = (start, end, there, there_end)
    if held:
        yield held[0] + at, held[1] + at, held[2] + bt, held[3] + bt


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    for tag, start, end, there, there_end in edits(a, b):
        if tag == "equal":
            yield start, end, there, there_end


def _cut_runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The equal runs of long sequences: between anchors each gap is compared; one still too large counts as changed."""
    at, bt = 0, 0
    for start, there in (*_anchors(a, b), (len(a), len(b))):
        if (start - at) * (there - bt) <= MOST_CELLS:
            for run in _runs(a[at:start], b[bt:there]):
                yield run[0] + at, run[1] + at, run[2] + bt, run[3] + bt
        at, bt = start, there


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Places of ANCHOR words in a row that stand once in both, as many as have one order in both."""
    places = _once(b)
    pairs = [(at, places[words]) for words, at in _once(a).items() if words in places]
    chain: list[tuple[int, int]] = []
    for at, there in sorted(pairs):
        if not chain or there > chain[-1][1]:
            chain.append((at, there))
        elif len(chain) > 1 and chain[-2][1] < there:
            chain[-1] = (at, there)
    return chain


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    for n in range(len(words) - ANCHOR + 1):
        row = tuple(words[n : n + ANCHOR])
        places[row] = -1 if row in places else n
    return {row: n for row, n in places.items() if n >= 0}


def _settled(a: Sequence[str], b: Sequence[str], stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """The stretches without islands: a few small words that stay equal between two changes belong to the change."""
    rows = list(stretches)
    held: Stretch | None = None
    for n, row in enumerate(rows):
        before, after = held, rows[n + 1] if n + 1 < len(rows) else None
        if row[4] and before and not before[4] and after and _island(a, row, before, after):
            held = (before[0], row[1], before[2], row[3], False)
        elif held and not held[4] and not row[4]:
            held = (held[0], row[1], held[2], row[3], False)
        else:
            if held:
                yield held
            held = row
    if held:
        yield held


def _island(words: Sequence[str], row: Stretch, before: Stretch, after: Stretch) -> bool:
    length = row[1] - row[0]
    if length > ISLAND or any(len(word) > SMALL or word[0].isdecimal() for word in words[row[0] : row[1]]):
        return False
    return min(_size(before), _size(after)) >= length


def _size(stretch: Stretch) -> int:
    """How much a changed stretch changes: the words of its shorter side, which have another counterpart."""
    return min(stretch[1] - stretch[0], stretch[3] - stretch[2])


def _placed(here: Passage, there: Passage, a: Forms, b: Forms, stretch: Stretch) -> Iterator[Aligned]:
    """The stretch by spans; an equal one parted where a word is written in two ways."""
    start, end, other, other_end, equal = stretch
    if not equal:
        yield Aligned(_span(here, a, start, end), _span(there, b, other, other_end), False)
        return
    first = start
    for n in range(start, end + 1):
        if n < end and _printed(here, a, n) == _printed(there, b, n - start + other):
            continue
        if first < n:
            yield Aligned(_span(here, a, first, n), _span(there, b, first - start + other, n - start + other), True)
        if n < end:
            yield Aligned(_span(here, a, n, n + 1), _span(there, b, n - start + other, n - start + other + 1), True)
        first = n + 1


def _printed(passage: Passage, words: Forms, n: int) -> str:
    return passage.words[slice(*words.spans[n])].replace("’", "'")


def _span(passage: Passage, words: Forms, start: int, end: int) -> Span:
    """Where the words stand in the report; for none, the place before the next word."""
    if start < end:
        return passage.start + words.spans[start][0], passage.start + words.spans[end - 1][1]
    at = words.spans[start][0] if start < len(words.spans) else len(passage.words)
    return passage.start + at, passage.start + at
