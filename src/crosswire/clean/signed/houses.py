"""Houses that are no agencies and yet supply a text or a picture: broadcasters, papers, stations."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from crosswire.clean.header.bylines import lone_name
from crosswire.clean.signed.named import house_at
from crosswire.clean.verdict import Verdict
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Credit, CreditKind, CreditPlace, FurnitureKind

# "(Ostra Examiner) The mayor said …": brackets that open the text.
_OPENS = re.compile(r"\((?P<house>[A-Z][^()\n]{2,40})\)\s+(?=\S)")
_PROVIDED = "•"  # a portal sets it behind who provided the text: "Linden News•"
# "Ana Ruiz, The Linden Post", "Ana Ruiz | Linden TV": the house behind who wrote for it.
_WRITER = re.compile(r"(?P<name>[^,|•]{4,40}?)\s*(?:,|\||•|\s[—–-])\s*(?P<house>[^,|•]{3,40})")
_LONGEST = 60  # signs
_BYLINE = 200
# Who owns a picture, at the end of its caption: "(Photo: WQLD)", "(Source: Ana Ruiz/KQLD News 4)", "Credit: The Post".
_OWNER = re.compile(
    r"(?:[Pp]hoto(?:graph)?s?|PHOTO|[Ii]mages?|[Ss]ource|SOURCE|[Cc]redit|CREDIT|[Cc]ourtesy)"
    r"(?:\s(?:[Cc]redit|[Cc]ourtesy))?(?:\s?[:/|]|\s(?:by|of|via|from)\b|(?=[A-Z]))\s*(?P<owner>[^()]{2,90}?)\W*$"
)
_REACH = 120  # signs
_OWNER_WORDS = 8
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{3}(?:-TV)?\b")
_TOLD = re.compile(r"\b(?:is|was|has|are|were|have|contributor to)\b")  # "Ana Ruiz is a contributor to The Linden Post"
_ENDS = frozenset(
    ["Wire", "Post", "Star", "Press", "Review", "Report", "Independent", "Mail", "Standard", "Caller", "Beast"]
)
_MENU_LIKE = (FurnitureKind.NAVIGATION, FurnitureKind.OTHER, FurnitureKind.RELATED)


def supplying_houses(
    verdicts: Sequence[Verdict], head: int, own: Collection[str], lexicons: Lexicons
) -> Iterator[Credit]:
    """The houses other than agencies that the places for a text's credit name: `head` is where the report begins.

    In brackets before the text, alone under the headline, behind a writer's name, and on the line in which portals say
    who provided the text. `own` are the names of the page's publisher, which supplies its own text.
    """
    first = next((i for i, verdict in enumerate(verdicts) if verdict.kept), 0)
    titled = any(verdict.header for verdict in verdicts[:first])
    named: list[tuple[str, str]] = []
    if verdicts and (match := _OPENS.match(verdicts[first].line.words)):
        named += [(name, match.group().strip()) for name in _in_brackets(match["house"], lexicons)]
    for index in range(max(0, head), first):
        verdict = verdicts[index]
        words = verdict.line.words
        if verdict.kind is FurnitureKind.BYLINE and len(words) < _BYLINE:
            named += [(name, words) for name in _behind_writer(words, lexicons)]
        elif verdict.kind in _MENU_LIKE and len(words) < _LONGEST:
            under = titled and any(above.header for above in verdicts[max(0, index - 1) : index])
            named += [(name, words) for name in _on_a_line(words, lexicons, alone=under)]
    names = {name.casefold().removeprefix("the ") for name in own}
    for name, words in named:
        if name.casefold().removeprefix("the ") not in names:
            yield Credit(name, CreditKind.TEXT, words, CreditPlace.BYLINE)


def _house(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The outlet that the words are, or the station whose call sign they are; agencies are credited elsewhere."""
    if lexicons.agencies.find(words):
        return ()
    outlet = lexicons.outlets.find(words)
    if outlet is not None:
        return (outlet.name,) if lexicons.outlets.is_sure(words) else ()
    return (words,) if _CALL_SIGN.fullmatch(words) else ()


def _provider(name: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The house that provided a portal's text: "Reuters India" is Reuters, "CBS Linden" a station of its own."""
    name = re.sub(r"\s(?:News )?Videos?$", "", name)
    if sign := _CALL_SIGN.match(name):
        return (sign.group(),)
    known = house_at(name, lexicons, known=True)
    agency = lexicons.agencies.find(known or "")
    whole = lexicons.outlets.find(name) or lexicons.agencies.find(name) or "." in name
    if known and (whole or (agency and agency.kind in ("wire", "state", "business"))):
        return (known,)
    address = house_at(name, lexicons) if "." in name else None
    return (address,) if address else (name,) if known or lexicons.media_words.may_be(name) else ()


def _in_brackets(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The house in the brackets that open a text, a name that ends as those of media do among them: "(Ostra Wire)"."""
    known = _house(words, lexicons)
    last = words.split()[-1]
    formed = len(words.split()) > 1 and (last in _ENDS or lexicons.media_words.is_sure(last))
    return known or ((words,) if formed and not lexicons.agencies.find(words) else ())


def _behind_writer(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The outlet with which a byline ends: "By Ana Ruiz and Tom Hill The Linden Post"."""
    hits = lexicons.outlets.within(words) if not _TOLD.search(words) else ()
    ends = bool(hits) and hits[-1][2] >= len(words.rstrip(" .|•"))
    return (hits[-1][0].name,) if ends and hits[-1][1] > 0 else ()


def _on_a_line(words: str, lexicons: Lexicons, *, alone: bool) -> tuple[str, ...]:
    """The house of a line that is its name, behind which a portal's sign stands, or before which a writer's does."""
    if words.endswith(_PROVIDED):
        name = words.rstrip(f" {_PROVIDED}")
        return _provider(name, lexicons)
    match = _WRITER.fullmatch(words)
    if match and lone_name(match["name"], lexicons.agencies):
        return _house(match["house"], lexicons)
    return _house(words, lexicons) if alone else ()


def picture_owner(words: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The outlets and stations that a caption's credit names: "(Photo: WQLD)", "Credit Ana Ruiz for The Post"."""
    match = _OWNER.search(words, max(0, len(words) - _REACH))
    if match is None or len(match["owner"].split()) > _OWNER_WORDS:
        return ()
    owner = match["owner"]
    outlets = tuple(dict.fromkeys(outlet.name for outlet, _, _ in lexicons.outlets.within(owner)))
    return outlets or tuple(dict.fromkeys(_CALL_SIGN.findall(owner)))[:1]
