"""What a sentence asserts and denies, verb by verb, so that opposite statements are never taken for the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Token
from crosswire.relate.points.tree import SentenceTree

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
INNER = frozenset({"xcomp", "ccomp", "pcomp"})
CLAUSES = frozenset({"relcl", "acl"})
TOPICAL = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
# Of the shorter of two opposite statements so much must be met for a reader to be told that they are at odds.
SHARED_PART = 0.6


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or what a form of "be" says of its subject, with the words around it.

    `keys`: stem and synonym classes. `subject`, `rest`: stems of who does it and of all else that belongs to it.
    `turned`: it is denied, or not done. `modal`: not told as a fact.
    `thought`: what somebody thinks or wants, or makes known, which is not at odds with what somebody else does.
    """

    keys: frozenset[str]
    subject: frozenset[str]
    rest: frozenset[str]
    turned: bool
    modal: bool
    saying: bool
    thought: bool


class _Tree(SentenceTree):
    """One sentence's tokens with their children."""

    def who(self, n: int) -> frozenset[str]:
        """The stems of the words that say who it is, and none of a clause about him: "a man | who hurt two people"."""
        clauses = {m for c in self.below(n) if self.tokens[c].dep in CLAUSES and c != n for m in self.below(c)}
        inside = (m for m in self.below(n) if m not in clauses)
        return frozenset(s for m in inside if (s := self.stems[m]) and self.tokens[m].pos in TOPICAL)

    def denied(self, n: int) -> bool:
        """True when "not", "never", or a "no" on its subject or object turns the verb."""
        turning = [c for c in self.under(n, *(SUBJECTS | {"neg", "advmod"})) if c <= n + 1]
        arguments = self.under(n, *(SUBJECTS | {"dobj", "attr"}))
        # before the noun only: "blamed the driver, not the owner" denies nothing of the blaming
        turning += [c for a in arguments for c in self.under(a, "det", "neg") if c < a]
        # "little warning" is no warning, "a little warning" is one
        turning += [c for a in arguments for c in self.under(a, "amod") if self._hardly(c, a)]
        return any(self.lemmas[c] in self.words.negators or self.lemmas[c] in self.words.scant for c in turning)

    def _hardly(self, n: int, noun: int) -> bool:
        return self.lemmas[n] in self.words.scant and not any(self.lemmas[d] == "a" for d in self.under(noun, "det"))


