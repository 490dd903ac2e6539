"""Who signs a report: its dateline, the credits for text and pictures, the media it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from crosswire.clean.signed.credits import closing_credit
from crosswire.clean.signed.dateline import find_dateline, lone_dateline
from crosswire.clean.signed.notices import is_notice
from crosswire.clean.signed.opening import Opening
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Credit, CreditKind, CreditPlace, Dateline, FurnitureKind, Paragraph

# A dateline stands at the head: a lone place in capitals further down is a heading.
_HEAD = 4  # paragraphs
_OWN_LINE = 3  # lines behind the text that may each be nothing but a credit
_TURN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]{1,30}:\s")
_TURNS = 3  # lines that open with capitals and a colon make a transcript


def parted(verdicts: Sequence[Verdict], *, own: Collection[str] = (), lexicons: Lexicons) -> tuple[Verdict, ...]:
    """The verdicts, credits behind the text and notices at either end set apart.

    "With inputs from PTI", "Authored by Ana Ruiz via Ostra Matters,", "This story first appeared in …".
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
    return tuple(shown)


def dateline_of(text: str, paragraphs: Sequence[Paragraph], *, lexicons: Lexicons) -> Dateline | None:
    """The dateline among the first paragraphs. In a transcript "HALE: No deal" is a turn and none."""
    turns = sum(bool(_TURN.match(text, paragraph.start)) for paragraph in paragraphs)
    for paragraph in paragraphs[:_HEAD]:
        words = text[paragraph.start : paragraph.end]
        found = _opening(words, lexicons, last=paragraph is paragraphs[-1])
        if found and not (turns >= _TURNS and found.agency is None and words[: found.end].rstrip().endswith(":")):
            return Dateline(found.place, found.agency, paragraph.start, paragraph.start + found.end)
    return None


def _opening(words: str, lexicons: Lexicons, *, last: bool) -> Opening | None:
    """The dateline that opens the words, or that they are: also "(AFP)" on a line of its own before other lines."""
    found = find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
    found = found or lone_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
    if found or last or len(words) > 40 or words[:1] not in "([":
        return found
    name = words.strip(" ()[]—–-")
    agency = lexicons.agencies.find(name)
    outlet = lexicons.outlets.find(name) if name.isupper() else None
    if agency is None and outlet is None:
        return None
    return Opening(None, agency.name if agency else outlet.name if outlet else None, len(words))


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
            return (Credit(found.agency, CreditKind.TEXT, words[: found.end].strip(), CreditPlace.DATELINE),)
    return ()


def shared_credits(own: Sequence[Credit], whole: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits of a live blog's entry and those for text that stand once for all of its entries."""
    named = {(credit.name, credit.what) for credit in own}
    shared = [c for c in whole if c.what is CreditKind.TEXT and (c.name, c.what) not in named]
    return (*shared, *own)
