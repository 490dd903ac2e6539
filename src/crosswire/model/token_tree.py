"""A sentence's tokens as a tree: what hangs on each word, and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model.annotation import Token

# Tags of verbs with which a clause tells: "broke", "breaks", "may". Counter-examples: "broken", "to break".
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Labels of the words that head a clause of their own: "after presiding over the match".
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "pcomp", "parataxis", "csubj"})
# What a sentence speaks of.
TOPICAL = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


class TokenTree:
    """A sentence's tokens, as indices in order of the text; `children` holds what hangs on each."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens]
        for n, token in enumerate(tokens):
            if token.head != n:
                self.children[token.head].append(n)

    def under(self, n: int, *labels: str) -> list[int]:
        """The children of `n` with one of the labels; all where none is named."""
        return [c for c in self.children[n] if not labels or self.tokens[c].dep in labels]

    def lemma(self, n: int) -> str:
        """The token's lemma."""
        return self.tokens[n].lemma

    def below(self, n: int) -> list[int]:
        """The token, then all that hangs on it, branch by branch.

        No recursion: a list of hundreds of names hangs name on name.
        """
        found, waiting = [], [n]
        while waiting:
            found.append(waiting.pop())
            waiting += reversed(self.children[found[-1]])
        return found


def tells_a_kind(tokens: Sequence[Token], verb: int) -> bool:
    """True for the clause of "found one that would hold a gun on Monday", of which no time is told: it was found then.

    Counter-example: "announced a plan that would close the pier on Monday".
    """
    modal = any(token.head == verb and token.tag == "MD" for token in tokens)
    return modal and tokens[verb].dep == "relcl" and tokens[tokens[verb].head].lemma in _ANY


# What stands for any thing or person of a kind.
_ANY = frozenset({"one", "something", "anything", "someone", "anyone", "somebody", "anybody", "those"})


def upward(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """The token, then the words above it, nearest first."""
    for _ in tokens:
        yield n
        if tokens[n].head == n:
            return
        n = tokens[n].head
