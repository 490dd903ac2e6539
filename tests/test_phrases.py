"""Phrases of a sentence: where they may begin and end, however deep its grammar goes."""

from __future__ import annotations

from crosswire.model.annotation import Token
from crosswire.relate.points.phrases import PhraseTree

LONGEST = 800  # words of the longest sentence that is read


def chain(length: int) -> PhraseTree:
    """A list of names, each hanging on the one before."""
    return PhraseTree(
        [Token(2 * n, 2 * n + 1, "a", "NOUN", "NN", "conj" if n else "ROOT", max(0, n - 1)) for n in range(length)]
    )


def test_a_list_may_end_behind_each_of_its_names_the_longest_first() -> None:
    assert list(chain(4).ends(0)) == [3, 2, 1, 0]


def test_the_longest_list_is_read() -> None:
    tree = chain(LONGEST)
    assert list(tree.ends(0)) == list(range(LONGEST - 1, -1, -1))
    assert list(tree.below(0)) == list(range(LONGEST))


def test_words_before_the_head_begin_a_phrase() -> None:
    heads = (("det", 1), ("nsubj", 2), ("ROOT", 2), ("dobj", 2))
    tree = PhraseTree([Token(2 * n, 2 * n + 1, "a", "VERB", "VB", dep, head) for n, (dep, head) in enumerate(heads)])
    assert list(tree.starts(2)) == [0]
    assert list(tree.ends(2)) == [3]
    assert list(tree.below(2)) == [2, 1, 0, 3]


def test_a_name_between_two_commas_begins_no_phrase() -> None:
    words = (
        ("guard", "NOUN", "dep", 4), (",", "PUNCT", "punct", 4), ("Lupo", "PROPN", "nsubj", 4),
        (",", "PUNCT", "punct", 2), ("flee", "VERB", "ROOT", 4),
    )  # fmt: skip
    tokens = [Token(2 * n, 2 * n + 1, lemma, pos, "", dep, head) for n, (lemma, pos, dep, head) in enumerate(words)]
    assert list(PhraseTree(tokens).starts(4)) == [0]
    without = [
        Token(t.start, t.end, "a" if n == 3 else t.lemma, t.pos, "", t.dep, t.head) for n, t in enumerate(tokens)
    ]
    assert 2 in list(PhraseTree(without).starts(4))
