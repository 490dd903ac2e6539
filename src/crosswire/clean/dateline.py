"""The dateline that opens a report: place, agency, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.geography import Geography

# No dateline is longer than this: "KYIV, Ukraine/WASHINGTON, Sept. 3 (Reuters) —".
_LONGEST = 110

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+(?:[ ][A-ZÀ-ÖØ-Þ.'’\-]{2,}){0,4}"
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’\-]*)(?:[ ](?:de|del|la|le|los|al|el|of|the|upon|[A-ZÀ-ÖØ-Þ][\w.'’\-]*)){0,4}"
_REGION = rf"(?:,[ ]{_NAME}){{0,2}}"
_PLACE = rf"(?:{_CAPS}|{_NAME}){_REGION}"
_PLACES = rf"{_PLACE}(?:[ ]?(?:/|;|and|&)[ ]?{_PLACE}){{0,3}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{_MONTH})(?:,?[ ]\d{{4}})?"
_DATE = rf"(?:,?[ ]{_DAY})?"
_AGENCY = r"[ ]?[\(\[](?P<agency>[A-Z][\w&./’' \-]{1,48})[\)\]]"
_DASH = r"(?P<mark>[ ]?(?:--+|[—–―‒-])[ ]?|:[ ]?)"
_PATTERN = re.compile(rf"(?P<place>{_PLACES})(?P<date>{_DATE})(?:,?{_AGENCY})?(?P<tail>{_DATE}){_DASH}")
_BARE_AGENCY = re.compile(rf"{_AGENCY}[ ]?(?:--+|[—–―‒-]|:)?[ ]?")
_DATED_AGENCY = re.compile(rf"{_DAY},?{_AGENCY}[ ]?(?:--+|[—–―‒-]|:)[ ]?")
_NO_DASH = re.compile(rf"(?P<place>{_PLACES})(?P<date>{_DATE}),?{_AGENCY}(?=[ ]?[A-Z“\"‘]|\s*$)[ ]?")
_ALONE = re.compile(rf"(?P<place>{_CAPS}(?:,[ ]{_NAME})?)\s*[—–:-]?\s*")

# Openings that look like a place in capitals and aren't.
_NO_PLACE = frozenset(
    [
        "JUST",
        "UPDATE",
        "UPDATED",
        "BREAKING",
        "WATCH",
        "EXCLUSIVE",
        "NOTE",
        "CORRECTION",
        "ANALYSIS",
        "OPINION",
        "VIDEO",
        "PHOTOS",
        "PHOTO",
        "LIVE",
        "LISTEN",
        "READ",
        "MORE",
        "RELATED",
        "ALERT",
        "ADVISORY",
        "WARNING",
        "QUESTION",
        "ANSWER",
        "Q",
        "A",
        "FILE",
        "STORY",
        "EDITOR",
        "COMMENTARY",
        "REVIEW",
        "FEATURE",
        "PREVIOUS",
        "EARLIER",
        "LATEST",
        "DEVELOPING",
        "ORIGINAL",
        "ADVERTISEMENT",
        "ABOVE",
        "BELOW",
        "SOURCE",
        "FACT",
        "REPORT",
        "SUMMARY",
        "NEW",
        "HEADLINES",
        "FACTBOX",
        "EXPLAINER",
        "TIMELINE",
        "PROFILE",
        "INTERVIEW",
        "PUBLISHED",
        "POSTED",
        "CREATED",
        "DATE",
        "TIME",
        "LAST",
        "FIRST",
        "TAGS",
        "TOPICS",
    ]
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline found at the start of some words: its place and agency as printed, and the place where it ends."""

    place: str | None
    agency: str | None
    end: int


def find_dateline(words: str, *, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline with which `words` begin: "OSTRA (LPA) — The mayor" gives Ostra, LPA, up to "The".

    The agency is the canonical name where it is known, else as printed. Places keep their words, capitals turned to
    title case. "Varga: no deal" is none, for a place is in capitals, known, or has an agency beside it.
    """
    head = words[:_LONGEST]
    match = _PATTERN.match(head) or _NO_DASH.match(head)
    if match and _is_dateline(match, geography):
        return Opening(_place(match["place"]), _agency(match["agency"], agencies), match.end())
    bare = _BARE_AGENCY.match(head) or _DATED_AGENCY.match(head)  # "(AFP) — …", "Dec 29 (Reuters) - …"
    if bare and agencies.find(bare["agency"]) and bare.end() < len(words):
        return Opening(None, _agency(bare["agency"], agencies), bare.end())
    return None


def lone_dateline(words: str, *, agencies: Agencies, geography: Geography) -> Opening | None:
    """The dateline that stands on a line of its own: "HELSINKI", "Port Sorel (AFP)" before the first paragraph."""
    if len(words) >= 60:
        return None
    match = _ALONE.fullmatch(words)
    if match is None:
        found = find_dateline(words, agencies=agencies, geography=geography)
        return found if found and found.place and found.end == len(words) else None
    place = _place(match["place"])
    return Opening(place, None, len(words)) if _known(place, geography) else None


def _is_dateline(match: re.Match[str], geography: Geography) -> bool:
    """True when the match is a place and not a name, a label or the first words of a sentence."""
    place, mark = match["place"], match.groupdict().get("mark") or ""
    first = re.split(r"[,/;]", place)[0].strip()
    label = first.upper().split()[0].strip(".'’-") in _NO_PLACE and not _known(_place(first), geography)
    if label or first.isdigit():  # "NEW: the toll" is a label, "NEW YORK (AP) —" a place
        return False
    if match["agency"] and (mark or match["date"] or first.isupper()):
        return True
    if match["agency"]:
        return _known(_place(first), geography)
    if not mark.strip():
        return False
    hyphen = mark.strip() == "-" and " " not in mark
    if hyphen:
        return False
    known = _known(_place(first), geography)
    if first.isupper() and len(first) > 2:
        return known or mark.strip() != ":" or len(first.split()) <= 3
    dated = bool(match["date"] or match["tail"])
    return (known and (mark.strip() != ":" or dated or first == place)) or (dated and mark.strip() != ":")


def _known(place: str | None, geography: Geography) -> bool:
    return bool(place) and any(geography.is_place(p.strip()) for p in re.split(r"[,/;]| and ", place or ""))


def _place(words: str) -> str:
    """The place in title case where it stood in capitals: "MOSCOW" is Moscow, "WASHINGTON, D.C." keeps its D.C."""
    return re.sub(r"[A-ZÀ-ÖØ-Þ]{3,}(?:['’]S)?", lambda m: m.group().capitalize(), " ".join(words.split())).strip(" ,")


def _agency(words: str | None, agencies: Agencies) -> str | None:
    if not words:
        return None
    found = agencies.find(words)
    return found.name if found else " ".join(words.split())
