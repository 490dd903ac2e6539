"""The bundled pages: what surrounds their reports is in none of them, however sure the page's markup is of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosswire
from crosswire.clean.page import clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import FurnitureKind, Report

PAGES = Path(crosswire.__file__).parent / "sample" / "pages"


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    files = sorted(file for file in PAGES.iterdir() if file.suffix in (".html", ".txt"))
    pages = [Page(file.stem, file.read_text("utf-8"), file.suffix == ".html") for file in files]
    cleaned = clean_pages(pages, lexicons=load_lexicons())
    return {report.id: report for report in cleaned if isinstance(report, Report)}


@pytest.mark.parametrize(
    ("page", "words", "kind"),
    [
        ("morning-post", "( ) Yes ( ) No ( ) Don't know", FurnitureKind.POLL),
        ("courier-fire", "Thoughts with everyone at Ilsen this morning. @karsundtown", FurnitureKind.WIDGET),
        ("radio-north", "Storm Agda: what we know", FurnitureKind.RELATED),
    ],
)
def test_what_stands_beside_a_report_is_furniture(
    reports: dict[str, Report], page: str, words: str, kind: FurnitureKind
) -> None:
    assert words not in reports[page].text
    assert [f.kind for f in reports[page].furniture if f.words == words] == [kind]


def test_an_agency_glued_to_the_last_word_is_a_credit_and_no_text(reports: dict[str, Report]) -> None:
    report = reports["morning-post"]
    assert report.text.endswith("for several passengers.")
    assert [credit.name for credit in report.credits] == ["NPA"]
