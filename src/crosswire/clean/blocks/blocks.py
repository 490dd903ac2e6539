"""A page's visible lines with where each stands in its markup, from selectolax: besides `tree` the only such module."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

# Elements that don't break a line: their text runs on.
_INLINE = frozenset(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "amp-link", "custom-tag",
    ]
)  # fmt: skip
_STRESSED = frozenset(["b", "strong", "em", "i"])
_PICTURES = frozenset(["img", "picture", "amp-img"])
_AROUND_PICTURES = frozenset(["a", "picture", "span"])  # elements that a picture alone stands in
_CELLS = frozenset(["td", "th"])
# Elements whose inline elements may be pieces of one word: `<p><span>Mac</span><span>Donald</span>`.
_PROSE = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "pre", "td"])
_LONGEST_CELL = 60  # signs; longer ones hold text, as in pages laid out by tables
# Longer names are styles or data written into an attribute.
_LONGEST_NAME = 300
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# Of an element: tag, class, id, role, itemprop.
_Look = tuple[str, str | None, str | None, str | None, str | None]
# Of a line: words, element, inner, linked, links, stressed.
_Line = tuple[str, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements that hold words, in document order, a column for each fact; 0 is the body, which is its own parent.

    A look is an element's tag with its class, id, role and itemprop, a line each (empty when it has none).
    """

    parent: Sequence[int]
    tag: Sequence[str]
    depth: Sequence[int]
    look: Sequence[int]  # its place in `looks`
    hidden: Sequence[bool]
    looks: Sequence[tuple[str, str]]  # a page has few

    def named(self, element: int) -> str:
        """The element's class, id, role and itemprop, a line each; empty when it has none."""
        return self.looks[self.look[element]][1]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The page's visible lines in order, a column for each fact; each stands in one of `elements`."""

    elements: Elements
    words: Sequence[str]
    element: Sequence[int]  # the innermost element around the line that breaks lines
    inner: Sequence[int]  # the innermost element around its first words
    linked: Sequence[int]  # signs in links
    links: Sequence[int]
    stressed: Sequence[int]  # signs in bold or italics
    pictured: Set[int] = frozenset()  # the elements that a picture stands in; the link around it is none

    @property
    def visible(self) -> str:
        """The page's visible text, a line for each block."""
        return "\n".join(self.words)


def read_blocks(body: LexborNode | None) -> Blocks:
    """The lines under `body`, in one walk; elements whose text nobody sees must be off already."""
    if body is None:
        return Blocks(Elements((), (), (), (), (), ()), (), (), (), (), (), ())
    walk = _Walk(body)
    text, blank = walk.text, walk.parts.append
    for node in body.traverse(include_text=True):
        if node.is_text_node:
            words = node.text_content
            if words and not words.isspace():
                text(node, words)
            else:
                blank(" ")  # where it stands between blocks, the line it is added to ends and is stripped
            continue
        tag = node.tag
        if tag in _INLINE:
            if tag == "a":
                walk.links += 1
        elif tag is None or tag[0] == "-":
            walk.aside(node)
        else:
            walk.broken = True
            if tag in _PICTURES:
                walk.pictures.append(node)
    walk.end_line()
    return walk.blocks()


def _look_of(tag: str, attributes: Mapping[str, str | None]) -> _Look:
    if not attributes:
        return (tag, None, None, None, None)
    get = attributes.get
    return (tag, get("class"), get("id"), get("role"), get("itemprop"))


def _names(look: _Look) -> str:
    """The element's class, id, role and itemprop, a line each; empty when all of them are."""
    named = look[1:]
    return "\n".join([(value or "")[:_LONGEST_NAME] for value in named]) if any(named) else ""


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _UNSHOWN.search(style))


