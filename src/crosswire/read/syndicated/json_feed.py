"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from dataclasses import replace

from crosswire.read.syndicated.atom import person_in
from crosswire.read.syndicated.feeds import Feed, judged
from crosswire.read.syndicated.item import Item, address, as_words, with_body
from crosswire.read.values import Object, objects, string


def is_json_feed(value: Object) -> bool:
    """True for an object that is a JSON feed: it says so, or has a version and a list of items."""
    version = value.get("version")
    named = isinstance(version, str) and "jsonfeed" in version
    return named or (isinstance(value.get("items"), list) and "version" in value and "uri" not in value)


def read_json_feed(value: Object, fetched: str | None) -> Feed:
    """The feed and its items. `fetched` is the address it came from, if any."""
    link = address(string(value, "home_page_url"), string(value, "feed_url"), fetched)
    base = link or address(string(value, "feed_url")) or fetched
    title = string(value, "title")
    by = tuple(name for name in _people(value) if name != title)
    items = tuple(_item(item, base, by) for item in objects(value.get("items") or []))
    return Feed(title, base, string(value, "language"), items)


def _item(value: Object, feed: str | None, by: tuple[str, ...]) -> Item:
    number = value.get("id")
    title = string(value, "title")
    bare = Item(
        body="",
        id=string(value, "id") or (str(number) if isinstance(number, int) else None),
        url=address(string(value, "url"), feed) or address(string(value, "external_url"), feed),
        title=as_words(title) if title else None,
        published_at=string(value, "date_published"),
        updated_at=string(value, "date_modified"),
        authors=_people(value) or by,
        language=string(value, "language"),
    )
    if html := string(value, "content_html"):
        return judged(with_body(bare, html, markup=True if "<" in html else None), summary=False)
    if text := string(value, "content_text"):
        return judged(replace(bare, body=text), summary=False)
    summary = string(value, "summary")
    return replace(with_body(bare, summary), partial=True) if summary else bare


def _people(value: Object) -> tuple[str, ...]:
    """The names of the authors: a list of objects (1.1) or one of them (1.0)."""
    those = (*objects(value.get("authors")), *objects(value.get("author")))
    return tuple(dict.fromkeys(name for person in those if (name := person_in(string(person, "name")))))
