"""A sentence's grammar in a form that is quick to ask: words, children, the span of each subtree."""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.annotate.attribution import Span
from crosswire.model.annotation import Sentence, Token
from crosswire.model.report import Report
from crosswire.model.token_tree import TokenTree, upward

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """A sentence with, per token: its lower-cased word, its children, the first and last token of its subtree."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    def child(self, of: int, *deps: str) -> int | None:
        """The first child of token `of` whose label is one of `deps`."""
        return next((c for c in self.children[of] if self.tokens[c].dep in deps), None)

    def ancestors(self, of: int) -> tuple[int, ...]:
        """The heads above token `of`, nearest first."""
        return tuple(upward(self.tokens, of))[1:]


def grammar(report: Report, sentence: Sentence) -> Grammar:
    """The sentence's grammar."""
    tokens = sentence.tokens
    left, right = _edges(tokens)
    words = tuple(report.text[t.start : t.end].lower() for t in tokens)
    return Grammar(sentence, tokens, words, tuple(map(tuple, TokenTree(tokens).children)), left, right)


def span_of(g: Grammar, n: int) -> Span:
    """The span of the subtree of token `n` without relative clauses and loose marks at its end."""
    left, right = g.left[n], g.right[n]
    cut = [
        g.left[c]
        for c in g.children[n]
        if c > n and g.tokens[c].dep in ("relcl", "acl", "advcl", "conj") and g.tokens[c].pos in ("VERB", "AUX")
    ]
    right = min([right, *(c - 1 for c in cut)])
    while right > n and g.tokens[right].pos == "PUNCT":
        right -= 1
    while left < n and g.tokens[left].pos == "PUNCT":
        left += 1
    return g.tokens[left].start, g.tokens[right].end


def _edges(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first and the last token of every token's subtree."""
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    for n in range(len(tokens)):
        for at in upward(tokens, n):
            left[at], right[at] = min(left[at], n), max(right[at], n)
    return tuple(left), tuple(right)
