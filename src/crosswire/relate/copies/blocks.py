"""Stretches of two reports that are one text, exact or lightly edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.relate.copies.own_words import Flags, Numbers, OwnWords
from crosswire.relate.copies.shared_rows import common_rows
from crosswire.relate.sequences import edits

# Words in a row with which a stretch begins. With three of ten words edited, every third row of three is left.
SEED = 3
# In long texts rows of three stand everywhere: from so many pairs of places on rows are of LONG_SEED words.
MOST_PLACES, LONG_SEED = 50_000_000, 6
# Words of a chain of such rows that is looked at: shorter ones are turns of speech.
LEAST = 5
# Words that an edit inside a stretch may put in or leave out, and what each of them costs: a stretch goes on as long as
# it has more equal words than that.
GAP, GAP_COST = 16, 0.5
# Words of a sentence before the first seed or after the last that are looked at for single equal words ("… on Sunday
# night, police said"), and what a word between them costs.
END, END_COST = 12, 0.8
# Words of a sentence at the end of a stretch that are too few to be a part of it.
FEW = 3

Run = tuple[int, int, int]  # place here, place there, words


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A stretch of the report and one of the source, as the words that are equal in both: their places, in order.

    `own` tells which of them are nobody else's in either report; the first and the last are. `longest` is the longest
    run of equal words in a row.
    """

    here: Numbers
    there: Numbers
    own: Flags
    longest: int

    @property
    def density(self) -> float:
        """The part of the longer stretch's words that are equal."""
        return density(self.here, self.there)


def density(here: Numbers, there: Numbers) -> float:
    """Of two stretches, given as the places of their equal words, the part of the longer one's words that are equal."""
    return float(len(here) / (max(here[-1] - here[0], there[-1] - there[0]) + 1))


def blocks(a: OwnWords, b: OwnWords, free: Flags, *, least: int = LEAST) -> tuple[Block, ...]:
    """The stretches that the free words of `a` share with `b`, in order of `a`, each word in one of them.

    Clauses that moved are stretches of their own; each holds rows of SEED words of together `least`. No stretch begins
    or ends with words that are said: two reporters quote one sentence alike.
    """
    open_here = free.copy()
    found: list[Block] = []
    length = SEED if len(a.ids) * len(b.ids) <= MOST_PLACES else LONG_SEED
    for chain in _chains(list(common_rows(a, b, length, free))):
        if sum(run[2] for run in chain) < least:
            continue
        for piece in _pieces(chain, open_here):
            block = _block(a, b, piece, open_here)
            if block is not None:
                open_here[block.here[0] : block.here[-1] + 1] = False
                found.append(block)
    return tuple(sorted(found, key=lambda block: int(block.here[0])))


def _chains(runs: list[Run]) -> list[list[Run]]:
    """The runs put together over small edits, the chains with most words first."""
    runs.sort()
    best: list[float] = []
    before: list[int] = []
    near: list[int] = []
    for n, run in enumerate(runs):
        near = [m for m in near if runs[m][0] + runs[m][2] + GAP >= run[0]]
        score, previous = _best_before(run, runs, near, best)
        best.append(run[2] + score)
        before.append(previous)
        near.append(n)
    used = bytearray(len(runs))
    chains: list[list[Run]] = []
    for n in sorted(range(len(runs)), key=lambda n: (-best[n], n)):
        chain: list[Run] = []
        while n >= 0 and not used[n]:
            used[n] = 1
            chain.append(runs[n])
            n = before[n]
        if chain:
            chains.append(chain[::-1])
    return chains


def _best_before(run: Run, runs: Sequence[Run], near: Sequence[int], best: Sequence[float]) -> tuple[float, int]:
    """What the best chain that this run goes on with adds to it, and that chain's last run; (0, -1) without one."""
    here, there, length = run
    score, previous = 0.0, -1
    for m in near:
        h, t, size = runs[m]
        gap_here, gap_there = here - h - size, there - t - size
        widest = max(gap_here, gap_there)
        lost = max(0, -min(gap_here, gap_there))
        if t >= there or widest > GAP or lost >= min(length, size):
            continue
        total = best[m] - lost - GAP_COST * max(widest, 0)
        if total > score:
            score, previous = total, m
    return score, previous


