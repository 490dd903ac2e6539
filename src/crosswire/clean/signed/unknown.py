"""Agencies that the lexicon lacks, recognised by the form in which pages name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.clean.signed.dateline import find_dateline
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.geography import Geography

# "PORT ILSEN, March 4 (NPA) -": a place in capitals, capitals in brackets, a dash. Counter-example: "The Council for
# Trade (CFT) - a charity - said".
_DATELINE = re.compile(
    r"(?:^|[\n>])\s*[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ .'’/-]{1,40}(?:,[^()<>\n]{1,40}|/[^()<>\n]{1,40})?\s?"
    r"\((?P<name>[^()<>\n]{2,30})\)\s?(?:--|[—–-])"
)
_BRACKETED = re.compile(r"\((?:(?P<short>[A-Z]{2,6})|[A-ZÀ-ÖØ-Þ][^()<>\n]{1,29})\)\s?[—–-]")
# "… by night.–NPA" at the end of a line or block.
_NAMED = r"(?P<name>[A-Z]{2,6})\s*(?:$|[\n\r<])"
_SIGNED = re.compile(_NAMED, re.MULTILINE)
_DASHES, _DASHES_IN_MARKUP = "–—―-", "–—―"  # hyphens fill the tags there
_SENTENCE = re.compile(r"[.!?\"”]\s?$")
_BACK = 110
# Capitals that close or carry on a wire's copy and name nobody.
_NOBODY = frozenset(["END", "ENDS", "MORE", "NNNN", "CORR", "UPDATE"])


def unknown_agencies(bodies: Sequence[str], agencies: Agencies, geography: Geography) -> frozenset[str]:
    """The names by which the pages' datelines and sign-offs call agencies that are not in the lexicon.

    A name in small letters, "(Norda)", is one where the reader of datelines takes it for one.
    """
    found: set[str] = set()
    for body in bodies:
        for mark in _BRACKETED.finditer(body):
            match = _DATELINE.search(body[max(0, mark.start() - _BACK) : mark.end()])
            if match and (mark["short"] or _is_house(match.group(), match["name"], agencies, geography)):
                found.add(match["name"])
        for place in _dashes(body):
            signed = _SIGNED.match(body, place + 1)
            if signed and _SENTENCE.search(body[max(0, place - 2) : place]):
                found.add(signed["name"])
    return frozenset(name for name in found if name not in _NOBODY and not agencies.find(name))


def _is_house(opening: str, name: str, agencies: Agencies, geography: Geography) -> bool:
    read = find_dateline(f"{opening.lstrip('>').strip()} The", agencies=agencies, geography=geography)
    return read is not None and read.agency == name


def _dashes(body: str) -> Iterator[int]:
    """Where dashes stand that may part a name from the text before it."""
    for dash in _DASHES_IN_MARKUP if "</" in body else _DASHES:
        place = body.find(dash)
        while place >= 0:
            yield place
            place = body.find(dash, place + 1)
