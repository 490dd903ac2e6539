"""Which country words point to, by the lexicon and by the story itself: "Varnia" makes "Varnian" a demonym."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosswire.lexicons.geography import Geography

# Endings of demonyms and how much of the place's name may be cut before them: Varnia/Varnian, Tarvos/Tarvosi.
ENDINGS = ("ian", "ean", "an", "n", "ese", "ish", "i", "er", "ic")
PLURALS = ("ians", "eans", "ans", "ns", "is", "ers")
LONGEST_CUT = 3
SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries that names, demonyms, capitals and seats of a story point to."""

    geography: Geography
    learned: Mapping[str, str]
    peoples: frozenset[str] = frozenset()  # adjectives whose country the story never names: told apart, no government

    def of(self, words: str) -> frozenset[str]:
        """The countries that any of the words point to: `the Kremlin leader` gives Russia."""
        parts = [self._bare(part) for part in words.split()]
        found: set[str] = set()
        n = 0
        while n < len(parts):
            size = next((k for k in (3, 2, 1) if self.one(" ".join(parts[n : n + k]))), 0)
            country = self.one(" ".join(parts[n : n + size])) if size else None
            found |= {country} if country else set()
            n += max(size, 1)
        return frozenset(found) | (self.peoples & set(parts))

    def _bare(self, word: str) -> str:
        """The word without marks and possessive ending; `U.S.` keeps its full stops."""
        plain = word.strip("‘’“”'\",()").removesuffix("'s").removesuffix("’s")
        return plain if self.one(plain) else plain.strip(".")

    def one(self, name: str) -> str | None:
        """The country that exactly this name, demonym, capital or seat points to."""
        return self.geography.country(name) or self.learned.get(name)


def story_countries(
    geography: Geography, places: Iterable[str], adjectives: Iterable[str], peoples: Iterable[str] = ()
) -> Countries:
    """The lexicon's countries, and those the story teaches by a place and an adjective made from its name.

    Both directions are needed for invented and small places: "Varnia" alone could be a town, but "the Varnian
    president" shows that it has a government. A place of the lexicon ("Chicago") is never taken for a country.
    """
    known = geography
    candidates = sorted({p for p in places if not known.country(p) and not known.is_place(p) and " " not in p})
    learned: dict[str, str] = {}
    for word in sorted(set(adjectives)):
        if known.country(word) or known.is_place(word):
            continue
        place = next((p for p in candidates if p != word and derives(word, p)), None)
        if place:
            learned |= {word: place, place: place}
    return Countries(known, learned, frozenset(p for p in peoples if p not in learned and not known.country(p)))


def derives(word: str, place: str) -> bool:
    """True when `word` looks like a demonym of `place`: Varnian of Varnia, Ostlander of Ostland, not Varnish."""
    low, base = word.lower(), place.lower()
    if low == base + "s":
        return False
    for ending in ENDINGS + PLURALS:
        stem = low.removesuffix(ending)
        cut = len(base) - len(stem)
        if stem != low and len(stem) >= SHORTEST_STEM and base.startswith(stem) and 0 <= cut <= LONGEST_CUT:
            return cut == 0 or base[len(stem) :][:1] in "aeiouy"
    return False
