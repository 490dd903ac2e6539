"""Acronyms of organisations, and the words that make a name an organisation's or a place's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.tables import at, filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations:
    """`canonical`: every known form to its acronym (`United Nations` to `UN`); `heads`, `places`: telling words,
    `addresses` those of streets and buildings; `thing_before` stand before names of ships and the like, `thing_first`
    begin names of storms and the like; `firms` end names of firms and are left off later."""

    canonical: Mapping[str, str]
    heads: frozenset[str] = at("heads.words")
    firms: frozenset[str] = at("firms.words")
    places: frozenset[str] = at("places.words")
    addresses: frozenset[str] = at("addresses.words")
    thing_before: frozenset[str] = at("things.before")
    thing_first: frozenset[str] = at("things.first")


def organisations(table: Mapping[str, Any]) -> Organisations:
    """The organisations of `organisations.toml`."""
    canonical = {form: short for short, forms in table["acronyms"].items() for form in (short, *forms)}
    return filled(
        Organisations,
        table,
        canonical=canonical,
    )
