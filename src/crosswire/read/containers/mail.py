"""The pages of e-mail: newsletters, forwarded reports, mailboxes, and pages that a browser saved as MHTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from html import unescape
from urllib.parse import urlsplit

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.decode import Decoded, decode, usable
from crosswire.read.ids import Draft, content_hash
from crosswire.read.kind import Sniffed, is_markup
from crosswire.read.reader import Found, World
from crosswire.read.source import MAX_PAGE, Source, decoding_notes, issue, lines, too_large

# Messages inside messages, parts inside parts: mail that people read has a handful.
_DEEPEST = 8
_MOST_PARTS = 1000
# What the standard library's parser of mail raises on headers that break its rules; each has been seen in the wild.
_HEADER_ERRORS = (ValueError, TypeError, AttributeError, LookupError, OverflowError, AssertionError, HeaderParseError)

_LONGEST_HEADER = 4000
_ESCAPED = re.compile("[\udc80-\udcff]")
_FOLD = re.compile(r"\s*[\r\n]+\s*")
_MARKUP_NOISE = re.compile(r"<(?:style|script|head)\b[^<]*(?:<(?!/(?:style|script|head))[^<]{0,20000}){0,2000}", re.I)
_TAG = re.compile(r"<[^<>]{0,4000}>")
_BREAK = re.compile(r"<br\b[^<>]{0,200}>|</(?:div|p|tr|li|h\d)>", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"(?:-{4,} *(?:Forwarded message|Original Message) *-{4,}|Begin forwarded message:)\s*"
    r"((?:[ \t>*]*(?:From|Date|Sent|Subject|To|Cc|Reply-To)\*?:[^\n]{0,1000}\s*){2,12})",
    re.IGNORECASE,
)
_QUOTED_LINE = re.compile(r"^[ \t>*]*(From|Date|Sent|Subject)\*?:([^\n]*)", re.IGNORECASE | re.MULTILINE)
_FORWARDED = re.compile(r"^\s*(?:(?:fwd?|wg|tr|rv|i|vs|vb|doorst)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Letter:
    """One message of a file: its place (`box.mbox:3`), what to call its page, and how deep it lies in others."""

    source: Source
    place: str
    stem: str
    depth: int = 0


def read_mail(source: Source, sniffed: Sniffed, world: World) -> Found:
    """A page for each message: of a file in the form of one message, of a mailbox, of the ones attached to another.

    Taken: the HTML part, or the plain one where that says more; subject → title, sender → publisher, date →
    published_at. A page that a browser saved has its address and the time it was saved instead. Attachments are
    counted, never opened.
    """
    if sniffed.what == MAILBOX:
        found = False
        for item in _mailbox(source, world):
            found = True
            yield item
        if not found:
            yield issue("empty", source.name, "is a mailbox without messages; left out")
        return
    data = source.stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        yield too_large(source.name, MAX_PAGE)
        return
    yield from _letter(_parsed(data), _Letter(source, source.name, source.stem), world)


def _mailbox(source: Source, world: World) -> Found:
    """The messages of a mailbox: each begins with a line `From …` behind an empty one."""
    number, size, empty = 0, 0, True
    held: list[bytes] = []
    for _, line in lines(source.stream):
        if line is not None and empty and line.startswith(b"From "):
            yield from _boxed(source, held, number, size, world)
            number, size, held = number + 1, 0, []
            continue
        words = line if line is not None else b""
        size += len(words) + 1 if line is not None else MAX_PAGE + 1
        empty = not words
        if size <= MAX_PAGE:
            held.append(words[1:] if words.startswith(b">From ") else words)
    yield from _boxed(source, held, number, size, world)


def _boxed(source: Source, held: list[bytes], number: int, size: int, world: World) -> Found:
    place = f"{source.name}:{number}"
    if size > MAX_PAGE:
        yield too_large(place, MAX_PAGE)
    elif held:
        yield from _letter(_parsed(b"\n".join(held)), _Letter(source, place, ""), world)


def _parsed(data: bytes) -> Message:
    return BytesParser(policy=policy.compat32).parsebytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"))


def _letter(message: Message, letter: _Letter, world: World) -> Found:
    """The page of a message and the pages of those attached to it."""
    if letter.depth > _DEEPEST:
        yield issue("nested-too-deep", letter.place, f"holds messages in messages, more than {_DEEPEST} deep; left out")
        return
    parts = tuple(_parts(message))
    texts = [part for part in parts if _is_text(part)]
    attached = [part for part in parts if part.get_content_type() == "message/rfc822"]
    body = _body(texts, letter, prefer_text=world.prefer_text)
    passed = () if _is_saved_page(message) else _passed_over(parts, letter)
    if isinstance(body, Issue):
        yield from () if attached else (body, *passed)
    else:
        draft = _draft(message, letter, *body)
        yield replace(draft, notes=(*draft.notes, *passed))
    for part in attached:
        held = part.get_payload(0) if part.is_multipart() else None
        if isinstance(held, Message):
            yield from _letter(held, replace(letter, depth=letter.depth + 1), world)


def _passed_over(parts: tuple[Message, ...], letter: _Letter) -> tuple[Issue, ...]:
    """The count of attachments and pictures, if there are any."""
    others = [part for part in parts if not _is_text(part) and part.get_content_type() != "message/rfc822"]
    if not others:
        return ()
    kinds = usable(", ".join(sorted({part.get_content_type() for part in others}))).text[:200]
    cause = f"{len(others)} part{'s' if len(others) > 1 else ''} beside the message's text ({kinds}) passed over"
    return (issue("attachments", letter.place, cause),)


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold something themselves, in their order; what an attached message holds is not among them."""
    waiting, seen = [(message, 0)], 0
    while waiting and seen < _MOST_PARTS:
        part, depth = waiting.pop()
        seen += 1
        inner = part.get_payload() if part.is_multipart() and part.get_content_maintype() == "multipart" else None
        if isinstance(inner, list) and depth <= _DEEPEST * 4:
            waiting += [(held, depth + 1) for held in reversed(inner) if isinstance(held, Message)]
        elif inner is None:
            yield part


