"""JSON-LD in a file of its own: schema.org's articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosswire.model.address import site_of
from crosswire.read.syndicated.atom import person_in
from crosswire.read.syndicated.feeds import judged
from crosswire.read.syndicated.item import Item, Refusal, address, as_words, holds_words, with_body
from crosswire.read.values import Object, names, objects, string, strings

# Types of schema.org that are reports. Counter-examples: `WebPage`, `Organization`, `BreadcrumbList` beside them.
ARTICLES = frozenset(
    {
        "Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Report", "BlogPosting",
        "LiveBlogPosting", "SocialMediaPosting",
    }
)  # fmt: skip
_DEEPEST = 3


def is_json_ld(value: Object) -> bool:
    """True for an object that names its vocabulary or its type as JSON-LD does."""
    return "@graph" in value or "@type" in value or "@context" in value


def read_json_ld(value: Object) -> Iterator[Item | Refusal]:
    """The reports that the object is or holds; a refusal for each article without text, or that there is none."""
    found = tuple(_articles(value, 0))
    for article in found:
        yield _article(article)
    if not found:
        kinds = ", ".join(dict.fromkeys(_kinds(value))) or "no type"
        yield Refusal("not-news", f"is JSON-LD without an article ({kinds[:80]}); left out")


def _articles(value: Object, depth: int) -> Iterator[Object]:
    """The articles in the object: itself, those of its graph, the one that its page is about, a live blog's updates."""
    if depth > _DEEPEST:
        return
    updates = objects(value.get("liveBlogUpdate") or [])
    if updates:
        yield from updates
    elif ARTICLES & set(_kinds(value)):
        yield value
    else:
        for name in ("@graph", "mainEntity", "itemListElement", "item"):
            for inner in objects(value.get(name) or []):
                yield from _articles(inner, depth + 1)


def _kinds(value: Object) -> tuple[str, ...]:
    stated = value.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return tuple(name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str))


def _article(value: Object) -> Item | Refusal:
    given = _given(value)
    if body := string(value, "articleBody", "text"):
        item = judged(with_body(given, body), summary=False)
        if holds_words(item):
            return item
    if summary := string(value, "description"):
        item = replace(with_body(given, summary), partial=True)
        if holds_words(item):
            return item
    called = f" ({given.title[:80]})" if given.title else ""
    return Refusal("missing-text", f"holds an article without its text{called}; left out, its page was not fetched")


def _given(value: Object) -> Item:
    """What the article says of itself."""
    headline = string(value, "headline", "name")
    about = value.get("mainEntityOfPage")
    page = about if isinstance(about, str) else next((string(o, "@id", "url") for o in objects(about)), None)
    identity = string(value, "@id")
    publisher, source = (next(iter(_names(value.get(field))), None) for field in ("publisher", "sourceOrganization"))
    return Item(
        body="",
        id=identity if address(identity) else None,
        url=address(string(value, "url")) or address(page) or address(identity),
        title=as_words(headline) if headline else None,
        published_at=string(value, "datePublished", "dateCreated"),
        updated_at=string(value, "dateModified"),
        authors=_people(value.get("author") or value.get("creator")),
        publisher=publisher or source,
        credit=_based_on(value) or (source if publisher and source != publisher else None) or _credited(value),
        language=_language(value.get("inLanguage")),
    )


def _credited(value: Object) -> str | None:
    return string(value, "creditText") or next(iter(_names(value.get("provider"))), None)


def _based_on(value: Object) -> str | None:
    """The house of the work on which the article is based: its publisher's name, else its site."""
    for field in ("isBasedOn", "isBasedOnUrl", "translationOfWork"):
        work = value.get(field)
        named = (name for o in objects(work) for part in ("publisher", "provider") for name in _names(o.get(part)))
        link = next(iter(strings(work)), None) or next((string(o, "url", "@id") for o in objects(work)), None)
        if found := next(named, None) or site_of(address(link) or ""):
            return found
    return None


def _people(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for said in _names(value) if (name := person_in(said))))


def _names(value: object) -> tuple[str, ...]:
    """The names in the field; an address that stands for somebody is none."""
    return tuple(name for name in names(value) if address(name) is None)


def _language(value: object) -> str | None:
    if isinstance(value, str):
        return value
    return next((string(o, "alternateName", "name") for o in objects(value)), None)
