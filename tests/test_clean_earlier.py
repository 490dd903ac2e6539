"""Earlier versions inside a report's text: marked, dated as far as told, and never the news of the brief."""

from __future__ import annotations

import pytest

from crosswire.clean.page import clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Flag, Report
from several_pages import COST, CROWD, DOUBT, RIVAL, STORM, WALL, html, paragraphs, plain

DAY = "2026-03-04T20:00"


def cleaned(*lines: str, markup: bool = False, day: str | None = DAY) -> Report:
    body = html("<h1>Ostra votes</h1>" + paragraphs(*lines)) if markup else plain("Ostra votes on its wall", *lines)
    (found,) = clean_pages((Page("p", body, markup, published_at=day),), lexicons=load_lexicons())
    assert isinstance(found, Report)
    assert (Flag.CONTAINS_EARLIER_VERSION in found.flags) is bool(found.earlier)
    assert all(0 <= v.start < v.end <= len(found.text) and v.why for v in found.earlier)
    assert all(v.published_at.value or v.published_at.why for v in found.earlier)
    return found


def older(report: Report) -> list[str]:
    return [report.text[version.start : version.end] for version in report.earlier]


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize(
    "mark",
    [
        "PREVIOUS STORY:",
        "Previous story",
        "ORIGINAL STORY",
        "Earlier version:",
        "Initial report:",
        "[ORIGINAL:]",
        "Version précédente :",
        "Ursprüngliche Meldung:",
    ],
)
def test_what_stands_under_a_mark_is_older(mark: str, markup: bool) -> None:
    found = cleaned(WALL, COST, mark, CROWD, RIVAL, markup=markup)
    (version,) = older(found)
    assert version.endswith(f"{CROWD}\n\n{RIVAL}")
    assert WALL not in version
    assert WALL in found.text


@pytest.mark.parametrize("mark", ["PREVIOUS STORY: ", "ORIGINAL: ", "EARLIER | ", "ORIGINAL STORY | "])
def test_a_mark_may_open_the_older_text(mark: str) -> None:
    assert older(cleaned(WALL, COST, mark + CROWD, RIVAL)) == [f"{mark}{CROWD}\n\n{RIVAL}"]


def test_older_updates_below_a_newer_one_are_older() -> None:
    found = cleaned("UPDATE @ 7:30 p.m.", WALL, COST, "UPDATE @ 2:20 p.m.", CROWD, RIVAL, "FIRST REPORT", DOUBT, STORM)
    versions = older(found)
    assert [CROWD in versions[0], DOUBT in versions[1]] == [True, True]
    assert not any(WALL in version for version in versions)
    assert [v.published_at.value for v in found.earlier] == ["2026-03-04T14:20", None]


def test_times_go_back_over_midnight_and_take_the_days_that_are_stated() -> None:
    night = cleaned("UPDATE @ 1 a.m.", WALL, COST, "UPDATE @ 10 p.m.", CROWD, RIVAL)
    assert [v.published_at.value for v in night.earlier] == ["2026-03-03T22:00"]
    dated = cleaned("UPDATE @ 7 p.m. (March 4):", WALL, COST, "UPDATE @ 9 p.m. (March 2):", CROWD, RIVAL)
    assert [v.published_at.value for v in dated.earlier] == ["2026-03-02T21:00"]
    whole = cleaned("UPDATE (9:20 p.m. 2/21/26)", WALL, COST, "UPDATE (7:56 p.m. 2/21/26)", CROWD, RIVAL, day=None)
    assert [v.published_at.value for v in whole.earlier] == ["2026-02-21T19:56"]


def test_a_date_that_may_be_read_two_ways_stays_unknown() -> None:
    (version,) = cleaned("UPDATE (9/3/26):", WALL, COST, "UPDATE (8/3/26):", CROWD, RIVAL).earlier
    assert version.published_at.value is None


@pytest.mark.parametrize(
    "lines",
    [
        (WALL, COST, "UPDATE: " + CROWD, RIVAL),  # put under the report: what stands above is not older
        (WALL, COST, "UPDATE 8:30 a.m.: " + CROWD, "UPDATE 9:15 a.m.: " + RIVAL),
        ("UPDATE: " + WALL, COST, RIVAL),
        (WALL, COST, "PREVIOUS: Council split over the wall"),  # a link
        (WALL, COST, "[PREVIOUS STORY: Council split over the wall]", RIVAL),
        (WALL, "Previous stories about the wall were wrong, the mayor said on Monday.", RIVAL, COST),
        (WALL, "The original story of the wall is told in the museum: nobody wanted it.", RIVAL, COST),
        (WALL, COST, "Updated: March 4, 2026", RIVAL),
    ],
)
def test_one_version_stays_one(lines: tuple[str, ...]) -> None:
    assert cleaned(*lines).earlier == ()


def test_the_place_of_a_sentence_tells_its_version() -> None:
    found = cleaned(WALL, COST, "PREVIOUS STORY:", CROWD, RIVAL)
    assert found.earlier_at(found.text.index(WALL)) is None
    assert found.earlier_at(found.text.index(RIVAL)) is found.earlier[0]


@pytest.mark.parametrize("rule", ["-----", "—-", "* * * * *", "=========="])
def test_a_line_of_dashes_under_an_update_parts_the_versions(rule: str) -> None:
    (version,) = cleaned(f"2 p.m. UPDATE: {WALL}", COST, rule, CROWD, RIVAL).earlier
    assert version.published_at.value is None
    assert older(cleaned(f"UPDATE: {WALL}", COST, rule, CROWD, RIVAL)) == [f"{CROWD}\n\n{RIVAL}"]
    assert older(cleaned(WALL, COST, rule, CROWD, RIVAL)) == []  # a pause in the text
    assert older(cleaned(WALL, COST, f"UPDATE: {STORM}", rule, CROWD, RIVAL)) == []


@pytest.mark.parametrize("mark", sorted(load_lexicons().page_signs["earlier-version"].whole))
def test_every_mark_of_the_lexicon_is_looked_for(mark: str) -> None:
    (version,) = older(cleaned(WALL, COST, f"{mark.upper()}:", CROWD, RIVAL))
    assert version.endswith(f"{CROWD}\n\n{RIVAL}")


@pytest.mark.parametrize("mark", sorted(load_lexicons().page_signs["update"].whole))
def test_every_update_of_the_lexicon_is_looked_for(mark: str) -> None:
    report = cleaned(f"{mark.upper()} 4 p.m.: {WALL}", COST, f"8 a.m. {mark.upper()}: {RIVAL}", CROWD)
    assert [version.why for version in report.earlier] == [f"under “8 a.m. {mark.upper()}”"]


@pytest.mark.parametrize("mark", ["PREVIOUS STORY:", "INITIAL REPORT:", "ORIGINAL POST", "VERSIÓN ANTERIOR:"])
def test_what_an_earlier_version_says_again_stays_in_it(mark: str) -> None:
    assert older(cleaned(WALL, COST, DOUBT, RIVAL, mark, CROWD, WALL, COST)) == ["\n\n".join((mark, CROWD, WALL, COST))]
