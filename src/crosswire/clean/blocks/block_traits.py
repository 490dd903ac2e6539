"""What a page's lines look like by their words and by where they stand in its markup: the table that is decided on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.clean.blocks import block_words
from crosswire.clean.blocks.block_places import around
from crosswire.clean.blocks.block_words import word_traits
from crosswire.clean.blocks.blocks import Blocks
from crosswire.lexicons.element_names import ElementNames
from crosswire.lexicons.load import Lexicons

Table = NDArray[np.float32]
Numbers = NDArray[np.int64]

_TAGS = (
    "p", "li", "div", "td", "h1", "h2", "h3", "h4", "blockquote", "figcaption", "section", "article", "pre", "dd",
    "body", "th", "dt", "header", "button", "option", "figure", "h5", "h6", "tr",
)  # fmt: skip
_ABOVE = (
    "nav", "aside", "footer", "header", "figure", "form", "table", "ul", "ol", "article", "main", "blockquote",
    "section", "button", "dl", "figcaption", "a", "select", "p", "li",
)  # fmt: skip
_OWN = {tag: place for place, tag in enumerate(_TAGS)}
_UP = {tag: 1 << place for place, tag in enumerate(_ABOVE)}
_MENUS = _UP["nav"] | _UP["footer"]
# Traits of the lines one and two off that tell about this one: of its words, and of its links and containers.
_NEAR_WORDS = tuple(
    block_words.NAMES.index(name)
    for name in (
        "words_log", "words_16_30", "words_31", "sentence_end", "cut_off", "title_case", "function", "credit",
        "phrase_whole", "phrase_related", "prose",
    )
)  # fmt: skip
_NEAR_PLACES = (0, 1, 2, 4)
_OFFSETS = (-2, -1, 1, 2)
# A page of a hundred thousand lines is decided in pieces, for its table would fill the memory.
_PIECE = 4_000
_LONGEST, _END = 4_000, 60  # signs: a line of megabytes shows what it is by its beginning and its end
_WORD = re.compile(r"\w+")
# Every ASCII sign that is no letter, digit, underscore or line break, to a space: much faster than a pattern.
_SPACED = {code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) in "_\n")}
_COMPARED = 400  # signs


@dataclass(frozen=True, slots=True)
class Told:
    """What a page's head tells of its report: title, description, the body as JSON-LD gives it. Empty: nothing."""

    title: str = ""
    description: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Sets:
    """Of each line the set of kinds that names name, `kinds` of them, and of tags: a number each, with a bit for each.

    `own`: of its own elements; `above`: of the one around them; `far`: of all further up; `tags`: of all of them.
    """

    own: Numbers
    above: Numbers
    far: Numbers
    tags: Numbers
    kinds: int


@dataclass(frozen=True, slots=True, eq=False)
class BlockTraits:
    """What is known of a page's lines before they are decided; `rows` lays it out."""

    words: Table
    places: Table
    head: Table
    near: Table
    tags: Numbers
    sets: Sets

    def rows(self, start: int, stop: int) -> Table:
        """The table of the lines from `start` to `stop`, one row a line."""
        tags = np.zeros((stop - start, len(_TAGS) + 1), dtype=np.float32)
        tags[np.arange(stop - start), self.tags[start:stop]] = 1
        named = (self.sets.own, self.sets.above, self.sets.far)
        sets = [_bits(numbers[start:stop], self.sets.kinds) for numbers in named]
        sets.append(_bits(self.sets.tags[start:stop], len(_ABOVE)))
        parts = [self.words, self.places, self.head]
        return np.hstack([*(p[start:stop] for p in parts), *self._near(start, stop), tags, *sets])

    def pieces(self) -> Iterator[Table]:
        """The whole table, some thousand rows at a time."""
        for start in range(0, len(self.words), _PIECE):
            yield self.rows(start, min(start + _PIECE, len(self.words)))

    def _near(self, start: int, stop: int) -> Iterator[Table]:
        for offset in _OFFSETS:
            moved = np.zeros((stop - start, self.near.shape[1]), dtype=np.float32)
            begin, end = max(start + offset, 0), min(stop + offset, len(self.near))
            if begin < end:
                moved[begin - start - offset : end - start - offset] = self.near[begin:end]
            yield moved


