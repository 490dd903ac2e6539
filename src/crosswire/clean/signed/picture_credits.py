"""Picture credits: who supplied a photograph or a video, apart from who supplied the text."""

from __future__ import annotations

import re

from crosswire.lexicons.agencies import Agencies

_PHOTO_LABEL = r"(?:file )?(?:photo(?:graph|s)?|image|picture|pic|images|courtesy)"
_NAMED = "AP|AFP|EPA|Reuters|Getty|dpa|PA|ANSA|EFE|TASS|Xinhua|PTI"
_HOUSE = rf"\b(?:{_NAMED})\b"
# In brackets: a label, or an agency with a picture's mark beside it. "(Reuters)" alone signs a text.
_PHOTO = re.compile(
    rf"[\(\[]\s*(?:{_PHOTO_LABEL}\b[^)\]]*|"
    rf"[^()\[\]]*(?:{_HOUSE}[ -](?:photo|images?)|via {_HOUSE}|/ ?{_HOUSE}|photo by)"
    r"[^()\[\]]*)[\)\]]?\.?\s*$"
    rf"|{_HOUSE} (?:photo|images?)$"
    rf"|\b{_PHOTO_LABEL}\s+via (?:{_HOUSE}|Associated Press\b).{{0,30}}$"
    rf"|\b{_PHOTO_LABEL}(?:\s+credit)?\s*(?:(?:by|courtesy(?: of)?):?\s+(?-i:(?=[A-Z@]))|[:/|]\s*)\S.{{0,90}}$"
    rf"|\({_HOUSE}\s?/\s?(?-i:[A-Z][\w.'’-]+ [A-Z][\w.'’ -]+)\)\W*$",
    re.IGNORECASE,
)
_HOUSES = frozenset(_NAMED.casefold().split("|"))
_WORD = re.compile(r"\w+")
_PICTURES = frozenset({"pic", "picture"})
_NEAR = 260  # signs before a line's end in which its picture credit begins
_NAMES = 70  # signs: more than _PHOTO_TAIL holds
_PHOTO_TAIL = re.compile(r"(?:\s[—–|/-]{1,2}\s?|\s\s|/)(?P<names>[A-Z][^.!?]{1,60})$")
# "The Associated Press — By ANA RUIZ - AP Business Writer" is who wrote, not who took a picture.
_WRITERS = re.compile(r"(?:^|[—–|/-]\s?)(?:By|BY)\s|\b(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?)\b")
# "AFP/File", "Reuters/Archiv": out of an agency's picture archive.
_ON_FILE = re.compile(
    r"(?P<house>[\w -]{2,20}?)\s?/\s?(?:file|files|archives?|archiv|archivo|arquivo|archivio)\b\W*$", re.IGNORECASE
)
# "… in Ostra on Monday. REUTERS/Ana Ruiz": the house, a slash, the photographer, behind the last sentence.
_HOUSE_FIRST = re.compile(
    rf"[.\"”]\s+(?P<house>REUTERS|{_HOUSE})\s?/\s?[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’-]*){{1,3}}$"
)
_VIDEO = re.compile(r"\bvideo(?:\s+credit)?\s*(?:by|:|/|courtesy)", re.IGNORECASE)
# A photographer beside an agency: "Ana Ruiz / AP", "CreditOle Berg/Associated Press". Writers stand behind a comma.
_ONE = r"[A-ZÀ-ÖØ-Þ][\w.'’\-]"
_PHOTOGRAPHER = re.compile(rf"(?:[Cc]redit:?\s*)?{_ONE}+(?:[ ]{_ONE}*){{0,4}}\s*[/|]\s*(?P<house>.+)")
_SIGNED_PICTURE = re.compile(r"[（(][^（）()]{0,30}[摄攝]影?[）)]?$|[摄攝]$")
_LONGEST = 90  # signs behind a picture's label; more is a sentence
_TAIL = 180  # signs; a label further from the end has a sentence behind it
_SENTENCE = re.compile(r"[.!?。][ 　]+\S{2}|[.!?]$")
_BEFORE_LABEL = re.compile(r"(?:^|[.!?。»”\")\](\[（（–—|,;·•]|\s{2})\s*$")


