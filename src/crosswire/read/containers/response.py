"""The content of an HTTP response as a web archive keeps it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from crosswire.errors import InputError
from crosswire.read.extras import how_to_install
from crosswire.read.source import MAX_PAGE

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_LONGEST_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered: the status (None where the archive kept none), its headers in lower case, the content.

    `fault`: why the content is not all there.
    """

    status: int | None
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str | None = None


def read_response(block: bytes) -> Response:
    """The response with its transfer and content encodings off. Raises InputError where they can't be taken off.

    A block that does not begin with a status line is content and nothing else.
    """
    status = _STATUS.match(block)
    if status is None:
        return Response(None, block)
    end = _END_OF_HEAD.search(block, 0, _LONGEST_HEAD)
    head, content = (block[: end.start()], block[end.end() :]) if end else (block[:_LONGEST_HEAD], b"")
    headers = _headers(head)
    fault = None
    if "chunked" in headers.get("transfer-encoding", "").lower():
        content, fault = _unchunked(content)
    for name in reversed(headers.get("content-encoding", "").lower().split(",")):
        content = _decoded(content, name.strip())
    return Response(int(status[1]), content, headers, fault)


def _headers(head: bytes) -> dict[str, str]:
    """The headers, the first of each name."""
    found: dict[str, str] = {}
    for line in head.split(b"\n")[1:1000]:
        name, colon, value = line.partition(b":")
        if colon:
            found.setdefault(name.strip().decode("latin-1").lower(), value.strip().decode("latin-1"))
    return found


def _unchunked(content: bytes) -> tuple[bytes, str | None]:
    """The content without its chunks' lengths, and what was wrong. Content that is in no chunks stays as it is."""
    parts: list[bytes] = []
    at = 0
    while True:
        match = _CHUNK.match(content, at)
        if match is None:
            break
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts), None
        parts.append(content[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if content.startswith(b"\r\n", at) else content.startswith(b"\n", at)
    if not parts:
        return content, None
    return b"".join(parts), "its chunks end before the last one"


def _decoded(content: bytes, name: str) -> bytes:
    """The content unpacked. Archives often keep it unpacked under the header of the packed one: then as it is."""
    if name in ("", "identity", "none", "utf-8") or not content:
        return content
    if name in ("gzip", "x-gzip"):
        return _inflated(content, 31) if content.startswith(b"\x1f\x8b") else content
    if _looks_unpacked(content):
        return content
    if name == "deflate":
        return _inflated(content, 15 if content[0] & 0x0F == 8 else -15)
    if name == "br":
        return _unbrotlied(content)
    raise InputError(f"its content encoding {name[:20]} can't be read")


def _looks_unpacked(content: bytes) -> bool:
    """True for what opens as markup or as words: packed data has other bytes in its first hundred."""
    head = content[:100]
    return len(head) > 8 and not head.translate(None, bytes(range(32, 127)) + b"\t\r\n\f")


def _inflated(content: bytes, window: int) -> bytes:
    """The unpacked content, as far as it goes where it is cut short. Raises InputError when it is damaged or a bomb."""
    parts: list[bytes] = []
    size = 0
    unpacker = zlib.decompressobj(wbits=window)
    while content and not unpacker.eof:
        try:
            parts.append(unpacker.decompress(content, MAX_PAGE - size + 1))
        except zlib.error as error:
            if parts:
                break
            raise InputError(f"its compressed content is damaged ({error})") from error
        size += len(parts[-1])
        if size > MAX_PAGE:
            raise InputError(f"it is larger than {MAX_PAGE // (1024 * 1024)} MB when unpacked")
        content = unpacker.unconsumed_tail
    return b"".join(parts)


def _unbrotlied(content: bytes) -> bytes:
    """The content out of Brotli. Raises InputError when the library for it is missing, or as `_inflated`."""
    try:
        import brotli
    except ImportError as error:
        raise InputError(
            f"its content is packed with Brotli, whose library is missing: {how_to_install('archives')}"
        ) from error
    unpacker = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        while content or not unpacker.can_accept_more_data():
            part: bytes = unpacker.process(content, output_buffer_limit=1 << 20)
            content = b""
            size += len(part)
            if size > MAX_PAGE:
                raise InputError(f"it is larger than {MAX_PAGE // (1024 * 1024)} MB when unpacked")
            parts.append(part)
            if unpacker.is_finished() or not part:
                break
    except brotli.error as error:
        raise InputError(f"its content is no Brotli data ({error})") from error
    return b"".join(parts)
