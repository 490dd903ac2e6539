"""Media that a report names as the source of what it tells: "reported The Washington Post", "told CNN"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.passage import Passage
from crosswire.model.relation import OriginKind
from crosswire.model.report import CreditKind, Report
from crosswire.relate.origins.house_names import HouseNames
from crosswire.relate.origins.houses import House, credited_house, publisher_house

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
# "According to the Courier", "told the paper": a short form of a medium that the report named in full before. And what
# says that some medium has it: "it has emerged", "a newspaper reported".
_KIND = r"(?:news)?paper|daily|weekly|magazine|broadcaster|station|channel|outlet|publication|website"
_SHORT = rf"[Tt]he (?:[A-Z][\w-]+(?! [A-Z])|{_KIND})\b"
SHORT = re.compile(rf"{BEFORE.replace('the|', '', 1)}(?P<behind>{_SHORT})|\b(?P<before>{_SHORT}){AFTER}")
EMERGED = re.compile(
    r"\b[Ii]t (?:has emerged|emerged|(?:has been|was|is) (?:reported|revealed|claimed))\b|\b[Rr]eportedly\b"
    rf"|\b[Aa] (?:{_KIND}) {_VERB}\b"
)
_Cited = tuple[House, str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Citation:
    """A medium that a report cites, the words that first do, and the sentences that give what it said.

    `reach`: those sentences, each with the next one, where nobody else is named for that.
    """

    house: House
    words: str
    sentences: tuple[Passage, ...]
    reach: tuple[Passage, ...] = ()


def citations(
    report: Report, annotation: Annotation, *, lexicons: Lexicons, names: HouseNames | None = None
) -> tuple[Citation, ...]:
    """The media a report cites, each once, in the order of the credits, then of the text.

    From the credits that cleaning found ("cited"), from what was "told to" a medium, from quotations whose source is a
    medium, from words like "the NPA agency reported", where one of the story's houses is cited by one of its
    `names`, and by short forms of either: "according to the Courier". What a report says of its own medium is none.
    """
    own = publisher_house(report, lexicons=lexicons)
    full = [*_cited(report, annotation, own, lexicons=lexicons), *_named(report, own, names)]
    houses = names.houses if names else ()
    words: dict[House, str] = {}
    places: dict[House, set[Passage]] = {}
    known = {*houses, *(house for house, _, _ in full)}
    for cited, phrase, spots in (*full, *_short(report, own, full)):
        longer = [house for house in known if house != cited and _is_short(cited, house)]
        house = longer[0] if len(longer) == 1 else (names and cited not in houses and names.of(cited.name)) or cited
        if house == own:
            continue
        words.setdefault(house, " ".join(phrase.split()))
        around = (s for s in annotation.sentences if any(s.start < end and start < s.end for start, end in spots))
        places.setdefault(house, set()).update(report.passage(s.start, s.end) for s in around)
    citing = {passage.start for passages in places.values() for passage in passages}
    plain = {p.start: p for p in unsourced(report, annotation, lexicons=lexicons) if p.start not in citing}
    following = {one.start: plain[two.start] for one, two in pairwise(annotation.sentences) if two.start in plain}
    found = {house: tuple(sorted(passages)) for house, passages in places.items()}
    reach = {h: (*f, *(following[p.start] for p in f if p.start in following)) for h, f in found.items()}
    return tuple(Citation(house, phrase, found[house], reach[house]) for house, phrase in words.items())


def unsourced(report: Report, annotation: Annotation, *, lexicons: Lexicons) -> tuple[Passage, ...]:
    """The sentences for whose content nobody is named: not "police said it was shut", nor words between marks."""
    told = lexicons.english.told
    marked = [p.start for q in annotation.quotations for p in q.verbatim]
    plain = (s for s in annotation.sentences if not told.search(report.text, s.start, s.end))
    return tuple(report.passage(s.start, s.end) for s in plain if not any(s.start <= m < s.end for m in marked))


def speaks_of(house: House, text: str) -> bool:
    """True where a text says that the house itself was told, or saw: "she told the Gazette" in the Dale Gazette."""
    found = (match["behind"] or match["before"] for match in SHORT.finditer(text))
    named = house.name in text and bool(re.search(rf"{BEFORE}{re.escape(house.name)}", text))
    return named or any(form.split()[1][0].isupper() and _ends(house.name, form) for form in found)


def _short(report: Report, own: House, full: Sequence[_Cited]) -> Iterator[_Cited]:
    """Where the report cites a medium again by a short form of its name, by its kind, or as nobody in particular.

    "The Courier" is the medium cited in full before whose name ends so, unless the report's own does; "the paper" the
    one cited last, and "it has emerged" the one medium that the report cites at all.
    """
    places = sorted((start, house) for house, _, spots in full for start, _ in spots)
    outlets = {house for _, house in places if house.kind is not OriginKind.AGENCY}
    for match in SHORT.finditer(report.text):
        form = match["behind"] or match["before"]
        before = [house for start, house in places if start < match.start() and house in outlets]
        if form.split()[1][0].isupper():
            before = [] if _ends(own.name, form) else [house for house in before if _ends(house.name, form)]
        if before:
            yield before[-1], match.group(), [match.span()]
    others = outlets - {own}
    if len(others) == 1:
        (only,) = others
        yield from ((only, match.group(), [match.span()]) for match in EMERGED.finditer(report.text))


def _is_short(short: House, house: House) -> bool:
    """True for "the Courier", of which no lexicon tells which it is, and "Karsund Courier"."""
    return short.name[:4] == "the " and _ends(house.name, short.name)


def _ends(name: str, form: str) -> bool:
    """True for "Karsund Herald" and "the Herald": the last words of a longer name."""
    return f" {name}".endswith(f" {form.partition(' ')[2]}" if form[:4] in ("the ", "The ") else f" {form}")


def _cited(report: Report, annotation: Annotation, own: House, *, lexicons: Lexicons) -> Iterator[_Cited]:
    """Each citation with its words and the spans of text where it stands; a short form of `own` is none."""
    for credit in report.credits:
        if credit.what is CreditKind.CITED:
            found = _phrases(credit.words, report.text)
            first = found[0].group() if found else credit.words
            yield credited_house(credit.name, lexicons=lexicons), first, [match.span() for match in found]
    for quotation in annotation.quotations:
        spots = [(part.start, part.end) for part in quotation.content]
        listener = quotation.told_to
        if listener and not _ends(own.name, listener) and (name := _told(listener, lexicons=lexicons)):
            yield credited_house(name, lexicons=lexicons), f"told {listener}", spots
        if quotation.source and (name := _medium(quotation.source.words, lexicons=lexicons)):
            cue = f" {quotation.cue.words}" if quotation.cue else ""
            yield credited_house(name, lexicons=lexicons), quotation.source.words + cue, spots


def _named(report: Report, own: House, names: HouseNames | None) -> Iterator[_Cited]:
    """Where the report cites an agency by its kind, or one of the story's houses by one of its names."""
    for match in AGENCY.finditer(report.text):
        house = House(match["before"] or match["behind"], OriginKind.AGENCY)
        yield house, match.group(), [match.span()]
    for house, start, end in names.cited(report.text) if names else ():
        name = report.text[start:end]
        if not _ends(own.name, name):
            phrases = (match for match in _phrases(name, report.text) if match.start() <= start < match.end())
            yield house, next((match.group() for match in phrases), name), [(start, end)]


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
