"""The pages of a web archive, and counts of what else is in it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from crosswire.errors import InputError
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.containers.records import Record, records
from crosswire.read.containers.response import Response, read_response
from crosswire.read.containers.tape import Damage
from crosswire.read.decode import decode, usable
from crosswire.read.ids import Draft
from crosswire.read.kind import Kind, Sniffed, sniff_bytes, sniff_text
from crosswire.read.reader import Found, World
from crosswire.read.source import MAX_PAGE, MAX_STREAM, Source, decoding_notes, issue

# Records that hold what a page may be; the others (request, warcinfo, metadata, continuation) describe these.
_CONTENT = frozenset({"response", "resource", "conversion"})
_PAGE_TYPES = re.compile(r"text/(?:html|plain)|application/(?:xhtml\+xml|vnd\.wap\.xhtml\+xml)|unk|no-type|", re.I)
NO_PAGE = "without a page, left out"
_MOST_DAMAGES = 20
_DIGITS = re.compile(r"\d{14}")
_WEB = ("http", "https")


@dataclass(slots=True)
class _Tally:
    """Why records gave no page, and how often; the first example of each reason. One issue is made of each.

    `details`: for a reason, the cases that it covers (types, statuses) and how often each was met.
    """

    file: str
    details: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    first: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, code: str, what: str, example: str, detail: str = "") -> None:
        """Counts one; `what` completes "3 records …"."""
        self.details.setdefault((code, what), Counter())[detail] += 1
        self.first.setdefault((code, what), usable(example).text[:300])

    def issues(self) -> Iterator[Issue]:
        """An issue for each reason, in the order of the reasons' names."""
        for (code, what), cases in sorted(self.details.items(), key=lambda item: item[0]):
            named = [f"{count} × {usable(case).text[:60]}" for case, count in cases.most_common(12) if case]
            listed = f": {', '.join(named)}{' …' if len(cases) > 12 else ''}" if named else ""
            count = cases.total()
            records = f"{count} record{'s' if count > 1 else ''} {what}{listed}"
            yield issue(code, self.file, f"{records} (the first: {self.first[code, what]})")


class _LeftOutError(InputError):
    """A record gives no page. `args`: the code, the words that complete "3 records …", the case; or nothing to tell."""


@dataclass(slots=True)
class _Archive:
    """One archive as far as it is read."""

    source: Source
    tally: _Tally
    seen: set[bytes] = field(default_factory=set)
    pages: int = 0
    size: int = 0
    damages: int = 0


def read_archive(source: Source, sniffed: Sniffed, world: World) -> Found:
    """A page for every HTML or text record that a server gave with status 200, in the archive's order.

    Read record by record. What gives no page is counted: an issue for each reason, with the first example. Damage is
    an issue that names the byte; what stands behind it is read. The pages of one archive may hold MAX_STREAM
    characters in all; what comes after is left out and said to be.
    """
    archive = _Archive(source, _Tally(source.name))
    for found in records(source.stream, arc=sniffed.what == ARC):
        if isinstance(found, Damage):
            yield from _damage(archive, found)
            continue
        try:
            yield _draft(archive, found)
        except InputError as refusal:
            _count(archive, found, refusal)
        if archive.size > MAX_STREAM:
            cause = f"has more than {MAX_STREAM // 2**20} million characters of pages; what follows byte {found.at}"
            yield issue("too-large", source.name, f"{cause} is left out: split it")
            break
    yield from archive.tally.issues()
    if not archive.pages and not archive.tally.details and not archive.damages:
        yield issue("empty", source.name, "has no record that could hold a page; left out")


def _damage(archive: _Archive, damage: Damage) -> Iterator[Issue]:
    archive.damages += 1
    if archive.damages > _MOST_DAMAGES:
        archive.tally.add("damaged", "or more behind further damage; left out", f"byte {damage.at}")
        return
    cause = f"is damaged at byte {damage.at}: {damage.cause}; what can be read before and behind it is read"
    yield issue("damaged", archive.source.name, cause)