def block_traits(blocks: Blocks, told: Told, lexicons: Lexicons) -> BlockTraits:
    """The traits of all lines of a page in markup."""
    sets = _sets(blocks, lexicons.element_names)
    read = np.flatnonzero(~_in_menus(blocks, sets.tags)).tolist()
    words = np.zeros((len(blocks.words), len(block_words.NAMES)), dtype=np.float32)
    words[:, 0] = 1
    for start in range(0, len(read), _PIECE):
        piece = read[start : start + _PIECE]
        lines = [_glance(blocks.words[place]) for place in piece]
        words[piece] = word_traits(lines, lexicons.furniture, lexicons.function_words)
    places = around(blocks, words[:, -1])
    near = np.hstack([words[:, _NEAR_WORDS], places[:, _NEAR_PLACES]])
    return BlockTraits(words, places, _told(blocks.words, told), near, _tags(blocks), sets)


def _glance(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - _END] + line[-_END:]


def _in_menus(blocks: Blocks, tags: Numbers) -> NDArray[np.bool_]:
    """For each line whether it is a link in a menu or footer and nothing else: its words needn't be read."""
    signs = np.array([len(words) for words in blocks.words], dtype=np.int64)
    return (tags & _MENUS > 0) & (np.array(blocks.linked, dtype=np.int64) >= signs)


def _tags(blocks: Blocks) -> Numbers:
    tags = blocks.elements.tag
    return np.array([_OWN.get(tags[element], len(_TAGS)) for element in blocks.element], dtype=np.int64)


def _sets(blocks: Blocks, names: ElementNames) -> Sets:
    """The kinds that names name, and the tags: of the line's own elements, of the one above, of all further up."""
    elements, size = blocks.elements, len(names.kinds)
    told = [_UP.get(tag, 0) << size | names.read(named) for tag, named in elements.looks]
    parent, look = np.array(elements.parent, dtype=np.int64), np.array(elements.look, dtype=np.int64)
    block, inner = np.array(blocks.element, dtype=np.int64), np.array(blocks.inner, dtype=np.int64)
    all_kinds = (1 << size) - 1
    # What stands on the body itself names the kind of page, not of line.
    held = [told[0] & ~all_kinds] if told else []
    for up, own in zip(elements.parent[1:], elements.look[1:], strict=True):
        held.append(held[up] | told[own])
    within = np.array(held, dtype=np.int64)
    named = np.array(told, dtype=np.int64)[look] & all_kinds
    named[:1] = 0
    above = parent[block]
    return Sets(
        _with_inline(named, parent, block, inner),
        named[above],
        within[parent[above]] & all_kinds,
        within[inner] >> size | within[block] >> size,
        size,
    )


def _with_inline(named: Numbers, parent: Numbers, block: Numbers, inner: Numbers) -> Numbers:
    """The kinds that the names of each line's element name, and of the inline ones in it around its first words."""
    found, at = named[block], inner
    while (inside := at > block).any():
        found = np.where(inside, found | named[at], found)
        at = np.where(inside, parent[at], at)
    return found


def _bits(numbers: Numbers, size: int) -> Table:
    return ((numbers[:, None] >> np.arange(size)) & 1).astype(np.float32)


def _told(lines: Sequence[str], told: Told) -> Table:
    """What the page's head says of each line: its title, its description, in its body; and whether it stands twice."""
    said = [words.replace("\n", " ") for words in (told.title, told.description, told.body)]
    title, description, body = map(" ".join, _words_of(said))
    longer = frozenset(word for word in title.split() if len(word) > 3)
    table = np.zeros((len(lines), 6), dtype=np.float32)
    counts = Counter(lines)
    if len(counts) < len(lines):
        table[:, 5] = [counts[line] > 1 for line in lines]
    if not (title or description or body):
        return table
    words = _words_of([line[:_COMPARED] for line in lines])
    flats = list(map(" ".join, words))
    if title:
        table[:, 0] = [len(flat) > 12 and (flat in title or title in flat) for flat in flats]
    if description:
        begins = description[:60]
        table[:, 1] = [len(flat) > 20 and (flat[:60] in description or begins in flat) for flat in flats]
    if body:
        table[:, 2] = 1
        table[:, 3] = [flat != "" and flat in body for flat in flats]
    if longer:
        table[:, 4] = [len(longer.intersection(line)) / len(longer) for line in words]
    return table


def _words_of(lines: Sequence[str]) -> list[list[str]]:
    """The words of each line, which has no line break in it: in small letters, marks off."""
    plain = [line if line.isascii() else "" for line in lines]
    spaced = "\n".join(plain).translate(_SPACED).lower().split("\n")
    return [
        folded.split() if own or not line else " ".join(_WORD.findall(line)).casefold().split()
        for folded, own, line in zip(spaced, plain, lines, strict=True)
    ]
