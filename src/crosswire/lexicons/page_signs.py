"""Words by which a page shows what it is: an error, a consent wall, a paywall, a live blog, a machine's translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from crosswire.lexicons.forms import Forms, forms, words_in, words_of
from crosswire.lexicons.furniture import plain

_EDGES = " \t\u00a0\u200b.,:;!?|*•·»«›‹>→←–—-_/\\+…\"'“”‘’()[]{}#=©"
_COUNT = re.compile(r"^\(?\d[\d.,]*\)?:?\s+|\s+\(?\d[\d.,]*\)?$")
# Longer lines have more words than any sign allows.
_LONGEST = 1_500
_RUN_ON = "\u2e80"  # Chinese and Japanese signs, and Korean


class SignGroup(StrEnum):
    """What a sign says about the page that bears it."""

    WALL = "wall"
    FORM = "form"
    LIST = "list"
    FLAG = "flag"


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """One kind of page and its phrases. `says` completes "the page is …".

    `run_on` are phrases of languages that run their words together, where no end of a word can be asked for; `openings`
    are the first words of those in `whole`, `telling` of each its longest.
    """

    name: str
    group: SignGroup
    says: str
    whole: frozenset[str]
    inside: Forms
    run_on: tuple[str, ...]
    most: int
    openings: frozenset[str]
    telling: frozenset[str]

    def alone(self, line: str) -> str | None:
        """The phrase that the line is, alone or with a number: "404 Not Found"; None for "not found in the archive"."""
        if len(line) > _LONGEST:
            return None
        bare = plain(line).strip(_EDGES)
        if bare in self.whole or not (bare[:1].isdecimal() or bare[-1:].isdecimal()):
            return bare if bare in self.whole else None
        bare = _COUNT.sub("", bare).strip(_EDGES)
        return bare if bare in self.whole else None

    def within(self, line: str) -> str | None:
        """The phrase that stands in the line, where the line is not too long for it."""
        if len(line) > _LONGEST or line.count(" ") >= self.most:
            return None
        words = plain(line)
        tokens = _words_of(words)
        found = next(self.inside.within(words, tokens), None) if self.inside.may_hold(tokens) else None
        return found[0] if found else next((phrase for phrase in self.run_on if phrase in words), None)

    def stands_in(self, text: str) -> bool:
        """False when none of its phrases stands anywhere in plain text: no line of it need be asked."""
        inside = (form for own in self.inside.by_first.values() for form in own)
        return any(phrase in text for phrases in (self.whole, inside, self.run_on) for phrase in phrases)

    def find(self, line: str) -> str | None:
        """The phrase that the line is or holds; None where it bears none of this sign's."""
        return self.alone(line) or self.within(line)


def plain_text(lines: Iterable[str]) -> str:
    """The lines as phrases are looked for in them, one below the other."""
    return "\n".join(map(plain, lines))


@lru_cache(maxsize=2_000)
def _words_of(line: str) -> tuple[str, ...]:
    """Many signs are looked for in the same few lines."""
    return tuple(words_in(line))


@dataclass(frozen=True, slots=True, eq=False)
class PageSigns:
    """All signs, by name and in the order of the data file."""

    signs: Mapping[str, Sign]

    def __getitem__(self, name: str) -> Sign:
        return self.signs[name]

    def of(self, *groups: SignGroup) -> Sequence[Sign]:
        """The signs of some groups, in order."""
        return tuple(sign for sign in self.signs.values() if sign.group in groups)


def page_signs(data: Mapping[str, Any]) -> PageSigns:
    """The signs that `data/page_signs.toml` holds."""
    return PageSigns({entry["name"]: _sign(entry) for entry in data["sign"]})


def _sign(entry: Mapping[str, Any]) -> Sign:
    whole = frozenset(plain(phrase).strip(_EDGES) for phrase in entry.get("whole", ()))
    phrases = [plain(phrase) for phrase in entry.get("within", ())]
    run_on = tuple(phrase for phrase in phrases if max(phrase) >= _RUN_ON)
    inside = forms(phrase for phrase in phrases if max(phrase) < _RUN_ON)
    words = [own for own in map(words_of, whole) if own]
    openings, telling = frozenset(own[0] for own in words), frozenset(max(own, key=len) for own in words)
    group, most = SignGroup(entry["group"]), entry.get("most", 30)
    return Sign(entry["name"], group, entry["says"], whole, inside, run_on, most, openings, telling)
