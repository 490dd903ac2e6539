"""The bytes of a web archive from front to back: unpacked where they are packed, readable again behind damage."""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

GZIP = b"\x1f\x8b\x08"
_CHUNK = 1 << 16
# Archives in more pieces than this are given up: each search for the next whole piece begins anew.
_MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Damage:
    """What can't be read, and at which byte of the file it begins."""

    at: int
    cause: str


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Bytes in a row. `at`: where in the file they (or the gzip member that holds them) begin.

    `opens`: a record begins here at the latest, whatever the length of the one before says.
    """

    data: bytes
    at: int
    opens: bool = False


class Tape:
    """A stream read once, forwards. No read goes over a wall: a place where a record must begin, or a fault."""

    def __init__(self, stream: BinaryIO, mark: re.Pattern[bytes]) -> None:
        """`mark` matches the first bytes of a record."""
        stream.seek(0)
        packed = stream.read(3) == GZIP
        stream.seek(0)
        self.faults: deque[Damage] = deque()
        self._chunks = _members(stream, mark) if packed else _plain(stream)
        self._data = b""
        self._from = 0
        self._at = 0
        self._packed = packed
        self._next: _Chunk | None = None

    @property
    def at(self) -> int:
        """Where in the file the next byte stands; of a packed one, where the gzip member that holds it begins."""
        return self._at if self._packed else self._at + self._from

    def ended(self) -> bool:
        """True when nothing is left, behind walls neither."""
        while not self._more():
            if not self._pass_wall():
                return True
        return False

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer where a wall stands before."""
        parts: list[bytes] = []
        while size > 0 and self._more():
            part = self._data[self._from : self._from + size]
            parts.append(part)
            self._from += len(part)
            size -= len(part)
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Passes over `size` bytes, up to the next wall; how many they were."""
        before = size
        while size > 0 and (part := self.read(min(size, _CHUNK))):
            size -= len(part)
        return before - size

    def line(self, limit: int = _CHUNK) -> bytes:
        """The next line with its end, cut at `limit` bytes or a wall."""
        parts: list[bytes] = []
        while limit > 0 and self._more():
            end = self._data.find(b"\n", self._from, self._from + limit) + 1
            part = self.read((end or min(len(self._data), self._from + limit)) - self._from)
            parts.append(part)
            limit -= len(part)
            if end:
                break
        return b"".join(parts)

    def back(self, data: bytes) -> None:
        """Puts bytes that were just read before the next ones again."""
        if self._data.endswith(data, 0, self._from) and len(data) <= self._from:
            self._from -= len(data)
            return
        self._at -= 0 if self._packed else len(data) - self._from
        self._data = data + self._data[self._from :]
        self._from = 0

    def _more(self) -> bool:
        """True when a byte can be read before the next wall."""
        while self._from >= len(self._data):
            chunk = self._next or self._pull()
            if chunk is None:
                return False
            self._next = chunk
            if chunk.opens:
                return False
            self._take(chunk)
        return True

    def _pass_wall(self) -> bool:
        """Goes on behind the wall; False at the end."""
        if self._next is None:
            return False
        self._take(self._next)
        return True

    def _take(self, chunk: _Chunk) -> None:
        self._data, self._from, self._at, self._next = chunk.data, 0, chunk.at, None

    def _pull(self) -> _Chunk | None:
        """The next chunk; what is damaged before it is told in `faults`."""
        opens = False
        for found in self._chunks:
            if isinstance(found, _Chunk):
                return _Chunk(found.data, found.at, found.opens or opens)
            self.faults.append(found)
            opens = True
        return None


def _plain(stream: BinaryIO) -> Iterator[_Chunk | Damage]:
    at = 0
    while data := stream.read(_CHUNK):
        yield _Chunk(data, at)
        at += len(data)


def _members(stream: BinaryIO, mark: re.Pattern[bytes]) -> Iterator[_Chunk | Damage]:
    """What the gzip members hold, and the damage between them; behind damage the next whole member is looked for."""
    at: int | None = 0
    faults = 0
    while at is not None:
        stream.seek(at)
        before = at
        fault = None
        for found in _member(stream, at, mark):
            if isinstance(found, int):
                at = found
            elif isinstance(found, Damage):
                fault = found
            else:
                yield found
        if fault is not None:
            yield fault
            faults += 1
            at = _next_member(stream, before + 1) if faults < _MOST_FAULTS else None
        elif at == before:
            return


def _member(stream: BinaryIO, at: int, mark: re.Pattern[bytes]) -> Iterator[_Chunk | Damage | int]:
    """The chunks of one gzip member and where the next begins, or its damage. Nothing at the end of the file."""
    packed = stream.read(_CHUNK)
    read = len(packed)
    if not packed.strip(b"\x00") and len(packed) < _CHUNK:
        return
    if not packed.startswith(GZIP):
        yield Damage(at, "what stands there is no gzip data")
        return
    unpacker = zlib.decompressobj(wbits=31)
    first = True
    while True:
        try:
            data = unpacker.decompress(packed, _CHUNK)
        except zlib.error as error:
            yield Damage(at, f"the compressed data can't be unpacked ({error})")
            return
        if data:
            yield _Chunk(data, at, first and mark.match(data) is not None)
            first = False
        if unpacker.eof:
            yield at + read - len(unpacker.unused_data)
            return
        packed = unpacker.unconsumed_tail
        if not packed and not data:
            packed = stream.read(_CHUNK)
            read += len(packed)
            if not packed:
                yield Damage(at, "the compressed data is cut short")
                return


def _next_member(stream: BinaryIO, start: int) -> int | None:
    """Where the next gzip member begins at or behind `start`; None if none does."""
    stream.seek(start)
    kept = b""
    while data := stream.read(_CHUNK * 16):
        window = kept + data
        found = window.find(GZIP)
        if found >= 0:
            return start + found
        start += len(window) - 2
        kept = window[-2:]
    return None
