"""What kind of thing some bytes are, by their content first and their name second."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from crosswire.read.decode import BYTE_ORDER_MARKS, wide_encoding


class Kind(StrEnum):
    """What the read room does with it."""

    EMPTY = "empty"
    TEXT = "text"
    MARKUP = "markup"
    JSON = "json"  # one value: an object or a list of them
    ROWS = "rows"  # one object a line
    FEED = "feed"  # RSS, Atom, CDF
    NEWSWIRE = "newswire"  # NewsML, NITF
    GZIP = "gzip"
    PDF = "pdf"
    ZIP = "zip"  # also office documents
    MAIL = "mail"  # a message, a mailbox, MHTML
    ARCHIVE = "archive"  # WARC, ARC
    FOREIGN = "foreign"  # known, and not read
    BINARY = "binary"  # not known, and not text


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A kind and, for FOREIGN, what it is in words a person uses."""

    kind: Kind
    what: str = ""


# (bytes, at, what it is). Sources: file(1)'s magic database and the formats' own specifications, 2026-11.
SIGNATURES = (
    (b"PK\x05\x06", 0, "an empty zip archive"),
    (b"\x89PNG\r\n", 0, "a PNG picture"),
    (b"\xff\xd8\xff", 0, "a JPEG picture"),
    (b"GIF87a", 0, "a GIF picture"),
    (b"GIF89a", 0, "a GIF picture"),
    (b"WEBP", 8, "a WebP picture"),
    (b"ftyp", 4, "a video or an ISO media file"),
    (b"ID3", 0, "an MP3 recording"),
    (b"OggS", 0, "an Ogg recording"),
    (b"WAVE", 8, "a WAV recording"),
    (b"wOFF", 0, "a font"),
    (b"wOF2", 0, "a font"),
    (b"SQLite format 3\x00", 0, "an SQLite database"),
    (b"\x7fELF", 0, "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old office document"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive"),
    (b"Rar!\x1a\x07", 0, "a RAR archive"),
    (b"BZh", 0, "bzip2 data"),
    (b"\xfd7zXZ\x00", 0, "xz data"),
    (b"\x28\xb5\x2f\xfd", 0, "Zstandard data"),
    (b"PAR1", 0, "a Parquet table"),
    (b"ustar", 257, "a tar archive"),
    (b"{\\rtf", 0, "a rich text (RTF) document"),
    (b"\x04\x22\x4d\x18", 0, "LZ4 data"),
)

# Formats with a reader of their own, by their first bytes.
READ_SIGNATURES = (
    (b"WARC/", 0, Sniffed(Kind.ARCHIVE, "a web archive (WARC)")),
    (b"filedesc:", 0, Sniffed(Kind.ARCHIVE, "a web archive (ARC)")),
    (b"%PDF-", 0, Sniffed(Kind.PDF, "a PDF document")),
    (b"PK\x03\x04", 0, Sniffed(Kind.ZIP, "a zip archive or an office document")),
)

# Root elements of XML that holds news. An XML page whose root is none of these and not html is named by its root.
XML_ROOTS = {
    "rss": Sniffed(Kind.FEED, "an RSS feed"),
    "feed": Sniffed(Kind.FEED, "an Atom feed"),
    "entry": Sniffed(Kind.FEED, "an Atom entry"),
    "rdf": Sniffed(Kind.FEED, "an RSS 1.0 feed"),
    "channel": Sniffed(Kind.FEED, "a CDF channel"),
    "newsitem": Sniffed(Kind.NEWSWIRE, "a NewsML item"),
    "packageitem": Sniffed(Kind.NEWSWIRE, "a NewsML-G2 package"),
    "conceptitem": Sniffed(Kind.NEWSWIRE, "a NewsML-G2 concept"),
    "knowledgeitem": Sniffed(Kind.NEWSWIRE, "a NewsML-G2 list of concepts"),
    "planningitem": Sniffed(Kind.NEWSWIRE, "a NewsML-G2 planning item"),
    "catalogitem": Sniffed(Kind.NEWSWIRE, "a NewsML-G2 catalogue"),
    "newsmessage": Sniffed(Kind.NEWSWIRE, "a NewsML-G2 message"),
    "contentset": Sniffed(Kind.NEWSWIRE, "the content of a NewsML-G2 item"),
    "newsml": Sniffed(Kind.NEWSWIRE, "a NewsML document"),
    "nitf": Sniffed(Kind.NEWSWIRE, "an NITF document"),
    "urlset": Sniffed(Kind.FOREIGN, "a sitemap"),
    "sitemapindex": Sniffed(Kind.FOREIGN, "a sitemap"),
    "svg": Sniffed(Kind.FOREIGN, "an SVG picture"),
}

# Names that say it is no page although it may be text.
NAMED_SUFFIXES = {
    ".css": Sniffed(Kind.FOREIGN, "a style sheet"),
    ".js": Sniffed(Kind.FOREIGN, "a script"),
    ".mjs": Sniffed(Kind.FOREIGN, "a script"),
    ".map": Sniffed(Kind.FOREIGN, "a source map"),
    ".py": Sniffed(Kind.FOREIGN, "a script"),
    ".sh": Sniffed(Kind.FOREIGN, "a script"),
    ".toml": Sniffed(Kind.FOREIGN, "a settings file"),
    ".yaml": Sniffed(Kind.FOREIGN, "a settings file"),
    ".yml": Sniffed(Kind.FOREIGN, "a settings file"),
    ".csv": Sniffed(Kind.FOREIGN, "a table (CSV)"),
    ".tsv": Sniffed(Kind.FOREIGN, "a table (TSV)"),
    ".ics": Sniffed(Kind.FOREIGN, "a calendar"),
    ".mht": Sniffed(Kind.MAIL, "a saved page (MHTML)"),
    ".mhtml": Sniffed(Kind.MAIL, "a saved page (MHTML)"),
    ".mbox": Sniffed(Kind.MAIL, "a mailbox"),
    ".eml": Sniffed(Kind.MAIL, "an e-mail message"),
}

MARKUP_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"})
XML_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf", ".cdf", ".svg"})
ROW_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})