def _pieces(chain: Sequence[Run], free: Flags) -> Iterator[tuple[int, int, int, int]]:
    """The chain's stretches (from, to; from, to) between words that a better chain has taken."""
    held: tuple[int, int, int, int] | None = None
    for here, there, length in chain:
        for start, end in _free_parts(free, here, here + length):
            other, other_end = there + start - here, there + end - here
            if held and free[held[1] : start].all() and other >= held[2]:
                held = (held[0], end, held[2], max(other_end, held[3]))
                continue
            if held:
                yield held
            held = (start, end, other, other_end)
    if held:
        yield held


def _free_parts(free: Flags, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of free words between two places."""
    part = free[start:end]
    if part.all():
        return [(start, end)]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], part.astype(np.int8), [0])))) + start
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _block(a: OwnWords, b: OwnWords, piece: tuple[int, int, int, int], free: Flags) -> Block | None:
    """The stretch word by word, its ends drawn out to single equal words and cut back to own ones; None without any."""
    start, end, other, other_end = piece
    pairs = _equal(a, b, start, end, other, other_end)
    pairs = [*_before(a, b, start, other, free), *pairs, *_after(a, b, end, other_end, free)]
    if not pairs:
        return None
    here, there = np.array(pairs, dtype=np.int64).T
    own = ~(a.said[here] | b.said[there])
    kept = np.flatnonzero(own & _carried(a.sentence[here]))
    if not len(kept):
        return None
    ends = slice(kept[0], kept[-1] + 1)
    here, there, own = here[ends], there[ends], own[ends]
    return Block(here, there, own, _longest(here, there))


def _carried(sentences: Numbers) -> Flags:
    """For each word False where it is one of a FEW of its sentence, at the end of a longer stretch.

    "… in the smoke. The" goes on to the next sentence only because that, too, begins with "The".
    """
    edges = np.flatnonzero(np.diff(sentences)) + 1
    kept = np.ones(len(sentences), dtype=bool)
    if len(edges) and edges[0] <= FEW:
        kept[: edges[0]] = False
    if len(edges) and len(sentences) - edges[-1] <= FEW:
        kept[edges[-1] :] = False
    return kept


def _longest(here: Numbers, there: Numbers) -> int:
    breaks = np.flatnonzero((np.diff(here) != 1) | (np.diff(there) != 1)) + 1
    return int(np.diff(np.concatenate(([0], breaks, [len(here)]))).max())


def _equal(a: OwnWords, b: OwnWords, start: int, end: int, other: int, other_end: int) -> list[tuple[int, int]]:
    """The places of equal words of two stretches, as many as stand in one order in both."""
    if end - start == other_end - other and np.array_equal(a.ids[start:end], b.ids[other:other_end]):
        return list(zip(range(start, end), range(other, other_end), strict=True))
    found: list[tuple[int, int]] = []
    for tag, i, i_end, j, _ in edits(a.ids[start:end].tolist(), b.ids[other:other_end].tolist()):
        if tag == "equal":
            found.extend((start + n, other + j + n - i) for n in range(i, i_end))
    return found


def _after(a: OwnWords, b: OwnWords, end: int, other: int, free: Flags) -> list[tuple[int, int]]:
    """The equal words behind a stretch that belong to its last sentence."""
    last = end
    while last < min(len(free), end + END) and free[last] and a.sentence[last] == a.sentence[end - 1]:
        last += 1
    return _worth(_equal(a, b, end, last, other, min(len(b.ids), other + END)), end - 1, other - 1)


def _before(a: OwnWords, b: OwnWords, start: int, other: int, free: Flags) -> list[tuple[int, int]]:
    """The equal words before a stretch that belong to its first sentence."""
    first = start
    while first > max(0, start - END) and free[first - 1] and a.sentence[first - 1] == a.sentence[start]:
        first -= 1
    pairs = _equal(a, b, first, start, max(0, other - END), other)
    mirrored = _worth([(-i, -j) for i, j in reversed(pairs)], -start, -other)
    return [(-i, -j) for i, j in reversed(mirrored)]


def _worth(pairs: Sequence[tuple[int, int]], here: int, there: int) -> list[tuple[int, int]]:
    """The first pairs, as many as have more equal words than words between them cost."""
    score = best = 0.0
    kept = 0
    for n, (i, j) in enumerate(pairs, 1):
        score += 1 - END_COST * (max(i - here, j - there) - 1)
        here, there = i, j
        if score > best:
            best, kept = score, n
    return list(pairs[:kept])
