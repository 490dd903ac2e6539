"""Which house a report's words come from, as far as the report itself says: agency, publisher, nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from crosswire.lexicons.agencies import Agency
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.address import site_of
from crosswire.model.relation import OriginKind
from crosswire.model.report import CreditKind, CreditPlace, Report

# What a house's name looks like that the lexicon doesn't have: an abbreviation, or a trade word in it.
AGENCY_LIKE = re.compile(r"[A-Z]{2,6}|.*\b(?:[Aa]gency|[Ww]ires?|Newswire|Press Association|News Service)\b.*")
# What joins the names of agencies whose copy a report mixes: "dpa/AFP", "NPA and OPA".
JOINED = re.compile(r"\s*(?:/|,|&|\+|\band\b)\s*")
ABBREVIATED = re.compile(r"[A-Z]{2,6}")
# A line that is a dateline or opens with one: "KARLOV (AP) — The latest on the flood (all times local):".
DATELINE = re.compile(r"[A-ZÀ-ÖØ-Þ][^()\n]{1,60}\((?P<agency>[A-Z][\w&./’' -]{1,48})\)\s*[—–―-]")
# A host, with or without a path: "example.org/news" is the house of example.org.
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?=/|$)")
# What parts a byline has, and what stands around an agency's name in one.
PARTS = re.compile(r"\s*(?:[,;/|&()]|\b(?:and|for|of|with|in|at)\b|\s[-–—]\s)\s*")
STAFF = re.compile(
    r"^(?:by|from)\s+|^the(?=\s)|\s+(?:staff|writers?|reporters?|correspondents?|bureau|newsroom|desk|editors?)\b.*$",
    re.IGNORECASE,
)
# Stations of the United States are named by call signs: "FORT ARDEN (KARD) —" is a station's own report.
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:[- ]?(?:TV|FM|AM))?")
# Their sites are too: "kqldactionnews5.com".
CALLED_SITE = re.compile(r"(?P<sign>[kw][a-z]{2,3})(?:tv|fm|am|dt|news|action|local|channel|now|\d)*\.")
# A house that nobody named. A file's bare name would read like an outlet's.
NOBODY = "unknown publisher"
# In words, where a credit stands.
PLACES = {
    CreditPlace.CONTAINER: "feed or wire item", CreditPlace.MARKUP: "page's markup", CreditPlace.DATELINE: "dateline",
    CreditPlace.BYLINE: "byline", CreditPlace.LINE: "credit", CreditPlace.CLOSING: "credit", CreditPlace.TEXT: "text",
}  # fmt: skip
OF_HOUSE = {"broadcast": OriginKind.BROADCASTER, "release": OriginKind.RELEASE}


@dataclass(frozen=True, slots=True, order=True)
class House:
    """A house by its canonical name. For an unknown one the name says so, with the file or page."""

    name: str
    kind: OriginKind


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says of its origin: the house, the words and their place; `helped`: the house had a part only."""

    house: House
    words: str
    place: str
    helped: bool = False


def publisher_house(report: Report, *, lexicons: Lexicons) -> House:
    """The house whose page it is; of kind unknown, told apart by file or page, when the page doesn't say.

    What one file holds from nobody in particular counts as one origin: two rows of a list may be one outlet's, and
    that they confirm each other would be a guess. Two files are two.
    """
    if report.publisher and report.publisher.strip():
        return named_house(report.publisher, lexicons=lexicons)
    site = site_of(report.url or "")
    if site:
        return named_house(site, lexicons=lexicons)
    held = f"file {PurePosixPath(report.file).name}" if report.file else f"page {report.page or report.id}"
    return House(f"{NOBODY} ({held})", OriginKind.UNKNOWN)


def publisher_houses(reports: Sequence[Report], credited: Iterable[House], *, lexicons: Lexicons) -> dict[str, House]:
    """The house of every report's page, by the report's id; one site's pages are one house.

    One page of example.org names "The Example", the next nobody: both are The Example's. The station that another
    report credits as KARD is the one whose site is kard.com.
    """
    houses = {report.id: publisher_house(report, lexicons=lexicons) for report in reports}
    sites = {report.id: site for report in reports if (site := site_of(report.url or ""))}
    bare = {id: named_house(site, lexicons=lexicons) for id, site in sites.items()}
    named: dict[str, set[House]] = {}
    for id, site in sites.items():
        if houses[id] != bare[id]:
            named.setdefault(site, set()).add(houses[id])
    signs = {house.name.casefold(): house for house in sorted(credited)}
    called = {site: signs[site.partition(".")[0]] for site in sites.values() if site.partition(".")[0] in signs}
    called |= {site: next(iter(found)) for site, found in named.items() if len(found) == 1}
    return {id: called.get(sites[id], house) if house == bare.get(id) else house for id, house in houses.items()}


def call_sign(site: str) -> str | None:
    """The call sign with which a station's host begins: "KQLD" of kqld.com and kqldactionnews5.com."""
    match = CALLED_SITE.match(site)
    return match["sign"].upper() if match else None


