"""Pages from the entries of a feed, whatever its format; the reader of feeds in XML is `rss.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from crosswire.model.issue import Issue
from crosswire.read.ids import Draft
from crosswire.read.source import Source, issue
from crosswire.read.syndicated.item import Item, as_words, draft_of, holds_words, is_cut_short, primary

# From how many words, or from how many paragraphs, an entry's description is the whole text. Feeds that give summaries
# keep them to a few lines (55 words where nothing else is set, in the most used publishing software).
_WHOLE_WORDS = 120
_WHOLE_PARAGRAPHS = 3
_PARAGRAPH = re.compile(r"<p[\s>]|<br\s*/?>\s*<br|\n\s*\n", re.IGNORECASE)
# Between the name of an outlet and that of its section: "The Linden Echo - World", "Sport | The Linden Echo".
_TITLE_MARK = re.compile(r"\s+(?:[-|–—»«>:•·]|::|&raquo;|RSS|Atom)\s+|:\s+|,\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"the", "le", "la", "el", "der", "die", "das"})
# Parts of hosts that are no outlet's name.
_NO_OWNER = frozenset(
    {"www", "feeds", "feed", "rss", "news", "co", "com", "org", "net", "ac", "gov", "api", "m", "blog"}
)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its entries; the ones without text have an empty body."""

    title: str | None
    link: str | None
    language: str | None
    items: tuple[Item, ...]


def pages_of_feed(
    source: Source, feed: Feed, place: str, notes: Iterable[Issue] = (), *, what: str
) -> Iterator[Draft | Issue]:
    """A page for every entry with text (`feed.xml:2` is its second), one issue that counts those without.

    `what`: the format in words.
    """
    if not feed.items:
        yield issue("empty", place, f"is {what} without entries; left out")
        return
    publisher = outlet_of(feed.title, feed.link)
    language = stated_language(feed.language)
    bare: list[tuple[int, Item]] = []
    for number, item in enumerate(feed.items, 1):
        if not holds_words(item):
            bare.append((number, item))
            continue
        known = replace(item, publisher=item.publisher or publisher, language=primary(item.language) or language)
        yield draft_of(known, source, f"{place}:{number}", notes)
        notes = ()
    if bare:
        yield _without_text(place, bare, len(feed.items))


def _without_text(place: str, bare: list[tuple[int, Item]], total: int) -> Issue:
    number, item = bare[0]
    called = item.title or item.url or item.id
    of = f"{len(bare)} of its {total} entries hold" if total > 1 else "its entry holds"
    named = (
        f" (entry {number}{f', {called[:80]}' if called else ''})" if len(bare) == 1 else f" (first: entry {number})"
    )
    return issue("missing-text", place, f"{of} no text{named}; left out, their pages were not fetched")


def judged(item: Item, *, summary: bool) -> Item:
    """The item, marked as partial where its body is a summary or says that it goes on elsewhere.

    `summary`: the format leaves open whether it is one. Then a body of some length or of several paragraphs is whole.
    """
    if is_cut_short(item):
        return replace(item, partial=True)
    if not summary:
        return item
    words = len((as_words(item.body) if item.markup else item.body).split())
    whole = words >= _WHOLE_WORDS or (words > 0 and len(_PARAGRAPH.findall(item.body)) >= _WHOLE_PARAGRAPHS)
    return replace(item, partial=not whole)


def stated_language(language: str | None) -> str | None:
    """The language of a whole feed's entries; None for English too, which is what software states unless told.

    A Norwegian paper whose feed says `en-US` is common; one in English that says `nb` is not. The text decides then.
    """
    found = primary(language)
    return None if found == "en" else found


def outlet_of(title: str | None, link: str | None) -> str | None:
    """The outlet in a feed's title: of the parts that marks divide, the one that its address is made of.

    "The Linden Echo - World" at lindenecho.example gives "The Linden Echo", so that an outlet's sections are one
    publisher. Where no part fits the address the whole title stays.
    """
    whole = as_words(title or "")
    if not whole:
        return None
    labels = _labels(urlsplit(link or "").hostname or "")
    parts = [part.strip() for part in _TITLE_MARK.split(whole) if part.strip()]
    fits = [(fit, len(part), part) for part in parts if (fit := _fit(part, labels))]
    return min(fits)[2] if fits and len(parts) > 1 else whole


def _labels(host: str) -> tuple[str, ...]:
    """The parts of a host that name its owner: `bbc` of `feeds.bbc.co.uk`."""
    labels = host.lower().replace("-", "").split(".")
    return tuple(label for label in labels[:-1] if label not in _NO_OWNER)


def _fit(part: str, labels: Sequence[str]) -> int:
    """How well a part of a title fits its address: 1 the same, 2 in part, 3 by its initials, 0 not at all."""
    names = _WORD.findall(part.casefold())
    names = names[1:] if len(names) > 1 and names[0] in _ARTICLES else names
    bare, whole, initials = "".join(names), "".join(_WORD.findall(part.casefold())), "".join(n[0] for n in names)
    if bare in labels or whole in labels:
        return 1
    opens = any(len(label) > 2 and (bare.startswith(label) or whole.startswith(label)) for label in labels)
    if opens or (len(bare) > 2 and any(bare in label for label in labels)):
        return 2
    return 3 if len(initials) > 2 and any(label.startswith(initials) for label in labels) else 0
