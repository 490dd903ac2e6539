"""What a page's own metadata says of its report: headline, authors, publisher, address, times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from crosswire.clean.stamps import read_stamp
from crosswire.clean.tree import Meta, Tree
from crosswire.lexicons.calendar import Calendar

# JSON-LD beyond this is data, not a description of a page.
_LONGEST = 400_000
_DEEPEST = 12
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report)$")
_SPLIT = re.compile(r"\s*(?:,\s*and\b|,|;|\||\band\b|&)\s*")
_HOUSE = re.compile(r"^(?:https?://|www\.|@)|\.(?:com|org|net)\b|^\d+$", re.IGNORECASE)

_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "title")
_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date_published", "pubdate",
    "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.created", "dcterms.date", "article.published", "cxenseparse:recs:publishtime", "date", "published_at",
    "published_time_telegram", "article_date_original",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "authors",
    "dcterms.creator",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself; None and empty where it says nothing. Times are ISO prefixes."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None


def read_metadata(tree: Tree, *, calendar: Calendar) -> Metadata:
    """The page's metadata: JSON-LD first, then meta elements, then heading, title and `time`."""
    article = next((a for a in _articles(tree.scripts)), {})
    metas = {meta.name: meta for meta in reversed(tree.metas)}
    return Metadata(
        headline=_text(article.get("headline")) or _first(metas, _TITLES) or tree.heading or tree.title,
        authors=_names(article.get("author")) or _meta_authors(tree.metas),
        publisher=_name(article.get("publisher")) or _first(metas, _SITES),
        url=_address(article) or _first(metas, ("og:url",)) or tree.canonical,
        published=_iso(_text(article.get("datePublished")), calendar)
        or _iso(_first(metas, _PUBLISHED), calendar)
        or _iso(tree.time, calendar),
        updated=_iso(_text(article.get("dateModified")), calendar) or _iso(_first(metas, _UPDATED), calendar),
        language=(tree.language or "").split("-")[0].lower() or None,
    )


def _articles(scripts: Sequence[str]) -> Iterator[Mapping[str, object]]:
    """The article objects of the page's JSON-LD, outermost first; what can't be read is passed over."""
    for script in scripts:
        if len(script) > _LONGEST:
            continue
        try:
            data = json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _within(data, 0)


def _within(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _within(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            if key in data:
                yield from _within(data[key], depth + 1)


def _text(value: object) -> str | None:
    """A string of JSON-LD, entities resolved, white space run together; of a list the first."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return (" ".join(unescape(value).split()) or None) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        return _text(value.get("name"))
    return None


def _names(value: object) -> tuple[str, ...]:
    """The authors' names; "A and B" given as one is two."""
    items = value if isinstance(value, list) else [value]
    raw = [_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in items]
    return _people(name for name in raw if name)


def _meta_authors(metas: Sequence[Meta]) -> tuple[str, ...]:
    for wanted in _AUTHORS:
        found = _people(meta.content for meta in metas if meta.name == wanted)
        if found:
            return found
    return ()


def _people(raw: Iterator[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in raw:
        for part in _SPLIT.split(re.sub(r"^(?:[Bb]y|BY)\s+", "", unescape(text).strip())):
            if part and not _HOUSE.search(part) and len(part) < 60:
                found.setdefault(" ".join(part.split()))
    return tuple(found)


def _address(article: Mapping[str, object]) -> str | None:
    value = article.get("url")
    return value if isinstance(value, str) and value.startswith("http") else None


def _first(metas: Mapping[str, Meta], names: Sequence[str]) -> str | None:
    return next((" ".join(unescape(metas[n].content).split()) for n in names if n in metas), None)


def _iso(value: str | None, calendar: Calendar) -> str | None:
    """The time as an ISO prefix with the offset that it states; None when it can't be read for sure."""
    stamp = read_stamp(value[:80], calendar=calendar) if value else None
    return stamp.value if stamp else None
