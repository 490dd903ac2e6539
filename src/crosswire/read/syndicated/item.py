"""One piece of news as a container gives it, and the page that it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urljoin, urlsplit

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.decode import usable
from crosswire.read.ids import Draft, content_hash
from crosswire.read.source import Source, issue

# A tag, or all of a script, a style sheet or a comment. No `<` in a tag, so that `<a <a <a` is read once.
TAG = re.compile(
    r"<(?:(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|!--.*?(?:-->|\Z)|/?[a-z][^<>]*>|![a-z][^<>]*>)",
    re.DOTALL | re.IGNORECASE,
)
# Tags that only words in need of layout have: a text with `<Name>` in it is no HTML.
_HTML = re.compile(
    r"</?(?:a|abbr|applet|area|article|aside|audio|b|big|blink|blockquote|body|br|button|center|cite|code|dd|del|div|dl|dt"
    r"|em|embed|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|li"
    r"|link|main|map|math|meta|nav|noscript|object|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike"
    r"|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_ESCAPED_TAG = re.compile(r"&lt;(/?)(?:p|br|div|a|b|i|em|strong|ul|li|span|img)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*$")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis", "xx", "x"})
# How a body ends that goes on elsewhere: "[…]", "Continue reading", also before WordPress's line about where it
# appeared. A full text that trails off ("and then …") ends so too; it is flagged as cut, which says less than it is.
_CUT_SHORT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.)\s*\]|\(more\s*(?:…|\.\.\.)\)|(?:…|\.\.\.)"
    r"|\b(?:continue reading|read more|keep reading|read the (?:full|whole|rest)\b[^.]{0,40})\W*)"
    r"\s*(?:the post .{1,300} (?:first )?appeared (?:first )?on .{1,100})?\s*$",
    re.IGNORECASE,
)
_LONGEST_ID = 200
# Longer ones are no headline and no name, whatever field they stand in.
_LONGEST_TITLE = 1_000
_LONGEST_NAME = 300
_MOST_AUTHORS = 50


@dataclass(frozen=True, slots=True)
class Item:
    """What a container says of one report. `body` is HTML where `markup` says so; None means not said.

    `partial`: the container holds its beginning or a summary of it only. `embargo`: not to be published before that.
    """

    body: str
    markup: bool = False
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    credit: str | None = None
    language: str | None = None
    partial: bool = False
    embargo: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something in a container gives no page: an issue's code and cause."""

    code: str
    cause: str


def draft_of(item: Item, source: Source, place: str, notes: Iterable[Issue] = ()) -> Draft:
    """The page of the item, called by the id that its container gave it, else by its address, else by its file."""
    page = Page(
        id="",
        body=item.body,
        markup=item.markup,
        file=source.name,
        url=item.url,
        publisher=item.publisher,
        published_at=item.published_at,
        title=item.title if len(item.title or "") <= _LONGEST_TITLE else None,
        language=primary(item.language),
        fetched_at=source.fetched_at,
        updated_at=item.updated_at,
        authors=tuple(name for name in item.authors if len(name) <= _LONGEST_NAME)[:_MOST_AUTHORS],
        credit=item.credit,
        partial=item.partial,
        alone=True,
    )
    own = " ".join(usable(item.id or item.url or "").text.split())
    stem = own if 0 < len(own) <= _LONGEST_ID else f"{source.stem}-{content_hash(page)}"
    until = f"must not be published before {item.embargo}, its provider says; it is used all the same"
    embargo = [issue("embargoed", place, until)] if item.embargo else []
    return Draft(page, place, stem, notes=(*notes, *embargo))


def with_body(item: Item, words: str, *, markup: bool | None = None) -> Item:
    """The item with these words as its body; whether they are HTML is found out where it is not said.

    A body whose tags are escaped once too often (`&lt;p&gt;`) is unescaped once more; one that is plain but for its
    references (`AT&amp;T`) becomes text.
    """
    if markup is None:
        escaped = _ESCAPED_TAG.findall(words) if not _HTML.search(words) else []
        if len(escaped) > 1 and "/" in escaped:
            words = unescape(words)
        markup = bool(_HTML.search(words))
        words = words if markup else unescape(words)
    return replace(item, body=words, markup=markup)


def as_words(html: str) -> str:
    """The words of a short piece of HTML, each reference read once, white space run together.

    `AT&amp;T` gives `AT&T`; `&lt;b&gt;` is a bracket that somebody wrote and stays `<b>`; `1 < 2` stays as it is.
    """
    return " ".join(usable(unescape(TAG.sub("", html))).text.split())


def holds_words(item: Item) -> bool:
    """False for a body that shows nothing to read: empty, or a picture alone."""
    return any(letter.isalnum() for letter in (as_words(item.body) if item.markup else item.body))


def is_cut_short(item: Item) -> bool:
    """True when the body's last words say that it goes on elsewhere."""
    return bool(_CUT_SHORT.search((as_words(item.body) if item.markup else item.body)[-600:]))


def address(link: str | None, *bases: str | None) -> str | None:
    """The link as a full http(s) address, resolved against the first base that is one; None for any other."""
    if not link or not link.strip():
        return None
    for base in ("", *(base for base in bases if base)):
        try:
            whole = urljoin(base, "".join(link.split()))
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                return whole
        except ValueError:
            continue
    return None


def primary(language: str | None) -> str | None:
    """A language tag's first part, `en` for `en-GB`; None for what is no tag or names no language."""
    match = _LANGUAGE.match((language or "").strip())
    return match[1].lower() if match and match[1].lower() not in _NO_LANGUAGE else None
