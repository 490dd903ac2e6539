"""What a reader of one kind of input is, and what it may ask of the world."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from crosswire.model.issue import Issue
from crosswire.read.ids import Draft
from crosswire.read.kind import Kind, Sniffed
from crosswire.read.source import Fetch, Source

Found = Iterator[Draft | Issue]


@dataclass(frozen=True, slots=True)
class World:
    """What reading needs from outside: the standard input and, if addresses may be fetched, a transport.

    `prefer_text`: where an input has both html and text, take the text. `inside`: the containers that the
    input lies in (gzip, zip, mail), the outermost first. `within` reads what a container holds, by the same readers.
    """

    stdin: BinaryIO
    fetch: Fetch | None
    prefer_text: bool
    within: Callable[[Source, World], Found]
    inside: tuple[Kind, ...] = ()


# A reader: an opened input (rewound), what it was taken for, and the world → its pages and issues. It raises
# nothing but what a stream raises (OSError, ValueError, EOFError, zlib.error), which is an issue then.
Reader = Callable[[Source, Sniffed, World], Found]
