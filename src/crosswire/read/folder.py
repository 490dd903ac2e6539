"""The files below a folder, in one order on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from os import DirEntry

from crosswire.model.issue import Issue
from crosswire.read.decode import printable_name
from crosswire.read.source import issue, unreadable

Identity = tuple[int, int]


def files_below(folder: str, above: frozenset[Identity] = frozenset()) -> Iterator[str | Issue]:
    """Every file below the folder, sorted by name, hidden ones passed over; an issue for what can't be entered.

    Links are followed; a link to a folder that we are already in is an issue, not an endless walk.
    """
    name = printable_name(folder)
    try:
        status = os.stat(folder)
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except (OSError, ValueError) as error:
        yield unreadable(name, error)
        return
    inside = above | {(status.st_dev, status.st_ino)}
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, inside)


def _entry(entry: DirEntry[str], inside: frozenset[Identity]) -> Iterator[str | Issue]:
    try:
        if not entry.is_dir():
            yield entry.path
            return
        status = entry.stat()
    except OSError as error:
        yield unreadable(printable_name(entry.path), error)
        return
    if (status.st_dev, status.st_ino) in inside:
        yield issue("loop", printable_name(entry.path), "links to a folder that holds it; not entered again")
        return
    yield from files_below(entry.path, inside)
