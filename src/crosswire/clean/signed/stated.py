"""The credits that a page states: who supplied its text and pictures, who helped, which media it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.clean.header.bylines import houses_of_byline
from crosswire.clean.signed.cited import cited_media
from crosswire.clean.signed.credits import (
    SIGNED_OFF,
    Cut,
    closing_credit,
    credit_names,
    owner_of,
    phrased_credit,
    shares_copyright,
    sign_off,
)
from crosswire.clean.signed.houses import picture_owner, supplying_houses
from crosswire.clean.signed.named import is_own
from crosswire.clean.signed.notices import Noticed, is_helper, last_sentence, noticed
from crosswire.clean.signed.picture_credits import is_video, photo_credit, signs_picture
from crosswire.clean.signed.writers import is_labelled_picture, is_photographer, is_signature, signing_houses
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.agencies import Agencies
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Credit, CreditKind, CreditPlace, Dateline, FurnitureKind

_BYLINE_LENGTH = 200
_ABOVE, _BEHIND = 3, 5  # lines above the headline and behind the text in which an agency's name alone may sign it
_UNTITLED = 10  # lines above the text, where the page shows no headline
_CAPTION = 5  # words
_LONGEST_CREDIT = 110  # signs; a longer line that names an agency somewhere may tell what it reported
_HEADER = (FurnitureKind.BYLINE, FurnitureKind.DATE)
_STATING = (
    FurnitureKind.CAPTION, FurnitureKind.CREDIT, FurnitureKind.BYLINE, FurnitureKind.DATE, FurnitureKind.LEGAL
)  # fmt: skip
_MENU_LIKE = (FurnitureKind.NAVIGATION, FurnitureKind.OTHER, FurnitureKind.RELATED)
_BEYOND = 12  # lines behind the text's end in which a copyright line or a notice is the report's own
_PORTAL = "•"
_YEAR = re.compile(r"[|•·–—-]\s.{0,16}\b20\d\d$")  # who wrote, a mark, the date
_POSTED = re.compile(r"\W*(?:posted|published|updated|by)\b", re.IGNORECASE)
# "The Associated Press | Sunday, 15 March 2026", "Reuters, 3/4/2026": the house before the date.
_DATED = re.compile(r"(?P<names>[^|•·–—,\d]{2,40}?)\s*[|•·–—,-]\s*(?=\S)")
_INNER = re.compile(r"\([^()/]+/[^()]+\)")


def credits_of(
    text: str,
    verdicts: Sequence[Verdict],
    dateline: Dateline | None,
    cut: Cut | None,
    *,
    stated: Sequence[Credit] = (),
    own: Sequence[str],
    lexicons: Lexicons,
) -> tuple[Credit, ...]:
    """Text credits (container, markup, dateline, closing, lines), photo and video credits, cited media; each name once
    a kind.

    `stated` is who supplied the text by the page's container and markup, `own` are the names of the page's publisher,
    which is not cited by its own report. `cut` is the credit behind the last word. A house that some place names as the
    whole text's is not only a helper, whatever another place says; but a copyright line alone claims no text in which
    another place says that the house helped.
    """
    found: dict[tuple[str, CreditKind], Credit] = {}
    for credit in (*stated, *_stated(text, verdicts, dateline, cut, own, lexicons)):
        held = found.setdefault((credit.name, credit.what), credit)
        if held.helped and not credit.helped:
            found[credit.name, credit.what] = credit
    for credit in _owned(verdicts, own, lexicons):
        found.setdefault((credit.name, credit.what), credit)
    settled = _carried(tuple(found.values()), lexicons)
    credited = {credit.name for credit in settled if credit.what is not CreditKind.PHOTO} | set(own)
    return (*settled, *(replace(c, place=CreditPlace.TEXT) for c in cited_media(text, lexicons, credited)))


def _carried(credits: tuple[Credit, ...], lexicons: Lexicons) -> tuple[Credit, ...]:
    """The credits, those who only carried another's text as helpers where that other is credited too.

    "Ana Ruiz, The Ostra Post (TNS)": the words are the Post's, Tribune News Service carried them. So did the station
    from which a portal has a text that opens "OSTRA (AP) —".
    """
    whole = [credit for credit in credits if credit.what is CreditKind.TEXT and not credit.helped]
    carried = [credit for credit in whole if _carries(credit, lexicons)]
    if not carried or len(carried) == len(whole):
        return credits
    return tuple(replace(credit, helped=True) if credit in carried else credit for credit in credits)


def _carries(credit: Credit, lexicons: Lexicons) -> bool:
    agency = lexicons.agencies.find(credit.name)
    return (credit.words.endswith(_PORTAL) and agency is None) or (agency is not None and agency.carries)


def _stated(
    text: str,
    verdicts: Sequence[Verdict],
    dateline: Dateline | None,
    cut: Cut | None,
    own: Sequence[str],
    lexicons: Lexicons,
) -> Iterator[Credit]:
    """The credits that dateline, last words and lines of furniture state, but for copyright lines."""
    yield from _opening(text, dateline, lexicons.agencies)
    yield from _closing(verdicts, cut, own, lexicons)
    body = _body(verdicts)
    yield from supplying_houses(verdicts, body[0], own, lexicons)
    for index, verdict in enumerate(verdicts):
        if not verdict.kept and not verdict.header:
            yield from _of_furniture(index, text, verdicts, body, own, lexicons)


def _opening(text: str, dateline: Dateline | None, agencies: Agencies) -> Iterator[Credit]:
    """The agencies of the dateline: "BERN (dpa/AFP) —" names two."""
    if dateline is None or not dateline.agency:
        return
    words = text[dateline.start : dateline.end].strip()
    others = (name for inner in _INNER.findall(words) for name in credit_names(inner, agencies))
    yield from (Credit(name, CreditKind.TEXT, words, CreditPlace.DATELINE) for name in (dateline.agency, *others))


def _of_furniture(
    index: int,
    text: str,
    verdicts: Sequence[Verdict],
    body: tuple[int, int, int],
    own: Sequence[str],
    lexicons: Lexicons,
) -> Iterator[Credit]:
    """The credits that a line states by what it is and where it stands: who wrote, a notice, a credit, a caption."""
    verdict, agencies = verdicts[index], lexicons.agencies
    words = verdict.line.words
    signing = tuple(_signing(index, verdicts, body, own, lexicons))
    yield from signing
    if body[0] <= index < body[1] or body[2] < index <= body[2] + _BEYOND:
        yield from map(_of_notice, noticed(words, lexicons, own))
        if "ource:" in words and (source := closing_credit(words, agencies)):
            yield from _credits(source.names, CreditKind.TEXT, words[source.start :], own, lexicons)
    if not _may_state(verdict) or (signing and verdict.kind is FurnitureKind.CAPTION):
        return
    if verdict.kind is FurnitureKind.CREDIT and (names := credit_names(words, agencies)):
        what = _signs(index, verdicts, body, agencies)
        yield from _credits(names, what, words, own, lexicons) if what else ()
        return
    yield from _of_line(verdict, own, lexicons)
    dated = _DATED.match(words) if verdict.kind is FurnitureKind.DATE and body[0] <= index < body[1] else None
    names = credit_names(dated["names"], agencies) if dated else ()
    yield from (Credit(name, CreditKind.TEXT, words, CreditPlace.BYLINE) for name in names)


def _closing(verdicts: Sequence[Verdict], cut: Cut | None, own: Sequence[str], lexicons: Lexicons) -> Iterator[Credit]:
    """The credits behind the last words, and those of the last sentence where it is a notice."""
    last = next((v.line.words for v in reversed(verdicts) if v.kept), "")
    for name in cut.names if cut else ():
        words = last[cut.start :].strip() if cut else name
        yield Credit(name, CreditKind.TEXT, words, CreditPlace.CLOSING, is_helper(name, words, lexicons, own))
    sentence = last_sentence(last[: cut.start] if cut else last)
    for notice in noticed(sentence, lexicons, own, kept=True):
        yield replace(_of_notice(notice), place=CreditPlace.CLOSING)


def _of_notice(notice: Noticed) -> Credit:
    return Credit(notice.name, notice.what, notice.words, helped=notice.helped)


def _signing(
    index: int, verdicts: Sequence[Verdict], body: tuple[int, int, int], own: Sequence[str], lexicons: Lexicons
) -> Iterator[Credit]:
    """The houses of a line in the head, or right behind the text, that is writers, houses and a date."""
    verdict = verdicts[index]
    inside = body[0] <= index < body[1] or body[2] < index <= body[2] + _BEHIND
    if not inside or verdict.kind not in (*_HEADER, *_MENU_LIKE, FurnitureKind.CAPTION):
        return
    words = verdict.line.words
    if verdict.kind is FurnitureKind.CAPTION and not _is_writers(index, verdicts):
        return
    names = signing_houses(words, lexicons)
    if all(is_own(name, own) for name in names):
        return
    for name in names:
        yield Credit(name, CreditKind.TEXT, words, CreditPlace.BYLINE, is_helper(name, words, lexicons, own))


def _is_writers(index: int, verdicts: Sequence[Verdict]) -> bool:
    """True for a line taken for a caption that may be who wrote: several names, a portal's sign, a date beside it."""
    words = verdicts[index].line.words
    beside = verdicts[max(0, index - 1)], verdicts[min(index + 1, len(verdicts) - 1)]
    several = " and " in words or " — " in words or _YEAR.search(words) is not None
    return (
        several
        or _POSTED.match(words) is not None
        or words.endswith(_PORTAL)
        or any(verdict.kind is FurnitureKind.DATE for verdict in beside)
    )


