"""Pages from what the user named: files, folders, `-`, addresses."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.containers.archive import read_archive
from crosswire.read.containers.mail import read_mail
from crosswire.read.containers.pdf import read_pdf
from crosswire.read.containers.zips import read_zip
from crosswire.read.decode import Decoded, decode, printable_name
from crosswire.read.folder import files_below
from crosswire.read.ids import Draft, with_ids
from crosswire.read.kind import ROW_SUFFIXES, Kind, Sniffed, is_markup, sniff_bytes, sniff_text
from crosswire.read.reader import Found, Reader, World
from crosswire.read.rows import pages_of_lines, pages_of_value
from crosswire.read.source import (
    MAX_PAGE,
    Fetch,
    Source,
    decoding_notes,
    fetched,
    gunzipped,
    issue,
    open_file,
    too_large,
    unreadable,
    whole,
)
from crosswire.read.syndicated.newswire import read_newswire
from crosswire.read.syndicated.xml_feeds import read_xml_feed
from crosswire.read.values import parse

STDIN = "-"
_HEAD = 65536


def read_pages(
    paths: Iterable[str], *, stdin: BinaryIO, fetch: Fetch | None = None, prefer_text: bool = False
) -> Iterator[Page | Issue]:
    """Every page of the paths in their order, and an issue for whatever gave none. Raises nothing for bad input.

    A path is a file, a folder (all its files, sorted, hidden ones passed over), `-` (the standard input) or an
    http(s) address, which needs `fetch`. `prefer_text`: where a JSON row has html and text, take the text.
    All pages are read before the first is given back: only then is it known whose id is whose.
    """
    world = World(stdin, fetch, prefer_text, _from_source)
    return with_ids(draft for path in paths for draft in _from_path(path, world))


def _from_path(path: str, world: World) -> Found:
    if path == STDIN:
        yield from _from_source(whole("stdin", world.stdin), world)
    elif path.lower().startswith(("http://", "https://")):
        yield from _from_source(fetched(path, world.fetch), world)
    elif not _is_folder(path):
        yield from _from_source(open_file(path), world)
    else:
        found = False
        for file in files_below(path):
            found = True
            yield from _from_source(file if isinstance(file, Issue) else open_file(file), world)
        if not found:
            yield issue("empty-folder", printable_name(path), "has no files in it")


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a NUL in the name; opening it says so
        return False


def _from_source(source: Source | Issue, world: World) -> Found:
    """The pages of one opened input; what goes wrong while its bytes are read is an issue like any other."""
    if isinstance(source, Issue):
        yield source
        return
    try:
        yield from _from_bytes(source, world)
    except (EOFError, zlib.error) as error:
        yield issue("damaged", source.name, f"its compressed data is damaged ({error}); the rest is left out")
    except (OSError, ValueError) as error:
        yield unreadable(source.name, error)
    finally:
        source.stream.close()


def _from_bytes(source: Source, world: World) -> Found:
    """What the first bytes say it is decides how the rest is read."""
    head = source.stream.read(_HEAD)
    source.stream.seek(0)
    sniffed = sniff_bytes(head)
    if sniffed is None:
        text = decode(head, content_type=source.content_type, markup=True).text
        sniffed = sniff_text(text, suffix=source.suffix, content_type=source.content_type)
    if sniffed.kind is Kind.JSON and _is_rows(head):
        sniffed = Sniffed(Kind.ROWS)
    yield from READERS[sniffed.kind](source, sniffed, world)


def _refused(code: str, cause: str) -> Reader:
    """A reader for what is not read at all: it gives one issue. `{what}` in the cause is what it was taken for."""

    def read(source: Source, sniffed: Sniffed, world: World) -> Found:
        yield issue(code, source.name, cause.format(what=sniffed.what))

    return read


def _gzip(source: Source, sniffed: Sniffed, world: World) -> Found:
    """What is in a gzip file, read as if it were not packed. Archives unpack themselves, record by record."""
    if world.inside[-1:] == (Kind.GZIP,):
        yield issue("unsupported-format", source.name, "is compressed twice; left out")
        return
    packed = zlib.decompressobj(wbits=31).decompress(source.stream.read(_HEAD), 64)
    source.stream.seek(0)
    held = sniff_bytes(packed)
    if held is not None and held.kind is Kind.ARCHIVE:
        yield from read_archive(source, held, world)
    else:
        yield from _from_bytes(gunzipped(source), replace(world, inside=(*world.inside, Kind.GZIP)))


def _rows(source: Source, sniffed: Sniffed, world: World) -> Found:
    yield from pages_of_lines(source, prefer_text=world.prefer_text)


def _is_rows(head: bytes) -> bool:
    """True when the first line alone is a JSON object, or goes on beyond what was looked at."""
    line, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not end and len(head) == _HEAD:
        return True
    try:
        return isinstance(parse(line.decode("utf-8", "replace")), dict)
    except ValueError:
        return False


def _whole(source: Source, sniffed: Sniffed, world: World) -> Found:
    """The page, or the pages of one JSON value, that the input as a whole is."""
    data = source.stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        yield too_large(source.name, MAX_PAGE)
        return
    text = decode(data, content_type=source.content_type, markup=sniffed.kind is Kind.MARKUP)
    if not text.text.strip():
        yield issue("empty", source.name, "holds nothing but white space; left out")
        return
    if sniffed.kind is Kind.JSON:
        yield from _from_json(source, text, world)
    else:
        yield _draft(source, text, markup=sniffed.kind is Kind.MARKUP)


def _from_json(source: Source, text: Decoded, world: World) -> Found:
    """The pages of a JSON value. `[CAIRO] Talks …` opens like a list and is a text; a name in `.json` is a promise."""
    try:
        yield from pages_of_value(source, text, prefer_text=world.prefer_text)
    except ValueError as error:
        if source.suffix == ".json" or source.suffix in ROW_SUFFIXES or "json" in (source.content_type or ""):
            yield issue("malformed-json", source.name, f"is no valid JSON ({error}); left out")
        else:
            yield _draft(source, text, markup=is_markup(text.text))


def _draft(source: Source, text: Decoded, *, markup: bool) -> Draft:
    page = Page(id="", body=text.text, markup=markup, file=source.name, url=source.url, fetched_at=source.fetched_at)
    return Draft(page, source.name, source.stem, notes=decoding_notes(source.name, text))


# Who reads what. A kind without a reader of its own is refused by name.
READERS: Mapping[Kind, Reader] = {
    Kind.EMPTY: _refused("empty", "is empty; left out"),
    Kind.BINARY: _refused("binary", "holds binary data, not text or HTML; left out"),
    Kind.FOREIGN: _refused("unsupported-format", "is {what}, which is not read yet; left out"),
    Kind.GZIP: _gzip,
    Kind.ARCHIVE: read_archive,
    Kind.MAIL: read_mail,
    Kind.ZIP: read_zip,
    Kind.PDF: read_pdf,
    Kind.TEXT: _whole,
    Kind.MARKUP: _whole,
    Kind.FEED: read_xml_feed,
    Kind.NEWSWIRE: read_newswire,
    Kind.JSON: _whole,
    Kind.ROWS: _rows,
}
