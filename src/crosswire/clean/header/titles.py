"""The headline that a page in markup gives itself: the site's name off its titles, the best of those that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum

from crosswire.clean.lines.traits import title_case
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.media_words import MediaWords

# What stands between a title and the site's name. Dashes part words of a title too, bars and their like hardly ever.
_BAR = r"\s*(?:[|｜»«›·•]|::)\s*"
_DASH = r"\s+[–—\-/~:]\s+|\s+[–—-]{2}\s+"
_TAIL = re.compile(rf"(?:(?P<bar>{_BAR})|(?P<dash>{_DASH}))(?P<name>(?:(?!{_BAR}|{_DASH}).){{2,80}})$")
_HEAD = re.compile(rf"^(?P<name>[^|｜»«›·•:]{{2,60}}?)(?:(?P<bar>{_BAR})|(?P<dash>{_DASH}|:\s+))")
# Languages without spaces set the name behind a sign without any: "北港の橋を閉鎖：北港新聞", "…_新闻频道".
_UNSPACED = re.compile(r"(?:[：:｜|_\-－—–]|\s\[[^\]]{1,12}\][：:])(?P<name>[^\s：:｜|_－—–]{2,30})$")
_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DATE = re.compile(r"^\W*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)\W*$")
# No name is parted from a title without one of these behind its first sign ("• Home").
_PARTED = re.compile(r"[|｜»«›·•:：_－–—/~-]")
_PARTS = re.compile(rf"{_BAR}|{_DASH}|[_：\]]|^\W+|\W+$")
_DAY_BEHIND = re.compile(r"[\s,]+\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$")
_LONGEST_NAME = 40  # signs
_MOST_PARTS = 4
_LONGEST_TITLE = 600  # signs; what is longer is no title, and would be searched from every one of its spaces
_FEWEST = 3  # words that must be left
_FEWEST_SIGNS = 8  # of a title in a script without spaces
_LONGEST_SITE = 8  # words
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_KICKER = re.compile(r"\s*[:.–—|-]\s*$")
_DATED = re.compile(r"^\d{1,2}\.\d{1,2}\.\d{4}\s+(?=\w)")
_LONGEST_DATA = 95  # signs; search engines cut what is longer than 110, and so do those who fill in data for them
_LONGEST_LINE = 30  # words of a line that may be a headline
_MOST_LINES = 2_000
_LONGEST_WORD = 60  # signs
_BELOW = 4  # lines
_SHOWN = 0.1
_FEW = 2
_DUTIES = re.compile(r"^(?:www|m|mobile|amp|edition|news|en|us|uk|web|blog)\.")


class Source(Enum):
    """Where a page states its headline, and how much that counts.

    What the page shows outweighs any other statement alone, and is outweighed by two that agree; `og:title` and
    `title` are often filled by one hand for search engines.
    """

    DATA = 1.0
    HEADING = 1.5
    SHARED = 0.7
    TITLE = 0.69


@dataclass(frozen=True, slots=True)
class Stated:
    """A headline as the page states it somewhere."""

    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class Titles:
    """The page's headline, and every form in which the page gives it: lines with those words are the headline too."""

    best: str | None = None
    forms: tuple[str, ...] = ()


def site_keys(names: Iterable[str | None], hosts: Iterable[str] = ()) -> frozenset[str]:
    """What the site is called, as compared: from its names and addresses ("www.ostra-echo.com" gives "ostraecho")."""
    found: set[str] = set()
    for name in names:
        for part in re.split(rf"{_BAR}|{_DASH}", name or ""):
            found.add(_squashed(part))
    for host in hosts:
        bare = _DUTIES.sub("", host.lower())
        labels = bare.split(".")
        found |= {_squashed(bare), *(_squashed(label) for label in labels[:-1] if len(label) > 3)}
    return frozenset(key for key in found if len(key) > 1)


def bare_title(
    title: str,
    *,
    media: MediaWords,
    sites: frozenset[str] = frozenset(),
    known: Set[tuple[str, ...]] = frozenset(),
) -> str:
    """The title without the site's name: "Council votes for wall | The Example" is "Council votes for wall".

    Sections and dates beside the name go with it. "Port Sorel votes — not by much — for a wall" stays whole: behind a
    dash only what is named like a medium goes, and in front only the site's own name ("The Example: Council votes").
    What is `known` to be a headline is never shortened, and however short enough.
    """
    words = title.strip()
    if not _PARTED.search(words, 1) and not words[:1].isdigit():
        return words
    words = _DATED.sub("", words)
    for _ in range(_MOST_PARTS if len(words) <= _LONGEST_TITLE else 0):
        if words_of(words) in known:
            break
        shorter = _without_tail(words, media, sites, known) or _without_head(words, media, sites, known)
        if shorter is None:
            break
        words = shorter
    return words


