"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json

import pytest

from containers import codes_in, found_in, issues_in, page_in, pages_in

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: object, **fields: object) -> dict[str, object]:
    return (
        {"version": VERSION, "title": "The Linden Echo", "home_page_url": "https://echo.example/"}
        | fields
        | {"items": items}
    )


def test_an_entry_with_its_full_text() -> None:
    page = page_in(
        feed(
            {
                "id": "17",
                "url": "/17",
                "title": "Fire &amp; water",
                "content_html": "<p>Cracks.</p>",
                "summary": "Cracks",
                "date_published": "2026-03-03T10:15:00+01:00",
                "date_modified": "2026-03-03T12:00:00Z",
                "authors": [{"name": "Edda Varga"}, {"url": "x"}, {"name": "Milo Straten"}],
                "language": "nb",
            }
        )
    )
    assert (page.id, page.url, page.title, page.body) == (
        "17",
        "https://echo.example/17",
        "Fire & water",
        "<p>Cracks.</p>",
    )
    assert (page.authors, page.publisher) == (("Edda Varga", "Milo Straten"), "The Linden Echo")
    assert (page.published_at, page.updated_at) == ("2026-03-03T10:15:00+01:00", "2026-03-03T12:00:00Z")
    assert (page.markup, page.partial, page.language) == (True, False, "nb")


@pytest.mark.parametrize(
    ("item", "body", "markup", "partial"),
    [
        ({"content_text": "Cracks < 3 cm.\n\nMore."}, "Cracks < 3 cm.\n\nMore.", False, False),
        ({"content_html": "Cracks &amp; more."}, "Cracks & more.", False, False),
        ({"summary": "Cracks."}, "Cracks.", False, True),
        ({"content_text": "Cracks […]"}, "Cracks […]", False, True),
    ],
)
def test_bodies(item: dict[str, str], body: str, markup: bool, partial: bool) -> None:
    page = page_in(feed(item))
    assert (page.body, page.markup, page.partial) == (body, markup, partial)


def test_the_author_of_version_1_and_of_the_feed() -> None:
    assert page_in(feed({"content_text": "x", "author": {"name": "Edda Varga"}})).authors == ("Edda Varga",)
    assert page_in(feed({"content_text": "x"}, author={"name": "Ruud Pell"})).authors == ("Ruud Pell",)


def test_entries_of_wrong_types_or_without_text_are_counted() -> None:
    content = feed({"id": 7, "content_text": "Cracks."}, {"title": "Fire"}, {"content_text": 3}, "x", None)
    assert [page.id for page in pages_in(content)] == ["7"]
    assert ["2 of its 3 entries" in issue.message for issue in issues_in(content)] == [True]
    assert codes_in(feed()) == ["empty"]
    assert codes_in(feed() | {"items": "x"}) == ["empty"]


def test_over_several_lines_and_in_rows() -> None:
    content = feed({"id": "17", "content_text": "Cracks."})
    assert page_in(json.dumps(content, indent=1)).id == "17"
    rows = json.dumps(content) + "\n" + json.dumps({"id": "a", "text": "Fire."})
    assert [page.id for page in pages_in(rows)] == ["17", "a"]


def test_half_a_pair_is_replaced() -> None:
    content = json.dumps(feed({"content_text": "Cracks HERE."})).replace("HERE", "\\ud83d")
    assert page_in(content).body == "Cracks \ufffd."
    assert len(found_in(content)) == 1
