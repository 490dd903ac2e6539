"""The media that a report cites: "told Reuters", "reported The Washington Post", "according to the Ostra Tribune"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.citing import names_the_source
from crosswire.lexicons.credits import CreditWords
from crosswire.lexicons.forms import words_of
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.media_words import MediaWords
from crosswire.model.report import Credit, CreditKind

_AROUND = 30  # signs around a paragraph that may tell what its first and last words are
# A house's building or staff on an errand of its own. "outside the CNN Center", "at the Reuters building".
_BUILDING = re.compile(
    r"(?:['’]s?)?\s(?:building|headquarters|offices?|newsroom|cent(?:er|re)|tower|studios?|debate|employees?)\b",
    re.IGNORECASE,
)
# "told the Ostra Tribune", "The Karsund Post reported": a medium that no lexicon has, by its form.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'&.-]*\w|[A-ZÀ-ÖØ-Þ]"
# The first letters stand before the rest, so that the search passes over all others: it goes through whole texts.
_FORM = re.compile(
    r"[tqrAaicsop](?<!\w.)(?:(?<=t)(?:old|ells)|(?<=q)uoted by|(?<=r)eported(?: by| in)?|(?<=r)eviewed by"
    r"|(?<=[Aa])ccording to|(?<=i)nterview(?: with|ed by)|(?<=c)it(?:ed by|ing)|(?<=s)(?:aid|poke|peaking) to"
    r"|(?<=s)een by|(?<=o)btained by|(?<=p)ublished (?:in|by)|(?<=p)oll (?:for|by))"
    r"\s+(?:(?:the|its|local|paper|newspaper|daily|weekly|broadcaster|radio|website|station|magazine)\s){0,3}"
    rf"(?P<name>(?:The\s)?(?:{_CAPITAL})(?:[ ](?:of[ ])?(?:{_CAPITAL})){{0,4}})"
)
# The words with which they begin, but for "said", which nearly every paragraph has.
_CITING = frozenset(
    ["told", "tells", "quoted", "reported", "reviewed", "according", "interview", "interviewed", "cited", "citing",
     "spoke", "speaking", "seen", "obtained", "published", "poll"]
)  # fmt: skip
_FORM_AFTER = re.compile(
    rf"(?:^|[.,“\"]\s|\b[Tt]he\s)(?P<name>(?:The\s)?(?:(?:{_CAPITAL})[ ]){{1,4}}(?:{_CAPITAL}))"
    r"\s(?:newspaper\s|website\s)?(?:reported|first reported|quoted|has reported)\b"
)
_STATION = re.compile(r"(?:The )?[KW][A-Z](?!SO|PD|FD|SD)[A-Z]{2}(?:-(?:TV|FM|AM))?")  # "KCSO" is a sheriff's office
_CALL_SIGN = re.compile("[KW][A-Z]{3}")
# "KQLD reports", "…, KQLD News 4 first reported": a call sign does what only a medium does.
_STATION_SAYS = re.compile(
    rf"\b(?P<name>{_STATION.pattern})(?:\s(?:News(?:\s\d{{1,2}})?|\d{{1,2}}))?"
    r"\s(?:(?:first |also )?report(?:s|ed)\b|quoted\b)"
)
# "The Ostra Herald Courier told News 11 that its carrier was hurt": said by a paper of itself.
_TOLD = re.compile(rf"(?:^|[.,“\"]\s)(?P<name>The\s(?:(?:{_CAPITAL})[ ]){{1,4}}(?:{_CAPITAL}))\stold\b")
# "the Ministry of Foreign Affairs", "the Council on Foreign Affairs": an office's name that a medium's is part of.
_OF_AN_OFFICE = re.compile(
    r"\b(?:Ministry|Minister|Ministers|Department|Secretary|Office|Council|Committee|Bureau|Institute|Directorate|Board"
    r"|School|Center|Centre|Union|Adviser|Commission)(?:\s(?:of|for|on))?(?:\sthe)?\s$"
)
# "The National Law Enforcement Fund": a longer name that begins as a medium's does. Not so "The Hill Tuesday".
_GOES_ON = re.compile(
    r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"|News|Magazine|Online|Radio|TV|Television)[A-Z][a-z]+"
)
# Words of the trade that end a paper's name and not a person's or a party's: "the Ostra Post", not "the Senate Leader".
_EXAMINERS = frozenset(["Medical", "Chief", "Hearing", "County", "Coroner"])
_PAPERS = frozenset(
    ["Post", "Star", "Sun", "Mail", "Express", "Standard", "Mirror", "Globe", "Guardian", "Independent", "Register"]
)


def cited_media(text: str, lexicons: Lexicons, own: Iterable[str]) -> tuple[Credit, ...]:
    """The media that the text cites by name, each once, in order; those in `own` (publisher, credited) left out.

    "…, reported The Washington Post" and "told Reuters" cite; "the CNN building" does not. Media that the lexicon lacks
    are known by their form: "told the Ostra Tribune". Picture agencies are never cited.
    """
    skip = {_key(name) for name in own}
    found: dict[str, tuple[str, str]] = {}
    paragraphs = list(_paragraphs(text))
    for start, end, name in sorted((*_known(text, paragraphs, lexicons), *_by_form(text, paragraphs, lexicons))):
        key = _key(name)
        if key not in skip and key not in found:
            found[key] = (name, text[start:end])
    return tuple(Credit(name, CreditKind.CITED, words) for name, words in found.values())


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Where each paragraph begins in the text, and its words."""
    start = 0
    for words in text.split("\n\n"):
        yield start, words
        start += len(words) + 2