def _is_text(part: Message) -> bool:
    """True for text that is shown with the message; a text file that is attached is not."""
    return part.get_content_type() in ("text/html", "text/plain", "application/xhtml+xml") and not _is_attached(part)


def _is_attached(part: Message) -> bool:
    return (_header(part, "content-disposition") or "").lower().startswith("attachment")


def _body(texts: list[Message], letter: _Letter, *, prefer_text: bool) -> tuple[Decoded, bool, Message] | Issue:
    """The text that stands for the message, whether it is markup, and its part.

    HTML where it says at least half of what the plain text says: some senders put only "open this in a browser" there.
    """
    html = [part for part in texts if part.get_content_type() != "text/plain"]
    found = [(decoded, part in html or is_markup(decoded.text), part) for part in texts for decoded in [_text(part)]]
    rich = next((text for text in found if text[2] in html and _weight(text[0].text)), None)
    plain = max((text for text in found if text[2] not in html), key=lambda text: len(text[0].text), default=None)
    if rich and plain and _weight(plain[0].text) > (0 if prefer_text else 2 * _weight(rich[0].text)):
        return plain
    best = rich or plain
    if best is None or not best[0].text.strip():
        return issue("missing-text", letter.place, "is a message without text of its own; left out")
    return best


def _text(part: Message) -> Decoded:
    """The part's text in its own encoding; what its transfer encoding hides is laid bare."""
    try:
        data = part.get_payload(decode=True)
    except _HEADER_ERRORS:
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    charset = _charset(part)
    markup = part.get_content_type() != "text/plain"
    named = f"text/html; charset={charset}" if charset else None
    found = decode(data if isinstance(data, bytes) else b"", content_type=named, markup=markup)
    if markup or not _is_flowed(part):
        return found
    return replace(found, text=_unfolded(found.text, spaces=(_parameter(part, "delsp") or "").lower() != "yes"))


def _is_flowed(part: Message) -> bool:
    """True where the sender folded the paragraphs for the way, to be laid flat again (RFC 3676)."""
    return (_parameter(part, "format") or "").lower() == "flowed"


def _unfolded(text: str, *, spaces: bool) -> str:
    """Flowed text with its paragraphs on one line each: a line that ends in a space goes on in the next.

    Quoted lines (`> …`) and the line that opens a signature stay as they are.
    """
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.removeprefix(" ")
        if goes_on and bare.strip() and not bare.startswith(">") and bare != "-- ":
            lines[-1] += bare
        else:
            lines.append(bare)
        goes_on = lines[-1].endswith(" ") and bare != "-- " and not bare.startswith(">")
        if goes_on and not spaces:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _parameter(part: Message, name: str) -> str | None:
    try:
        value = part.get_param(name)
    except _HEADER_ERRORS:
        return None
    return value if isinstance(value, str) else None


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _HEADER_ERRORS:
        return None


