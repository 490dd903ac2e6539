"""Acronyms of organisations, and the words that make a name an organisation's or a place's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Organisations:
    """`canonical`: every known form to its acronym (`United Nations` to `UN`); `heads`, `places`: telling words,
    `addresses` those of streets and buildings; `thing_before` stand before names of ships and the like, `thing_first`
    begin names of storms and the like; `firms` end names of firms and are left off later."""

    canonical: Mapping[str, str]
    heads: frozenset[str]
    firms: frozenset[str]
    places: frozenset[str]
    addresses: frozenset[str]
    thing_before: frozenset[str]
    thing_first: frozenset[str]


def organisations(table: Mapping[str, Any]) -> Organisations:
    """The organisations of `organisations.toml`."""
    canonical = {form: short for short, forms in table["acronyms"].items() for form in (short, *forms)}
    return Organisations(
        canonical=canonical,
        heads=frozenset(table["heads"]["words"]),
        firms=frozenset(table["firms"]["words"]),
        places=frozenset(table["places"]["words"]),
        addresses=frozenset(table["addresses"]["words"]),
        thing_before=frozenset(table["things"]["before"]),
        thing_first=frozenset(table["things"]["first"]),
    )
