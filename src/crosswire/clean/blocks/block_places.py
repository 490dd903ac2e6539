"""Where a page's lines stand in its markup, as numbers: links, containers, order."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.clean.blocks.blocks import Blocks, Elements
from crosswire.clean.lines.traits import window

Column = NDArray[Any]  # numbers, or true and false; laid out as float32 at the end
Places = NDArray[np.int64]

_LEVELS = 4  # containers above a line that are measured
_REACH = 20  # lines


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    """Signs, signs in links, signs of prose, lines of prose, lines: of each line, and of each element with all in it.

    `prose` and `total`: the signs of prose of each line, and of the page.
    """

    line: Column
    element: Column
    prose: Column
    total: float


def around(blocks: Blocks, is_prose: Column) -> NDArray[np.float32]:
    """One row a line: its links, its containers, its place among the page's prose."""
    elements = blocks.elements
    parent, block = np.array(elements.parent, dtype=np.int64), np.array(blocks.element, dtype=np.int64)
    if len(block) == 0:
        return np.zeros((0, 0), dtype=np.float32)
    ends = _ends(elements)
    sums = _sums(blocks, is_prose, block, ends)
    best, most = _best(parent, block, sums.prose, len(elements.tag))
    inside = _inside(ends, best, block)
    outside = _inside(ends, int(parent[best]), block)
    columns = [
        *_own(blocks, sums, parent, block, best, inside, outside),
        *_containers(sums, parent, block),
        *_order(sums, blocks, inside, most),
    ]
    table = np.empty((len(columns), len(block)), dtype=np.float32)
    for place, column in enumerate(columns):
        table[place] = column
    return table.T


def _ends(elements: Elements) -> Places:
    """For each element where those that stand in it end; they follow it, one behind the other."""
    ends = list(range(1, len(elements.tag) + 1))
    parent = elements.parent
    for place in range(len(ends) - 1, 0, -1):
        up = parent[place]
        if ends[up] < ends[place]:
            ends[up] = ends[place]
    return np.array(ends, dtype=np.int64)


def _sums(blocks: Blocks, is_prose: Column, block: Places, ends: Places) -> _Sums:
    signs = np.array([len(words) for words in blocks.words], dtype=np.float32)
    linked = np.minimum(np.array(blocks.linked, dtype=np.float32), signs)
    prose = signs * is_prose * (linked < 0.5 * signs)
    line = np.stack([signs, linked, prose, prose > 0, np.ones_like(signs)], axis=1)
    # What the lines hold that stand in elements before one: all of these are whole numbers, so that a difference of two
    # is exact.
    order = np.argsort(block, kind="stable")
    before = np.zeros((len(block) + 1, line.shape[1]))
    np.cumsum(line[order], axis=0, out=before[1:])
    first = np.searchsorted(block[order], np.arange(len(ends) + 1))
    element = (before[first[ends]] - before[first[:-1]]).astype(np.float32)
    return _Sums(line, element, prose, max(float(prose.sum()), 1.0))


def _best(parent: Places, block: Places, prose: Column, size: int) -> tuple[int, float]:
    """The element that holds most prose in its children, half as much for grandchildren; how much in its children."""
    direct = np.bincount(parent[block], weights=prose, minlength=size)
    further = np.bincount(parent[parent[block]], weights=0.5 * prose, minlength=size)
    return int(np.argmax(direct + further)), float(direct.max())


def _inside(ends: Places, top: int, block: Places) -> Column:
    """For each line whether it stands in `top`."""
    return np.asarray((block >= top) & (block < ends[top]), dtype=np.float32)


def _own(
    blocks: Blocks, sums: _Sums, parent: Places, block: Places, best: int, inside: Column, outside: Column
) -> list[Column | float]:
    signs, linked = np.maximum(sums.line[:, 0], 1), sums.line[:, 1]
    above = parent[block]
    beside, same = np.zeros(len(block) + 1, dtype=bool), np.zeros(len(block), dtype=bool)
    beside[1:-1] = above[1:] == above[:-1]
    same[1:] = block[1:] == block[:-1]
    hidden = np.array([blocks.elements.hidden[element] for element in blocks.element])
    return [
        linked / signs, linked >= 0.9 * signs, np.minimum(np.array(blocks.links), 5) / 5,
        np.array(blocks.stressed) / signs, inside, above == best, same, beside[:-1],
        beside[1:], hidden, outside, block == best,
        parent[above] == best,
    ]  # fmt: skip


def _containers(sums: _Sums, parent: Places, block: Places) -> list[Column | float]:
    """For the line's element and those above it: their share of the prose, of links, how many lines and how long."""
    levels = [block]
    for _ in range(_LEVELS - 1):
        levels.append(parent[levels[-1]])
    signs, linked, prose, sentences, lines = sums.element.T[:, np.array(levels)]
    told = (
        prose / sums.total, linked / np.maximum(signs, 1), np.minimum(sentences, 10) / 10,
        np.log1p(signs / np.maximum(lines, 1)) / 6, np.log1p(lines) / 5,
    )  # fmt: skip
    return [column[level] for level in range(_LEVELS) for column in told]


def _order(sums: _Sums, blocks: Blocks, inside: Column, most: float) -> list[Column | float]:
    """The line's place among the lines, the prose, and the prose of the best container."""
    prose, count, elements = sums.prose, len(blocks.words), blocks.elements
    depth, index = np.array([elements.depth[element] for element in blocks.element], dtype=np.float32), np.arange(count)
    before = (np.cumsum(prose) - prose) / sums.total
    main = np.flatnonzero((inside > 0) & (prose > 0))
    first, last = (int(main[0]), int(main[-1])) if len(main) else (0, count)
    return [
        depth / 30, (depth - depth[main].mean()) / 10 if len(main) else depth * 0, index / max(count - 1, 1), before,
        1 - before - prose / sums.total, np.log1p(_window(prose, 3)) / 6, np.log1p(_window(prose, 10)) / 7,
        _near(index - first), _near(index - last), index < first, index > last,
        math.log1p(sums.total) / 10, min(count, 400) / 400, most / sums.total,
        depth < (depth[main].min() if len(main) else 0),
    ]  # fmt: skip


def _near(steps: Column) -> Column:
    """Steps before and behind as a share of `_REACH`; further off is as far."""
    return np.minimum(np.maximum(steps / _REACH, -1), 1)


def _window(values: Column, reach: int) -> Column:
    """For each line the sum over the lines near it, itself left out."""
    return np.asarray(np.maximum(window(values, reach), 0), dtype=np.float32)
