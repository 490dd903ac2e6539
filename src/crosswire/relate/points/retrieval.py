"""The sentences of other reports most like a sentence, read from postings of terms for a whole story at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Near = tuple[tuple[int, float], ...]


def nearest(
    terms: Sequence[frozenset[str]],
    reports: Sequence[int],
    *,
    squares: Mapping[str, float],
    norms: Sequence[float],
    leading: frozenset[str],
    kept: int,
) -> Iterator[Near]:
    """For each sentence the `kept` sentences of other reports most like it, best first, with their cosine.

    `squares` is the squared weight of each term, `norms` the length of each sentence. Only sentences that share one of
    the `leading` terms are looked at; of equals those that come first. Weights are added in the order of the terms'
    letters, as `Neighbourhood.alike` does it, so that both give one number to the last digit.
    """
    postings = _postings(terms)
    report, norm = np.array(reports), np.array(norms)
    sums, met = np.zeros(len(terms)), np.zeros(len(terms), dtype=bool)
    for n, own in enumerate(terms):
        sums.fill(0.0)
        met.fill(False)
        for term in sorted(own):
            sums[postings[term]] += squares[term]
            if term in leading:
                met[postings[term]] = True
        found = np.flatnonzero(met & (report != reports[n]))
        yield _best(found, sums[found] / (norms[n] * norm[found]), kept)


def _best(found: NDArray[np.intp], scores: NDArray[np.float64], kept: int) -> Near:
    """The sentences with the highest scores, best first; of equals those that come first."""
    if len(found) > kept:
        least = np.partition(scores, len(found) - kept)[len(found) - kept]
        found, scores = found[scores >= least], scores[scores >= least]
    order = np.lexsort((found, -scores))[:kept]
    return tuple(zip(found[order].tolist(), scores[order].tolist(), strict=True))


def _postings(terms: Sequence[frozenset[str]]) -> dict[str, NDArray[np.intp]]:
    """Term → the sentences that have it, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(terms):
        for term in own:
            found[term].append(n)
    return {term: np.array(places) for term, places in found.items()}