def choose_title(stated: Sequence[Stated], lines: Sequence[str], *, media: MediaWords, sites: frozenset[str]) -> Titles:
    """The best of the headlines that a page states, and all its forms; nothing when it states none.

    Statements that agree count together; top headings that have nothing to do with the others are a logo, a menu's or
    a section's. `lines` are the page's own: a kicker that stands among them belongs to the headline. Without a top
    heading, the part of a title that is a line is the headline: "Wall falls in Ostra - Ostra Echo, 3 March".
    """
    said = frozenset(word for s in stated for word in words_of(s.words))
    # No other line can be a form of the headline, its kicker or a part of a title.
    openings = tuple(said)
    order = [
        words_of(line) if not line[:1].isalnum() or line[:_LONGEST_WORD].casefold().startswith(openings) else ()
        for line in lines[:_MOST_LINES]
    ]
    shown = frozenset(order)
    sites = sites | _logos(stated)
    headings = {words_of(s.words) for s in stated if s.source is Source.HEADING and not _is_site(s.words, media, sites)}
    known = headings or frozenset(key for key in shown if _FEWEST < len(key) <= _LONGEST_LINE)
    bare = [Stated(bare_title(s.words, media=media, sites=sites, known=known), s.source) for s in stated]
    bare = [s for s in bare if not _is_site(s.words, media, sites)] or list(stated)
    named = [s.words for s in bare if s.source is not Source.HEADING]
    related = [s for s in bare if s.source is not Source.HEADING or not named or _akin(s.words, named)]
    if not related:
        return Titles()
    weights = _weights(related, shown)
    best = _lower(max(weights, key=lambda key: weights[key]), {words_of(name) for name in named}, order)
    words = next(s.words for s in related if words_of(s.words) == best)
    whole = _with_kicker(words, named, shown) or words
    return Titles(whole, tuple(dict.fromkeys([whole, *(s.words for s in related), *(s.words for s in stated)])))


def site_in_title(title: str, headline: str, visible: str, media: MediaWords) -> str | None:
    """The site's name that a title has beside the headline: worded as a medium's, or said again on the page.

    "Wall falls in Ostra - Ostra Echo, 03.03.2026" names Ostra Echo; "Wall falls in Ostra - Politics" nobody.
    """
    head, found, tail = title.partition(headline)
    parts = [part for part in _PARTS.split(tail if found and tail else head) if part] if found else []
    name = _DAY_BEHIND.sub("", parts[-1 if tail else 0]).strip() if parts else ""
    if not 1 < len(name) <= _LONGEST_NAME or len(name.split()) > _FEWEST + _FEW or media.is_section(name):
        return None
    return name if media.is_sure(name) or (name in visible and media.may_be(name)) else None


def _logos(stated: Sequence[Stated]) -> frozenset[str]:
    """The top headings that are the site's name, for the page's title ends in them: "Wall falls | Ostra and beyond"."""
    titles = [s.words for s in stated if s.source is Source.TITLE]
    others = {words_of(s.words) for s in stated if s.source in (Source.DATA, Source.SHARED)}
    headings = [s.words for s in stated if s.source is Source.HEADING and words_of(s.words) not in others]
    return frozenset(
        _squashed(name)
        for name in headings
        for title in titles
        if title.endswith(name) and re.search(rf"\w.*(?:{_BAR}|{_DASH})$", title.removesuffix(name))
    )


def _weights(stated: Sequence[Stated], shown: Set[tuple[str, ...]]) -> Mapping[tuple[str, ...], float]:
    """How much speaks for each headline, by its words; each source counts once, a shortened one for the whole."""
    weights = {words_of(s.words): 0.0 for s in stated}
    for source in Source:
        given = dict.fromkeys(_whole(s.words, stated) for s in stated if s.source is source)
        for key in given if source is Source.HEADING else list(given)[:1]:
            weights[key] += source.value
    return {key: weight + _SHOWN * (key in shown) for key, weight in weights.items() if weight}


