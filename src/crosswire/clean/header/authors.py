"""Who wrote a page by its metadata and by the elements that its markup marks as naming the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from crosswire.clean.header.bylines import cased, names_of_byline, people
from crosswire.clean.header.titles import site_called
from crosswire.lexicons.load import Lexicons

_AND = r"(?:,\s*)?\b(?:and|und|et|och|og)\b"
_SPLIT = re.compile(rf"\s*(?:,\s*and\b|;|\||•|·|、|，|,|&|{_AND})\s*")
# "Salas y Torrent" is one name, "Ana Ruiz y Tomás Colina" are two.
_PAIR = re.compile(r"\s+(?:y|e|i|и|та|و)\s+")
_OPENER = re.compile(
    r"^\W*(?:(?:(?:analysis|written|story|text|posted|reported|photographs?)\s+)?by|von|par|por|author|autor|autorin|auteur"
    r"|текст|автор)(?:\s*:\s*|\s+)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:https?://|www\.|@)|\.(?:com|org|net|de|fr|ru)/|^\d+$|^\W*$", re.IGNORECASE)
_MAIL = re.compile(r"\s*[(<\[]?\s*[\w.+-]+(?:@|\[at\]|\s\(at\)\s)[\w.-]+\s*[)>\]]?\s*")
_NOBODY = re.compile(
    r"^(?:admin\w*|administrator|unknown|anonymous|none|null|guest|user|editor|webmaster|wordpress\w*)$", re.I
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D|MS|RD|RN|BA|MA|MBA|MPH|DDS|CFP|Esq)\.?$")
_HANDLE = re.compile(r"\s+@\w+$")
_LONGEST = 60


def authors_of(
    described: Sequence[str],
    metas: Sequence[str],
    marked: Sequence[str],
    *,
    lexicons: Lexicons,
    sites: frozenset[str],
) -> tuple[str, ...]:
    """The authors: JSON-LD's, else those of meta elements, else of marked elements that stand as a byline or a name.

    Roles, addresses and handles are off; persons go before houses, and a house stands only where no person is named.
    The site itself, named in a meta element, gives way to a person in a marked one.
    """
    first = _authors(described, sites, lexicons)
    if first:
        return first
    second = _authors(metas, sites, lexicons)
    if any(not site_called(name, sites) for name in second):
        return second
    return _marked(marked, lexicons) or second


def _authors(raw: Sequence[str], sites: frozenset[str], lexicons: Lexicons) -> tuple[str, ...]:
    """The persons among the names given; where there are none, the houses."""
    names = list(dict.fromkeys(name for words in raw for name in _names(words, lexicons)))
    persons = [name for name in names if not (_is_house(name, lexicons) or site_called(name, sites))]
    return tuple(dict.fromkeys(cased(name) for name in persons)) or tuple(names)


def _names(raw: str, lexicons: Lexicons) -> Iterator[str]:
    """The single names in what is given as one: "By A, B and C, Political correspondent" has three."""
    words = _OPENER.sub("", _MAIL.sub(" ", unescape(raw)).strip())
    parts = [part for whole in _SPLIT.split(words) for part in _pair(whole)]
    for index, part in enumerate(parts):
        name = _HANDLE.sub("", " ".join(part.split())).strip(" ,;:-–|")
        if index and lexicons.media_words.is_role(name) and not _is_agency(name, lexicons):
            continue
        if not name or len(name) > _LONGEST or _ADDRESS.search(name) or _NOBODY.match(name) or _SUFFIX.match(name):
            continue
        yield name


def _pair(words: str) -> tuple[str, ...]:
    """The two names that a short "and" parts, when both are whole names."""
    parts = _PAIR.split(words)
    return tuple(parts) if all(len(part.split()) > 1 for part in parts) else (words,)


def _is_house(name: str, lexicons: Lexicons) -> bool:
    return _is_agency(name, lexicons) or lexicons.outlets.find(name) is not None or lexicons.media_words.is_role(name)


def _is_agency(name: str, lexicons: Lexicons) -> bool:
    return lexicons.agencies.find(name) is not None


def _marked(marked: Sequence[str], lexicons: Lexicons) -> tuple[str, ...]:
    """The persons of the first marked element that is a byline, or nothing but names."""
    for words in marked:
        if len(words) > 3 * _LONGEST:
            continue
        named = names_of_byline(words, lexicons)
        alone = people(words, lexicons.agencies) if named is None and len(words) <= _LONGEST else named
        if alone and (named or _covers(alone, words)):
            return alone
    return ()


def _covers(names: Sequence[str], words: str) -> bool:
    """True when the words are the names and next to nothing else: "Ana Ruiz, Tom Hill", no biography."""
    return len("".join(names)) >= 0.8 * len(re.sub(r"\W", "", words))
