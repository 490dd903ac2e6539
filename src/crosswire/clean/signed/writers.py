"""Lines of a header that hold nothing but writers, houses and a date: "By ANA RUIZ, CNN", "Reuters Monday, 2 March"."""

from __future__ import annotations

import re
from collections.abc import Collection

from crosswire.clean.signed.named import houses_in
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons

_LONGEST = 200  # signs
_MOST = 26  # words
_GLUED = re.compile(r"(?<=[a-zà-ÿ.])(?=[A-ZÀ-Þ][a-zà-ÿ]|[A-Z]{2,}\b)")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]*"
_ADDRESS = re.compile(r"(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|news))\b")
# What else such a line holds: days, clocks, what is done with a text, roles, what joins names.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?\.?"
_OTHER = re.compile(
    rf"(?:{_MONTH}|{_DAY}|\d[\d:./-]*(?:st|nd|rd|th|am|pm)?|[ap]\.?m\.?|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|gmt|utc|bst|at|on|by|from|for"
    r"|of|in|and|with|the|via|via:|posted|published|updated|last|first|created|story|text|written|reported|reporting|special|to"
    r"|staff|senior|chief|national|political|business|diplomatic|security|foreign|white|house|sports|science|medical|legal|military"
    r"|education|health|media|religion|entertainment|affairs|investigative|writers?|reporters?|correspondents?|editors?|bureau|desk"
    r"|contributors?|columnists?|journalists?|producers?|multimedia|digital|newsroom|service|services|wire|wires|news|report|reports"
    r"|authors?|source|sources|hours?|minutes?|mins?|days?|ago|read|min|von|par|por|di|y|et|und|e)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\s|•·,;:&/()\[\]–—―*_+-]+")
_PLACE = re.compile(r"(?:\sin|,)\s(?P<place>[^,\d]{3,30}?)\W*")
_ROLE = re.compile(r"staff|(?:writer|reporter|correspondent|editor|journalist)s?", re.IGNORECASE)
_BY = re.compile(r"\W*(?:by|story by|written by|reported by|von|par|por|authors?:|posted by)\s", re.IGNORECASE)
# A photographer: one name, a slash or bar, a house. Or a comma and a house's short form under a picture.
_PICTURE = re.compile(rf"\W*{_CAPITAL}(?:\s{_CAPITAL}){{1,3}},?\s?[/|]\s?[^\s\d][^\d]*")
_SHORT = re.compile(rf"\W*{_CAPITAL}(?:\s{_CAPITAL}){{1,2}}(?:,\s?[A-Z-]{{2,7}}|\s\([^()]+\))\W*")


def signing_houses(words: str, lexicons: Lexicons, own: Collection[str] = ()) -> tuple[str, ...]:
    """The houses of a line that is nothing but writers, their roles, houses and a date; () for any other line.

    "Ana Ruiz and Tom HillAssociated Press" gives AP, "Posted 6:08 am, by CNN Wires" CNN Wire, "By Staff and agencies"
    agencies without a name. The publisher's own name counts where another house stands beside it: both supplied the
    text. "Ana Ruiz / AP" and "Ana Ruiz, AP" may be a photographer's and give nothing; several names are writers'.
    """
    if len(words) > _LONGEST or len(words.split()) > _MOST:
        return ()
    if not any(character.isupper() for character in words):
        return ()
    named = lexicons.agencies.may_name(words) or lexicons.outlets.any_form.may_hold(words_of(words))
    if not named and "." not in words and _GLUED.search(words) is None:
        return ()
    line = _unglued(words, lexicons)
    signed = bool(_BY.match(line))
    if is_photographer(line) or (not signed and _SHORT.fullmatch(line)) or is_labelled_picture(line, lexicons):
        return ()
    hits = houses_in(line, lexicons)
    addresses = _ADDRESS.finditer(line) if "." in line else ()
    hosts = [(o.name, *m.span()) for m in addresses if (o := lexicons.outlets.of_domain(m["host"]))]
    apart = {host for host in hosts if not any(start < host[2] and host[1] < end for _, start, end in hits)}
    hits = tuple(sorted({*hits, *apart}, key=lambda hit: hit[1]))
    if len(hits) == 1 and _is_stationed(line, hits[0], lexicons):
        return (hits[0][0],)
    if not hits or not _is_all(line, hits) or (not signed and _is_bare(line, hits, lexicons)):
        return ()
    return tuple(dict.fromkeys(name for name, _, _ in hits))


