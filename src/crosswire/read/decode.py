"""Text from bytes, and what had to be replaced on the way."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from crosswire.read.labels import LATIN, WIDER, encoding_of

REPLACEMENT = "\ufffd"

# The longest marks first: UTF-32's little-endian mark begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CODE = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_CODE_END = re.compile(rb"</(?:script|style)\b", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]{0,4000}>")
_HIGH = re.compile(rb"[\x80-\xff]")
_FAULT = re.compile("[\udc80-\udcff]+")
_UNUSABLE = re.compile("[\x00\ud800-\udfff]")
# The escapes into Japanese letters that seven-bit mail and old pages use (ISO-2022-JP).
_SEVEN_BIT = re.compile(rb"\x1b\$[@B]")

# How much of the bytes is looked at to find a declaration or guess an encoding.
_HEAD = 4096
_DECLARATIONS = 16384
_SAMPLE = 65536
_HIGH_BYTES = bytes(range(128, 256))
# Quotation marks, dashes and signs (© ° § …) are the same bytes in all Windows encodings and tell nothing.
_TELLING = bytes(
    set(_HIGH_BYTES)
    - set(b"\x80\x82\x84\x85\x86\x87\x89\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b")
    - set("\xa0§©«¬\xad®°±¶·»".encode("cp1252"))
)
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WIDE_NAMES = ("utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read with, and how many characters could not be kept as they were.

    `strays`: bytes of windows-1252 in a text of UTF-8, read as what they are.
    """

    text: str
    encoding: str
    replaced: int = 0
    strays: int = 0


def decode(data: bytes, *, content_type: str | None = None, markup: bool = False) -> Decoded:
    """The text of `data`: by byte order mark, else UTF-8 where it fits, else as declared, else as it looks.

    UTF-8 is tried before a declaration because text in another encoding that happens to be valid UTF-8 with
    non-ASCII characters is next to unknown, and pages saved as UTF-8 below an old `<meta charset>` are common.
    Text that was encoded twice ("cafÃ©" in UTF-8) stays as it is: that is what the page says.
    Characters that can't be kept (bytes that mean nothing, NUL, lone surrogates) become U+FFFD, one for one.
    Never raises.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    declared = _declared(data, content_type, markup=markup)
    if wide := wide_encoding(data):
        return _lenient(data, wide)
    if declared in _WIDE_NAMES and len(data) % 2 == 0 and (text := _strict(data, declared)) is not None:
        return usable(text, declared)
    if _SEVEN_BIT.search(data) and not _HIGH.search(data):
        return _lenient(data, _fitting(data, "iso2022_jp"))
    if (text := _strict(data, "utf-8")) is not None:
        return usable(text, "utf-8")
    if declared and not _contradicted(data, declared):
        fitting = _fitting(data, declared)
        if (text := _strict(data, fitting)) is not None:
            return usable(text, fitting)
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
    if encoding == "utf-8":
        return _mended(data)
    text = data.decode(encoding, "replace")
    clean = usable(text, encoding)
    return Decoded(clean.text, encoding, clean.replaced + text.count(REPLACEMENT))


def _mended(data: bytes) -> Decoded:
    """UTF-8 with faults: a single byte of windows-1252 between ASCII is read as that, all else becomes U+FFFD.

    `caf\xe9 ` has lost its encoding when it was pasted; `\xe2\x80` is a quotation mark that was cut.
    """
    text = data.decode("utf-8", "surrogateescape")
    strays = 0

    def mended(fault: re.Match[str]) -> str:
        nonlocal strays
        found = fault[0].encode("utf-8", "surrogateescape")
        if len(found) > 1 or not _between_ascii(text, fault.start()) or (kept := _strict(found, "cp1252")) is None:
            return found.decode("utf-8", "replace")
        strays += 1
        return kept

    kept = _FAULT.sub(mended, text)
    replaced = kept.count(REPLACEMENT) - text.count(REPLACEMENT)
    clean = usable(kept, "utf-8")
    return Decoded(clean.text, "utf-8", clean.replaced + replaced, strays)


def _between_ascii(text: str, at: int) -> bool:
    """True when the characters on both sides are ASCII. At the very end of the data a character may have been cut."""
    return at + 1 < len(text) and text[at + 1] < "\x80" and (at == 0 or text[at - 1] < "\x80")


def _declared(data: bytes, content_type: str | None, *, markup: bool) -> str | None:
    """The encoding that the transport or the page names, as Python knows it; None if it names none that exists."""
    if (match := _CHARSET.search(content_type or "")) and (named := encoding_of(match[1], by_server=True)):
        return named
    if markup:
        head = data[:_DECLARATIONS]
        found = (encoding_of(m[1].decode("ascii", "replace")) for m in (_XML.search(head), _META.search(head)) if m)
        return next((name for name in found if name), None)
    return None


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without its mark; None for what reads as neither.

    Text of any language has spaces, line ends or full stops, which are a NUL and a byte there (`。` is 30 02). Text
    with NULs by damage is mostly printable ASCII, or gives letters of no language when its bytes are paired.
    """
    sample = data[:_HEAD]
    if len(sample) < 8 or 0 not in sample or not sample.strip(b"\x00"):
        return None
    quarters = [sample[n::4].count(0) * 4 / len(sample) for n in range(4)]
    if len(data) % 4 == 0 and min(quarters[2:]) > 0.95:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(quarters[:2]) > 0.95:
        return "utf-32-be"
    if sum(32 <= byte < 127 for byte in sample) * 10 > len(sample) * 8:
        return None
    reading, name = max((_common_signs(sample, name), name) for name in _WIDE_NAMES)
    return name if reading * 200 >= len(sample) // 2 else None


