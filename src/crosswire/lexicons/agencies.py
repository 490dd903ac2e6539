"""News agencies: their canonical names, and the forms that credits and datelines print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Aliases up to this length count only in their own case: "AP", not the "ap" of a misspelt word.
SHORT = 4


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency. `kind`: wire, state, broadcast, business, photo, local, syndicate or release."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    domain: str


@dataclass(frozen=True, slots=True)
class Agencies:
    """All agencies, and the way from a printed form to one. `pattern` matches any printed form as whole words."""

    entries: tuple[Agency, ...]
    exact: Mapping[str, Agency]
    folded: Mapping[str, Agency]
    pattern: re.Pattern[str]

    def find(self, words: str) -> Agency | None:
        """The agency that `words` name as a whole: "The Associated Press" is AP, "apple" none."""
        form = " ".join(words.split())
        found = self.exact.get(form)
        if found is None and len(form) > SHORT:
            found = self.folded.get(form.casefold())
        return found

    def within(self, words: str) -> tuple[tuple[Agency, int, int], ...]:
        """Every agency named somewhere in `words`, with its span, in order."""
        hits = ((self.find(m.group()), m.start(), m.end()) for m in self.pattern.finditer(words))
        return tuple((agency, start, end) for agency, start, end in hits if agency is not None)


def agencies(data: Mapping[str, Any]) -> Agencies:
    """The agencies that `data/agencies.toml` holds."""
    entries = tuple(Agency(a["name"], tuple(a["aliases"]), a["kind"], a["domain"]) for a in data["agency"])
    exact: dict[str, Agency] = {}
    for entry in entries:
        for form in (entry.name, *entry.aliases):
            exact.setdefault(form, entry)
    folded = {form.casefold(): entry for form, entry in exact.items() if len(form) > SHORT}
    return Agencies(entries, exact, folded, _pattern(exact))


def _pattern(forms: Mapping[str, Agency]) -> re.Pattern[str]:
    """Whole-word alternatives, longest first so that "AP Images" is not cut to "AP"; long forms in any case."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    long = "|".join(re.escape(form) for form in longest_first if len(form) > SHORT)
    short = "|".join(re.escape(form) for form in longest_first if len(form) <= SHORT)
    return re.compile(rf"(?<!\w)(?:(?i:{long})|{short})(?!\w)")