def _known(text: str, paragraphs: Sequence[tuple[int, str]], lexicons: Lexicons) -> Iterator[tuple[int, int, str]]:
    """Where media of the lexicons are cited, with their names."""
    for start, words in paragraphs:
        found = [(start + s, start + e, o.name) for o, s, e in lexicons.outlets.within(words)]
        if lexicons.agencies.may_name(words):
            found += _agencies(text, start, start + len(words), lexicons.agencies)
        yield from (hit for hit in found if _is_cited(text, hit[0], hit[1], lexicons.agencies.credits))


def _agencies(text: str, start: int, end: int, agencies: Agencies) -> Iterator[tuple[int, int, str]]:
    """Where a paragraph names agencies; what stands around it may tell whether a word is a name."""
    begin = max(0, start - _AROUND)
    for agency, s, e in agencies.within(text[begin : end + _AROUND]):
        if agency.kind != "photo" and start <= begin + s and begin + e <= end:
            yield begin + s, begin + e, agency.name


def _by_form(text: str, paragraphs: Sequence[tuple[int, str]], lexicons: Lexicons) -> Iterator[tuple[int, int, str]]:
    """Where media that no lexicon has are cited, as they are printed."""
    for match in _forms(text, paragraphs):
        name = re.sub(r"['’]s$", "", match["name"].rstrip(".,’'-"))
        if (
            _is_medium(name, lexicons.media_words)
            and not lexicons.agencies.within(name)
            and not lexicons.outlets.within(name)
        ):
            yield match.start("name"), match.start("name") + len(name), name


def _forms(text: str, paragraphs: Sequence[tuple[int, str]]) -> Iterator[re.Match[str]]:
    """What stands where a medium's name does, of the paragraphs that hold the words which cite."""
    for start, words in paragraphs:
        end = start + len(words)
        if not _CITING.isdisjoint(words_of(words)) or "said to" in words:
            yield from _FORM.finditer(text, start, end)
        if "report" in words or "quoted" in words:
            yield from _FORM_AFTER.finditer(text, start, end)
            if _CALL_SIGN.search(text, start, end):
                yield from _STATION_SAYS.finditer(text, start, end)
        if "told" in words:
            yield from _TOLD.finditer(text, start, end)


def _is_medium(name: str, media: MediaWords) -> bool:
    """True for a name of two words and more whose last is a paper's or a station's, and for a call sign.

    "The Post" may be any Post, mostly the house's own.
    """
    words = name.removeprefix("The ").removeprefix("the ").split()
    if len(words) == 1:
        return bool(_STATION.fullmatch(words[0]))
    if words[-1] == "Examiner" and words[-2] in _EXAMINERS:
        return False  # an official, not the paper
    return words[-1] in _PAPERS or media.is_sure(words[-1]) or bool(_STATION.fullmatch(words[-1]))


def _is_cited(text: str, start: int, end: int, words: CreditWords) -> bool:
    """True when words that cite stand before the name or behind it."""
    if _BUILDING.match(text, end) or _is_part_of_a_name(text, start, end):
        return False
    return names_the_source(text, start, end, words)


def _is_part_of_a_name(text: str, start: int, end: int) -> bool:
    """True when a name of ordinary words is part of an office's or a body's: "Ministry of Foreign Affairs"."""
    words = text[start:end].split()
    if len(words) > 2 or text[start:end].isupper():
        return False
    if len(words) == 2 and words[0] == "The" and text[end : end + 1] == " " and _GOES_ON.match(text, end):
        return True
    return len(words) == 2 and bool(_OF_AN_OFFICE.search(text, max(0, start - 40), start))


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