def _weight(text: str) -> int:
    """How many letters a reader sees, roughly."""
    return sum(map(len, _TAG.sub(" ", _MARKUP_NOISE.sub(" ", text[:500_000])).split()))


def _draft(message: Message, letter: _Letter, text: Decoded, markup: bool, part: Message) -> Draft:
    """The page of a message with what its headers say of it, or the headers quoted where it was forwarded."""
    file, place = letter.source.name, letter.place
    source = letter.source
    page = Page(id="", body=text.text, markup=markup, file=file, url=source.url, fetched_at=source.fetched_at)
    page = replace(page, language=_language(message))
    sent = _moment(_header(message, "date"))
    if _is_saved_page(message):
        saved_at = sent if sent and sent.tzinfo else None
        page = replace(page, url=_address(message, part), fetched_at=saved_at)
    else:
        quoted = _quoted(text.text, markup=markup)
        told = quoted or {name: _header(message, name) or "" for name in ("from", "subject", "date")}
        moment = _moment(told.get("date"))
        page = replace(
            page,
            title=_FORWARDED.sub("", told.get("subject", "")) or None,
            publisher=_name(told.get("from", "")) or (None if quoted else _list_name(message)),
            published_at=moment.isoformat() if moment else None,
        )
    stem = letter.stem if letter.stem and not letter.depth else f"{letter.source.stem}-{content_hash(page)}"
    return Draft(page, place, stem, notes=decoding_notes(place, text))


def _quoted(text: str, *, markup: bool) -> dict[str, str] | None:
    """The headers quoted in a forwarded message: its sender is the medium, not the person who passed it on."""
    head = text[:200_000]
    seen = unescape(_TAG.sub("", _BREAK.sub("\n", _MARKUP_NOISE.sub("", head)))) if markup else head
    match = _PASSED_ON.search(seen)
    if match is None:
        return None
    return {line[1].lower().replace("sent", "date"): line[2].strip() for line in _QUOTED_LINE.finditer(match[1])}


def _header(message: Message, name: str) -> str | None:
    """A header's words on one line; None where it is missing.

    Decoded here and not by the library's newer policy, whose parser of addresses takes seconds for a long header.
    """
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    try:
        words = str(make_header(decode_header(_FOLD.sub(" ", raw[:_LONGEST_HEADER]))))
    except _HEADER_ERRORS:
        words = raw[:_LONGEST_HEADER]
    # Bytes that stand in a header as they are: in the encoding that they look like.
    shown = decode(words.encode("utf-8", "surrogateescape")).text if _ESCAPED.search(words) else usable(words).text
    return _FOLD.sub(" ", shown).strip() or None


def _name(sender: str) -> str | None:
    """The name that a sender goes by, never a bare address: `news@ledger.example` names nobody."""
    for called, _ in getaddresses([sender]):
        if called and "@" not in called:
            return called.strip(" '\"")
    return None


def _list_name(message: Message) -> str | None:
    """What the mailing list is called."""
    return (_header(message, "list-id") or "").partition("<")[0].strip(" '\"") or None


def _moment(date: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(date) if date else None
    except _HEADER_ERRORS:
        return None


def _language(message: Message) -> str | None:
    found = (_header(message, "content-language") or "").split(",")[0].strip().lower()
    return found if re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", found) else None


def _is_saved_page(message: Message) -> bool:
    """True for MHTML: a browser saved a page with its pictures, and says so in the sender's place."""
    if _header(message, "snapshot-content-location"):
        return True
    if message.get_content_type() != "multipart/related":
        return False
    return not _header(message, "to") and bool(
        re.match(r"<?saved by\b", _header(message, "from") or "", re.I) or _header(message, "x-mimeole")
    )


def _address(message: Message, part: Message) -> str | None:
    """Where a saved page came from."""
    for words in (_header(message, "snapshot-content-location"), _header(part, "content-location")):
        try:
            if words and urlsplit(words).scheme in ("http", "https"):
                return unescape(words)
        except ValueError:
            continue
    return None


MAILBOX = "a mailbox"
