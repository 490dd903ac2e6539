"""Names of people that reports spell differently: "Ana Lupo", "Ana Lupe"."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.lexicons.names import Names
from crosswire.model.annotation import Token
from crosswire.model.passage import Passage
from crosswire.relate.points.clashes import ADDRESS
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told, told_otherwise
from crosswire.relate.sequences import slips

# A word of a name has at least so many letters where another spelling of it is looked for: "Lee" and "Leo" are two.
LEAST_LETTERS = 4
# Words so long may differ by two letters: "Hallborough", "Halborrough"; not "Zealand", "Zealander".
LONG = 7
# What tells names apart besides must be a word, no initial: "E Pine", "E Pike" are two streets.
LEAST_BESIDE = 3
PERSON = "PERSON"
POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence, by its index: its words in lower case without marks.

    `people`: those of the words that are read as of a person.
    """

    sentence: int
    words: tuple[str, ...]
    passage: Passage
    people: frozenset[str] = frozenset()


def find_spellings(hood: Neighbourhood, told: Told, given: Names) -> tuple[Draft, ...]:
    """The conflicts between reports about how a person's name is spelt, in a fixed order.

    No report has both spellings: two people of nearly one name are told apart by those who tell of both, and who writes
    "Sander" once and "Sandor" in the next sentence has made a slip. A firm, a street or a make of car spelt in two ways
    nobody asks after, nor "Office Ana Lupo", where another has "Officer".
    """
    firsts: dict[tuple[str, ...], dict[int, Name]] = defaultdict(dict)
    written: dict[str, set[int]] = defaultdict(set)
    common: set[str] = set()
    for n, slots in enumerate(hood.slots):
        common |= {t for t in slots.passage.words.split() if t.islower()}
        for word in (_name(n, slots, [t]).words for run in _runs(slots) for t in run):
            written["".join(word)].add(slots.report)
        if not slots.superseded:
            for name in read_names(n, slots):
                firsts[name.words].setdefault(slots.report, name)
    pairs = [(pair, (firsts[one], firsts[two])) for pair, one, two in _pairs(sorted(firsts), common)]
    found: dict[tuple[str, str], tuple[dict[int, Name], dict[int, Name]]] = {}
    for pair, (one, two) in sorted(pairs, key=lambda p: -len(p[1][0]) - len(p[1][1])):
        people = {word for name in (*one.values(), *two.values()) for word in name.people}
        other = people.isdisjoint(pair) or given.two_given(*pair) or given.one_sound(*pair)
        clear = written[pair[0]] ^ written[pair[1]]
        sides = tuple({r: name for r, name in side.items() if r in clear} for side in (one, two))
        if one.keys().isdisjoint(two.keys()) and all(sides) and not other and not _street(one, two):
            found.setdefault(pair, (sides[0], sides[1]))
    pairs_of = [pair for _, pair in sorted(found.items(), key=lambda f: f[0])]
    return tuple(_draft(sides, hood, told) for sides in _together(pairs_of))


def _together(pairs: Sequence[tuple[dict[int, Name], dict[int, Name]]]) -> list[list[dict[int, Name]]]:
    """The spellings of each name: "Marek Sandor", "Marek Sander", "Marec Sander" are one name in three."""
    groups: list[list[dict[int, Name]]] = []
    for pair in pairs:
        home = next((group for group in groups for side in group if side in pair), None)
        if home is None:
            groups.append(list(pair))
        else:
            home += [side for side in pair if side not in home]
    return groups


def _street(one: Mapping[int, Name], two: Mapping[int, Name]) -> bool:
    """True where one is the name of a street: "Barker Lane"."""
    return any(ADDRESS.search(name.passage.words) for name in (*one.values(), *two.values()))


def read_names(n: int, slots: Slots) -> Iterator[Name]:
    """The names of a sentence: runs of capital words that the grammar takes for names.

    Of a person's also what is left without a title before it and without what stands between the first and the last.
    """
    for run in _runs(slots):
        if len(run) > 1:
            yield _name(n, slots, run)
        person = [t for t in run if t.entity == PERSON]
        if len(run) > 2 and len(person) > 1:
            name = _name(n, slots, person)
            yield replace(name, words=(name.words[0], name.words[-1]))


def _runs(slots: Slots) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in (*slots.tokens, None):
        if token and token.pos == "PROPN" and _written(slots, token)[:1].isupper():
            run.append(token)
            continue
        if run:
            yield run
        run = []


def _name(n: int, slots: Slots, run: Sequence[Token]) -> Name:
    words = tuple(_plain(_written(slots, t)) for t in run)
    start, end = run[0].start, run[-1].end
    whole = slots.passage
    passage = Passage(whole.report, start, end, whole.words[start - whole.start : end - whole.start])
    people = frozenset(word for word, token in zip(words, run, strict=True) if token.entity == PERSON)
    return Name(n, tuple(w for w in words if w), passage, people)


def _pairs(
    names: Sequence[tuple[str, ...]], common: set[str]
) -> Iterator[tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]]:
    """The two words that differ, and the names that are one but for some letters of these."""
    by_rest: dict[tuple[int, int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        for k in range(len(name)):
            rest = name[:k] + name[k + 1 :]
            if rest and max(map(len, rest)) >= LEAST_BESIDE:
                by_rest[len(name), k, rest].append(name)
    for (_, k, _), held in sorted(by_rest.items()):
        for i, one in enumerate(held):
            for two in held[i + 1 :]:
                if spelt_alike(one[k], two[k]) and not {one[k], two[k]} & common:
                    yield (one[k], two[k]), one, two


def spelt_alike(one: str, two: str) -> bool:
    """True for two spellings of one word: "adkins", "atkins"; not for a word and its plural."""
    short, long = sorted((one, two), key=len)
    if one == two or len(short) < LEAST_LETTERS or not (one + two).isalpha() or long in (short + "s", short + "es"):
        return False
    allowed = 2 if len(short) >= LONG and not long.startswith(short) else 1
    return one[0] == two[0] and slips(one, two) <= allowed


def _written(slots: Slots, token: Token) -> str:
    start = slots.passage.start
    return slots.passage.words[token.start - start : token.end - start]


def _plain(word: str) -> str:
    """The word in lower case, without accents and marks."""
    bare = unicodedata.normalize("NFKD", POSSESSIVE.sub("", word)).casefold()
    return "".join(sign for sign in bare if sign.isalnum())


def _draft(spellings: Sequence[dict[int, Name]], hood: Neighbourhood, told: Told) -> Draft:
    """The conflict between the spellings of a name, the more widely told one first."""
    sides = {name.passage.words: list(side.values()) for side in spellings for name in list(side.values())[:1]}
    members = {words: [Member(name.sentence, name.passage) for name in side] for words, side in sides.items()}
    ways = "two" if len(sides) == 2 else "several"
    return told_otherwise(f"one name spelt in {ways} ways", members, hood.slots, told, strength=0.6)
