"""When a report was published and updated, from whole pages: which of their dates, which of their metadata."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.clean.clocks.header_times import given_times
from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.model.when import Basis

LEXICONS = load_lexicons()
FETCHED = datetime(2026, 3, 6, 14, 5, tzinfo=UTC)
HEADLINE = "Old bridge of Ostra closes for repairs"
TEXT = (
    "The council of Ostra voted on Tuesday to close the old bridge over the Ulve for at least two years.",
    "Engineers had found cracks in three of its seven arches, the mayor said, and lorries would be turned away first.",
    "Shopkeepers on the northern bank said that they feared for their trade and asked the council for a ferry.",
    "The council is to decide on the cost of the repairs, put at four million crowns, before the end of the summer.",
)


def _report(*head: str, url: str | None = None, fetched: bool = False, tail: tuple[str, ...] = ()) -> Report:
    page = Page("p", "\n".join((*head, *TEXT, *tail)), False, url=url, fetched_at=FETCHED if fetched else None)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    return report


def _markup(
    head: str = "", line: str = "", *, fetched: bool = False, url: str | None = None, lang: str = "en"
) -> Report:
    body = "".join(f"<p>{words}</p>" for words in TEXT)
    html = (
        f"<html lang='{lang}'><head><title>{HEADLINE}</title>{head}</head><body><article><h1>{HEADLINE}</h1>"
        f"<div>{line}</div>{body}</article></body></html>"
    )
    page = Page("p", html, True, url=url, fetched_at=FETCHED if fetched else None)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    return report


def _described(**fields: object) -> str:
    data = {"@type": "NewsArticle", "headline": HEADLINE, **fields}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ((HEADLINE, "4 March 2026"), "2026-03-04"),
        ((HEADLINE, "By Anna Lund", "Published", "4 March 2026"), "2026-03-04"),
        ((HEADLINE, "4", "Mar", "2026"), "2026-03-04"),
        ((HEADLINE, "March 4", "14:05 2026"), "2026-03-04T14:05"),
        ((HEADLINE, "4. März 2026,", "14:05 Uhr"), "2026-03-04T14:05"),
        ((HEADLINE, "4 March 2026", "14:05 CET"), "2026-03-04T14:05+01:00"),
        ((HEADLINE, "By Anna LundMarch 4, 2026 | 5:12 pm"), "2026-03-04T17:12"),
        (("Published: 14:05, 4 March 2026", HEADLINE), "2026-03-04T14:05"),
        (("Friday, 6 March 2026", "Home", "News", "Weather", HEADLINE, "4 March 2026"), "2026-03-04"),
        ((HEADLINE, "3 March 2026", "Posted: 4 March 2026"), "2026-03-04"),
        ((HEADLINE, "Bron: eigen berichtgeving", "4 maart 2026 om 14:05"), "2026-03-04T14:05"),
        ((HEADLINE, "2026年3月4日 14時05分"), "2026-03-04T14:05"),
        ((HEADLINE, "Smoke over the bridge on 2 March 2026 (Photo: Norda)", "4 March 2026"), "2026-03-04"),
        ((HEADLINE, "by Anna Lund /", "Mar.04.2026 / 8:02 AM ET"), "2026-03-04T08:02-05:00"),
        ((HEADLINE, "By: Anna Lund | March 4, 2026 10:16 am ET Follow @annalund"), "2026-03-04T10:16-05:00"),
    ],
)
def test_the_date_beside_the_headline(head: tuple[str, ...], value: str) -> None:
    report = _report(*head)
    assert (report.published_at.value, report.published_at.basis) == (value, Basis.STATED)


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ((HEADLINE, "3/4/2026"), "which number is the month is not known"),
        ((HEADLINE, "2 hours ago"), "counts from when the page was fetched"),
        ((HEADLINE, "March 4"), "the year is not said"),
        ((HEADLINE, "Updated 4 March 2026"), "only an update is dated"),
        ((HEADLINE, "Date:"), "its date line is empty"),
        (("Friday, 6 March 2026", "Home", "News", "Weather", HEADLINE), "the page's own clock"),
        ((HEADLINE, "١٥ رمضان ١٤٤٧"), "a calendar whose days are not reckoned"),
    ],
)
def test_what_is_not_known_says_why(head: tuple[str, ...], why: str) -> None:
    report = _report(*head)
    assert (report.published_at.value, report.published_at.basis) == (None, Basis.UNKNOWN)
    assert why in (report.published_at.why or "")


def test_ages_count_from_the_fetching() -> None:
    report = _report(HEADLINE, "2 hours ago", fetched=True)
    assert (report.published_at.value, report.published_at.basis) == ("2026-03-06T12+00:00", Basis.RELATIVE)
    assert "“2 hours ago”" in (report.published_at.why or "")


@pytest.mark.parametrize(
    "line", ["Subscribe today", "Sign up for our newsletter today", "Seven ways to cook the catch that came in today"]
)
def test_a_word_such_as_today_counts_on_a_date_line_alone(line: str) -> None:
    assert _report(line, HEADLINE, fetched=True).published_at.value is None
    assert _report(HEADLINE, "Published today, 12:05", fetched=True).published_at.value == "2026-03-06T12:05"


def test_one_update_said_twice_is_no_publication() -> None:
    report = _report(HEADLINE, "Updated less than 1 min ago 7:20 a.m. ET, March 6, 2026", fetched=True)
    assert (report.published_at.value, report.updated_at.value) == (None, "2026-03-06T07:20-05:00")


def test_the_date_of_a_notice_is_that_of_what_it_tells() -> None:
    notice = ("Date: Tuesday, March 3, 2026, 10:55 PM", "Location: 26 Quay Street", "Case number: 17021")
    report = _report(*notice, url="https://police.example/2026/03/04/bridge")
    assert (report.published_at.value, report.published_at.basis) == ("2026-03-04", Basis.INFERRED)
    assert _report(HEADLINE, "Date: March 3, 2026", "By Anna Lund").published_at.value == "2026-03-03"


def test_a_date_line_glued_to_the_text_is_read() -> None:
    glued = "Lorries go first Sat 7 Mar 2026 09.37 EST Last modified on Sat 7 Mar 2026 12.39 EST " + TEXT[0]
    report = clean_page(Page("p", "\n".join((HEADLINE, "March 7, 2026", glued, *TEXT[1:])), False), lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.published_at.value == "2026-03-07T09:37-05:00"
    assert report.updated_at.value == "2026-03-07T12:39-05:00"


@pytest.mark.parametrize(
    ("line", "rest", "url", "value", "why"),
    [
        ("3/4/2026", (), "https://news.example.co.uk/bridge", "2026-04-03", "the outlet's country (gb)"),
        ("3/4/2026", ("Ferries from 25/12/2025 on",), None, "2026-04-03", "as in other dates of the page"),
        ("3/4/2026", ("Ferries from 12/25/2025 on",), "https://a.example.de/b", "2026-03-04", "as in other dates"),
        ("3/4/2026", (), "https://news.example/2026/03/04/bridge", "2026-03-04", "stands in the page's address"),
        ("Wed 3/4/2026", (), "https://news.example.co.uk/b", "2026-03-04", "the weekday beside it"),
    ],
)
def test_signs_for_the_order_of_day_and_month(
    line: str, rest: tuple[str, ...], url: str | None, value: str, why: str
) -> None:
    report = _report(HEADLINE, line, url=url, tail=("Related", *rest) if rest else ())
    assert report.published_at.value == value
    assert why in (report.published_at.why or "")


def test_a_teasers_day_settles_nothing() -> None:
    report = _report(HEADLINE, "3/4/2026", tail=("Related", "Mayor of Karsund resigns", "3 April 2026"))
    assert report.published_at.value is None


def test_dates_of_other_things_are_not_the_reports() -> None:
    tail = ("Related", "Ferry of Linden runs aground", "1 March 2026", "Comments", "Ole Berg", "5 March 2026 10:00")
    assert _report(HEADLINE, tail=tail).published_at.value is None
    teasers = ("Ferry of Linden runs aground", "Mill burns in Ilsen", "Mayor of Karsund resigns")
    above = tuple(line for day, title in enumerate(teasers, 1) for line in (title, f"{day} March 2026"))
    assert _report(*above, HEADLINE).published_at.value is None


@pytest.mark.parametrize(
    ("head", "line", "value", "basis", "why"),
    [
        (_described(datePublished="2026-03-04T14:05:33+01:00"), "", "2026-03-04T14:05+01:00", Basis.MARKUP, ""),
        (_described(datePublished="2026-03-04T00:00:00Z"), "", "2026-03-04", Basis.MARKUP, ""),
        (_described(datePublished="2026-03-04"), "4 March 2026, 14:05", "2026-03-04T14:05", Basis.STATED, "day alone"),
        (_described(datePublished="2026-03-04"), "Posted: 1 March 2026", "2026-03-04", Basis.MARKUP, "says 2026-03-01"),
        (_described(datePublished="1772633100"), "", "2026-03-04T14:05+00:00", Basis.MARKUP, "seconds since 1970"),
        (_described(datePublished=1772633100000), "", "2026-03-04T14:05+00:00", Basis.MARKUP, "seconds since 1970"),
        (_described(datePublished="20260304T140500Z"), "", "2026-03-04T14:05+00:00", Basis.MARKUP, ""),
        (_described(datePublished="1970-01-01"), "4 March 2026", "2026-03-04", Basis.STATED, "before the web"),
        (_described(datePublished="0001-01-01"), "4 March 2026", "2026-03-04", Basis.STATED, "is no date"),
        (_described(datePublished="2026-05-04"), "4 March 2026", "2026-03-04", Basis.STATED, "lies after"),
        (_described(datePublished="soon"), "4 March 2026", "2026-03-04", Basis.STATED, "“soon” is no date"),
        ("<meta name='date' content='Wed, 04 Mar 2026 14:05:00 GMT'>", "", "2026-03-04T14:05+00:00", Basis.MARKUP, ""),
        ("<meta property='article:published_time' content='31.02.2026'>", "", None, Basis.UNKNOWN, "is no date"),
    ],
)  # fmt: skip
def test_metadata_and_lines(head: str, line: str, value: str | None, basis: Basis, why: str) -> None:
    report = _markup(head, line, fetched=True)
    assert (report.published_at.value, report.published_at.basis) == (value, basis)
    assert why in (report.published_at.why or "")


def test_another_articles_metadata_is_not_this_ones() -> None:
    other = _described(headline="Ferry of Linden runs aground", datePublished="2020-01-01")
    assert _markup(other + _described(datePublished="2026-03-04")).published_at.value == "2026-03-04"


def test_the_language_of_the_page_reads_its_numbers() -> None:
    for lang, value in (("en-GB", "2026-04-03"), ("en-US", None), ("en", None)):
        assert _markup("", "Posted: 3/4/2026", lang=lang).published_at.value == value


def test_the_address_dates_what_nothing_else_does() -> None:
    report = _markup(url="https://news.example/2026/03/04/bridge")
    assert (report.published_at.value, report.published_at.basis) == ("2026-03-04", Basis.INFERRED)
    assert "address" in (report.published_at.why or "")
    assert _markup(url="https://news.example/2026/03/bridge").published_at.value == "2026-03"


def test_an_update_before_the_publication_is_none() -> None:
    report = _markup(_described(datePublished="2026-03-04T14:05Z", dateModified="2026-03-03T10:00Z"))
    assert (report.published_at.value, report.updated_at.value) == ("2026-03-04T14:05+00:00", None)
    assert "before it was published" in (report.updated_at.why or "")
    report = _report(HEADLINE, "Published 4 March 2026", "Updated 5 March 2026 10:00")
    assert (report.published_at.value, report.updated_at.value) == ("2026-03-04", "2026-03-05T10:00")


@pytest.mark.parametrize(
    ("raw", "value", "why"),
    [
        ("2026-03-04", "2026-03-04", None),
        ("2026-03-04T14:05:00+05:30", "2026-03-04T14:05+05:30", None),
        ("4 March 2026", "2026-03-04", None),
        ("3/4/2026", None, "which number is the month"),
        ("the day after", None, "“the day after” was given, which is no date"),
    ],
)
def test_what_the_user_says(raw: str, value: str | None, why: str | None) -> None:
    page = Page("p", "\n".join((HEADLINE, *TEXT)), False, published_at=raw)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    for found in (report.published_at, given_times(page, LEXICONS.calendar)[0]):
        assert found.value == value
        assert found.basis is (Basis.GIVEN if value else Basis.UNKNOWN)
        assert (why or "") in (found.why or "")


def test_what_the_user_says_goes_before_the_page() -> None:
    page = Page("p", "\n".join((HEADLINE, "4 March 2026", *TEXT)), False, published_at="2026-03-02")
    said, unread = (clean_page(p, lexicons=LEXICONS) for p in (page, replace(page, published_at="then")))
    assert isinstance(said, Report)
    assert isinstance(unread, Report)
    assert (said.published_at.value, unread.published_at.value) == ("2026-03-02", "2026-03-04")


def test_an_update_with_a_clock_alone_has_no_day() -> None:
    report = _report(HEADLINE, "4 March 2026, updated at 16:01")
    assert (report.published_at.value, report.updated_at.value) == ("2026-03-04", None)
    assert "says no day for its update" in (report.updated_at.why or "")


@pytest.mark.parametrize("year", [1, 1969, 9999])
def test_a_wrong_clock_at_the_fetching_settles_nothing(year: int) -> None:
    body = "\n".join((HEADLINE, "2 hours ago", *TEXT))
    report = clean_page(Page("p", body, False, fetched_at=datetime(year, 12, 31, 23)), lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.published_at.value is None
