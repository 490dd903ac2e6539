"""Bodies that their container gives alone, and what feeds add to them."""

from __future__ import annotations

import time

import pytest

from crosswire.clean.alone import captions_in
from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, Flag, FurnitureKind, Report

LEXICONS = load_lexicons()
BODY = """<figure><img src="a.jpg"><figcaption>The bridge at Ostra on Tuesday</figcaption></figure>
<p>OSTRA (Reuters) &#8212; The bridge was closed on Tuesday after engineers found cracks, the mayor said.</p>
<p>Among the demands of the town:</p>
<ul><li>New pillars by spring</li><li>A ferry for schoolchildren</li></ul>
<blockquote>The town was warned twice, and twice it did nothing.</blockquote>
<h3>What happens next</h3>
<table><tr><th>Route</th><th>Minutes</th></tr><tr><td>Ferry</td><td>25</td></tr></table>
<p>Traffic is led over Port Linden.</p>"""
TEXT = (
    "OSTRA (Reuters) — The bridge was closed on Tuesday after engineers found cracks, the mayor said.",
    "Among the demands of the town:",
    "New pillars by spring",
    "A ferry for schoolchildren",
    "The town was warned twice, and twice it did nothing.",
    "What happens next",
    "Route Minutes",
    "Ferry 25",
    "Traffic is led over Port Linden.",
)


def cleaned(body: str, *, alone: bool = True, markup: bool = True) -> Report:
    page = Page(id="a", body=body, markup=markup, title="Bridge closed", publisher="The Linden Echo", alone=alone)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    return report


def test_lists_tables_and_subheads_of_a_body_are_its_text() -> None:
    assert tuple(cleaned(BODY).text.split("\n\n")) == TEXT
    assert cleaned("\n\n".join(TEXT), markup=False).text.split("\n\n") == list(TEXT)


def test_a_page_with_a_site_around_it_is_cleaned_by_place_too() -> None:
    page = "\n".join((*TEXT, *["Top stories", "Latest", "Weather"] * 5))
    assert "What happens next" not in cleaned(page, alone=False, markup=False).text


@pytest.mark.parametrize(
    ("added", "kind"),
    [
        ("<p>The post <a>Bridge closed</a> appeared first on <a>The Linden Echo</a>.</p>", FurnitureKind.SHARING),
        ("<p>Der Beitrag Brücke gesperrt erschien zuerst auf Lindener Echo.</p>", FurnitureKind.SHARING),
        ("<p>Ostra köprüsü kapandı yazısı ilk önce Linden Yankı üzerinde ortaya çıktı.</p>", FurnitureKind.SHARING),
        ("<p>[[ This is a content summary only. Visit my website for full links! ]]</p>", FurnitureKind.SHARING),
        ("<p><a>Discuss</a></p>", FurnitureKind.SHARING),
        ("<p>Share this:</p>", FurnitureKind.SHARING),
        ("<p><a>Continue reading &#8594;</a></p>", FurnitureKind.RELATED),
        (
            "<p>Related stories</p><ul><li>Ferry fire off Ilsen</li><li>Mayor faces vote</li></ul>",
            FurnitureKind.RELATED,
        ),
        ("<p>Sign up for our newsletter.</p>", FurnitureKind.NEWSLETTER),
        ("<p>Copyright 2026 The Linden Echo. All rights reserved.</p>", FurnitureKind.LEGAL),
        ('<img src="https://count.example/pixel" width="1" height="1" alt="">', None),
    ],
)
def test_what_software_adds_is_furniture(added: str, kind: FurnitureKind | None) -> None:
    report = cleaned(BODY + added)
    assert tuple(report.text.split("\n\n")) == TEXT
    assert {f.kind for f in report.furniture} - {FurnitureKind.CAPTION} == ({kind} if kind else set())
    assert all(f.why for f in report.furniture)


@pytest.mark.parametrize(
    "words",
    [
        "The rash appeared first on the arms of the crew, doctors said on Monday.",
        "The post of harbour master stays empty, the mayor said on the quay at noon.",
        "Discuss the bridge he would not.",
        "freezing samples for tests that don’t exist yet (in a tank in Ostra);",
    ],
)
def test_sentences_that_only_sound_like_it_are_text(words: str) -> None:
    assert words in cleaned(f"{BODY}<p>{words}</p>").text


@pytest.mark.parametrize(
    "words",
    [
        "More than a third of the 1,200 workers of the Ostra yard will be told this week. The […]",
        "More than a third of the workers of the Ostra yard will be told this week that ...",
    ],
)
def test_a_summary_that_breaks_off_is_the_text_of_a_partial_page(words: str) -> None:
    page = Page(id="a", body=words, markup=False, title="Ostra yard", alone=True, partial=True)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert (report.text, report.flags) == (words, (Flag.TRUNCATED,))


def test_a_feed_s_own_line_counts_at_the_edges_only() -> None:
    inside = BODY.replace("<h3>What happens next</h3>", "<p>Source</p><h3>What happens next</h3>")
    assert LEXICONS.feed_lines.find("Source") == "source"
    assert "Source" in cleaned(inside).text.split("\n\n")


def test_captions_are_known_by_their_markup_and_are_the_text_where_there_is_no_other() -> None:
    (caption,) = cleaned(BODY).furniture
    assert (caption.kind, caption.words) == (FurnitureKind.CAPTION, "The bridge at Ostra on Tuesday")
    gallery = "".join(
        f"<figure><figcaption>The bridge at Ostra on day {n} of the works</figcaption></figure>" for n in "123"
    )
    assert cleaned(gallery).text.count("day") == 3


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figcaption class=x>One <b>two</b></figcaption>", {"One", "two"}),
        ("<figcaption>One two</figcaption><p>Three</p>", {"One two"}),
        ("<p>One</p>", set()),
        ("<figcaption><figcaption><figcaption>", set()),
    ],
)
def test_captions_in_markup(markup: str, expected: set[str]) -> None:
    assert captions_in(markup) == expected


def test_captions_never_closed_cost_little() -> None:
    start = time.monotonic()
    captions_in("<figcaption>" * 100_000)
    assert time.monotonic() - start < 2


def test_every_line_has_its_example_and_counter_example() -> None:
    from crosswire.lexicons.load import table

    for row in table("feed_lines")["line"]:
        assert LEXICONS.feed_lines.find(row["example"]), row["example"]
        assert LEXICONS.feed_lines.find(row["counter"]) is None, row["counter"]


@pytest.mark.parametrize(
    ("authors", "credit", "bylines", "credited"),
    [
        (("By Edda Varga and Milo Straten",), None, ("Edda Varga", "Milo Straten"), ["Reuters"]),
        (("Edda Varga, AFP",), None, ("Edda Varga",), ["AFP", "Reuters"]),
        (("admin",), "AFP", (), ["AFP", "Reuters"]),
    ],
)
def test_authors_of_a_container_are_read_like_a_page_s(
    authors: tuple[str, ...], credit: str | None, bylines: tuple[str, ...], credited: list[str]
) -> None:
    page = Page(id="a", body=BODY, markup=True, authors=authors, credit=credit, alone=True)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.bylines == bylines
    assert sorted(c.name for c in report.credits if c.what is CreditKind.TEXT) == credited


def test_names_that_the_user_gives_stay_as_they_are() -> None:
    page = Page(id="a", body="\n\n".join(TEXT), markup=False, authors=("By Edda Varga",))
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.bylines == ("By Edda Varga",)
