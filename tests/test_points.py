"""The ledger of a fictional story: what is agreed, disputed, superseded, rests on one voice."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Between, Point, PointKind, PointRelation, Relations, Status
from crosswire.relate.points.versions import Told
from point_stories import DAM, all_slots, dam, relations


def point(found: Relations, words: str) -> Point:
    """The first point that has a statement with the words."""
    return next(p for p in found.points if any(words in s.passage.words for s in p.statements))


def told(of: Point, version: str) -> list[str]:
    """The words of one version's statements."""
    return [s.passage.words for s in of.statements if s.version == version]


def test_rising_toll_is_an_update_with_its_latest_version() -> None:
    toll = next(p for p in dam().points if p.kind is PointKind.FIGURE and p.relation is PointRelation.UPDATE)
    assert toll.status is Status.SUPERSEDED
    assert told(toll, "a") == ["at least four people were killed"]
    assert told(toll, toll.latest or "")[0] == "Seven people were killed"
    assert [version.value for version in toll.versions] == ["at least four people", "Seven people"]
    assert toll.versions[0].first_at == "2031-03-04"
    assert "Velden Courier" in toll.why[0]
    assert "Northern Post" in toll.why[0]


def test_open_question_is_superseded_by_the_report_that_settles_it() -> None:
    visit = point(dam(), "whether Mayor Ana Lupo")
    assert (visit.relation, visit.status, visit.latest) == (PointRelation.UPDATE, Status.SUPERSEDED, "b")
    assert any("visited the valley" in words for words in told(visit, "b"))


def test_what_is_not_yet_done_is_superseded_once_it_is() -> None:
    arrests = point(dam(), "No arrests")
    assert arrests.relation is PointRelation.UPDATE
    assert any("two arrests" in words for words in told(arrests, "b"))


def test_rejected_claim_is_disputed_between_actors() -> None:
    cracks = point(dam(), "rejected accusations")
    assert (cracks.relation, cracks.between) == (PointRelation.CONFLICT, Between.ACTORS)
    assert cracks.status is Status.DISPUTED
    names = {a.id: a.name for a in dam().actors}
    assert {names[v] for v in cracks.voices} == {"Hydrovel", "Ida Brandt"}


def test_prediction_of_one_speaker_in_two_reports_rests_on_one_voice() -> None:
    bridge = point(dam(), "promised a new bridge")
    assert bridge.status is Status.SINGLE_VOICE
    assert len(bridge.origins) == 2
    assert any("Pavel Horn alone" in reason for reason in bridge.why)


def test_agreed_point_has_all_its_statements_and_the_origins_that_say_its_words() -> None:
    slept = next(p for p in dam().points if p.relation is PointRelation.SAME and len(p.statements) == 3)
    assert slept.status is Status.CORROBORATED
    assert [s.counts for s in slept.statements] == [True, False, True]  # "spent Monday night in the gymnasium"
    assert len(slept.origins) == 2
    assert any("Northern Post has on it is not counted" in reason for reason in slept.why)
    assert slept.voices == ()


def test_single_points_have_one_statement_and_are_not_corroborated() -> None:
    singles = [p for p in dam().points if p.relation is PointRelation.SINGLE]
    assert singles
    for single in singles:
        assert len(single.statements) == 1
        assert single.status in (Status.SINGLE_ORIGIN, Status.SINGLE_VOICE)


def test_every_statement_is_verbatim_and_every_version_has_one() -> None:
    texts = {r.id: r.text for r in dam().reports}
    assert dam().points
    for found in dam().points:
        assert {s.version for s in found.statements} == {v.id for v in found.versions}
        for statement in found.statements:
            passage = statement.passage
            assert texts[passage.report][passage.start : passage.end] == passage.words
        for version in found.versions:
            assert any(version.value in r.text for r in dam().reports if version.value)


def test_ids_are_in_order_and_singles_come_last() -> None:
    found = dam().points
    assert [p.id for p in found] == [f"p{n}" for n in range(1, len(found) + 1)]
    single = [p.relation is PointRelation.SINGLE for p in found]
    assert single == sorted(single)


def test_order_of_reports_does_not_matter() -> None:
    assert relations(tuple(reversed(DAM))).points == dam().points


def test_corroborated_means_two_origins_and_more_than_one_voice() -> None:
    agreed = [found for found in dam().points if found.status is Status.CORROBORATED]
    assert agreed
    for found in agreed:
        assert len(found.origins) >= 2
        assert len(found.voices) != 1


def test_an_answer_is_the_speakers_and_not_the_question_that_nobody_is_named_for() -> None:
    asked = "Asked whether he would resign over the dam, Minister Pavel Horn said that he would stay in office."
    answered = "Minister Pavel Horn said on Tuesday that he would stay in office despite the dam."
    found = relations((("Courier", "2031-03-04", "", (asked,)), ("Post", "2031-03-05", "", (answered,))))
    quoted = {q.id: q.source.words if q.source else None for q in found.quotations}
    assert sorted(quoted.values(), key=str) == ["Minister Pavel Horn", "Minister Pavel Horn", None]
    (shared,) = [p for p in found.points if p.relation is PointRelation.SAME]
    assert [quoted[s.quotation] for s in shared.statements if s.quotation] == ["Minister Pavel Horn"] * 2


def test_story_without_reports_has_no_points() -> None:
    assert relations(()).points == ()


@pytest.mark.parametrize("paragraph", ["", "Yes.", "Velden."])
def test_report_that_says_nothing_gives_no_shared_points(paragraph: str) -> None:
    rows = tuple((name, "2031-03-04", "", (paragraph,)) for name in ("Courier", "Post"))
    assert all(p.relation is PointRelation.SINGLE for p in relations(rows).points)


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2031-03-04", "2031-07-04T10:00+01:00", 122),
        ("2031-03-04T23:00", "2031-03-04", 0),
        ("2031-03", "2031-07-04", None),  # a month alone
        (None, "2031-07-04", None),
    ],
)
def test_days_between_two_statements(first: str | None, second: str, days: int | None) -> None:
    one, two = all_slots("The dam broke.", "Nobody said that the dam broke.")
    assert Told([first, second], ["a", "b"]).days_before(one, two) == days


def test_who_speaks_on_the_side_is_not_named_beside_a_statement() -> None:
    closed = "the harbour board of Velden closed the old lock"
    aside = "after divers had called for an inquiry and hinted at a strike"
    found = relations(
        [
            ("Courier", "2031-03-04", "", (f"On Friday, {aside}, {closed}.",)),
            ("Post", "2031-03-05", "", (f"{closed.capitalize()} on Friday, {aside} over rust.",)),
        ]
    )
    assert any("called for" in (q.cue.words if q.cue else "") for q in found.quotations)
    assert {s.quotation for s in point(found, "closed the old lock").statements} == {None}
