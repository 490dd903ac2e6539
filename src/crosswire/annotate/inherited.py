"""Sources that a cue does not have beside it: the subject of the verb it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.features import Setting
from crosswire.annotate.grammar import SUBJECTS, Grammar

# What passes a subject down: "…, adding that", "said … and warned", "wants to say", "after saying".
PASSING = frozenset({"advcl", "conj", "xcomp", "dep", "pcomp", "prep"})
# "The talks appeared to fail" has no source: the report itself says how it looked.
NOBODY = frozenset({"seem", "appear", "look", "sound", "be"})


def with_source(a: Attribution, around: Sequence[Setting]) -> Attribution:
    """The attribution, its source filled in where the model saw none and grammar shows one.

    "The ministry closed the line, adding that buses would run": the source of "adding" is "The ministry".
    """
    g = around[a.sentence].grammar
    if a.source or g.tokens[a.token].pos != "VERB" or a.lemma in NOBODY:
        return a
    source = _source(g, a.token)
    if source is None:
        return a
    content = _without(a.content, source, a.head)
    return replace(a, source=source, content=content) if content or not a.content else a


def _without(content: Sequence[Span], source: Span, head: int) -> tuple[Span, ...]:
    """The content without the source: gone where it is the source, cut where the source's clause begins.

    "Noting that the dam was old, Maren urged repairs": what she noted ends before her name.
    """
    found: list[Span] = []
    for start, end in content:
        if start < source[1] and source[0] < end:
            end = source[0] if head < start else start
        if start < end:
            found.append((start, end))
    return tuple(found)


def _source(g: Grammar, n: int) -> Span | None:
    """The span of the subject that verb `n` has or inherits."""
    if any(g.tokens[c].dep in ("nsubjpass", "auxpass") for c in g.children[n]):
        return None
    cue = n
    for _ in range(5):
        subject = g.child(n, *SUBJECTS)
        if subject is not None:
            return span_of(g, subject)
        token = g.tokens[n]
        if token.dep == "acl" and token.tag == "VBG":
            return _left_of(g, token.head, n)
        if token.dep not in PASSING or token.head == n or _controlled(g, n):
            return _beside(g, cue)
        n = token.head
    return None


def _beside(g: Grammar, n: int) -> Span | None:
    """The names right before verb `n`, for where the parser hung them elsewhere: "a plan Maren and Holt said …"."""
    last = n - 1
    while last >= 0 and g.tokens[last].pos in ("AUX", "ADV"):
        last -= 1
    first = last + 1
    while first > 0 and (g.tokens[first - 1].pos == "PROPN" or (g.words[first - 1] == "and" and first <= last)):
        first -= 1
    return (g.tokens[first].start, g.tokens[last].end) if first <= last and g.words[first] != "and" else None


def _controlled(g: Grammar, n: int) -> bool:
    """True when an object, not the subject, does what verb `n` says: "He asked her to say"."""
    token = g.tokens[n]
    return token.dep == "xcomp" and g.child(token.head, "dobj", "dative") is not None


def _left_of(g: Grammar, noun: int, n: int) -> Span | None:
    """The noun with what stands before it: "a group supporting the bill"."""
    return (g.tokens[g.left[noun]].start, g.tokens[noun].end) if noun < n else None


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
