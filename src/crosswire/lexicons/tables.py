"""How the fields of a lexicon are filled from its data files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, fields
from functools import reduce
from typing import Any, TypeVar

T = TypeVar("T")
Phrase = tuple[str, ...]


def at(path: str) -> Any:
    """A field that holds what stands at `path` in the file: `held.of` is the list `of` in the table `[held]`.

    It is made by the type that the class gives it (MADE).
    """
    return field(metadata={"at": path})


def turned(path: str) -> Any:
    """A field that maps each word of the lists at `path` to the list's name: `least = ["over"]` gives over, least."""
    return field(metadata={"at": path, "make": _turned})


def filled(kind: type[T], *tables: Mapping[str, Any], **others: object) -> T:
    """The lexicon with its fields made from its parsed files, each by its type; `others` are given as they are."""
    data = reduce(lambda one, other: {**one, **other}, tables)
    for one in fields(kind):  # type: ignore[arg-type]  # every lexicon is a dataclass
        if "at" in one.metadata:
            found = reduce(lambda table, key: table[key], one.metadata["at"].split("."), data)
            others[one.name] = (one.metadata.get("make") or MADE[str(one.type)])(found)
    return kind(**others)


def phrases(words: Iterable[str]) -> frozenset[Phrase]:
    """Each phrase as its words."""
    return frozenset(tuple(phrase.split()) for phrase in words)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the words, or of the expressions, in whatever case."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _turned(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words}


def _each(make: Callable[[Iterable[str]], object]) -> Callable[[Mapping[str, Iterable[str]]], dict[str, object]]:
    """What makes a mapping each of whose values `make` makes."""
    return lambda lists: {name: make(words) for name, words in lists.items()}


# By the type of a field; a type that is not here raises KeyError.
MADE: Mapping[str, Callable[[Any], object]] = {
    "str": str,
    "bool": bool,
    "frozenset[str]": frozenset,
    "tuple[str, ...]": tuple,
    "frozenset[Phrase]": phrases,
    "tuple[Phrase, ...]": lambda words: tuple(tuple(phrase.split()) for phrase in words),
    "re.Pattern[str]": any_of,
    "Mapping[str, int]": dict,
    "Mapping[str, str]": dict,
    "Mapping[str, float]": dict,
    "Mapping[str, frozenset[str]]": _each(frozenset),
    "Mapping[str, tuple[str, ...]]": _each(tuple),
}
