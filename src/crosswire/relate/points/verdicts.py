"""What a sentence calls true or false, right or wrong, and where speakers of several reports are at odds about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosswire.lexicons.verdicts import VerdictWords
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.model.token_tree import upward
from crosswire.relate.points.parties import Grammar
from crosswire.relate.points.passages import part
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.relate.points.statements import Slots
from crosswire.relate.points.versions import Draft, Member, Told

# Words of two sides are of one thing where two of them have at least this part of what links statements.
LEAST_PART = 0.1
# Of one report so many sentences stand for a side.
MOST_OF_A_REPORT = 3
PREDICATED = frozenset({"acomp", "attr", "oprd", "ccomp"})


class Axis(StrEnum):
    """What is judged."""

    TRUTH = "truth"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement: `against` calls it false or wrong. Offsets of the clause are of the report's text."""

    axis: Axis
    against: bool
    start: int
    end: int


def read_verdicts(slots: Slots, words: VerdictWords) -> tuple[Verdict, ...]:
    """The judgements of the sentence, in order; one that both calls a thing wrong and right has none."""
    found = tuple(dict.fromkeys(_Reader(slots, words).verdicts()))
    both = [axis for axis in Axis if len({v.against for v in found if v.axis is axis}) > 1]
    return tuple(v for v in found if v.axis not in both)


class _Reader(Grammar):
    """One sentence, to be asked for judgements."""

    def __init__(self, slots: Slots, words: VerdictWords) -> None:
        super().__init__(slots)
        self.words = words

    def verdicts(self) -> Iterator[Verdict]:
        """Every judgement, word by word."""
        for n in range(len(self.tokens)):
            found = self._judges(n)
            if found and not self._supposed(n):
                axis, against = found
                yield Verdict(axis, against, *self._span([n, *self._turning(n)]))

    def _span(self, said: Sequence[int]) -> tuple[int, int]:
        """The clauses of the words, from the first to the last: the judgement with all that turns it."""
        spans = [
            min(
                (c.end - c.start, c.start, c.end) for c in self.slots.clauses if c.start <= self.tokens[n].start < c.end
            )
            for n in said
            if any(c.start <= self.tokens[n].start < c.end for c in self.slots.clauses)
        ]
        whole = self.slots.passage
        if not spans:
            return whole.start, whole.end
        start, end = min(s[1] for s in spans), max(s[2] for s in spans)
        first = next(n for n, t in enumerate(self.tokens) if t.start >= start)
        return (whole.start, whole.end) if self.tokens[first].tag == "VBG" else (start, end)

    def _judges(self, n: int) -> tuple[Axis, bool] | None:
        """The axis and side of the word at `n`, its negations counted; None where it judges nothing."""
        lemma, words, token = self.lemma(n), self.words, self.tokens[n]
        turned = self._turned(n)
        if lemma in words.false | words.true and token.pos == "ADJ":
            if not self._of_claim(n):
                return None
            return Axis.TRUTH, (lemma in words.false) != turned
        if lemma in words.refuting and token.pos == "VERB" and not self.negated(n):
            claim = [o for o in self.under(n, "dobj", "nsubjpass") if self.lemma(o) in words.claims]
            told = claim and not self.under(claim[0], "acl", "ccomp") and not self.has(n, ("to",))
            return (Axis.TRUTH, True) if told and not self._of_wrong(claim[0]) else None
        if self._stands_by(n):
            return Axis.TRUTH, self.negated(n)
        if lemma in words.wrong | words.right and self._predicated(n):
            if lemma in words.right and token.dep == "amod":
                return None  # "a legal standard"
            if lemma in words.right and self.lemma(token.head) in words.enacting:
                return None
            if self._claimed(n) and not turned:
                return None  # "allegations of improper conduct" are whose?
            return Axis.RIGHT, (lemma in words.wrong) != turned
        if lemma in words.breaking and token.pos == "VERB":
            law = [o for o in self.under(n, "dobj", "nsubjpass") if self.lemma(o) in words.laws]
            return (Axis.RIGHT, self._turned(n) == self._none(law[0])) if law else None
        if lemma == "consistent" and any(self.lemma(o) in words.consistent for o in self.objects(n, "with")):
            return Axis.RIGHT, turned
        return None

    def _of_claim(self, n: int) -> bool:
        """True for "the report is false", "a false story", "that is not true"."""
        token = self.tokens[n]
        if token.dep == "amod":
            return self.lemma(token.head) in self.words.claims - self.words.made_false
        if token.dep not in PREDICATED:
            return False
        subject = self.subject(token.head)
        if subject is None:
            return False
        inside = [subject, *self.objects(subject, "of", "to", "in")]
        return any(self.lemma(m) in self.words.claims for m in inside) or self.lemma(subject) in ("it", "that", "this")

    def _claimed(self, n: int) -> bool:
        """True for what stands under "allegations of", "claims that"."""
        above = [n, self.tokens[n].head, self.tokens[self.tokens[n].head].head]
        return any(self.lemma(self.tokens[m].head) in self.words.claims for m in above)

    def _predicated(self, n: int) -> bool:
        """True for "is illegal", "an illegal deal" as what something is, "a crime" that is made or denied."""
        token = self.tokens[n]
        if token.pos == "ADJ":
            if token.dep in PREDICATED:
                return True
            head = self.tokens[token.head]
            return token.dep == "amod" and (
                head.lemma in ("nothing", "something", "anything", "conduct") or self._predicated_noun(token.head)
            )
        return self._predicated_noun(n)

    def _predicated_noun(self, n: int) -> bool:
        token = self.tokens[n]
        above = self.tokens[token.head]
        if token.dep in ("attr", "oprd"):
            return True
        if token.dep in ("dobj", "nsubj", "nsubjpass"):
            return above.lemma in self.words.made or self._none(n)
        over = self.tokens[above.head]
        return token.dep == "pobj" and (over.lemma in self.words.claims | {"amount", "suggestion", "evidence"})

    def _stands_by(self, n: int) -> bool:
        """True for "stand by our reporting"."""
        return self.lemma(n) == "stand" and any(
            self.lemma(o) in self.words.claims for o in (*self.objects(n, "by"), *self.under(n, "dobj"))
        )

    def _turned(self, n: int) -> bool:
        """True where an odd number of negations stands on the word and above it, up to who says it."""
        return len(self._turning(n)) % 2 == 1

    def _turning(self, n: int) -> list[int]:
        """The words that turn the word, on it and above it."""
        found, at = [], n
        for _ in self.tokens:
            found += self._nones(at)
            head = self.tokens[at].head
            if head == at or (self.tokens[at].dep in ("ccomp", "conj", "advcl", "relcl") and not self._turns(head)):
                break
            at = head
            if self._denies(at):
                found.append(at)
                break
        return found

    def _turns(self, n: int) -> bool:
        """True for what may stand between a judgement and what turns it: "no indication that it is false"."""
        return self._denies(n) or (self.tokens[n].pos == "NOUN" and bool(self._nones(n)))

    def _denies(self, n: int) -> bool:
        return self.lemma(n) in self.words.turning

    def _none(self, n: int) -> bool:
        """True for "no", "not", "nothing" on the word."""
        return bool(self._nones(n))

    def _nones(self, n: int) -> list[int]:
        """The words that deny the word at `n`; itself where it is "nothing"."""
        labels = ("neg", "det", "advmod", "predet")
        own = [c for c in self.children[n] if self.lemma(c) in self.words.none and self.tokens[c].dep in labels]
        return [*own, n] if self.lemma(n) == "nothing" else own

    def _of_wrong(self, n: int) -> bool:
        """True for "claims that it was illegal": what is refuted is the wrong, not the claim."""
        return any(self.lemma(m) in self.words.wrong | self.words.right for m in range(n, len(self.tokens)))

    def _supposed(self, n: int) -> bool:
        """True under "if" and "whether"."""
        for at in upward(self.tokens, n):
            beside = [m for c in (at, *self.under(at, "advcl")) for m in (c, *self.children[c])]
            if any(self.lemma(m) in self.words.supposing and self.lemma(max(0, m - 1)) != "even" for m in beside):
                return True
        return False


