"""Blocks of a street that reports tell differently: "the 1200 block of Barker Street", "the 2100 block"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from crosswire.lexicons.points import PointWords
from crosswire.model.passage import Passage
from crosswire.relate.points.clashes import ADDRESS, same_act
from crosswire.relate.points.passages import part
from crosswire.relate.points.shown import clause_telling
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots, stem
from crosswire.relate.points.versions import Draft, Member, Told, told_otherwise

BLOCK = re.compile(
    r"\b(?P<number>[1-9]\d{0,2}(?:,?\d{3})?)(?:th)?[- ]block (?:of|on|along) (?:the )?"
    r"(?P<street>[A-Z0-9][\w'’-]*(?:\.? [A-Z0-9][\w'’-]*)*)"
)
# A clause of so many letters tells much besides.
LONG = 150


def find_blocks(hood: Neighbourhood, told: Told, words: PointWords) -> tuple[Draft, ...]:
    """The conflicts between reports about the block of a street, in a fixed order.

    A report that tells of two blocks of the street is on no side. Where a block was only searched nobody was hit: one
    act is told in both, or of one name.
    """
    drafts = []
    for street, reports in sorted(_streets(hood.slots).items()):
        sides: dict[str, list[Member]] = defaultdict(list)
        for numbers in (n for n in reports.values() if len(n) == 1):
            for number, member in numbers.items():
                sides[number].append(member)
        pairs = (pair for a, b in combinations(sides.values(), 2) for pair in product(a, b))
        if any(_of_one(a, b, hood.slots, words) for a, b in pairs):
            shown = {number: [_clause(m, hood.slots) for m in members] for number, members in sides.items()}
            drafts.append(told_otherwise(f"the block of {street.title()}", shown, hood.slots, told, strength=0.7))
    return tuple(drafts)


def read_blocks(slots: Slots) -> Iterator[tuple[str, str, Passage]]:
    """The streets of a sentence, each with the number of the block and the words that tell it."""
    for match in BLOCK.finditer(slots.passage.words):
        start = slots.passage.start
        passage = part(slots, start + match.start(), start + match.end())
        yield _known_by(match["street"].casefold().split()), match["number"].replace(",", ""), passage


def _known_by(street: Sequence[str]) -> str:
    """The last word before what kind of street it is: "east | barker | street", "south | barker"."""
    kind = next((k for k, word in enumerate(street) if k and ADDRESS.search(word)), len(street))
    return street[kind - 1]


def _streets(slots: Sequence[Slots]) -> Mapping[str, Mapping[int, Mapping[str, Member]]]:
    """Street → report → number of the block → where the report first tells it."""
    found: dict[str, dict[int, dict[str, Member]]] = defaultdict(lambda: defaultdict(dict))
    for n, own in enumerate(slots):
        if not own.superseded and not own.earlier:
            for street, number, passage in read_blocks(own):
                found[street][own.report].setdefault(number, Member(n, passage))
    return found


def _of_one(a: Member, b: Member, slots: Sequence[Slots], words: PointWords) -> bool:
    """True where both tell one act, or of one name beside the street's."""
    one, two = slots[a.sentence], slots[b.sentence]
    own = {stem(word.casefold().rstrip(".")) for word in a.passage.words.split()}
    return bool((one.names & two.names) - own) or same_act(one, a.passage, two, b.passage, words)


def _clause(member: Member, slots: Sequence[Slots]) -> Member:
    clause = clause_telling(slots[member.sentence], member.passage.start, member.passage.end)
    return member if len(clause.words) > LONG else Member(member.sentence, clause)
