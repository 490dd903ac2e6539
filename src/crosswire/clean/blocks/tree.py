"""A page's markup parsed once, from selectolax: besides `blocks` the only module that knows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from crosswire.clean.blocks.blocks import Blocks, read_blocks

# Elements whose text no reader of the page sees.
_UNSEEN = ["script", "style", "noscript", "template", "svg", "iframe", "head", "object", "math"]
# Of a page whose whole body stands in one of those (a `noscript` that is never closed) only these are left out.
_NEVER_SEEN = ["script", "style", "template", "head"]
# Never words of the page, wherever they stand: a heading may hold a style sheet.
_NEVER_READ = ["script", "style", "template"]
# Elements that say who wrote the page, the surest first.
_SIGNED = (
    '[rel~="author"]', '[itemprop~="author"]', '[class*="byline" i]', '[class*="author" i]', '[class*="autor" i]',
    '[class*="auteur" i]',
)  # fmt: skip
_MOST_HEADINGS, _MOST_BYLINES = 20, 12
_LONGEST_HEADING = 400  # signs
# Deeper markup is broken or hostile, and parsers take time that grows with the square of it.
_DEEPEST = 1_500
_FEWEST_TAGS = 20_000
# No `<` inside: `<a <a <a …` without an end must not be searched to the end of the page from every one of them.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "option",
        "dd",
        "dt",
    ]
)
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


def too_deep(markup: str) -> bool:
    """True when elements are nested deeper than any page's: such markup is read by its text alone."""
    if markup.count("<") < _FEWEST_TAGS:
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


def parse(markup: str) -> Tree:
    """The page's tree, read once. Never fails: lexbor makes a tree of anything."""
    parser = LexborHTMLParser(markup)
    scripts = tuple(n.text() for n in parser.css('script[type="application/ld+json"]'))
    metas = tuple(_metas(parser))
    parser.strip_tags(_NEVER_READ)
    title, heading = parser.css_first("title"), parser.css_first("h1")
    canonical, html = parser.css_first('link[rel="canonical"]'), parser.css_first("html")
    stamp = parser.css_first("time[datetime]")
    first_time = (stamp.attributes.get("datetime") or "") if stamp else ""
    address = (canonical.attributes.get("href") or "") if canonical else ""
    language = (html.attributes.get("lang") or "") if html else ""
    name = " ".join(title.text().split()) if title else ""
    top = " ".join(heading.text(separator=" ").split()) if heading else ""
    headings, bylines = _texts(parser, ("h1",), _MOST_HEADINGS), _texts(parser, _SIGNED, _MOST_BYLINES)
    blocks = _shown(parser, _UNSEEN)
    blocks = blocks if blocks.words else _shown(LexborHTMLParser(markup), _NEVER_SEEN)
    return Tree(
        blocks, blocks.visible, scripts, metas, name or None, address or None, language or None, top or None,
        first_time or None, headings, bylines,
    )  # fmt: skip


def _shown(parser: LexborHTMLParser, unseen: list[str]) -> Blocks:
    """The page's lines without the `unseen` elements; takes the tree apart."""
    parser.strip_tags(unseen)
    return read_blocks(parser.body)


def _texts(parser: LexborHTMLParser, selectors: Sequence[str], most: int) -> tuple[str, ...]:
    """The words of the first elements that the selectors find, in their order; long and empty ones left out."""
    found: dict[str, None] = {}
    for selector in selectors:
        for node in parser.css(selector)[: 4 * most]:
            words = " ".join(node.text(separator=" ").split())
            if 0 < len(words) <= _LONGEST_HEADING:
                found.setdefault(words)
    return tuple(found)[:most]


def _metas(parser: LexborHTMLParser) -> Iterator[Meta]:
    for node in parser.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            yield Meta(name.lower(), content.strip())


def _joined(blocks: list[str]) -> str:
    """The blocks as lines, white space run together as a browser does, empty ones left out."""
    return "\n".join(line for block in blocks if (line := " ".join(block.split())))
