"""Content fitted to the clauses of its sentence: the labels run over an edge here and there, or stop short of one."""

from __future__ import annotations

from dataclasses import replace

from crosswire.annotate.attribution import Attribution, Span
from crosswire.annotate.grammar import Grammar

# What can't end content when the word it belongs to is cut off: "as the two" of "as the two men met".
LEADING = frozenset(
    {"det", "mark", "cc", "aux", "auxpass", "poss", "case", "predet", "nummod", "amod", "compound", "neg"}
)
# Words that open a sentence whose main clause comes later, and labels under which the parser may hide it.
OPENERS = frozenset({"after", "as", "when", "while", "before", "although", "though", "if", "since", "because", "once"})
ASTRAY = frozenset({"acl", "relcl", "ccomp", "advcl", "conj"})
# Fewer words after a colon are a label, not the content that the words before it announce.
LEAST_AFTER_COLON = 3
# What may stand between a verb of saying and the comma after it: "said on Friday", "said late Monday".
CIRCUMSTANCE = frozenset({"ADP", "PROPN", "NOUN", "DET", "ADV", "ADJ", "NUM"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Fewer tokens before the source are no sentence.
LEAST_BEFORE = 5


def fitted(a: Attribution, g: Grammar) -> Attribution:
    """The attribution, its content ending where the clause ends that it is from."""
    if not a.content:
        return replace(a, content=_before_comma(a, g))
    content = (part if _crosses(part, g) else _fitted(part, a, g) for part in a.content)
    return replace(a, content=tuple(part for part in content if part[0] < part[1]))


def _crosses(part: Span, g: Grammar) -> bool:
    """True for content over more than the cue's sentence: its clauses say nothing about the others."""
    return part[0] < g.sentence.start or part[1] > g.sentence.end


def _fitted(part: Span, a: Attribution, g: Grammar) -> Span:
    """The part, ending where its clause ends."""
    return _with_colon(_closed(_within(_from_that(part, a, g), a, g), g), a, g)


def _before_comma(a: Attribution, g: Grammar) -> tuple[Span, ...]:
    """What stands before ", the harbour office said on Friday," where the parser hung that on a noun.

    Only where nothing but when and where it was said follows up to the next comma or the end.
    """
    if a.source is None or a.source[1] > a.head or g.tokens[a.token].tag not in FINITE:
        return ()
    first = next((n for n, t in enumerate(g.tokens) if t.start >= a.source[0]), 0)
    if g.words[first] in ("who", "which", "that"):
        return ()
    after = a.token + 1
    while after < len(g.tokens) and g.tokens[after].pos in CIRCUMSTANCE:
        after += 1
    ends = after >= len(g.tokens) or g.words[after] in (",", ".")
    opens = first > LEAST_BEFORE and g.words[first - 1] == "," and g.child(a.token, "mark") is None
    return ((g.tokens[0].start, g.tokens[first - 2].end),) if opens and ends else ()


def _from_that(part: Span, a: Attribution, g: Grammar) -> Span:
    """The part from "that" on: "said on “Morning Tide” that the pier was safe" says nothing about the programme."""
    for c in g.children[a.token]:
        if g.tokens[c].dep == "ccomp" and g.words[g.left[c]] == "that" and a.head < part[0]:
            start = g.tokens[g.left[c]].start
            before = [n for n, t in enumerate(g.tokens) if part[0] <= t.start < start]
            aside = [k for k in g.children[a.token] if g.tokens[k].dep in ("prep", "npadvmod", "advmod")]
            if before and start < part[1] and all(any(g.left[k] <= n <= g.right[k] for k in aside) for n in before):
                return start, part[1]
    return part


def _within(part: Span, a: Attribution, g: Grammar) -> Span:
    """The part without the main clause: "Conveying the town's demands, the mayor left" conveys only the demands."""
    if a.head < part[0] and g.words[0] in OPENERS:
        part = part[0], _main_clause(part, g)
    token, edge = g.tokens[a.token], g.tokens[g.right[a.token]].end
    leads = token.dep in ("advcl", "acl", "relcl") and (token.head > a.token or token.tag == "VBG")
    return (part[0], edge) if leads and a.head < part[0] < edge < part[1] else part


def _main_clause(part: Span, g: Grammar) -> int:
    """Where the main clause of "After Holt had spoken, noting the risk, the mayor left" begins inside the part, or
    the part's end. The parser may have hung it on a noun: a finite verb with a subject of its own right after a comma.
    """
    for n, token in enumerate(g.tokens):
        subject = g.child(n, "nsubj") if token.tag in ("VBD", "VBZ", "VBP") and token.dep in ASTRAY else None
        if subject is not None and g.left[subject] > 0 and g.words[g.left[subject] - 1] == ",":
            comma = g.tokens[g.left[subject] - 1].start
            if part[0] < comma < part[1] and g.tokens[token.head].start < comma:
                return comma
    return part[1]


def _closed(part: Span, g: Grammar) -> Span:
    """The part without words at its end that belong to a word cut off."""
    inside = [n for n, token in enumerate(g.tokens) if part[0] <= token.start < part[1]]
    while len(inside) > 2 and _dangles(g, inside[-1]):
        inside.pop()
    return (part[0], g.tokens[inside[-1]].end) if inside else part


def _dangles(g: Grammar, n: int) -> bool:
    """True for a full stop or a comma, and for a word whose own word comes after it."""
    return g.words[n] in (".", ",", ";") or (g.tokens[n].dep in LEADING and g.tokens[n].head > n)


def _with_colon(part: Span, a: Attribution, g: Grammar) -> Span:
    """The part with what follows it after a colon: "added a warning of his own: The dam would not hold"."""
    after = next((n for n, token in enumerate(g.tokens) if token.start >= part[1]), len(g.tokens))
    if part[0] < a.head or after + LEAST_AFTER_COLON >= len(g.tokens) or g.words[after] != ":":
        return part
    return part[0], g.tokens[-2 if g.words[-1] == "." else -1].end
