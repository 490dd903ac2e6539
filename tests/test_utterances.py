"""Utterances: one act of speech as several reports render it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Quotation, QuotationKind, SpeakerClass
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind, Link, LinkKind, Origin, OriginKind, Rendering, Utterance
from crosswire.model.report import Report
from crosswire.model.when import Basis, When
from crosswire.relate.utterances.utterances import find_utterances
from quoted import quotation

MONDAY, TUESDAY = "2026-05-04", "2026-05-05T09:00:00+02:00"


def find(
    reports: Sequence[Report], quotations: Sequence[Quotation]
) -> tuple[tuple[Utterance, ...], tuple[Quotation, ...]]:
    return find_utterances(reports, quotations, lexicons=load_lexicons())


PAIRS = [
    ("“We will not sign this treaty today.”", "“We will not sign this treaty, today,”", Rendering.VERBATIM),
    ("“We will not sign this treaty today.”", "“We won’t sign this accord today.”", Rendering.VARIANT),
    ("“We will not sign … this treaty today.”", "“We will not sign in Tarn this treaty today.”", Rendering.VERBATIM),
    ("“[The premier] will sign this treaty today.”", "“She will sign this treaty today.”", Rendering.VERBATIM),
    (
        "“Nobody on the ferry was warned of the coming storm.”",
        "that nobody on the ferry was warned of the storm",
        Rendering.SINGLE,
    ),
    (
        "that nobody was “warned of the coming storm” on the ferry",
        "“Nobody on the ferry was warned of the coming storm.”",
        Rendering.VERBATIM,
    ),
]


@pytest.mark.parametrize(("one", "other", "rendering"), PAIRS)
def test_renderings_of_one_utterance(one: str, other: str, rendering: Rendering) -> None:
    utterances, quotations = find((), [quotation("r1", one), quotation("r2", other)])
    assert [u.rendering for u in utterances] == [rendering]
    assert {q.utterance for q in quotations} == {"u1"}


def test_differences_name_the_words_in_both_reports() -> None:
    one = quotation("r1", "“The harbour is safe and open tonight.”")
    found, _ = find((), [one, quotation("r2", "“The port is safe and open.”")])
    (difference,) = found[0].differences
    assert difference.a is not None
    assert difference.b is not None
    assert (difference.a.words, difference.b.words) == ("harbour", "port")
    assert (difference.a.report, difference.b.report) == ("r1", "r2")
    assert difference.b.start == 5


APART = [
    ("“The harbour is safe and open tonight.”", "“The harbour is safe and open tonight.”", "a1", "a2"),
    ("“The harbour is safe and open tonight.”", "“The ferry sank off Tarn at noon.”", "a1", "a1"),
    ("the harbour", "that the harbour was closed by the mayor after the storm", "a1", "a1"),
]


@pytest.mark.parametrize(("one", "other", "first", "second"), APART)
def test_other_speakers_and_other_words_stay_apart(one: str, other: str, first: str, second: str) -> None:
    utterances, _ = find((), [quotation("r1", one, first), quotation("r2", other, second)])
    assert len(utterances) == 2


def test_an_unknown_speaker_may_join_but_never_brings_two_together() -> None:
    words = "“Nobody on the ferry was warned of the coming storm.”"
    utterances, _ = find((), [quotation("r1", words, "a1"), quotation("r2", words, None), quotation("r3", words, "a2")])
    assert sorted(len(u.quotations) for u in utterances) == [1, 2]


def test_many_copies_cost_little() -> None:
    words = "“Nobody on the ferry was warned of the coming storm.”"
    copies = [quotation(f"r{n:04}", words) for n in range(2000)]
    utterances, _ = find((), copies)
    assert len(utterances) == 1
    assert utterances[0].rendering is Rendering.VERBATIM


def test_order_of_input_does_not_change_what_belongs_together() -> None:
    quotations = [
        quotation("r1", "“We will not sign this treaty today.”"),
        quotation("r2", "“We won’t sign this accord today.”"),
        quotation("r3", "“The ferry sank off Tarn at noon.”"),
    ]
    together = {frozenset(u.quotations) for u in find((), quotations)[0]}
    assert together == {frozenset(u.quotations) for u in find((), quotations[::-1])[0]}


DAYS = [
    ("“We have the passenger list and there is no captain on it.”", "“There is no captain on the passenger list.”", 2),
    ("“The list was closed and nobody may add a name.”", "“The list was shut and nobody may add a name.”", 1),
    ("“Nobody may add a name to the closed list.”", "“It is over. Nobody may add a name to the closed list.”", 1),
]


@pytest.mark.parametrize(("one", "other", "acts"), DAYS)
def test_two_days_sentences_in_other_words_are_two_acts(one: str, other: str, acts: int) -> None:
    reports = [
        Report(name, "", (), published_at=When(day, Basis.MARKUP)) for name, day in (("r1", MONDAY), ("r2", TUESDAY))
    ]
    said = [
        replace(quotation(r.id, words), kind=QuotationKind.DIRECT)
        for r, words in zip(reports, (one, other), strict=True)
    ]
    found, _ = find(reports, said)
    assert len(found) == acts
    same_day = [reports[0], replace(reports[1], published_at=reports[0].published_at)]
    found, _ = find(same_day, said)
    assert len(found) == 1


def test_a_document_quoted_in_its_own_words_is_its_author_in_another_report() -> None:
    words = "“The pier was built in a hurry and nobody looked at the stones.”"
    memo = replace(quotation("r1", words, "a2"), speaker_class=SpeakerClass.DOCUMENT)
    found, _ = find((), [memo, quotation("r2", words, "a1")])
    assert [(u.speaker, len(u.quotations)) for u in found] == [("a1", 2)]
    other = quotation("r1", words, "a2")
    assert len(find((), [other, quotation("r2", words, "a1")])[0]) == 2


AIDE = Actor("a8", "senior aide", ActorKind.UNNAMED)
OTHER_AIDE = Actor("a9", "harbour aide", ActorKind.UNNAMED)
MARN, HALE = Actor("a1", "Ada Marn", ActorKind.PERSON), Actor("a2", "Jorun Hale", ActorKind.PERSON)
TEN = "“Nobody on the ferry was warned of the storm by the harbour.”"

WHO = [
    (TEN, None, TEN, "a1", 1),  # "he", whom nobody resolved, with the same words between marks
    (TEN, "a8", TEN, "a1", 1),  # an aide, and in another report the name
    (TEN, "a8", TEN, "a9", 1),  # an aide described otherwise
    (TEN, "a1", TEN, "a2", 2),  # two people who are named, whatever they say
    ("that nobody was warned of it", "a8", "that nobody was warned of it", "a9", 2),  # two aides may say the same
    ("that the harbour was warned late", "a8", "that the mayor closed the harbour", "a1", 2),
]


@pytest.mark.parametrize(("one", "first", "other", "second", "acts"), WHO)
def test_who_may_be_who(one: str, first: str | None, other: str, second: str | None, acts: int) -> None:
    quotations = [quotation("r1", one, first), quotation("r2", other, second)]
    actors = (AIDE, OTHER_AIDE, MARN, HALE)
    found, _ = find_utterances((), quotations, lexicons=load_lexicons(), actors=actors)
    assert len(found) == acts
    assert acts == 2 or second == "a9" or found[0].speaker == "a1"


def test_a_described_speaker_never_brings_two_named_ones_together() -> None:
    quotations = [quotation(f"r{n}", TEN, who) for n, who in enumerate(("a1", "a8", "a2"), 1)]
    found, _ = find_utterances((), quotations, lexicons=load_lexicons(), actors=(AIDE, MARN, HALE))
    assert sorted(len(u.quotations) for u in found) == [1, 2]


SAYS_LITTLE = [
    ("the charges", "the charges"),
    ("Harbour Mayor Ada Marn of Tarn", "that Harbour Mayor Ada Marn of Tarn would sign the treaty with Varnia today"),
    ("“We’re going to do the same.”", "“All the same, we’re not going to Tarn, and we said so on Monday.”"),
]


@pytest.mark.parametrize(("one", "other"), SAYS_LITTLE)
def test_contents_that_say_little_stay_alone(one: str, other: str) -> None:
    found, _ = find((), [quotation("r1", one), quotation("r2", other)])
    assert len(found) == 2


def test_six_words_in_a_row_between_marks_hold_two_quotations_together() -> None:
    one = "“Ask the pilots. The harbour board sold every lamp on the pier. We begged them to stop, for years.”"
    other = "“The storm did it, and I was there. The harbour board sold every lamp on the island, too.”"
    found, _ = find((), [quotation("r1", one), quotation("r2", other)])
    assert [u.rendering for u in found] == [Rendering.VARIANT]
    assert [(d.a.words, d.b.words) for d in found[0].differences if d.a and d.b] == [("island, too", "pier")]


def test_one_report_that_runs_two_sentences_into_one_joins_no_others() -> None:
    first = "Nobody warned the pilots of the fog"
    second = "the harbour board sold the lamps of the pier"
    both = f"“{first}.” Later: “{second}.”"
    texts = [f"“{first},” {n}" for n in ("she said", "Marn said", "she told us")]
    texts += [f"“Yes, {second},” {n}" for n in ("she said", "Marn said", "she told us")]
    found, _ = find((), [quotation(f"r{n}", words) for n, words in enumerate([*texts, both])])
    assert sorted(len(u.quotations) for u in found) == [3, 4]
    two_reports = [*texts, both, f"{both} Hm."]
    found, _ = find((), [quotation(f"r{n}", words) for n, words in enumerate(two_reports)])
    assert len(found) == 1


def test_cost_is_not_super_linear() -> None:
    """Four times the quotations, many alike and many their own, take about four times as long."""

    def took(count: int) -> float:
        quotations = [
            quotation(f"r{n % (count // 8)}", f"“{words}”", f"a{n % 5}", start=200 * n)
            for n in range(count)
            for words in [f"The pier number {n % 40} will stay shut and nobody knows w{n} x{n % 97} y{n % 31} z{n}."]
        ]
        start = time.process_time()
        find((), quotations)
        return time.process_time() - start

    took(100)
    assert took(1600) < 10 * took(400)


def test_a_quotation_copied_from_an_earlier_version_is_of_its_origin() -> None:
    """b copied from a1, which is a version of a: the origin is a's, though no origin lists a1."""
    words = "The pier will hold, said Marn, and nobody need leave the quay tonight"
    reports = [Report(name, words, (), version_of="a" if name == "a1" else None) for name in ("a1", "a", "b")]
    origins = [
        Origin("o1", "The Ostra Post", OriginKind.PUBLISHER, ("a",)),
        Origin("o2", "B", OriginKind.UNKNOWN, ("b",)),
    ]
    whole = Passage("b", 0, len(words), words)
    copied = Link("b", LinkKind.COPIED, "a1", "o1", 1.0, ((whole, Passage("a1", 0, len(words), words)),))
    spoken = quotation("b", "“The pier will hold, nobody need leave the quay tonight.”")
    utterances, _ = find_utterances(reports, [spoken], lexicons=load_lexicons(), origins=origins, links=[copied])
    assert [wording.origins for utterance in utterances for wording in utterance.wordings] == [("o1",)]
