"""Whole pages down to their reports: every kind of furniture, header, and the words verbatim."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crosswire.clean.page import as_report, clean_page, is_cut, text_of
from crosswire.lexicons.load import load_lexicons
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, Flag, FurnitureKind, Report
from crosswire.model.when import Basis
from shown import visible_text

PARAGRAPHS = (
    "OSTRA (AFP) — The council of Ostra voted on Tuesday to pull down the old bridge, and the mayor said that the work"
    " would start before the winter.",
    "“We have waited for this day for eleven years, and the river has not become any kinder,” Mayor Edda Varga told"
    " reporters after the vote.",
    "The engineers who looked at the bridge in May found cracks in two of its six piers, according to a report that the"
    " town made public last week.",
    "Traders in the lower town said they feared for their customers, and asked for a ferry while the new bridge is"
    " built, reported The Washington Post.",
    "The work is to cost 14 million crowns and to take two years, the council said.",
)
PLAIN = "\n".join(
    [
        "Something went wrong with the connection!",
        "",
        "Ostra votes to pull down its old bridge",
        "",
        "Date:",
        "",
        "March 3",
        "18:20 2026",
        "",
        "Mayor Edda Varga, left, and the engineer Milo Straten at the old bridge on Monday.",
        "Mayor Edda Varga, left, and the engineer Milo Straten at the old bridge on Monday. — AP",
        "",
        PARAGRAPHS[0],
        "",
        PARAGRAPHS[1],
        "",
        "We have waited for this day for eleven years, and the river has not become any kinder",
        "",
        *(line for paragraph in PARAGRAPHS[2:-1] for line in (paragraph, "")),
        PARAGRAPHS[-1] + "–AFP",
        "",
        "Share post:",
        "",
        "More like this",
        "",
        "Karsund Opens Its New Harbour After Years of Delay",
        "",
        "The harbour that was to be ready in 2019 has been...",
        "",
        "Should the old bridge have been kept",
        "View Results",
        "",
        "Subscribe To Our Mailing List",
        "Enter your email address:",
    ]
)


def _clean(body: str, *, markup: bool = False, **fields: str) -> Report:
    found = clean_page(Page("p1", body, markup, file="p1.txt", **fields), lexicons=load_lexicons())  # type: ignore[arg-type]
    assert isinstance(found, Report)
    return found


def test_plain_page() -> None:
    report = _clean(PLAIN)
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert report.headline == "Ostra votes to pull down its old bridge"
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency) == ("Ostra", "AFP")
    assert report.text[report.dateline.start : report.dateline.end] == "OSTRA (AFP) — "
    assert (report.published_at.value, report.published_at.basis) == ("2026-03-03T18:20", Basis.STATED)
    assert report.language == "en"
    assert {(credit.name, credit.what) for credit in report.credits} == {
        ("AFP", CreditKind.TEXT),
        ("AP", CreditKind.PHOTO),
        ("The Washington Post", CreditKind.CITED),
    }


def test_furniture_of_the_plain_page() -> None:
    kinds = {piece.words: piece.kind for piece in _clean(PLAIN).furniture}
    assert kinds["Something went wrong with the connection!"] is FurnitureKind.PLAYER
    assert kinds["Date:"] is kinds["March 3"] is kinds["18:20 2026"] is FurnitureKind.DATE
    captions = [words for words, kind in kinds.items() if kind is FurnitureKind.CAPTION]
    assert len(captions) == 2
    assert kinds[PARAGRAPHS[1][1:86]] is FurnitureKind.PULL_QUOTE
    assert kinds["–AFP"] is FurnitureKind.CREDIT
    assert kinds["Karsund Opens Its New Harbour After Years of Delay"] is FurnitureKind.RELATED
    assert kinds["Should the old bridge have been kept"] is FurnitureKind.POLL
    assert kinds["Enter your email address:"] is FurnitureKind.NEWSLETTER


@pytest.mark.parametrize("body", [PLAIN, PLAIN.replace("\n\n", "\n"), PLAIN.replace("\n", "\r\n")])
def test_everything_stands_where_it_says(body: str) -> None:
    report = _clean(body)
    assert report.paragraphs
    assert report.furniture
    for paragraph in report.paragraphs:
        assert report.text[paragraph.start : paragraph.end] == body[paragraph.page_start : paragraph.page_end]
    for piece in report.furniture:
        assert piece.words == body[piece.page_start : piece.page_end]
        assert piece.why


def test_lines_without_blank_ones_between_them() -> None:
    assert _clean(PLAIN.replace("\n\n", "\n")).text == "\n\n".join(PARAGRAPHS)


def test_bare_report_loses_nothing() -> None:
    report = _clean("\n\n".join(PARAGRAPHS), title="Ostra votes")
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert report.headline == "Ostra votes"
    assert report.furniture == ()


@pytest.mark.parametrize("end", ["–AFP", " (Reuters)", " — AP", " (AP)", ""])
def test_an_agency_on_the_last_line_signs_the_text(end: str) -> None:
    report = _clean("\n\n".join(PARAGRAPHS[1:]) + end)
    assert report.text == "\n\n".join(PARAGRAPHS[1:])
    assert bool(end) is any(credit.what is CreditKind.TEXT for credit in report.credits)


def test_nothing_is_invented() -> None:
    report = _clean("\n\n".join(PARAGRAPHS[1:3]))
    assert (report.headline, report.bylines, report.dateline, report.publisher) == (None, (), None, None)
    assert report.published_at.value is None


def test_versions_stay_apart_and_whole() -> None:
    body = "\n\n".join(["UPDATE:", PARAGRAPHS[1], PARAGRAPHS[2], "Previous story:", PARAGRAPHS[0], PARAGRAPHS[1]])
    report = _clean(body)
    assert report.text == body
    assert Flag.CONTAINS_EARLIER_VERSION in report.flags


@pytest.mark.parametrize("body", ["", " \n\t\u00a0", "Home\nNews\nSport\nLog in", "\x00\x01\x02"])
def test_no_article(body: str) -> None:
    found = clean_page(Page("p1", body, False, file="menu.txt"), lexicons=load_lexicons())
    assert isinstance(found, Issue)
    assert (found.stage, found.code, found.file) == ("clean", "no-article", "menu.txt")
    assert "menu.txt" in found.message


def test_as_report_leaves_the_text_alone() -> None:
    report = as_report(Page("p1", PLAIN, False, title="A title"), lexicons=load_lexicons())
    assert report.text == PLAIN
    assert report.furniture == ()
    assert report.text[report.paragraphs[0].start :].startswith("Something went wrong")


def test_visible_text_of_a_plain_page_is_the_page() -> None:
    assert visible_text(Page("p1", PLAIN, False)) == PLAIN


SEEDS = Path(os.environ.get("CROSSWIRE_DATA", Path(__file__).parents[1] / "../shared")) / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason=f"no evaluation data at {SEEDS}")
def test_seeds() -> None:
    first, second = (_clean(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt")))
    assert first.dateline is not None
    assert second.dateline is not None
    assert (first.dateline.place, first.dateline.agency, second.dateline.place) == ("Moscow", "IANS", "Moscow")
    assert (first.published_at.value, second.published_at.value) == (None, "2017-04-12T11:26")
    assert {(c.name, c.what.value) for c in first.credits} == {
        ("IANS", "text"),
        ("AP", "photo"),
        ("The Washington Post", "cited"),
    }
    assert ("AFP", CreditKind.TEXT) in {(c.name, c.what) for c in second.credits}
    assert (len(first.paragraphs), len(second.paragraphs)) == (19, 13)
    assert [f.kind for f in first.furniture].count(FurnitureKind.PULL_QUOTE) == 2
    assert FurnitureKind.POLL in [f.kind for f in second.furniture]


@pytest.mark.parametrize("markup", [True, False])
def test_what_stands_behind_the_longest_text_is_said_to_be_left_out(markup: bool) -> None:
    line = "<p>The council of Ostra met again.</p>\n"
    assert is_cut(Page("long", line * 16_000, markup=markup))
    assert not is_cut(Page("short", line * 200, markup=markup))
    assert not is_cut(Page("scripts", f"<script>{' ' * 600_000}</script>{line}", markup=True))


def test_the_text_alone_is_the_reports() -> None:
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(12))
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    markup = f"<title>Ostra votes</title><nav><ul>{menu}</ul></nav><article><h1>Ostra votes</h1>{body}</article>"
    for page in (Page("p", markup, markup=True), Page("p", "\n\n".join(("Ostra votes", *PARAGRAPHS)), markup=False)):
        assert text_of(page, lexicons=load_lexicons()) == "\n\n".join(PARAGRAPHS)
