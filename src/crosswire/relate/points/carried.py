"""The words of a sentence that other statements of its point carry too, cut where a reader can still read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from crosswire.model.passage import Passage
from crosswire.relate.points.passages import part
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.similarity import CLASS_PART, Neighbourhood
from crosswire.relate.points.statements import Slots, Term

# The part of a passage that the others carry counts more than the part of what they share that the passage holds.
BETA = 0.6
NOT_SO = ("non-", "un-")
LONGEST_NOT_SO = max(map(len, NOT_SO))
LONGEST_LETTERS = 6
# So does a clause whose verb the others don't have, or deny nothing of.
OTHER_VERB, NOT_DENIED = 0.75, 0.6
# A statement without the verb must carry so large a part of all else.
MOSTLY = 0.8
# Classes of verbs whose objects are not told as facts.
UNTOLD = frozenset({"promise", "expect", "plan", "ask", "deny", "refuse", "warn", "accuse", "allow", "oppose"})
FEWEST_WORDS = {True: 2, False: 3}  # of a clause, of a noun


@dataclass(frozen=True, slots=True)
class Carried:
    """A passage with the part of its weight that the other statements carry, and how many of its words they do."""

    passage: Passage
    part: float
    words: int
    score: float = 0.0


def carried(
    n: int, others: Sequence[int], hood: Neighbourhood, holding: Passage | None = None, *, clause: bool = False
) -> Carried | None:
    """The phrase of sentence `n` that holds most of what `others` carry and least of what they don't.

    "Horn had suspended the works after the strike at the dam", beside a sentence about the strike, gives "the strike
    at the dam". None where nothing but names is shared. `holding`: words, say a number, that the phrase must have.
    `clause`: it must have its subject and its verb.
    """
    slots = hood.slots[n]
    scale = _Scale(slots, others, hood, holding)
    found = (f for f in scale.phrases(holding, clause=clause) if f[0] > 0)
    longer = -1 if holding else 1
    best = max(found, key=lambda f: (round(f[0], 4), longer * (f[2] - f[1])), default=None)
    if best is None:
        return None
    score, start, end = best
    passage = part(slots, slots.tokens[start].start, slots.tokens[end].end)
    return Carried(passage, scale.part(start, end), scale.words(start, end), score)


def carries(m: int, n: int, passage: Passage, hood: Neighbourhood) -> float:
    """The part of the passage of sentence `n` that sentence `m` carries, 0 to 1; 0 where it lacks the verb and more.

    "The driver comes from Velden" doesn't carry "the driver was arrested in Velden".
    """
    slots = hood.slots[n]
    inside = [t for t in slots.sequence if passage.start <= t.start < passage.end]
    shares = [_share(t, slots, (m,), hood) for t in inside]
    whole = sum(hood.weight(t.stem) for t in inside)
    met = sum(hood.weight(t.stem) * share for t, share in zip(inside, shares, strict=True))
    tree = PhraseTree(slots.tokens)
    root = tree.root(passage.start, passage.end)
    verb = slots.tokens[root].start if root is not None and tree.is_verb(root) else None
    lacking = any(t.start == verb and not share for t, share in zip(inside, shares, strict=True))
    contrary = any(_contrary(t, slots, hood.slots[m]) for t in inside)
    if not whole or contrary or (lacking and met < MOSTLY * whole):
        return 0.0
    return met / whole if root is None or _same_sign(tree, root, slots, hood.slots[m]) else 0.0


def _same_sign(tree: PhraseTree, root: int, slots: Slots, there: Slots) -> bool:
    """False where one of them denies what the other tells: "no one has been charged" / "Brandt was charged"."""
    term = next((t for t in slots.sequence if t.start == slots.tokens[root].start), None)
    if term is None or not tree.is_verb(root):
        return True
    met = {t.start for t in there.sequence if t.stem == term.stem or not t.classes.isdisjoint(term.classes)}
    other = PhraseTree(there.tokens)
    signs = {other.denied(n) for n, t in enumerate(there.tokens) if t.start in met}
    return not signs or tree.denied(root) in signs


class _Scale:
    """One sentence's words with their weight and how much of it others carry."""

    def __init__(
        self, slots: Slots, others: Sequence[int], hood: Neighbourhood, holding: Passage | None = None
    ) -> None:
        self._tokens = slots.tokens
        terms = {t.start: t for t in slots.sequence if not (holding and holding.start <= t.start < holding.end)}
        self._classes = {n: terms[t.start].classes for n, t in enumerate(slots.tokens) if t.start in terms}
        shares = [_share(terms.get(t.start), slots, others, hood) for t in slots.tokens]
        weights = [hood.weight(terms[t.start].stem) if t.start in terms else 0.0 for t in slots.tokens]
        self._weight = [0.0, *accumulate(weights)]
        self._carried = [0.0, *accumulate(w * s for w, s in zip(weights, shares, strict=True))]
        self._happens = {n for n, t in enumerate(slots.tokens) if t.start in terms and terms[t.start].happens}
        self._carries = [share > 0 for share in shares]
        plain = [t.pos != "PROPN" and s >= CLASS_PART / 2 for t, s in zip(slots.tokens, shares, strict=True)]
        self._plain = [0, *accumulate(int(p) for p in plain)]
        self._words = [0, *accumulate(int(s >= CLASS_PART / 2) for s in shares)]
        self._marks = _marks(slots)
        self._met = [t.start not in terms or s > 0 for t, s in zip(slots.tokens, shares, strict=True)]
        self._agreed = any(hood.slots[m].negated for m in others if hood.slots[m].report != slots.report)
        self._tree = PhraseTree(slots.tokens)

    def part(self, start: int, end: int) -> float:
        """The part of the phrase's weight that is carried."""
        whole = self._weight[end + 1] - self._weight[start]
        return (self._carried[end + 1] - self._carried[start]) / whole if whole else 0.0

    def words(self, start: int, end: int) -> int:
        """How many of the phrase's words are carried."""
        return self._words[end + 1] - self._words[start]

    def phrases(self, holding: Passage | None, *, clause: bool) -> Iterator[tuple[float, int, int]]:
        """Every phrase that can be read alone, with how well it is carried, its first and its last token."""
        for root in range(len(self._tokens)):
            form = self._tree.form(root, loose=holding is not None, clause=clause)
            if not form or (not self._tree.is_verb(root) and self._untold(root)):
                continue
            if not self._met[root] or not self._said_of(root):
                form *= OTHER_VERB
            if self._tree.denied(root) and not self._agreed:
                form *= NOT_DENIED
            for start in self._tree.starts(root):
                for end in self._tree.ends(root):
                    if self._readable(root, start, end) if holding is None else self._gives(holding, root, start, end):
                        yield form * self._value(start, end, whole=holding is None), start, end

    def _untold(self, root: int) -> bool:
        """True for what somebody promises, denies, wants: "promised a bridge" doesn't tell of a bridge."""
        verb = self._tree.verb_above(root)
        return verb is not None and (not UNTOLD.isdisjoint(self._classes.get(verb, ())) or self._tree.denied(verb))

    def _value(self, start: int, end: int, *, whole: bool) -> float:
        """How much of the phrase is carried and, where it is wanted `whole`, how much of what is carried it holds."""
        held = (self._carried[end + 1] - self._carried[start]) / (self._carried[-1] or 1.0)
        return _mean(self.part(start, end), held) if whole else self.part(start, end)

    def _said_of(self, root: int) -> bool:
        """True but where others have nothing of what a form of "be" says of its subject."""
        told = [m for c in self._tree.after(root) for m in self._tree.below(c) if self._weight[m + 1] > self._weight[m]]
        return not self._tree.is_copula(root) or not told or self._carries[told[0]]

    def _readable(self, root: int, start: int, end: int) -> bool:
        """True when enough is carried, not only names, no quotation is cut in two, and a noun alone says something."""
        clause = self._tree.is_verb(root)
        few = self.words(start, end) < FEWEST_WORDS[clause] or self._plain[end + 1] == self._plain[start]
        if few or self._marks[start] != self._marks[end + 1]:
            return False
        return clause or self._says(root, [n for n in range(start, end + 1) if self._carries[n]])

    def _gives(self, holding: Passage, root: int, start: int, end: int) -> bool:
        """True when the phrase has the words wanted and what happened besides: "killing five", not "five people"."""
        inside = [n for n in range(start, end + 1) if self._carries[n]]
        besides = [n for n in inside if not holding.start <= self._tokens[n].start < holding.end]
        held = self._tokens[start].start <= holding.start and holding.end <= self._tokens[end].end
        happens = self._tree.is_verb(root) or root in self._happens
        return held and happens and bool(besides) and self._marks[start] == self._marks[end + 1]

    def _says(self, root: int, told: Sequence[int]) -> bool:
        """True for an event with what belongs to it, "the strike at the dam", and for somebody with what he is.

        Counter-examples: "the board of the bank", "Lupo and the town hall".
        """
        if self._tree.several(root, told):
            return False
        if self._tree.is_name(root):
            return any(self._tree.is_plain(n) for n in told)
        return root in self._happens and any(m in told for c in self._tree.saying(root) for m in self._tree.below(c))


