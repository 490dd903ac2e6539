"""What changed between the versions of a report, and what of the earlier ones is still told."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from counting_pages import (
    BAKER,
    BRIDGE,
    COURIER,
    COWS,
    DATED,
    EARLY,
    LATE,
    OWN,
    POST,
    SIREN,
    STAR,
    WIRE,
    account,
    page,
    point_with,
)
from crosswire.model.dossier import Dossier
from crosswire.model.page import Page
from crosswire.model.relation import LinkKind, PointRelation
from crosswire.write.json import dossier_json

FOUR = "At least four people were killed when the Orlo dam broke above the town of Velden on Monday night."
SEVEN = FOUR.replace("four", "seven")
MAYOR = "The mayor could not be reached on Monday night, and the road to the valley stayed closed to all traffic."
ADDRESS = "https://post.example.com/dam"


def fetched(name: str, hour: int, *paragraphs: str) -> Page:
    """The Morning Post's page as it was fetched at an hour; it always says that it was published at eight."""
    at = datetime(2031, 3, 4, hour, tzinfo=UTC)
    return page(name, POST, *paragraphs, at=EARLY, url=ADDRESS, fetched_at=at)


def copied_between() -> Dossier:
    """The Post said four, the Star printed that, and the Post made it seven."""
    return account(
        [
            fetched("a", 9, FOUR, BAKER, SIREN),
            page("b", STAR, FOUR, BAKER, COWS, BRIDGE, at="2031-03-04T12:00Z"),
            fetched("c", 19, SEVEN, BAKER, SIREN),
        ]
    )


def test_the_three_pages_are_two_reports_and_all_stand_in_the_dossier() -> None:
    written = json.loads(dossier_json(copied_between()))
    assert written["story"]["report_count"] == 2
    assert {report["id"]: report["version_of"] for report in written["reports"]} == {"a": "c", "b": None, "c": None}
    (version,) = next(report["versions"] for report in written["reports"] if report["id"] == "c")
    assert [(e["kind"], e["from"]["words"], e["to"]["words"]) for e in version["edits"]] == [
        ("figure", "four", "seven")
    ]
    assert version["ordered"] is True


def test_who_copied_the_earlier_version_owes_its_words_to_the_report() -> None:
    relations = copied_between().relations
    assert [(o.name, o.reports) for o in relations.origins] == [(POST, ("c", "b")), (STAR, ("b",))]
    (link,) = [link for link in relations.links if link.kind is LinkKind.COPIED]
    assert (link.report, link.to_report, link.to_origin) == ("b", "a", "o1")
    assert "an earlier version" in (link.why or "")
    (step,) = relations.lineage
    assert (step.report, step.source, step.directed) == ("b", "a", True)
    assert step.edits == ()


def test_a_number_that_a_report_changed_is_an_update_also_for_who_printed_the_old_one() -> None:
    point = point_with(copied_between(), "people were killed")
    assert point.relation is PointRelation.UPDATE
    assert [(s.passage.report, s.version, s.counts) for s in point.statements] == [
        ("a", "a", False),
        ("b", "a", True),
        ("c", "b", True),
    ]
    assert point.latest == "b"
    newest = next(version for version in point.versions if version.id == "b")
    assert newest.first_at == "2031-03-04T19:00:00+00:00"


def test_what_a_report_no_longer_says_makes_no_point_and_confirms_nobody() -> None:
    dossier = account(
        [
            fetched("a", 9, FOUR, BAKER, MAYOR),
            fetched("c", 19, FOUR, BAKER, SIREN),
            page("b", STAR, MAYOR, COWS, at=LATE),
        ]
    )
    held = [p for p in dossier.relations.points if any("mayor" in s.passage.words for s in p.statements)]
    assert [{s.passage.report for s in point.statements} for point in held] == [{"b"}]
    (version,) = dossier.relations.versions
    assert [passage.words for passage in version.cut] == [MAYOR]


def test_what_versions_share_is_said_once() -> None:
    relations = account([fetched("a", 9, *OWN), fetched("c", 19, *OWN, COWS)]).relations
    assert {s.passage.report for point in relations.points for s in point.statements} == {"c"}
    assert {q.report for q in relations.quotations} <= {"c"}
    assert {m.report for actor in relations.actors for m in actor.mentions} == {"c"}
    assert {time.passage.report for time in relations.times} == {"c"}


def test_a_report_of_an_agency_stays_the_agencys_when_a_later_version_drops_the_credit() -> None:
    dossier = account(
        [
            page("a", COURIER, f"VELDEN (NPA) — {FOUR}", BAKER, SIREN, at=EARLY, url="https://courier.example.com/dam"),
            page("b", COURIER, SEVEN, BAKER, SIREN, at=LATE, url="https://courier.example.com/dam"),
        ]
    )
    assert [(o.name, o.reports) for o in dossier.relations.origins] == [("NPA", ("b",))]


def test_the_brief_and_the_title_are_of_the_latest_version() -> None:
    first = page("a", POST, FOUR, BAKER, SIREN, at=EARLY, url=ADDRESS, title="Four dead in Velden as dam breaks")
    later = page("b", POST, SEVEN, BAKER, SIREN, at=LATE, url=ADDRESS, title="Seven dead in Velden as dam breaks")
    dossier = account([first, later])
    assert dossier.title == "Seven dead in Velden as dam breaks"
    assert {citation.report for sentence in dossier.brief for citation in sentence.citations} == {"b"}
    assert dossier.first_published_at == "2031-03-04T08:00+00:00"


def test_the_order_of_the_pages_does_not_show() -> None:
    pages = [
        fetched("a", 9, FOUR, BAKER, SIREN),
        page("b", STAR, FOUR, BAKER, COWS, BRIDGE, at="2031-03-04T12:00Z"),
        fetched("c", 19, SEVEN, BAKER, SIREN),
        fetched("d", 21, SEVEN, BAKER, SIREN, COWS),
    ]
    assert (
        len({dossier_json(account(order)) for order in (pages, pages[::-1], [pages[2], pages[0], pages[3], pages[1]])})
        == 1
    )


def test_what_a_report_has_through_its_earlier_version_it_has_from_where_that_had_it() -> None:
    star = "https://star.example.com/dam"
    relations = account(
        [
            page("w", POST, *DATED, at="2031-03-04T07:00Z"),
            page("a", STAR, *WIRE[:2], *OWN[1:], at=EARLY, url=star),
            page("b", STAR, *WIRE[:2], *OWN[1:], COWS, at=LATE, url=star),
        ]
    ).relations
    copied = [link for link in relations.links if link.kind is LinkKind.COPIED]
    assert [(link.report, link.to_report) for link in copied] == [("b", "w")]
    assert copied[0].share is not None
    assert 0.2 < copied[0].share < 0.4
    for here, there in copied[0].passages:
        assert here.words == there.words
    assert {o.name: o.reports for o in relations.origins} == {"NPA": ("w", "b"), STAR: ("b",)}
    assert {step.source for step in relations.lineage if step.report == "b"} == {"w"}
