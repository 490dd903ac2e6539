"""Several articles on one page: entries that its data holds whole, articles each with headline and date line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.clean.blocks.markup import Markup
from crosswire.clean.clocks.published import read_date_line
from crosswire.clean.clocks.stamps import read_stamp
from crosswire.clean.header.jsonld import Item, is_of, read_jsonld, text
from crosswire.clean.lines.kinds import own_kind
from crosswire.clean.lines.traits import is_sentence
from crosswire.clean.parts.parts import Part, is_heading, with_lead
from crosswire.clean.signed.dateline import find_dateline
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Flag, FurnitureKind
from crosswire.model.when import UNKNOWN, Basis, When

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_MARKS = ('"liveBlogUpdate"', '"LiveBlogPosting"', '"articleBody"')
_LIVE = re.compile(r"LiveBlogPosting$")
_POSTING = re.compile(r"(?:Article|BlogPosting|Report)$")
# Half of an entry's words must stand on the page, or the data tells of other pages.
_FOUND = 0.5
_FEWEST_WORDS = 15
_FEWEST_BODY = 60  # words of an article that stands beside others
_ABOVE = 6  # lines above an entry's text among which its headline stands
_MOST_POSTINGS = 500
_FEWEST_ARTICLES, _FEWEST_ITEMS = 2, 3
_BODY_LINES = 2  # paragraphs
_ITEM_WORDS = 20
_ABOVE_ITEMS = 2  # lines above a round-up’s text; one of them, or its first, may name it


@dataclass(frozen=True, slots=True)
class _Posting:
    """An entry or article that the page's data holds: its words, headline and time."""

    words: tuple[str, ...]
    headline: str | None
    when: When


def find_postings(verdicts: Sequence[Verdict], markup: Markup | None, lexicons: Lexicons) -> tuple[Part, ...]:
    """The page's entries by its own data (a live blog's updates, articles with their bodies), found on its lines.

    An entry counts when half of its words stand on the page; two must be found, in one order and not inside each other.
    """
    scripts = markup.tree.scripts if markup and markup.tree else ()
    if not any(mark in script for script in scripts for mark in _MARKS):
        return ()
    live, postings = _postings(scripts, lexicons)
    if len(postings) < _FEWEST_ARTICLES:
        return ()
    flag = Flag.LIVE_BLOG if live else Flag.SEVERAL_ARTICLES
    lines = _lines_of(postings, verdicts)
    fewest = _FEWEST_WORDS if live else _FEWEST_BODY
    found = {n: own for n, own in lines.items() if _is_found(postings[n], own, verdicts, fewest)}
    ordered = sorted(found, key=lambda n: found[n][0])
    if len(found) < _FEWEST_ARTICLES or any(found[a][-1] >= found[b][0] for a, b in pairwise(ordered)):
        return ()
    return with_lead(list(_as_parts([(postings[n], found[n]) for n in ordered], verdicts, flag)), verdicts, flag)


def _postings(scripts: Sequence[str], lexicons: Lexicons) -> tuple[bool, list[_Posting]]:
    """Whether the page is a live blog by its data, and its updates; else the articles with bodies."""
    described = read_jsonld(scripts)
    blogs = [item for item in described.articles if is_of(item, _LIVE)]
    for blog in blogs:
        updates = blog.get("liveBlogUpdate")
        items = updates if isinstance(updates, list) else [updates]
        found = [p for item in items[:_MOST_POSTINGS] if isinstance(item, dict) and (p := _posting(item, lexicons))]
        if len(found) >= _FEWEST_ARTICLES:
            return True, found
    bodies = {id(item): item for item in described.articles if is_of(item, _POSTING) and not is_of(item, _LIVE)}
    found = [p for item in bodies.values() if (p := _posting(item, lexicons))]
    return False, list({posting.words: posting for posting in found}.values())


def _posting(item: Item, lexicons: Lexicons) -> _Posting | None:
    words = tuple(_WORD.findall((text(item.get("articleBody")) or "").casefold()))
    if len(words) < _FEWEST_WORDS // 2:
        return None
    stamp = text(item.get("datePublished") or item.get("dateCreated") or item.get("dateModified"))
    read = read_stamp(stamp[:80], calendar=lexicons.calendar) if stamp else None
    when = When(read.value, Basis.MARKUP) if read and read.value else UNKNOWN
    return _Posting(words, text(item.get("headline") or item.get("name")), when)


