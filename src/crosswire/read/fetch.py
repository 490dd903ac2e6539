"""The one place that touches the network: an address to its bytes, when the user gave an address."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from http.client import HTTPException, HTTPResponse
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from crosswire.errors import InputError
from crosswire.read.source import MAX_PAGE, Fetched

USER_AGENT = "crosswire/0.1 (reads news pages that its user names)"
# Seconds: for one answer of the server, and for the whole page.
TIMEOUT = 20.0
DEADLINE = 60.0
_CHUNK = 1024 * 256
ERRORS = (HTTPErrorProcessor, HTTPDefaultErrorHandler)


def fetch_url(address: str) -> Fetched:
    """What an http or https address gives now. Raises InputError with the cause; gives up after DEADLINE seconds."""
    request = Request(address, headers={"User-Agent": USER_AGENT, "Accept": "text/html,*/*;q=0.5"})
    try:
        with cast(HTTPResponse, _opener().open(request, timeout=TIMEOUT)) as answer:
            data = _body(answer.read, time.monotonic() + DEADLINE)
            if (answer.headers.get("Content-Encoding") or "").lower() == "gzip":
                data = _gunzip(data)
            return Fetched(data, answer.headers.get("Content-Type"), answer.geturl(), datetime.now(UTC))
    except HTTPError as error:
        raise InputError(f"can't be fetched: the server says {error.code} {error.reason}") from error
    except (URLError, HTTPException, OSError, ValueError, zlib.error) as error:
        cause = error.reason if isinstance(error, URLError) else error
        raise InputError(f"can't be fetched: {cause}") from error


def _opener() -> OpenerDirector:
    """An opener that knows http and https only: a redirect to a file or to ftp fails."""
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPRedirectHandler, *ERRORS):
        opener.add_handler(handler())
    return opener


def _body(read: Callable[[int], bytes], deadline: float) -> bytes:
    """All bytes of an answer. Raises InputError above the size of a page or after the deadline."""
    parts: list[bytes] = []
    size = 0
    while part := read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > MAX_PAGE:
            raise InputError(f"is larger than {MAX_PAGE // (1024 * 1024)} MB")
        if time.monotonic() > deadline:
            raise InputError(f"took longer than {DEADLINE:.0f} seconds")
    return b"".join(parts)


def _gunzip(data: bytes) -> bytes:
    """The unpacked bytes of all members. Raises InputError when they are cut short or larger than a page may be."""
    parts: list[bytes] = []
    size = 0
    while data:
        unpacker = zlib.decompressobj(wbits=31)
        parts.append(unpacker.decompress(data, MAX_PAGE - size + 1))
        size += len(parts[-1])
        if size > MAX_PAGE:
            raise InputError(f"is larger than {MAX_PAGE // (1024 * 1024)} MB when unpacked")
        if not unpacker.eof:
            raise InputError("is cut short: its compressed data ends before its end mark")
        data = unpacker.unused_data
    return b"".join(parts)
