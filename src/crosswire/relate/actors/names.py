"""Which names of persons can be one person's: full name and surname, initials, short forms, spelling variants."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from crosswire.lexicons.names import Names
from crosswire.relate.sequences import spelt_alike

SURNAME_ALIKE = 0.92  # Zelensky / Zelenskyy .98; Marlow / Marlon .93 are kept apart by their given names
GIVEN_ALIKE = 0.87  # Sergey / Sergei .93, Mikhail / Michael .86
MOST_WORDS = 20_000  # that are kept for whoever asks again: a story says most of its names many times
SHORTEST_SPELT = 5  # letters: shorter surnames are one only when they are equal
# What one sound is written as by those who write another alphabet with Latin letters, in order.
SOUNDS = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"kh|gh", "h"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"tch|tsch", "ch"),
        (r"dzh|dj", "j"),
        (r"ks", "x"),
        (r"tz", "ts"),
        (r"ou|oo", "u"),
        (r"w", "v"),
        (r"q|ck", "k"),
        (r"iy|yi|ij|ii|yy|y", "i"),
        (r"(.)\1", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, normalised (no case, accents, full stops); `given` is empty for a bare surname."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""


@lru_cache(MOST_WORDS)
def normal(word: str) -> str:
    """The word without case, accents, full stops and apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.casefold().replace(".", "").replace("’", "'").replace("'", "")


def person_name(words: str, names: Names) -> PersonName:
    """The parts of a name: `Rosa L. de Marn Jr.` gives given (rosa, l), surname marn, suffix jr."""
    parts = [normal(part) for word in words.split() for piece in _initials(word) for part in _syllables(piece, names)]
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in names.suffixes else ""
    if len(parts) == 3 and names.syllables.issuperset(parts[1:]):  # "Kim Jong-un", "Kim Jong Un": surname first
        return PersonName((parts[1], parts[2]), parts[0], suffix)
    surname = _without_article(parts[-1], names)
    given = tuple(p for p in parts[:-1] if p not in names.particles)
    return PersonName(given, surname, suffix)


@lru_cache(MOST_WORDS)
def sound(word: str) -> str:
    """A normal word as it sounds, whoever wrote it in Latin letters: `zelensky`, `zelenskiy`, `zelenskyy` are one."""
    for pattern, written in SOUNDS:
        word = pattern.sub(written, word)
    return word


def _initials(word: str) -> list[str]:
    """`A.J.` as its two initials; any other word as it is."""
    letters = word.split(".")
    return letters[:-1] if len(letters) > 2 and all(len(x) == 1 for x in letters[:-1]) and not letters[-1] else [word]


def _syllables(word: str, names: Names) -> list[str]:
    """`Jong-un` as its two syllables, so that it is `Jong Un`; any other word as it is."""
    first, hyphen, second = word.partition("-")
    return [first, second] if hyphen and first and second.lower() in names.syllables else [word]


def _without_article(surname: str, names: Names) -> str:
    for article in names.articles:
        if surname.startswith(article) and len(surname) > len(article) + 2:
            return surname.removeprefix(article)
    return surname


def same_person(a: PersonName, b: PersonName, names: Names) -> bool:
    """True when two full names can be one person's.

    `Sergey V. Lunov` and `Sergei Lunov` can; `Anna Marn` and `Olaf Marn`, or `Jr.` and `Sr.`, can't.
    """
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return False
    shorter = min(len(a.surname), len(b.surname))
    exact = a.surname == b.surname or (shorter >= SHORTEST_SPELT and sound(a.surname) == sound(b.surname))
    if not exact and (shorter < SHORTEST_SPELT or spelt_alike(a.surname, b.surname) < SURNAME_ALIKE):
        return False
    if not a.given or not b.given:
        return exact
    return _given_fit(a.given, b.given, names, strict=not exact)


def _given_fit(a: tuple[str, ...], b: tuple[str, ...], names: Names, *, strict: bool) -> bool:
    """True when the given names fit: the first ones alike; or one name's middle is the other's first."""
    first, other = a[0], b[0]
    if strict:
        return first == other or spelt_alike(first, other) >= 0.95
    if one_given(first, other, names):
        return len(a) == 1 or len(b) == 1 or one_given(a[1], b[1], names)
    return other in a[1:] or first in b[1:]


def one_given(a: str, b: str, names: Names) -> bool:
    """True when two given names can be one: equal, initial, short form, spelling variant of one gender."""
    if a == b or names.same_given(a, b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    genders = {names.gender.get(a), names.gender.get(b)} - {None, "either"}
    return len(genders) < 2 and min(len(a), len(b)) > 3 and spelt_alike(sound(a), sound(b)) >= GIVEN_ALIKE


def group_full_names(
    forms: Mapping[str, int], names: Names, apart: Collection[frozenset[str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """Full names (with how often each stands) in groups of one person each, the fullest form first.

    `apart`: pairs that are known to be two persons'. Only names with like surnames are compared, so the cost grows with
    the number of names.
    """
    parsed = {form: person_name(form, names) for form in sorted(forms)}
    groups: list[list[str]] = []
    for block in _blocks(parsed):
        mine: list[list[str]] = []
        for form in sorted(block, key=lambda f: (-len(parsed[f].given), -forms[f], f)):
            fits = [
                g
                for g in mine
                if all(same_person(parsed[form], parsed[other], names) for other in g)
                and not any(frozenset((form, other)) in apart for other in g)
            ]
            if len(fits) > 1:  # "Rex Pell Jr." is rather "Rex A. Pell Jr." than "Rex A. Pell"
                suffix = parsed[form].suffix
                fits = [g for g in fits if any(parsed[other].suffix == suffix for other in g)] or fits
            if len(fits) == 1 or (fits and parsed[form].given == parsed[fits[0][0]].given):
                fits[0].append(form)
            else:
                mine.append([form])
        groups += mine
    return tuple(tuple(group) for group in groups)


def _blocks(parsed: Mapping[str, PersonName]) -> Iterable[list[str]]:
    """Forms whose surnames are equal or alike, compared only within the same first two letters."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    for form, name in parsed.items():
        by_surname[name.surname].append(form)
    by_opening: dict[str, list[str]] = defaultdict(list)
    for surname in sorted(by_surname):
        by_opening[sound(surname)[:2]].append(surname)
    for surnames in by_opening.values():
        yield from _alike(surnames, by_surname)


def _alike(surnames: list[str], by_surname: Mapping[str, list[str]]) -> Iterable[list[str]]:
    left = list(surnames)
    while left:
        first = left.pop(0)
        near = [s for s in left if len(s) >= SHORTEST_SPELT and _near(first, s)]
        left = [s for s in left if s not in near]
        yield [form for surname in [first, *near] for form in by_surname[surname]]


def _near(a: str, b: str) -> bool:
    return sound(a) == sound(b) or spelt_alike(a, b) >= SURNAME_ALIKE
