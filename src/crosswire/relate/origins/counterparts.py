"""From a part of one side of a copied passage to the words of the other side that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from crosswire.lexicons.load import Lexicons
from crosswire.model.passage import Passage
from crosswire.relate.copies.alignment import Aligned, aligned_sentences


class Counterparts:
    """Answers, for the two sides of a copied passage, which words stand for which; each pair is aligned once.

    Copies are edited: words swapped, a clause cut, a number restyled. The same words at the same distance from the
    start of both sides are the exception.
    """

    def __init__(self, lexicons: Lexicons) -> None:
        self._aligned = cache(partial(aligned_sentences, lexicons=lexicons))

    def stretches(self, part: Passage, here: Passage, there: Passage) -> Iterator[tuple[tuple[int, int], Aligned]]:
        """The stretches of `here` that share letters with `part`, each with the shared span, in order."""
        for stretch in self._aligned(here, there):
            start, end = max(part.start, stretch.here[0]), min(part.end, stretch.here[1])
            inside = part.start < stretch.here[0] < part.end
            if start < end or (inside and stretch.here[0] == stretch.here[1]):
                yield (start, max(start, end)), stretch

    def of(self, part: Passage, here: Passage, there: Passage) -> Passage | None:
        """The words of `there` that stand for the part of `here` that `part` covers; None where nothing equal does."""
        spans = [_there(shared, stretch) for shared, stretch in self.stretches(part, here, there) if stretch.equal]
        if not spans:
            return None
        start, end = spans[0][0], spans[-1][1]
        return Passage(there.report, start, end, there.words[start - there.start : end - there.start])


def _there(shared: tuple[int, int], stretch: Aligned) -> tuple[int, int]:
    """The span of the other side; letter by letter where both sides are as long, else the whole of the stretch."""
    if stretch.here[1] - stretch.here[0] != stretch.there[1] - stretch.there[0]:
        return stretch.there
    off = stretch.there[0] - stretch.here[0]
    return shared[0] + off, shared[1] + off
