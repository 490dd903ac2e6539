"""Who signs a report: its dateline, the credits for text and pictures, the media it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.clean.header.bylines import houses_of_byline
from crosswire.clean.lines.lines import Line
from crosswire.clean.signed.cited import cited_media
from crosswire.clean.signed.credits import (
    SIGNED_OFF,
    Cut,
    closing_credit,
    credit_names,
    distributor_of,
    named_source,
    owner_of,
    phrased_credit,
    sign_off,
)
from crosswire.clean.signed.dateline import find_dateline, lone_dateline
from crosswire.clean.signed.houses import named_picture, picture_owner, supplying_houses
from crosswire.clean.signed.opening import Opening
from crosswire.clean.signed.picture_credits import is_video, photo_credit, pictured_in, signs_picture
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Credit, CreditKind, Dateline, FurnitureKind, Paragraph

# A dateline stands at the head: a lone place in capitals further down is a heading.
_HEAD = 4  # paragraphs
_OWN_LINE = 3  # lines behind the text that may each be nothing but a credit
_BYLINE_LENGTH = 200
_ABOVE, _BEHIND = 3, 5  # lines above the headline and behind the text in which an agency's name alone may sign it
_UNTITLED = 10  # lines above the text, where the page shows no headline
_CAPTION = 5  # words
_HEADER = (FurnitureKind.BYLINE, FurnitureKind.DATE)
_STATING = (
    FurnitureKind.CAPTION, FurnitureKind.CREDIT, FurnitureKind.BYLINE, FurnitureKind.DATE, FurnitureKind.LEGAL
)  # fmt: skip
_BEYOND = 12  # lines behind the text's end in which a copyright line is the report's own
_TURN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]{1,30}:\s")
_TURNS = 3  # lines that open with capitals and a colon make a transcript
_BY = re.compile(r"\s[—–-]\s(?:By|BY)\s")
# "The Associated Press | Sunday, 15 March 2026", "Reuters, 3/4/2026": the house before the date.
_DATED = re.compile(r"(?P<names>[^|•·–—,\d]{2,40}?)\s*[|•·–—,-]\s*(?=\S)")
_DATE = re.compile(r"\d")
_INNER = re.compile(r"\([^()/]+/[^()]+\)")


def parted(verdicts: Sequence[Verdict], *, lexicons: Lexicons) -> tuple[Verdict, ...]:
    """The verdicts, a date or byline that stands before a dateline in its line set apart, credits behind the text too.

    "Published 5:12 pm OSTRA (LPA) — The mayor" becomes two lines; a last line "With inputs from PTI" is furniture.
    """
    shown = list(verdicts)
    live = [i for i, verdict in enumerate(shown) if verdict.kept]
    for index in live[_OWN_LINE * -1 :][::-1]:
        words = shown[index].line.words
        cut = closing_credit(words, lexicons.agencies) if len(live) > _OWN_LINE else None
        if cut is None or words[: cut.start].strip():
            break
        shown[index] = replace(shown[index], kind=FurnitureKind.CREDIT, why="nothing but a credit, behind the text")
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


def credits_of(
    text: str,
    verdicts: Sequence[Verdict],
    dateline: Dateline | None,
    cut: Cut | None,
    *,
    supplied: str | None,
    own: Sequence[str],
    lexicons: Lexicons,
) -> tuple[Credit, ...]:
    """Text credits (container, dateline, closing, byline), photo and video credits, cited media; each name once a kind.

    `supplied` is who supplied the text by the page's container, `own` are the names of the page's publisher, which is
    not cited by its own report. `cut` is the credit behind the last word.
    """
    found: dict[tuple[str, CreditKind], Credit] = {}
    for credit in _stated(text, verdicts, dateline, cut, supplied, own, lexicons):
        found.setdefault((credit.name, credit.what), credit)
    credited = {name for name, what in found if what is CreditKind.TEXT} | set(own)
    return (*found.values(), *cited_media(text, lexicons, credited))


def led_in(lines: Sequence[Verdict], *, lexicons: Lexicons) -> tuple[Credit, ...]:
    """The agency whose dateline opens a line that leads in a live blog's entries, which have no dateline of theirs.

    "OSTRA (NPA) — The Latest on the vote (all times local):", kept or set aside; a place alone credits nobody.
    """
    for verdict in lines:
        words = verdict.line.words
        found = find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
        found = found or lone_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
        if found and found.place and found.agency:
            return (Credit(found.agency, CreditKind.TEXT, words[found.start : found.end].strip()),)
    return ()


def shared_credits(own: Sequence[Credit], whole: Sequence[Credit]) -> tuple[Credit, ...]:
    """The credits of a live blog's entry and those for text that stand once for all of its entries."""
    named = {(credit.name, credit.what) for credit in own}
    shared = [c for c in whole if c.what is CreditKind.TEXT and (c.name, c.what) not in named]
    return (*shared, *own)


