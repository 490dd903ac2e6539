"""Pages that hold several reports: live blogs, digests, round-ups; and those that look so and hold one."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from crosswire.clean.page import clean_page, clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Flag, FurnitureKind, Report
from crosswire.model.when import Basis
from several_pages import (
    BLOG,
    BRIDGE,
    BRIEFS,
    CHRONOLOGY,
    COST,
    CROWD,
    DIARY,
    DIGEST,
    DOUBT,
    LATEST,
    MUSEUM,
    RIVAL,
    STORM,
    TOLL,
    WALL,
    html,
    paragraphs,
    plain,
)
from shown import visible_text

DAY = "2026-03-04T18:00"


def reports(body: str, *, markup: bool = False, **fields: object) -> list[Report]:
    fields.setdefault("published_at", DAY)
    page = Page("p", body, markup, file="p.txt", **fields)  # type: ignore[arg-type]
    found = [item for item in clean_pages((page,), lexicons=load_lexicons()) if isinstance(item, Report)]
    seen = visible_text(page)
    for report in found:
        assert report.text == "\n\n".join(seen[p.page_start : p.page_end] for p in report.paragraphs)
        assert all(report.text[p.start : p.end] == seen[p.page_start : p.page_end] for p in report.paragraphs)
    places = [p.page_start for report in found for p in report.paragraphs]
    assert len(places) == len(set(places)), "no line is the text of two reports"
    return found


def test_the_latest_gives_a_report_for_every_entry() -> None:
    found = reports(LATEST)
    assert [report.id for report in found] == ["p", "p#2", "p#3"]
    assert [report.published_at.value for report in found] == [
        "2026-03-04T16:00",
        "2026-03-04T13:30",
        "2026-03-04T11:00",
    ]
    assert {report.published_at.basis for report in found} == {Basis.RELATIVE}
    assert [WALL in found[0].text, CROWD in found[1].text, DOUBT in found[2].text] == [True] * 3
    assert WALL not in found[1].text + found[2].text
    assert {report.headline for report in found} == {"The Latest: Ostra raises its harbour wall"}
    assert all(report.flags == (Flag.LIVE_BLOG,) for report in found)
    assert not any(clock in report.text for report in found for clock in ("4 p.m.", "1:30 p.m.", "11 a.m."))


def test_who_supplied_the_page_supplied_its_entries() -> None:
    body = LATEST.replace("By The Norda Press", "By The Associated Press").replace("(NPA)", "(AP)")
    assert [[c.name for c in report.credits] for report in reports(body)] == [["AP"], ["AP"], ["AP"]]


def test_the_line_that_leads_in_is_furniture() -> None:
    lead = "OSTRA (AP) — The Latest on the vote over the harbour wall of Ostra and what it will mean for all of the"
    lead += " fishermen who have their boats there, for the ferry and for the market (all times local):"
    body = LATEST.replace("OSTRA (NPA) — The Latest on the vote over the harbour wall (all times local):", lead)
    found = reports(body)
    assert len(found) == 3
    assert lead in [f.words for f in found[0].furniture]


def test_entries_have_their_own_headlines_and_bylines() -> None:
    found = reports(BLOG)
    assert [report.headline for report in found] == [
        "Council votes for the wall",
        "Rain outside the town hall",
        "Why the wall is wanted",
    ]
    assert [report.text.split("\n\n")[0] for report in found] == [WALL, CROWD, STORM]
    assert [report.published_at.value for report in found] == [
        "2026-03-04T16:20",
        "2026-03-04T15:45",
        "2026-03-04T14:05",
    ]
    assert found[1].bylines == ("Ana Ruiz",)
    assert found[0].bylines == ()


def test_headlines_may_stand_on_the_time_line_or_above_it() -> None:
    on_line = plain(
        "Newsticker", "16:20 Uhr - Council votes for the wall", WALL, COST, "14:05 Uhr - Rain", CROWD, RIVAL
    )
    found = reports(on_line)
    assert [report.headline for report in found] == ["Council votes for the wall", "Rain"]
    assert [report.text for report in found] == [f"{WALL}\n\n{COST}", f"{CROWD}\n\n{RIVAL}"]
    above = plain(
        "Live: Ostra votes", "Council votes for wall", "16:20", WALL, COST, "Rain at town hall", "14:05", CROWD, RIVAL
    )
    assert [report.headline for report in reports(above)] == ["Council votes for wall", "Rain at town hall"]


def test_a_pages_own_text_before_the_entries_is_its_first_report() -> None:
    body = plain("Live: Ostra votes on its wall", STORM, DOUBT, "16:20", WALL, COST, "14:05", CROWD, RIVAL)
    lead, *entries = reports(body)
    assert lead.text == f"{STORM}\n\n{DOUBT}"
    assert (lead.id, lead.published_at.value) == ("p", DAY)
    assert lead.headline == "Live: Ostra votes on its wall"
    assert [report.published_at.value for report in entries] == ["2026-03-04T16:20", "2026-03-04T14:05"]


def test_furniture_is_listed_once() -> None:
    body = plain("Home", "News", LATEST, "Share this story", "All rights reserved. © 2026 The Tide Table")
    found = reports(body)
    listed = [(f.page_start, f.words) for report in found for f in report.furniture]
    assert len(listed) == len(set(listed))
    assert "Share this story" in [f.words for f in found[0].furniture]
    assert "1:30 p.m." not in [f.words for f in found[0].furniture]
    assert all(f.why for report in found for f in report.furniture)


def test_every_line_of_a_split_page_is_text_headline_or_furniture() -> None:
    found = reports(BLOG)
    kept = {report.text[p.start : p.end] for report in found for p in report.paragraphs}
    aside = {f.words for report in found for f in report.furniture}
    headlines = {report.headline for report in found} | {"Live: Ostra votes on its wall"}
    assert set(BLOG.split("\n\n")) <= kept | aside | headlines


def test_publisher_and_address_are_shared() -> None:
    found = reports(LATEST, publisher="The Tide Table", url="https://tidetable.example/wall")
    assert {(report.publisher, report.url) for report in found} == {
        ("The Tide Table", "https://tidetable.example/wall")
    }


def test_articles_strung_together() -> None:
    first, second = reports(DIGEST)
    assert (first.headline, second.headline) == ("Council votes to raise harbour wall", "Cracks found in Linden bridge")
    assert first.dateline is not None
    assert second.dateline is not None
    assert (first.dateline.place, second.dateline.place) == ("Ostra", "Linden")
    assert BRIDGE in second.text
    assert BRIDGE not in first.text
    assert first.flags == second.flags == (Flag.SEVERAL_ARTICLES,)
    assert second.published_at.value == DAY
    assert second.published_at.why == "the page’s time: the article states none of its own"


def test_a_round_up() -> None:
    found = reports(BRIEFS)
    assert [report.headline for report in found] == [
        "Wall to be raised",
        "Cracks in Linden bridge",
        "Museum buys steamer's log",
    ]
    assert [report.text.split("\n\n")[0] for report in found] == [WALL, BRIDGE, MUSEUM]


@pytest.mark.parametrize(
    "body",
    [
        CHRONOLOGY,
        # A digest's second headline stands over a single line: a teaser.
        plain(
            "Council votes to raise harbour wall",
            "OSTRA (NPA) — " + WALL,
            COST,
            RIVAL,
            "More news",
            "LINDEN (NPA) — " + BRIDGE,
        ),
        # Subheadings of one article that calls itself nothing.
        BRIEFS.replace("News in brief", "Ostra changes its face"),
        # A feature with its sections, each from its town.
        plain(
            "A wall divides the coast",
            "By Ana Ruiz",
            WALL,
            "In Ostra, the rain goes on",
            "OSTRA — " + COST,
            CROWD,
            RIVAL,
            DOUBT,
            "In Linden, a wait for money",
            "LINDEN — " + BRIDGE,
            TOLL,
            STORM,
            MUSEUM,
        ),
        # Two times of one article.
        plain("Ostra votes on its wall", "16:20", WALL, COST, "14:05", CROWD, RIVAL),
        # Scores, shares and prices.
        plain("Ostra votes on its wall", WALL, COST, "2:1", "1:1", "0:1", RIVAL, DOUBT),
        # An update under a report.
        plain("Ostra votes on its wall", WALL, COST, "Updated at 4:20 p.m.", "Updated at 2:05 p.m.", RIVAL),
    ],
)
def test_one_report_stays_one(body: str) -> None:
    assert len(reports(body)) == 1


def test_teasers_behind_an_article_are_no_entries() -> None:
    body = plain(
        "Council votes to raise harbour wall", "18:34", WALL, COST, RIVAL, DOUBT, CROWD, STORM,
        "More from Ostra", "17:42", "Bridge has cracks", "The bridge…", "14:38", "Museum buys log", "The museum…",
    )  # fmt: skip
    assert len(reports(body)) == 1


def test_the_newest_entry_without_a_time_line_and_the_clock_of_the_last_change() -> None:
    fetched = datetime(2026, 3, 4, 12, 28, tzinfo=UTC)
    body = plain(
        "Live: Ostra votes on its wall",
        "Updated less than 1 min ago 7:20 a.m. ET, March 4, 2026",
        MUSEUM,
        DIARY,
        "Council votes for the wall",
        "From Ana Ruiz in Ostra",
        WALL,
        COST,
        "41 min ago",
        "Crowd sings outside the town hall",
        CROWD,
        RIVAL,
        "1 hr 5 min ago",
        "Fishermen fear for the tide",
        DOUBT,
        STORM,
        "2 hr ago",
        "Bridge stays closed",
        BRIDGE,
        TOLL,
    )
    lead, newest, *rest = reports(body, published_at=None, fetched_at=fetched)
    assert (lead.published_at.value, lead.updated_at.value) == (None, "2026-03-04T07:20-05:00")
    assert (newest.headline, newest.published_at.value) == ("Council votes for the wall", None)
    assert "no time line" in (newest.published_at.why or "")
    assert newest.text == f"{WALL}\n\n{COST}"
    assert [report.published_at.value for report in rest] == [
        "2026-03-04T11:47+00:00",
        "2026-03-04T11:23+00:00",
        "2026-03-04T10+00:00",
    ]


def test_comments_with_minutes_ago_are_no_entries() -> None:
    comments = [
        "5 min ago",
        "I never saw such a wall in all of my days here in Ostra.",
        "20 min ago",
        "Nor did I see one.",
    ]
    body = plain("Council votes to raise harbour wall", WALL, COST, RIVAL, DOUBT, "Comments", *comments)
    assert len(reports(body)) == 1


def _ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _update(headline: str, clock: str, *lines: str) -> dict[str, str]:
    body = " ".join(lines)
    return {
        "@type": "BlogPosting",
        "headline": headline,
        "datePublished": f"2026-03-04T{clock}+01:00",
        "articleBody": body,
    }


LIVE_DATA = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "headline": "Ostra votes on its wall",
    "datePublished": "2026-03-04T13:00+01:00",
    "liveBlogUpdate": [
        _update("Council votes for the wall", "16:20", WALL, COST),
        _update("Rain outside the town hall", "15:45", CROWD, RIVAL),
        _update("Of another page", "15:00", BRIDGE, TOLL),
    ],
}


def test_a_live_blog_by_its_own_data() -> None:
    body = (
        "<h1>Ostra votes on its wall</h1>"
        + "<h2>Council votes for the wall</h2>" + paragraphs(WALL, COST)
        + "<h2>Rain outside the town hall</h2>" + paragraphs(CROWD, RIVAL)
    )  # fmt: skip
    first, second = reports(html(body, head=_ld(LIVE_DATA)), markup=True, published_at=None)
    assert (first.headline, second.headline) == ("Council votes for the wall", "Rain outside the town hall")
    assert (first.published_at.value, second.published_at.value) == ("2026-03-04T16:20+01:00", "2026-03-04T15:45+01:00")
    assert first.published_at.basis is Basis.MARKUP
    assert (first.text, second.text) == (f"{WALL}\n\n{COST}", f"{CROWD}\n\n{RIVAL}")


def test_articles_by_the_pages_own_data() -> None:
    long = [WALL, COST, RIVAL, DOUBT]
    other = [BRIDGE, TOLL, STORM, MUSEUM]
    data = [
        {
            "@type": "NewsArticle",
            "headline": "Ostra raises wall",
            "articleBody": " ".join(long),
            "datePublished": "2026-03-04",
        },
        {
            "@type": "NewsArticle",
            "headline": "Bridge cracks",
            "articleBody": " ".join(other),
            "datePublished": "2026-03-03",
        },
    ]
    body = "<h1>Ostra raises wall</h1>" + paragraphs(*long) + "<h1>Bridge cracks</h1>" + paragraphs(*other)
    first, second = reports(html(body, head=_ld(data)), markup=True, published_at=None)
    assert (first.published_at.value, second.published_at.value) == ("2026-03-04", "2026-03-03")
    assert (first.headline, second.headline) == ("Ostra raises wall", "Bridge cracks")
    assert BRIDGE in second.text


def _element(heading: str, day: str, *lines: str, named: str = "story") -> str:
    return f'<article class="{named}"><h2>{heading}</h2><p>{day}</p>{paragraphs(*lines)}</article>'


def test_article_elements_with_headings_and_texts() -> None:
    body = _element("Ostra raises its wall", "March 4, 2026", WALL, COST, RIVAL, DOUBT) + _element(
        "Cracks found in bridge", "March 3, 2026", BRIDGE, TOLL, STORM, MUSEUM
    )
    first, second = reports(html(body), markup=True, published_at=None)
    assert (first.headline, second.headline) == ("Ostra raises its wall", "Cracks found in bridge")
    assert (first.published_at.value, second.published_at.value) == ("2026-03-04", "2026-03-03")
    assert first.text == "\n\n".join((WALL, COST, RIVAL, DOUBT))
    assert second.flags == (Flag.SEVERAL_ARTICLES,)


@pytest.mark.parametrize("named", ["comment", "teaser-card", "related-story"])
def test_elements_of_comments_and_teasers_split_nothing(named: str) -> None:
    first = _element("Ostra raises its wall", "March 4, 2026", WALL, COST, RIVAL, DOUBT)
    second = _element("Ana Ruiz", "March 4, 2026", BRIDGE, TOLL, STORM, named=named)
    assert len(reports(html(first + second), markup=True)) == 1


def test_short_elements_split_nothing() -> None:
    first = _element("Ostra raises its wall", "March 4, 2026", WALL, COST, RIVAL, DOUBT)
    assert len(reports(html(first + _element("Bridge", "March 3, 2026", BRIDGE)), markup=True)) == 1


def test_a_page_whose_text_stands_mostly_outside_its_elements_stays_one() -> None:
    first = _element("Ostra raises its wall", "March 4, 2026", WALL, COST, RIVAL)
    second = _element("Cracks found in bridge", "March 3, 2026", BRIDGE, TOLL, STORM)
    body = html(
        "<h1>What Ostra builds</h1>" + first + second + paragraphs(MUSEUM, CROWD, DOUBT, STORM.replace("A", "One", 1))
    )
    assert len(reports(body, markup=True)) == 1


def test_data_of_other_pages_splits_nothing() -> None:
    data = [LIVE_DATA["liveBlogUpdate"][2], {"@type": "NewsArticle", "headline": "x", "articleBody": f"{WALL} {COST}"}]
    body = "<h1>Ostra raises wall</h1>" + paragraphs(WALL, COST, RIVAL, DOUBT)
    assert len(reports(html(body, head=_ld(data)), markup=True)) == 1


def test_ids_never_clash_with_the_users() -> None:
    pages = [Page("a", BLOG, False, published_at=DAY), Page("a#2", plain("Bridge cracks", BRIDGE, TOLL), False)]
    found = [item.id for item in clean_pages(pages, lexicons=load_lexicons()) if isinstance(item, Report)]
    assert found == ["a", "a#3", "a#4", "a#2"]
    other = [
        item.id for item in clean_pages(pages[:1], lexicons=load_lexicons(), taken=["a#3"]) if isinstance(item, Report)
    ]
    assert other == ["a", "a#2", "a#4"]


def test_one_report_is_asked_for() -> None:
    found = clean_page(Page("a", BLOG, False, published_at=DAY), lexicons=load_lexicons())
    assert isinstance(found, Report)
    assert (found.id, found.headline) == ("a", "Council votes for the wall")


def test_a_byline_of_an_entry_is_furniture_of_its_own() -> None:
    second = reports(BLOG)[1]
    assert ("By Ana Ruiz", FurnitureKind.BYLINE) in [(f.words, f.kind) for f in second.furniture]


@pytest.mark.parametrize(
    "lead_in",
    [
        "OSTRA (AP) — The Latest on the vote over the harbour wall (all times local):",
        "OSTRA (AP) — The Latest on the vote",
        "OSTRA (AP) —",
    ],
)
def test_the_agency_of_a_lead_in_is_credited_with_every_entry(lead_in: str) -> None:
    page = LATEST.replace("By The Norda Press\n\n", "").replace(
        "OSTRA (NPA) — The Latest on the vote over the harbour wall (all times local):", lead_in
    )
    assert lead_in in page
    credits = [[credit.name for credit in report.credits] for report in reports(page)]
    assert credits == [["AP"], ["AP"], ["AP"]]


def test_a_lead_in_without_an_agency_credits_nobody() -> None:
    page = LATEST.replace("By The Norda Press\n\n", "").replace("OSTRA (NPA) —", "OSTRA —")
    assert [report.credits for report in reports(page)] == [(), (), ()]
