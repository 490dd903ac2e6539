"""Lines that are a picture's credit and nothing else, and captions with their credit glued to the last word."""

from __future__ import annotations

import re

from crosswire.lexicons.agencies import Agencies

_LONGEST = 120  # signs
_WORDS = 14
_JOINS = frozenset({"of", "the", "for", "via", "and", "by", "de", "von", "van", "der", "profile", "picture"})
_MARKS = ("/", "|", ", ", " - ", " via ")
_WROTE = re.compile(r"(?:By|BY|by)\s|[^/|]* and [^/|]*, ")
_CREDIT_LINE = re.compile(r"^[A-ZÀ-ÖØ-Þ(][^.!?]{2,60}(?:\s?[/|]\s?|,\s|\s-\s|\svia\s)[^.!?]{2,40}\)?$")
# "Photo: Ana Ruiz", "Photo credit: Linden Fire Department", "Pool photo by Ana Ruiz", "Image / Ana Ruiz".
_LABELLED = re.compile(
    r"\W*(?:(?:pool|file|handout|undated|courtesy) )?(?:photo(?:graph|s)?|image|picture|pic|foto|bild|credit)"
    r"(?: credit| courtesy)?s?\s*(?:[:/©]\s*|(?:by|courtesy of|courtesy) (?-i:(?=[A-Z@])))(?=\S)",
    re.IGNORECASE,
)
# "… in these blocks.CreditAna Ruiz for The Linden Post": only a page's template runs the word into both its neighbours.
_GLUED = re.compile(r"[^\s(/-]Credit(?:\.\.\.)?[A-ZÀ-ÖØ-Þ][^.!?]{2,90}$")


def is_bare_credit(line: str, agencies: Agencies) -> bool:
    """True for a line that names who took a picture, by a label or by an agency behind a name, and says nothing else.

    Counter-example: "Photo: Masons lay the first stones in Ostra on Monday." is the caption itself.
    """
    if len(line) > _LONGEST or line.endswith((".", "!", "?")) or len(line.split()) > _WORDS:
        return False
    label = _LABELLED.match(line)
    return bool(label and _are_names(line[label.end() :])) or is_credit_line(line, agencies)


def _are_names(words: str) -> bool:
    """True for capitalised words, addresses and what joins them: "Ana Ruiz for The Linden Post", "linden.example"."""
    return all(word[0].isupper() or word in _JOINS or not word.isalpha() for word in words.split())


def is_credit_line(line: str, agencies: Agencies) -> bool:
    """True for a line that holds a photographer and an agency and nothing else.

    "By ANA RUIZ, CNN" and "Ana Ruiz and Tom Hill, Associated Press" are who wrote.
    """
    if len(line) > _LONGEST or not agencies.may_name(line) or not any(mark in line for mark in _MARKS):
        return False
    if _WROTE.match(line):
        return False
    match = _CREDIT_LINE.match(line)
    hits = agencies.within(line)
    return bool(match and hits and hits[-1][2] >= len(line) - 1 and hits[0][1] > 0)


def has_glued_credit(line: str) -> bool:
    """True when a credit is glued to the last word: "… in these blocks.CreditAna Ruiz for The Linden Post"."""
    return "Credit" in line and bool(_GLUED.search(line, max(0, len(line) - 2 * _LONGEST)))
