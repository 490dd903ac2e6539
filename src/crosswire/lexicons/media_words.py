"""Words of the trade: what names of media, sections, bylines and roles are made of. The one list for all rooms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Stations in North America: "WKLM", "KQRS-TV", "WABX7". "WHO" and "KILL" alone are words, so a sign must follow those.
_STATION = re.compile(r"\b[KW][A-Z]{3}(?:[ -]?(?:TV|FM|AM|DT|\d{1,2}))?\b|\b[A-Z]{3,4}[ -]?(?:TV|FM|\d{1,2}|News)\b")
_DOMAIN = re.compile(r"\b[\w-]{2,}\.(?:com|org|net|news|info|media|tv|co|io|eu|[a-z]{2})\b", re.IGNORECASE)
_EDGES = " \t.,;:|•·/()[]–—-"


@dataclass(frozen=True, slots=True, eq=False)
class MediaWords:
    """What names of media share, names of sections, openers of bylines, roles; the last three in small letters."""

    sure: frozenset[str]
    common: frozenset[str]
    endings: tuple[str, ...]
    sections: frozenset[str]
    openers: frozenset[str]
    roles: frozenset[str]
    role: re.Pattern[str]

    def is_sure(self, words: str) -> bool:
        """True when `words` hold what nearly only names of media hold: "The Ostra Herald", "ostra.com", "北港新聞"."""
        tokens = _WORD.findall(words)
        return (
            not self.sure.isdisjoint(tokens)
            or any(token.lower().endswith(self.endings) for token in tokens)
            or bool(_DOMAIN.search(words))
        )

    def may_be(self, words: str) -> bool:
        """True when `words` can be a medium's name where one is looked for: "Linden Post", "WKLM"."""
        return self.is_sure(words) or not self.common.isdisjoint(_WORD.findall(words)) or bool(_STATION.search(words))

    def is_section(self, words: str) -> bool:
        """True for the name of a section or of a menu's item: "Politics", "Wirtschaft"."""
        return " ".join(words.strip(_EDGES).lower().split()) in self.sections

    def is_role(self, words: str) -> bool:
        """True when a role, a desk or a house at large is named: "Staff Writer", "Redaktion", "News Desk"."""
        return bool(self.role.search(words))

    def opens_byline(self, words: str) -> bool:
        """True for words that open a byline: "By", "Written by", "Von", "Текст:", "记者"."""
        return words.strip(_EDGES).lower() in self.openers


def media_words(data: Mapping[str, Any]) -> MediaWords:
    """The words that `data/media_words.toml` holds."""
    return MediaWords(
        sure=frozenset(data["sure"]),
        common=frozenset(data["common"]),
        endings=tuple(data["endings"]),
        sections=frozenset(data["sections"]),
        openers=frozenset(data["openers"]),
        roles=frozenset(data["roles"]),
        role=_any_of(data["roles"]),
    )


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(set(forms), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