def find_verdicts(
    hood: Neighbourhood, links: Mapping[tuple[int, int], float], threshold: float, told: Told, words: VerdictWords
) -> tuple[Draft, ...]:
    """The conflicts between speakers one of whom calls true or right what the other calls false or wrong."""
    found = [(n, v) for n, slots in enumerate(hood.slots) for v in read_verdicts(slots, words)]
    drafts = (_draft(axis, [(n, v) for n, v in found if v.axis is axis], hood, links, threshold, told) for axis in Axis)
    return tuple(draft for draft in drafts if draft)


def _draft(
    axis: Axis,
    found: Sequence[tuple[int, Verdict]],
    hood: Neighbourhood,
    links: Mapping[tuple[int, int], float],
    threshold: float,
    told: Told,
) -> Draft | None:
    """The conflict about one axis; None where no two speakers of two reports are at odds about one thing.

    A report that judges by itself is at odds with nobody, and of words whose speaker is not known nobody knows.
    """
    against = {n: v for n, v in reversed(found) if v.against and hood.slots[n].speakers}
    favour = {n: v for n, v in reversed(found) if not v.against and hood.slots[n].speakers}
    pairs = [(a, b) for a in sorted(against) for b in sorted(favour) if _at_odds(a, b, hood)]
    if not any(links.get((min(p), max(p)), 0.0) >= LEAST_PART * threshold for p in pairs):
        return None
    sides = [_fewer(dict.fromkeys(p[k] for p in pairs), hood) for k in (0, 1)]
    sides = [[n for n in side if n not in sides[1 - k]] for k, side in enumerate(sides)]
    if not all(sides) or len({hood.slots[n].report for side in sides for n in side}) < 2:
        return None
    members = tuple(
        tuple(Member(n, part(hood.slots[n], held[n].start, held[n].end)) for n in side)
        for side, held in zip(sides, (against, favour), strict=True)
    )
    no, yes = (told.houses(hood.slots[n] for n in side) for side in sides)
    wrong, right = ("false", "true") if axis is Axis.TRUTH else ("wrong", "right")
    why = f"called {wrong} in {no}, {right} in {yes}, by different speakers, who can't both be right"
    return Draft(PointKind.ATTRIBUTION, PointRelation.CONFLICT, members, (why,), between=Between.ACTORS, strength=0.6)


def _at_odds(a: int, b: int, hood: Neighbourhood) -> bool:
    """True when the sentences are of two reports and in the words of different speakers."""
    one, two = hood.slots[a], hood.slots[b]
    return one.report != two.report and not one.speakers & two.speakers


def _fewer(found: Iterable[int], hood: Neighbourhood) -> list[int]:
    """The first MOST_OF_A_REPORT sentences of each report."""
    kept: list[int] = []
    for n in sorted(found):
        if sum(hood.slots[m].report == hood.slots[n].report for m in kept) < MOST_OF_A_REPORT:
            kept.append(n)
    return kept
