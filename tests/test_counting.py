"""The worked cases of docs/counting.md: how each counts, through the whole route."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counting_cases import CASES
from counting_pages import Case, account, counted, point_with
from crosswire.model.relation import LinkKind
from crosswire.write.json import dossier_json

DOC = Path(__file__).parent.parent / "docs/counting.md"
BY_NAME = {case.name: case for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_counts(case: Case) -> None:
    dossier = account(case.pages, case.owners)
    assert counted(dossier, tuple(case.counted.points)) == case.counted
    assert dossier.origin_count == len(case.counted.origins)
    assert {report.id.partition("#")[0] for report in dossier.relations.reports} == {page.id for page in case.pages}


@pytest.mark.parametrize("case", [case for case in CASES if len(case.pages) > 2], ids=lambda case: case.name)
def test_case_counts_the_same_in_another_order(case: Case) -> None:
    assert dossier_json(account(case.pages[::-1], case.owners)) == dossier_json(account(case.pages, case.owners))


def test_the_document_has_every_case_and_no_other() -> None:
    named = re.findall(r"^\| \d+ \| ([^|]+?) \|", DOC.read_text("utf-8"), re.M)
    assert [name.casefold() for name in named] == [case.name.casefold() for case in CASES]


def test_owners_in_common_are_told_and_never_merged() -> None:
    case = BY_NAME["ownership in common"]
    dossier = account(case.pages, case.owners)
    assert {origin.owner for origin in dossier.relations.origins} == {"Orlo Media"}
    point = point_with(dossier, "dam broke above")
    assert point.why[-1] == "Morning Post and Evening Star have one owner: Orlo Media"


def test_an_absent_medium_is_a_link_and_no_origin() -> None:
    dossier = account(BY_NAME["a cited medium that is absent"].pages)
    cited = [link for link in dossier.relations.links if link.kind is LinkKind.CITED]
    assert {link.report for link in cited} == {"a", "b"}
    assert all(link.to_origin is None and "Karsund Herald" in (link.why or "") for link in cited)


def test_a_report_seen_again_keeps_what_it_said_before() -> None:
    relations = account(BY_NAME["the same report seen again later"].pages).relations
    (version,) = relations.versions
    assert (version.report, version.of) == ("a", "b")
    assert [(edit.kind.value, edit.there and edit.there.words) for edit in version.edits] == [("figure", "four")]
    assert [passage.words[:21] for passage in version.added] == ["Two hundred cows drow"]
    told = next(p for p in relations.points if p.status.value == "superseded")
    assert {(s.passage.report, s.counts) for s in told.statements} == {("a", False), ("b", True)}
