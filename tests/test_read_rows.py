"""Rows of JSON: what the user, or another program, said about a page."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from containers import codes_in, page_in


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ({"authors": ["Edda Varga", "Milo Straten"]}, ("Edda Varga", "Milo Straten")),
        ({"authors": "Edda Varga"}, ("Edda Varga",)),
        ({"author": [{"name": "Edda Varga"}, {"id": 3}]}, ("Edda Varga",)),
        ({"bylines": ["Edda Varga"]}, ("Edda Varga",)),  # as `clean --json` writes it
        ({"authors": [], "byline": "Edda Varga"}, ("Edda Varga",)),
        ({"authors": []}, ()),
        ({}, ()),
    ],
)
def test_authors(fields: dict[str, object], authors: tuple[str, ...]) -> None:
    assert page_in({"id": "a", "text": "Cracks."} | fields).authors == authors


def test_authors_of_a_wrong_type_are_told() -> None:
    assert codes_in({"id": "a", "text": "Cracks.", "authors": 3}) == ["wrong-type"]


def test_what_else_a_row_says() -> None:
    page = page_in(
        {
            "id": "given by the user",
            "text": "Cracks.",
            "updated_at": "2026-03-03T12:00:00Z",
            "credit": "LPA",
            "language": "en",
            "scrape_time": "2026-03-04T08:00:00+00:00",
        }
    )
    assert (page.id, page.updated_at, page.credit, page.language) == (
        "given by the user",
        "2026-03-03T12:00:00Z",
        "LPA",
        "en",
    )
    assert page.fetched_at == datetime(2026, 3, 4, 8, tzinfo=UTC)
    assert page.alone is False


@pytest.mark.parametrize(
    ("given", "read", "told"),
    [
        ("2026-03-04T08:00:00Z", datetime(2026, 3, 4, 8, tzinfo=UTC), []),
        (1772611200, datetime(2026, 3, 4, 8, tzinfo=UTC), []),
        ("1772611200000", datetime(2026, 3, 4, 8, tzinfo=UTC), []),
        ("2026-03-04 08:00", None, ["wrong-type"]),
        ("03/04/2026", None, ["wrong-type"]),
        (0, None, ["wrong-type"]),
    ],
)
def test_when_a_page_was_fetched(given: object, read: datetime | None, told: list[str]) -> None:
    row = {"id": "a", "text": "Cracks.", "fetched_at": given}
    assert page_in(row).fetched_at == read
    assert codes_in(row) == told


def test_a_time_as_clean_writes_it() -> None:
    page = page_in({"id": "a", "text": "Cracks.", "updated_at": {"value": "2026-03-03", "basis": "markup"}})
    assert page.updated_at == "2026-03-03"


def test_a_row_with_text_is_a_row_whatever_else_it_has() -> None:
    row = {
        "id": "a",
        "text": "Cracks.",
        "uri": "u",
        "versioncreated": "x",
        "@type": "NewsArticle",
        "version": "1",
        "items": [],
    }
    assert page_in(row).body == "Cracks."


def test_an_empty_list_is_told() -> None:
    assert codes_in("[]") == ["empty"]


def test_rows_of_several_formats(tmp_path: object) -> None:
    rows = (
        {"id": "a", "text": "Cracks."},
        {"@type": "NewsArticle", "articleBody": "Fire."},
        {"uri": "u", "body_text": "Ice."},
    )
    bodies = [page_in(json.dumps(row)).body for row in rows]
    assert bodies == ["Cracks.", "Fire.", "Ice."]
