"""Who signs a report: its dateline, the credits for text and pictures, the media it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from crosswire.clean.lines.lines import Line
from crosswire.clean.signed.credits import closing_credit, credit_names
from crosswire.clean.signed.dateline import find_dateline, lone_dateline
from crosswire.clean.signed.notices import is_notice
from crosswire.clean.signed.opening import Opening
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Credit, CreditKind, CreditPlace, Dateline, FurnitureKind, Paragraph

# A dateline stands at the head: a lone place in capitals further down is a heading.
_HEAD = 4  # paragraphs
_OWN_LINE = 3  # lines behind the text that may each be nothing but a credit
_BYLINE_LENGTH = 200
_TURN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]{1,30}:\s")
_TURNS = 3  # lines that open with capitals and a colon make a transcript
_BY = re.compile(r"\s[—–-]\s(?:By|BY)\s")
_AGENCY_FIRST = re.compile(r"(?P<name>[A-Z]{2,9})\s?(?:—|–|--|-)\s+(?=[A-Z“\"‘'])")
_DATE = re.compile(r"\d")


def parted(verdicts: Sequence[Verdict], *, own: Collection[str] = (), lexicons: Lexicons) -> tuple[Verdict, ...]:
    """The verdicts, a date or byline that stands before a dateline in its line set apart, credits behind the text too.

    "Published 5:12 pm OSTRA (LPA) — The mayor" becomes two lines; a last line "With inputs from PTI" is furniture, and
    so is a notice at either end: "Authored by Ana Ruiz via Ostra Matters,", "This story first appeared in …".
    """
    shown = list(verdicts)
    live = [i for i, verdict in enumerate(shown) if verdict.kept]
    for index in live[_OWN_LINE * -1 :][::-1] if len(live) > _OWN_LINE else ():
        words = shown[index].line.words
        cut = closing_credit(words, lexicons.agencies)
        if (cut is None or words[: cut.start].strip()) and not is_notice(words, lexicons, own):
            break
        shown[index] = replace(shown[index], kind=FurnitureKind.CREDIT, why="nothing but a credit, behind the text")
    if len(live) > _OWN_LINE and is_notice(shown[live[0]].line.words, lexicons, own):
        shown[live[0]] = replace(shown[live[0]], kind=FurnitureKind.CREDIT, why="says where the text came from")
    for index in live[:_HEAD]:
        if index != live[-1] and _is_byline(shown[index].line.words, lexicons.agencies):
            shown[index] = replace(shown[index], kind=FurnitureKind.BYLINE, why="an agency and who wrote for it")
            continue
        found = find_dateline(shown[index].line.words, agencies=lexicons.agencies, geography=lexicons.geography)
        if found and found.start and shown[index].kept:
            shown[index : index + 1] = _split(shown[index], found.start)
            break
    return tuple(shown)


def _is_byline(words: str, agencies: Agencies) -> bool:
    """True for a line of an agency and its writers: "The Associated Press — By ANA RUIZ - Associated Press"."""
    match = _BY.search(words) if len(words) < _BYLINE_LENGTH and words[-1:].isalnum() else None
    return bool(match and credit_names(words[: match.start()], agencies) and agencies.within(words[match.end() :]))


def _split(verdict: Verdict, place: int) -> tuple[Verdict, Verdict]:
    """The line in two: what stands before the dateline, and the rest."""
    line = verdict.line
    before = line.words[:place].rstrip()
    kind = FurnitureKind.DATE if _DATE.search(before) else FurnitureKind.BYLINE
    head = Line(line.start, line.start + len(before), before, line.gap)
    rest = Line(line.start + place, line.end, line.words[place:], gap=False)
    return replace(verdict, line=head, kind=kind, why="stands before the dateline in its line"), replace(
        verdict, line=rest
    )


def dateline_of(text: str, paragraphs: Sequence[Paragraph], *, lexicons: Lexicons) -> Dateline | None:
    """The dateline among the first paragraphs. In a transcript "HALE: No deal" is a turn and none."""
    turns = sum(bool(_TURN.match(text, paragraph.start)) for paragraph in paragraphs)
    for paragraph in paragraphs[:_HEAD]:
        words = text[paragraph.start : paragraph.end]
        found = _opening(words, lexicons, last=paragraph is paragraphs[-1])
        if found and not (turns >= _TURNS and found.agency is None and words[: found.end].rstrip().endswith(":")):
            return Dateline(found.place, found.agency, paragraph.start + found.start, paragraph.start + found.end)
    return None


def _opening(words: str, lexicons: Lexicons, *, last: bool) -> Opening | None:
    """The dateline that opens the words, or that they are: also "(AFP)" on a line of its own before other lines."""
    found = find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
    found = found or lone_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
    found = found or _bare_agency(words, lexicons)
    if found or last or len(words) > 40 or words[:1] not in "([":
        return found
    name = words.strip(" ()[]—–-")
    agency = lexicons.agencies.find(name)
    outlet = lexicons.outlets.find(name) if name.isupper() else None
    if agency is None and outlet is None:
        return None
    return Opening(None, agency.name if agency else outlet.name if outlet else None, len(words))


def _bare_agency(words: str, lexicons: Lexicons) -> Opening | None:
    """The agency in capitals with a dash that alone opens the text: "AFP — The council". Not "PA - ", a word too."""
    match = _AGENCY_FIRST.match(words)
    agency = lexicons.agencies.find(match["name"]) if match else None
    if match is None or agency is None or agency.kind == "photo" or lexicons.agencies.is_word(match["name"]):
        return None
    return Opening(None, agency.name, match.end())


def own_names(*names: str | None, lexicons: Lexicons) -> tuple[str, ...]:
    """The publisher's names, as given and canonical: what a report says of its own house cites nobody."""
    given = [name for name in names if name]
    known = [
        found.name for name in given for found in (lexicons.outlets.find(name), lexicons.agencies.find(name)) if found
    ]
    hosts = [
        outlet.name for name in given if "." in name and (outlet := lexicons.outlets.of_domain(name.split("/")[0]))
    ]
    return tuple(dict.fromkeys((*given, *known, *hosts)))


def led_in(lines: Sequence[Verdict], *, lexicons: Lexicons) -> tuple[Credit, ...]:
    """The agency whose dateline opens a line that leads in a live blog's entries, which have no dateline of theirs.

    "OSTRA (NPA) — The Latest on the vote (all times local):", kept or set aside; a place alone credits nobody.
    """
    for verdict in lines:
        words = verdict.line.words
        found = find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
        found = found or lone_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
        if found and found.place and found.agency:
            return (
                Credit(found.agency, CreditKind.TEXT, words[found.start : found.end].strip(), CreditPlace.DATELINE),
            )
    return ()


def shared_credits(own: Sequence[Credit], whole: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits of a live blog's entry and those for text that stand once for all of its entries."""
    named = {(credit.name, credit.what) for credit in own}
    shared = [c for c in whole if c.what is CreditKind.TEXT and (c.name, c.what) not in named]
    return (*shared, *own)
