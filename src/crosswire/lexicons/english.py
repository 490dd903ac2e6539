"""What the English pipeline needs beside its parser: titles with a full stop, prepositions that lead to a listener."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class English:
    """The lists of `english.toml`; `told` finds what shows that a sentence gives what somebody said."""

    abbreviated: tuple[str, ...]
    to: frozenset[str]
    occasions: frozenset[str]
    partners: frozenset[str]
    talking: frozenset[str]
    media: frozenset[str]
    told: re.Pattern[str]


def english(table: Mapping[str, Any]) -> English:
    """The words of a parsed `english.toml`."""
    addressed, told = table["addressed"], table["told"]
    phrases = "|".join(map(re.escape, [*told["words"], *(f"{word} that" for word in told["with_that"])]))
    return English(
        abbreviated=tuple(table["titles"]["abbreviated"]),
        to=frozenset(addressed["to"]),
        occasions=frozenset(addressed["occasions"]),
        partners=frozenset(addressed["partners"]),
        talking=frozenset(addressed["talking"]),
        media=frozenset(addressed["media"]),
        told=re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE),
    )
