"""Credits: who supplied text, photo or video, and which media a report cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.outlets import Outlets
from crosswire.model.report import Credit, CreditKind

# A credit glued to or set behind the last words: "use.–AFP", "said. (Reuters)", "year. /IANS", "today.—With AP".
_GLUED = re.compile(
    r"(?<=[.!?\"'”’»)\]])\s*(?P<credit>(?:[–—―/|-]{1,2}\s*|\(\s*|\[\s*)(?P<names>(?:[Ww]ith "
    r"|[Ff]rom )?[A-Z][\w.&’'/, \-]{1,60}?)\s*[)\]]?\.?)\s*$"
)
_BARE_END = re.compile(r"(?<=[.!?\"'”’])\s+(?P<credit>(?P<names>[A-Z][\w.&’'/ \-]{1,40}))\s*$")
# How Reuters signs its copy: "(Reporting by Ana Ruiz in Ilsen; Editing by Tom Hill)". No other agency does it so; a
# paper's own "Reporting by Ana Ruiz" has no editor behind a semicolon.
_WHO = r"[^();]{3,200}"
_SIGN_OFF = re.compile(
    rf"(?P<credit>\(?\s*(?:Additional )?(?:[Rr]eporting|[Ww]riting) by {_WHO}(?:;{_WHO}){{0,4}};"
    rf"\s*(?:[Ww]riting and )?[Ee]diting by {_WHO}\)?\.?)\s*$"
)
SIGNED_OFF = "Reuters"
_LETTERS = re.compile(r"(?<=[.!?\"”])(?P<credit>\s?[–—―-]\s?(?P<names>[A-Z]{2,6}))\.?\s*$")
_SPLIT = re.compile(r"\s*(?:,|/|;|&|\band\b|\bwith\b|\bWith\b|\bFrom\b|\bfrom\b|\bvia\b)\s*")

# Marks by which a line is a photo credit or ends with one.
_PHOTO_LABEL = r"(?:file )?(?:photo(?:graph|s)?|image|picture|pic|images|courtesy)"
_HOUSE = r"\b(?:AP|AFP|EPA|Reuters|Getty)\b"
# In brackets: a label, or an agency with a picture's mark beside it. "(Reuters)" alone signs a text.
_PHOTO = re.compile(
    rf"[\(\[]\s*(?:{_PHOTO_LABEL}\b[^)\]]*|"
    rf"[^()\[\]]*(?:{_HOUSE}[ -](?:photo|images?)|via {_HOUSE}|/ ?{_HOUSE}|photo by)"
    r"[^()\[\]]*)[\)\]]?\.?\s*$"
    rf"|{_HOUSE} (?:photo|images?)$"
    rf"|\b{_PHOTO_LABEL}\s+via (?:{_HOUSE}|Associated Press\b).{{0,30}}$"
    rf"|\b{_PHOTO_LABEL}(?:\s+credit)?\s*(?:by|:|/|\||courtesy)\s*\S.*$",
    re.IGNORECASE,
)
# One of these stands in everything that _PHOTO matches; most lines have none.
_PHOTO_WORDS = ("photo", "image", "pic", "courtesy", "ap", "afp", "epa", "reuters", "getty")
_PHOTO_TAIL = re.compile(r"(?:\s[—–|/-]{1,2}\s?|\s{2,}|/)(?P<names>[A-Z][^.!?]{1,60})$")
_VIDEO = re.compile(r"\bvideo(?:\s+credit)?\s*(?:by|:|/|courtesy)", re.IGNORECASE)

_BEFORE = (
    r"(?:reported|reports|according to|citing|cited by|quoted by|told|tells|as reported by"
    r"|in an interview (?:with|to|on|published by)"
    r"|an interview with|interviewed by|speaking to|spoke to|said to|as quoted by|reported by|report (?:in|by|from)"
    r"|reports (?:in|by|from)|revealed by|published (?:in|by)|obtained by|seen by|reviewed by"
    r"|statement to|carried by|broadcast by|aired on|aired by|appearing on|poll (?:by|for))"
)
_STATE = (
    r"(?:(?:the|a|an|state|state-run|state-owned|official|semi-official|private|local|national"
    r"|independent|news|agency|newspaper|daily|weekly|magazine|broadcaster|channel|network|television"
    r"|TV|station|website|wire|Russian|Turkish|Iranian|Syrian|Chinese|French|German|British|Israeli"
    r"|Indian|American|US|U\.S\.)\s+){0,6}"
)
_AFTER = (
    r"\s*(?:(?:news agency|agency|newspaper|television|TV|channel|magazine|network"
    r"|daily)\s+)?(?:reported|reports|said|quoted|wrote|first reported|has reported|had reported"
    r"|cited|revealed)\b"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A credit at the end of some words: where it begins, and whom it names."""

    start: int
    names: tuple[str, ...]


