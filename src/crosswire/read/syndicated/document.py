"""The XML document that an opened input is, with the issues of reading it."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.model.issue import Issue
from crosswire.read.decode import decode
from crosswire.read.source import MAX_PAGE, Source, decoding_notes, issue, too_large
from crosswire.read.syndicated.xml import Document, Element, parse_xml


def document_of(source: Source) -> tuple[Element, tuple[Issue, ...]] | Issue:
    """The root of the source's XML with issues about what may be missing, or the issue that there is none."""
    data = source.stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        return too_large(source.name, MAX_PAGE)
    text = decode(data, content_type=source.content_type, markup=True)
    document = parse_xml(text.text)
    if document.root is None:
        cause = f"can't be read as XML ({document.fault or 'it holds no element'}); left out"
        return issue("malformed-xml", source.name, cause)
    return document.root, (*_notes(source.name, document), *decoding_notes(source.name, text))


def _notes(file: str, document: Document) -> Iterator[Issue]:
    if document.fault:
        cause = f"is no well-formed XML ({document.fault}); read as far as it can be, some of it may be missing"
        yield issue("malformed-xml", file, cause)
    if document.entities:
        yield issue("entities", file, "defines entities of its own; they are not expanded and stay as written")
