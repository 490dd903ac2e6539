"""A sentence's tokens as a tree."""

from __future__ import annotations

from crosswire.model.annotation import Token
from crosswire.model.token_tree import TokenTree, upward

# "The old dam above Tarn broke"
HEADS = (("det", 2), ("amod", 2), ("nsubj", 5), ("prep", 2), ("pobj", 3), ("ROOT", 5))
TOKENS = [Token(2 * n, 2 * n + 1, "a", "NOUN", "NN", dep, head) for n, (dep, head) in enumerate(HEADS)]


def test_what_hangs_on_a_word() -> None:
    tree = TokenTree(TOKENS)
    assert tree.under(2) == [0, 1, 3]
    assert tree.under(2, "det", "prep") == [0, 3]
    assert tree.below(5) == [5, 2, 0, 1, 3, 4]
    assert tree.below(4) == [4]


def test_what_a_word_hangs_on() -> None:
    assert list(upward(TOKENS, 4)) == [4, 3, 2, 5]
    assert list(upward(TOKENS, 5)) == [5]
