"""Single people to whom something happened: "a man was shot dead" counts one."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.annotate.befell import outcome_of
from crosswire.annotate.place import Count
from crosswire.lexicons.counted import Counted
from crosswire.model.annotation import Sentence
from crosswire.model.token_tree import TokenTree

# What is worth counting of a single person. Counter-example: "a man was charged" is told as news, not as a number.
HARMED = frozenset(["killed", "injured", "shot", "arrested"])


def find_persons(text: str, sentence: Sentence, tree: TokenTree, counted: Counted) -> Iterator[Count]:
    """The single people of a sentence to whom something happened, as counts with spans in the sentence."""
    for index, token in enumerate(sentence.tokens):
        if token.tag != "NN" or token.lemma not in counted.people:
            continue
        start = article(text, sentence, tree, index, counted)
        outcome = outcome_of(tree, index, counted) if start is not None else None
        if start is not None and outcome and outcome.name in HARMED:
            first = sentence.tokens[start].start - sentence.start
            yield Count(first, token.end - sentence.start, None, outcome.name, index)


def article(text: str, sentence: Sentence, tree: TokenTree, index: int, counted: Counted) -> int | None:
    """The index of the word that makes the noun one person; None without one, or with a number.

    "a man", "the victim", "his wife", "a sheriff's deputy", and "woman" of "a man and woman".
    """
    tokens, definite = sentence.tokens, tree.lemma(index) in counted.definite
    mine = [n for n in tree.under(index) if n < index]
    if any(tokens[n].dep == "nummod" for n in mine):
        return None
    for n in mine:
        word = text[tokens[n].start - sentence.start : tokens[n].end - sentence.start].lower()
        one = word in ("a", "an", "another") or (definite and word in ("the", "that", "this"))
        if tokens[n].dep == "det" and one:
            return n
        if tokens[n].dep == "poss":
            return n
    if tokens[index].dep == "conj" and tree.lemma(tokens[index].head) in counted.people:
        return mine[0] if mine and tokens[mine[0]].dep in ("amod", "compound") else index
    return None
