"""Copies of which so many words were edited that their words alone don't show it: what tells is how rare they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.relate.copies.blocks import density
from crosswire.relate.copies.copy_index import Candidate
from crosswire.relate.copies.copying import Copy, copy_between
from crosswire.relate.copies.own_words import Numbers, OwnWords
from crosswire.relate.sequences import edits

# Words by which the two of a fingerprint may stand apart in the source, and two fingerprints of one passage, here
# and there; words around them that are looked at.
TOGETHER, APART, APART_THERE, AROUND = 16, 30, 80, 8
# The part of a passage's words that are equal: two reporters' sentences share a quarter, small words. Below DENSE twice
# as many fingerprints must be rare.
DENSE, LEAST_DENSE = 0.45, 0.28
# Equal words of a passage, and those of them that are no names, numbers or particles.
LEAST, PLAIN_WORDS = 16, 8
# How many fingerprints of a passage no third report has (or twice as many that one more has, …). The sentences that
# say to which hospital somebody was brought and how he fares have words enough, and stand in hundreds of reports.
RARE = 4.0
# A copy of a part of a report has so many sentences and words, or MANY_WORDS; from WHOLE of its own words on, a report
# is a copy.
SENTENCES, WORDS, MANY_WORDS, WHOLE = 2, 24, 40, 0.5
# Among fewer reports nothing can be known to be rare: there fingerprints count less.
ENOUGH_REPORTS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class _Edited:
    """A passage: the places of its equal words here and there, and how many fingerprints of it only the two have."""

    here: Numbers
    there: Numbers
    rare: float

    @property
    def density(self) -> float:
        """The part of the longer side's words that are equal."""
        return density(self.here, self.there)

    @property
    def dense(self) -> bool:
        """True when its equal words alone say much."""
        return self.density >= DENSE


def copy_from(words: OwnWords, source: OwnWords, candidate: Candidate, *, known: int) -> Copy | None:
    """What a report took from a candidate, word for word, edited (`copy_between`) or heavily edited; None if nothing.

    `known` is the number of reports among which the candidate was found. Both were read with one vocabulary.
    """
    weight = min(1.0, known / ENOUGH_REPORTS)
    copy = copy_between(words, source)
    if copy is not None:
        return copy if _more_than_a_formula(copy, candidate, weight) else None
    found = [p for p in _passages(words, source, candidate) if weight * p.rare >= (RARE if p.dense else 2 * RARE)]
    return _copy(words, source, found) if found else None


def _more_than_a_formula(copy: Copy, candidate: Candidate, weight: float) -> bool:
    """True for a whole report, or for several sentences; with rare words, as far as it is known what is rare.

    "Anyone with information is asked to call N Crime Stoppers" stands in reports of a hundred events, and was copied
    from none of them.
    """
    several = copy.words >= MANY_WORDS or (copy.words >= WORDS and copy.sentences >= SENTENCES)
    if copy.share < WHOLE and not several:
        return False
    spans = [(here.start, here.end) for here, _ in copy.passages]
    return sum(_rare_in(span, candidate) for span in spans) >= RARE * weight


def _rare_in(span: tuple[int, int], candidate: Candidate) -> float:
    """How many of the shared fingerprints stand there, each by the part of its holders that the source is."""
    return sum(part for first, second, part in candidate.rarity if first >= span[0] and second < span[1])


def _passages(words: OwnWords, source: OwnWords, candidate: Candidate) -> Iterator[_Edited]:
    """The passages around shared fingerprints that stand near each other in both reports."""
    near: list[tuple[int, int, float]] = []
    for point in (*_points(words, source, candidate), (1 << 60, 0, 0.0)):
        if near and (point[0] - near[-1][0] > APART or abs(point[1] - near[-1][1]) > APART_THERE):
            edited = _edited(words, source, near)
            yield from [edited] if _enough(edited, words, source) else []
            near = []
        near.append(point)


def _points(words: OwnWords, source: OwnWords, candidate: Candidate) -> list[tuple[int, int, float]]:
    """Where the shared fingerprints stand, here and there, and the part of their holders that the source is."""
    points: list[tuple[int, int, float]] = []
    for first, second, part in candidate.rarity:
        here, then = np.searchsorted(words.begins, (first, second))
        if then >= len(words.ids):
            continue
        one, two = (np.flatnonzero(source.ids == words.ids[place]) for place in (here, then))
        apart = np.abs(one[:, None] - two[None, :])
        if apart.size and apart.min() <= TOGETHER:
            points.append((int(here), int(one[np.unravel_index(apart.argmin(), apart.shape)[0]]), part))
    return sorted(points)


def _edited(words: OwnWords, source: OwnWords, points: Sequence[tuple[int, int, float]]) -> _Edited:
    """The equal words, in one order, around the places of fingerprints."""
    start, end = max(0, points[0][0] - AROUND), points[-1][0] + 2 * AROUND
    there = [point[1] for point in points]
    other, other_end = max(0, min(there) - AROUND), max(there) + 2 * AROUND
    pairs: list[tuple[int, int]] = []
    for tag, i, i_end, j, _ in edits(words.ids[start:end].tolist(), source.ids[other:other_end].tolist()):
        if tag == "equal":
            pairs.extend((start + n, other + j + n - i) for n in range(i, i_end))
    kept = [(i, j) for i, j in pairs if not (words.said[i] or source.said[j])]
    here, theirs = np.array(kept, dtype=np.int64).reshape(-1, 2).T
    return _Edited(here, theirs, sum(part for _, _, part in points))


def _enough(edited: _Edited, words: OwnWords, source: OwnWords) -> bool:
    if len(edited.here) < LEAST or int(words.plain[edited.here].sum()) < PLAIN_WORDS:
        return False
    # In either: an editor joins sentences.
    sentences = max(len(np.unique(words.sentence[edited.here])), len(np.unique(source.sentence[edited.there])))
    return edited.density >= LEAST_DENSE and sentences >= SENTENCES


def _copy(words: OwnWords, source: OwnWords, found: Sequence[_Edited]) -> Copy:
    own = np.unique(np.concatenate([edited.here for edited in found]))
    pairs = tuple((words.passage(edited.here), source.passage(edited.there)) for edited in found)
    share = round(len(own) / max(1, words.own), 4)
    return Copy(words.report.id, source.report.id, pairs, len(own), share, len(np.unique(words.sentence[own])))
