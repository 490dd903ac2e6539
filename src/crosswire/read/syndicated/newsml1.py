"""Items of NewsML 1, which some newswires still send: components inside components, one of them the body."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.read.syndicated.item import Item, Refusal, holds_words, with_body
from crosswire.read.syndicated.nitf import iso_time, led_in, read_nitf
from crosswire.read.syndicated.xml import Element, as_html, attribute, every, first, local, raw, words

# Roles of components that are no text of the report. A component without a role may be its text.
_OTHER_ROLES = frozenset(
    {"headline", "subheadline", "stylesheet", "logo", "photo", "picture", "caption", "contact", "video", "graphic"}
)
_UNUSABLE = frozenset({"canceled", "cancelled", "withheld", "embargoed"})


def read_newsml1(root: Element) -> Iterator[Item | Refusal]:
    """What every item of the document gives, in order."""
    sender = first(root, "newsenvelope", "newsservice")
    items = [e for e in root if local(e) == "newsitem"] if local(root) == "newsml" else [root]
    for item in items:
        yield _read(item, attribute(sender, "formalname"))
    if not items:
        yield Refusal("missing-text", "is a NewsML document without items; left out")


def _read(root: Element, service: str | None) -> Item | Refusal:
    status = (attribute(first(root, "newsmanagement", "status"), "formalname") or "").lower()
    if status in _UNUSABLE:
        return Refusal("withdrawn", f"is a NewsML item that its provider marked {status}; left out")
    given = _given(root, service)
    dateline = words(next(every(root, "dateline"), None))
    for content in every(root, "contentitem"):
        found = None if _is_other(content) else _body(content, given)
        if found is not None:
            return led_in(found, dateline)
    return Refusal("missing-text", "is a NewsML item without text in its components; left out")


def _given(root: Element, service: str | None) -> Item:
    identity = first(root, "identification", "newsidentifier")
    managed = first(root, "newsmanagement")
    stamp = words(first(managed, "firstcreated"))
    revised = words(first(managed, "thisrevisioncreated"))
    spoken = next(every(root, "language"), None)
    by = words(next(every(root, "byline"), None))
    return Item(
        body="",
        id=words(first(identity, "publicidentifier")),
        title=words(next(every(root, "headline"), None)),
        published_at=iso_time(stamp) if stamp else None,
        updated_at=iso_time(revised) if revised else None,
        authors=(by,) if by else (),
        publisher=service,
        credit=words(next(every(root, "creditline"), None)) or _source(root),
        language=attribute(spoken, "formalname") or attribute(root, "lang"),
    )


def _source(root: Element) -> str | None:
    """The party that the text came from."""
    return attribute(first(next(every(root, "source"), None), "party"), "formalname")


def _is_other(content: Element) -> bool:
    """True where the component that holds the content, or one around it, has another role than the text's."""
    for up in content.iterancestors():
        role = first(up, "role") if local(up) == "newscomponent" else None
        if role is not None:
            return (attribute(role, "formalname") or "").lower() in _OTHER_ROLES
    return False


def _body(content: Element, given: Item) -> Item | None:
    """The item with the words of a content item as its body: NITF, XHTML or plain text."""
    data = first(content, "datacontent")
    kind = (attribute(first(content, "mimetype"), "formalname") or "").lower()
    if data is None or first(content, "encoding") is not None or kind == "text/css":
        return None
    nitf = next(every(data, "nitf"), None)
    if nitf is not None:
        found = read_nitf(nitf, given)
        return found if isinstance(found, Item) else None
    if len(data):
        item = with_body(given, as_html(next(every(data, "body"), data)).strip(), markup=True)
    else:
        item = with_body(given, raw(data).strip("\n"))
    return item if holds_words(item) else None
