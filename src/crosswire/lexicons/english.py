"""What the English pipeline needs beside its parser: titles with a full stop, prepositions that lead to a listener."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class English:
    """The lists of `english.toml`."""

    abbreviated: tuple[str, ...]
    to: frozenset[str]
    occasions: frozenset[str]
    partners: frozenset[str]
    talking: frozenset[str]
    media: frozenset[str]


def english(table: Mapping[str, Any]) -> English:
    """The words of a parsed `english.toml`."""
    addressed = table["addressed"]
    return English(
        abbreviated=tuple(table["titles"]["abbreviated"]),
        to=frozenset(addressed["to"]),
        occasions=frozenset(addressed["occasions"]),
        partners=frozenset(addressed["partners"]),
        talking=frozenset(addressed["talking"]),
        media=frozenset(addressed["media"]),
    )
