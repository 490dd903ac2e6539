"""Rows of words that stand in several reports of a story: who may have copied whom, and what is only quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from crosswire.relate.copies.own_words import Flags, Numbers, OwnWords, rows, spread, within

# Words in a row by which reports find each other. Two writers hit on five equal words often; whether that is copying is
# decided on the passages.
SEED = 5
# Earlier reports that are remembered for a row: the first, and the last. In six hundred prints of one agency text they
# are as good as all; an edited version is found by the rows that only its copies have.
HOLDERS = 6
# Words in a row between marks that, without marks, are still the speaker's.
SAID = 6
# The part of the reports with a row that must have it between marks. Post and statement lose their marks in some.
MARKED_PART = 1 / 3
# More holders than that of a row tell nothing about a pair.
FREQUENT = 8


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Rows of a report that earlier ones have: `sources` and where the row starts (`places`); `weights` are one part of
    a row for each report that has it."""

    sources: Numbers
    places: Numbers
    weights: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Every row once for each report that has it: report and place of each, sorted by row, then report; for each the
    first and the number of all with the same row."""

    report: Numbers
    place: Numbers
    first: Numbers
    count: Numbers


def seeds(reports: Sequence[OwnWords]) -> tuple[Seeds, ...]:
    """For each report the rows of its own words that reports before it have too."""
    held = _held(reports, SEED)
    rank = np.arange(len(held.report)) - held.first
    found: list[tuple[Numbers, Numbers]] = []
    for n in range(HOLDERS):
        later = np.flatnonzero(rank > n)
        found.append((later, held.report[held.first[later] + n]))
    later = np.flatnonzero(rank > HOLDERS)
    found.append((later, held.report[later - 1]))
    at = np.concatenate([places for places, _ in found])
    sources = np.concatenate([names for _, names in found])
    order = np.lexsort((held.place[at], sources, held.report[at]))
    at, sources = at[order], sources[order]
    edges = np.searchsorted(held.report[at], np.arange(len(reports) + 1))
    return tuple(Seeds(sources[a:b], held.place[at[a:b]], 1 / held.count[at[a:b]]) for a, b in pairwise(edges.tolist()))


def _held(reports: Sequence[OwnWords], length: int) -> _Held:
    """The rows of own words by row and report, the first of each report's."""
    free = [np.flatnonzero(within(~words.said, length)) for words in reports]
    keys = np.concatenate([rows(words, length)[places] for words, places in zip(reports, free, strict=True)])
    report = np.repeat(np.arange(len(reports)), [len(places) for places in free])
    place = np.concatenate(free)
    order = np.argsort(keys, kind="stable")
    keys, report, place = keys[order], report[order], place[order]
    new_key = np.concatenate(([True], keys[1:] != keys[:-1])) if len(keys) else np.empty(0, dtype=bool)
    kept = new_key | np.concatenate(([True], report[1:] != report[:-1])) if len(keys) else new_key
    first = np.flatnonzero(new_key[kept])
    count = np.diff(np.append(first, kept.sum()))
    return _Held(report[kept], place[kept], np.repeat(first, count), np.repeat(count, count))


def with_what_others_quote(reports: Sequence[OwnWords]) -> tuple[OwnWords, ...]:
    """The reports' words, those `said` too that other reports have between marks.

    A post or a statement stands between marks in one report and without in the next, and is its writer's in both.
    Counter-example: one report quotes a sentence of agency copy that ten print: it is the agency's own.
    """
    marked = [within(words.said, SAID) for words in reports]
    unmarked = [within(~words.said, SAID) for words in reports]
    keys = [rows(words, SAID) for words in reports]
    quoted = _times(keys, marked)
    plain = _times(keys, unmarked)
    return tuple(
        _more_said(words, key, flags, quoted, plain) for words, key, flags in zip(reports, keys, unmarked, strict=True)
    )


Times = tuple[NDArray[np.uint64], Numbers]


def _times(keys: Sequence[NDArray[np.uint64]], flags: Sequence[Flags]) -> Times:
    """The flagged rows, sorted, and in how many reports each stands."""
    own = [np.unique(key[flag]) for key, flag in zip(keys, flags, strict=True)]
    found, count = np.unique(np.concatenate(own), return_counts=True)
    return found, count


def _more_said(words: OwnWords, key: NDArray[np.uint64], unmarked: Flags, quoted: Times, plain: Times) -> OwnWords:
    q, p = _looked_up(quoted, key), _looked_up(plain, key)
    others = unmarked & (q > 0) & (q >= MARKED_PART * (q + p))
    if not others.any():
        return words
    return replace(words, said=words.said | spread(others, SAID, len(words.said)))


def _looked_up(times: Times, key: NDArray[np.uint64]) -> Numbers:
    found, count = times
    if not len(found):
        return np.zeros(len(key), dtype=np.int64)
    at = np.minimum(np.searchsorted(found, key), len(found) - 1)
    return np.where(found[at] == key, count[at], 0)


def common_rows(a: OwnWords, b: OwnWords, length: int, free: Flags) -> Iterator[tuple[int, int, int]]:
    """The longest runs (place here, place there, words) of at least `length` equal words, over the `free` words of `a`.

    Runs of which every row stands in many places of `b` are left out.
    """
    here, there = rows(a, length), rows(b, length)
    here_free = np.flatnonzero(within(free, length))
    order = np.argsort(there, kind="stable")
    sorted_there = there[order]
    left = np.searchsorted(sorted_there, here[here_free], side="left")
    count = np.searchsorted(sorted_there, here[here_free], side="right") - left
    kept = (count > 0) & (count <= FREQUENT)
    here_free, left, count = here_free[kept], left[kept], count[kept]
    i = np.repeat(here_free, count)
    j = order[np.repeat(left, count) + np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)]
    by_diagonal = np.lexsort((i, i - j))
    i, j = i[by_diagonal], j[by_diagonal]
    if not len(i):
        return
    breaks = np.flatnonzero((np.diff(i) != 1) | (np.diff(j) != 1)) + 1
    starts, ends = np.concatenate(([0], breaks)), np.concatenate((breaks, [len(i)]))
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield int(i[start]), int(j[start]), end - start + length - 1
