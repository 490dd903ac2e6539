"""Media that a report names as the source of what it tells: "reported The Washington Post", "told CNN"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.relation import OriginKind
from crosswire.model.report import CreditKind, Report
from crosswire.relate.origins.houses import House, credited_house

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
# "the NPA agency reported", "according to the Velmaran news agency VNA": a news agency that no lexicon has. Not "the UN
# agency said", and not "the space agency reported": a news agency has a name of its own, and reports.
_NAME = r"(?!(?:UN|EU|US|UK)\b)[A-Z][\w-]*[A-Z]\w*"
AGENCY = re.compile(
    rf"\b[Tt]he (?P<before>{_NAME}) (?:(?:news|press) agency {_VERB}|agency (?:reported|reports|quoted))\b"
    rf"|\b[Tt]he (?:\w+ )?(?:news|press) agency (?P<behind>{_NAME})\b"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A medium that a report cites, the words that first do, and the sentences that give what it said."""

    house: House
    words: str
    sentences: tuple[Passage, ...]


def citations(
    report: Report, annotation: Annotation, *, lexicons: Lexicons, houses: Sequence[House] = ()
) -> tuple[Citation, ...]:
    """The media a report cites, each once, in the order of the credits, then of the text.

    From the credits that cleaning found ("cited"), from what was "told to" a medium, from quotations whose source is a
    medium, from words like "the NPA agency reported", and where one of `houses`, those of the story, is cited by name.
    """
    words: dict[House, str] = {}
    places: dict[House, set[Passage]] = {}
    for house, phrase, spots in (*_cited(report, annotation, lexicons=lexicons), *_named(report, houses)):
        words.setdefault(house, " ".join(phrase.split()))
        around = (s for s in annotation.sentences if any(s.start < end and start < s.end for start, end in spots))
        places.setdefault(house, set()).update(report.passage(s.start, s.end) for s in around)
    return tuple(Citation(house, phrase, tuple(sorted(places[house]))) for house, phrase in words.items())


def _cited(
    report: Report, annotation: Annotation, *, lexicons: Lexicons
) -> Iterator[tuple[House, str, list[tuple[int, int]]]]:
    """Each citation with its words and the spans of text where it stands."""
    for credit in report.credits:
        if credit.what is CreditKind.CITED:
            found = _phrases(credit.words, report.text)
            first = found[0].group() if found else credit.words
            yield credited_house(credit.name, lexicons=lexicons), first, [match.span() for match in found]
    for quotation in annotation.quotations:
        spots = [(part.start, part.end) for part in quotation.content]
        if quotation.told_to and (name := _told(quotation.told_to, lexicons=lexicons)):
            yield credited_house(name, lexicons=lexicons), f"told {quotation.told_to}", spots
        if quotation.source and (name := _medium(quotation.source.words, lexicons=lexicons)):
            cue = f" {quotation.cue.words}" if quotation.cue else ""
            yield credited_house(name, lexicons=lexicons), quotation.source.words + cue, spots


def _named(report: Report, houses: Sequence[House]) -> Iterator[tuple[House, str, list[tuple[int, int]]]]:
    """Where the report cites an agency by its kind, or one of the houses by name."""
    for match in AGENCY.finditer(report.text):
        house = House(match["before"] or match["behind"], OriginKind.AGENCY)
        yield house, match.group(), [match.span()]
    for house in houses:
        if house.name in report.text and (found := _phrases(house.name, report.text)):
            yield house, found[0].group(), [match.span() for match in found]


def _phrases(name: str, text: str) -> list[re.Match[str]]:
    """Where the text cites the name: "reported The Washington Post", "Interfax reported"."""
    return list(re.finditer(rf"{BEFORE}{re.escape(name)}|{re.escape(name)}{AFTER}", text))


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
