"""Phrases by which a line shows that it is furniture, and what kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Marks that may stand at either end of a furniture line without changing what it is: "» Read more:".
_EDGES = " \t\u00a0\u200b\u200e\ufeff.,:;!?|*•·»«›‹>→←–—-_/\\+…\"'“”‘’▶►▼▾▲✕✖×©"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_COUNT = re.compile(r"^\(?\d[\d.,]*k?\)?\s+|\s+\(?\d[\d.,]*k?\)?$")


def plain(words: str) -> str:
    """`words` as the phrases are written: casefolded, white space run together, quotation marks straight."""
    return " ".join(words.translate(_STRAIGHT).casefold().split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that gave a line away: its kind, the phrase, and how it was found (whole, start, within)."""

    kind: str
    words: str
    how: str


@dataclass(frozen=True, slots=True, eq=False)
class FurniturePhrases:
    """All phrases. `whole` maps a line to its kind; `rules` are tried in order: (kind, most words, start, within)."""

    whole: Mapping[str, str]
    rules: tuple[tuple[str, int, re.Pattern[str] | None, re.Pattern[str] | None], ...]

    def find(self, words: str) -> Phrase | None:
        """The phrase that shows `words` to be furniture: "Share this story" is sharing, "Share prices fell" none."""
        line = plain(words)
        bare = _COUNT.sub("", line.strip(_EDGES)).strip(_EDGES)
        kind = self.whole.get(bare) or self.whole.get(line)
        if kind is not None:
            return Phrase(kind, bare, "whole")
        length = line.count(" ") + 1
        for kind, most, start, within in self.rules:
            if length > most:
                continue
            hit = start.match(line) if start else None
            if hit:
                return Phrase(kind, hit.group().strip(), "start")
            hit = within.search(line) if within else None
            if hit:
                return Phrase(kind, hit.group().strip(), "within")
        return None


def furniture_phrases(data: Mapping[str, Any]) -> FurniturePhrases:
    """The phrases that `data/furniture.toml` holds."""
    whole: dict[str, str] = {}
    rules = []
    for rule in data["rule"]:
        for phrase in rule.get("whole", ()):
            whole.setdefault(phrase.strip(_EDGES) or phrase, rule["kind"])
            whole.setdefault(phrase, rule["kind"])
        start = _alternatives(rule.get("start", ()), "", r"(?!\w)")
        within = _alternatives(rule.get("within", ()), r"(?<!\w)", r"(?!\w)")
        rules.append((rule["kind"], rule.get("most", 30), start, within))
    return FurniturePhrases(whole, tuple(rules))


def _alternatives(phrases: list[str], before: str, after: str) -> re.Pattern[str] | None:
    """One pattern for all phrases; a phrase that ends in a letter must end a word there too."""
    if not phrases:
        return None
    forms = [re.escape(p) + (after if p[-1].isalnum() else "") for p in sorted(phrases, key=lambda p: (-len(p), p))]
    return re.compile(
        before + r"[\W_]{0,3}(?:" + "|".join(forms) + ")" if not before else before + "(?:" + "|".join(forms) + ")"
    )
