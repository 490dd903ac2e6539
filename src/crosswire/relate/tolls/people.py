"""Single people told of in one report or many, each once, with what happened to them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from crosswire.lexicons.names import Names
from crosswire.model.annotation import Casualty
from crosswire.relate.sequences import slips

# Ages two reports give one person differ by a birthday at most.
_SAME_AGE = 1
# A shorter word that differs by a letter is another name: "Lee" and "Leo".
_LEAST_SPELT = 4
PRONOUNS = frozenset(["he", "him", "she", "her"])
# Nouns that nobody uses of a child, and of an adult; "a man" of fifteen and "a girl" of seventeen occur.
_GROWN = frozenset(["man", "woman", "husband", "wife", "father", "mother", "grandfather", "grandmother"])
_SMALL = frozenset(["boy", "girl", "toddler", "baby", "infant", "child"])
_LEAST_GROWN, _LEAST_ADULT = 13, 20
# Letters for what is said alike, the longer ones first. Counter-example: "Mario" and "Maria" are two.
_SAID = (
    ("qu", "k"),
    ("ck", "k"),
    ("ph", "v"),
    ("f", "v"),
    ("c", "k"),
    ("z", "s"),
    ("y", "i"),
    ("ie", "i"),
    ("ee", "i"),
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_TITLES = frozenset(["officer", "deputy", "mr", "mrs", "ms", "dr", "sgt", "det", "detective", "sheriff", "trooper"])


@dataclass(slots=True)
class Someone:
    """A person with all that is told of them."""

    told: list[Casualty] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    ages: set[int] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    suspect: bool = False
    victim: bool = False

    @property
    def killed(self) -> bool:
        """True for who is told of as dead anywhere."""
        return any(casualty.what == "killed" for casualty in self.told)

    @property
    def hurt(self) -> bool:
        """True for who is told of as injured or shot, and nowhere as dead."""
        return not self.killed and any(casualty.what in ("injured", "shot") for casualty in self.told)

    @property
    def called(self) -> str | None:
        """The fullest name, else the longest description, as a report has it; None for who is only "he" or "she"."""
        words = [c.name or c.words for c in self.told if c.name or (c.noun and len(c.words) > 3)]
        named = [c.name for c in self.told if c.name]
        return min(named or words, key=lambda w: (-len(w), w), default=None)

    def can_be(self, casualty: Casualty, suspects: Collection[str], names: Names) -> bool:
        """True when nothing that is told of the casualty speaks against its being this person."""
        if casualty.sex and self.sexes and casualty.sex not in self.sexes:
            return False
        if casualty.age is not None and self.ages and all(abs(casualty.age - a) > _SAME_AGE for a in self.ages):
            return False
        if not self._of_an_age(casualty):
            return False
        if (casualty.noun in suspects and self.victim) or (casualty.noun == "victim" and self.suspect):
            return False
        name = name_of(casualty)
        if not name or not self.names or any(_one_name(name, other) for other in self.names):
            return True
        aged = casualty.age is None or not self.ages or casualty.age in self.ages
        return aged and any(_two_spellings(name, other, names) for other in self.names)

    def _of_an_age(self, casualty: Casualty) -> bool:
        """False for a man who is ten years old, and for a toddler of thirty."""
        ages = self.ages if casualty.age is None else {*self.ages, casualty.age}
        nouns = {c.noun for c in self.told} | {casualty.noun}
        if any(age < _LEAST_GROWN for age in ages) and not _GROWN.isdisjoint(nouns):
            return False
        return not (any(age >= _LEAST_ADULT for age in ages) and not _SMALL.isdisjoint(nouns))

    def add(self, casualty: Casualty, suspects: Collection[str]) -> None:
        """Takes what the casualty tells."""
        self.told.append(casualty)
        if name := name_of(casualty):
            self.names.add(name)
        if casualty.age is not None:
            self.ages.add(casualty.age)
        if casualty.sex:
            self.sexes.add(casualty.sex)
        self.suspect |= casualty.noun in suspects
        self.victim |= casualty.noun == "victim"


def name_of(casualty: Casualty) -> tuple[str, ...]:
    """The name in lower case without titles and "Jr."; empty for who has none."""
    words = (
        word.strip(".,'’\"“”").removesuffix("'s").removesuffix("’s") for word in (casualty.name or "").lower().split()
    )
    return tuple(word for word in words if word and word not in _SUFFIXES and word not in _TITLES)


def _one_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """True for "Odd Tarn" and "Tarn" or "Odd", "Odd Tarn" and "Odd B. Tarn". Not for "Odd Tarn" and "Ann Tarn"."""
    few, many = sorted(({part for word in name for part in word.split("-")} for name in (one, two)), key=len)
    return few <= many


def _two_spellings(one: tuple[str, ...], two: tuple[str, ...], names: Names) -> bool:
    """True for full names that differ by a short form, an initial or one letter: "Dan Holt", "Daniel Holt".

    Not for "Christina Holt" and "Christopher Holt", "Alexandra Holt" and "Alexander Holt", "Daniel Holt" and "Daniela
    Holt", "Odd Holt" and "Odd Holter".
    """
    if len(one) < 2 or len(two) < 2:
        return False
    if one[1:-1] and two[1:-1] and one[1][0] != two[1][0]:
        return False
    first, last = one[0] == two[0] or _one_given(one[0], two[0], names), one[-1] == two[-1]
    genders = {names.gender.get(one[0]), names.gender.get(two[0])} - {None, "either"}
    if len(genders) > 1:
        return False
    return (first and (last or _one_slip(one[-1], two[-1]))) or (last and _one_slip(one[0], two[0]))


def _one_given(one: str, two: str, names: Names) -> bool:
    """True for a given name and its short form or initial."""
    return names.same_given(one, two) or (min(len(one), len(two)) == 1 and one[0] == two[0])


def _one_slip(one: str, two: str) -> bool:
    """True for words that one slip of the pen makes one."""
    alike = slips(one, two) == 1 or _sound(one) == _sound(two)
    return min(len(one), len(two)) >= _LEAST_SPELT and one[0] == two[0] and alike


def _sound(word: str) -> str:
    """A word with one letter for what is said alike: "Ezekiel" and "Ezequiel", "Stephen" and "Steven"."""
    for letters, sound in _SAID:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word)


def people_in(casualties: Iterable[Casualty], suspects: Collection[str], names: Names) -> tuple[Someone, ...]:
    """The single people of the casualties, as few as they can be: those known best first, then who can be one of them.

    "Another man" is none of those told before him in his sentence and the one before.
    """
    singles = [casualty for casualty in casualties if casualty.noun is not None]
    found: list[Someone] = []
    for casualty in sorted(singles, key=_known):
        fitting = [one for one in found if one.can_be(casualty, suspects, names) and not _beside(casualty, one)]
        best = max(fitting, key=lambda one: _shared(casualty, one, names), default=None)
        if best is None:
            best = Someone()
            found.append(best)
        best.add(casualty, suspects)
    return tuple(found)


def _known(casualty: Casualty) -> tuple[int, bool]:
    """Sorts the casualties with most names, then those with an age, first."""
    return (-len(name_of(casualty)), casualty.age is None)


def _shared(casualty: Casualty, one: Someone, names: Names) -> int:
    """How much of what is told of a casualty is told of somebody."""
    name = name_of(casualty)
    same = bool(name) and any(_one_name(name, other) or _two_spellings(name, other, names) for other in one.names)
    return 4 * same + 2 * (casualty.age in one.ages) + (casualty.sex in one.sexes)


def _beside(casualty: Casualty, one: Someone) -> bool:
    """True when somebody is told of in another place of the same sentence, or just before "another"."""
    for other in one.told:
        if other.report != casualty.report or other.sentence is None or casualty.sentence is None:
            continue
        if other.start == casualty.start or (name_of(other) and name_of(other) == name_of(casualty)):
            continue
        if _stood_for(casualty, other) or _stood_for(other, casualty):
            continue
        near = casualty.sentence - other.sentence
        if near == 0 and (other.what, casualty.what) != ("victim", "victim") and not _apposed(casualty, other):
            return True
        if (casualty.further and 0 <= near <= 2) or (other.further and -2 <= near <= 0):
            return True
    return False


def _stood_for(pronoun: Casualty, other: Casualty) -> bool:
    """True for "he" of which the person is known to be the other: "a boy died after he shot himself"."""
    return pronoun.words.lower() in PRONOUNS and (pronoun.noun, pronoun.name) == (other.noun, other.name)


def _apposed(one: Casualty, two: Casualty) -> bool:
    """True for a name right beside a noun, which say one person: "the victim, Odd Tarn", "Odd Tarn, a student"."""
    first, second = sorted((one, two), key=lambda c: c.start)
    return bool(one.name) != bool(two.name) and second.start - first.end <= 8
