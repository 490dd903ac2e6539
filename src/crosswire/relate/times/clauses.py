"""Clauses and noun phrases of a parsed sentence: which verb leads, and from where to where one reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.model.annotation import Token
from crosswire.model.token_tree import CLAUSES, TokenTree, tells_a_kind, upward

NOUNS = ("NOUN", "PROPN")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")


def clause_verb(tokens: Sequence[Token], index: int) -> int | None:
    """The verb whose clause the word stands in: infinitives and auxiliaries give way to the verb that leads them."""
    for n in upward(tokens, index):
        token = tokens[n]
        bare = token.tag == "VB" and token.dep != "ROOT" and not _has(tokens, n, ("nsubj", "nsubjpass"))
        leads = (token.dep in CLAUSES and not bare) or token.head == n
        if token.pos in ("VERB", "AUX") and leads and not tells_a_kind(tokens, n):
            return n
    return None


def clause(tokens: Sequence[Token], verb: int, inside: Sequence[int]) -> tuple[int, int]:
    """The first and last token of a verb's clause, without what leads into it.

    A main clause keeps the whole sentence but for the clauses that "and" or "but" joins to it with a subject of their
    own, on either side of the time: "Lupo left on Monday, and the port will open next week" is two things.
    """
    if tokens[verb].dep in ("ROOT", "conj", "parataxis"):
        return _joined(tokens, verb, inside)
    members = TokenTree(tokens).below(verb)
    first, last = min(members), max(members)
    if tokens[verb].dep in ("relcl", "acl"):
        first = min(first, min(TokenTree(tokens).below(tokens[verb].head)))  # the words that "which" stands for
    while first < verb and (tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ", "ADP") or tokens[first].dep == "mark"):
        first += 1
    return first, last


def _joined(tokens: Sequence[Token], verb: int, inside: Sequence[int]) -> tuple[int, int]:
    first, last = 0, len(tokens) - 1
    if tokens[verb].dep == "conj" and _has(tokens, verb, ("nsubj", "nsubjpass", "expl")):
        first = min(TokenTree(tokens).below(verb))
    for n, token in enumerate(tokens):
        other = token.dep == "conj" and token.pos in ("VERB", "AUX") and token.head == verb
        if other and _has(tokens, n, ("nsubj", "nsubjpass", "expl")):
            start = min(TokenTree(tokens).below(n))
            if start > max(inside):
                last = min(last, start - 1)
    while max(inside) < last < len(tokens) - 1 and tokens[last].pos in ("PUNCT", "CCONJ"):
        last -= 1
    return min(first, inside[0]), last


def _has(tokens: Sequence[Token], index: int, deps: Sequence[str]) -> bool:
    return any(token.head == index and token.dep in deps for token in tokens)


def noun_phrase(tokens: Sequence[Token], noun: int, inside: Sequence[int]) -> tuple[int, int]:
    """The first and last token of a noun's whole phrase with the time."""
    members = {*TokenTree(tokens).below(noun), *inside}
    first, last = min(members), max(members)
    # A phrase that the parser broke at the time goes on behind it: "the storm last week on the coast of Dorn".
    while last + 1 < len(tokens) and tokens[last + 1].pos == "ADP" and last == inside[-1]:
        last = max(TokenTree(tokens).below(last + 1))
    while first < noun and tokens[first].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
        first += 1
    return first, last


def content(tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas of the nouns, verbs, adjectives and names among these."""
    return frozenset(token.lemma for token in tokens if token.pos in _CONTENT and len(token.lemma) > 2)


def names(tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas of the names of people, places and bodies among these; days and dates are none."""
    return frozenset(
        t.lemma for t in tokens if t.pos == "PROPN" and t.entity not in ("DATE", "TIME") and len(t.lemma) > 2
    )
