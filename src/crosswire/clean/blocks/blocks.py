"""A page's visible lines with where each stands in its markup, from selectolax: besides `tree` the only such module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
_NAMED_BY = frozenset(["class", "id", "role", "itemprop"])
_CELLS = frozenset(["td", "th"])
# Elements whose inline elements may be pieces of one word: `<p><span>Mac</span><span>Donald</span>`.
_PROSE = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "pre", "td"])
_LONGEST_CELL = 60  # signs; longer ones hold text, as in pages laid out by tables
# Longer names are styles or data written into an attribute.
_LONGEST_NAME = 300

# Of a line: words, element, inner, linked, links, stressed.
_Line = tuple[str, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Elements:
    """The page's elements in document order, a column for each fact; 0 is the body, which is its own parent."""

    parent: Sequence[int]
    tag: Sequence[str]
    depth: Sequence[int]
    named: Sequence[str]  # its class, id, role and itemprop, a line each; empty when it has none
    hidden: Sequence[bool]


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

    @property
    def visible(self) -> str:
        """The page's visible text, a line for each block."""
        return "\n".join(self.words)


def read_blocks(body: LexborNode | None) -> Blocks:
    """The lines under `body`, in one walk; elements whose text nobody sees must be off already."""
    walk = _Walk()
    if body is not None:
        text, element = walk.text, walk.element
        for node in body.traverse(include_text=True):
            tag = node.tag
            if tag == "-text":
                text(node)
            elif tag is None or tag[0] == "-":
                walk.aside(node)
            else:
                element(node, tag)
        walk.end_line()
    return walk.blocks()


def _names(attributes: Mapping[str, str | None]) -> str:
    """The element's class, id, role and itemprop, a line each; empty when all of them are."""
    get = attributes.get
    values = (get("class") or "", get("id") or "", get("role") or "", get("itemprop") or "")
    return "\n".join([value[:_LONGEST_NAME] for value in values]) if any(values) else ""


class _Walk:
    """What has been read so far, and the line being read."""

    def __init__(self) -> None:
        self.index: dict[int, int] = {}
        # Of each element.
        self.parent: list[int] = []
        self.tag: list[str] = []
        self.depth: list[int] = []
        self.named: list[str] = []
        self.hidden: list[bool] = []
        self.block: list[int] = []
        self.link: list[bool] = []
        self.stress: list[bool] = []
        self.lines: list[_Line] = []
        self.broken = True
        self.parts: list[str] = []
        self.at = self.last = -1
        self.inner = self.linked = self.links = self.stressed = 0

    def element(self, node: LexborNode, tag: str) -> None:
        place = len(self.tag)
        self.index[node.mem_id] = place
        parent = node.parent
        up = self.index.get(parent.mem_id, 0) if place and parent else 0
        inline = tag in _INLINE and place > 0
        if not inline:
            self.broken = True
        elif tag == "a":
            self.links += 1
        named, hidden = "", False
        attributes = node.attributes
        if attributes:
            if not _NAMED_BY.isdisjoint(attributes):
                named = _names(attributes)
            style = attributes.get("style")
            hidden = "hidden" in attributes or bool(style and "display:none" in style.replace(" ", "").lower())
        self.parent.append(up)
        self.tag.append(tag)
        self.named.append(named)
        if place == 0:
            self.depth.append(0)
            self.block.append(0)
            self.link.append(False)
            self.stress.append(False)
            self.hidden.append(False)
            return
        self.depth.append(self.depth[up] + 1)
        self.block.append(self.block[up] if inline else place)
        self.link.append(tag == "a" or self.link[up])
        self.stress.append(tag in _STRESSED or self.stress[up])
        self.hidden.append(hidden or self.hidden[up])

    def aside(self, node: LexborNode) -> None:
        """A comment breaks the line, but not within text, where frameworks set it: "set to<!-- -->Ostra"."""
        before, after = node.prev, node.next
        if before is None or after is None or before.tag != "-text" or after.tag != "-text":
            self.broken = True

    def text(self, node: LexborNode) -> None:
        words = node.text_content or ""
        if not words or words.isspace():
            # Where it stands between blocks, the line it is added to ends and is stripped.
            self.parts.append(" ")
            return
        parent = node.parent
        element = self.index.get(parent.mem_id, 0) if parent else 0
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
        self.parts = []
        self.inner = self.linked = self.links = self.stressed = 0

    def blocks(self) -> Blocks:
        elements = Elements(self.parent, self.tag, self.depth, self.named, self.hidden)
        lines = _with_rows(self.lines, elements)
        words, element, inner, linked, links, stressed = zip(*lines, strict=True) if lines else ((),) * 6
        return Blocks(elements, words, element, inner, linked, links, stressed)


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