def closing_credit(words: str, agencies: Agencies) -> Cut | None:
    """The agency credit with which a paragraph ends: "… weapons use.–AFP" gives AFP and where "–AFP" begins.

    None unless every name is a known agency: "(Reuters)" is one, "(Monday)" is none. Capitals behind a full stop and a
    dash sign a text even when the agency is not known: "… by night.–NPA".
    """
    signed = sign_off(words)
    if signed is not None:
        return signed
    for pattern in (_GLUED, _BARE_END):
        match = pattern.search(words, max(0, len(words) - 80))
        if match:
            names = credit_names(match["names"], agencies)
            if names:
                return Cut(match.start("credit"), names)
    unknown = _LETTERS.search(words, max(0, len(words) - 12))
    return Cut(unknown.start("credit"), (unknown["names"],)) if unknown else None


def sign_off(words: str) -> Cut | None:
    """The line that signs Reuters copy, at the end of `words`: "(Reporting by Ana Ruiz; Editing by Tom Hill)"."""
    match = _SIGN_OFF.search(words, max(0, len(words) - 600))
    return Cut(match.start("credit"), (SIGNED_OFF,)) if match else None


def credit_names(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies of which `words` consist, canonical; empty when anything else stands there too."""
    if not agencies.may_name(words):
        return ()
    parts = [part for part in _SPLIT.split(words.strip(" .()[]–—-|/:")) if part and part.lower() != "agencies"]
    found = [agencies.find(part) or agencies.find(part.rstrip(".")) for part in parts]
    return tuple(agency.name for agency in found if agency) if all(found) else ()


def photo_credit(words: str, agencies: Agencies) -> tuple[str, ...] | None:
    """The agencies of a photo credit that is, or ends, the line; empty when it names none; None when there is none.

    "…on the quay. — AP" and "(AP Photo/Ana Ruiz)" are AP's; "Photo: Ana Ruiz" names no agency.
    """
    lowered = words.lower()
    match = _PHOTO.search(words) if any(word in lowered for word in _PHOTO_WORDS) else None
    if match:
        return tuple(dict.fromkeys(agency.name for agency, _, _ in agencies.within(match.group())))
    tail = _PHOTO_TAIL.search(words) if agencies.may_name(words) else None
    if tail:
        names = tuple(dict.fromkeys(agency.name for agency, _, _ in agencies.within(tail["names"])))
        return names or None
    return None


# A photographer beside an agency: "Ana Ruiz / AP", "CreditOle Berg/Associated Press". Writers stand behind a comma.
_ONE = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]"
_PHOTOGRAPHER = re.compile(rf"(?:[Cc]redit:?\s*)?{_ONE}+(?:[ ]{_ONE}*){{0,4}}\s*[/|]\s*(?P<house>.+)")


def signs_picture(words: str, agencies: Agencies) -> bool:
    """True when a credit line of its own is a picture's: it names a picture agency, or a photographer with a slash."""
    if any(agency.kind == "photo" for agency, _, _ in agencies.within(words)):
        return True
    match = _PHOTOGRAPHER.fullmatch(words.strip().rstrip("."))
    return bool(match and agencies.find(match["house"].strip()))


def is_video(words: str) -> bool:
    """True when the credit on this line is for a video."""
    return bool(_VIDEO.search(words))


def cited_media(text: str, agencies: Agencies, outlets: Outlets, own: Iterable[str]) -> tuple[Credit, ...]:
    """The media that the text cites by name, each once, in order; those in `own` (publisher, credited) left out.

    "…, reported The Washington Post" and "told Reuters" cite; "the CNN building" does not.
    """
    skip = set(own)
    hits = [(s, e, o.name) for o, s, e in outlets.within(text)] + [(s, e, a.name) for a, s, e in agencies.within(text)]
    found: dict[str, str] = {}
    for start, end, name in sorted(hits):
        if name not in skip and name not in found and _is_cited(text, start, end):
            found[name] = text[start:end]
    return tuple(Credit(name, CreditKind.CITED, words) for name, words in found.items())


_CITED_BEFORE = re.compile(rf"\b{_BEFORE}\s+{_STATE}[\"'“‘]?$")
_CITED_AFTER = re.compile(_AFTER)


def _is_cited(text: str, start: int, end: int) -> bool:
    return bool(_CITED_BEFORE.search(text[max(0, start - 100) : start]) or _CITED_AFTER.match(text, end))
