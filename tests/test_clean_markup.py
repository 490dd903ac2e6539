"""Pages in markup: visible text, metadata, selection, and markup that is broken or hostile."""

from __future__ import annotations

import json
import time

import pytest

from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import FurnitureKind, Report
from crosswire.model.when import Basis
from shown import visible_text

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ostra votes to pull down its bridge",
    "datePublished": "2026-03-03T11:40:00+01:00",
    "dateModified": "2026-03-03T12:05:00+01:00",
    "author": [{"@type": "Person", "name": "Ana Ruiz"}, {"@type": "Person", "name": "Tom Hill"}],
    "publisher": {"@type": "Organization", "name": "The Linden Echo"},
}
BODY = (
    "The council of Ostra voted on Tuesday to pull down the old bridge, and the mayor said that work would start soon.",
    "“We have waited for this day for eleven years,” Mayor <b>Edda Varga</b> told reporters after the vote was taken.",
    "Engineers who looked at the bridge in May found cracks in two of its piers, a report of the town said last week.",
    "The work is to cost 14 million crowns and to take two years, the council said in a statement after the meeting.",
)
PAGE = (
    "<html lang='en'><head><title>Ostra votes to pull down its bridge | The Linden Echo</title>"
    f"<script type='application/ld+json'>{json.dumps(ARTICLE)}</script></head><body>"
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
    "<article><h1>Ostra votes to pull down its bridge</h1><figure><img src='a.jpg'>"
    "<figcaption>The old bridge at Ostra. (Photo by Ole Berg / AFP)</figcaption></figure>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    + "</article><aside><h3>Most read</h3><ul><li><a href='/x'>Karsund opens its harbour</a></li></ul></aside>"
    "<footer><p>© 2026 The Linden Echo. All rights reserved.</p></footer></body></html>"
)


def _clean(markup: str) -> Report | Issue:
    return clean_page(Page("p1", markup, True, file="p1.html"), lexicons=load_lexicons())


def test_report_of_a_page() -> None:
    report = _clean(PAGE)
    assert isinstance(report, Report)
    assert report.text == "\n\n".join(p.replace("<b>", "").replace("</b>", "") for p in BODY)
    assert report.headline == "Ostra votes to pull down its bridge"
    assert report.bylines == ("Ana Ruiz", "Tom Hill")
    assert report.publisher == "The Linden Echo"
    assert (report.published_at.value, report.published_at.basis) == ("2026-03-03T11:40+01:00", Basis.MARKUP)
    assert report.updated_at.value == "2026-03-03T12:05+01:00"
    assert ("AFP", "photo") in {(credit.name, credit.what.value) for credit in report.credits}


def test_positions_count_in_the_visible_text() -> None:
    report, visible = _clean(PAGE), visible_text(Page("p1", PAGE, True))
    assert isinstance(report, Report)
    for paragraph in report.paragraphs:
        assert report.text[paragraph.start : paragraph.end] == visible[paragraph.page_start : paragraph.page_end]
    kinds = {visible[piece.page_start : piece.page_end]: piece.kind for piece in report.furniture}
    assert kinds["The old bridge at Ostra. (Photo by Ole Berg / AFP)"] is FurnitureKind.CAPTION
    assert kinds["Karsund opens its harbour"] is FurnitureKind.RELATED
    assert kinds["© 2026 The Linden Echo. All rights reserved."] is FurnitureKind.LEGAL


SENTENCE = "<p>The council of Ostra voted on Tuesday to pull down the old bridge, the mayor said after the meeting.</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + SENTENCE + "</div>" * 100_000,
        "<b>" * 60_000 + SENTENCE,
        "<ul><li>" * 50_000 + SENTENCE,
        "<p>\ud800 " + SENTENCE,
        "\x00" * 100 + SENTENCE,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + SENTENCE,
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": {}}</script>' + SENTENCE,
        "<table>" * 3_000 + SENTENCE,
        "<html><body><p>" + SENTENCE[3:-4],
    ],
    ids=["deep-div", "deep-b", "deep-list", "surrogate", "nul", "deep-json", "odd-json", "tables", "unclosed"],
)
def test_hostile_markup_still_gives_its_report(markup: str) -> None:
    start = time.perf_counter()
    report = _clean(markup)
    assert isinstance(report, Report)
    assert SENTENCE[3:-4] in report.text
    report.text.encode("utf-8")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("markup", ["", "<html>", "<title>x", "<" * 50_000, "<script>" + "a" * 50_000, "<!--" * 10_000])
def test_markup_without_a_report_is_an_issue(markup: str) -> None:
    found = _clean(markup)
    assert isinstance(found, Issue)
    assert found.code == "no-article"


UNSEEN = "<p>You have been reading for free for a long time, and the town is grateful to all who help it to go on.</p>"


@pytest.mark.parametrize(
    "box",
    [
        "<div style='display:none'>{}</div>",
        "<div style='color: red; Display : None;'>{}</div>",
        "<div style='visibility: hidden'>{}</div>",
        "<section hidden><div>{}</div></section>",
        "<template>{}</template>",
        "<noscript>{}</noscript>",
    ],
)
def test_what_a_page_does_not_show_is_not_its_report(box: str) -> None:
    first = f"<p>{BODY[0]}</p>"
    for place in (
        PAGE.replace(first, first + box.format(UNSEEN)),
        PAGE.replace("</article>", f"{box.format(UNSEEN)}</article>"),
    ):
        report = _clean(place)
        assert isinstance(report, Report)
        assert "reading for free" not in report.text
        assert BODY[0] in report.text
        hidden = [f for f in report.furniture if "reading for free" in f.words]
        assert len(hidden) == (0 if "<template" in place or "<noscript" in place else 1)


def test_a_report_that_a_script_shows_or_a_class_hides_stays() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    for inside in (f"<div style='display:none'>{body}</div>", f"<div class='paywall hidden'>{body}</div>"):
        report = _clean(PAGE.replace(body, inside))
        assert isinstance(report, Report)
        assert BODY[0] in report.text
        assert BODY[3] in report.text