_ROOT = re.compile(
    r"(?:<\?[^>]*\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?[^>]*>|\s)*+<(?:[\w.-]+:)?([a-z][\w.-]*)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_START = re.compile(
    r"(?:<\?[^>]*\?>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CLOSING = re.compile(r"</(?:p|div|span|a|li|ul|h[1-6]|article|section|td|tr|table|script|body|html|b|i|em)>", re.I)
_ANY_TAG = re.compile(r"<(?:!--|!doctype|/?[a-z][\w-]*(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_HEADER_LINE = re.compile(r"([!-9;-~]{1,80}):(?:[ \t]|$)")
_MAILBOX = re.compile(r"From \S.{0,200}\d\d:\d\d.{0,40}\d{4}\s*\r?\n[!-9;-~]{1,80}:")
# A message has a header that only mail has, and says who wrote it: a report may open with "From: …" too.
_MAIL_ONLY = frozenset({"mime-version", "message-id", "received", "return-path", "delivered-to", "dkim-signature"})

# Controls that text never has; tab, line ends, form feed and escape are left out.
_CONTROLS = bytes(n for n in range(32) if n not in (9, 10, 12, 13, 27))
_WIDE_MARKS = tuple(mark for mark, encoding in BYTE_ORDER_MARKS if encoding != "utf-8")


def sniff_bytes(head: bytes) -> Sniffed | None:
    """What the first bytes alone decide: nothing there, compressed, a foreign format, binary. None: it is text."""
    if not head.strip(b"\x00 \t\r\n\x0c"):
        return Sniffed(Kind.EMPTY)
    if head.startswith(b"\x1f\x8b"):
        return Sniffed(Kind.GZIP)
    for mark, place, sniffed in READ_SIGNATURES:
        if head.startswith(mark, place):
            return sniffed
    for signature, at, what in SIGNATURES:
        if head.startswith(signature, at):
            return Sniffed(Kind.FOREIGN, what)
    return Sniffed(Kind.BINARY) if _is_binary(head) else None


def sniff_text(head: str, *, suffix: str = "", content_type: str | None = None) -> Sniffed:
    """What a text is, by its first characters, the suffix of its name and the type that its server named."""
    start = head.lstrip("\ufeff \t\r\n")
    if suffix in ROW_SUFFIXES:
        return Sniffed(Kind.ROWS)
    if suffix in NAMED_SUFFIXES:
        return NAMED_SUFFIXES[suffix]
    if suffix == ".json" or start.startswith(("{", "[")):
        return Sniffed(Kind.JSON)
    if _PAGE_START.match(start):
        return Sniffed(Kind.MARKUP)
    if found := _structured(start, suffix):
        return found
    named = suffix in MARKUP_SUFFIXES or "html" in (content_type or "")
    if named and _ANY_TAG.search(head):
        return Sniffed(Kind.MARKUP)
    return Sniffed(Kind.MARKUP if is_markup(head) else Kind.TEXT)


def is_markup(head: str) -> bool:
    """True when the text is HTML whatever its name says.

    It opens as a page, or it closes elements again and again; a report that mentions one `</div>` is text.
    """
    return bool(_PAGE_START.match(head)) or len(_CLOSING.findall(head[:65536])) >= max(3, len(head[:65536]) // 4000)


def _structured(start: str, suffix: str) -> Sniffed | None:
    """What a text is that is neither a page nor a report: XML of some kind, a MIME message."""
    if _MAILBOX.match(start):
        return Sniffed(Kind.MAIL, "a mailbox")
    if _is_message(start):
        return Sniffed(Kind.MAIL, "an e-mail message")
    match = _ROOT.match(start)
    root = match[1].lower() if match else ""
    declared = start.startswith("<?xml") or suffix in XML_SUFFIXES
    if root == "html" or not (declared or root in XML_ROOTS):
        return None
    return XML_ROOTS.get(root) or Sniffed(Kind.FOREIGN, f"XML (root element <{root}>)" if root else "XML")


def _is_message(start: str) -> bool:
    """True when the text opens with the headers of a message."""
    names: set[str] = set()
    for line in start[:32768].splitlines():
        match = _HEADER_LINE.match(line)
        if match:
            names.add(match[1].lower())
        elif not (line[:1] in (" ", "\t") and names and line.strip()):
            break
    return not names.isdisjoint(_MAIL_ONLY) and not names.isdisjoint({"from", "content-type"})


def _is_binary(head: bytes) -> bool:
    """True when there are more control characters than a damaged text has. A single NUL is a damaged text."""
    if head.startswith(_WIDE_MARKS) or wide_encoding(head) is not None:
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > 2 and controls * 50 > len(head)
