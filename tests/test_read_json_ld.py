"""JSON-LD of schema.org's articles in a file of its own."""

from __future__ import annotations

import pytest

from containers import codes_in, issues_in, page_in, pages_in

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": "https://echo.example/17#article",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://echo.example/17"},
    "headline": "Fire &amp; water",
    "articleBody": "Engineers found cracks.\n\nThe bridge is closed.",
    "description": "Cracks",
    "datePublished": "2026-03-03T10:15:00+01:00",
    "dateModified": "2026-03-03T12:00:00Z",
    "author": [{"@type": "Person", "name": "Edda Varga"}, "Milo Straten", {"name": "https://echo.example/desk"}],
    "publisher": {"@type": "Organization", "name": "The Linden Echo"},
    "creditText": "LPA",
    "inLanguage": "en-GB",
}


def test_an_article() -> None:
    page = page_in(ARTICLE)
    assert (page.body, page.markup, page.partial, page.alone) == (ARTICLE["articleBody"], False, False, True)
    assert (page.id, page.url) == ("https://echo.example/17#article", "https://echo.example/17")
    assert (page.title, page.authors) == ("Fire & water", ("Edda Varga", "Milo Straten"))
    assert (page.publisher, page.credit, page.language) == ("The Linden Echo", "LPA", "en")
    assert (page.published_at, page.updated_at) == ("2026-03-03T10:15:00+01:00", "2026-03-03T12:00:00Z")


def other(**fields: object) -> dict[str, object]:
    return {
        "@type": ["ReportageNewsArticle", "x"],
        "articleBody": "A ferry burned.",
        "@id": "https://echo.example/18",
    } | fields


@pytest.mark.parametrize(
    ("fields", "publisher", "credit"),
    [
        ({"publisher": "The Linden Echo", "sourceOrganization": {"name": "NPA"}}, "The Linden Echo", "NPA"),
        ({"sourceOrganization": {"name": "NPA"}}, "NPA", None),
        ({"publisher": "The Linden Echo", "isBasedOn": "https://ume.example/lock"}, "The Linden Echo", "ume.example"),
        (
            {"isBasedOn": {"url": "https://ume.example/lock", "publisher": {"name": "Ume Courier"}}},
            None,
            "Ume Courier",
        ),
        ({"provider": {"name": "NPA"}}, None, "NPA"),
    ],
)
def test_whose_text_it_is(fields: dict[str, object], publisher: str | None, credit: str | None) -> None:
    page = page_in(other(**fields))
    assert (page.publisher, page.credit) == (publisher, credit)


@pytest.mark.parametrize(
    "value",
    [
        [ARTICLE, other()],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE, other()]},
        {"@graph": [{"@type": "WebPage", "mainEntity": ARTICLE}, other()]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE}, other()]},
    ],
)
def test_lists_and_graphs(value: object) -> None:
    assert [page.id for page in pages_in(value)] == ["https://echo.example/17#article", "https://echo.example/18"]


def test_a_live_blog_gives_its_updates() -> None:
    blog = {"@type": "LiveBlogPosting", "liveBlogUpdate": [other(), other(**{"@id": "https://echo.example/19"})]}
    assert [page.id for page in pages_in(blog)] == ["https://echo.example/18", "https://echo.example/19"]


@pytest.mark.parametrize(
    ("fields", "body", "markup", "partial"),
    [
        ({"articleBody": "<p>Cracks.</p>"}, "<p>Cracks.</p>", True, False),
        ({"articleBody": ""}, "Cracks", False, True),
        ({"articleBody": "Engineers found cracks …"}, "Engineers found cracks …", False, True),
        ({"articleBody": ["x"]}, "Cracks", False, True),
    ],
)
def test_bodies(fields: dict[str, object], body: str, markup: bool, partial: bool) -> None:
    page = page_in(ARTICLE | fields)
    assert (page.body, page.markup, page.partial) == (body, markup, partial)


def test_what_gives_no_page_says_why() -> None:
    assert codes_in(ARTICLE | {"articleBody": None, "description": None}) == ["missing-text"]
    (issue,) = issues_in({"@context": "https://schema.org", "@type": "Organization", "name": "The Linden Echo"})
    assert (issue.code, "Organization" in issue.message) == ("not-news", True)
