"""The articles that a page describes in JSON-LD, read with the errors that pages make in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

# JSON-LD beyond this is data, not a description of a page.
_LONGEST = 400_000
_DEEPEST = 12
_MOST = 2_000  # objects
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|Posting)$")
# What stands around the data in scripts that are written for readers of HTML, XHTML and JavaScript at once.
_BEFORE = ("<![CDATA[", "<!--", "//", "/*", "*/", ";")
_BEHIND = ("]]>", "-->", "//", "/*", "*/", ";")
_TRAILING = re.compile(r",(?=\s{0,200}[}\]])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "liveBlogUpdate")

Item = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Described:
    """What a page's JSON-LD describes: articles and pages, outermost first, and every object by its `@id`."""

    articles: tuple[Item, ...]
    pages: tuple[Item, ...]
    by_id: Mapping[str, Item]

    def resolved(self, value: object) -> object:
        """The object that a bare reference (`{"@id": "#person"}`) stands for; anything else as it is."""
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    def names(self, value: object) -> tuple[str, ...]:
        """The names in a value that is a string, an object, a reference or a list of those."""
        items = value if isinstance(value, list) else [value]
        found = []
        for item in items[:50]:
            whole = self.resolved(item)
            named = whole.get("name") if isinstance(whole, dict) else whole
            found += [text(one) for one in (named if isinstance(named, list) else [named])[:50]]
        return tuple(dict.fromkeys(name for name in found if name))


def read_jsonld(scripts: Sequence[str]) -> Described:
    """What the scripts describe; what can't be read in them is passed over."""
    articles: list[Item] = []
    pages: list[Item] = []
    by_id: dict[str, Item] = {}
    seen = 0
    for script in scripts:
        for data in _documents(script):
            for item in _objects(data, 0):
                seen += 1
                if seen > _MOST:
                    return Described(tuple(articles), tuple(pages), by_id)
                name = item.get("@id")
                if isinstance(name, str) and "name" in item:
                    by_id.setdefault(name, item)
                if is_of(item, _ARTICLE):
                    articles.append(item)
                elif is_of(item, _PAGE):
                    pages.append(item)
    return Described(tuple(articles), tuple(pages), by_id)


def text(value: object) -> str | None:
    """A string of JSON-LD, entities and tags resolved, white space run together; of a list the first."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(_TAG.sub("", unescape(unescape(value[:5_000]))).split()) or None


def _documents(script: str) -> Iterator[object]:
    """The script's data: as it stands, else without trailing commas, with entities resolved, or piece by piece."""
    if len(script) > _LONGEST:
        return
    bare = _unwrapped(script)
    for attempt in (str, _mended, _unescaped):
        try:
            yield json.loads(attempt(bare), strict=False)
        except (ValueError, RecursionError):
            continue
        return
    yield from _pieces(_mended(bare))


def _unwrapped(script: str) -> str:
    words = script
    for _ in range(4):
        words = words.strip("\ufeff \t\r\n")
        for mark in _BEFORE:
            words = words.removeprefix(mark).lstrip()
        for mark in _BEHIND:
            words = words.removesuffix(mark).rstrip()
    return words


def _mended(words: str) -> str:
    return _TRAILING.sub("", words)


def _unescaped(words: str) -> str:
    return _mended(unescape(words)) if "&quot;" in words else words


def _pieces(words: str) -> Iterator[object]:
    """The objects that stand one behind the other in a script that should hold one."""
    decoder = json.JSONDecoder(strict=False)
    place = words.find("{")
    for _ in range(20):
        if place < 0:
            return
        try:
            data, place = decoder.raw_decode(words, place)
        except (ValueError, RecursionError):
            return
        yield data
        place = words.find("{", place)


def _objects(data: object, depth: int) -> Iterator[Item]:
    """The objects from the outside in, those of lists of other pages last."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in _INNER:
            if key in data:
                yield from _objects(data[key], depth + 1)
        for key in ("author", "publisher", "isPartOf"):
            if isinstance(data.get(key), (dict, list)):
                yield from _objects(data[key], depth + 1)


def is_of(item: Item, kinds: re.Pattern[str]) -> bool:
    """True for an item of a type that one of the kinds is found in."""
    own = item.get("@type")
    return any(isinstance(kind, str) and kinds.search(kind) for kind in (own if isinstance(own, list) else [own]))
