"""What the English pipeline needs beside its parser: titles with a full stop, prepositions that lead to a listener."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class English:
    """The lists of `english.toml`; `told` finds what shows that a sentence gives what somebody said."""

    abbreviated: tuple[str, ...] = at("titles.abbreviated")
    addresses: tuple[str, ...] = at("addresses.abbreviated")
    to: frozenset[str] = at("addressed.to")
    occasions: frozenset[str] = at("addressed.occasions")
    partners: frozenset[str] = at("addressed.partners")
    talking: frozenset[str] = at("addressed.talking")
    media: frozenset[str] = at("addressed.media")
    told: re.Pattern[str]


def english(table: Mapping[str, Any]) -> English:
    """The words of a parsed `english.toml`."""
    told = table["told"]
    phrases = "|".join(map(re.escape, [*told["words"], *(f"{word} that" for word in told["with_that"])]))
    return filled(
        English,
        table,
        told=re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE),
    )
