"""What a page's own metadata says of its report: headline, authors, publisher, address, times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from crosswire.clean.blocks.tree import Meta, Tree
from crosswire.clean.clocks.meta_times import MetaTimes, meta_times
from crosswire.clean.header.authors import authors_of
from crosswire.clean.header.jsonld import Described, Item, read_jsonld, text
from crosswire.clean.header.sources import stated_sources
from crosswire.clean.header.titles import Source, Stated, Titles, bare_title, choose_title, site_in_title, site_keys
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.model.address import host_of, own_address
from crosswire.model.page import Page
from crosswire.model.report import Credit

_TITLES = (
    "og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title",
)  # fmt: skip
_AUTHORS = (
    "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "authors", "dcterms.creator",
)  # fmt: skip
_NO_TIMES = MetaTimes()
_SITES = ("og:site_name", "dc.publisher", "publisher", "application-name", "al:ios:app_name", "twitter:app:name:iphone")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself; None and empty where it says nothing.

    `headline` is the best of the headlines it states, `titles` all their forms. `authors` are as named, roles and
    addresses off; houses and agencies among them stay. `language` is what the markup declares, often wrongly.
    `sources` are the houses that it names as those whose text it is. `canonical` is the address that the markup
    gives for the page, wherever it was found.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    times: MetaTimes = _NO_TIMES
    language: str | None = None
    titles: tuple[str, ...] = ()
    sites: frozenset[str] = frozenset()
    sources: tuple[Credit, ...] = ()
    canonical: str | None = None


def read_metadata(tree: Tree, *, lexicons: Lexicons, url: str | None = None) -> Metadata:
    """The page's metadata: JSON-LD first, then meta elements, then headings, title and `time`.

    `url` is the page's address where it is known from elsewhere.
    """
    described = read_jsonld(tree.scripts)
    metas = {meta.name: meta for meta in reversed(tree.metas)}
    article = _article(described, _first(metas, _TITLES) or tree.heading or tree.title)
    address = url or _address(article) or _first(metas, ("og:url",)) or tree.canonical
    host = host_of(own_address(address or ""))
    names = (*described.names(article.get("publisher")), *(_first(metas, (name,)) for name in _SITES))
    publisher = _publisher(names, host, lexicons)
    sites = site_keys((*names, publisher), (host,) if host else ())
    titles = _titles(tree, article, metas, sites, lexicons)
    writers = described.names(article.get("author") or article.get("creator"))
    signed = tuple(meta for wanted in _AUTHORS for meta in _all(tree.metas, wanted))
    return Metadata(
        headline=titles.best,
        authors=authors_of(writers, signed, tree.bylines, lexicons=lexicons, sites=sites),
        publisher=publisher or _in_title(tree, titles.best, lexicons),
        url=address,
        times=meta_times(tree, article),
        language=_language(tree, article, metas),
        titles=titles.forms,
        sites=sites,
        sources=stated_sources(tree, described, article, writers or signed, address=address, lexicons=lexicons),
        canonical=tree.canonical or _first(metas, ("og:url",)),
    )


def _in_title(tree: Tree, headline: str | None, lexicons: Lexicons) -> str | None:
    """The site's name beside the headline in the page's title."""
    if not headline or not tree.title:
        return None
    return site_in_title(tree.title, headline, tree.visible, lexicons.media_words)


def metadata_of(page: Page, tree: Tree | None, *, lexicons: Lexicons) -> Metadata:
    """What the page's container says of it, else its markup: title, authors, publisher, address, language."""
    found = read_metadata(tree, lexicons=lexicons, url=page.url) if tree else Metadata()
    url = page.url or found.url
    host = host_of(own_address(url or page.publisher or ""))
    sites = found.sites | site_keys((page.publisher,), (host,) if host else ())
    given = bare_title(page.title, media=lexicons.media_words, sites=sites) if page.title else None
    return replace(
        found,
        headline=given or found.headline,
        titles=(given, page.title, *found.titles) if given and page.title else found.titles,
        authors=_given_authors(page, sites, lexicons) or found.authors,
        publisher=page.publisher or found.publisher,
        url=url,
        sites=sites,
    )


def _given_authors(page: Page, sites: frozenset[str], lexicons: Lexicons) -> tuple[str, ...]:
    """Who wrote it, as the page's container says: the user's own names as they are, a feed's read like a page's.

    "By Edda Varga and Milo Straten, Reuters" in a feed names two persons.
    """
    return authors_of(page.authors, (), (), lexicons=lexicons, sites=sites) if page.alone else page.authors


def _article(described: Described, title: str | None) -> Item:
    """The object that describes this page's article: the first one, unless only a later one has the page's title."""
    own = frozenset(words_of(title or ""))

    def fits(item: Item) -> bool:
        words = frozenset(words_of(text(item.get("headline") or item.get("name")) or ""))
        return 2 * len(words & own) > min(len(words), len(own))

    articles = described.articles or described.pages
    return next((a for a in articles if fits(a)), articles[0] if articles else {})


def _titles(tree: Tree, article: Item, metas: Mapping[str, Meta], sites: frozenset[str], lexicons: Lexicons) -> Titles:
    """The headline that the page states here and there."""
    shared = _first(metas, _TITLES)
    stated = [
        (text(article.get("headline")), Source.DATA),
        *((heading, Source.HEADING) for heading in tree.headings),
        (shared, Source.SHARED),
        (tree.title, Source.TITLE),
    ]
    found = [Stated(words, source) for words, source in stated if words]
    return choose_title(found, tree.visible.split("\n"), media=lexicons.media_words, sites=sites)


def _publisher(names: Sequence[str | None], host: str, lexicons: Lexicons) -> str | None:
    """The first name that is one: no address, no software that pages are made with."""
    outlet = lexicons.outlets.of_domain(host)
    for name in names:
        if not name or lexicons.media_words.is_platform(name):
            continue
        if "://" not in name and not name.startswith("www."):
            return name
        outlet = outlet or lexicons.outlets.of_domain(host_of(name))
    return outlet.name if outlet else None


def _language(tree: Tree, article: Item, metas: Mapping[str, Meta]) -> str | None:
    """The language that the page declares, as its ISO 639 code."""
    declared = tree.language or text(article.get("inLanguage")) or _first(metas, ("og:locale", "content-language"))
    code = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    return code if code.isalpha() and len(code) in (2, 3) else None


def _all(metas: Sequence[Meta], wanted: str) -> Iterator[str]:
    return (" ".join(unescape(meta.content).split()) for meta in metas if meta.name == wanted)


def _address(article: Item) -> str | None:
    value = article.get("url")
    return value if isinstance(value, str) and value.startswith("http") else None


def _first(metas: Mapping[str, Meta], names: Sequence[str]) -> str | None:
    return next((words for n in names if n in metas and (words := " ".join(unescape(metas[n].content).split()))), None)
