"""A sentence's phrases: what can be cut out of it so that it can be read alone and stays true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model.token_tree import TokenTree, upward

# What can be left out at the end of a phrase without making it false: "killed five | in the airport on Friday".
# Counter-examples: objects, numbers, "not".
OPTIONAL = frozenset(
    {"prep", "advcl", "relcl", "acl", "npadvmod", "advmod", "conj", "cc", "punct", "appos", "parataxis", "agent"}
    | {"mark", "intj", "dep", "preconj", "meta"}
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# "according to the court", "in order to win": no clauses of their own.
UNFINISHED = frozenset({"aux", "auxpass", "xcomp", "pcomp", "acl", "amod", "prep"})
NONE = frozenset({"no", "nobody", "none", "nothing", "neither"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Words that weaken what they stand beside; nothing is shown as agreed without them.
WEAKENING = frozenset(
    {"allegedly", "reportedly", "apparently", "possibly", "perhaps", "maybe", "probably", "likely", "nearly", "almost"}
    | {"hardly", "only", "supposedly", "potentially", "seemingly"}
)
# "if the dam breaks", "until the road opens": what such a word opens is not told as a fact.
CONDITIONS = frozenset({"if", "unless", "whether", "until", "lest", "before", "to"})
# What stands under these is told, by somebody.
TELLING = frozenset(
    {"say", "tell", "report", "announce", "add", "confirm", "note", "state", "show", "reveal", "write", "learn", "find"}
    | {"know", "discover", "determine", "recall"}
)
# A name with what it is, or an event as a noun, says less than a clause; a clause without its subject reads worse.
NOUN_FORM, BARE_FORM = 0.75, 0.85
# "the strike at the dam", "Ana Lupo, 58": what hangs on a noun so makes it say something; "a simple test" doesn't.
SAYING = frozenset({"prep", "poss", "acl", "relcl", "appos", "nummod"})


class PhraseTree(TokenTree):
    """One sentence's grammar: which words can head a phrase, where it may begin and end."""

    def form(self, n: int, *, loose: bool = False, clause: bool = False) -> float:
        """How well what hangs on the word reads alone: 0 where it can't, or would say what the sentence doesn't.

        `loose`: "killing five" will do, where the rest of the sentence says something else. `clause`: only what has
        its subject and its verb will do.
        """
        token = self.tokens[n]
        if token.pos in ("NOUN", "PROPN"):
            return 0.0 if clause or token.dep in ("compound", "poss", "npadvmod") else NOUN_FORM
        if not self.is_verb(n) or token.dep in UNFINISHED:
            return 0.0
        opening = [c for c in self.children[n] if c < n]
        if any(self.tokens[c].lemma.lower() in CONDITIONS for c in opening):
            return 0.0
        governor = self.tokens[token.head].lemma
        told = governor in TELLING or self._fronted(n)
        if token.dep == "ccomp" and (not told or self.denied(token.head)):
            return 0.0
        subjects = [c for c in opening if self.tokens[c].dep in SUBJECTS]
        placed = any(self.tokens[c].tag == "WRB" for c in opening)  # "where the dam broke", not "that the army built"
        if (token.dep == "relcl" and not placed) or (token.dep == "advcl" and not subjects and not loose):
            return 0.0
        relative = any(self.tokens[c].lemma.lower() in RELATIVE for c in subjects)
        return 0.0 if relative else 1.0 if subjects else 0.0 if clause else BARE_FORM

    def _fronted(self, n: int) -> bool:
        """True for what stands before who tells it: "Seven died, our reporter counted"."""
        marks = (t for t in self.tokens[n : self.tokens[n].head] if t.dep == "punct" and t.lemma == ",")
        return n < self.tokens[n].head and any(marks)

    def is_verb(self, n: int) -> bool:
        """True for a verb; a name that was read as one is none."""
        return self.tokens[n].pos in ("VERB", "AUX") and not self.tokens[n].entity

    def is_copula(self, n: int) -> bool:
        """True for "is" that is a verb of its own."""
        return self.tokens[n].lemma == "be" and self.tokens[n].dep not in ("aux", "auxpass")

    def after(self, n: int) -> list[int]:
        """What hangs on the word and comes after it."""
        return [c for c in self.children[n] if c > n]

    def several(self, n: int, told: Sequence[int]) -> bool:
        """True where another noun stands beside the one at `n`: "Lupo and the town hall"."""
        return any(self.tokens[c].dep == "conj" and c in told for c in self.children[n])

    def is_name(self, n: int) -> bool:
        """True for a name."""
        return self.tokens[n].pos == "PROPN"

    def is_plain(self, n: int) -> bool:
        """True for a common noun and a number: what says who or how old somebody is."""
        return self.tokens[n].pos in ("NOUN", "NUM")

    def saying(self, n: int) -> list[int]:
        """What hangs on a noun and makes it say something: "the strike | at the dam"."""
        near = [n, *(c for c in self.children[n] if self.tokens[c].dep in ("amod", "compound"))]
        return [c for m in near for c in self.children[m] if self.tokens[c].dep in SAYING]

    def root(self, start: int, end: int) -> int | None:
        """The token between two offsets that the others there hang on."""
        inside = [n for n, t in enumerate(self.tokens) if start <= t.start < end and t.dep != "punct"]
        return next((n for n in inside if self.tokens[n].head == n or self.tokens[n].head not in inside), None)

    def verb_above(self, n: int) -> int | None:
        """The verb under which the word stands, None where there is none."""
        return next((m for m in upward(self.tokens, n) if m != n and self.is_verb(m)), None)

    def denied(self, n: int) -> bool:
        """True when the word has a "not" of its own, or its subject a "no"."""
        return any(
            self.tokens[c].dep == "neg" or (self.tokens[c].dep in SUBJECTS and self._is_none(c))
            for c in self.children[n]
        )

    def _is_none(self, n: int) -> bool:
        return any(self.tokens[m].lemma.lower() in NONE for m in (n, *self.children[n]))

    def starts(self, root: int) -> Iterator[int]:
        """The first tokens with which the phrase of `root` may begin."""
        before = [c for c in self.children[root] if c < root]
        for k in range(len(before) + 1):
            if k == len(before):
                yield root
            elif self.tokens[before[k]].dep not in ("punct", "mark", "cc") and self.tokens[before[k]].tag != "WRB":
                yield from (first for first in [self._first(before[k])] if not self._set_off(first, root))
            if k < len(before) and not (self._may_go(before[k]) or self.tokens[before[k]].tag == "WRB"):
                return

    def _set_off(self, start: int, root: int) -> bool:
        """True for words between two commas that end where the verb begins: "a guard, | Ana Lupo, fled"."""
        verb = min([root, *(c for c in self.children[root] if self.tokens[c].dep in ("aux", "auxpass"))])
        commas = [n for n in range(max(0, start - 1), verb) if self.tokens[n].lemma == ","]
        return len(commas) == 2 and commas[0] == start - 1 and commas[1] == verb - 1

    def ends(self, root: int) -> Iterator[int]:
        """The last tokens with which the phrase of `root` may end, the longest phrase first."""
        waiting = [(root, True)]
        while waiting:
            n, may_be_cut = waiting.pop()
            if may_be_cut:
                waiting += reversed(list(self._cuts(n)))
            else:
                yield n

    def _cuts(self, n: int) -> Iterator[tuple[int, bool]]:
        """What the phrase of the word may end with: a branch that may be cut itself, or a last token."""
        whole = self.denied(n)
        for c in reversed(self.after(n)):
            if self.tokens[c].dep == "punct":
                continue
            if self.tokens[c].dep != "cc":
                yield (self._last(c), False) if whole else (c, True)
            if whole or not self._may_go(c):
                return
        if not self.is_copula(n):
            yield n, False

    def _may_go(self, n: int) -> bool:
        """True when the phrase stays true without what hangs on the word."""
        token = self.tokens[n]
        if token.dep == "conj" and self.tokens[token.head].dep == "pobj":
            over = self.tokens[self.tokens[token.head].head]
            return over.lemma != "between"
        before = token.head if self.tokens[n - 1].dep == "prt" and self.tokens[n - 1].head == token.head else n - 1
        beside = token.dep == "prep" and token.head == before and self.is_verb(before) and not self._of_time(n)
        return token.dep in OPTIONAL and not beside and token.lemma.lower() not in WEAKENING

    def _of_time(self, n: int) -> bool:
        """True for "on Friday"."""
        return any(self.tokens[c].entity in ("DATE", "TIME") for c in self.children[n])

    def _first(self, n: int) -> int:
        """The first token under the word, marks left out."""
        return min(self._side(n, before=True))

    def _last(self, n: int) -> int:
        """The last token under the word, marks left out."""
        return max(self._side(n, before=False))

    def _side(self, n: int, *, before: bool) -> Iterator[int]:
        """The word, what hangs on it on one side, what hangs on that on the same side, and so on."""
        waiting = [n]
        while waiting:
            n = waiting.pop()
            yield n
            waiting += [c for c in self.children[n] if (c < n) is before and self.tokens[c].dep != "punct"]
