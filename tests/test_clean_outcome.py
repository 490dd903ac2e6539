"""What a page gives, line by line: nothing stands in neither the text nor the furniture nor the headline."""

from __future__ import annotations

import pytest

from crosswire.clean.page import explain_each
from crosswire.clean.verdict import Explained
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report
from several_pages import COST, CROWD, RIVAL, WALL, html, paragraphs, plain

HEAD, OTHER = "Ostra votes on its wall", "Council of Ostra backs the wall in a close vote"


def _explained(body: str, *, markup: bool = False) -> tuple[Explained, Report]:
    (found,) = explain_each([Page("p", body, markup)], lexicons=load_lexicons())
    (report,) = found.found
    assert isinstance(report, Report)
    return found, report


@pytest.mark.parametrize(
    ("top", "reasons"),
    [
        (f"<h1>{HEAD}</h1>", []),
        (f"<p>{HEAD}</p><h1>{HEAD}</h1>", ["the headline again"]),
        (f"<h1>{HEAD}</h1><p>{OTHER}</p>", ["another form of the headline"]),
    ],
)
def test_forms_and_copies_of_the_headline_are_listed(top: str, reasons: list[str]) -> None:
    head = f'<meta property="og:title" content="{OTHER if OTHER in top else HEAD}">'
    found, report = _explained(html(top + paragraphs(WALL, COST, CROWD, RIVAL), head=head), markup=True)
    assert [f.why for f in report.furniture if f.words == HEAD] == reasons
    kept = [v for v in found.verdicts if v.kind is None and not v.header]
    assert [(v.line.start, v.line.end) for v in kept] == [(p.page_start, p.page_end) for p in report.paragraphs]
    assert {v.line.words for v in found.verdicts if v.kind} == {f.words for f in report.furniture}


def test_the_verdicts_are_those_of_the_report() -> None:
    found, report = _explained(plain(HEAD, WALL, COST, CROWD, f"{RIVAL} (AP)"))
    parted = {(v.line.start, v.line.end) for v in found.verdicts if v.kind}
    assert parted == {(f.page_start, f.page_end) for f in report.furniture}
    assert "(AP)" in {f.words for f in report.furniture}
