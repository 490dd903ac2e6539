"""Points that tell one act or give one number are one point."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.model.relation import Between, PointKind, PointRelation
from crosswire.relate.points.cuts import Cuts
from crosswire.relate.points.reprints import Reprints
from crosswire.relate.points.told_once import told_once
from crosswire.relate.points.upheld import upheld
from crosswire.relate.points.versions import Draft, Member
from point_stories import bearing


def drafted(members: list[Member], shown: int) -> Draft:
    """A draft of one version that shows the words of one member."""
    return Draft(PointKind.OCCURRENCE, PointRelation.SAME, (tuple(members),), (), shown={0: members[shown]})


def test_one_thing_in_two_points_is_told_once() -> None:
    hood, asked = bearing(
        "A bitter fight broke out at sea.", "A bitter fight broke out in Tarn.", "A bitter fight broke out."
    )
    members = [Member(n, s.passage) for n, s in enumerate(hood.slots)]
    drafts = [drafted(members[:2], 0), drafted(members[1:], 1)]
    (found,) = told_once(
        [upheld(draft, hood, asked, Cuts(hood, asked), Reprints(hood, load_lexicons())) for draft in drafts],
        hood,
        asked,
    )
    assert {m.sentence for m in found.carrying()} == {0, 1, 2}


def test_words_of_one_act_are_told_once_where_most_reports_say_them() -> None:
    text = "Ana Lupo was arrested in Tarn."
    hood, asked = bearing(text, "Ana Lupo was arrested in Tarn on a quay.", "Police arrested Ana Lupo.")
    members = [Member(n, s.passage) for n, s in enumerate(hood.slots)]
    short = Passage(members[0].passage.report, 0, len("Ana Lupo was arrested"), "Ana Lupo was arrested")
    wide = drafted([replace(members[0], passage=short), *members[1:]], 0)
    (found,) = told_once([drafted(members[:2], 0), wide], hood, asked)
    assert found.shown[0].passage.words == short.words
    assert {m.sentence for m in found.carrying()} == {0, 1, 2}


@pytest.mark.parametrize(
    ("words", "left"),
    [("wounded three others", 1), ("wounded three others and burned a barn in the hills of Tarn", 2)],
)
def test_a_number_and_a_clause_that_only_counts_it_are_one_point(words: str, left: int) -> None:
    hood, asked = bearing(*(f"The gunman {words}." for _ in range(2)))
    members = [Member(n, s.passage) for n, s in enumerate(hood.slots)]
    at = members[0].passage.words.index("three")

    def counted(member: Member) -> Member:
        passage = Passage(member.passage.report, at, at + len("three others"), "three others")
        return Member(member.sentence, passage, Figure(f"f{member.sentence}", passage, low=3, high=3, what="others"))

    figure = replace(drafted([counted(m) for m in members], 0), kind=PointKind.FIGURE)
    assert len(told_once([drafted(members, 0), figure], hood, asked)) == left


def test_what_somebody_rejects_in_two_reports_is_one_side_of_a_dispute() -> None:
    claim, first, second = (
        "The lock was open.",
        "Horn rejected claims that the lock was open.",
        "Horn denied it flatly.",
    )
    hood, asked = bearing(claim, first, second)
    told, rejected, denied = (Member(n, hood.slots[n].passage) for n in range(3))
    dispute = Draft(
        PointKind.ATTRIBUTION, PointRelation.CONFLICT, ((told,), (rejected,)), ("",), between=Between.ACTORS
    )
    same = Draft(PointKind.ATTRIBUTION, PointRelation.SAME, ((rejected, denied),), ("",), shown={0: denied})
    (found,) = told_once([same, dispute], hood, asked)
    assert found.versions == ((told,), (rejected, denied))
    aside = replace(same, counted=frozenset({rejected.sentence}))
    (found,) = told_once([aside, dispute], hood, asked)
    assert found.versions == ((told,), (rejected,)), "who only speaks of it is on no side"
    other = Draft(PointKind.ATTRIBUTION, PointRelation.SAME, ((denied,),), ("",), shown={0: denied})
    assert len(told_once([other, dispute], hood, asked)) == 2
