"""Whose page it is, read from its visible lines: the name that its furniture says again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from enum import Enum

from crosswire.clean.header.mastheads import (
    LONGEST_MASTHEAD,
    NAME,
    NOTICE,
    OFTEN,
    TOP,
    is_medium,
    name_key,
    named_elsewhere,
    notices,
)
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons

_EDGES = " \t•·*|–—-:.,()[]»«›"
_LOGO = re.compile(r"\s+(?:[Ll]ogo|LOGO|[Hh]ome(?:page)?)$|^(?:[Ll]ogo|LOGO)(?:\s+(?:of|de|von))?\s+")
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,6})/?", re.IGNORECASE
)
# Mailboxes of a house, not of a person: "letters@example.com". A writer's address may come with copy from elsewhere.
_MAILBOX = re.compile(
    r"\b(?:letters?|editors?|editorial|news|newsroom|newsdesk|tips?|feedback|support|contact|info|subscriptions?|help|web"
    r"|online|redaktion|redaccion|redaction|redazione|service|kontakt|corrections?|\d+)@(?P<host>[\w-]+(?:\.[\w-]+)+)"
)
_DATED = re.compile(r"\s+[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORT, _LONGEST_LINE = 90, 300  # signs: of a menu's line, of one that is looked at for a mailbox
_MENU_ITEM = 10  # words
_MENU_ITEMS = 4  # different ones that hold a known medium's name: "Example TV", "Example Jobs", "Contact Example"
_MOST = 40  # names that are looked for in all lines
_AGAIN, _MOST_AGAIN = 0.5, 1.5
_SUFFICES, _LEAD = 1.9, 0.5


class Sign(Enum):
    """What speaks for a name, and how much.

    A masthead alone is weak, for it may be a section's or a headline; a second line is where others' copy is signed.
    A notice of a name that is no medium's may be its owner's.
    """

    NOTICE = 2.0
    OWNER = 1.5
    TOP = 1.0
    KNOWN_ON_TOP = 1.01
    ALONE = 0.99
    HOUSE = 1.02
    HOST = 0.98


def find_publisher(lines: Sequence[str], lexicons: Lexicons) -> str | None:
    """The publisher that a page's lines name; None where they name nobody, or two alike.

    Its copyright line counts ("© Radio Example 2026"; agencies and owners sign there too), a masthead, lines that are
    nothing but the name, menus that hold it ("Follow The Example"), its address. A name that is no medium's by its
    words, and not known, needs a notice, an "About" line, a photo credit or an address.
    """
    names: dict[str, str] = {}
    signs: dict[str, set[Sign]] = defaultdict(set)
    for name, sign in _named(lines, lexicons):
        key = name_key(name)
        names.setdefault(key, name)
        signs[key].add(sign)
    able = [key for key in names if _may_publish(names[key], signs[key], lexicons)][:_MOST]
    short = [(line, line.casefold()) for line in lines if len(line) <= _SHORT]
    worth = {key: _worth(names[key], signs[key], short) for key in able} if able else {}
    best = min(
        worth, key=lambda key: (-worth[key], not _is_named_so(names[key], lexicons), len(key), key), default=None
    )
    if best is None or worth[best] < _SUFFICES:
        return None
    rivals = [key for key in worth if key != best and worth[best] - worth[key] < _LEAD and not _one_house(best, key)]
    if any(Sign.OWNER not in signs[key] for key in rivals):
        return None
    known = lexicons.outlets.find(names[best])
    return known.name if known else names[best]


def _named(lines: Sequence[str], lexicons: Lexicons) -> Iterator[tuple[str, Sign]]:
    """The names on the page that may be its publisher's, each with the sign by which it is named."""
    seen: dict[str, str] = {}
    hosts: set[str] = set()
    for name in notices(lines, lexicons.media_words):
        if not lexicons.agencies.find(name):
            seen.setdefault(name_key(name), name)
            yield name, Sign.NOTICE if _is_named_so(name, lexicons) else Sign.OWNER
    elsewhere = named_elsewhere(lines, lexicons.media_words)
    words = frozenset(word for line in lines if len(line) <= _SHORT for word in words_of(line))
    telling = frozenset(lexicons.media_words.telling(words) | (OFTEN & words))
    for index, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            continue
        if "@" in line:
            hosts |= {match["host"].lower() for match in _MAILBOX.finditer(line)}
        if len(line) > _SHORT or (index >= TOP and not _may_name(line, telling, lexicons)):
            continue
        for name, sign in _alone(line, index, elsewhere, lexicons):
            seen.setdefault(name_key(name), name)
            yield name, sign
    for name in _in_menus(lines, lexicons):
        seen.setdefault(name_key(name), name)
        yield name, Sign.HOUSE
    for key in elsewhere & seen.keys():
        yield seen[key], Sign.HOUSE
    yield from _addressed(hosts, seen, lexicons)


def _in_menus(lines: Sequence[str], lexicons: Lexicons) -> list[str]:
    """The known media that several different short lines name."""
    items = (line for line in dict.fromkeys(lines) if len(line) <= _SHORT)
    held = Counter(
        name
        for line in items
        for name in {outlet.name: line for outlet, _, _ in lexicons.outlets.within(line)}
        if len(line.split()) <= LONGEST_MASTHEAD
    )
    return [name for name, count in held.items() if count >= _MENU_ITEMS]


