"""Single people to whom something happened: "a man was shot dead" counts one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.annotate.counts import outcome_of
from crosswire.lexicons.counted import Counted
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Figure, Sentence, Token
from crosswire.model.report import Report

_HARMED = ("killed", "injured", "shot", "arrested")


def find_persons(
    report: Report, sentences: Sequence[Sentence], figures: Sequence[Figure], *, lexicons: Lexicons
) -> Iterator[Figure]:
    """A figure of one for each single person killed, injured, shot or arrested, without an id.

    Left out where the report already counts two or more of the same: one of the counted is not another count.
    """
    told = {figure.what for figure in figures if max(figure.low or 0, figure.high or 0) > 1}
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            if token.lemma not in lexicons.counted.people or token.tag != "NN":
                continue
            start = _article(sentence.tokens, index, report, lexicons.counted)
            if start is None:
                continue
            outcome = outcome_of(sentence.tokens, index, lexicons.counted)
            if outcome and outcome.name in _HARMED and outcome.name not in told:
                passage = report.passage(sentence.tokens[start].start, token.end)
                yield Figure("", passage, 1.0, 1.0, None, outcome.name, None)


def _article(tokens: Sequence[Token], index: int, report: Report, counted: Counted) -> int | None:
    """The index of the article that makes the noun one person; None without one, or with a number."""
    mine = [n for n, token in enumerate(tokens[:index]) if token.head == index]
    if any(tokens[n].dep == "nummod" for n in mine):
        return None
    for n in mine:
        word = report.text[tokens[n].start : tokens[n].end].lower()
        if tokens[n].dep == "det" and (
            word in ("a", "an", "another") or (word == "the" and tokens[index].lemma in counted.definite)
        ):
            return n
        if tokens[n].dep == "poss" and tokens[index].lemma in counted.definite:
            return n
    return None
