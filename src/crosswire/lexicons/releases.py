"""The signs of what an institution handed out to the press."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Signs of a line that names the issuer; longer ones are sentences.
_LONGEST = 80
_SMALL = frozenset(["of", "and", "the", "for", "de", "la", "von", "&", "at", "in", "on", "le", "du", "des"])


@dataclass(frozen=True, slots=True, eq=False)
class ReleaseWords:
    """`heads`: lines that say that a page is a release; `issued`: what stands before its issuer's name on a line;
    `told`: where a sentence says that it has its words from a release; `before_name`: words before a name that are no
    part of it."""

    heads: frozenset[str]
    issued: re.Pattern[str]
    told: re.Pattern[str]
    before_name: frozenset[str]

    def is_head(self, line: str) -> bool:
        """True for a line that is nothing but "PRESS RELEASE" or its like."""
        return " ".join(re.sub(r"[^\w ]", " ", line.casefold()).split()) in self.heads

    def bare(self, name: str) -> str:
        """The name without the article or the like that leads it: "the Orlo Water Board", "its press office"."""
        first, _, rest = " ".join(name.split()).partition(" ")
        return rest if rest and first.casefold() in self.before_name else f"{first} {rest}".strip()

    def issuer(self, line: str) -> str | None:
        """The name of who handed the text out: "SOURCE Orlo Water Board" gives the board; "About 300 people" none."""
        match = self.issued.match(line) if len(line) <= _LONGEST else None
        if match is None:
            return None
        name = match["name"].strip(" .:;")
        words = name.split()
        return name if words and all(w[0].isupper() or w in _SMALL for w in words) else None


def release_words(data: Mapping[str, Any]) -> ReleaseWords:
    """The words that `data/releases.toml` holds."""
    before = "|".join(re.escape(words) for words in sorted(data["before_issuer"], key=len, reverse=True))
    kinds = "|".join(re.escape(words) for words in data["kinds"])
    return ReleaseWords(
        heads=frozenset(" ".join(re.sub(r"[^\w ]", " ", head.casefold()).split()) for head in data["heads"]),
        issued=re.compile(rf"\s*(?:{before})\s*:?\s+(?P<name>\S.*)", re.IGNORECASE),
        before_name=frozenset(data["before_name"]),
        told=re.compile(
            rf"\b(?:in|to|through|via|by)\s+(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?:{kinds})\b", re.IGNORECASE
        ),
    )
