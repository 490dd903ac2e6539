"""Entries of Atom 0.3 and 1.0, and the Atom elements that other feeds borrow."""

from __future__ import annotations

import base64
import binascii
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.model.address import site_of
from crosswire.read.decode import decode
from crosswire.read.syndicated.feeds import Feed, judged
from crosswire.read.syndicated.item import Item, address, as_words, with_body
from crosswire.read.syndicated.xml import Element, as_html, attribute, local, name, raw, words

# The elements of an entry by their names; those of Atom's namespace stand under their bare names.
Fields = Mapping[str, Sequence[Element]]

_MAIL = re.compile(r"[^\s()<>,;@\"]+@[^\s()<>,;@\"]+")
_TEXT_TYPE = re.compile(r"text/|\w+/(?:[\w.]+\+)?xml\b")
_PUBLISHED = ("published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created")
_UPDATED = ("updated", "modified", "dcterms:modified")


def read_atom(root: Element, fetched: str | None) -> Feed:
    """The feed and its entries. `fetched` is the address it came from, if any."""
    entries = [root] if local(root) == "entry" else [e for e in root.iter() if local(e) == "entry" and _own(e)]
    fields = fields_of(root)
    title, link = title_of(fields), link_of(fields, root, fetched)
    by = tuple(person for person in people_of(fields) if person != title)
    items = tuple(_item(entry, link or fetched, by) for entry in entries)
    return Feed(title, link or fetched, attribute(root, "lang"), items)


def _own(entry: Element) -> bool:
    """False for an entry that stands inside another's content."""
    parent = entry.getparent()
    return parent is None or local(parent) != "content"


def _item(entry: Element, feed: str | None, by: tuple[str, ...]) -> Item:
    fields = fields_of(entry)
    identity = first_words(fields, ("id",))
    bare = Item(
        body="",
        id=identity,
        url=link_of(fields, entry, feed) or address(identity),
        title=title_of(fields),
        published_at=first_words(fields, _PUBLISHED),
        updated_at=first_words(fields, _UPDATED),
        authors=people_of(fields) or by,
        publisher=_source_title(fields),
        credit=_via(fields, entry, feed),
        language=attribute(entry, "lang"),
    )
    for kind in ("content", "summary", "media:description"):
        for element in fields.get(kind, ()):
            filled = content_of(bare, element)
            if filled.body.strip():
                return judged(filled, summary=False) if kind == "content" else replace(filled, partial=True)
    return bare


def fields_of(element: Element) -> Fields:
    """The children of an element by name; Atom's own namespace is left off."""
    fields: defaultdict[str, list[Element]] = defaultdict(list)
    for child in element:
        fields[name(child).removeprefix("atom:")].append(child)
    return fields


def first_words(fields: Fields, names: Sequence[str]) -> str | None:
    """The words of the first of these elements that has any."""
    return next((found for wanted in names for element in fields.get(wanted, ()) if (found := words(element))), None)


def title_of(fields: Fields) -> str | None:
    """The title's words, its HTML taken off once; None where it has none."""
    for wanted in ("title", "dc:title", "media:title"):
        for element in fields.get(wanted, ()):
            filled = content_of(Item(""), element)
            found = as_words(filled.body) if filled.markup else " ".join(filled.body.split())
            if found:
                return found
    return None


def link_of(fields: Fields, within: Element, base: str | None) -> str | None:
    """The address of the page: of several links the one that is an alternate in HTML; None where none is given."""
    links = [
        e for e in fields.get("link", ()) if (attribute(e, "rel") or "alternate").rpartition("/")[2] == "alternate"
    ]
    links.sort(key=lambda e: "html" not in (attribute(e, "type") or "html"))
    for element in links:
        if found := address(attribute(element, "href") or words(element), *bases(element), base):
            return found
    return None


def _via(fields: Fields, entry: Element, feed: str | None) -> str | None:
    """The site that an entry's link of the relation `via` names as where its information comes from; not its own."""
    links = [e for e in fields.get("link", ()) if (attribute(e, "rel") or "").rpartition("/")[2] == "via"]
    ours = {site_of(link_of(fields, entry, feed) or ""), site_of(feed or "")}
    sites = (site_of(address(attribute(e, "href"), *bases(e), feed) or "") for e in links)
    return next((site for site in sites if site and site not in ours), None)


def bases(element: Element) -> list[str]:
    """The addresses that links inside the element are relative to (`xml:base`), the nearest first."""
    near = (attribute(up, "base") for up in (element, *element.iterancestors()))
    return [base for base in near if base]


def people_of(fields: Fields) -> tuple[str, ...]:
    """The names of those who wrote it, in order, once each; addresses for mail are no names."""
    found: dict[str, None] = {}
    for wanted in ("author", "dc:creator", "dc:author"):
        for element in fields.get(wanted, ()):
            own = next((child for child in element if local(child) == "name"), None)
            person = person_in(words(own) if own is not None else words(element))
            found |= {person: None} if person else {}
    return tuple(found) or tuple(p for e in fields.get("itunes:author", ()) if (p := person_in(words(e))))


def person_in(said: str | None) -> str | None:
    """The name in an author's field: `desk@echo.example (Edda Varga)` and `Edda Varga <desk@…>` give `Edda Varga`."""
    if not said:
        return None
    bare = _MAIL.sub(" ", as_words(said) if "&" in said else said)
    return " ".join(bare.replace("mailto:", " ").strip(" ()<>\"',;").split()) or None


def content_of(item: Item, element: Element) -> Item:
    """The item with an Atom text or content element as its body: text, HTML, XHTML or base64. Nothing is fetched."""
    kind, mode = (attribute(element, "type") or "").lower(), (attribute(element, "mode") or "").lower()
    if len(element):
        return with_body(item, as_html(element).strip(), markup=True)
    written = raw(element).strip()
    if mode == "base64" or ("/" in kind and not _TEXT_TYPE.match(kind)):
        written = _unpacked(written)
    return with_body(item, written, markup=True if "html" in kind and "<" in written else None)


def _unpacked(written: str) -> str:
    """The text in base64; "" where it is none, or holds no text (a picture)."""
    try:
        data = base64.b64decode("".join(written.split()), validate=True)
    except (binascii.Error, ValueError):
        return ""
    text = decode(data, markup=True)
    return "" if text.replaced or "\x00" in text.text else text.text


def _source_title(fields: Fields) -> str | None:
    """The title of the feed that an aggregating one took the entry from."""
    return next((title for source in fields.get("source", ()) if (title := title_of(fields_of(source)))), None)
