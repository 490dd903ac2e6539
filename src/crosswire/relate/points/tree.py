"""A sentence's tokens with their children."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.lexicons.points import PointWords
from crosswire.model.annotation import Token
from crosswire.model.token_tree import TokenTree


class SentenceTree(TokenTree):
    """One sentence's tokens with lemmas and stems."""

    def __init__(
        self, tokens: Sequence[Token], lemmas: Sequence[str], stems: Sequence[str | None], words: PointWords
    ) -> None:
        super().__init__(tokens)
        self.lemmas, self.stems, self.words = lemmas, stems, words
