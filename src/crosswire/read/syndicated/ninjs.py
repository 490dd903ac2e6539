"""ninjs 1 to 3: the newswires' JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosswire.read.syndicated.atom import person_in
from crosswire.read.syndicated.item import Item, Refusal, address, holds_words, with_body
from crosswire.read.syndicated.nitf import BY, read_nitf
from crosswire.read.syndicated.xml import every, local, parse_xml
from crosswire.read.values import Object, objects, string, strings

# An object with an address (`uri`) and one of these is an ninjs item. In small letters, as they are compared: version 3
# writes `versionCreated` for what version 2 calls `versioncreated`.
_GIVEAWAYS = frozenset(
    {"versioncreated", "body_text", "body_xhtml", "body_html", "bodies", "headlines", "renditions", "pubstatus"}
)
_ALSO = frozenset({"eventdetails", "standard", "$standard", "planning", "newscoverages"})
_NO_TEXT = frozenset({"picture", "photo", "graphic", "video", "audio", "animation"})
_COLLECTIONS = frozenset({"composite", "package"})
_UNUSABLE = {"canceled": "was canceled", "cancelled": "was canceled", "withheld": "is withheld"}
_DEEPEST = 2


def is_ninjs(value: Object) -> bool:
    """True for an object that is an ninjs item of any version."""
    names = {name.lower() for name in value}
    return "uri" in names and bool(names & (_GIVEAWAYS | _ALSO))


def read_ninjs(value: Object, depth: int = 0) -> Iterator[Item | Refusal]:
    """The report of the item; of a package without text of its own, the reports of the items it holds."""
    fields: Object = {name.lower(): found for name, found in value.items()}
    status, kind = (string(fields, "pubstatus") or "").lower(), (string(fields, "type") or "").lower()
    if status in _UNUSABLE:
        yield Refusal("withdrawn", f"is an ninjs item that {_UNUSABLE[status]} by its provider (pubstatus); left out")
    elif kind in _NO_TEXT:
        yield Refusal("not-news", f"is an ninjs item of the type {kind}, no text; left out")
    elif kind in ("event", "planning") or "eventdetails" in fields:
        yield Refusal("not-news", "is an ninjs item for an event or a plan for coverage, no news; left out")
    elif (found := _filled(fields)) is not None:
        yield found
    else:
        held = tuple(_held(fields, depth)) if kind in _COLLECTIONS else ()
        yield from held or (Refusal("missing-text", f"{_lack(fields)}; left out"),)


def _lack(fields: Object) -> str:
    what = string(fields, "type")
    return f"is an ninjs item without text{f' (its type: {what[:40]})' if what else ''}"


def _held(fields: Object, depth: int) -> Iterator[Item]:
    """The reports among the items that a package holds; its pictures are apart and no text."""
    associations = fields.get("associations")
    those = list(associations.values()) if isinstance(associations, dict) else associations
    for item in objects(those) if depth < _DEEPEST else ():
        yield from (found for found in read_ninjs(item, depth + 1) if isinstance(found, Item))


def _filled(fields: Object) -> Item | None:
    """The item with its body: HTML before NITF before plain text; a description is only a part of it."""
    given = _given(fields)
    for kind in ("html", "nitf", "text"):
        for words in _bodies(fields, kind):
            item = _nitf(words, given) if kind == "nitf" else _with(given, words, markup=kind == "html")
            if item is not None and holds_words(item):
                return item
    for description in _descriptions(fields):
        item = with_body(given, description)
        if holds_words(item):
            return replace(item, partial=True)
    return None


def _with(given: Item, words: str, *, markup: bool) -> Item:
    return replace(given, body=words, markup=True) if markup and "<" in words else with_body(given, words)


def _bodies(fields: Object, kind: str) -> Iterator[str]:
    """The bodies of one kind: version 1 names it in the field (`body_xhtml`), later ones state its content type."""
    marks = {"html": ("html", "xhtml"), "nitf": ("nitf",), "text": ("text/plain", "text")}[kind]
    for name, found in fields.items():
        if name.startswith("body_") and any(mark in name for mark in marks):
            yield from strings(found)
    for body in objects(fields.get("bodies") or []):
        stated = (string(body, "contenttype", "contentType") or string(body, "role") or "").lower()
        told = stated in ("text", "text/plain") if kind == "text" else any(mark in stated for mark in marks)
        if told and (words := string(body, "value")):
            yield words


def _descriptions(fields: Object) -> Iterator[str]:
    for name, found in fields.items():
        if name.startswith("description_") and "caption" not in name:
            yield from strings(found)
    for description in objects(fields.get("descriptions") or []):
        if string(description, "role") not in ("caption", "creditline") and (words := string(description, "value")):
            yield words


def _nitf(words: str, given: Item) -> Item | None:
    root = parse_xml(words).root
    nitf = next((e for e in (root, *every(root, "nitf")) if local(e) == "nitf"), None) if root is not None else None
    found = read_nitf(nitf, given) if nitf is not None else None
    return found if isinstance(found, Item) else None


def _given(fields: Object) -> Item:
    """What the item says of itself."""
    uri = string(fields, "uri")
    by = string(fields, "byline", "by")
    changed = string(fields, "contentmodified", "versioncreated")
    first = string(fields, "firstcreated", "contentcreated")
    return Item(
        body="",
        id=uri,
        url=address(string(fields, "url")) or address(uri),
        title=_headline(fields),
        published_at=first or changed,
        updated_at=changed if first else None,
        authors=tuple(name for name in (person_in(BY.sub("", by)) if by else None,) if name),
        publisher=string(fields, "provider") or string(fields, "copyrightholder"),
        credit=_credit(fields),
        language=string(fields, "language"),
        embargo=string(fields, "embargoed"),
    )


def _headline(fields: Object) -> str | None:
    those = sorted(objects(fields.get("headlines") or []), key=lambda e: string(e, "role") not in ("main", None))
    found = next((words for headline in those if (words := string(headline, "value"))), None)
    return string(fields, "headline") or found or string(fields, "title")


def _credit(fields: Object) -> str | None:
    """Who supplied it: the credit line, else the source of the information."""
    lines = [d for d in objects(fields.get("descriptions") or []) if string(d, "role") == "creditline"]
    sources = objects(fields.get("infosources") or fields.get("infosource") or [])
    bodies = [o for o in objects(fields.get("organisation") or fields.get("organisations") or []) if _supplies(o)]
    named = dict.fromkeys(name for source in (*sources, *bodies) if (name := string(source, "name", "literal")))
    line = string(fields, "creditline") or next((w for d in lines if (w := string(d, "value"))), None)
    return line or string(fields, "source") or "/".join(named) or None


def _supplies(body: Object) -> bool:
    """True for an organisation that is said to have supplied the item; most are those of which it tells."""
    return (string(body, "rel", "role") or "").lower().rpartition(":")[2] in ("source", "provider", "infosource")
