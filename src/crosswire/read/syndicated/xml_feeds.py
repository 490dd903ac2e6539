"""The reader of feeds in XML: RSS, Atom, RDF, CDF."""

from __future__ import annotations

from crosswire.model.issue import Issue
from crosswire.read.kind import Sniffed
from crosswire.read.reader import Found, World
from crosswire.read.source import Source
from crosswire.read.syndicated.atom import read_atom
from crosswire.read.syndicated.document import document_of
from crosswire.read.syndicated.feeds import pages_of_feed
from crosswire.read.syndicated.rss import read_rss
from crosswire.read.syndicated.xml import local


def read_xml_feed(source: Source, sniffed: Sniffed, world: World) -> Found:
    """A page for every entry with text, an issue for what is missing. The entries' own pages are never fetched."""
    document = document_of(source)
    if isinstance(document, Issue):
        yield document
        return
    root, notes = document
    yield from notes
    feed = read_atom(root, source.url) if local(root) in ("feed", "entry") else read_rss(root, source.url)
    yield from pages_of_feed(source, feed, source.name, what=sniffed.what)
