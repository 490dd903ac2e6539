"""Text from bytes, and what had to be replaced on the way."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"

# The longest marks first: UTF-32's little-endian mark begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Labels that the web means otherwise than their standards do (WHATWG Encoding Standard, section 4.2, 2026-11).
WEB_LABELS = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "utf-16": "utf-8",  # a label that could be read as ASCII can't be true
}

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")

# How much of the bytes is looked at to find a declaration or guess an encoding.
_HEAD = 4096
_SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read with, and how many characters could not be kept as they were."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, *, content_type: str | None = None, markup: bool = False) -> Decoded:
    """The text of `data`: by byte order mark, else UTF-8 where it fits, else as declared, else the best fallback.

    UTF-8 is tried before a declaration because text in another encoding that happens to be valid UTF-8 with
    non-ASCII characters is next to unknown, and pages saved as UTF-8 below an old `<meta charset>` are common.
    Characters that can't be kept (bytes that mean nothing, NUL, lone surrogates) become U+FFFD, one for one.
    Never raises.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if wide := _wide_encoding(data):
        return _lenient(data, wide)
    declared = _declared(data, content_type, markup=markup)
    if declared is not None and declared.startswith("iso2022") and b"\x1b" in data:
        return _lenient(data, declared)
    for name in ("utf-8", declared):
        if name and (text := _strict(data, name)) is not None:
            return usable(text, name)
    return _lenient(data, _fallback(data, declared))


def usable(text: str, encoding: str = "unicode") -> Decoded:
    """`text` with NUL and lone surrogates replaced one for one, so that offsets stay and UTF-8 can carry it.

    `"a\\ud83d b"` (half of a pair, cut by a careless program) gives `"a\\ufffd b"`, one replaced.
    """
    kept, replaced = _UNUSABLE.subn(REPLACEMENT, text)
    return Decoded(kept, encoding, replaced)


def printable_name(name: str) -> str:
    """A file's name as it can be written out: bytes that are not UTF-8 shown as U+FFFD."""
    return usable(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")).text


def _strict(data: bytes, encoding: str) -> str | None:
    """The text, or None where a byte does not fit the encoding."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    """The text with U+FFFD for what does not fit, counted; U+FFFD that stood there before is not counted."""
    text = _strict(data, encoding)
    if text is not None:
        return usable(text, encoding)
    text = data.decode(encoding, "replace")
    before = data.count(REPLACEMENT.encode()) if encoding == "utf-8" else 0
    clean = usable(text, encoding)
    return Decoded(clean.text, encoding, clean.replaced + text.count(REPLACEMENT) - before)


def _declared(data: bytes, content_type: str | None, *, markup: bool) -> str | None:
    """The encoding that the transport or the page names, as Python knows it; None if it names none that exists."""
    labels = [m[1] for m in [_CHARSET.search(content_type or "")] if m]
    if markup:
        head = data[:_HEAD]
        labels += [m[1].decode("ascii") for m in (_XML.search(head), _META.search(head)) if m]
    for label in labels:
        try:
            return codecs.lookup(WEB_LABELS.get(label.lower(), label)).name
        except LookupError:
            continue
    return None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: nearly every second byte of western text is NUL then."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def _fallback(data: bytes, declared: str | None) -> str:
    """The encoding for bytes that are not UTF-8 and not as declared.

    UTF-8 where most of what is not ASCII is: one cut character at the end of a page must not turn every
    dash in it into three letters. Then the declaration, if its faults are few; else a guess where most
    letters are not ASCII (Russian, Greek), else windows-1252, which the web's unmarked western pages are in.
    """
    first = _HIGH.search(data)
    start = max(0, (first.start() if first else 0) - _HEAD)
    sample = data[start : start + _SAMPLE]
    high = sum(byte > 127 for byte in sample)
    if _wrong(sample, "utf-8") * 4 <= high:
        return "utf-8"
    if declared and _wrong(sample, declared) * 20 <= high:
        return declared
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    if high > letters and (guess := _guess(sample)):
        return guess
    return "windows-1252"


def _wrong(sample: bytes, encoding: str) -> int:
    """How many characters of the sample do not fit the encoding."""
    return sample.decode(encoding, "replace").count(REPLACEMENT)


def _guess(sample: bytes) -> str | None:
    """What charset-normalizer takes the sample for; None if it can't say."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None
