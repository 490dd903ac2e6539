"""Phrases by which a line shows that it is furniture, and what kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from crosswire.lexicons.forms import PARAGRAPH, Forms, bare_form, forms, is_foreign, words_of

# Marks that may stand at either end of a furniture line without changing what it is: "» Read more:".
_EDGES = " \t\u00a0\u200b\u200e\ufeff.,:;!?|*•·»«›‹>→←–—-_/\\+…\"'“”‘’▶►▼▾▲✕✖×©"
_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "))
# Longer lines have more words than any rule allows.
_LONGEST = 600
_COUNT = re.compile(r"^\(?\d[\d.,]*k?\)?\s+|\s+\(?\d[\d.,]*k?\)?$")


def _may_be_counted(words: str) -> bool:
    """True when a count may stand at one end of the words: "Comments (12)", "3k shares"."""
    first, last = words[:1], words[-1:]
    return first == "(" or last in (")", "k") or first.isdecimal() or last.isdecimal()


def plain(words: str) -> str:
    """`words` as the phrases are written: casefolded, white space run together, quotation marks straight."""
    return _known_plain(words) if len(words) < PARAGRAPH else _plain(words)


def _plain(words: str) -> str:
    if not words.isascii():
        for curled, straight in _STRAIGHT:
            words = words.replace(curled, straight)
    return " ".join(words.casefold().split())


_known_plain = lru_cache(maxsize=5_000)(_plain)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that gave a line away: its kind, the phrase, and how it was found (whole, start, within)."""

    kind: str
    words: str
    how: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase gives a line away as, and how many words the line may have. Lower ranks are tried first."""

    rank: int
    kind: str
    most: int


@dataclass(frozen=True, slots=True, eq=False)
class FurniturePhrases:
    """All phrases. `whole` maps a line to its kind; the others have a rule for each place where they may stand."""

    whole: Mapping[str, str]
    start: Forms
    start_rules: Mapping[str, tuple[Rule, ...]]
    within: Forms
    within_rules: Mapping[str, tuple[Rule, ...]]
    most_within: int  # words of the longest line within which one may stand
    signs: re.Pattern[str] | None = None
    sign_kinds: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def find(self, words: str) -> Phrase | None:
        """The phrase that shows `words` to be furniture: "Share this story" is sharing, "Share prices fell" none."""
        if len(words) > _LONGEST:
            return None
        return _remembered(self, words)

    def _find(self, words: str) -> Phrase | None:
        line = plain(words)
        bare = line.strip(_EDGES)
        if _may_be_counted(bare):
            bare = _COUNT.sub("", bare).strip(_EDGES)
        kind = self.whole.get(bare) or self.whole.get(line)
        if kind is not None:
            return Phrase(kind, bare, "whole")
        if line[:1] == "©":
            return Phrase("legal", "©", "start")
        tokens = words_of(words)
        return self._by_words(line, tokens) or (self._by_signs(line) if is_foreign(words) else None)

    def _by_words(self, line: str, tokens: Sequence[str]) -> Phrase | None:
        """The phrase of a script with spaces at the line's start or within it."""
        if not (tokens and self.start.may_begin(tokens[0])) and not self.within.may_hold(tokens):
            return None
        length = line.count(" ") + 1
        hits = [(rule, start, "start") for start in self.start.at_start(line) for rule in self.start_rules[start]]
        if length <= self.most_within:
            forms_within = self.within.within(line, tokens)
            hits += [(rule, form, "within") for form, _, _ in forms_within for rule in self.within_rules[form]]
        fitting = [hit for hit in hits if length <= hit[0].most]
        if not fitting:
            return None
        rule, form, how = min(fitting, key=lambda hit: (hit[0].rank, hit[2] != "within"))
        return Phrase(rule.kind, form, how)

    def _by_signs(self, line: str) -> Phrase | None:
        """The phrase of a script without spaces: "関連記事" anywhere in a short line."""
        match = self.signs.search(line) if self.signs else None
        if match is None:
            return None
        kind, longest = self.sign_kinds[match.group()]
        return Phrase(kind, match.group(), "within") if len(line) <= longest else None


@lru_cache(maxsize=20_000)
def _remembered(phrases: FurniturePhrases, words: str) -> Phrase | None:
    """A line is asked about several times on its way, and menus repeat, so answers are remembered."""
    return phrases._find(words)


def furniture_phrases(*tables: Mapping[str, Any]) -> FurniturePhrases:
    """The phrases that `data/furniture.toml` and `data/furniture_languages.toml` hold, tried in that order."""
    whole: dict[str, str] = {}
    start: dict[str, list[Rule]] = defaultdict(list)
    within: dict[str, list[Rule]] = defaultdict(list)
    signs: dict[str, tuple[str, int]] = {}
    for rank, entry in enumerate(entry for table in tables for entry in table["rule"]):
        rule = Rule(rank, entry["kind"], entry.get("most", 30))
        for phrase in entry.get("whole", ()):
            whole.setdefault(phrase.strip(_EDGES) or phrase, rule.kind)
            whole.setdefault(phrase, rule.kind)
        for phrases, table in ((entry.get("start", ()), start), (entry.get("within", ()), within)):
            for phrase in phrases:
                form = bare_form(phrase)
                if form:
                    table[form].append(rule)
        for phrase in entry.get("signs", ()):
            signs.setdefault(plain(phrase), (rule.kind, entry["longest"]))
    pattern = re.compile("|".join(sorted(map(re.escape, signs), key=lambda p: (-len(p), p)))) if signs else None
    most = max((rule.most for rules in within.values() for rule in rules), default=0)
    return FurniturePhrases(whole, forms(start), _frozen(start), forms(within), _frozen(within), most, pattern, signs)


def _frozen(table: Mapping[str, list[Rule]]) -> Mapping[str, tuple[Rule, ...]]:
    return {form: tuple(rules) for form, rules in table.items()}
