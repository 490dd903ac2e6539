"""Entries of RSS 0.9 to 2.0, of RSS 1.0 (RDF) and of CDF."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model.address import site_of
from crosswire.read.syndicated.atom import (
    Fields,
    bases,
    content_of,
    fields_of,
    first_words,
    link_of,
    people_of,
    title_of,
)
from crosswire.read.syndicated.feeds import Feed, judged
from crosswire.read.syndicated.item import Item, address, holds_words, with_body
from crosswire.read.syndicated.xml import Element, as_html, attribute, local, raw, words

# Where the whole text stands, and where what may be a summary; the first that holds words is taken.
_WHOLE = ("content:encoded", "fullitem", "xhtml:body", "body", "xhtml:div", "content")
_OPEN = ("description", "dc:description", "summary", "abstract", "itunes:summary", "media:description")
_PUBLISHED = ("pubdate", "dc:date", "dcterms:issued", "published", "issued", "dcterms:created", "created")
# Roles of `media:credit` that supply an entry; "photographer" and the like are a picture's.
_SUPPLIES = frozenset({"agency", "provider", "source", "syndicator", "distribution company", "news agency"})
_UPDATED = ("dcterms:modified", "updated", "modified")


def read_rss(root: Element, fetched: str | None) -> Feed:
    """The feed and its items, wherever they stand. `fetched` is the address it came from, if any."""
    channel = next((e for e in root.iter() if local(e) == "channel"), root)
    fields = fields_of(channel)
    link = link_of(fields, channel, fetched) or address(attribute(channel, "href"), fetched)
    language = first_words(fields, ("language", "dc:language")) or attribute(root, "lang") or attribute(channel, "lang")
    items = tuple(_item(element, link or fetched) for element in root.iter() if local(element) in ("item", "entry"))
    return Feed(title_of(fields), link or fetched, language, items)


def _item(element: Element, feed: str | None) -> Item:
    fields = fields_of(element)
    guid = first_words(fields, ("guid", "id", "dc:identifier")) or attribute(element, "about")
    url = _link(element, fields, guid, feed)
    supplied = _syndicated(fields, url, feed)
    bare = Item(
        body="",
        id=guid,
        url=url,
        title=title_of(fields),
        published_at=first_words(fields, _PUBLISHED),
        updated_at=first_words(fields, _UPDATED) or attribute(element, "lastmod"),
        authors=people_of(fields),
        publisher=None if supplied else first_words(fields, ("source", "dc:publisher")),
        credit=supplied or first_words(fields, ("dc:source", "dcterms:source")) or _supplier(fields),
        language=first_words(fields, ("dc:language", "language")) or attribute(element, "lang"),
    )
    whole = _filled(bare, fields, _WHOLE)
    told = _filled(bare, fields, _OPEN)
    if whole and (told is None or len(whole.body) >= len(told.body)):
        return judged(whole, summary=False)
    # A body shorter than the description before it is a picture's markup, or the description once more.
    return judged(told, summary=whole is None or told.body != whole.body) if told else bare


def _syndicated(fields: Fields, url: str | None, feed: str | None) -> str | None:
    """Whose text a page of the feed's own site is, as its `source` says: another site's, or another's name.

    In a collection of others' pages `source` is whose page it is: that stands on another site than the feed.
    """
    ours = site_of(url or "")
    theirs = next((site_of(attribute(e, "url") or "") for e in fields.get("source", ())), None)
    if not ours or ours != site_of(feed or "") or theirs in (None, ours):
        return None
    return first_words(fields, ("source",)) or theirs


def _supplier(fields: Fields) -> str | None:
    """The house that a feed's media credits name for the entry itself; most name who took its picture."""
    for element in fields.get("media:credit", ()):
        if (attribute(element, "role") or "").lower() in _SUPPLIES:
            return words(element)
    return None


def _filled(item: Item, fields: Fields, names: Sequence[str]) -> Item | None:
    """The item with the body that the first of these elements with words in it holds."""
    for wanted in names:
        for element in fields.get(wanted, ()):
            filled = with_body(item, as_html(element).strip(), markup=True) if len(element) else _plain(item, element)
            if holds_words(filled):
                return filled
    return None


def _plain(item: Item, element: Element) -> Item:
    if attribute(element, "type") or attribute(element, "mode"):
        return content_of(item, element)
    return with_body(item, raw(element).strip())


def _link(element: Element, fields: Fields, guid: str | None, feed: str | None) -> str | None:
    """The page's address: the link (the one before a counting service came between), else a guid that is one."""
    original = address(first_words(fields, ("feedburner:origlink",)))
    if found := original or link_of(fields, element, feed) or address(attribute(element, "href"), feed):
        return found
    named = [e for e in fields.get("guid", ()) if attribute(e, "ispermalink") != "false"]
    return address(guid, *bases(element)) if named or "guid" not in fields else None
