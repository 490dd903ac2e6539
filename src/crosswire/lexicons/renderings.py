"""What two words between marks may be to each other: another spelling, another form, a shift, a synonym."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from crosswire.lexicons.tables import at, filled

# Endings of regular forms, longest first: "attacks", "attacked", "attacking" are one word.
ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "d", "e")
SHORTEST_STEM = 3
VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RenderingWords:
    """The lexicon `renderings.toml`. All words are lower case; a phrase is words joined by a blank."""

    endings: tuple[tuple[str, str, int], ...]
    spellings: Mapping[str, frozenset[str]]  # word or phrase → what it may be spelt as
    contractions: Mapping[str, frozenset[str]] = at("contractions.words")
    contracted_endings: Mapping[str, frozenset[str]] = at("contractions.endings")
    shifts: Mapping[str, frozenset[str]] = at("shifts")
    unshifted: Mapping[str, str]  # word of reported speech → one word for all that shift into each other
    forms: Mapping[str, str]  # irregular form → the first form of its group
    synonyms: Mapping[str, frozenset[int]]  # stem → the lines it stands in
    small: frozenset[str]
    fillers: frozenset[str] = at("fillers.words")
    negations: frozenset[str] = at("negations.words")
    translated: re.Pattern[str]
    english: frozenset[str] = at("translated.english")

    def spelt_alike(self, one: str, other: str) -> bool:
        """True for two ways to write the same words: "colour" / "color", "won't" / "will not", "per cent" / "%"."""
        return (
            one.replace(" ", "") == other.replace(" ", "")
            or other in self.spellings.get(one, ())
            or self._endings_alike(one, other)
            or bool(self._written_out(one) & self._written_out(other))
        )

    def _endings_alike(self, one: str, other: str) -> bool:
        return any(
            a.endswith(here) and b.endswith(there) and len(stem := a.removesuffix(here)) >= least
            and stem == b.removesuffix(there)
            for here, there, least in self.endings
            for a, b in ((one, other), (other, one))
        )  # fmt: skip

    def _written_out(self, phrase: str) -> frozenset[str]:
        """The phrase with each contraction written out in every way; itself without one."""
        ways = [self._ways(word) for word in phrase.split()]
        return frozenset(" ".join(way) for way in product(*ways)) if len(ways) <= 4 else frozenset((phrase,))

    def _ways(self, word: str) -> frozenset[str]:
        if word in self.contractions:
            return self.contractions[word]
        for ending, meant in self.contracted_endings.items():
            if word.endswith(ending) and len(word) > len(ending):
                return frozenset(f"{word.removesuffix(ending)} {one}" for one in meant)
        return frozenset((word,))

    def root(self, word: str) -> str:
        """What all forms of the word share: "knew" and "known" give "know", "stopped" and "stops" "stop".

        It need not be a word: "telling" gives "tel", as "told" does.
        """
        if word in self.forms:
            return _single(self.forms[word])
        for ending in ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= SHORTEST_STEM + (ending == "ly"):
                return _single(stem + ("y" if ending in ("ied", "ies") else ""))
        return _single(word)

    def is_small(self, word: str) -> bool:
        """True for a word that says nothing of what is said: "the", "we're", "didn't"."""
        if word in self.small or len(word) < 2:
            return True
        return any(
            word.endswith(ending) and word.removesuffix(ending) in self.small for ending in self.contracted_endings
        )

    def shifted(self, one: str, other: str) -> bool:
        """True when either word becomes the other in reported speech: "my" / "his", "will" / "would"."""
        return other in self.shifts.get(one, ()) or one in self.shifts.get(other, ())

    def synonymous(self, one: str, other: str) -> bool:
        """True for two words that mean the same in most sentences, whatever their endings."""
        return bool(self._lines(one) & self._lines(other))

    def _lines(self, word: str) -> frozenset[int]:
        return self.synonyms.get(word) or self.synonyms.get(self.root(word), frozenset())


def _single(stem: str) -> str:
    """The stem without its last letter where that stands twice: "stopp" gives "stop"."""
    return stem[:-1] if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in VOWELS else stem


def rendering_words(data: Mapping[str, Any]) -> RenderingWords:
    """The lexicon made of the parsed `renderings.toml`."""
    forms = {form: group[0] for group in data["forms"]["groups"] for form in group}
    bare = filled(
        RenderingWords,
        data,
        endings=tuple((here, there, least) for here, there, least in data["endings"]["pairs"]),
        spellings=_grouped(data["spellings"]["groups"]),
        unshifted=_unshifted(data["shifts"]),
        forms=forms,
        synonyms={},
        small=frozenset(data["small"]["words"].split()),
        translated=_translated(data["translated"]),
    )
    lines: dict[str, set[int]] = defaultdict(set)
    for n, line in enumerate(data["synonyms"]["lines"]):
        for word in line.split():
            lines[word].add(n)
            lines[bare.root(word)].add(n)
    synonyms = {word: frozenset(found) for word, found in lines.items()}
    return replace(bare, synonyms=synonyms)


def _grouped(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in map(frozenset, groups):
        for word in group:
            found[word] |= group - {word}
    return {word: frozenset(others) for word, others in found.items()}


def _unshifted(shifts: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each word of the table with the first, by the alphabet, of those that it shifts into and from, however far."""
    head: dict[str, str] = {}
    for word, others in shifts.items():
        together = {head.get(one, one) for one in (word, *others) if " " not in one}
        first = min(together)
        head |= {one: first for one, old in head.items() if old in together}
        head |= {one: first for one in (word, *others) if " " not in one}
    return head


def _translated(table: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """What tells of another language: "through a translator", "said in Spanish", "speaking Russian"."""
    phrases = "|".join(map(re.escape, table["phrases"]))
    verbs = "|".join(table["verbs"])
    languages = "|".join(table["languages"])
    spoken = rf"(?:{verbs})(?:\s+\w+){{0,3}}?\s+in\s+(?:{languages})"
    return re.compile(rf"\b(?:{phrases}|{spoken}|speaking\s+(?:{languages}))\b", re.IGNORECASE)
