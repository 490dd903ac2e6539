"""A page's markup parsed once, from selectolax: besides `blocks` the only module that knows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from selectolax.lexbor import LexborHTMLParser, LexborNode

from crosswire.clean.blocks.blocks import Blocks, read_blocks

# Elements whose text no reader of the page sees.
_UNSEEN = ["script", "style", "noscript", "template", "svg", "iframe", "head", "object", "math"]
# Of a page whose whole body stands in one of those (a `noscript` that is never closed) only these are left out.
_NEVER_SEEN = ["script", "style", "template", "head"]
# Never words of the page, wherever they stand: a heading may hold a style sheet.
_NEVER_READ = ["script", "style", "template"]
_NO_WORDS = frozenset([*_NEVER_READ, "meta", "link"])
_JSONLD = "application/ld+json"
# All that is asked of the tree, in one search; the attributes are those by which elements may name who wrote it.
_ASKED = (
    f'script[type="{_JSONLD}"], html, title, meta, link[rel="canonical"], h1, time[datetime], [rel~="author"],'
    '[itemprop~="author"], [class*="byline" i], [class*="aut" i]'
)
# Of a class, the surest first; `rel` and `itemprop` are surer still.
_SIGNED = ("byline", "author", "autor", "auteur")
_UNSIGNED = 9
_MOST_HEADINGS, _MOST_BYLINES = 20, 12
_LONGEST_HEADING = 400  # signs
# Deeper markup is broken or hostile, and parsers take time that grows with the square of it.
_DEEPEST = 1_500
_FEWEST_TAGS = 20_000
# No `<` inside: `<a <a <a …` without an end must not be searched to the end of the page from every one of them.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "td", "tr", "th", "option", "dd", "dt",
])  # fmt: skip
_STRIPPED = re.compile(r"(?is)<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Meta:
    """A `meta` element's name (or property) and content."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Tree:
    """What the parsed page holds: its lines and where they stand, JSON-LD blocks, metas, a few others.

    `headings` are the words of its top headings (`h1`), `bylines` of the elements marked as naming who wrote it.
    """

    blocks: Blocks
    visible: str
    scripts: tuple[str, ...]
    metas: tuple[Meta, ...]
    title: str | None
    canonical: str | None
    language: str | None
    heading: str | None
    time: str | None
    headings: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()


def too_deep(markup: str, encoded: bytes) -> bool:
    """True when elements are nested deeper than any page's: such markup is read by its text alone."""
    if np.count_nonzero(np.frombuffer(encoded, dtype=np.uint8) == ord("<")) < _FEWEST_TAGS:
        return False
    depth = 0
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        if match[3] or name in _VOID:
            continue
        depth += -1 if match[1] else 1
        if depth > _DEEPEST:
            return True
    return False


def text_alone(markup: str) -> str:
    """The text of markup with all tags off, a line for each tag; for what can't be parsed."""
    return _joined(_STRIPPED.sub("\n", markup).split("\n"))


def parse(markup: str | bytes) -> Tree:
    """The page's tree, read once; bytes are UTF-8. Never fails: lexbor makes a tree of anything."""
    parser = LexborHTMLParser(markup)
    found = {node.mem_id: node for node in parser.css(_ASKED)}.values()  # some come several times
    asked: dict[str, list[LexborNode]] = defaultdict(list)
    for node in found:
        asked[node.tag or ""].append(node)
    scripts = tuple(node.text() for node in asked["script"] if _is_jsonld(node))
    shown = [node for node in found if node.tag not in _NO_WORDS]
    parser.strip_tags(_NEVER_READ)
    metas = tuple(_metas(asked["meta"]))
    title, heading = (next(map(_words, asked[tag]), "") or None for tag in ("title", "h1"))
    canonical = _first("href", (node for node in asked["link"] if _is_canonical(node)))
    language = _first("lang", asked["html"])
    time = _first("datetime", (node for node in asked["time"] if "datetime" in node.attributes))
    headings = _texts([asked["h1"]], _MOST_HEADINGS)
    bylines = _bylines(shown)
    blocks = _shown(parser, _UNSEEN)
    blocks = blocks if blocks.words else _shown(LexborHTMLParser(markup), _NEVER_SEEN)
    return Tree(
        blocks, blocks.visible, scripts, metas, title, canonical, language, heading, time, headings, bylines
    )  # fmt: skip


def _bylines(nodes: Iterable[LexborNode]) -> tuple[str, ...]:
    """The words of the elements that say that they name who wrote the page, the surest first."""
    signed: dict[int, list[LexborNode]] = defaultdict(list)
    for node in nodes:
        signed[_signature(node.attributes)].append(node)
    signed.pop(_UNSIGNED, None)
    return _texts([signed[rank] for rank in sorted(signed)], _MOST_BYLINES)


def _signature(attributes: Mapping[str, str | None]) -> int:
    """How an element says that it names who wrote the page, the surest first; `_UNSIGNED` when it does not."""
    if "author" in (attributes.get("rel") or "").lower().split():
        return 0
    if "author" in (attributes.get("itemprop") or "").split():
        return 1
    named = (attributes.get("class") or "").lower()
    return next((rank for rank, word in enumerate(_SIGNED, 2) if word in named), _UNSIGNED)


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _first(attribute: str, nodes: Iterable[LexborNode]) -> str | None:
    return next((node.attributes.get(attribute) or None for node in nodes), None)


def _is_jsonld(script: LexborNode) -> bool:
    return (script.attributes.get("type") or "").lower() == _JSONLD


def _is_canonical(link: LexborNode) -> bool:
    return (link.attributes.get("rel") or "").lower() == "canonical"


def _texts(found: Sequence[Sequence[LexborNode]], most: int) -> tuple[str, ...]:
    """The words of the first of each group of elements, in their order; long and empty ones left out."""
    texts = dict.fromkeys(_words(node) for nodes in found for node in nodes[: 4 * most])
    return tuple(words for words in texts if 0 < len(words) <= _LONGEST_HEADING)[:most]


def _metas(nodes: Sequence[LexborNode]) -> Iterator[Meta]:
    for node in nodes:
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            yield Meta(name.lower(), content.strip())


def _shown(parser: LexborHTMLParser, unseen: list[str]) -> Blocks:
    """The page's lines without the `unseen` elements; takes the tree apart."""
    parser.strip_tags(unseen)
    return read_blocks(parser.body)


def _joined(blocks: list[str]) -> str:
    """The blocks as lines, white space run together as a browser does, empty ones left out."""
    return "\n".join(line for block in blocks if (line := " ".join(block.split())))
