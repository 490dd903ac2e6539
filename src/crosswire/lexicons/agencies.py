"""News agencies: their canonical names, and the forms that credits and datelines print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from crosswire.lexicons.forms import Forms, first_words, forms

# Aliases up to this length count only in their own case: "AP", not the "ap" of a misspelt word.
SHORT = 4
_LINE = 600  # signs; longer words are whole texts, which nearly always hold some agency's first word


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency. `kind`: wire, state, broadcast, business, photo, local, syndicate or release."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    domain: str


@dataclass(frozen=True, slots=True, eq=False)
class Agencies:
    """All agencies, and the way from a printed form to one."""

    entries: tuple[Agency, ...]
    exact: Mapping[str, Agency]
    folded: Mapping[str, Agency]
    short_forms: Forms
    long_forms: Forms
    firsts: frozenset[str]

    def find(self, words: str) -> Agency | None:
        """The agency that `words` name as a whole: "The Associated Press" is AP, "apple" none."""
        form = " ".join(words.split())
        found = self.exact.get(form)
        if found is None and len(form) > SHORT:
            found = self.folded.get(form.casefold())
        return found

    def with_names(self, names: Iterable[str]) -> Agencies:
        """These agencies and those that pages name and the lexicon lacks: capitals, of no known kind or domain."""
        added = tuple(Agency(name, (), "unknown", "") for name in sorted(names))
        return _indexed((*self.entries, *added)) if added else self

    def may_name(self, words: str) -> bool:
        """False when no word of `words` begins any agency's name: a cheap question, asked of every line of a page."""
        return _may_name(self, words)

    def within(self, words: str) -> tuple[tuple[Agency, int, int], ...]:
        """Every agency named somewhere in `words`, with its span, in order; long forms in any case."""
        if len(words) < _LINE and not self.may_name(words):
            return ()
        hits = [(start, end, self.exact[form]) for form, start, end in self.short_forms.within(words)]
        lowered = words.lower()
        if len(lowered) == len(words):
            hits += [(start, end, self.folded[form]) for form, start, end in self.long_forms.within(lowered)]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        kept: list[tuple[Agency, int, int]] = []
        for start, end, agency in hits:
            if not kept or start >= kept[-1][2]:
                kept.append((agency, start, end))
        return tuple(kept)


@lru_cache(maxsize=1_000)
def _may_name(agencies: Agencies, words: str) -> bool:
    """Several questions are asked of each line of a page, so the last lines' answers are remembered."""
    return not agencies.firsts.isdisjoint(first_words(words))


def agencies(data: Mapping[str, Any]) -> Agencies:
    """The agencies that `data/agencies.toml` holds."""
    return _indexed(tuple(Agency(a["name"], tuple(a["aliases"]), a["kind"], a["domain"]) for a in data["agency"]))


def _indexed(entries: tuple[Agency, ...]) -> Agencies:
    exact: dict[str, Agency] = {}
    for entry in entries:
        for form in (entry.name, *entry.aliases):
            exact.setdefault(form, entry)
    folded = {form.casefold(): entry for form, entry in exact.items() if len(form) > SHORT}
    short, long = forms(form for form in exact if len(form) <= SHORT), forms(folded)
    firsts = frozenset(word.casefold() for word in (*short.by_first, *long.by_first))
    return Agencies(entries, exact, folded, short, long, firsts)
