"""Ages of named people that reports tell differently: "Ana Lupo, 29", "30-year-old Ana Lupo"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model.passage import Passage
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told, told_otherwise
from crosswire.relate.sequences import slips

WORD = r"[A-Z][\w'’.-]*[\w.]"
NAME = rf"(?P<name>{WORD}(?: (?:{WORD}|[“\"][^”\"]+[”\"]))+)"
# "30-year-old Ana Lupo", "the 30-year-old driver, Ana Lupo".
BEFORE = re.compile(rf"(?P<age>\d{{1,3}})-year-old (?:[a-z-]+,? ){{0,3}}{NAME}")
# "Ana Lupo, 30, of Velden", "Ana Lupo, aged 30".
AFTER = re.compile(rf"{NAME}, (?:aged? )?(?P<age>\d{{1,3}})(?=[,.;)]| of\b| and\b| was\b| were\b|$)")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# "He turns 18 today", "on her 30th birthday".
TURNING = re.compile(
    r"\b(?:turn(?:s|ed|ing)? (?P<age>\d{1,3})|(?P<nth>\d{1,3})(?:st|nd|rd|th) birthday)\b", re.IGNORECASE
)
# A page printed so many days after another tells of somebody who may have had a birthday.
BIRTHDAY = 60
YEAR = 365.25
OLDEST = 110
# A shorter word that differs by a letter is another name: "Ana", "Ada".
LEAST_SPELT = 4
# What stands between a name and an age that is not his.
BETWEEN = frozenset({"ADP", "AUX", "PRON", "SCONJ"})
# Ages of one person are told so far apart at most, or ten years where one digit is another.
MOST_APART, TEN = 4, 10


@dataclass(frozen=True, slots=True)
class Aged:
    """An age told of a name: the sentence's index, name words in lower case, the words that tell it."""

    sentence: int
    name: tuple[str, ...]
    age: int
    passage: Passage


def find_ages(hood: Neighbourhood, told: Told) -> tuple[Draft, ...]:
    """The conflicts between reports about the age of one person, in a fixed order.

    One person: the same name but for a letter. Ages a year apart in pages months apart are those of a birthday.
    """
    found = [aged for n, slots in enumerate(hood.slots) if not slots.superseded for aged in read_ages(n, slots)]
    people: list[list[Aged]] = []
    for aged in found:
        home = next((p for p in people if same_name(p[0].name, aged.name)), None)
        people.append([aged]) if home is None else home.append(aged)
    drafts = (_draft(person, hood, told) for person in people)
    return tuple(draft for draft in drafts if draft)


def read_ages(n: int, slots: Slots) -> Iterator[Aged]:
    """The ages of named people in a sentence, in order of the text."""
    whole = slots.passage
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(whole.words):
            words = (w.casefold().rstrip(".") for w in match["name"].split())
            name = tuple(w for w in words if w not in SUFFIXES)
            start = whole.start + match.start()
            if len(name) > 1 and int(match["age"]) < OLDEST and _described(slots, start, whole.start + match.end()):
                yield Aged(n, name, int(match["age"]), Passage(whole.report, start, start + len(match[0]), match[0]))


def _described(slots: Slots, start: int, end: int) -> bool:
    """True where name and age stand side by side: not "the 13-year-old was taken to Horn County Hospital"."""
    return not any(t.pos in BETWEEN for t in slots.tokens if start <= t.start < end)


def same_name(one: Sequence[str], two: Sequence[str]) -> bool:
    """True for one person's name, a letter more or less: "Chad Horn", "Chadd Horn"; not "Ana Lupo", "Ada Horn".

    A second surname may be left out: "Marek Sandor", "Marek Sandor Ruiz".
    """
    ends = _near(one[0], two[0]) and _near(one[-1], two[-1])
    return ends or (len(one) != len(two) and all(map(_near, one, two)))


def _near(one: str, two: str) -> bool:
    """True for two words that are one but for a letter, a hyphen or a mark."""
    a, b = (re.sub(r"[^\w]", "", w) for w in (one, two))
    return a == b or (min(len(a), len(b)) >= LEAST_SPELT and slips(a, b) == 1)


def _draft(person: Sequence[Aged], hood: Neighbourhood, told: Told) -> Draft | None:
    """The conflict about one person's age; None where a report gives two ages, or a birthday explains them."""
    person = _of_one(person, hood)
    ages = sorted({a.age for a in person})
    if (
        len(ages) < 2
        or _birthday(person, hood, told)
        or _turned(ages, hood)
        or not all(near_ages(a, b) for a in ages for b in ages)
    ):
        return None
    spelt = {a.name for a in person}
    note = "; the name is not spelt alike" if len({(n[0], n[-1]) for n in spelt}) > 1 else ""
    name = " ".join(w.capitalize() for w in person[0].name)
    sides = {str(age): [Member(a.sentence, a.passage) for a in person if a.age == age] for age in ages}
    return told_otherwise(f"the age of {name}", sides, hood.slots, told, strength=0.8, note=note)


def _of_one(person: Sequence[Aged], hood: Neighbourhood) -> list[Aged]:
    """The ages but those of reports that give two which nobody else gives: they may be of two people.

    Who has "26" in one sentence and "36", as others have it, in the next has made a slip.
    """
    by_report: dict[int, set[int]] = defaultdict(set)
    for aged in person:
        by_report[hood.slots[aged.sentence].report].add(aged.age)

    def known(report: int) -> bool:
        others = {age for other, ages in by_report.items() if other != report for age in ages}
        return len(by_report[report]) == 1 or (len(by_report[report]) == 2 and bool(by_report[report] & others))

    return [a for a in person if known(hood.slots[a.sentence].report)]


def near_ages(one: int, two: int) -> bool:
    """True for ages that may be one person's: near each other, or one digit off; "5" and "49" are son and father."""
    a, b = str(one), str(two)
    one_off = len(a) == len(b) == 2 and (sorted(a) == sorted(b) or any(x == y for x, y in zip(a, b, strict=True)))
    return abs(one - two) <= MOST_APART or (one_off and abs(one - two) <= TEN)


def grown(years: int, days: int) -> bool:
    """True where somebody may have grown so many years older in so many days; days that are few explain nothing."""
    return days > BIRTHDAY and abs(years - days / YEAR) <= 1


def _turned(ages: Sequence[int], hood: Neighbourhood) -> bool:
    """True where a report tells that somebody reaches the older of two ages a year apart: "he turns 18 today"."""
    told = (match for slots in hood.slots for match in TURNING.finditer(slots.passage.words))
    return max(ages) - min(ages) == 1 and any(int(m["age"] or m["nth"]) == max(ages) for m in told)


def _birthday(person: Sequence[Aged], hood: Neighbourhood, told: Told) -> bool:
    """True where every older age came out so much later than every younger one that birthdays explain it.

    A page that keeps its first text beside its latest gives both; what other pages give decides.
    """
    slots = hood.slots
    for a in person:
        for b in person:
            if slots[a.sentence].report == slots[b.sentence].report:
                continue
            days = told.days_before(slots[a.sentence], slots[b.sentence])
            if b.age > a.age and not (days is not None and grown(b.age - a.age, days)):
                return False
    return True
