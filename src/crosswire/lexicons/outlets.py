"""Media that reports cite and pages come from, by name and by domain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium. `country` is an ISO 3166 code, `kind` paper, magazine or broadcaster."""

    name: str
    aliases: tuple[str, ...]
    domain: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """All media. `pattern` matches any printed form as whole words, longest first; case counts."""

    entries: tuple[Outlet, ...]
    forms: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    pattern: re.Pattern[str]

    def find(self, words: str) -> Outlet | None:
        """The outlet that `words` name as a whole, in their own case."""
        return self.forms.get(" ".join(words.split()))

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
    forms: dict[str, Outlet] = {}
    for entry in entries:
        for form in (entry.name, *entry.aliases):
            forms.setdefault(form, entry)
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return Outlets(entries, forms, {entry.domain: entry for entry in entries}, pattern)
