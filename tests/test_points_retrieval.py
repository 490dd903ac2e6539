"""The nearest sentences of other reports, as looking at every pair would find them."""

from __future__ import annotations

from itertools import product

import pytest

from crosswire.relate.points.retrieval import nearest
from crosswire.relate.points.similarity import Neighbourhood
from point_stories import all_slots

NOUNS = ("dam", "bridge", "ferry", "harbour")
VERBS = ("broke", "opened", "burned")
TEXTS = tuple(
    f"The {noun} at Velden {verb} on Monday. The {noun} was old, Lupo said." for noun, verb in product(NOUNS, VERBS)
)


@pytest.mark.parametrize("kept", [1, 3, 100])
def test_the_nearest_are_those_that_all_pairs_compared_give(kept: int) -> None:
    hood = Neighbourhood(all_slots(*TEXTS), {})
    common = {"velden", "monday"}  # as Neighbourhood has it, with another bound
    leading = frozenset(t for s in hood.slots for t in s.terms) - common
    found = nearest(
        [s.terms for s in hood.slots],
        [s.report for s in hood.slots],
        squares=hood._squares,
        norms=hood._norms,
        leading=leading,
        kept=kept,
    )
    for n, near in enumerate(found):
        here = hood.slots[n]
        others = [m for m, s in enumerate(hood.slots) if s.report != here.report and s.terms & here.terms & leading]
        best = sorted(((hood.alike(n, m), -m) for m in others), reverse=True)[:kept]
        assert near == tuple((-m, score) for score, m in best)  # to the last digit, of equals the first
        assert all(hood.slots[m].report != here.report for m, _ in near)


def test_a_sentence_that_shares_no_leading_term_has_none() -> None:
    terms = [frozenset({"a", "b"}), frozenset({"b"}), frozenset({"c"})]
    squares, norms = dict.fromkeys("abc", 1.0), [1.0, 1.0, 1.0]
    found = list(nearest(terms, [0, 1, 2], squares=squares, norms=norms, leading=frozenset("ac"), kept=5))
    assert found == [(), (), ()]
    found = list(nearest(terms, [0, 1, 2], squares=squares, norms=norms, leading=frozenset("abc"), kept=5))
    assert found == [((1, 1.0),), ((0, 1.0),), ()]
