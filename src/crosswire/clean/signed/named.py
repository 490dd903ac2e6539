"""Houses by the words that name them: agencies, outlets, addresses, and names that no lexicon has."""

from __future__ import annotations

import re
from collections.abc import Collection

from crosswire.lexicons.load import Lexicons

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[a-z]{2,12})\b(?:/\S*)?", re.IGNORECASE)
_HYPHENED = re.compile(r"-[A-Z]")  # "The Sun-Times" is not The Sun
_WORD = r"[A-ZÀ-ÖØ-Þ0-9][\w’'&.+-]*\w|[A-ZÀ-ÖØ-Þ]"
# A name of up to six words with capitals, at whose end the sentence or the name's clause ends.
_NAME = re.compile(
    rf"(?P<name>(?:[Tt]he\s)?(?:{_WORD})(?:(?:\s(?:of|the|and|de|du|for|&))?\s(?:{_WORD})){{0,5}})"
    r"(?=\W*$|[,.;:)\]”\"]|\s(?:under|and is|and was|as|with|here|on|in|at|—|–|-|\(|\[|website|magazine)\b|\s[—–(\[-])"
)
# What stands where a name does and is none: days, months, editions, languages.
_NO_NAME = re.compile(
    r"(?:The\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Spring"
    r"|Summer|Autumn|Fall|Winter|English|Spanish|French|German|Russian|Chinese|Arabic|Print|Section|Page|Part|Read|Click"
    r"|\d)\w*\b"
)


def house_at(words: str, lexicons: Lexicons, *, known: bool = False) -> str | None:
    """The house whose name opens the words, canonical: "washingtonpost.com. Read it here." is The Washington Post.

    Known ones, those that are addresses, else any name with capitals ("Ostra Matters"), unless `known` asks for no
    guesses. None where a day, a language or a thing stands there: "July 16", "Spanish", "the city".
    """
    bare = words.lstrip(" \t“\"'‘(*_")
    found = _opening(bare, lexicons)
    if found:
        return found
    if match := _ADDRESS.match(bare):
        return of_host(match["host"], lexicons)
    name = None if known else _NAME.match(bare)
    if name is None or _NO_NAME.match(name["name"]) or _is_platform(name["name"], lexicons):
        return None
    return name["name"].removeprefix("the ")


def of_host(host: str, lexicons: Lexicons) -> str | None:
    """The medium of a host, canonical, else the host itself; None for a platform's or a library's."""
    host = host.lower().removeprefix("www.")
    notices = lexicons.agencies.credits.notices
    if any(host == other or host.endswith(f".{other}") for other in notices.hosts):
        return None
    outlet = lexicons.outlets.of_domain(host)
    if outlet is not None:
        return outlet.name
    agency = lexicons.agencies.of_domain(host)
    return agency.name if agency else host


def houses_in(words: str, lexicons: Lexicons) -> tuple[tuple[str, int, int], ...]:
    """The known houses that the words name, canonical, with their spans, in order; the longer of two that overlap.

    Picture agencies are none: they supply no words.
    """
    agencies = [(a.name, s, e) for a, s, e in lexicons.agencies.within(words) if a.kind != "photo"]
    outlets = [(o.name, s, e) for o, s, e in lexicons.outlets.within(words) if not _HYPHENED.match(words, e)]
    kept: list[tuple[str, int, int]] = []
    for name, start, end in sorted((*agencies, *outlets), key=lambda hit: (hit[1] - hit[2], hit[1])):
        if all(end <= held[1] or held[2] <= start for held in kept):
            kept.append((name, start, end))
    return tuple(sorted(kept, key=lambda hit: hit[1]))


def is_own(name: str, own: Collection[str]) -> bool:
    """True for one of the publisher's names, articles and endings of addresses aside."""
    return _key(name) in {_key(other) for other in own}


def _opening(bare: str, lexicons: Lexicons) -> str | None:
    """The known house with whose name the words open, an article before it or not."""
    article = len(bare) - len(re.sub(r"^(?:the|l['’]|la|le|der|die|das|el)\s?(?=[A-Z])", "", bare, flags=re.IGNORECASE))
    for name, start, _ in houses_in(bare[:120], lexicons):
        return name if start <= article else None
    return None


def _is_platform(name: str, lexicons: Lexicons) -> bool:
    return name.casefold().removeprefix("the ") in lexicons.agencies.credits.notices.platforms


def _key(name: str) -> str:
    key = re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", name.casefold())
    key = re.sub(r"\.(?:com|org|net|news|co\.uk|\w\w)$", "", key).removeprefix("the ").replace(" ", "")
    return key.removesuffix("news") or key  # "CBS" and "CBS News"
