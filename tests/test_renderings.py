"""How several reports render one utterance: its wordings, what is compared with what, and who is a witness."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Quotation, QuotationKind
from crosswire.model.passage import Passage
from crosswire.model.relation import DifferenceKind, Rendering
from crosswire.relate.utterances.renderings import Rendered, Renderer


def said(report: str, *parts: str, kind: QuotationKind = QuotationKind.DIRECT, at: int = 0) -> Quotation:
    """A quotation with these parts between marks, a few words apart."""
    passages = []
    for n, words in enumerate(parts):
        start = at + sum(len(part) + 12 for part in parts[:n])
        passages.append(Passage(report, start, start + len(words), words))
    return Quotation(f"{report}.q{at}", report, kind, tuple(passages), None, None, tuple(passages), "a1")


def compare(*quotations: Quotation, agency: Sequence[str] = ()) -> Rendered:
    """The rendering of these quotations, where the reports of `agency` have one origin."""
    return Renderer(
        load_lexicons(), origin=lambda q: "o1" if q.report in agency else q.report, translated=lambda _: ""
    ).compare(quotations)


SAFE, SHUT = "The pier is safe and stays open.", "The pier is safe and stays shut."


def test_copies_are_one_wording_and_one_witness() -> None:
    found = compare(said("r1", SAFE), said("r2", SAFE), said("r3", SHUT), agency=("r1", "r2"))
    assert found.rendering is Rendering.VARIANT
    assert [(w.quotations, w.origins) for w in found.wordings] == [(("r1.q0", "r2.q0"), ("o1",)), (("r3.q0",), ("r3",))]
    (difference,) = found.differences
    assert difference.quotations == ("r1.q0", "r3.q0")


def test_the_marks_themselves_make_no_wording() -> None:
    found = compare(said("r1", "It is “safe”, we think."), said("r2", "It is 'safe', we think"))
    assert found.rendering is Rendering.VERBATIM
    assert len(found.wordings) == 1


def test_each_turn_finds_its_counterpart() -> None:
    """A report that quotes two turns of one interview has not changed the one into the other."""
    first, second = (
        "Nobody closed the pier and the storm took it.",
        "Nobody closed the pier, it is like the storm ate it.",
    )
    found = compare(said("r1", first), said("r1", second, at=200), said("r2", first), said("r3", second))
    assert found.rendering is Rendering.VERBATIM
    assert found.differences == ()


def test_a_snippet_of_a_report_is_no_second_turn() -> None:
    found = compare(said("r1", "stays shut"), said("r1", SHUT, at=100), said("r2", SAFE))
    assert [d.kind for d in found.differences] == [DifferenceKind.CHANGED]


def test_parts_that_share_no_words_are_not_compared() -> None:
    found = compare(said("r1", "The pier is safe."), said("r2", "Nobody warned the captains."))
    assert found.rendering is Rendering.SINGLE
    assert found.differences == ()
    assert len(found.wordings) == 2


def test_reported_words_shift() -> None:
    direct, mixed = (
        said("r1", "I will never sell my boat."),
        said("r2", "would never sell his boat", kind=QuotationKind.MIXED),
    )
    found = compare(direct, mixed)
    assert found.rendering is Rendering.VERBATIM
    assert {d.kind for d in found.differences} == {DifferenceKind.SHIFT}


def test_marks_closed_and_opened_again_leave_nothing_out() -> None:
    found = compare(
        said("r1", "The pier is safe,", "and it stays open."), said("r2", "The pier is safe, and it stays open.")
    )
    assert found.rendering is Rendering.VERBATIM
    assert [d for d in found.differences if d.kind is not DifferenceKind.CASE] == []


def test_cost_grows_with_the_wordings_and_not_with_the_reports() -> None:
    found = compare(*(said(f"r{n}", SAFE if n % 2 else SHUT) for n in range(600)))
    assert len(found.wordings) == 2
    assert len(found.differences) == 1


def test_a_translated_sentence_is_compared_though_its_telling_words_differ() -> None:
    one = said("r1", "The accord is unlawful and it will be challenged,", "Two hundred boats lost their berth.")
    other = said("r2", "The treaty is illegal and it will be challenged. 200 boats lost their berth,")
    found = compare(one, other)
    assert [(d.kind, d.a and d.a.words) for d in found.differences if d.kind is not DifferenceKind.CASE] == [
        (DifferenceKind.SYNONYM, "treaty"),
        (DifferenceKind.SYNONYM, "illegal"),
        (DifferenceKind.SPELLING, "200"),
    ]


def test_a_fragment_in_reported_speech_finds_its_sentence() -> None:
    direct = said("r1", "We sold the pier, and I will never apologise for it.")
    mixed = said("r2", "would never apologise", kind=QuotationKind.MIXED)
    assert [(d.kind, d.a and d.a.words, d.b and d.b.words) for d in compare(direct, mixed).differences] == [
        (DifferenceKind.SHIFT, "will", "would")
    ]


WHOLE = "It's not about your nets. It's not about your boats. It's about some paper harbour."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It's not about your nets. It's not about your boats,", "It's about some paper harbour."),
        ("It's not about your nets. It's not about your boats,", "It's about some paper harbor."),
        ("It's not about your nets.", "It's not about your boats. It's about some paper harbour."),
    ],
)
def test_words_before_said_are_not_left_out_behind_it(first: str, second: str) -> None:
    """“It's not about your boats,” Holt said. “It's about …”: the second half alone has no "not", the report has."""
    found = compare(said("r1", WHOLE), said("r2", first, second))
    assert not [d for d in found.differences if d.kind is DifferenceKind.LEFT_OUT]


def test_a_not_that_a_report_has_nowhere_is_left_out() -> None:
    found = compare(
        said("r1", "We did not sell the old pier to them."), said("r2", "We did sell the old pier to them.")
    )
    assert [d.why for d in found.differences] == ["only one of the two has the “not”: they say opposite things"]