def _lower(best: tuple[str, ...], forms: Set[tuple[str, ...]], order: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The form that stands shortly below the best one, where one does: the upper stands in the breadcrumb."""
    for index, line in enumerate(order):
        if line == best:
            below = (other for other in order[index + 1 : index + 1 + _BELOW] if other in forms and other != best)
            found = next(below, None)
            if found is not None:
                return found
    return best


def _whole(words: str, stated: Sequence[Stated]) -> tuple[str, ...]:
    """The words, or those of the longer headline that they break off from: "Council votes for …".

    A quotation mark in a `content` that is not escaped breaks it off too.
    """
    stem = _CUT.sub("", words)
    longer = (s.words for s in stated if len(s.words) > len(stem) and s.words.startswith(stem))
    cut = stem != words or len(words) > _LONGEST_DATA
    whole = next((other for other in longer if cut or other[len(stem) :].lstrip()[:1] == '"'), words)
    return words_of(whole)


def _with_kicker(words: str, named: Sequence[str], shown: Set[tuple[str, ...]]) -> str | None:
    """The headline with its kicker, where a title has both and the kicker stands on the page: "Ostra: Wall falls"."""
    for title in named:
        head, found, behind = title.rpartition(words)
        if found and not behind and _KICKER.search(head) and words_of(_KICKER.sub("", head)) in shown:
            return title
    return None


def _without_tail(words: str, media: MediaWords, sites: frozenset[str], known: Set[tuple[str, ...]]) -> str | None:
    match = _TAIL.search(words)
    if match is None:
        match = _UNSPACED.search(words)
        glued = match is not None and (_squashed(match["name"]) in sites or _is_unspaced_medium(match["name"], media))
        return _left(words[: match.start()], known) if match and glued else None
    name, rest = match["name"].strip(), words[: match.start()]
    short = len(name.split()) <= _LONGEST_SITE
    titled = short and title_case(name) >= 0.75
    barred = match["bar"] is not None and (titled or len(name.split()) <= _FEW)
    called = _is_called(name, sites) or bool(_DATE.match(name)) or media.is_section(name)
    if _squashed(name) in sites:
        return rest.strip() or None
    named = (titled and media.may_be(name)) or _is_unspaced_medium(name, media)
    if called or barred or named or words_of(rest) in known:
        return _left(rest, known)
    inner = _TAIL.search(rest) if titled else None
    if inner and media.may_be(inner["name"]) and title_case(inner["name"]) >= 0.75:
        return _left(rest[: inner.start()], known)  # the medium's town: "… - WXYZ News - Ostra, Ume"
    return None


def _without_head(words: str, media: MediaWords, sites: frozenset[str], known: Set[tuple[str, ...]]) -> str | None:
    match = _HEAD.match(words)
    if match is None:
        return None
    section = match["bar"] is not None and media.is_section(match["name"])
    titled = match["bar"] is not None and words_of(words[match.end() :]) in known
    named = section or titled or _squashed(match["name"]) in sites
    return _left(words[match.end() :], known) if named else None


def _left(words: str, known: Set[tuple[str, ...]]) -> str | None:
    """What is left of a title, where it is enough to be one."""
    rest = words.strip(" |｜»«›·•–—-:")
    enough = len(rest.split()) >= _FEWEST or (_SCRIPT.search(rest) and len(rest) >= _FEWEST_SIGNS)
    return rest if enough or words_of(rest) in known else None


def _is_called(name: str, sites: frozenset[str]) -> bool:
    """True for the site's name, also with its town or claim behind it: "Ostra Echo Online"."""
    whole = _squashed(name)
    if whole in sites:
        return True
    tokens = name.split()
    return (
        any(
            len(head) > 4 and head in sites for head in (_squashed(" ".join(tokens[:n])) for n in range(1, len(tokens)))
        )
        and len(tokens) <= _LONGEST_SITE
    )


def _is_unspaced_medium(name: str, media: MediaWords) -> bool:
    return bool(_SCRIPT.search(name)) and media.is_sure(name)


def _is_site(words: str, media: MediaWords, sites: frozenset[str]) -> bool:
    """True for a "headline" that is the site's name, a section, a menu's item or a word of a machine."""
    return not words_of(words) or _squashed(words) in sites or media.is_section(words)


def _akin(heading: str, named: Sequence[str]) -> bool:
    """True when the heading says what one of the other titles says, at least in part."""
    own = set(_grams(heading))
    return any(len(own & other) >= 0.3 * min(len(own), len(other)) for other in (set(_grams(name)) for name in named))


def _grams(words: str) -> Iterator[str]:
    """The longer words by their first letters; of a script without spaces its pairs of signs."""
    for word in words_of(words):
        if _SCRIPT.search(word):
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) > 3 or word.isdigit():
            yield word[:5]


def site_called(name: str, sites: frozenset[str]) -> bool:
    """True when the name is the site's."""
    return _squashed(name) in sites


def _squashed(name: str) -> str:
    tokens = words_of(name)
    return "".join(tokens[1:] if len(tokens) > 1 and tokens[0] in ("the", "www") else tokens)
