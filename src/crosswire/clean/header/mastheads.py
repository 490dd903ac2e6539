"""Lines that name the house whose page it is: mastheads, copyright notices, "About" and "Photo:" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crosswire.lexicons.forms import words_of
from crosswire.lexicons.media_words import MediaWords

# A masthead stands among a page's first lines, a house's notice among its last.
TOP, _END = 8, 40
_YEARS = r"(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d|\d\d|present))?"
_MARK = r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)"
_MARKS = ("©", "(c)", "(C)", "opyright", "OPYRIGHT")
NOTICE = re.compile(rf"{_MARK}\W*(?:{_MARK}\W*)?(?P<rest>[^|•·]{{3,140}})")
_YEAR = re.compile(rf"(?:\bin\s+|\bby\s+)?{_YEARS}|^\s*by\s+", re.IGNORECASE)
# A page's own notice has a year or the formula. Counter-examples: "Image copyright Example" is a picture's,
# "-Wire ™ & © 2026" an agency's.
_OWN = re.compile(rf"{_YEARS}|\brights reserved\b|^\W*(?:©|\([cC]\))", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:image|photo|picture|video|media|caption|file)s?\b|™|\bwire\b", re.IGNORECASE)
# What follows the name in a notice: "© 2026 The Example, Inc. All rights reserved", "© Example. Agency copy is …".
_BEHIND = re.compile(r"\s*(?:[.;|•·]\s|[.;]$|[–—-]\s|\s{2}|,|\(|\s(?:All|all|ALL|Rights)\b).*$")
_COMPANY = re.compile(
    r"[\s,]+(?:Inc|Ltd|LLC|Limited|plc|PLC|GmbH|AG|Corp|Corporation|Co|Company|LLP|S\.A|SA|AS|ASA|AB|NV|BV|SpA|S\.p\.A|Oy)\.?$"
)
NAME = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w'’&.-]*|\d+)(?:\s(?:of|the|and|&|de|la|in|on|for|[A-ZÀ-ÖØ-Þ][\w'’&.-]*|\d+)){0,5}")
_PICTURE = re.compile(
    r"\b(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]icture|[Ii]mage|[Vv]ideo)(?:\s[Cc]redit)?\s?[:/]\s?(?P<name>.+)$"
)
# Words of which a line must have one to name whose a picture is.
_PICTURES = frozenset(["photo", "photos", "photograph", "photographs", "picture", "image", "video"])
# Names of companies and lawyers' formulas that are no medium's.
_NO_HOUSE = re.compile(
    r"^(?:all|the)?\s*(?:rights|content|material|images?|policy|notice|law|agency|infringement)\b", re.IGNORECASE
)
LONGEST_MASTHEAD = 5  # words
OFTEN = frozenset(["post", "echo"])
_OFTEN_WORD = re.compile(r"\b(?:Post|Echo)\b")
_SITE_SPLIT = re.compile(r"\s+[|»–—:-]+\s+")


def mastheads(lines: Sequence[str], media: MediaWords) -> frozenset[int]:
    """The lines among the first that are a medium's name: never a headline."""
    names = {name_key(name) for name in notices(lines, media)} | named_elsewhere(lines, media)
    found = set()
    for index, line in enumerate(lines[:TOP]):
        repeated = len(line.split()) <= LONGEST_MASTHEAD and name_key(line) in names
        if repeated or (index == 0 and _is_name(line, media)):
            found.add(index)
    return frozenset(found)


def is_site(words: str, media: MediaWords) -> bool:
    """True for words that are nothing but names of media: "Example.com | The Ilsen Times"."""
    parts = _SITE_SPLIT.split(words.strip())
    named = all(len(p.split()) <= LONGEST_MASTHEAD and is_medium(p, media) and p[0].isupper() for p in parts if p)
    return named and (len(parts) > 1 or bool(NAME.fullmatch(words.strip())))


def notices(lines: Sequence[str], media: MediaWords) -> Iterator[str]:
    """The names in the page's copyright lines, in order, years and formulas off.

    Owners are no publishers: a company not named as a medium is left out ("© 2026 Example Holdings, Inc.").
    """
    for line in (*lines[:TOP], *lines[max(TOP, len(lines) - _END) :]):
        marked = len(line) < 600 and any(mark in line for mark in _MARKS)
        match = NOTICE.search(line) if marked else None
        if match is None or _OTHERS.search(line[: match.end()]) or not _OWN.search(line):
            continue
        whole = _BEHIND.sub("", " ".join(_YEAR.sub(" ", match["rest"]).split()) + " ").strip(" .,-–—")
        name = _COMPANY.sub("", whole)
        company = name != whole and not is_medium(name, media)
        if not company and NAME.fullmatch(name) and not _NO_HOUSE.match(name):
            yield name


def named_elsewhere(lines: Sequence[str], media: MediaWords) -> frozenset[str]:
    """The names behind "Photo:" and "About", as compared."""
    return _named_elsewhere(tuple(lines), media)


@lru_cache(maxsize=4)
def _named_elsewhere(lines: tuple[str, ...], media: MediaWords) -> frozenset[str]:
    """Of the same page first its headline asks, then its publisher."""
    found: set[str] = set()
    for line in lines:
        words = words_of(line)
        if len(line) > 400 or (words[:1] not in media.house_openings and _PICTURES.isdisjoint(words)):
            continue
        match = _PICTURE.search(line) or media.house.match(line)
        if match:
            found |= {name_key(part) for part in re.split(r"\s*[/,|(]\s*", match["name"].strip(" .)"))}
    return frozenset(found - {"", "us", "me", "this"})


def _is_name(line: str, media: MediaWords) -> bool:
    """True for a first line that is worded as a medium's name: two to five words, all capitalised, one a medium's."""
    return 2 <= len(line.split()) <= LONGEST_MASTHEAD and bool(NAME.fullmatch(line)) and is_medium(line, media)


def is_medium(words: str, media: MediaWords) -> bool:
    """True when a word in it is a medium's, of those that are hardly anything else's or "Post" and "Echo"."""
    return media.is_sure(words) or (not OFTEN.isdisjoint(words_of(words)) and bool(_OFTEN_WORD.search(words)))


def name_key(name: str) -> str:
    words = words_of(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
