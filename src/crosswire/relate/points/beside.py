"""What stands beside a sentence: the candidates that it was weighed with, and the sentences that have its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence


def by_key(keys: Sequence[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    """Key → the sentences that have it, in order."""
    index: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(keys):
        for key in own:
            index[key].append(n)
    return index


def by_sentence(links: Mapping[tuple[int, int], float]) -> Mapping[int, Mapping[int, float]]:
    """Sentence → its candidates, each with the probability that the two share a point."""
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), chance in links.items():
        beside[a][b] = beside[b][a] = chance
    return beside