def _count(archive: _Archive, record: Record, refusal: InputError) -> None:
    """Counts a record that gives no page."""
    example = f"{record.url or 'no address'}, byte {record.at}"
    if not isinstance(refusal, _LeftOutError):
        archive.tally.add("damaged", f"that can't be read: {refusal}; left out", example)
    elif refusal.args:
        code, what, *case = refusal.args
        archive.tally.add(code, what, example, *case)


def _draft(archive: _Archive, record: Record) -> Draft:
    """The page of a record. Raises _LeftOutError where it is none, InputError where it can't be unpacked."""
    _check(record)
    assert record.block is not None  # _check has refused those
    # An HTTP message stands in a response; a resource or a conversion is the content itself.
    response = read_response(record.block) if record.kind == "response" else Response(None, record.block)
    if response.status not in (None, 200):
        raise _LeftOutError("http-status", "left out for their HTTP status", str(response.status))
    named = response.headers.get("content-type") or ("" if response.status else record.content_type)
    if record.kind == "response" and named.startswith("application/http"):
        named = ""
    _check_type(named, record.url)
    page, text_notes = _page(archive, record, response, named)
    _once(archive, page)
    _note_faults(archive, record, response)
    if record.fault or response.fault or "warc-truncated" in record.headers:
        page = replace(page, partial=True)
    archive.pages += 1
    archive.size += len(page.body)
    return Draft(page, f"{archive.source.name}:{record.at}", _stem(record.url, archive.source.stem), notes=text_notes)


def _check(record: Record) -> None:
    """Raises _LeftOutError for a record that can't hold a page; without words where there is nothing to tell."""
    if record.kind == "revisit":
        raise _LeftOutError(
            "revisit", "of a page unchanged since an earlier capture (revisit), without the page; left out"
        )
    if record.kind not in _CONTENT:
        known = record.kind in ("request", "warcinfo", "metadata", "continuation")
        raise _LeftOutError(*(() if known else ("unsupported-format", "of a kind that is not read; left out")))
    if urlsplit(_address(record.url) or "x:").scheme not in (*_WEB, "ftp", "file", "x"):
        raise _LeftOutError("no-page", NO_PAGE, "about the crawl itself")
    if record.block is None:
        raise _LeftOutError("too-large", f"larger than {MAX_PAGE // 2**20} MB; left out")
    if not record.block.strip(b"\x00 \t\r\n"):
        fault = f"that can't be read: {_without_digits(record.fault)}; left out" if record.fault else ""
        raise _LeftOutError(*(("damaged", fault) if fault else ("empty", "without content; left out")))


def _check_type(named: str, url: str) -> None:
    """Raises _LeftOutError for what its type or its name says is no page."""
    kind = named.split(";")[0].strip().lower()
    if not _PAGE_TYPES.fullmatch(kind):
        raise _LeftOutError("no-page", NO_PAGE, kind)
    path = urlsplit(_address(url) or "").path.lower()
    if path == "/robots.txt":
        raise _LeftOutError("no-page", NO_PAGE, "robots.txt")


def _page(archive: _Archive, record: Record, response: Response, named: str) -> tuple[Page, tuple[Issue, ...]]:
    """The page, and what was lost of its characters. Raises _LeftOutError where the content is no page after all."""
    data = response.content
    sniffed = sniff_bytes(data[:65536])
    head = decode(data[:65536], content_type=named, markup=True).text if sniffed is None else ""
    sniffed = sniffed or sniff_text(head, content_type=named, suffix=_suffix(record.url))
    if sniffed.kind not in (Kind.TEXT, Kind.MARKUP):
        raise _LeftOutError("no-page", NO_PAGE, f"{_in_words(sniffed)} under a page's type")
    markup = sniffed.kind is Kind.MARKUP
    text = decode(data, content_type=named, markup=markup)
    if not text.text.strip():
        raise _LeftOutError("empty", "of nothing but white space; left out")
    file = archive.source.name
    address = _address(record.url)
    url = address if address and urlsplit(address).scheme in _WEB else None
    page = Page(id="", body=text.text, markup=markup, file=file, url=url, fetched_at=_time(record.date))
    return page, decoding_notes(f"{file}:{record.at}", text)


