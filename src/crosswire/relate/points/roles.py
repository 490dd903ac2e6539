"""Who does what a word tells, and to whom it is done, as words of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.lexicons.acts import ActWords
from crosswire.relate.points.parties import Grammar
from crosswire.relate.points.somebody import Cast

# Verbs of which the subject is who it is done to.
UNDERGONE = frozenset(
    {"die", "survive", "perish", "succumb", "suffer", "sustain", "receive", "plead", "recover"}
    | {"be", "become", "remain"}
)
CARRIED = frozenset({"attr", "acomp", "oprd", "dobj", "ccomp", "amod", "advmod"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Who does an act and to whom it is done, as tokens; `either` where the grammar doesn't tell which."""

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    either: tuple[int, ...] = ()

    def everybody(self) -> tuple[int, ...]:
        """All of them."""
        return (*self.agents, *self.patients, *self.either)


class RoleReader:
    """The sentences of a story, to be asked who does what in them."""

    def __init__(self, cast: Cast, words: ActWords) -> None:
        self._cast, self._words = cast, words

    def roles(self, n: int, k: int) -> Roles:
        """Who has a part in what the token of sentence `n` tells: "the killing of two" has the two as patients."""
        grammar = self._cast.grammar(n)
        token = grammar.tokens[k]
        if self._cast.tree(n).is_verb(k):
            return self._verb_roles(n, k)
        owners, of, by = (
            tuple(grammar.under(k, "poss")),
            tuple(grammar.objects(k, "of")),
            tuple(grammar.objects(k, "by")),
        )
        above = self._carrier(n, k)
        if above is None:
            return self._noun_roles(n, k, owners, of, by)
        subject = grammar.subject(above)
        held = tuple(c for c in grammar.under(above, "dobj", "nsubjpass") if c != k)
        mine = () if subject is None or subject == k else (subject,)
        if token.pos == "ADJ" or token.dep in ("attr", "acomp", "oprd"):
            return Roles((), (*of, *(held or mine)), owners)
        return Roles(by, of, (*owners, *mine, *held))

    def _noun_roles(self, n: int, k: int, owners: tuple[int, ...], of: tuple[int, ...], by: tuple[int, ...]) -> Roles:
        """The roles of a noun that no verb carries: "the shooting | that injured two", "Lupo's arrest"."""
        if not any(self._cast.who(n, p).person for p in (*owners, *of, *by)):
            owners = (*owners, *self._over(n, k))
        behind = [c for c in self._cast.grammar(n).under(k, "relcl", "acl") if self._cast.tree(n).is_verb(c)]
        more = tuple(p for c in behind for p in self._verb_roles(n, c).patients if p != k)
        return Roles(by, (*of, *more), owners)

    def _over(self, n: int, k: int) -> tuple[int, ...]:
        """Who does the verbs above a noun that says itself nothing of whom it is: "is in jail on | charges"."""
        tree, grammar, found = self._cast.tree(n), self._cast.grammar(n), list[int]()
        above = grammar.tokens[grammar.tokens[k].head].head if grammar.tokens[k].dep == "pobj" else None
        verb = above if above is not None and tree.is_verb(above) else None
        while verb is not None:
            found += grammar.under(verb, "nsubj", "nsubjpass")
            verb = tree.verb_above(verb) if grammar.tokens[verb].dep in ("acl", "xcomp", "advcl", "conj") else None
        return tuple(found)

    def _carrier(self, n: int, k: int) -> int | None:
        """The verb that hangs the noun or adjective on somebody: "was dead", "left two dead", "had a gun"."""
        tokens = self._cast.grammar(n).tokens
        head = tokens[k].head
        if tokens[k].dep == "pobj":
            head = tokens[head].head
            return head if tokens[head].lemma in self._words.standing and self._cast.tree(n).is_verb(head) else None
        return head if tokens[k].dep in CARRIED and head != k and self._cast.tree(n).is_verb(head) else None

    def _verb_roles(self, n: int, k: int) -> Roles:
        grammar = self._cast.grammar(n)
        by, subject = tuple(grammar.objects(k, "by")), grammar.subject(k)
        passive = _passive(grammar, k)
        patient = grammar.patient(k)
        if patient is None:
            patient = subject if passive else _shared_object(grammar, k)
        patients = () if patient is None else tuple(_joined(grammar, patient))
        doing = () if subject is None else (subject,)
        if passive:
            return Roles(by, patients)
        return Roles((), doing) if grammar.tokens[k].lemma in UNDERGONE else Roles(doing, patients)


def _passive(grammar: Grammar, k: int) -> bool:
    """True for "was hit", "a man hit by", "officers called to the quay", "two were killed and four | hurt"."""
    token = grammar.tokens[k]
    if grammar.under(k, "nsubjpass", "auxpass"):
        return True
    if token.tag == "VBN" and not grammar.under(k, "aux", "dobj"):
        return True
    return token.dep == "acl" and token.tag == "VBD" and not grammar.under(k, "dobj")


def _shared_object(grammar: Grammar, k: int) -> int | None:
    """The object of a verb that "and" joins: "shot | and wounded two people"."""
    beside = [c for c in grammar.under(k, "conj") if not grammar.under(c, "nsubj", "nsubjpass")]
    return next((o for c in beside for o in grammar.under(c, "dobj")), None)


def _joined(grammar: Grammar, n: int) -> Iterator[int]:
    """The word and those that "and" joins to it, or that name it."""
    yield n
    for c in grammar.under(n, "conj", "appos"):
        yield from _joined(grammar, c)
