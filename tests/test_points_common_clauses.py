"""Clauses that sentences of several reports bear out, wherever the points end."""

from __future__ import annotations

from crosswire.relate.points.common_clauses import common_clauses
from crosswire.relate.points.cuts import Cuts
from point_stories import bearing

FIRST = "Ana Lupo sold the rusty barge to a Velden museum in May, and the mayor was angry."
SECOND = "In the end Ana Lupo sold the rusty barge to a Velden museum."


def shown(chance: float, *texts: str) -> list[tuple[str, set[int]]]:
    """The words shown of each clause that the texts, all linked so surely, have in common, and who counts."""
    hood, asked = bearing(*texts)
    links = {(a, b): chance for b in range(len(texts)) for a in range(b)}
    found = common_clauses(hood, asked, Cuts(hood, asked), links, [])
    return [(d.shown[0].passage.words, {m.sentence for m in d.carrying()}) for d in found]


def test_the_clause_that_both_say_is_one_point() -> None:
    assert shown(0.9, FIRST, SECOND) == [("Ana Lupo sold the rusty barge to a Velden museum", {0, 1})]


def test_what_is_hardly_linked_or_told_of_others_is_none() -> None:
    assert shown(0.3, FIRST, SECOND) == []
    assert shown(0.9, FIRST, SECOND.replace("Ana Lupo", "Pavel Horn")) == []


def test_an_act_that_a_point_tells_already_is_not_told_again() -> None:
    hood, asked = bearing(FIRST, SECOND)
    held = common_clauses(hood, asked, Cuts(hood, asked), {(0, 1): 0.9}, [])
    assert common_clauses(hood, asked, Cuts(hood, asked), {(0, 1): 0.9}, held) == []
