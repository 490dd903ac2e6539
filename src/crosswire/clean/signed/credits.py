"""Text credits: who supplied the words of a report, as its lines and its last words say."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from crosswire.lexicons.agencies import Agencies

_ENDED = r"(?<=[.!?\"'”’»“)\]。！？؛…])"
_NAME = r"[^\W\d_][\w.&’'/,،、 \-]"
# A credit glued to or set behind the last words: "use.–AFP", "said. (Reuters)", "year. /IANS", "today.—With AP".
_GLUED = re.compile(
    rf"{_ENDED}\s*(?P<credit>(?:[–—―/|-]{{1,2}}\s*|\(\s*|\[\s*|（\s*|【\s*)"
    rf"(?P<names>{_NAME}{{1,60}}?)\s*[)\]）】/]?[.。]?)\s*$"
)
_BARE_END = re.compile(rf"{_ENDED}\s+(?P<credit>(?P<names>[^\W\d_a-z][\w.&’'/ \-]{{1,40}}))\s*$")
# A label or a phrase behind the last sentence: "… by night. Source: Reuters", "… (With inputs from PTI)".
_TAIL = re.compile(
    rf"(?:^|{_ENDED})\s*(?P<credit>[(\[（*–—-]{{0,2}}\s*[^\s.!?。][^.!?。\n]{{3,150}}[.)\]）]{{0,2}})\s*$"
)
# How Reuters signs its copy: "(Reporting by Ana Ruiz in Ilsen; Editing by Tom Hill)". No other agency does it so; a
# paper's own "Reporting by Ana Ruiz" has no editor behind a semicolon.
_WHO = r"[^();]{3,200}"
_EDITED = (
    rf"(?P<credit>\(?\s*(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Rr]eportaje|[Rr]eportage) (?:by|de|par)"
    rf" {_WHO}(?:;{_WHO}){{0,4}}[;,]\s*(?:[Ww]riting and )?(?:[Ee]diting by|[Ee]ditado por|[Ee]dité par) {_WHO}\)?\.?)"
)
_SIGN_OFF = re.compile(rf"{_EDITED}(?:\s*Our Standards:.{{0,90}})?\s*$")
SIGNED_OFF = "Reuters"
_LETTERS = re.compile(r"(?<=[.!?\"”])(?P<credit>\s?[–—―-]\s?(?P<names>[A-Z]{2,6}))\.?\s*$")
_XINHUA_END = "Enditem"  # how Xinhua closes its copy, and nobody else
_SPLIT = re.compile(
    r"\s*(?:[,/;&،、，+·|]|\b(?:and|with|With|From|from|via|et|y|und|e|och|og|en|i|и|та|mit|avec|con|com)\b|(?<=\s)و)\s*"
)
_DESK = re.compile(r"[a-zäöü]{2,4}")  # a desk or a writer beside an agency: "dpa/lnw", "(jz/AFP)"
_MARKED = re.compile(r"^\s*[(\[（【–—―/|-]|[)\]）】/]\s*$")
# "Copyright 2026 The Associated Press. All rights reserved." Of these kinds only: a broadcaster's or a paper's own
# copyright line stands under everything it prints.
_OWNERS = frozenset({"wire", "state", "business", "local"})
_TRADEMARK = re.compile(r"^(?:The-CNN-Wire\s?)?[™®&\s]+(?=©|\(c\)|[Cc]opyright)")  # "™ & © 2026 Cable News Network"
_STATION = re.compile(r"\b(?:[KW][A-Z]{2,3}|NBC|CBS|ABC|FOX|Fox|CNN|TV|News|Radio)\b")
_BESIDE = re.compile(r"[^./]{2,40}\s?/\s?(?P<other>[^./]{2,40})")
_LINE = 100  # signs of a copyright line in which the houses stand
_STRONG = 3  # words of a phrase that no sentence opens with by chance: "with inputs from"


@dataclass(frozen=True, slots=True)
class Cut:
    """A credit at the end of some words: where it begins, and whom it names."""

    start: int
    names: tuple[str, ...]


def closing_credit(words: str, agencies: Agencies) -> Cut | None:
    """The agency credit with which a paragraph ends: "… weapons use.–AFP" gives AFP and where "–AFP" begins.

    None unless every name is a known agency: "(Reuters)" is one, "(Monday)" is none. Capitals behind a full stop and a
    dash sign a text even when the agency is not known: "… by night.–NPA". Also "Source: AFP", "With inputs from AP".
    """
    signed = sign_off(words)
    if signed is not None:
        return signed
    back = max(0, len(words) - 200)
    if agencies.may_name(words[back:]):
        for pattern in (_GLUED, _BARE_END):
            match = pattern.search(words, max(0, len(words) - 80))
            while match:  # "…,” Ruiz said. AFP" may begin behind the quotation, and does behind the stop
                if names := _closing_names(match, agencies):
                    return Cut(match.start("credit"), names)
                match = pattern.search(words, match.start("credit") + 1)
        match = _TAIL.search(words, back)
        names = phrased_credit(match["credit"], agencies) if match else ()
        if match and names:
            return Cut(match.start("credit"), names)
    if words.endswith((_XINHUA_END, f"{_XINHUA_END}.")):
        before = words.rstrip(".").removesuffix(_XINHUA_END)
        inner = closing_credit(before.rstrip(), agencies)
        return inner or Cut(len(before), ("Xinhua",))
    unknown = _LETTERS.search(words, max(0, len(words) - 12))
    return Cut(unknown.start("credit"), (unknown["names"],)) if unknown else None


def _closing_names(match: re.Match[str], agencies: Agencies) -> tuple[str, ...]:
    """The names at the end; "Petra" behind a full stop alone signs nothing, "–Petra" does."""
    if match.re is _BARE_END and agencies.is_word(match["names"].rstrip(".")):
        return ()
    return _names(match["names"], agencies)


def sign_off(words: str) -> Cut | None:
    """The line that signs Reuters copy, at the end of `words`: "(Reporting by Ana Ruiz; Editing by Tom Hill)"."""
    if "dit" not in words[-300:]:
        return None
    match = _SIGN_OFF.search(words, max(0, len(words) - 600))
    return Cut(match.start("credit"), (SIGNED_OFF,)) if match else None


def credit_names(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies of which a line consists, canonical; empty when anything else stands there too.

    "AFP", "(dpa/AFP)", "AP and agencies". "MAP" alone may head a map: a form that is a word needs marks.
    """
    if not agencies.may_name(words) or (agencies.is_word(words.strip()) and not _MARKED.search(words)):
        return ()
    return _names(words, agencies)


