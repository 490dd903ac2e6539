"""What the names that page makers give to elements say of what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LETTERS = bytes(code if chr(code).islower() else ord(" ") for code in range(128)).ljust(256)
_LETTERS = bytes(code if chr(code).islower() else ord(" ") for code in range(128)).ljust(256)
# Longer names are styles or data written into an attribute, no words.
_LONGEST = 400


@dataclass(frozen=True, slots=True, eq=False)
class ElementNames:
    """The kinds of things that names stand for. A set of kinds is a number: bit i set for the i-th of `kinds`."""

    kinds: tuple[str, ...]
    whole: Mapping[str, int]
    within: re.Pattern[str]
    stems: Mapping[str, int]

    def read(self, name: str) -> int:
        """The kinds that a class, an id or a role names: "related-links" names links to other reports and lists."""
        return _remembered(self, name)

    def bit(self, kind: str) -> int:
        """The number of the set that holds `kind` alone."""
        return 1 << self.kinds.index(kind)

    def _read(self, name: str) -> int:
        found = 0
        for token in name[:_LONGEST].split():
            found |= _of_token(self, token)
        return found


@lru_cache(maxsize=20_000)
def _remembered(names: ElementNames, name: str) -> int:
    """The same few names stand on hundreds of elements of a page and on all pages of a site."""
    return names._read(name)


@lru_cache(maxsize=20_000)
def _of_token(names: ElementNames, token: str) -> int:
    """The kinds that one class or id names; pages combine few of them in many ways."""
    found = 0
    plain = token.islower() and token.isascii()  # most are, and are parted without a pattern
    for piece in token.encode().translate(_LETTERS).decode().split() if plain else _PIECE.findall(token):
        found |= names.whole.get(piece.lower(), 0)
    for stem in names.within.findall(token.lower().replace("-", "").replace("_", "")):
        found |= names.stems[stem]
    return found


def element_names(data: Mapping[str, Mapping[str, list[str]]]) -> ElementNames:
    """The names that `data/blocks.toml` holds."""
    whole: dict[str, int] = {}
    stems: dict[str, int] = {}
    for place, entry in enumerate(data.values()):
        for table, words in ((whole, entry["whole"]), (stems, entry["within"])):
            for word in words:
                table[word] = table.get(word, 0) | 1 << place
    return ElementNames(tuple(data), whole, re.compile(_longest_of(stems)), stems)


def _longest_of(stems: Iterable[str]) -> str:
    """A pattern of the longest stem that stands somewhere; shared beginnings are tried once, for names are many."""
    by_first: dict[str, set[str]] = {}
    for stem in stems:
        if stem:
            by_first.setdefault(stem[0], set()).add(stem[1:])
    branches = [f"{re.escape(first)}{_rest_of(rests)}" for first, rests in sorted(by_first.items())]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _rest_of(rests: set[str]) -> str:
    longer = rests - {""}
    if not longer:
        return ""
    return f"(?:{_longest_of(longer)})?" if "" in rests else _longest_of(longer)
