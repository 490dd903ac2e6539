"""The words, and pairs of words, that several reports of a story have: what many tell is likely to matter."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from crosswire.model.annotation import Token
from crosswire.model.relation import Relations

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
# They stand beside anything.
EMPTY = frozenset({"be", "have", "do", "say", "tell", "make", "get", "take", "go", "come", "give"})
# What a word that two reports of two have is worth beside a point that two origins carry (about 2), and of that a pair.
WEIGHT = 0.18
PAIR = 0.5


def terms_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The sentence's words that say something, and the pairs that stand beside or under each other.

    "Police closed the old bridge": close, police, old, bridge, "close police", "bridge close", "bridge old".
    """
    told = [n for n, token in enumerate(tokens) if token.pos in CONTENT and token.lemma.lower() not in EMPTY]
    lemmas = {n: tokens[n].lemma.lower() for n in told}
    beside = list(pairwise(told)) + [(n, tokens[n].head) for n in told if tokens[n].head in lemmas]
    pairs = {" ".join(sorted((lemmas[a], lemmas[b]))) for a, b in beside if lemmas[a] != lemmas[b]}
    return frozenset(lemmas.values()) | pairs


def weights_of(relations: Relations) -> Mapping[str, float]:
    """What each term that at least two reports have is worth: more for each further report."""
    counted = {report.id for report in relations.counted}
    carried: dict[str, set[str]] = defaultdict(set)
    for annotation in relations.annotations:
        for sentence in annotation.sentences if annotation.report in counted else ():
            for term in terms_of(sentence.tokens):
                carried[term].add(annotation.report)
    scale = WEIGHT / math.sqrt(max(1, len(counted) - 1))
    shared = {term: len(reports) - 1 for term, reports in carried.items() if len(reports) > 1}
    return {term: scale * further * (PAIR if " " in term else 1) for term, further in shared.items()}
