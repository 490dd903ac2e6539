"""Quotation marks and what stands between them without being anybody's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks by their roles, as `marks.toml` describes them.

    `mark` finds any of them; `elision` a word that begins with an apostrophe; `tag` what follows a quotation whose
    closing mark is missing (", Maren Holt said.").
    """

    closers: Mapping[str, tuple[str, ...]]
    single: frozenset[str]
    spaced: frozenset[str]
    turned: frozenset[str]
    free: frozenset[str]
    mark: re.Pattern[str]
    elision: re.Pattern[str]
    tag: re.Pattern[str]
    before_titles: frozenset[str]
    after_titles: frozenset[str]
    makers: frozenset[str]
    naming: frozenset[str]
    small: frozenset[str]
    prepositions: frozenset[str]


def marks(table: Mapping[str, Any]) -> Marks:
    """The marks of `marks.toml`."""
    pairs, shapes, titles = table["pairs"], table["shapes"], table["titles"]
    every = {*pairs, *(closer for closers in pairs.values() for closer in closers)}
    return Marks(
        closers=MappingProxyType({opener: tuple(closers) for opener, closers in pairs.items()}),
        single=frozenset(shapes["single"]),
        spaced=frozenset(shapes["spaced"]),
        turned=frozenset(shapes["turned"]),
        free=frozenset(shapes["free"]),
        mark=re.compile(_any(every)),
        elision=re.compile(rf"[’'‘](?:\d0s|(?:{_any(table['elisions']['words'])})\b)", re.IGNORECASE),
        tag=_tag(table["sayings"]["words"]),
        before_titles=frozenset(titles["before"]),
        after_titles=frozenset(titles["after"]),
        makers=frozenset(titles["makers"]),
        naming=frozenset(titles["naming"]),
        small=frozenset(titles["small"]),
        prepositions=frozenset(titles["prepositions"]),
    )


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first: `` before `."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _tag(sayings: Iterable[str]) -> re.Pattern[str]:
    """Who said it, at the end of a stretch whose closing mark is missing: a comma, a name and a verb, or the other
    way round, with a few words more, up to the end of the sentence."""
    word = r"[^\s,.?!“”\"„«»]+"
    verb = rf"(?:{_any(sayings)})"
    name = rf"{word}(?:\.? {word}){{0,5}}?"
    return re.compile(rf"[,?!](?P<tag> (?:{name} {verb}|{verb} {name})(?: {word}){{0,6}}\.?)\s*\Z")