def _owned(verdicts: Sequence[Verdict], own: Sequence[str], lexicons: Lexicons) -> Iterator[Credit]:
    """The houses whose copyright line stands right behind the text.

    "Copyright AP / KQLD 4" stands under all that the station prints, its own reports too.
    """
    end = _body(verdicts)[2]
    for verdict in verdicts[end + 1 : end + _BEYOND + 1]:
        words = verdict.line.words
        if verdict.kind is FurnitureKind.LEGAL and not shares_copyright(words):
            for name in owner_of(words, lexicons.agencies, own):
                if not is_own(name, own):
                    yield Credit(name, CreditKind.TEXT, words)


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


def _of_line(verdict: Verdict, own: Sequence[str], lexicons: Lexicons) -> Iterator[Credit]:
    """The credits that a line of furniture states, by what the line is."""
    words, kind, agencies = verdict.line.words, verdict.kind, lexicons.agencies
    if sign_off(words):
        yield Credit(SIGNED_OFF, CreditKind.TEXT, words)
    elif kind is FurnitureKind.CAPTION:
        what = CreditKind.VIDEO if is_video(words, agencies) else CreditKind.PHOTO
        yield from (Credit(name, what, words) for name in _of_caption(words, lexicons))
    elif kind is FurnitureKind.CREDIT:
        yield from _of_credit_line(words, own, lexicons)
    elif kind is FurnitureKind.BYLINE and len(words) < _BYLINE_LENGTH:
        pictured = is_photographer(words) or is_labelled_picture(words, lexicons)
        pictured = pictured or any(a.kind == "photo" for a, _, _ in agencies.within(words))
        what = CreditKind.PHOTO if pictured else CreditKind.TEXT
        place = CreditPlace.LINE if what is CreditKind.PHOTO else CreditPlace.BYLINE
        for name in houses_of_byline(words, agencies):
            helped = what is CreditKind.TEXT and is_helper(name, words, lexicons, own)
            yield Credit(name, what, words, place, helped)