def _once(archive: _Archive, page: Page) -> None:
    """Raises _LeftOutError when the same address has given the same page before."""
    told = f"{page.url}\x1f{page.body}".encode()
    mark = hashlib.blake2b(told, digest_size=16).digest()
    if mark in archive.seen:
        raise _LeftOutError("duplicate-page", "of the same page as an earlier record; counted once")
    archive.seen.add(mark)


def _note_faults(archive: _Archive, record: Record, response: Response) -> None:
    """Counts what is wrong with a record whose page is used all the same."""
    example = f"{record.url or 'no address'}, byte {record.at}"
    for fault in (record.fault, response.fault):
        if fault:
            archive.tally.add("damaged", f"read as far as possible: {_without_digits(fault)}", example)
    if cause := record.headers.get("warc-truncated"):
        archive.tally.add("truncated", "that the crawler cut short; read as far as they go", example, cause)
    if _differs(record):
        archive.tally.add(
            "digest", "whose content is not what the archive's checksum was made of; read all the same", example
        )
    if record.date and _time(record.date) is None:
        archive.tally.add("malformed-time", "whose time is none that exists; taken as not known", example)


def _without_digits(fault: str) -> str:
    """The fault without its lengths, so that like ones are counted together."""
    return re.sub(r" \d+ bytes and has \d+", " another length than it has", fault)


def _differs(record: Record) -> bool:
    """True when the record's block digest (`sha1:` in base 32 or 16) is of other content."""
    algorithm, _, told = record.headers.get("warc-block-digest", "").partition(":")
    if algorithm.lower() not in ("sha1", "sha256", "md5") or record.block is None:
        return False
    digest = hashlib.new(algorithm.lower(), record.block, usedforsecurity=False)
    return told.strip().upper() not in (base64.b32encode(digest.digest()).decode(), digest.hexdigest().upper())


def _address(url: str) -> str | None:
    """The record's address, with its blanks escaped; None for what can't be taken apart."""
    try:
        parts = urlsplit(usable(url).text.replace(" ", "%20"))
        return parts.geturl() if parts.scheme else None
    except ValueError:
        return None


def _suffix(url: str) -> str:
    """The suffix of the address, where it says more than the content: `.css`, `.js`."""
    suffix = PurePosixPath(urlsplit(_address(url) or "").path).suffix.lower()
    return suffix if suffix in (".css", ".js", ".mjs", ".map", ".json") else ""


def _in_words(sniffed: Sniffed) -> str:
    names = {Kind.JSON: "JSON", Kind.ROWS: "JSON", Kind.BINARY: "binary data", Kind.EMPTY: "nothing"}
    return sniffed.what or names.get(sniffed.kind, f"a format of their own ({sniffed.kind})")


def _stem(url: str, otherwise: str) -> str:
    """What to call the page: the last part of its address, as for a page that was fetched; the host without one."""
    address = _address(url)
    if address is None:
        return otherwise
    parts = urlsplit(address)
    name = PurePosixPath(usable(unquote(parts.path)).text)
    return (name.stem if 0 < len(name.suffix) <= 9 else name.name)[:80] or parts.hostname or otherwise


def _time(date: str) -> datetime | None:
    """A record's moment: `2018-11-02T18:55:11Z`, in ARC `20181102185511`; None for what is none."""
    try:
        if _DIGITS.fullmatch(date[:14]):
            return datetime.strptime(date[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        moment = datetime.fromisoformat(date)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


ARC = "a web archive (ARC)"