def _common_signs(sample: bytes, name: str) -> int:
    """How many spaces, line ends and stops the sample has in this order of bytes; 0 if it does not read as text."""
    text = sample[: len(sample) & ~1].decode(name, "replace")
    likely = sum(char.isalnum() or char.isspace() or unicodedata.category(char)[0] in "PMS" for char in text)
    return sum(map(text.count, " \n.,、。，")) if likely * 50 >= len(text) * 49 else 0


def _fitting(data: bytes, encoding: str) -> str:
    """The encoding, or its wider form where only that fits."""
    wider = WIDER.get(encoding)
    if wider and _strict(data, encoding) is None and _strict(data, wider) is not None:
        return wider
    return encoding


def _contradicted(data: bytes, declared: str) -> bool:
    """True when a page that declares a western encoding is hardly in Latin letters at all.

    A template with `charset=iso-8859-1` around an article in Cyrillic: in windows-1252 no language has more letters
    outside ASCII than in it.
    """
    if declared not in LATIN:
        return False
    words = _words(_sample(data))
    high = len(words) - len(words.translate(None, _HIGH_BYTES))
    return high > len(words) - len(words.translate(None, _LETTERS))


def _words(sample: bytes) -> bytes:
    """The sample without its tags, scripts and styles: what is left is mostly the words of the page."""
    first, *others = _CODE.split(sample)
    ends = [(other, _CODE_END.search(other)) for other in others]
    return _TAG.sub(b" ", b" ".join([first, *(other[end.start() :] for other, end in ends if end)]))


def _sample(data: bytes) -> bytes:
    """The stretch around the first byte that is not ASCII, begun before it, so that its first character is whole."""
    first = _HIGH.search(data)
    start = max(0, (first.start() if first else 0) - _HEAD)
    return data[start : start + _SAMPLE]


def _fallback(data: bytes, declared: str | None) -> str:
    """The encoding for bytes that are not UTF-8 and not as declared.

    UTF-8 where most of what is not ASCII is: one cut character at the end of a page must not turn every
    dash in it into three letters. Then the declaration, if its faults are few and nothing speaks against it;
    else a guess.
    """
    sample = _sample(data)
    high = len(sample) - len(sample.translate(None, _HIGH_BYTES))
    if _wrong(sample, "utf-8") * 4 <= high:
        return "utf-8"
    fits = declared and declared not in _WIDE_NAMES and _wrong(sample, declared) * 20 <= high
    if declared and fits and not _contradicted(data, declared):
        return _fitting(data, declared)
    return _guess(sample, ended=len(sample) < _SAMPLE)


def _wrong(sample: bytes, encoding: str) -> int:
    """How many characters of the sample do not fit the encoding."""
    return sample.decode(encoding, "replace").count(REPLACEMENT)


def _guess(sample: bytes, *, ended: bool) -> str:
    """What the detector of a browser takes the sample for; windows-1252 when nothing speaks for another."""
    from chardetng_py import EncodingDetector

    words = _words(sample)
    detector = EncodingDetector()
    detector.feed(words, last=ended)
    label: str = detector.guess(tld=None, allow_utf8=False)
    name = encoding_of(label) or codecs.lookup(label).name
    few = name in LATIN and _barely_accented(words) and _strict(words, "cp1252") is not None
    return "cp1252" if few else name


def _barely_accented(words: bytes) -> bool:
    """True when too few letters tell one Latin encoding from another: then it is the one that English is in.

    `£5 million` would be `Ł5 million` in windows-1250. Polish, Czech, Turkish have an accent on every tenth letter.
    """
    telling = len(words) - len(words.translate(None, _TELLING))
    letters = len(words) - len(words.translate(None, _LETTERS))
    return telling < 4 or telling * 40 < letters
