"""Surnames that were read as peoples: "Dane" of a report that names Rob Dane is he."""

from __future__ import annotations

from dataclasses import replace

from crosswire.model.annotation import Annotation, Mention, MentionKind, Token
from crosswire.model.report import Report

# "Dane said", "told Dane", "Dane’s crew"; not in "the French mayor".
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj", "appos", "attr"})
ARTICLES = frozenset({"the", "a", "an", "some", "many", "two", "three"})


def with_surnames(report: Report, annotation: Annotation) -> Annotation:
    """The annotation; a people's name that is the surname of somebody named in full before is a person's.

    Counter-examples: "the Dane", whose surname is another, and "French police" in a report of Ann French.
    """
    first: dict[str, int] = {}
    for mention in annotation.mentions:
        words = mention.name.split()
        if mention.kind is MentionKind.PERSON and len(words) > 1:
            first.setdefault(words[-1], mention.passage.start)
    if not any(m.kind is MentionKind.NATIONALITY and m.name in first for m in annotation.mentions):
        return annotation
    tokens = {token.start: token for sentence in annotation.sentences for token in sentence.tokens}
    return replace(
        annotation,
        mentions=tuple(
            replace(m, kind=MentionKind.PERSON) if _is_surname(m, report, first, tokens) else m
            for m in annotation.mentions
        ),
    )


def _is_surname(mention: Mention, report: Report, first: dict[str, int], tokens: dict[int, Token]) -> bool:
    if mention.kind is not MentionKind.NATIONALITY or mention.passage.start < first.get(mention.name, len(report.text)):
        return False
    token = tokens.get(mention.passage.start)
    before = report.text[: mention.passage.start].split()[-1:]
    return token is not None and token.dep in STANDING and ARTICLES.isdisjoint(w.lower() for w in before)
