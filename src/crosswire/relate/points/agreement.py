"""Whether a sentence that carries a statement's words says it of the same persons, days and numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.model.passage import Passage
from crosswire.model.token_tree import FINITE
from crosswire.relate.points.clashes import counted_otherwise
from crosswire.relate.points.phrases import SUBJECTS, PhraseTree
from crosswire.relate.points.statements import Slots

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
ONE_PERSON, SEVERAL_PERSONS = frozenset({"he", "she"}), frozenset({"NNS", "NNPS"})


def states(slots: Slots, passage: Passage) -> bool:
    """True for a clause with its subject and a finite verb: "the dam broke", not "killing two"."""
    tree = PhraseTree(slots.tokens)
    root = tree.root(passage.start, passage.end)
    if root is None or not tree.is_verb(root):
        return False
    under = [n for n, t in enumerate(slots.tokens) if t.head == root and n != root and t.start >= passage.start]
    subject = any(slots.tokens[n].dep in SUBJECTS and n < root for n in under)
    aux = [n for n in under if slots.tokens[n].dep in ("aux", "auxpass")]
    return subject and any(slots.tokens[n].tag in FINITE for n in (root, *aux))


def told_otherwise(here: Slots, passage: Passage, there: Slots) -> bool:
    """True when what both tell is told of other persons, on another day or with another number of the same things.

    "The letter came out on Saturday" and "the letter came out on Sunday" don't agree, though both carry "the letter
    came out".
    """
    tree, other = PhraseTree(here.tokens), PhraseTree(there.tokens)
    root = tree.root(passage.start, passage.end)
    if root is None or not tree.is_verb(root):
        return False
    verb = next((t for t in here.sequence if t.start == here.tokens[root].start), None)
    starts = {
        t.start for t in there.sequence if verb and (t.stem == verb.stem or not t.classes.isdisjoint(verb.classes))
    }
    met = [n for n, t in enumerate(there.tokens) if t.start in starts and other.is_verb(n)]
    inside = [n for n, t in enumerate(here.tokens) if passage.start <= t.start < passage.end]
    if _apart(_measures(here, inside), _measures(there, range(len(there.tokens)))) or counted_otherwise(
        here, passage, there
    ):
        return True
    told = _Frame(here, tree, root)
    return bool(met) and all(told.differs(_Frame(there, other, n)) for n in met)


class _Frame:
    """Of one verb: who does it, to whom, on which weekday."""

    def __init__(self, slots: Slots, tree: PhraseTree, verb: int) -> None:
        tokens = slots.tokens
        heads = [n for n, t in enumerate(tokens) if t.head == verb and t.dep in SUBJECTS and n != verb]
        subject = {m for n in heads for m in tree.below(n)}
        near = {n for n in range(len(tokens)) if tree.verb_above(n) == verb}
        stems = {t.start: t.stem for t in slots.sequence}
        named = {m for n in heads if tree.is_name(n) for m in tree.below(n) if tree.is_name(m)}
        self.actors = {stems.get(tokens[n].start) for n in named} - {None}
        self.others = {stems.get(tokens[n].start) for n in near - subject if tokens[n].entity == "PERSON"} - {None}
        self.days = {tokens[n].lemma.casefold() for n in near} & WEEKDAYS
        self.one = any(tokens[n].lemma.casefold() in ONE_PERSON for n in heads)
        self.several = any(tokens[n].tag in SEVERAL_PERSONS for n in heads)

    def differs(self, other: _Frame) -> bool:
        """True when both name somebody or a day, and nothing of it is the same."""
        pairs = ((self.actors, other.actors), (self.others, other.others), (self.days, other.days))
        apart = any(one and two and one.isdisjoint(two) for one, two in pairs)
        return apart or (self.one and other.several) or (self.several and other.one)


def _measures(slots: Slots, among: Sequence[int]) -> Mapping[str, set[str]]:
    """What is counted, by stem → its numbers: mile → 65."""
    stems = {t.start: t.stem for t in slots.sequence}
    found: dict[str, set[str]] = defaultdict(set)
    for n in among:
        token, number = slots.tokens[n], stems.get(slots.tokens[n].start, "")
        counted = stems.get(slots.tokens[token.head].start)
        if token.dep == "nummod" and token.head != n and counted and any(sign.isdigit() for sign in number):
            found[counted].add(number)
    return found


def _apart(one: Mapping[str, set[str]], two: Mapping[str, set[str]]) -> bool:
    return any(one[what].isdisjoint(two[what]) for what in one.keys() & two.keys())
