"""Byline and date in the box of the text: furniture, and read."""

from __future__ import annotations

import pytest

from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report

_LEXICONS = load_lexicons()
_TEXT = (
    "The council of Ostra voted on Tuesday to close the old bridge for a year, the mayor said.",
    "“We have waited too long,” said Petra Lindqvist, who runs the ferry across the river.",
    "The bridge was built in 1931 and carried 4,000 cars a day until the flood of last spring.",
    "Work will begin in April and is expected to cost the town about 12 million crowns.",
)


def _report(*top: str, lines: tuple[str, ...] = _TEXT) -> Report:
    box = "".join(f"<p>{words}</p>" for words in (*top, *lines))
    markup = f"<html><body><h1>Ostra closes its old bridge</h1><div class='entry-content'>{box}</div></body></html>"
    found = clean_page(Page("one", markup, markup=True), lexicons=_LEXICONS)
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize(
    ("top", "writers", "day"),
    [
        (("By Ana Ruiz", "March 3, 2026"), ("Ana Ruiz",), "2026-03-03"),
        (("By Ana Ruiz | March 3, 2026",), ("Ana Ruiz",), "2026-03-03"),
        (("<strong>By Ana Ruiz</strong>", "<em>Published: 3 March 2026 14:05 GMT</em>"), ("Ana Ruiz",), "2026-03-03"),
        (("Ana Ruiz", "March 3, 2026"), ("Ana Ruiz",), "2026-03-03"),
        (("webdesk - March 3, 2026",), (), "2026-03-03"),
    ],
)
def test_header_lines_in_the_box(top: tuple[str, ...], writers: tuple[str, ...], day: str) -> None:
    report = _report(*top)
    assert report.text == "\n\n".join(_TEXT)
    assert report.bylines == writers
    assert (report.published_at.value or "")[:10] == day


@pytest.mark.parametrize(
    "lines",
    [
        # A date in the middle of a text is a part of what it tells.
        (*_TEXT[:2], "March 3, 2026", *_TEXT[2:]),
        # The days of a chronicle.
        ("March 1, 2026", _TEXT[0], "March 2, 2026", _TEXT[1], "March 3, 2026", _TEXT[2]),
        ("By the time the bridge closes, Ostra will have lost its last link across the river.", *_TEXT),
    ],
)
def test_other_lines_stay(lines: tuple[str, ...]) -> None:
    assert _report(lines=lines).text == "\n\n".join(lines)


def test_a_menu_above_the_headline_is_not_of_the_text() -> None:
    box = "".join(f"<p>{words}</p>" for words in ("Ostra | News | Give", "Ostra closes its old bridge", *_TEXT))
    page = Page("one", f"<html><head><title>Ostra closes its old bridge</title></head>{box}</html>", markup=True)
    report = clean_page(page, lexicons=_LEXICONS)
    assert isinstance(report, Report)
    assert report.text == "\n\n".join(_TEXT)
