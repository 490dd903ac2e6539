"""Whose page it is, read from its visible lines: from a copyright line, or a masthead that a second sign repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.clean.repeats import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.media_words import MediaWords

# A masthead stands among a page's first lines, a house's notice among its last.
_TOP, _END = 8, 40
_YEARS = r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d|\d\d|present))?"
_MARK = r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)"
_NOTICE = re.compile(rf"{_MARK}\W*(?:{_MARK}\W*)?(?P<rest>[^|•·]{{3,140}})")
_YEAR = re.compile(rf"(?:\bin\s+|\bby\s+)?{_YEARS}|^\s*by\s+", re.IGNORECASE)
# A page's own notice has a year or the formula. Counter-examples: "Image copyright Example" is a picture's,
# "-Wire ™ & © 2026" an agency's.
_OWN = re.compile(rf"{_YEARS}|\brights reserved\b|^\W*(?:©|\([cC]\))", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:image|photo|picture|video|media|caption|file)s?\b|™|\bwire\b", re.IGNORECASE)
# What follows the name in a notice: "© 2026 The Example, Inc. All rights reserved", "© Example. Agency copy is …".
_BEHIND = re.compile(r"\s*(?:[.;|•·]\s|[.;]$|[–—-]\s|\s{2}|,|\(|\s(?:All|all|ALL|Rights)\b).*$")
_COMPANY = re.compile(r"[\s,]+(?:Inc|Ltd|LLC|Limited|plc|PLC|GmbH|AG|Corp|Corporation|Co|Company|LLP|S\.A)\.?$")
_NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w'’&.-]*|\d+)(?:\s(?:of|the|and|&|de|la|in|on|for|[A-ZÀ-ÖØ-Þ][\w'’&.-]*|\d+)){0,5}"
)
_PICTURE = re.compile(
    r"\b(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]icture|[Ii]mage|[Vv]ideo)(?:\s[Cc]redit)?\s?[:/]\s?(?P<name>.+)$"
)
_OF_THE_HOUSE = re.compile(
    r"^\W*(?:About|Contact|Subscribe to|Support|Follow|More from|Advertise with)\s(?P<name>.+?)\W*$"
)
# Names of companies and lawyers' formulas that are no medium's.
_NO_HOUSE = re.compile(
    r"^(?:all|the)?\s*(?:rights|content|material|images?|policy|notice|law|agency|infringement)\b", re.IGNORECASE
)
_LONGEST_MASTHEAD = 5  # words
_MENU_ITEM = 8  # words; owners stand in longer lines too: "part of Example Holdings, an international group"
_OFTEN = re.compile(r"\b(?:Post|Echo)\b")
_SITE_SPLIT = re.compile(r"\s+[|»–—:-]+\s+")


def find_publisher(lines: Sequence[str], lexicons: Lexicons) -> str | None:
    """The publisher that a page's lines name: its copyright line's, else a masthead's that another line repeats.

    "© Radio Example 2026" names Radio Example; "© 2026 The Associated Press" on a paper's page names an agency, which
    is no publisher. A name in a notice that isn't a medium's must stand on the page again, for owners sign there too.
    A masthead alone is one weak sign: it may be a section or a headline.
    """
    agencies, outlets, media = lexicons.agencies, lexicons.outlets, lexicons.media_words
    own = [name for name in notices(lines, media) if not agencies.find(name)]
    noted = next((n for n in own if _is_medium(n, media) or outlets.find(n) or _stands_again(n, lines)), None)
    if noted is None:
        repeated = _named_elsewhere(lines)
        noted = next((line for line in _tops(lines) if _key(line) in repeated and not agencies.find(line)), None)
    known = outlets.find(noted) if noted else None
    return known.name if known else noted


def mastheads(lines: Sequence[str], media: MediaWords) -> frozenset[int]:
    """The lines among the first that are a medium's name: never a headline."""
    names = {_key(name) for name in notices(lines, media)} | _named_elsewhere(lines)
    found = set()
    for index, line in enumerate(lines[:_TOP]):
        repeated = len(line.split()) <= _LONGEST_MASTHEAD and _key(line) in names
        if repeated or (index == 0 and _is_name(line, media)):
            found.add(index)
    return frozenset(found)


def is_site(words: str, media: MediaWords) -> bool:
    """True for words that are nothing but names of media: "Example.com | The Ilsen Times"."""
    parts = _SITE_SPLIT.split(words.strip())
    named = all(len(p.split()) <= _LONGEST_MASTHEAD and _is_medium(p, media) and p[0].isupper() for p in parts if p)
    return named and (len(parts) > 1 or bool(_NAME.fullmatch(words.strip())))


def notices(lines: Sequence[str], media: MediaWords) -> Iterator[str]:
    """The names in the page's copyright lines, in order, years and formulas off.

    Owners are no publishers: a company not named as a medium is left out ("© 2026 Example Holdings, Inc.").
    """
    for line in (*lines[:_TOP], *lines[max(_TOP, len(lines) - _END) :]):
        match = _NOTICE.search(line) if len(line) < 600 else None
        if match is None or _OTHERS.search(line[: match.end()]) or not _OWN.search(line):
            continue
        whole = _BEHIND.sub("", " ".join(_YEAR.sub(" ", match["rest"]).split()) + " ").strip(" .,-–—")
        name = _COMPANY.sub("", whole)
        company = name != whole and not _is_medium(name, media)
        if not company and _NAME.fullmatch(name) and not _NO_HOUSE.match(name):
            yield name


def _tops(lines: Sequence[str]) -> Iterator[str]:
    """The short lines among the first, bullets off."""
    short = (line.strip("•·*|- ") for line in lines[:_TOP])
    return (line for line in short if len(line.split()) <= _LONGEST_MASTHEAD and _NAME.fullmatch(line))


def _stands_again(name: str, lines: Sequence[str]) -> bool:
    """True when the name stands in a short line that is no copyright notice; a single word in its own case."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if " " in name else 0)
    short = (line for line in lines if len(line.split()) <= _MENU_ITEM)
    return any(pattern.search(line) and not _NOTICE.search(line) for line in short)


def _named_elsewhere(lines: Sequence[str]) -> set[str]:
    """The names behind "Photo:" and "About", as compared."""
    found = set()
    for line in lines:
        if len(line) > 400:
            continue
        match = _PICTURE.search(line) or _OF_THE_HOUSE.match(line)
        if match:
            found |= {_key(part) for part in re.split(r"\s*[/,|(]\s*", match["name"].strip(" .)"))}
    return found - {"", "us", "me", "this"}


def _is_name(line: str, media: MediaWords) -> bool:
    """True for a first line that is worded as a medium's name: two to five words, all capitalised, one a medium's."""
    return 2 <= len(line.split()) <= _LONGEST_MASTHEAD and bool(_NAME.fullmatch(line)) and _is_medium(line, media)


def _is_medium(words: str, media: MediaWords) -> bool:
    """True when a word in it is a medium's, of those that are hardly anything else's or "Post" and "Echo"."""
    return media.is_sure(words) or bool(_OFTEN.search(words))


def _key(name: str) -> str:
    words = words_of(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
