"""Which sentences are worth comparing, and how alike they are."""

from __future__ import annotations

from crosswire.relate.points.features import FEATURES, feature_rows
from crosswire.relate.points.similarity import MOST_CANDIDATES, Neighbourhood
from point_stories import all_slots

TEXTS = (
    "The Orlo dam broke above Velden. A concert was held in the park.",
    "Above Velden the dam on the Orlo broke at night. Bakers went on strike.",
    "Farmers sold apples.",
)


def hood() -> Neighbourhood:
    return Neighbourhood(all_slots(*TEXTS), {})


def index(words: str) -> int:
    return next(n for n, s in enumerate(hood().slots) if words in s.passage.words)


def test_candidates_are_of_other_reports_and_share_a_term() -> None:
    found = hood()
    dams = index("dam broke"), index("dam on the Orlo")
    assert (min(dams), max(dams)) in found.pairs()
    assert not any(index("apples") in pair for pair in found.pairs())
    assert all(found.slots[a].report != found.slots[b].report for a, b in found.pairs())


def test_likeness_is_one_for_the_same_terms_and_goes_both_ways() -> None:
    found = hood()
    a, b = index("dam broke"), index("dam on the Orlo")
    assert found.alike(a, a) > 0.999
    assert found.alike(a, b) == found.alike(b, a)
    assert 0.5 < found.alike(a, b) < 1


def test_features_are_the_same_whichever_sentence_comes_first() -> None:
    found = hood()
    a, b = index("dam broke"), index("dam on the Orlo")
    (one,), (two,) = feature_rows(found, [(a, b)]), feature_rows(found, [(b, a)])
    assert len(one) == len(FEATURES)
    assert [round(x, 9) for x in one] == [round(x, 9) for x in two]


def test_candidates_do_not_grow_with_the_square_of_the_story() -> None:
    texts = [f"The dam of Velden broke and house {n} was lost to the water." for n in range(120)]
    found = Neighbourhood(all_slots(*texts), {})
    assert all(len(c) <= MOST_CANDIDATES for c in found.candidates)
    assert len(found.pairs()) <= MOST_CANDIDATES * len(texts)
