"""Media that reports cite and pages come from, by name and by domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.forms import Forms, forms


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium. `country` is an ISO 3166 code, `kind` paper, magazine or broadcaster."""

    name: str
    aliases: tuple[str, ...]
    domain: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Outlets:
    """All media, by printed form (case counts) and by domain."""

    entries: tuple[Outlet, ...]
    names: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    printed: Forms

    def find(self, words: str) -> Outlet | None:
        """The outlet that `words` name as a whole, in their own case."""
        return self.names.get(" ".join(words.split()))

    def within(self, words: str) -> tuple[tuple[Outlet, int, int], ...]:
        """Every outlet named somewhere in `words`, with its span, in order."""
        return tuple((self.names[form], start, end) for form, start, end in self.printed.within(words))

    def of_domain(self, host: str) -> Outlet | None:
        """The outlet of a host: "edition.cnn.com" is CNN; None when neither it nor a parent domain is known."""
        parts = host.lower().removeprefix("www.").split(".")
        for start in range(len(parts) - 1):
            found = self.domains.get(".".join(parts[start:]))
            if found is not None:
                return found
        return None


def outlets(data: Mapping[str, Any]) -> Outlets:
    """The media that `data/outlets.toml` holds."""
    entries = tuple(
        Outlet(o["name"], tuple(o["aliases"]), o["domain"], o["country"], o["kind"]) for o in data["outlet"]
    )
    names: dict[str, Outlet] = {}
    for entry in entries:
        for form in (entry.name, *entry.aliases):
            names.setdefault(form, entry)
    return Outlets(entries, names, {entry.domain: entry for entry in entries}, forms(names))
