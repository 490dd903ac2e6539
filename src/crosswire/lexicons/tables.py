"""How the fields of a lexicon are filled from its data file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, fields
from functools import reduce
from typing import Any, TypeVar

T = TypeVar("T")
Phrase = tuple[str, ...]


def at(path: str) -> Any:
    """A field that holds what stands at `path` in the file: `held.of` is the list `of` in the table `[held]`."""
    return field(metadata={"at": path})


def filled(kind: type[T], data: Mapping[str, Any], **others: object) -> T:
    """The lexicon with its fields made from the parsed file, each by its type; `others` are given as they are."""
    for one in fields(kind):  # type: ignore[arg-type]  # every lexicon is a dataclass
        if "at" in one.metadata:
            found = reduce(lambda table, key: table[key], one.metadata["at"].split("."), data)
            others[one.name] = MADE.get(str(one.type), dict)(found)
    return kind(**others)


def phrases(words: Iterable[str]) -> frozenset[Phrase]:
    """Each phrase as its words."""
    return frozenset(tuple(phrase.split()) for phrase in words)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the words, or of the expressions, in whatever case."""
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


# By the type of a field; mappings are all others.
MADE: Mapping[str, Callable[[Any], object]] = {
    "str": str,
    "frozenset[str]": frozenset,
    "tuple[str, ...]": tuple,
    "frozenset[Phrase]": phrases,
    "re.Pattern[str]": any_of,
}
