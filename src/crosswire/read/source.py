"""The bytes of one input and what is known of them from outside: its name, its address, its type."""

from __future__ import annotations

import gzip
import io
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from crosswire.errors import InputError
from crosswire.model.issue import Issue
from crosswire.read.decode import Decoded, printable_name

# A page larger than this is refused by name: the largest saved news pages have 10 MB, nearly all of it pictures.
MAX_PAGE = 64 * 1024 * 1024
# What a pipe, an address or a compressed file may hold in all: it stands in memory.
MAX_STREAM = 1024 * 1024 * 1024

# Names of pipes that a shell makes and that are safe to open; any other pipe may never be written to.
_PIPES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, the type its server named, where they came from in the end, and when."""

    data: bytes
    content_type: str | None
    url: str
    at: datetime


# A transport: an address to what it gave. Raises InputError with the cause.
Fetch = Callable[[str], Fetched]


@dataclass(frozen=True, slots=True)
class Source:
    """One input, opened. `name` is what the user gave, fit to print; `stream` can be rewound."""

    name: str
    stream: BinaryIO
    content_type: str | None = None
    url: str | None = None
    fetched_at: datetime | None = None

    @property
    def suffix(self) -> str:
        """The last suffix of the name in lower case, `.gz` left off: `.jsonl` for `day.JSONL.gz`."""
        return self._bare_name.suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folder and suffix; the host where an address has no name."""
        bare = self._bare_name
        return (bare.stem if len(bare.suffix) <= 9 else bare.name) or urlsplit(self.name).hostname or "page"

    @property
    def _bare_name(self) -> PurePosixPath:
        path = urlsplit(self.name).path if self.url else self.name
        name = PurePosixPath(path.rstrip("/"))
        return name.with_suffix("") if name.suffix.lower() == ".gz" and name.stem else name


def issue(code: str, file: str, cause: str) -> Issue:
    """An issue of this room. The message opens with the file and says what happened to it."""
    return Issue("read", code, f"{file}: {cause}", file=file)


def open_file(path: str) -> Source | Issue:
    """The file at `path`, opened, or why it can't be: missing, unreadable, no regular file, a loop of links."""
    name = printable_name(path)
    try:
        mode = os.stat(path).st_mode
        if stat.S_ISFIFO(mode) and path.startswith(_PIPES):
            with open(path, "rb") as pipe:
                return whole(name, cast(BinaryIO, pipe))
        if not stat.S_ISREG(mode):
            return issue("not-a-file", name, "is no regular file (a pipe, a device or a socket); left out")
        return Source(name, open(path, "rb"))
    except (OSError, ValueError) as error:
        return unreadable(name, error)


def decoding_notes(name: str, text: Decoded) -> tuple[Issue, ...]:
    """What a reader of the page must know of its decoding: characters that were lost, bytes of another encoding."""
    notes: list[Issue] = []
    if text.replaced:
        cause = f"{text.replaced} characters can't be read as {text.encoding} and show as \ufffd"
        notes.append(issue("replaced-characters", name, cause))
    if text.strays:
        cause = f"{text.strays} bytes are windows-1252 in a text of UTF-8 and are read as such"
        notes.append(issue("mixed-encodings", name, cause))
    return tuple(notes)


def unreadable(name: str, error: OSError | ValueError) -> Issue:
    """The issue for an error of the file system, in words a person uses."""
    if isinstance(error, FileNotFoundError):
        return issue("not-found", name, "no such file or folder")
    cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return issue("unreadable", name, f"can't be read ({cause}); left out")


def whole(name: str, stream: BinaryIO) -> Source | Issue:
    """A pipe's content, read to its end so that it can be rewound; refused above MAX_STREAM."""
    data = stream.read(MAX_STREAM + 1)
    if len(data) > MAX_STREAM:
        return too_large(name, MAX_STREAM)
    return Source(name, io.BytesIO(data))


def too_large(name: str, limit: int) -> Issue:
    """The issue for what is over a limit, with the limit in it."""
    return issue("too-large", name, f"is larger than {limit // (1024 * 1024)} MB; left out")


def fetched(address: str, fetch: Fetch | None) -> Source | Issue:
    """What an address gives, or why it gave nothing. Without a transport nothing touches the network."""
    if fetch is None:
        return issue("no-network", address, "is an address and no transport was given; save the page and name its file")
    try:
        got = fetch(address)
    except InputError as error:
        return issue("not-fetched", address, f"{error}; left out")
    return Source(address, io.BytesIO(got.data), got.content_type, got.url, got.at)


class _Unpacked(gzip.GzipFile):
    """A gzip'd stream that gives no more than MAX_STREAM bytes: a small file can unpack to any size."""

    def read(self, size: int | None = -1) -> bytes:
        """Up to `size` bytes, all there are for -1. Raises OSError above MAX_STREAM."""
        return self._within(super().read(MAX_STREAM + 1 if size is None or size < 0 else size))

    def readline(self, size: int | None = -1) -> bytes:
        """The next line, at most `size` bytes of it. Raises OSError above MAX_STREAM."""
        return self._within(super().readline(-1 if size is None else size))

    def _within(self, data: bytes) -> bytes:
        if self.tell() > MAX_STREAM:
            raise OSError(f"it is larger than {MAX_STREAM // (1024 * 1024)} MB when unpacked")
        return data


def gunzipped(source: Source) -> Source:
    """The same source with its gzip wrapping off. Damage shows when it is read, as DAMAGED."""
    source.stream.seek(0)
    stream = cast(BinaryIO, _Unpacked(fileobj=source.stream, mode="rb"))
    return Source(source.name, stream, source.content_type, source.url, source.fetched_at)


def lines(stream: BinaryIO, limit: int = MAX_PAGE) -> Iterator[tuple[int, bytes | None]]:
    """The stream's lines with their numbers from 1, line ends off; None for a line longer than `limit`."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line.rstrip(b"\r\n")
            continue
        while (more := stream.readline(limit)) and not more.endswith(b"\n"):
            pass
        yield number, None