def _of_caption(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    """Whose the picture of a caption is: the agencies of its credit, else the outlet or station there."""
    named = photo_credit(words, lexicons.agencies) or picture_owner(words, lexicons)
    return named or tuple(agency.name for agency, _, _ in lexicons.agencies.within(words)[-1:])


def _of_credit_line(words: str, own: Sequence[str], lexicons: Lexicons) -> Iterator[Credit]:
    """The credits of a line that is one. "From Bloomberg:" signs nothing, it leads in what that medium said."""
    agencies = lexicons.agencies
    what = CreditKind.TEXT
    if signs_picture(words, agencies) or photo_credit(words, agencies) is not None:
        what = CreditKind.PHOTO
    elif words.rstrip().endswith(":"):
        what = CreditKind.CITED
    names = credit_names(words, agencies) or phrased_credit(words, agencies)
    if not names and len(words) < _LONGEST_CREDIT and is_signature(words, lexicons):
        names = tuple(agency.name for agency, _, _ in agencies.within(words))
    yield from _credits(names, what, words, own, lexicons)


def _credits(
    names: Sequence[str], what: CreditKind, words: str, own: Sequence[str], lexicons: Lexicons
) -> Iterator[Credit]:
    for name in names:
        yield Credit(name, what, words, helped=what is CreditKind.TEXT and is_helper(name, words, lexicons, own))