def named_house(name: str, *, lexicons: Lexicons) -> House:
    """The house that a name or host stands for: "apnews.com" is AP, an agency; an unlisted name is a publisher's."""
    plain = " ".join(name.split()).removeprefix("www.")
    if match := HOST.match(plain):
        plain = match.group()
    outlet = lexicons.outlets.find(plain) or (lexicons.outlets.of_domain(plain) if "." in plain else None)
    if outlet is not None:
        kind = OriginKind.BROADCASTER if outlet.kind == "broadcaster" else OriginKind.PUBLISHER
        return House(outlet.name, kind)
    agency = lexicons.agencies.find(plain) or lexicons.agencies.of_domain(plain)
    if agency is not None and agency.house:
        return named_house(agency.house, lexicons=lexicons)
    if plain == UNNAMED:
        return House(UNNAMED, OriginKind.UNKNOWN)
    if agency is not None:
        return House(agency.name, OF_HOUSE.get(agency.kind, OriginKind.AGENCY))
    return House(plain, OriginKind.PUBLISHER)


def claims(report: Report, *, lexicons: Lexicons) -> tuple[Claim, ...]:
    """What the report says about the house of its text, the plainest first: credit, dateline, byline.

    "KARLOV (AP) — …" claims AP; "–AFP" after the last word AFP; "By Reuters" Reuters; so does an agency's own page.
    Photo credits claim nothing.
    """
    found = tuple(_claims(report, lexicons=lexicons))
    house = publisher_house(report, lexicons=lexicons)
    if house.kind is OriginKind.AGENCY and all(claim.helped for claim in found):
        return (*found, Claim(house, report.publisher or report.url or house.name, "page"))
    return found


def _claims(report: Report, *, lexicons: Lexicons) -> Iterator[Claim]:
    for credit in report.credits:
        if credit.what is CreditKind.TEXT and not _of_photo(credit.words, lexicons=lexicons):
            for name in _several(credit.name, lexicons=lexicons):
                house = credited_house(name, lexicons=lexicons)
                yield Claim(house, credit.words, PLACES[credit.place], credit.helped)
    if report.dateline and report.dateline.agency:
        words = report.text[report.dateline.start : report.dateline.end].strip()
        for name in _several(report.dateline.agency, lexicons=lexicons):
            yield _claim(name, words, "dateline", lexicons=lexicons)
    elif set_aside := _set_aside(report, lexicons=lexicons):
        yield set_aside
    helpers = {credit.name for credit in report.credits if credit.helped}
    for byline in report.bylines:
        agency = None if _of_photo(byline, lexicons=lexicons) else _agency_of_byline(byline, lexicons=lexicons)
        if agency and agency.name not in helpers:  # "With reporting by The Associated Press" is no byline
            yield _claim(agency.name, byline, "byline", lexicons=lexicons)


def _set_aside(report: Report, *, lexicons: Lexicons) -> Claim | None:
    """The known agency of a dateline on a line before the text that cleaning set aside, with what else stood there."""
    opening = report.paragraphs[0].page_start if report.paragraphs else None
    for line in report.furniture:
        before = opening is not None and line.page_end is not None and line.page_end <= opening
        match = DATELINE.match(line.words) if before else None
        agency = lexicons.agencies.find(match["agency"]) if match else None
        if match and agency and agency.kind != "photo":
            return _claim(agency.name, match.group(), "dateline", lexicons=lexicons)
    return None


def _several(name: str, *, lexicons: Lexicons) -> Sequence[str]:
    """The agencies that a name puts together: "NPA/OPA" are two; "Press and Journal" is one house."""
    parts = JOINED.split(name)
    agencies = all(lexicons.agencies.find(part) or ABBREVIATED.fullmatch(part) for part in parts)
    return parts if len(parts) > 1 and agencies and not lexicons.agencies.find(name) else (name,)


def _claim(name: str, words: str, place: str, *, lexicons: Lexicons) -> Claim:
    return Claim(credited_house(name, lexicons=lexicons), words, place)


def _agency_of_byline(byline: str, *, lexicons: Lexicons) -> Agency | None:
    """The agency that one part of a byline is: "Ana Ruiz, Associated Press Writer" → AP; "Petra Holm" is a person."""
    parts = (STAFF.sub("", part).strip() for part in PARTS.split(byline))
    return next((agency for part in parts if part and (agency := lexicons.agencies.find(part))), None)


def _of_photo(words: str, *, lexicons: Lexicons) -> bool:
    """True when the words name a picture agency, by itself or beside another: "Bloomberg via Getty Images"."""
    return any(agency.kind == "photo" for agency, _, _ in lexicons.agencies.within(words))


def credited_house(name: str, *, lexicons: Lexicons) -> House:
    """The house that a credit or dateline names: an unlisted one is an agency when its name looks like one."""
    house = named_house(name, lexicons=lexicons)
    if house.kind is not OriginKind.PUBLISHER or lexicons.outlets.find(house.name):
        return house
    if CALL_SIGN.fullmatch(house.name):
        return House(house.name, OriginKind.BROADCASTER)
    return House(house.name, OriginKind.AGENCY) if AGENCY_LIKE.fullmatch(house.name) else house
