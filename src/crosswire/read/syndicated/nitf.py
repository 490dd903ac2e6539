"""NITF: the agencies' markup for text, alone in a file or as the body of another format's item."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from crosswire.read.syndicated.atom import person_in
from crosswire.read.syndicated.item import Item, Refusal, holds_words, with_body
from crosswire.read.syndicated.xml import Element, as_html, attribute, every, first, local, words

# NITF's elements by what they are in HTML; "" keeps only what is in them. Source: NITF 3.6, block and inline content.
HTML_NAMES = {
    "hl1": "h2", "hl2": "h2", "p": "p", "block": "div", "bq": "blockquote", "pre": "pre", "br": "br", "hr": "hr",
    "ol": "ol", "ul": "ul", "li": "li", "dl": "dl", "dt": "dt", "dd": "dd", "fn": "p", "note": "aside", "em": "em",
    "q": "q", "sub": "sub", "sup": "sup", "media": "figure", "media-caption": "figcaption",
    "media-producer": "figcaption", "credit": "figcaption", "table": "table", "thead": "thead", "tbody": "tbody",
    "tr": "tr", "td": "td", "th": "th", "caption": "caption", "nitf-table": "div",
}  # fmt: skip
# Pictures' data and what is said about a table is nothing to read.
UNREAD = frozenset({"media-metadata", "media-object", "media-reference", "nitf-table-metadata", "custom-table"})

BY = re.compile(r"^(?:by|von|por|par|di|av|door)\s+", re.IGNORECASE)
_NITF_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d{4})?$")


def read_nitf(root: Element, given: Item) -> Item | Refusal:
    """The item with the document's text as its body; what the document says fills what `given` leaves open."""
    body = next((e for e in (root, *every(root, "body")) if local(e) == "body"), root)
    head, content = first(body, "body.head"), first(body, "body.content")
    docdata = first(root, "head", "docdata")
    said = _fields(head, docdata)
    item = replace(
        given,
        body=_html(head, content if content is not None else body, first(body, "body.end")),
        markup=True,
        id=given.id or said.id,
        title=given.title or said.title or words(first(root, "head", "title")),
        published_at=given.published_at or said.published_at,
        authors=said.authors or given.authors,
        credit=given.credit or said.credit,
        language=given.language or attribute(root, "lang"),
    )
    return item if holds_words(item) else Refusal("missing-text", "is an NITF document without text; left out")


def _fields(head: Element | None, docdata: Element | None) -> Item:
    """What the head of the body and the document's data say about it."""
    stamps = [attribute(first(docdata, wanted), "norm") for wanted in ("date.issue", "date.release")]
    return Item(
        body="",
        id=attribute(first(docdata, "doc-id"), "id-string"),
        title=words(first(head, "hedline", "hl1")),
        published_at=next((iso_time(stamp) for stamp in stamps if stamp), None),
        authors=bylines_of(head),
        credit=words(first(head, "distributor")) or words(first(head, "rights", "rights.owner")),
    )


def bylines_of(head: Element | None) -> tuple[str, ...]:
    """The names in the bylines of a body's head: the persons where they are marked, else the words less their "By"."""
    names: list[str | None] = []
    for byline in every(head, "byline") if head is not None else ():
        persons = [words(person) for person in every(byline, "person")]
        titles = words(first(byline, "byttl"))
        whole = words(byline)
        bare = whole.removesuffix(titles).rstrip(" ,") if whole and titles else whole
        names += persons or [person_in(BY.sub("", bare)) if bare else None]
    return tuple(dict.fromkeys(name for name in names if name))


def iso_time(stamp: str) -> str:
    """NITF's `20080219T101500+0100` as ISO has it; any other form unchanged."""
    match = _NITF_TIME.fullmatch(stamp.strip())
    if match is None:
        return stamp
    year, month, day, hour, minute, second, zone = match.groups()
    clock = f"T{hour}:{minute}" + (f":{second}" if second else "") if hour else ""
    offset = f"{zone[:3]}:{zone[3:]}" if zone and zone != "Z" else zone or ""
    return f"{year}-{month}-{day}{clock}{offset if clock else ''}"


def with_dateline(dateline: str | None, html: str) -> str:
    """The text led in by a line of its own with the dateline, unless it opens with it already."""
    if not dateline or re.sub(r"\W+", "", dateline).casefold() in re.sub(r"<[^<>]*>|\W+", "", html[:600]).casefold():
        return html
    return f"<p>{escape(dateline, quote=False)}</p>\n{html}"


def led_in(item: Item, dateline: str | None) -> Item:
    """The item with its dateline, where its metadata alone have one, as the first line of its text."""
    if item.markup:
        return with_body(item, with_dateline(dateline, item.body), markup=True)
    opens = dateline is None or item.body.lstrip().startswith(dateline)
    return item if opens else with_body(item, f"{dateline}\n\n{item.body}", markup=False)


def _html(head: Element | None, content: Element, end: Element | None) -> str:
    dateline = words(first(head, "dateline"))
    tagline = words(first(end, "tagline"))
    text = with_dateline(dateline, as_html(content, _tag).strip())
    return f"{text}\n<p>{escape(tagline, quote=False)}</p>" if tagline else text


def _tag(called: str) -> str | None:
    return None if called in UNREAD else HTML_NAMES.get(called, "")