def read_predicates(
    tokens: Sequence[Token], lemmas: Sequence[str], stems: Sequence[str | None], words: PointWords
) -> tuple[Predicate, ...]:
    """Every verb of the sentence that says something, in order."""
    tree = _Tree(tokens, lemmas, stems, words)
    verbs = [n for n, t in enumerate(tokens) if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")]
    found = (_predicate(tree, n) for n in verbs if lemmas[n] not in tree.words.not_done or not tree.under(n, *INNER))
    return tuple(p for p in found if p)


def _predicate(tree: _Tree, n: int) -> Predicate | None:
    """The predicate of the verb at `n`; None where it says nothing by itself."""
    copula = tree.lemmas[n] in tree.words.copulas
    heads = tree.under(n, "acomp", "attr", "prep", "dobj", "advmod", "prt") if copula else [n]
    heads = [
        h for h in heads if tree.tokens[h].pos in TOPICAL and tree.stems[h] and tree.lemmas[h] not in tree.words.light
    ]
    keys = frozenset(k for h in heads for k in _keys(tree, h))
    if not keys:
        return None
    governor = _governor(tree, n)
    subjects = tree.under(n, *SUBJECTS) or ([] if governor is None else tree.under(governor, *SUBJECTS))
    inner = sorted(tree.below(n))
    rest = frozenset(s for m in inner if m != n and (s := tree.stems[m]) and tree.tokens[m].pos in TOPICAL)
    subject = frozenset(s for m in subjects for s in tree.who(m))
    withheld = governor is not None and tree.lemmas[governor] in tree.words.not_done
    non = any(
        tree.lemmas[m] in tree.words.non for h in heads for m in range(max(0, h - 4), h) if h != n
    )  # "is non-lethal"
    turned = ((tree.denied(n) != withheld) != _denied_above(tree, n)) != non
    return Predicate(
        keys=keys,
        subject=subject,
        rest=(rest - subject) - (keys if copula else frozenset()),
        turned=turned,
        modal=any(tree.lemmas[c] in tree.words.unsure_words for m in _chain(tree, n) for c in tree.children[m]),
        saying=tree.lemmas[n] in tree.words.telling,
        thought=not keys.isdisjoint(tree.words.thought),
    )


def _keys(tree: _Tree, n: int) -> frozenset[str]:
    """The word's stem, and the classes of verbs: nouns of a class are not the same thing."""
    stem = tree.stems[n]
    away = [tree.lemmas[c] for c in tree.under(n, "prt")]
    if stem and away:
        return frozenset({f"{stem} {away[0]}"})  # "called off the search" calls nobody
    classes = tree.words.classes.get(tree.lemmas[n], frozenset()) if tree.tokens[n].pos == "VERB" else frozenset()
    return frozenset({stem, *(f"/{c}" for c in classes)}) if stem else frozenset()


def _chain(tree: _Tree, n: int) -> list[int]:
    """The verb and those that it completes: "should be required | to pay"."""
    found = [n]
    while tree.tokens[found[-1]].dep == "xcomp" and tree.tokens[found[-1]].head not in found:
        found.append(tree.tokens[found[-1]].head)
    return found


def _denied_above(tree: _Tree, n: int) -> bool:
    """True when a verb that the verb at `n` completes is denied: "is not expected to halt"."""
    turned = False
    while tree.tokens[n].dep == "xcomp" and tree.tokens[n].head != n:
        n = tree.tokens[n].head
        turned = turned != tree.denied(n)
    return turned


def _governor(tree: _Tree, n: int) -> int | None:
    """The verb whose object the verb at `n` is: "refused to resign", "denied selling"; None for a main verb."""
    head = tree.tokens[n].head
    if head == n or tree.tokens[n].dep not in INNER:
        return None
    if tree.tokens[head].pos == "ADP":
        head = tree.tokens[head].head
    return head if tree.tokens[head].pos == "VERB" else None


def at_odds(a: Predicate, b: Predicate, theme: frozenset[str]) -> bool:
    """True when two opposite predicates are of the same thing for certain, so that a reader may be told so.

    Counter-example: "wants no aides in the room" and "wants the meeting to be secret" share a verb and who.
    """
    spoken = a.thought or b.thought or a.saying or b.saying  # "aren't saying how bad it is", "say it is stable"
    told = not spoken and a.subject & b.subject and {k for k in a.keys & b.keys if k[0] != "/"}
    if not told:
        return False
    shorter = min(a.rest, b.rest, key=len) - a.subject - b.subject
    if not shorter:
        return not (a.rest and b.rest) or bool(a.rest & b.rest)
    shared = a.rest & b.rest
    return len(shared) >= SHARED_PART * len(shorter) and bool(shared - theme)


def opposed(one: Sequence[Predicate], two: Sequence[Predicate]) -> tuple[Predicate, Predicate] | None:
    """The predicates, one of each sentence, of which one is denied or not done and the other asserted of the same.

    Counter-example: "she did not resign on Monday, he did" and "he resigned" differ in who.
    """
    for a in one:
        for b in two:
            if a.turned != b.turned and _same_act(a, b) and not _agree(a, b, one, two):
                return a, b
    return None


def _agree(a: Predicate, b: Predicate, one: Sequence[Predicate], two: Sequence[Predicate]) -> bool:
    """True when the sentences also say the same of that act: each denies it once and asserts it once."""
    twins = [x for x in one if x is not a and x.turned == b.turned and (_same_act(x, b) or _says_too(x, b))]
    return bool(twins) or any(y is not b and y.turned == a.turned and _same_act(a, y) for y in two)


def _says_too(x: Predicate, b: Predicate) -> bool:
    """True for "isn't telling how ill she is, but says she is stable": its verb has no subject of its own."""
    return x.saying and b.saying and not x.subject and bool(x.keys & b.keys) and bool(x.rest & b.rest)


def _same_act(a: Predicate, b: Predicate) -> bool:
    """True when two predicates are of one act or state: the verb, who, and something of the rest where there is any."""
    if a.modal or b.modal or a.saying != b.saying or not a.keys & b.keys:
        return False
    if a.saying:
        return bool(a.subject & b.subject) and bool(a.rest & b.rest)
    who = bool(a.subject & b.subject)
    if a.rest and b.rest:
        return bool(a.rest & b.rest) and (who or not a.subject or not b.subject)
    return who
