"""A sentence's grammar with what each of its words says: what both readers of acts ask."""

from __future__ import annotations

from crosswire.model.token_tree import TokenTree
from crosswire.relate.points.phrases import PhraseTree
from crosswire.relate.points.statements import Slots, Term


class TermTree(TokenTree):
    """One sentence's words: what hangs on each, its term where it says something by itself, its phrases."""

    def __init__(self, slots: Slots) -> None:
        super().__init__(slots.tokens)
        self.slots = slots
        self.tree = PhraseTree(slots.tokens)
        self._terms = {t.start: t for t in slots.sequence}

    def term(self, n: int) -> Term | None:
        """The word's term; None for one that says nothing by itself."""
        return self._terms.get(self.tokens[n].start)
