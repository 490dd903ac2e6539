"""Quotation marks and what stands between them without being anybody's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Marks by their roles, as `marks.toml` describes them.

    `mark` finds any of them; `elision` a word that begins with an apostrophe; `tag` what follows a quotation whose
    closing mark is missing (", Maren Holt said.").
    """

    closers: Mapping[str, tuple[str, ...]]
    single: frozenset[str] = at("shapes.single")
    spaced: frozenset[str] = at("shapes.spaced")
    turned: frozenset[str] = at("shapes.turned")
    free: frozenset[str] = at("shapes.free")
    mark: re.Pattern[str]
    elision: re.Pattern[str]
    tag: re.Pattern[str]
    before_titles: frozenset[str] = at("titles.before")
    after_titles: frozenset[str] = at("titles.after")
    makers: frozenset[str] = at("titles.makers")
    naming: frozenset[str] = at("titles.naming")
    small: frozenset[str] = at("titles.small")
    prepositions: frozenset[str] = at("titles.prepositions")


def marks(table: Mapping[str, Any]) -> Marks:
    """The marks of `marks.toml`."""
    pairs = table["pairs"]
    every = {*pairs, *(closer for closers in pairs.values() for closer in closers)}
    return filled(
        Marks,
        table,
        closers=MappingProxyType({opener: tuple(closers) for opener, closers in pairs.items()}),
        mark=re.compile(_any(every)),
        elision=re.compile(rf"[’'‘](?:\d0s|(?:{_any(table['elisions']['words'])})\b)", re.IGNORECASE),
        tag=_tag(table["sayings"]["words"]),
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
