"""Acronyms of organisations, and the words that make a name an organisation's or a place's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Organisations:
    """`canonical`: every known form to its acronym (`United Nations` to `UN`); `heads`, `places`: telling words."""

    canonical: Mapping[str, str]
    heads: frozenset[str]
    places: frozenset[str]


def organisations(table: Mapping[str, Any]) -> Organisations:
    """The organisations of `organisations.toml`."""
    canonical = {form: short for short, forms in table["acronyms"].items() for form in (short, *forms)}
    return Organisations(canonical, frozenset(table["heads"]["words"]), frozenset(table["places"]["words"]))