def _stated(
    text: str,
    verdicts: Sequence[Verdict],
    dateline: Dateline | None,
    cut: Cut | None,
    supplied: str | None,
    own: Sequence[str],
    lexicons: Lexicons,
) -> Iterator[Credit]:
    """The credits that container, dateline, last words and lines of furniture state."""
    agencies = lexicons.agencies
    if supplied:
        known = agencies.find(supplied) or lexicons.outlets.find(supplied)
        yield Credit(known.name if known else supplied, CreditKind.TEXT, supplied)
    if dateline and dateline.agency:
        opening = text[dateline.start : dateline.end].strip()
        yield Credit(dateline.agency, CreditKind.TEXT, opening)
        for inner in _INNER.findall(opening):  # "BERN (dpa/AFP) —" names two
            yield from (Credit(name, CreditKind.TEXT, opening) for name in credit_names(inner, agencies))
    last = next((v.line.words for v in reversed(verdicts) if v.kept), "")
    for name in cut.names if cut else ():
        yield Credit(name, CreditKind.TEXT, last[cut.start :].strip() if cut else name)
    body = _body(verdicts)
    yield from supplying_houses(verdicts, body[0], own, lexicons)
    for index, verdict in enumerate(verdicts):
        if verdict.kept or verdict.header or not _may_state(verdict):
            continue
        if verdict.kind is FurnitureKind.CREDIT and (names := credit_names(verdict.line.words, agencies)):
            what = _signs(index, verdicts, body, agencies)
            yield from (Credit(name, what, verdict.line.words) for name in names if what)
            continue
        yield from _of_line(verdict, lexicons)
        yield from (
            Credit(name, CreditKind.PHOTO, verdict.line.words) for name in named_picture(verdict, text, lexicons)
        )
        if (
            verdict.kind is FurnitureKind.DATE
            and body[0] <= index < body[1]
            and (dated := _DATED.match(verdict.line.words))
        ):
            names = credit_names(dated["names"], agencies)
            yield from (Credit(name, CreditKind.TEXT, verdict.line.words) for name in names)
        if verdict.kind is FurnitureKind.LEGAL and body[2] < index <= body[2] + _BEYOND:
            named = distributor_of(verdict.line.words, agencies) or owner_of(verdict.line.words, agencies)
            yield from (Credit(name, CreditKind.TEXT, verdict.line.words) for name in named)


def _may_state(verdict: Verdict) -> bool:
    """False for a line of a menu or a teaser that has no mark of a credit: most lines."""
    words = verdict.line.words
    return verdict.kind in _STATING or words.endswith(")") or sign_off(words) is not None


def _body(verdicts: Sequence[Verdict]) -> tuple[int, int, int]:
    """The lines where the report's head, its text and its last paragraph begin."""
    live = [i for i, verdict in enumerate(verdicts) if verdict.kept]
    first, last = (live[0], live[-1]) if live else (0, 0)
    heads = [i for i, verdict in enumerate(verdicts[:first]) if verdict.header]
    return heads[0] - _ABOVE if heads else first - _UNTITLED, first, last


def _signs(
    index: int, verdicts: Sequence[Verdict], body: tuple[int, int, int], agencies: Agencies
) -> CreditKind | None:
    """What an agency's name alone on a line signs, by its place: the text in its head and right behind it.

    Between paragraphs and under a caption it signs a picture, among teasers and menus nothing of this report.
    "From Bloomberg:" leads in what that medium said.
    """
    head, first, last = body
    words, above, below = (
        verdicts[index].line.words,
        verdicts[max(0, index - 1)],
        verdicts[min(index + 1, len(verdicts) - 1)],
    )
    if words.rstrip().endswith(":"):
        return CreditKind.CITED
    if signs_picture(words, agencies):
        return CreditKind.PHOTO
    signed = below.kind in _HEADER or above.kind in _HEADER
    if last < index <= last + _BEHIND or (signed and head <= index < last):
        return CreditKind.TEXT
    if first < index < last:
        return CreditKind.PHOTO
    if not head <= index < first:
        return None
    titled = above.kind is FurnitureKind.OTHER and len(above.line.words.split()) >= _CAPTION
    return CreditKind.PHOTO if above.kind is FurnitureKind.CAPTION or titled else CreditKind.TEXT


def _of_line(verdict: Verdict, lexicons: Lexicons) -> Iterator[Credit]:
    """The credits that a line of furniture states, by what the line is."""
    words, kind, agencies = verdict.line.words, verdict.kind, lexicons.agencies
    if sign_off(words):
        yield Credit(SIGNED_OFF, CreditKind.TEXT, words)
    elif kind is FurnitureKind.CAPTION:
        what = CreditKind.VIDEO if is_video(words, agencies) else CreditKind.PHOTO
        yield from (Credit(name, what, words) for name in _of_caption(words, lexicons))
    elif kind is FurnitureKind.CREDIT:
        yield from _of_credit_line(words, agencies)
    elif kind is FurnitureKind.BYLINE and len(words) < _BYLINE_LENGTH:
        yield from (Credit(name, CreditKind.TEXT, words) for name in houses_of_byline(words, agencies))


def _of_caption(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    """Whose the picture of a caption is: the agencies of its credit, else the outlet or station there."""
    named = photo_credit(words, lexicons.agencies) or picture_owner(words, lexicons)
    return named or tuple(agency.name for agency, _, _ in lexicons.agencies.within(words)[-1:])


def _of_credit_line(words: str, agencies: Agencies) -> Iterator[Credit]:
    """The credits of a line that is one: for text, picture, or both ("Text: dpa, Foto: AP").

    "From Bloomberg:" signs nothing, it leads in what that medium said.
    """
    pictured = pictured_in(words, agencies)
    yield from (Credit(name, CreditKind.PHOTO, words) for name in pictured)
    what = CreditKind.TEXT
    if not pictured and (signs_picture(words, agencies) or photo_credit(words, agencies) is not None):
        what = CreditKind.PHOTO
    elif words.rstrip().endswith(":"):
        what = CreditKind.CITED
    names = credit_names(words, agencies) or phrased_credit(words, agencies)
    if not names and not pictured and (house := named_source(words)):
        names = (house,)
    elif not names and not pictured:
        names = tuple(agency.name for agency, _, _ in agencies.within(words))
    yield from (Credit(name, what, words) for name in names)
