"""Media that reports cite and pages come from, by name and by domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crosswire.lexicons.forms import Forms, forms, words_of

_WORDS = 2  # of a name that is also known in capitals, it has more
_ARTICLES = frozenset(["the", "le", "la", "il", "el", "der", "die", "das", "de", "het"])


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium. `country` is an ISO 3166 code, `kind` paper, magazine or broadcaster, `language` an ISO 639-1 code.

    `alone`: its name is also a word or a person's ("Focus", "Watson"), read only where it stands alone.
    """

    name: str
    aliases: tuple[str, ...]
    domain: str
    country: str
    kind: str
    language: str | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Outlets:
    """All media, by printed form (case counts) and by domain. `whole`: the words of each form, casefolded."""

    entries: tuple[Outlet, ...]
    names: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    printed: Forms
    any_form: Forms  # casefolded
    whole: frozenset[tuple[str, ...]]

    def find(self, words: str) -> Outlet | None:
        """The outlet that `words` name as a whole, in their own case."""
        return self.names.get(" ".join(words.split()))

    def is_sure(self, words: str) -> bool:
        """True when `words` as a whole name an outlet and can hardly be anything else, as "Focus" and "Watson" can."""
        found = self.find(words)
        return found is not None and not (found.alone and _is_word(words))

    def within(self, words: str) -> tuple[tuple[Outlet, int, int], ...]:
        """Every outlet named somewhere in `words`, with its span, in order."""
        if not self.any_form.may_hold(words_of(words)):
            return ()
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
        Outlet(
            o["name"],
            tuple(o["aliases"]),
            o["domain"],
            o["country"],
            o["kind"],
            o.get("language"),
            o.get("alone", False),
        )
        for o in data["outlet"]
    )
    names: dict[str, Outlet] = {}
    for entry in entries:
        for form in (entry.name, *entry.aliases):
            names.setdefault(form, entry)
    for form, entry in list(names.items()):
        if len(form.split()) > _WORDS and form.upper() != form:  # "THE OSTRA POST"; "THE HILL" may be any heading
            names.setdefault(form.upper(), entry)
    printed = forms(form for form, entry in names.items() if not (entry.alone and _is_word(form)))
    folded = forms(form.casefold() for own in printed.by_first.values() for form in own)
    whole = frozenset(map(words_of, names))
    return Outlets(entries, names, {entry.domain: entry for entry in entries}, printed, folded, whole)


def _is_word(form: str) -> bool:
    """True for a form of one word in ordinary letters, an article aside, or of up to three capitals."""
    tokens = form.split()
    core = tokens[1:] if len(tokens) > 1 and tokens[0].lower() in _ARTICLES else tokens
    word = core[0]
    return len(core) == 1 and word.isalpha() and (word.istitle() or word.islower() or len(word) <= 3)
