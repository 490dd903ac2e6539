"""Items of NewsML-G2, the newswires' format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.read.syndicated.item import Item, Refusal, address, holds_words, with_body
from crosswire.read.syndicated.nitf import led_in, read_nitf
from crosswire.read.syndicated.xml import Element, as_html, attribute, every, first, local, raw, words

# Items that hold no text of news, by what they are.
OTHER_ITEMS = {
    "packageitem": "a package: it lists items that stand elsewhere",
    "conceptitem": "a concept",
    "knowledgeitem": "a list of concepts",
    "planningitem": "a plan for coverage",
    "catalogitem": "a catalogue",
    "hopitem": "a history of transfer",
}
# Classes of items (`itemClass`, ends of their codes) whose words describe something else than a text.
_OTHER_CLASSES = frozenset({"picture", "photo", "video", "audio", "graphic", "animation", "composite"})
_UNUSABLE = {"canceled": "was canceled", "cancelled": "was canceled", "withheld": "is withheld"}
_PARTY = re.compile(r"(?:www\.)?[^\W\d_][\w.-]*")
_HTML_NAMES = frozenset({"html", "body", "div", "p", "article", "section"})


def read_newsml(root: Element) -> Iterator[Item | Refusal]:
    """What every item of the document gives, in order; items of a message or inside a package each for itself."""
    if local(root) in OTHER_ITEMS:
        yield Refusal("not-news", f"is {OTHER_ITEMS[local(root)]}, no news; left out")
        return
    if local(root) in ("newsitem", "contentset"):
        yield read_news_item(root)
        return
    held = first(root, "itemset")
    found = False
    for item in held if held is not None else ():
        found = True
        yield from read_newsml(item)
    if not found:
        yield Refusal("missing-text", "is a NewsML-G2 message without items; left out")


def read_news_item(root: Element) -> Item | Refusal:
    """The report of a news item, or why it gives none: canceled, a picture, its text elsewhere."""
    status = _code(first(root, "itemmeta", "pubstatus"))
    if status in _UNUSABLE:
        return Refusal(
            "withdrawn", f"is a NewsML-G2 item that {_UNUSABLE[status]} by its provider (pubStatus); left out"
        )
    kind = _code(first(root, "itemmeta", "itemclass"))
    given = _given(root)
    found = _text(root, given)
    if isinstance(found, Item):
        return found
    if kind in _OTHER_CLASSES:
        return Refusal("not-news", f"is a NewsML-G2 item of the class {kind} without text; left out")
    return found


def _given(root: Element) -> Item:
    """What the item's metadata say of it."""
    meta, about = first(root, "itemmeta"), first(root, "contentmeta")
    guid = attribute(root, "guid")
    stamps = ((meta, "firstcreated"), (about, "contentcreated"), (meta, "versioncreated"))
    created = [words(first(within, wanted)) for within, wanted in stamps]
    return Item(
        body="",
        id=guid,
        url=address(guid) or address(attribute(first(meta, "link"), "href")),
        title=_best(about, "headline") or words(first(meta, "title")),
        published_at=next((s for s in created if s), None),
        updated_at=words(first(about, "contentmodified")) or created[-1],
        authors=_authors(about),
        publisher=_party(first(meta, "provider")) or _named(first(root, "rightsinfo", "copyrightholder")),
        credit=_best(about, "creditline") or _sources(about),
        language=attribute(first(about, "language"), "tag") or attribute(root, "lang"),
        embargo=words(first(meta, "embargoed")),
    )


def _text(root: Element, given: Item) -> Item | Refusal:
    """The item with the first body of its content set that holds words: NITF, XHTML, plain text."""
    held = root if local(root) == "contentset" else first(root, "contentset")
    kinds: list[str] = []
    for piece in held if held is not None else ():
        kinds.append(attribute(piece, "contenttype") or local(piece))
        found = _inline(piece, given) if local(piece) in ("inlinexml", "inlinedata") else None
        if found is not None:
            return led_in(found, words(first(root, "contentmeta", "dateline")))
    if "remotecontent" in [local(piece) for piece in (held if held is not None else ())]:
        return Refusal(
            "missing-text", "is a NewsML-G2 item that names its content by address, which is not fetched; left out"
        )
    what = f" (it has: {', '.join(kinds[:4])})" if kinds else ""
    return Refusal("missing-text", f"is a NewsML-G2 item without text{what}; left out")


def _inline(piece: Element, given: Item) -> Item | None:
    if local(piece) == "inlinedata":
        return _words_of_data(piece, given)
    inner = next((e for e in piece if isinstance(e.tag, str)), None)
    if inner is None:
        return _words_of_data(piece, given)
    nitf = next(iter([inner] if local(inner) == "nitf" else every(piece, "nitf")), None)
    if nitf is not None:
        found = read_nitf(nitf, given)
        return found if isinstance(found, Item) else None
    if local(inner) not in _HTML_NAMES:
        return None
    body = next(every(piece, "body"), piece)
    item = with_body(given, as_html(body).strip(), markup=True)
    return item if holds_words(item) else None


def _words_of_data(piece: Element, given: Item) -> Item | None:
    """Text that stands in the piece as characters; encoded data (a picture's) is none."""
    kind = attribute(piece, "contenttype") or ""
    if attribute(piece, "encoding") or (kind and not kind.startswith(("text/", "application/xhtml"))):
        return None
    item = with_body(given, raw(piece).strip("\n"))
    return item if holds_words(item) else None


def _best(about: Element | None, wanted: str) -> str | None:
    """The words of the first element of that name; of several the one whose role says that it is the main one."""
    if about is None:
        return None
    those = [e for e in about if local(e) == wanted]
    those.sort(key=lambda e: "main" not in (attribute(e, "role") or ""))
    return next((found for e in those if (found := words(e))), None)


def _authors(about: Element | None) -> tuple[str, ...]:
    """Those who wrote it: the byline where there is one, else the names of its creators."""
    if about is None:
        return ()
    by = [words(e) for e in about if local(e) == "by"]
    created = [_named(e) for e in about if local(e) in ("creator", "contributor") and _writes(e)]
    return tuple(dict.fromkeys(name for name in (by if any(by) else created) if name))


def _writes(person: Element) -> bool:
    """False for a contributor who isn't said to have written: it may be the one who translated or sent it."""
    return local(person) == "creator" or "writer" in (attribute(person, "role") or "").lower()


def _named(element: Element | None) -> str | None:
    """The name in an element that stands for somebody; a code in its literal or an address are no names."""
    if element is None:
        return None
    return words(first(element, "name")) or (words(element) if not len(element) else None)


def _sources(about: Element | None) -> str | None:
    """The parties from which the information comes, with slashes between: "Ume Courier/LPA"."""
    named = [_party(e) for e in about if local(e) == "infosource"] if about is not None else []
    return "/".join(dict.fromkeys(name for name in named if name)) or None


def _party(element: Element | None) -> str | None:
    """The name of a party; without one the end of its code where that is a word: `AFP` of `nprov:AFP`."""
    named = _named(element)
    if named or element is None:
        return named
    code = (attribute(element, "qcode") or attribute(element, "literal") or "").strip()
    match = _PARTY.fullmatch(code.rpartition(":")[2])
    return match.group() if match else None


def _code(element: Element | None) -> str | None:
    """The end of an element's code: `usable` of `stat:usable`, `text` of `http://…/ninature/text`."""
    code = attribute(element, "qcode") or attribute(element, "uri") or ""
    return code.replace("/", ":").rpartition(":")[2].lower() or None