def photo_credit(words: str, agencies: Agencies) -> tuple[str, ...] | None:
    """The agencies of a photo credit that is, or ends, the line; empty when it names none; None when there is none.

    "…on the quay. — AP" and "(AP Photo/Ana Ruiz)" are AP's; "Photo: Ana Ruiz" names no agency; so in other languages
    "Foto: Ana Ruiz/dpa", "图片来源：新华社".
    """
    near = words[-_NEAR:]
    named = agencies.may_name(words)
    match = _PHOTO.search(near) if _is_hinted(near, named) else None
    if match:
        return _beside(near[: match.start()], _houses(match.group(), agencies), agencies)
    labelled = labelled_photo(words, agencies)
    if labelled is not None:
        return labelled
    return _at_end(words, agencies) if named else None


def _at_end(words: str, agencies: Agencies) -> tuple[str, ...] | None:
    """The agencies that end a line without a picture's label: "… — AP", "AFP/File", "REUTERS/Ana Ruiz"."""
    if "/" in words[-60:]:
        on_file = _ON_FILE.search(words, max(0, len(words) - 50))
        if on_file and (names := _houses(on_file["house"], agencies)):
            return names
        shown = _HOUSE_FIRST.search(words, max(0, len(words) - 60))
        if shown:
            return _houses(shown["house"], agencies)
    if ("摄" in words or "攝" in words) and _SIGNED_PICTURE.search(words):
        return _houses(words[-40:], agencies)
    tail = _PHOTO_TAIL.search(words, max(0, len(words) - _NAMES))
    if tail is None or _WRITERS.search(words):
        return None
    return _beside(words[: tail.start("names")], _houses(tail["names"], agencies), agencies) or None


def _beside(before: str, named: tuple[str, ...], agencies: Agencies) -> tuple[str, ...]:
    """The agencies and, of the words `before` them, the one that shares the credit: "Ana Ruiz, AFP/Getty Images"."""
    if not named or not before.endswith(("/", "| ")):
        return named
    shared = [agency.name for agency, _, end in agencies.within(before) if end >= len(before.rstrip(" /|"))]
    return tuple(dict.fromkeys((*shared, *named)))


def _is_hinted(near: str, named: bool) -> bool:
    """True when a picture's credit may stand in the words: its label does, or an agency's name (`named`: one may)."""
    lowered = near.lower()
    return (
        "photo" in lowered
        or "image" in lowered
        or ("pic" in lowered and not _PICTURES.isdisjoint(_WORD.findall(lowered)))
        or "courtesy" in lowered
        or (named and not _HOUSES.isdisjoint(_WORD.findall(lowered)))
    )


def labelled_photo(words: str, agencies: Agencies) -> tuple[str, ...] | None:
    """The agencies behind a picture's label that ends the line: "Foto: Ana Ruiz/dpa"; None without such a label."""
    tail = words[-_TAIL:]
    cut = len(words) - len(tail)
    for label in agencies.credits.labels_in(tail):
        rest = tail[label.end :]
        if (
            (cut and not label.start)
            or label.kind != "photo"
            or len(rest) > _LONGEST
            or not rest.strip()
            or _SENTENCE.search(rest.rstrip(" .)"))
        ):
            continue
        if _BEFORE_LABEL.search(tail[: label.start]):
            return _houses(rest, agencies)
    return None


def _houses(words: str, agencies: Agencies) -> tuple[str, ...]:
    return tuple(dict.fromkeys(agency.name for agency, _, _ in agencies.within(words.strip(" ()[]（）"))))


def signs_picture(words: str, agencies: Agencies) -> bool:
    """True when a credit line of its own is a picture's: it names a picture agency, or a photographer with a slash."""
    if any(agency.kind == "photo" for agency, _, _ in agencies.within(words)):
        return True
    match = _PHOTOGRAPHER.fullmatch(words.strip().rstrip("."))
    return bool(match and agencies.find(match["house"].strip()))


def is_video(words: str, agencies: Agencies) -> bool:
    """True when the credit on this line is for a video."""
    return bool(_VIDEO.search(words)) or any(label.kind == "video" for label in agencies.credits.labels_in(words))