def _lines_of(postings: Sequence[_Posting], verdicts: Sequence[Verdict]) -> Mapping[int, list[int]]:
    """For each entry the lines most of whose words stand in it; a line that stands in several is nobody's."""
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, posting in enumerate(postings):
        for shingle in _shingles(posting.words):
            holders[shingle].add(number)
    found: dict[int, list[int]] = defaultdict(list)
    for index, verdict in enumerate(verdicts):
        own = list(_shingles(tuple(_WORD.findall(verdict.line.words.casefold()))))
        votes = Counter(n for shingle in own if len(holders.get(shingle, ())) == 1 for n in holders[shingle])
        for number, count in votes.most_common(1):
            if 2 * count > len(own):
                found[number].append(index)
    return found


def _shingles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[n : n + _SHINGLE] for n in range(len(words) - _SHINGLE + 1))


def _is_found(posting: _Posting, lines: Sequence[int], verdicts: Sequence[Verdict], fewest: int) -> bool:
    words = sum(len(_WORD.findall(verdicts[i].line.words)) for i in lines)
    kept = any(verdicts[i].kept for i in lines)
    # Data often holds the first thousand signs of a text only, so that its words may be fewer than the lines'.
    return kept and words >= fewest and words >= _FOUND * len(posting.words)


def _as_parts(found: Sequence[tuple[_Posting, list[int]]], verdicts: Sequence[Verdict], flag: Flag) -> Iterator[Part]:
    starts, past = [], 0
    for posting, lines in found:
        starts.append(_start(posting, lines[0], past, verdicts))
        past = lines[-1] + 1
    ends = [*starts[1:], found[-1][1][-1] + 1]
    for (posting, lines), start, end in zip(found, starts, ends, strict=True):
        headline = posting.headline if start != lines[0] or posting.headline else None
        why = (
            "the page’s own data holds it as an entry"
            if flag is Flag.LIVE_BLOG
            else "the page’s own data holds it whole"
        )
        yield Part(start, end, flag, why, headline, posting.when, own=frozenset(lines))


def _start(posting: _Posting, first: int, past: int, verdicts: Sequence[Verdict]) -> int:
    """The line of the entry's headline a few lines above its text, or the text's first line."""
    wanted = _WORD.findall((posting.headline or "").casefold())
    for index in range(max(past, first - _ABOVE), first):
        if wanted and _WORD.findall(verdicts[index].line.words.casefold()) == wanted:
            return index
    return first


def find_articles(verdicts: Sequence[Verdict], titles: Sequence[str], lexicons: Lexicons) -> tuple[Part, ...]:
    """The articles of a page that strings several together, each with a headline and a dateline; a round-up's items.

    Strong evidence only: a headline line, bylines and dates at most between it and a paragraph that opens with a
    dateline, several paragraphs of text; twice on the page. Or a page that calls itself a round-up.
    """
    parts = _with_datelines(verdicts, lexicons)
    if len(parts) >= _FEWEST_ARTICLES:
        return parts
    sign = lexicons.page_signs["round-up"]
    headers = [v.line.words for v in verdicts if v.header]
    first = next((i for i, v in enumerate(verdicts) if v.kept), 0)
    above = [v.line.words for v in verdicts[max(0, first - _ABOVE_ITEMS) : first + 1]]
    if any(sign.find(line) for line in (*titles, *headers, *above)):
        return _items(verdicts, lexicons)
    return ()


