"""What a page's lines look like by their words and by where they stand in its markup: the table that is decided on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.clean.blocks import block_words
from crosswire.clean.blocks.block_places import around
from crosswire.clean.blocks.block_words import word_traits
from crosswire.clean.blocks.blocks import Blocks, Elements
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
_NEVER_TEXT = _UP["nav"] | _UP["button"] | _UP["select"]
# A link alone in one of these may be text, as may a long one.
_TEXT = frozenset(["p", "h1"])
_LONG_LINK = 100  # signs
# Traits of the lines before and behind that tell about this one: of its words, and of its links and containers.
_NEAR_WORDS = tuple(
    block_words.NAMES.index(name)
    for name in (
        "words_log", "words_16_30", "words_31", "sentence_end", "cut_off", "title_case", "function", "credit",
        "phrase_whole", "phrase_related", "prose",
    )
)  # fmt: skip
_NEAR_PLACES = (0, 1, 2, 4)
_OFFSETS = np.array([0, 2])  # in a table that begins a line before the page
# A page of a hundred thousand lines is decided in pieces, for its table would fill the memory.
_PIECE = 4_000
_LONGEST, _END = 4_000, 60  # signs: a line of megabytes shows what it is by its beginning and its end


@dataclass(frozen=True, slots=True, eq=False)
class BlockTraits:
    """What is known of a page's lines before they are decided; `rows` lays it out.

    `lines`: the places of the lines that are read; the others are links and nothing else. `own`, `named` and `above`
    have a number for each of these: the tag of its element, the set of kinds that its names name and the set of tags
    of all elements around it, with a bit for each. `words`, `places` and `near` have a row for each line of the page.
    """

    lines: Numbers
    words: Table
    places: Table
    near: Table
    own: Numbers
    named: Numbers
    above: Numbers
    kinds: int  # that names may name

    def rows(self, start: int, stop: int) -> Table:
        """The table of the lines read from the `start`-th to the `stop`-th, one row a line."""
        lines, count = self.lines[start:stop], len(self.lines[start:stop])
        near = self.near[lines[:, None] + _OFFSETS].reshape(count, -1)
        own = self.own[start:stop, None] == np.arange(len(_TAGS) + 1)
        named, above = _bits(self.named[start:stop], self.kinds), _bits(self.above[start:stop], len(_ABOVE))
        return np.hstack([self.words[lines], self.places[lines], near, own, named, above], dtype=np.float32)

    def pieces(self) -> Iterator[Table]:
        """The whole table, some thousand rows at a time."""
        for start in range(0, len(self.lines), _PIECE):
            yield self.rows(start, min(start + _PIECE, len(self.lines)))


def block_traits(blocks: Blocks, lexicons: Lexicons) -> BlockTraits:
    """The traits of all lines of a page in markup that are read."""
    above = _tags_above(blocks.elements)
    read = _to_read(blocks, above)
    words = np.zeros((len(blocks.words), len(block_words.NAMES)), dtype=np.float32)
    words[:, 0] = 1
    for start in range(0, len(read), _PIECE):
        piece = read[start : start + _PIECE]
        glanced = [_glance(blocks.words[place]) for place in piece]
        words[piece] = word_traits(glanced, lexicons.furniture, lexicons.function_words)
    places = around(blocks, words[:, -1])
    names = lexicons.element_names
    lines, near = np.array(read, dtype=np.int64), _near(words, places)
    own, named, around_it = _elements(blocks, read, above, names)
    return BlockTraits(lines, words, places, near, own, named, around_it, len(names.kinds))


def _glance(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - _END] + line[-_END:]


def _to_read(blocks: Blocks, above: Sequence[int]) -> list[int]:
    """The lines that may be the report's by their place: all but those of menus, and short links and nothing else.

    A link alone in a paragraph may be its heading, or the address that a sentence ends with.
    """
    tags, columns = blocks.elements.tag, zip(blocks.words, blocks.linked, blocks.element, strict=True)
    return [
        line
        for line, (words, linked, element) in enumerate(columns)
        if not above[element] & _NEVER_TEXT
        and (linked < len(words) or len(words) >= _LONG_LINK or tags[element] in _TEXT)
    ]


def _near(words: Table, places: Table) -> Table:
    """What tells about the lines beside each; an empty line before the first and behind the last."""
    told = np.zeros((len(words) + 2, len(_NEAR_WORDS) + len(_NEAR_PLACES)), dtype=np.float32)
    inner = told[1:-1]
    inner[:, : len(_NEAR_WORDS)] = words[:, _NEAR_WORDS]
    inner[:, len(_NEAR_WORDS) :] = places[:, _NEAR_PLACES]
    return told


def _elements(blocks: Blocks, read: Sequence[int], above: Sequence[int], names: ElementNames) -> Numbers:
    """For each line the tag of its element, what the names of its own elements name, the tags of all around it."""
    elements = blocks.elements
    parent, tags = elements.parent, elements.tag
    table = []
    for line in read:
        block, at = blocks.element[line], blocks.inner[line]
        around = above[at] | above[block]
        named = names.read(elements.named(block)) if block else 0  # what stands on the body names the kind of page
        while at > block:  # the inline elements around the line's first words
            named, at = named | names.read(elements.named(at)), parent[at]
        table.append((_OWN.get(tags[block], len(_TAGS)), named, around))
    return np.array(table, dtype=np.int64).reshape(-1, 3).T


def _tags_above(elements: Elements) -> list[int]:
    """For each element the set of tags of itself and of all around it."""
    own = [_UP.get(tag, 0) for tag, _ in elements.looks]
    found = [0]  # of the body
    for up, look in zip(elements.parent[1:], elements.look[1:], strict=True):
        found.append(found[up] | own[look])
    return found


def _bits(numbers: Numbers, size: int) -> Numbers:
    return (numbers[:, None] >> np.arange(size)) & 1