def _may_name(line: str, telling: frozenset[str], lexicons: Lexicons) -> bool:
    """False for a line that is no medium's name, address or logo: most lines of a menu, asked nothing else.

    `telling` are the page's words that names of media have.
    """
    words = words_of(line)
    if not telling.isdisjoint(words) or words in lexicons.outlets.whole:
        return True
    return "." in line or ", " in line or "ogo" in line or "LOGO" in line or "ome" in line


def _alone(line: str, index: int, elsewhere: Set[str], lexicons: Lexicons) -> Iterator[tuple[str, Sign]]:
    """The name of which a line consists, a logo's label or a date aside; `elsewhere`: who has "Photo:" before it."""
    outlets = lexicons.outlets
    bare = line.strip(_EDGES)
    if "ogo" in bare or "LOGO" in bare or "ome" in bare:
        bare = _LOGO.sub("", bare).strip(_EDGES)
    host = _DOMAIN.fullmatch(bare) if "." in bare else None
    if host and (known := outlets.of_domain(host["host"])):
        yield known.name, Sign.HOST
        return
    dated = _DATED.search(bare) if ", " in bare else None
    if dated and (known := outlets.find(bare[: dated.start()])):
        yield known.name, Sign.ALONE
    if 0 < len(bare.split()) <= LONGEST_MASTHEAD and _is_candidate(bare, index, elsewhere, lexicons):
        bare = bare if host is None else host["host"] if "://" in bare else bare
        yield bare, Sign.TOP if index < TOP else Sign.ALONE
        if index == 0 and outlets.find(bare):
            yield bare, Sign.KNOWN_ON_TOP


def _is_candidate(name: str, index: int, elsewhere: Set[str], lexicons: Lexicons) -> bool:
    media = lexicons.media_words
    # "Evening Ledger" could be any town's; a photo that is credited to it says that it is one.
    credited = index < TOP and is_medium(name, media) and name_key(name) in elsewhere
    if not credited and not _is_worded_so(name, index, lexicons):
        return False
    return not (lexicons.agencies.find(name) or media.is_platform(name) or media.is_section(name))


def _is_worded_so(name: str, index: int, lexicons: Lexicons) -> bool:
    """True for a known medium's name, an address, or a name that is worded as a medium's."""
    media = lexicons.media_words
    if lexicons.outlets.find(name) or ("." in name and _DOMAIN.fullmatch(name)):
        return True
    if not name.isascii() and _UNSPACED.search(name):
        return media.is_sure(name) and len(name) <= 14
    return (index < TOP or is_medium(name, media)) and bool(NAME.fullmatch(name)) and not media.is_generic(name)


def _addressed(hosts: set[str], seen: dict[str, str], lexicons: Lexicons) -> Iterator[tuple[str, Sign]]:
    """The names that the page's mailboxes are of."""
    for host in sorted(hosts):
        known = lexicons.outlets.of_domain(host)
        if known:
            yield known.name, Sign.HOST
        for key, name in seen.items():
            if "".join(key.split()) in host.replace("-", "").split("."):
                yield name, Sign.HOST


def _worth(name: str, signs: set[Sign], lines: Sequence[tuple[str, str]]) -> float:
    """What speaks for the name; `lines`: the page's short ones, each also casefolded."""
    signed = not signs.isdisjoint({Sign.NOTICE, Sign.OWNER})
    folded = name.casefold()
    holding = [line for line, low in lines if folded in low and not (signed and NOTICE.search(line))]
    again = _stands_again(name, holding)
    return sum(sign.value for sign in signs) + min(_MOST_AGAIN, _AGAIN * again)


def _stands_again(name: str, lines: Sequence[str]) -> int:
    """How many of the lines, all different, hold the name among other words; one more where it is a line twice."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if " " in name else 0)
    holding = [line for line in lines if len(line.split()) <= _MENU_ITEM]
    alone = sum(_LOGO.sub("", line.strip(_EDGES)) == name for line in holding)
    unspaced = bool(_UNSPACED.search(name))
    others = {line for line in holding if line.strip(_EDGES) != name and (unspaced or pattern.search(line))}
    return len(others) + (alone > 1)


def _may_publish(name: str, signs: set[Sign], lexicons: Lexicons) -> bool:
    """True for a name that is a medium's; another is one only by a house's own sign.

    A line of its own among others is a sister paper's or a topic's as well.
    """
    if signs <= {Sign.ALONE}:
        return False
    return _is_named_so(name, lexicons) or not signs.isdisjoint({Sign.OWNER, Sign.HOUSE, Sign.HOST})


def _is_named_so(name: str, lexicons: Lexicons) -> bool:
    return lexicons.outlets.is_sure(name) or is_medium(name, lexicons.media_words)


def _one_house(name: str, other: str) -> bool:
    """True when one name is the other with more behind it: "fox news" and "fox news media"."""
    return set(words_of(name)) <= set(words_of(other)) or set(words_of(other)) <= set(words_of(name))
