"""What is new in a fictional story since a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.dossier import write_dossier
from crosswire.brief.news import can_be_read, news_since
from crosswire.lexicons.load import load_lexicons
from crosswire.model.dossier import Request
from crosswire.model.relation import PointRelation, Relations
from crosswire.model.when import UNKNOWN, Basis, When
from point_stories import dam, relations


def at(times: dict[str, str | None]) -> Relations:
    """The dam's relations with other publication times."""
    reports = tuple(
        replace(r, published_at=When(t, Basis.GIVEN) if (t := times.get(r.id, r.published_at.value)) else UNKNOWN)
        for r in dam().reports
    )
    return replace(dam(), reports=reports)


CLOCKS: dict[str, str | None] = {
    "r-velden": "2031-03-04T08:00",
    "r-northern": "2031-03-05T07:30+02:00",
    "r-radio": "2031-03-05T09:00",
}


@pytest.mark.parametrize(
    ("given", "can"),
    [
        ("2031", True),
        ("2031-03", True),
        ("2031-03-04", True),
        ("2031-03-04T09:00", True),
        ("2031-03-04T09:00:30Z", True),
        ("2031-03-04T09:00+01:00", True),
        ("6h", True),
        ("90min", True),
        ("2 d", True),
        ("1W", True),
        ("2031-13", False),
        ("2031-02-30", False),
        ("2031-03-04T25:00", False),
        ("yesterday", False),
        ("6", False),
        ("6m", False),
        ("", False),
    ],
)
def test_times_that_can_be_read(given: str, can: bool) -> None:
    assert can_be_read(given) is can


@pytest.mark.parametrize(
    ("given", "since"),
    [
        ("2031-03", "2031-03-01T00:00"),
        ("2031-03-05T07:30+02:00", "2031-03-05T05:30"),
        ("2h", "2031-03-05T07:00"),
        ("1d", "2031-03-04T09:00"),
        ("9999w", "1839-07-17T09:00"),
    ],
)
def test_the_time_is_told_to_the_minute(given: str, since: str) -> None:
    assert news_since(given, at(CLOCKS)).since == since


def test_a_duration_counts_from_the_end_of_the_latest_day() -> None:
    assert news_since("6h", dam()).since == "2031-03-05T17:59"


def test_what_is_new() -> None:
    found = news_since("2031-03-05", dam())
    assert found.reports == ("r-northern", "r-radio")
    assert found.untimed == ()
    of = {p.id: p for p in dam().points}
    assert found.points
    assert all(of[p].relation is PointRelation.UPDATE for p in found.replaced)
    assert all(of[p].relation is PointRelation.CONFLICT for p in found.disputes)
    for point in found.first_told:
        assert {s.passage.report for s in of[point].statements} <= set(found.reports)
    rest = [p for p in dam().points if p.id not in found.points]
    assert all(any(s.passage.report == "r-velden" for s in p.statements) for p in rest)


def test_the_dam_has_each_kind_of_news() -> None:
    found = news_since("2031-03-05", dam())
    assert found.first_told
    assert found.replaced
    assert found.disputes


def test_a_report_without_a_time_says_so_and_tells_nothing_new() -> None:
    story = at({"r-radio": None})
    found = news_since("2031-03-05", story)
    assert found.untimed == ("r-radio",)
    assert found.reports == ("r-northern",)
    of = {p.id: p for p in story.points}
    assert all(s.passage.report != "r-radio" for p in found.first_told for s in of[p].statements)


def test_a_day_on_which_the_time_falls_does_not_tell() -> None:
    found = news_since("2031-03-05T06:00", dam())
    assert set(found.untimed) == {"r-northern", "r-radio"}
    assert found.points == ()


def test_an_update_makes_a_report_new() -> None:
    reports = tuple(
        replace(r, updated_at=When("2031-03-06", Basis.MARKUP)) if r.id == "r-velden" else r for r in dam().reports
    )
    assert news_since("2031-03-06", replace(dam(), reports=reports)).reports == ("r-velden",)


def test_nothing_to_count_a_duration_from() -> None:
    found = news_since("6h", at({"r-velden": None, "r-northern": None, "r-radio": None}))
    assert found.since is None
    assert len(found.untimed) == 3
    assert found.points == ()


def test_the_brief_has_sentences_of_new_reports() -> None:
    dossier = write_dossier(dam(), lexicons=load_lexicons(), request=Request(since="2031-03-05"))
    assert dossier.asked is not None
    assert dossier.asked.news is not None
    disputed = set(dossier.asked.news.disputes)
    assert dossier.brief
    for sentence in dossier.brief:
        new = sentence.citations[0].report in dossier.asked.news.reports
        assert new or disputed.intersection(sentence.points)


def test_what_he_said_stands_with_its_speaker_where_nothing_else_is_new() -> None:
    told = ("The Orlo dam above Velden broke on Monday.",)
    later = ("Minister Pavel Horn flew to Velden.", "He said the army would send eighty tents and four kitchens.")
    story = relations(
        [("Courier", "2031-03-04", "", (*told, later[0])), ("Post", "2031-03-06", "", (*told, *later))],
    )
    (sentence,) = write_dossier(story, lexicons=load_lexicons(), request=Request(since="2031-03-06")).brief
    (horn,) = [actor for actor in story.actors if actor.name == "Pavel Horn"]
    assert (sentence.words, sentence.speaker) == (later[1], horn.id)


def test_nothing_new_gives_an_empty_brief() -> None:
    dossier = write_dossier(dam(), lexicons=load_lexicons(), request=Request(since="2032"))
    assert (dossier.brief, dossier.shown) == ((), ())