def _with_datelines(verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[Part, ...]:
    heads: list[tuple[int, int]] = []
    for index, verdict in enumerate(verdicts):
        if verdict.kept and _opens(verdict.line.words, lexicons):
            above = _headline_above(index, verdicts, lexicons)
            if above is not None:
                heads.append((above, index))
    if len(heads) < _FEWEST_ARTICLES or not all(_is_signed(verdicts[a + 1 : b + 1], lexicons) for a, b in heads):
        return ()
    last = max(i for i, v in enumerate(verdicts) if v.kept) + 1
    starts = [above for above, _ in heads]
    parts = [
        Part(
            start,
            end,
            Flag.SEVERAL_ARTICLES,
            "a headline over a dateline",
            verdicts[start].line.words,
            _dated(verdicts[start:text], lexicons),
        )
        for (start, text), end in zip(heads, [*starts[1:], last], strict=True)
    ]
    return tuple(parts) if all(_is_body(part, verdicts, lexicons) for part in parts) else ()


def _opens(words: str, lexicons: Lexicons) -> bool:
    if not words[:2].isupper():
        return False
    found = find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
    return bool(found and found.place and words[: found.end].split()[0].isupper())


def _is_signed(opening: Sequence[Verdict], lexicons: Lexicons) -> bool:
    """True when an article's first lines, down to its dateline, say who wrote or supplied it, or when.

    A feature has its sections, too, each under its subheading and from its town: "LINDEN — The clinic …".
    """
    if any(v.kind in (FurnitureKind.BYLINE, FurnitureKind.DATE, FurnitureKind.CREDIT) for v in opening):
        return True
    found = find_dateline(opening[-1].line.words, agencies=lexicons.agencies, geography=lexicons.geography)
    return bool(found and found.agency)


def _headline_above(index: int, verdicts: Sequence[Verdict], lexicons: Lexicons) -> int | None:
    """The headline over a dateline's paragraph, nothing but bylines, dates and credits between them."""
    between = (FurnitureKind.BYLINE, FurnitureKind.DATE, FurnitureKind.CREDIT, FurnitureKind.CAPTION)
    place = index - 1
    while place >= max(0, index - _ABOVE) and verdicts[place].kind in between:
        place -= 1
    if place < 0 or place < index - _ABOVE:
        return None
    verdict = verdicts[place]
    return place if verdict.header or _is_title(verdict, lexicons) else None


def _is_title(verdict: Verdict, lexicons: Lexicons) -> bool:
    words = verdict.line.words
    return is_heading(verdict, lexicons) and len(words.split()) >= 4 and words[-1].isalnum()


def _is_body(part: Part, verdicts: Sequence[Verdict], lexicons: Lexicons) -> bool:
    """True when several paragraphs of the part are kept text."""
    kept = [v.line.words for v in verdicts[part.start : part.end] if v.kept]
    prose = [words for words in kept if is_sentence(words, lexicons.function_words)]
    return len(prose) >= _BODY_LINES and sum(len(words.split()) for words in kept) >= _FEWEST_BODY


def _dated(header: Sequence[Verdict], lexicons: Lexicons) -> When:
    """The time that an article's own date line states."""
    for verdict in header:
        read = read_date_line(verdict.line.words, calendar=lexicons.calendar)
        if read and read.stamp.value:
            return When(read.stamp.value, Basis.STATED)
    return UNKNOWN


def _items(verdicts: Sequence[Verdict], lexicons: Lexicons) -> tuple[Part, ...]:
    """The items of a round-up: headings, each over its paragraphs, that are nearly all of the page's text."""
    kept = [i for i, v in enumerate(verdicts) if v.kept]
    if not kept:
        return ()
    places = [i for i in range(max(0, kept[0] - 1), kept[-1]) if _is_item(i, verdicts, lexicons)]
    ends = [*places, kept[-1] + 1][1:]
    parts = [
        Part(start, end, Flag.SEVERAL_ARTICLES, "an item of a round-up", verdicts[start].line.words)
        for start, end in zip(places, ends, strict=True)
    ]
    sized = [sum(len(v.line.words.split()) for v in verdicts[p.start + 1 : p.end] if v.kept) for p in parts]
    if len(parts) < _FEWEST_ITEMS or min(sized) < _ITEM_WORDS:
        return ()
    return with_lead(parts, verdicts, Flag.SEVERAL_ARTICLES)


def _is_item(index: int, verdicts: Sequence[Verdict], lexicons: Lexicons) -> bool:
    verdict, below = verdicts[index], verdicts[index + 1]
    words = verdict.line.words
    if verdict.header or not below.kept or not is_sentence(below.line.words, lexicons.function_words):
        return False
    return (
        is_heading(verdict, lexicons)
        and not words.endswith((".", "!", "”", '"'))
        and own_kind(words, lexicons=lexicons) is None
    )