class _Walk:
    """What has been read so far, and the line being read."""

    def __init__(self, body: LexborNode) -> None:
        self.index = {body.mem_id: 0}
        self.looks = {_look_of(body.tag or "", body.attributes): 0}
        # Of each element.
        self.parent = [0]
        self.tag = [body.tag or ""]
        self.depth = [0]
        self.look = [0]
        self.hidden = [False]
        self.block = [0]
        self.link = [False]
        self.stress = [False]
        self.pictures: list[LexborNode] = []
        self.lines: list[_Line] = []
        self.broken = True
        self.parts: list[str] = []
        self.at = self.last = -1
        self.inner = self.linked = self.links = self.stressed = 0

    def open(self, node: LexborNode | None) -> int:
        """The element's place; it and those around it are read once words are found in it."""
        around: list[LexborNode] = []
        while node is not None and node.mem_id not in self.index:
            around.append(node)
            node = node.parent
        place = self.index[node.mem_id] if node is not None else 0
        for inside in reversed(around):
            place = self._element(inside, place)
        return place

    def _element(self, node: LexborNode, up: int) -> int:
        place = len(self.tag)
        self.index[node.mem_id] = place
        tag, hidden, attributes = node.tag or "", self.hidden[up], node.attributes
        self.parent.append(up)
        self.tag.append(tag)
        self.depth.append(self.depth[up] + 1)
        self.look.append(self.looks.setdefault(_look_of(tag, attributes), len(self.looks)))
        self.hidden.append(hidden or _is_hidden(attributes))
        self.block.append(self.block[up] if tag in _INLINE else place)
        self.link.append(tag == "a" or self.link[up])
        self.stress.append(tag in _STRESSED or self.stress[up])
        return place

    def aside(self, node: LexborNode) -> None:
        """A comment breaks the line, but not within text, where frameworks set it: "set to<!-- -->Ostra"."""
        before, after = node.prev, node.next
        if before is None or after is None or before.tag != "-text" or after.tag != "-text":
            self.broken = True

    def text(self, node: LexborNode, words: str) -> None:
        parent = node.parent
        element = self.index.get(parent.mem_id, -1) if parent else 0
        if element < 0:
            element = self.open(parent)
        block = self.block[element]
        if not self.broken and block == self.at and element != self.last and self.parts:
            self._part(self.parts[-1][-1], words[0], self.last, element)
        if self.broken or block != self.at:
            self.end_line()
            self.at, self.broken = block, False
        self.parts.append(words)
        self.last = element
        self.inner = self.inner or element
        if self.link[element]:
            self.linked += len(words)
        if self.stress[element]:
            self.stressed += len(words)

    def _part(self, before: str, after: str, last: int, element: int) -> None:
        """Parts inline elements side by side with nothing between, which a page's style shows apart.

        A time, or two links, each have a line; other words but a space: "6 hours ago", "Share", "By Ana Ruiz". What
        stands in text itself may be a word's second half (`<b>W</b>ord`), and so may small letters in two elements.
        """
        if not (before.isalnum() and after.isalnum()):
            return
        one, two = self._siblings(last, element)
        if one == two:
            return
        tags = {self.tag[one], self.tag[two]}
        if "time" in tags:
            self.broken = True
        elif self.tag[self.parent[one]] not in _PROSE and not (
            after.islower() or (before.isupper() and after.isupper())
        ):
            if tags == {"a"}:
                self.broken = True
            else:
                self.parts.append(" ")

    def _siblings(self, one: int, two: int) -> tuple[int, int]:
        """The inline elements around two places that stand in the same element; 0, 0 where one is around the other."""
        parent, depth = self.parent, self.depth
        if self.block[one] == one or self.block[two] == two:
            return 0, 0
        while depth[one] > depth[two]:
            one = parent[one]
        while depth[two] > depth[one]:
            two = parent[two]
        if one == two:
            return 0, 0
        while parent[one] != parent[two]:
            one, two = parent[one], parent[two]
        return one, two

    def end_line(self) -> None:
        """The line is over; white space runs together as in a browser."""
        words = " ".join("".join(self.parts).split()) if self.parts else ""
        if words:
            self.lines.append((words, self.at, self.inner, self.linked, self.links, self.stressed))
        self.parts.clear()
        self.inner = self.linked = self.links = self.stressed = 0

    def blocks(self) -> Blocks:
        looks = [(look[0], _names(look)) for look in self.looks]
        elements = Elements(self.parent, self.tag, self.depth, self.look, self.hidden, looks)
        lines = _with_rows(self.lines, elements)
        words, element, inner, linked, links, stressed = zip(*lines, strict=True) if lines else ((),) * 6
        pictured = {self._holder(node) for node in self.pictures}
        return Blocks(elements, words, element, inner, linked, links, stressed, pictured)

    def _holder(self, picture: LexborNode) -> int:
        """The element that the picture stands in; the body where that one holds no words."""
        node = picture.parent
        while node is not None and node.tag in _AROUND_PICTURES:
            node = node.parent
        return self.index.get(node.mem_id, 0) if node is not None else 0


def _with_rows(lines: list[_Line], elements: Elements) -> list[_Line]:
    """The lines, those of a row of short cells as one: "1 Ruiz 5035" of a table of results is read as a row."""
    first = _row_starts(lines, elements)
    if not first:
        return lines
    joined: list[_Line] = []
    for number, line in enumerate(lines):
        if number not in first:
            joined.append(line)
            continue
        words, element, inner, linked, links, stressed = joined[-1]
        joined[-1] = (f"{words} {line[0]}", element, inner, linked + line[3], links + line[4], stressed + line[5])
    return joined


def _row_starts(lines: list[_Line], elements: Elements) -> set[int]:
    """The lines that belong to the line before: cells behind the first of a row that has one short line a cell."""
    rows: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        row = elements.parent[line[1]]
        if elements.tag[line[1]] in _CELLS and elements.tag[row] == "tr":
            rows.setdefault(row, []).append(number)
    found: set[int] = set()
    for numbers in rows.values():
        cells = {lines[n][1] for n in numbers}
        together = numbers[-1] - numbers[0] + 1 == len(numbers) == len(cells) > 1
        if together and max(len(lines[n][0]) for n in numbers) <= _LONGEST_CELL:
            found.update(numbers[1:])
    return found
