"""Media that a report names as the source of what it tells: "reported The Washington Post", "told CNN"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.report import CreditKind, Report
from crosswire.relate.houses import House, credited_house

# What the names of media that no lexicon has look like: a trade word with a capital.
MEDIUM_LIKE = re.compile(
    r"\b(?:Radio|TV|Television|News|Newspaper|Times|Post|Daily|Gazette|Herald|Tribune|Journal|Courier|Ledger|Chronicle|"
    r"Observer|Telegraph|Magazine|Press|FM|Weekly|Review|Mirror|Sun|Star|Globe|Mail|Echo|Standard|Dispatch)\b|"
    r"[A-Z][\w.]* (?:television|radio|newspaper|magazine|news agency|daily|weekly)\b"
)

# What stands right before or after a name that is cited.
_VERB = r"(?:reported|reports|said|says|quoted|wrote|told|cited|citing|revealed)"
_ROAD = r"(?:according to|(?:quoted|cited|seen|obtained|reported|interviewed) by|(?:in )?an? \w+ (?:with|to|in|by|on))"
BEFORE = rf"\b(?:{_VERB}|{_ROAD}) (?:(?:the|by|in|on|to|state|official) )*(?:[A-Z]\w+ )?"
AFTER = rf"(?: \w+)? {_VERB}\b"


def cited_houses(report: Report, annotation: Annotation, *, lexicons: Lexicons) -> tuple[tuple[House, str], ...]:
    """The media a report cites, each once with the words that do, in order of the text.

    From the credits that cleaning found ("cited"), from what was "told to" a medium, and from quotations whose source
    is a medium.
    """
    found: dict[House, str] = {}
    for house, words in _cited(report, annotation, lexicons=lexicons):
        found.setdefault(house, " ".join(words.split()))
    return tuple(found.items())


def _cited(report: Report, annotation: Annotation, *, lexicons: Lexicons) -> Iterator[tuple[House, str]]:
    for credit in report.credits:
        if credit.what is CreditKind.CITED:
            yield credited_house(credit.name, lexicons=lexicons), _phrase(credit.words, report.text)
    for quotation in annotation.quotations:
        if quotation.told_to and (name := _told(quotation.told_to, lexicons=lexicons)):
            yield credited_house(name, lexicons=lexicons), f"told {quotation.told_to}"
        if quotation.source and (name := _medium(quotation.source.words, lexicons=lexicons)):
            cue = f" {quotation.cue.words}" if quotation.cue else ""
            yield credited_house(name, lexicons=lexicons), quotation.source.words + cue


def _phrase(name: str, text: str) -> str:
    """The first words of the text that cite the name: "reported The Washington Post"; the name alone if none do."""
    match = re.search(rf"{BEFORE}{re.escape(name)}|{re.escape(name)}{AFTER}", text)
    return match.group() if match else name


def _told(listener: str, *, lexicons: Lexicons) -> str | None:
    """The medium that somebody spoke to: "Radio Karsund", "CNN’s Ana Ruiz"; "reporters" and "Hale" are none."""
    known = _medium(listener, lexicons=lexicons) or next(
        (outlet.name for outlet, start, _ in lexicons.outlets.within(listener) if start <= len("the ")), None
    )
    return known or (listener.strip() if MEDIUM_LIKE.search(listener) else None)


def _medium(source: str, *, lexicons: Lexicons) -> str | None:
    """The medium that a quotation's source is as a whole: "the Associated Press"; "a CNN reporter" is none."""
    plain = source.strip().removeprefix("the ").removeprefix("The ").removesuffix(" news agency").removesuffix("’s")
    for form in (source.strip(), plain, f"The {plain}"):
        if outlet := lexicons.outlets.find(form):
            return outlet.name
        if agency := lexicons.agencies.find(form):
            return agency.name
    return None
