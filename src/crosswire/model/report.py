"""The journalism on a page, and what was set aside from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from crosswire.model.passage import Passage
from crosswire.model.when import UNKNOWN, When

# What the id of a page's second report, and of those behind it, ends with.
_PART = re.compile(r"#\d+$")


class FurnitureKind(StrEnum):
    """What a line that is on the page and not the report is."""

    NAVIGATION = "navigation"
    SHARING = "sharing"
    RELATED = "related"
    ADVERT = "advert"
    NEWSLETTER = "newsletter"
    COMMENT = "comment"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    LEGAL = "legal"
    PLAYER = "player"
    POLL = "poll"
    WIDGET = "widget"
    OTHER = "other"


class CreditKind(StrEnum):
    """What was supplied by whoever is credited."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    CITED = "cited"


class CreditPlace(StrEnum):
    """Where it is said who supplied something."""

    CONTAINER = "container"  # the feed, newswire item or row that the page came in
    MARKUP = "markup"  # the page's own metadata: JSON-LD, meta elements, the canonical link
    DATELINE = "dateline"
    BYLINE = "byline"
    LINE = "line"  # a line of the page that is a credit, a caption or a notice
    CLOSING = "closing"  # behind the last words of the text
    TEXT = "text"  # in a sentence of the text


class Flag(StrEnum):
    """What is unusual about a page."""

    SEVERAL_ARTICLES = "several-articles"
    LIVE_BLOG = "live-blog"
    GALLERY = "gallery"
    TRUNCATED = "truncated"
    PAYWALLED = "paywalled"
    NO_ARTICLE = "no-article"
    MACHINE_TRANSLATED = "machine-translated"
    CONTAINS_EARLIER_VERSION = "contains-earlier-version"


class Furniture(NamedTuple):
    """A line of the page that is not the report. Positions are offsets in the page's visible text."""

    kind: FurnitureKind
    words: str
    page_start: int | None = None
    page_end: int | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report: its span in the report's text, and where it stood on the page.

    `page_start`/`page_end` are offsets in the page's visible text (for plain text: the page itself).
    """

    start: int
    end: int
    page_start: int | None = None
    page_end: int | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place (and agency) that opens the text: its span in the report's text, dash included."""

    place: str | None
    agency: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """Who supplied text, photo or video, or which medium is cited. `name` is canonical, `words` as printed.

    `place` is where the page says it. `helped`: had a part only, the rest is the publisher's or another's. `url` is the
    address of the original, where the page links it ("rel=canonical", "isBasedOn").
    """

    name: str
    what: CreditKind
    words: str
    place: CreditPlace = CreditPlace.LINE
    helped: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A part of the report's text that the page itself marks as older than the rest: its span, since when, and why."""

    start: int
    end: int
    published_at: When = UNKNOWN
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A page cleaned down to its report. `text` is paragraphs joined by one blank line, otherwise unaltered.

    `earlier` are the parts of the text that are of an earlier version, in order of the text; never the whole of it.
    `canonical` is the address that the page's markup gives for itself, which need not be the one it was found at.
    `version_of`: the whole report is a version of another, the one with this id, and is never counted beside it.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    publisher: str | None = None
    url: str | None = None
    file: str | None = None
    headline: str | None = None
    bylines: tuple[str, ...] = ()
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    published_at: When = UNKNOWN
    updated_at: When = UNKNOWN
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    flags: tuple[Flag, ...] = ()
    earlier: tuple[EarlierVersion, ...] = ()
    fetched_at: datetime | None = None
    canonical: str | None = None
    version_of: str | None = None

    @property
    def printed_at(self) -> When:
        """When it was printed: its publication, else its update where only that is dated."""
        return self.published_at if self.published_at.value else self.updated_at

    @property
    def one_of_several(self) -> bool:
        """True when its page gave several reports: the entries of a live blog, the parts of a digest."""
        return Flag.LIVE_BLOG in self.flags or Flag.SEVERAL_ARTICLES in self.flags

    @property
    def page(self) -> str:
        """The id of its page: "a" for "a#2" where the page gave several reports, else its own."""
        return _PART.sub("", self.id) if self.one_of_several else self.id

    def passage(self, start: int, end: int) -> Passage:
        """The passage at `start:end` of this report's text."""
        return Passage(self.id, start, end, self.text[start:end])

    def earlier_at(self, start: int) -> EarlierVersion | None:
        """The earlier version that holds this place of the text; None where the text is as of its publication."""
        return next((version for version in self.earlier if version.start <= start < version.end), None)