def is_photographer(words: str) -> bool:
    """True for one name, a slash and a house, as pictures are signed: "Ana Ruiz/Reuters". Not "By Ana Ruiz / AP"."""
    return not _BY.match(words) and bool(_PICTURE.fullmatch(words))


def is_labelled_picture(line: str, lexicons: Lexicons) -> bool:
    """True for a line with a picture's or a video's label: "Bild: Ana Ruiz", "PHOTO BY REUTERS"."""
    return any(label.kind in ("photo", "video") for label in lexicons.agencies.credits.labels_in(line))


def is_signature(words: str, lexicons: Lexicons) -> bool:
    """True for a line of names, houses and words of the trade, where hardly anything is told.

    Not "Source: Reuters poll of 12 engineers", not "Contact Ana Ruiz at ruiz@reuters.example".
    """
    if "@" in words:
        return False
    bare = words
    for _, start, end in reversed(houses_in(words, lexicons)):
        bare = f"{bare[:start]} {bare[end:]}"
    told = [token for token in _SIGNS.split(bare) if token[:1].islower() and not _OTHER.fullmatch(token)]
    return len(told) <= 1


def _unglued(words: str, lexicons: Lexicons) -> str:
    """The line with a blank where a house's name is glued to a person's: "Tom HillAssociated Press"."""
    for place in reversed([match.start() for match in _GLUED.finditer(words)]):
        rest = words[place:]
        if any(start == 0 and end > 2 for _, start, end in houses_in(rest, lexicons)):
            words = f"{words[:place]} {rest}"
    return words


def _is_stationed(line: str, hit: tuple[str, int, int], lexicons: Lexicons) -> bool:
    """True for an agency and where it is: "Agence France-Presse in Paris", "AFP, Paris"."""
    name, start, end = hit
    agency, place = lexicons.agencies.find(name), _PLACE.fullmatch(line, end)
    if agency is None or agency.kind not in ("wire", "state", "business") or place is None:
        return False
    before = line[:start].strip().casefold()
    return before in ("", "the") and lexicons.geography.is_place(place["place"])


def _is_bare(line: str, hits: tuple[tuple[str, int, int], ...], lexicons: Lexicons) -> bool:
    """True for a house with nothing beside it that a writer's or a date's line has: "Fox News", "CBS Entertainment".

    A role is enough for an agency ("Associated Press Sports Writer"); papers call sections and programmes so.
    """
    bare = line
    for _, start, end in reversed(hits):
        bare = f"{bare[:start]} {bare[end:]}"
    tokens = [token for token in _SIGNS.split(bare) if token]
    if any(token[0].isdigit() or not _OTHER.fullmatch(token) for token in tokens):
        return False
    role = any(_ROLE.fullmatch(token) for token in tokens)
    found = (lexicons.agencies.find(name) for name, _, _ in hits)
    return not (role and any(agency and agency.kind in ("wire", "state", "business") for agency in found))


def _is_all(line: str, hits: tuple[tuple[str, int, int], ...]) -> bool:
    """True when beside the houses only persons' names, dates and words of such a line stand in it."""
    place = 0
    for _, start, end in (*hits, ("", len(line), len(line))):
        tokens = [token for token in _SIGNS.split(line[place:start]) if token]
        people = [token for token in tokens if not _OTHER.fullmatch(token)]
        if len(people) == 1 or any(not re.fullmatch(_CAPITAL, token) for token in people):
            return False
        place = end
    return True