def _names(words: str, agencies: Agencies) -> tuple[str, ...]:
    bare = words.strip(" .()[]（）【】–—-―|/:*。")
    whole = agencies.find(bare)
    if whole:
        return (whole.name,)
    parts = [part.strip(" .") for part in _SPLIT.split(bare)]
    parts = [part for part in parts if part and part.casefold() not in agencies.credits.agencies]
    found = [agencies.find(part) or agencies.find(part.removeprefix("The ").removeprefix("the ")) for part in parts]
    if not any(found) or not all(agency or _DESK.fullmatch(part) for agency, part in zip(found, parts, strict=True)):
        return ()
    return tuple(dict.fromkeys(agency.name for agency in found if agency))


def phrased_credit(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies of a line that credits them in words: "With inputs from PTI", "Source: Reuters", "© 2026 AFP".

    Empty for a line that does anything else: "With the AP he fought for years", "Source: the mayor's office".
    """
    if not agencies.may_name(words):
        return ()
    return _labelled(words, agencies) or _helped(words, agencies) or _contributed(words, agencies)


def _labelled(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies behind a label for a text or a source, at the line's start: "Quelle: dpa", "来源：新华社"."""
    for label in agencies.credits.labels_in(words):
        if (
            label.kind in ("text", "source")
            and not words[: label.start].strip(" (*[（–—-")
            and label.mark in (":", "：")
        ):
            rest = words[label.end :]
            following = next((more for more in agencies.credits.labels_in(rest)), None)
            named = _names(rest[: following.start] if following else rest, agencies)
            return named or (_unspaced(rest, agencies) if label.mark == "：" else ())
    return ()


def _unspaced(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies with which short words in a script without spaces begin: "新华社微信公众号"."""
    hits = agencies.within(words) if len(words) < 30 else ()
    return (hits[0][0].name,) if hits and hits[0][1] == 0 else ()


def _helped(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies behind words that say who helped or owns: "With files from AP", "© 2026 AFP", "(avec AFP)"."""
    bare = words.lstrip(" (*[（–—-")
    lead = len(words) - len(bare)
    behind = agencies.credits.opens_with(agencies.credits.helped, bare)
    if behind is not None:
        rest = words[lead + behind :]
        named = _names(re.sub(r"^\s*(?:the|The|l['’]|la|le|der|die|dpa:)\s+", "", rest), agencies)
        if named or len(bare[:behind].split()) < _STRONG or len(rest) > 90:
            return named
        return tuple(dict.fromkeys(agency.name for agency, _, _ in agencies.within(rest)))
    return ()


def shares_copyright(words: str) -> bool:
    """True for a copyright line that names a station beside an agency: "Copyright AP / KQLD 4"."""
    slashed = _BESIDE.search(words[:_LINE])
    return slashed is not None and _STATION.search(slashed["other"]) is not None


def owner_of(words: str, agencies: Agencies, own: Collection[str] = ()) -> tuple[str, ...]:
    """The agency whose copyright line this is: "Copyright 2026 The Associated Press. All rights reserved.".

    "Copyright AP / KQLD 4" is AP's, whose copy a station printed; "© dpa/Ana Ruiz" is a picture's.
    """
    bare = _TRADEMARK.sub("", words.lstrip(" (*["))
    behind = agencies.credits.opens_with(agencies.credits.whole, bare)
    if behind is None and bare.startswith("©"):
        behind = 1
    if behind is None:
        return ()
    rest = re.sub(r"^\s*(?:\d{4}\s*)?(?:by\s+)?(?:[Tt]he\s+)?", "", bare[behind:])
    slashed = re.match(r"[^.]{2,20}\s?/\s?(?P<other>[^./]{2,40})", rest)
    if slashed and not agencies.find(rest.split(".")[0].strip()) and not _STATION.search(slashed["other"]):
        return ()
    hits = agencies.within(rest[:60])
    owner = bool(hits) and hits[0][0].kind in _OWNERS and hits[0][1] == 0 and hits[0][0].name not in own
    return (hits[0][0].name,) if owner else ()


def _contributed(words: str, agencies: Agencies) -> tuple[str, ...]:
    """The agencies before words that say they had a part: "The Associated Press contributed to this report."."""
    lowered = words.casefold().rstrip(" .)*]")
    phrase = next((p for p in agencies.credits.contributed if lowered.endswith(p) and " " in p), None)
    if phrase is None or len(words) > 260:
        return ()
    return tuple(
        dict.fromkeys(agency.name for agency, _, _ in agencies.within(words[: len(lowered) - len(phrase) + 1]))
    )
