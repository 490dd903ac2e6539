"""Attributions by plain rules: the subject of a verb of saying and its clause. The baseline of the bench."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.grammar import Grammar
from crosswire.lexicons.cues import CueLexicon

CLAUSES = ("ccomp", "xcomp")


def plain_attributions(grammars: Sequence[Grammar], cues: CueLexicon) -> Iterator[Attribution]:
    """An attribution for every verb of the lexicon that has a clause, and for every "according to"."""
    for number, g in enumerate(grammars):
        for n, token in enumerate(g.tokens):
            if token.pos == "VERB" and token.lemma in cues.verbs:
                content = _content(g, n)
                if content:
                    yield Attribution(
                        number, (token.start, token.end), _source(g, n), content, token.lemma, token.start
                    )
            elif n + 1 < len(g.words) and f"{g.words[n]} {g.words[n + 1]}" in cues.phrases:
                yield from _according(g, n, number)


def span(g: Grammar, n: int) -> Span:
    """The span of the subtree of token `n`, commas at either end left out."""
    left, right = g.left[n], g.right[n]
    while left < n and g.tokens[left].pos == "PUNCT" and g.words[left] in ",;:—–-":
        left += 1
    while right > n and g.tokens[right].pos == "PUNCT" and g.words[right] in ",;:—–-.":
        right -= 1
    return g.tokens[left].start, g.tokens[right].end


def _source(g: Grammar, n: int) -> Span | None:
    """The subject of verb `n`, or the one it inherits from the verb it hangs on."""
    for at in (n, *g.ancestors(n)):
        subject = g.child(at, "nsubj", "nsubjpass")
        if subject is not None:
            return span(g, subject)
        if g.tokens[at].dep not in ("advcl", "conj", "xcomp", "dep"):
            return None
    return None


def _content(g: Grammar, n: int) -> tuple[Span, ...]:
    """The clause that verb `n` introduces, or the rest of the sentence around "X said"."""
    clause = g.child(n, *CLAUSES)
    if clause is not None:
        return (span(g, clause),)
    head = g.tokens[n].head
    if g.tokens[n].dep in ("parataxis", "ccomp") and head != n:
        return around(span(g, head), span(g, n))
    return ()


def around(whole: Span, hole: Span) -> tuple[Span, ...]:
    """`whole` without `hole`: one or two spans."""
    parts = ((whole[0], min(hole[0], whole[1])), (max(hole[1], whole[0]), whole[1]))
    return tuple(part for part in parts if part[0] < part[1])


def _according(g: Grammar, n: int, number: int) -> Iterator[Attribution]:
    """The attribution of an "according to": the rest of its sentence."""
    to = n + 1
    source = g.child(to, "pobj")
    if source is None:
        return
    head = g.tokens[n].head if g.tokens[n].head != n else g.tokens[to].head
    end = g.tokens[g.right[source]].end
    content = around((g.tokens[g.left[head]].start, g.tokens[g.right[head]].end), (g.tokens[n].start, end))
    if content:
        yield Attribution(
            number, (g.tokens[n].start, g.tokens[to].end), span(g, source), content, "according to", g.tokens[n].start
        )
