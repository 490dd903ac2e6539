"""What arrived, before anything is decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Text or markup with everything on it, plus where and when it was fetched.

    `body` is decoded; `markup` says that it is HTML. The fields after `body` are what the user (or the
    container: a feed, an archive, a JSONL row) said about the page; None means not said.
    `id` is the user's id, or one made from the file's name; it is unique within a run.
    `authors` and `credit` (who supplied the text) are what the container names. `partial` says that the container
    holds only the beginning or a summary of the report, `alone` that it holds the report's body and nothing of a site
    around it (a feed's entry, a newswire's item): short lines and lists in it are the report's.
    """

    id: str
    body: str
    markup: bool
    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    title: str | None = None
    language: str | None = None
    fetched_at: datetime | None = None
    updated_at: str | None = None
    authors: tuple[str, ...] = ()
    credit: str | None = None
    partial: bool = False
    alone: bool = False
