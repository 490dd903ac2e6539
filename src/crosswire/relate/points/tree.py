"""A sentence's tokens with their children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Token


class SentenceTree:
    """One sentence's tokens with lemmas, stems and the positions of each token's children."""

    def __init__(
        self, tokens: Sequence[Token], lemmas: Sequence[str], stems: Sequence[str | None], words: PointWords
    ) -> None:
        self.tokens, self.lemmas, self.stems, self.words = tokens, lemmas, stems, words
        self.children: dict[int, list[int]] = defaultdict(list)
        for n, token in enumerate(tokens):
            if token.head != n:
                self.children[token.head].append(n)

    def below(self, n: int) -> list[int]:
        """Token `n` and all under it, in order."""
        found, stack = [], [n]
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend(self.children[top])
        return sorted(found)

    def under(self, n: int, labels: Iterable[str]) -> list[int]:
        """The children of `n` with one of the labels."""
        wanted = frozenset(labels)
        return [c for c in self.children[n] if self.tokens[c].dep in wanted]
