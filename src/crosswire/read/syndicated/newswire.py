"""The reader of the newswires' XML: NewsML-G2, NewsML 1, NITF."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.model.issue import Issue
from crosswire.read.kind import Sniffed
from crosswire.read.reader import Found, World
from crosswire.read.source import Source, issue
from crosswire.read.syndicated.document import document_of
from crosswire.read.syndicated.item import Item, Refusal, draft_of
from crosswire.read.syndicated.newsml import read_newsml
from crosswire.read.syndicated.newsml1 import read_newsml1
from crosswire.read.syndicated.nitf import read_nitf
from crosswire.read.syndicated.xml import Element, first, local


def read_newswire(source: Source, sniffed: Sniffed, world: World) -> Found:
    """A page for every item with text (`wire.xml:2` is its second), an issue for every other. Nothing is fetched."""
    document = document_of(source)
    if isinstance(document, Issue):
        yield document
        return
    root, notes = document
    yield from notes
    found = tuple(_items(root))
    for number, item in enumerate(found, 1):
        place = f"{source.name}:{number}" if len(found) > 1 else source.name
        yield issue(item.code, place, item.cause) if isinstance(item, Refusal) else draft_of(item, source, place)


def _items(root: Element) -> Iterator[Item | Refusal]:
    if local(root) == "nitf":
        return iter((read_nitf(root, Item("")),))
    # NewsML 1 and NewsML-G2 call an item alike; the parts inside tell them apart.
    old = local(root) == "newsml" or first(root, "identification") is not None
    return read_newsml1(root) if old else read_newsml(root)
