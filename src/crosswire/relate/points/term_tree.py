"""A sentence's grammar with what each of its words says: what both readers of acts ask."""

from __future__ import annotations

from collections.abc import Collection

from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.statements import Slots, Term


class TermTree:
    """One sentence's words: what hangs on each, its term where it says something by itself, its phrases."""

    def __init__(self, slots: Slots) -> None:
        self.slots, self.tokens = slots, slots.tokens
        self.tree = PhraseTree(slots.tokens)
        self._terms = {t.start: t for t in slots.sequence}
        self.children: list[list[int]] = [[] for _ in slots.tokens]
        for n, token in enumerate(slots.tokens):
            if token.head != n:
                self.children[token.head].append(n)

    def term(self, n: int) -> Term | None:
        """The word's term; None for one that says nothing by itself."""
        return self._terms.get(self.tokens[n].start)

    def under(self, n: int, labels: Collection[str]) -> list[int]:
        """The children of `n` with one of the labels."""
        return [c for c in self.children[n] if self.tokens[c].dep in labels]
