"""Number words: cardinals, scales, plurals that name no number, ordinals, and the hedges beside a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.lexicons.tables import at, turned


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class NumberWords:
    """Number words, lower case. `hedges` gives what a hedge does to the bounds: "least", "most" or "about".

    Compared and hashed by identity, so that patterns built from it can be kept.
    """

    small: Mapping[str, int] = at("small")
    tens: Mapping[str, int] = at("tens")
    scales: Mapping[str, int] = at("scales")
    short_scales: Mapping[str, int] = at("short_scales")
    plurals: Mapping[str, int] = at("plurals")
    vague: Mapping[str, int] = at("vague")
    parts: Mapping[str, int] = at("parts")
    ordinals: Mapping[str, int] = at("ordinals")
    hedges: Mapping[str, str] = turned("hedges")
    after: Mapping[str, str] = turned("after")
    plain: frozenset[str] = at("plain.words")
