"""Names of people that reports spell differently: "Ana Lupo", "Ana Lupe"."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told
from crosswire.relate.sequences import slips

# A word of a name has at least so many letters where another spelling of it is looked for: "Lee" and "Leo" are two.
LEAST_LETTERS = 4
# Words so long may differ by two letters: "Hallborough", "Halborrough".
LONG = 8
THINGS = frozenset({"GPE", "LOC", "FAC", "PRODUCT"})
POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of two words or more in a sentence, by its index: its words in lower case without marks.

    `thing`: it is read as the name of a place or a thing.
    """

    sentence: int
    words: tuple[str, ...]
    passage: Passage
    thing: bool = False


def find_spellings(hood: Neighbourhood, told: Told) -> tuple[Draft, ...]:
    """The conflicts between reports about how a name is spelt, in a fixed order.

    No report has both spellings: two people of nearly one name are told apart by those who tell of both. A street or a
    make of car spelt in two ways is a slip that nobody asks after.
    """
    firsts: dict[tuple[str, ...], dict[int, Name]] = defaultdict(dict)
    common: set[str] = set()
    for n, slots in enumerate(hood.slots):
        common |= {t for t in slots.passage.words.split() if t.islower()}
        if not slots.superseded:
            for name in read_names(n, slots):
                firsts[name.words].setdefault(slots.report, name)
    drafts = []
    for one, two in _pairs(sorted(firsts), common):
        things = all(name.thing for name in (*firsts[one].values(), *firsts[two].values()))
        if not things and firsts[one].keys().isdisjoint(firsts[two].keys()):
            drafts.append(_draft(firsts[one], firsts[two], hood, told))
    return tuple(drafts)


def read_names(n: int, slots: Slots) -> Iterator[Name]:
    """The names of a sentence: runs of capital words that the grammar takes for names."""
    run: list[Token] = []
    for token in (*slots.tokens, None):
        if token and token.pos == "PROPN" and _written(slots, token)[:1].isupper():
            run.append(token)
            continue
        if len(run) > 1:
            words = tuple(_plain(_written(slots, t)) for t in run)
            start, end = run[0].start, run[-1].end
            whole = slots.passage
            passage = Passage(whole.report, start, end, whole.words[start - whole.start : end - whole.start])
            thing = not THINGS.isdisjoint(t.entity for t in run)
            yield Name(n, tuple(w for w in words if w), passage, thing)
        run = []


def _pairs(names: Sequence[tuple[str, ...]], common: set[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pairs of names that are one but for some letters of one word."""
    by_rest: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        for k in range(len(name)):
            by_rest[len(name), k, name[:k] + name[k + 1 :]].append(name)
    for (_, k, _), held in sorted(by_rest.items()):
        for i, one in enumerate(held):
            for two in held[i + 1 :]:
                if spelt_alike(one[k], two[k]) and not {one[k], two[k]} & common:
                    yield one, two


def spelt_alike(one: str, two: str) -> bool:
    """True for two spellings of one word: "adkins", "atkins"; not for a word and its plural."""
    short, long = sorted((one, two), key=len)
    if one == two or len(short) < LEAST_LETTERS or not (one + two).isalpha() or long in (short + "s", short + "es"):
        return False
    return one[0] == two[0] and slips(one, two) <= (2 if len(short) >= LONG else 1)


def _written(slots: Slots, token: Token) -> str:
    start = slots.passage.start
    return slots.passage.words[token.start - start : token.end - start]


def _plain(word: str) -> str:
    """The word in lower case, without accents and marks."""
    bare = unicodedata.normalize("NFKD", POSSESSIVE.sub("", word)).casefold()
    return "".join(sign for sign in bare if sign.isalnum())


def _draft(one: dict[int, Name], two: dict[int, Name], hood: Neighbourhood, told: Told) -> Draft:
    """The conflict between two spellings, the more widely told one first."""
    sides = sorted((list(one.values()), list(two.values())), key=lambda side: (-len(side), side[0].sentence))
    members = tuple(tuple(Member(name.sentence, name.passage) for name in side) for side in sides)
    spelt = [f"{side[0].passage.words} in {told.houses(hood.slots[name.sentence] for name in side)}" for side in sides]
    why = f"one name spelt in two ways: {' against '.join(spelt)}"
    return Draft(PointKind.STATE, PointRelation.CONFLICT, members, (why,), between=Between.REPORTS, strength=0.6)
