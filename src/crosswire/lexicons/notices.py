"""The words of notices that say where a text came from: "first appeared in", "with Post wires", "h/t"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.forms import words_of

# The canonical name of agencies whose names a credit does not tell: "Staff and agencies", "From wire reports".
UNNAMED = "an agency that is not named"
_ONCE = r"(?:originally|first|previously|initially|also|simultaneously)"
_IS = r"(?:was|is|has been|were|are|comes|came)"
_BY = r"(?:in|on|by|at|via|from|with|to|for)"
_WITH = (
    r"(?:with (?:the )?(?:permission|consent)(?: (?:of|from|by))?|as part of"
    r"|in (?:partnership|collaboration|cooperation) with)"
)
_LONGEST = 60  # signs of a line that is nothing but a credit to unnamed agencies


@dataclass(frozen=True, slots=True, eq=False)
class Notices:
    """What the sentences of notices are made of; `hints` are words of which each has one, casefolded.

    `whole` ends where the name of the house begins whose text it is, `subject` says that it told what it speaks of,
    `tip` ends where the name of the medium begins that had the news. `unnamed` is a whole line; its group `staff` says
    that the publisher's own people had the larger part, `with` that the agencies only helped.
    """

    whole: re.Pattern[str]
    tip: re.Pattern[str]
    via: re.Pattern[str]
    unnamed: re.Pattern[str]
    weak: frozenset[str]
    platforms: frozenset[str]
    hosts: frozenset[str]
    hints: frozenset[str]

    def may_stand_in(self, words: str) -> bool:
        """False for a line that holds no word of a notice: nearly all lines. A cheap question."""
        return not self.hints.isdisjoint(words_of(words))

    def names_no_agency(self, words: str) -> bool | None:
        """Whether agencies that a line credits without their names only helped; None for any other line.

        "Staff and agencies" and "With Post wires" give True, "Agencies" and "From wire reports" False.
        """
        may = len(words) <= _LONGEST and self.may_stand_in(words)
        match = self.unnamed.fullmatch(" ".join(words.split())) if may else None
        return None if match is None else bool(match["staff"] or match["with"])


def notice_words(data: Mapping[str, Any]) -> Notices:
    """The words that `data/credits.toml` holds under `notices`."""
    return Notices(
        whole=_whole(data),
        tip=re.compile(rf"(?:^|[\s(\[—–-]){_any(data['tips'])}\s?:?\s", re.IGNORECASE),
        via=re.compile(r"^\W*(?P<by>(?:authored|written|posted|submitted|by)\b[^.]{3,80}?\s)?via\s", re.IGNORECASE),
        unnamed=_unnamed(data),
        weak=frozenset(data["weak"]),
        platforms=frozenset(name.casefold() for name in data["platforms"]),
        hosts=frozenset(data["hosts"]),
        hints=_hints(data),
    )


def _whole(data: Mapping[str, Any]) -> re.Pattern[str]:
    """What stands before the house of a whole text: "This story was originally published by", "Republished from"."""
    work = rf"(?:an?\s(?:\w+\s)?version\sof\s)?(?P<subject>this|the|an?)\s(?:[\w-]+\s){{0,3}}?{_any(data['works'])}"
    titled = r"the (?:post|article|story) .{2,250}? (?:appeared first|first appeared) on\s"
    done = rf"(?P<done>{_any(data['done'])})"
    said = rf"(?:{work}\s(?:{_IS}\s)?(?:{_ONCE}\s)?|{_ONCE}\s|(?={_any(data['done'])}\s(?:from|with|via)\b))"
    how = rf"(?:\s{_ONCE})?(?:\s{_WITH}(?:\s{_BY})?|\s{_BY})"
    fixed = _any(data["whole"])
    noted = r"(?:(?:[\w'’]+\s)?note:\s)?"
    return re.compile(rf"^\W*{noted}(?:{titled}|{said}{done}{how}\s|{fixed}\s)", re.IGNORECASE)


def _unnamed(data: Mapping[str, Any]) -> re.Pattern[str]:
    helps = r"with(?:\s(?:\w+\s)?(?:inputs?|reports?|files|reporting|contributions?|information|material) (?:from|by))?"
    lead = rf"(?:(?P<with>{helps})|from|by|via|source:|compiled from|compiled by)\s"
    name = r"(?-i:[A-ZÀ-ÖØ-Þ])[\w.'’-]+"
    person = rf"{name}(?:\s{name}){{1,2}}(?:\sin\s{name})?(?:,\s?|\s(?:and|with|und|et|y|e|en|&)\s)"
    own = rf"(?P<staff>{person}|(?:[\w.&'’-]+\s){{0,4}}?{_any(data['staff'])}\s?(?:and|&|,|/|und|et|y|e|en|with)\s?)?"
    house = r"(?:[Tt]he\s)?(?:[A-Z][\w'’-]+\s)?"  # "With Post wires"; "Telephone wires" has nothing before it
    return re.compile(rf"[\W_]*(?:(?i:{lead}){house})?(?i:{own}{_any(data['unnamed'])})[\W_]*")


def _hints(data: Mapping[str, Any]) -> frozenset[str]:
    phrases = [
        *data["done"],
        *data["unnamed"],
        *data["tips"],
        *data["whole"],
        "via",
        "material",
        "contributing",
        "inputs",
        "input",
    ]
    return frozenset(word for phrase in phrases for word in words_of(phrase)) - _COMMON | {"h", "t"}


# Words of the phrases that stand in most lines and tell nothing.
_COMMON = frozenset([
    "to", "of", "the", "in", "on", "at", "see", "view", "story", "article", "par", "a", "de", "à", "été", "les",
    "bei", "auf", "fue", "foi", "por", "op", "by", "services", "service", "reports", "report", "d", "est", "partir",
    "em", "en", "su", "è", "other", "combined", "tip", "cet", "este", "artigo", "artículo", "dit", "text", "beitrag",
])  # fmt: skip


def _any(phrases: Iterable[str]) -> str:
    """A pattern of any of the phrases, the longest first."""
    those = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(re.escape(phrase).replace(chr(92) + ' ', chr(92) + 's') for phrase in those)})"
