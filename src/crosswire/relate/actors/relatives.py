"""Which noun "who", "which" and "that" belong to when they are a quotation's source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model.annotation import Sentence, Token
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.actors.heads import under

FARTHEST = 6  # steps up the tree to the relative clause's verb
CLAUSES = frozenset(("relcl", "acl"))
SAME = frozenset(("appos", "conj"))  # "Ada Marn, a lawyer and advocate who": the advocate is Marn


def antecedents(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """The tokens that the relative `n` may stand for, the likeliest first: its noun, what that noun is beside.

    `premier` in "the premier, who said"; `advocate`, then `Marn` in "Marn, a lawyer and advocate who said"; `he` in
    "he was the one who said".
    """
    noun = _noun(tokens, n)
    if noun is None:
        return
    yield noun
    beside = noun
    while tokens[beside].dep in SAME and tokens[beside].head != beside:
        beside = tokens[beside].head
        if tokens[noun].dep == "appos" or tokens[beside].dep != tokens[noun].dep:
            yield beside
    if tokens[noun].dep == "attr" and tokens[noun].tag not in ("NNS", "NNPS") and tokens[n].tag == "WP":
        yield from (k for k, t in enumerate(tokens) if t.head == tokens[noun].head and t.dep == "nsubj")


def _noun(tokens: Sequence[Token], n: int) -> int | None:
    """The noun of the relative clause; the noun right before "who", where the parse goes past it to another."""
    if tokens[n].tag == "WP" and n > 0 and tokens[n - 1].tag in ("NN", "NNS", "NNPS"):
        return n - 1
    verb = n
    for _ in range(FARTHEST):
        verb = tokens[verb].head
        if tokens[verb].dep in CLAUSES:
            return tokens[verb].head
    return None


def noun_phrase(report: Report, sentence: Sentence, noun: int, end: int) -> Passage:
    """The noun with all that stands before `end` and hangs on it: "senior members of the board" before "who"."""
    tokens = sentence.tokens
    mine = [n for n, t in enumerate(tokens) if t.end <= end and under(tokens, n, noun)]
    wordy = [n for n in mine if tokens[n].pos not in ("PUNCT", "SPACE")] or [noun]
    return report.passage(tokens[min(wordy)].start, tokens[max(*wordy, noun)].end)
