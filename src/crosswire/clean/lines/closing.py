"""What a house sets behind a report's last paragraph: who helped, whom to call, where to watch, who wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from crosswire.clean.lines.kinds import Kind
from crosswire.model.report import FurnitureKind

_MOST = 4  # lines
_LONGEST = 26  # words of a line of the house; a writer's life may be longer
_LONGEST_LIFE = 90
_FURNITURE = 2  # lines: text that stands alone, but for its headline, keeps its last paragraph
_NAME = r"[A-ZÀ-Þ][\w.’'-]+(?: (?:[A-ZÀ-Þ][\w.’'-]*|de|van|von|der|al|bin)){1,4}"
_PHONE = r"\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}|\b\d{3}-\d{4}\b"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.]+"
_HELPED = re.compile(rf"^Contributing: |^[A-ZÀ-Þ][^.!?“”\"]{{0,90}}\b{_NAME} contributed\.$|^{_NAME} contributed\.$")
# "Call The Linden Echo's Edda Varga, (916) 555-0100." No word of those who ask for tips: "Call the police at …".
_CALLED = re.compile(
    rf"^(?:Call [Tt]he [A-Z]|To contact |Contact (?:reporter|writer|staff)|{_NAME}:? )[^.]{{0,80}}(?:{_PHONE}|{_MAIL})"
    rf"|^(?:{_PHONE}|{_MAIL})(?:(?:,| and| or|;)? (?:{_PHONE}|{_MAIL}))*\W*$"
)
_TIPS = re.compile(
    r"\b(?:police|sheriff|detectives?|crime|information|tips?|anyone|hospital|emergency)\b", re.IGNORECASE
)
_STAY = re.compile(
    r"^(?:Stay (?:with|tuned)|Check back|Continue to follow|Please return|Please check back|Keep checking|Tune in"
    r"|Keep it here|Watch|Look for|Download)\b.*\b(?:updates?|the latest|details|developments"
    r"|(?:more|new|further) (?:on|information|as))\b"
)
_PROMISED = re.compile(
    r"^[A-Z0-9][\w’'&. -]{1,50} will (?:continue to )?(?:keep you (?:updated|posted)|bring you|have more on"
    r"|post (?:new )?updates|update (?:this|you)|follow this (?:story|case))\b"
)
_FOLLOWED = re.compile(
    r"^(?:Follow|Like|Find) [@A-Z].* on (?:Twitter|Facebook|Instagram|X|Tout|Threads|Bluesky)\b|^.{0,60}\bFollow @\w+"
)
_MORE = re.compile(r"^For more (?!information).{0,60}\b(?:listen|visit|go to|click|check|see|follow|download|watch)\b")
# "VHS/JKS 3-03-26", "Inc. #122672616", "-30-": how an office files its notice.
_FILED = re.compile(
    r"^(?:[A-Z]{2,4}(?:/[A-Z]{2,4})+ \d{1,2}[-/]\d{1,2}[-/]\d{2,4}|(?:Inc(?:ident)?|Case|Ref)\. ?#? ?\d[\d-]*)$"
)
_TAGGED = re.compile(r"^Tagged \w.*[^.!?]$")
_SIGNED = re.compile(rf"^(?:—|–|--) ?{_NAME}(?:(?:, | and ){_NAME}){{0,3}}$")
_LIFE = re.compile(
    rf"^(?:By )?(?P<name>{_NAME})(?:,? (?:Jr|Sr)\.)?(?:, [^,.]{{2,60}},)?"
    r" (?:is|was|holds|has been|serves|served|writes|covers|works|teaches|reports)\b(?P<rest>.{0,240})"
)
_CALLING = re.compile(
    r"\b(?:professor|fellow|author of|columnist|editor|director|president of|correspondent|journalist|reporter"
    r"|contribut(?:or|ing)|analyst|lecturer|researcher|scholar|teaches|writes|covers|writer|freelance|producer"
    r"|blogger|historian)\b"
)


def closing_lines(words: Sequence[str], live: Sequence[int]) -> dict[int, Kind]:
    """The last of the kept lines (`live`) that are the house's: helpers, contacts, promises, links, the writer's life.

    Read from the end up to the first line that is none of them. "Anyone with information should call the police" and
    "The mayor will follow this case" are the report's.
    """
    of_a_page = len(words) - len(live) >= _FURNITURE
    found: dict[int, Kind] = {}
    for place in range(len(live) - 1, max(0, len(live) - 1 - _MOST), -1):
        index = live[place]
        kind = _by_form(words[index]) or (_life(words, live[:place], index) if of_a_page else None)
        if kind is None:
            break
        found[index] = kind
    return found


_FORMS: tuple[tuple[str, Callable[[str], object], Kind], ...] = (
    ("ontribut", _HELPED.match, (FurnitureKind.CREDIT, "names who contributed, behind the text")),
    ("ollow", _FOLLOWED.match, (FurnitureKind.SHARING, "asks to follow, behind the text")),
    ("", _STAY.match, (FurnitureKind.OTHER, "asks to stay for more, behind the text")),
    (" will ", _PROMISED.match, (FurnitureKind.OTHER, "promises more, behind the text")),
    ("For more", _MORE.match, (FurnitureKind.NEWSLETTER, "says where more is, behind the text")),
    ("", _FILED.match, (FurnitureKind.OTHER, "an office’s number or code, behind the text")),
    ("Tagged", _TAGGED.match, (FurnitureKind.NAVIGATION, "tags, behind the text")),
    ("", _SIGNED.match, (FurnitureKind.BYLINE, "a name behind a dash, at the text’s end")),
)
_CONTACT: Kind = FurnitureKind.BYLINE, "whom to call or write, behind the text"
_BIO: Kind = FurnitureKind.BYLINE, "tells who wrote the report, behind the text"


def _by_form(line: str) -> Kind | None:
    if line.count(" ") >= _LONGEST:
        return None
    if _CALLED.match(line) and not _TIPS.search(line):
        return _CONTACT
    return next((kind for hint, matches, kind in _FORMS if hint in line and matches(line)), None)


def _life(words: Sequence[str], before: Sequence[int], index: int) -> Kind | None:
    """The writer's life, told of somebody whom the text doesn't name: "Edda Varga is a professor at Linden"."""
    line = words[index]
    match = _LIFE.match(line) if line.count(" ") < _LONGEST_LIFE else None
    if match is None or not _CALLING.search(match["rest"]):
        return None
    name = match["name"].split()
    doubled = len(name) >= 4 and name[: len(name) // 2] == name[len(name) // 2 :]
    return None if not doubled and any(name[-1] in words[i] for i in before) else _BIO
