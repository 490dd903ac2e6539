"""What a page says of being a translation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosswire.lexicons.tables import at

# Signs of a note; a longer line is a sentence of the text.
_LONGEST = 240
_TRANSLATED = re.compile(r"\btranslat(?:ed|ion)\b", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*(?: (?:[A-ZÀ-ÖØ-Þ&][\w’'.&-]*|of|and|de|la|der|die|das))*"
_HOST = r"(?:[a-z0-9-]+\.)+[a-z]{2,}"
_AFTER = re.compile(
    r"\b(?:[Ff]rom|[Bb]y|[Ii]n|[Oo]n|[Aa]t|[Tt]ranslation:)\s"
    r"(?:(?:the|an?) (?:original|article|report|text)s? (?:in|of|at|by|on|from) )?"
    rf"(?:the (?=[A-Z]))?(?P<name>{_NAME}|{_HOST})"
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TranslationWords:
    """How notes on a translation begin (casefolded), and the names of languages."""

    begins: tuple[str, ...] = at("begins")
    languages: frozenset[str] = at("languages")

    def houses(self, line: str) -> tuple[str, ...]:
        """The names in a note that may be of the house whose text was translated, in order; none for other lines.

        "Translated from Orlozeitung by Ida Brandt." gives both names, "Translated from the German by Ida Brandt" hers:
        whoever is a person has to be told apart by the words before, "by" after "translated" being the translator's.
        """
        plain = line.strip(" \t([*_—–-")
        if len(line) > _LONGEST or not _TRANSLATED.search(line) or not plain.casefold().startswith(self.begins):
            return ()
        found = []
        for match in _AFTER.finditer(line):
            by = match.group().casefold().startswith("by ")
            told = line[: match.start()].casefold()
            translator = by and not told.rstrip().endswith(("published", "printed", "released"))
            if not translator and match["name"].split()[0] not in self.languages:
                found.append(match["name"].rstrip("."))
        return tuple(found)