def _marks(slots: Slots) -> list[bool]:
    """Before each token, and at the end, whether a quotation is open."""
    words, start = slots.passage.words, slots.passage.start
    found, opened, at = [], False, 0
    for token in slots.tokens:
        found.append(opened)
        upto = token.end - start
        for sign in words[at:upto]:
            opened = sign == "“" or (opened and sign != "”") if sign != '"' else not opened
        at = upto
    return [*found, opened]


def _mean(exact: float, held: float) -> float:
    """The weighted harmonic mean of how much of the phrase is carried and how much of what is carried it holds."""
    square = BETA * BETA
    return (1 + square) * exact * held / (square * exact + held) if exact + held else 0.0


def _share(term: Term | None, slots: Slots, others: Sequence[int], hood: Neighbourhood) -> float:
    """How much of the other reports' statements carry the word, or a synonym of it."""
    if term is None:
        return 0.0
    by_report: dict[int, float] = defaultdict(float)
    for m in others:
        there = hood.slots[m]
        if there.report != slots.report:
            same = term.stem in there.terms or _abbreviated(term.stem, there)
            met = 1.0 if same else CLASS_PART * bool(term.classes & there.classes)
            if _contrary(term, slots, there):
                met = 0.0
            by_report[there.report] = max(by_report[there.report], met)
    return sum(by_report.values()) / len(by_report) if by_report else 0.0


def _contrary(term: Term, slots: Slots, there: Slots) -> bool:
    """True where the word stands in both, and in one of them with a "non-" before it."""
    met = [_not_so(t, there) for t in there.sequence if t.stem == term.stem]
    return bool(met) and _not_so(term, slots) not in met


def _not_so(term: Term, slots: Slots) -> bool:
    """True for "non-critical"."""
    at = term.start - slots.passage.start
    return slots.passage.words[max(0, at - LONGEST_NOT_SO) : at].casefold().endswith(NOT_SO)


def _abbreviated(stem: str, there: Slots) -> bool:
    """True for "T.H.B." and "THB"."""
    bare = stem.replace(".", "")
    return len(bare) < LONGEST_LETTERS and any(bare == t.replace(".", "") for t in there.names)
