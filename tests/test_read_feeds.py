"""What every kind of feed has in common: publisher, language, what is whole and what a summary."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from crosswire.model.page import Page
from crosswire.read.paths import read_pages
from crosswire.read.source import Fetched
from crosswire.read.syndicated.feeds import judged, outlet_of, stated_language
from crosswire.read.syndicated.item import Item


@pytest.mark.parametrize(
    ("title", "link", "expected"),
    [
        ("The Linden Echo", "https://lindenecho.example/", "The Linden Echo"),
        ("The Linden Echo - World", "https://www.lindenecho.example/world", "The Linden Echo"),
        ("World | Linden Echo", "https://lindenecho.example/", "Linden Echo"),
        ("Ostra &raquo; Ume Courier", "https://umecourier.example/", "Ume Courier"),
        ("Echo > Sport > Rowing", "https://news.echo.example/", "Echo"),
        ("LRC News - World", "https://www.lrc.co.example/news", "LRC News"),
        ("Linden and Ume Courier > Sport", "https://lucourier.example/", "Linden and Ume Courier > Sport"),
        ("Great Linden Times - Asia", "https://gltimes.example/", "Great Linden Times"),
        ("Linden Echo world news | The Linden Echo", "https://thelindenecho.example/", "The Linden Echo"),
        ("Reports - All", "https://lindenecho.example/", "Reports - All"),  # no part is the address's
        ("The Linden Echo - World", None, "The Linden Echo - World"),
        ("World", "https://lindenecho.example/", "World"),
        (None, "https://lindenecho.example/", None),
    ],
)
def test_sections_of_one_outlet_have_one_publisher(title: str | None, link: str | None, expected: str | None) -> None:
    assert outlet_of(title, link) == expected


@pytest.mark.parametrize(("tag", "expected"), [("en-US", None), ("en", None), ("nb-NO", "nb"), (None, None)])
def test_english_is_what_software_states_unless_told(tag: str | None, expected: str | None) -> None:
    assert stated_language(tag) == expected


@pytest.mark.parametrize(
    ("body", "markup", "partial"),
    [
        ("The bridge fell.", False, True),
        ("word " * 130, False, False),
        ("<p>One.</p><p>Two.</p><p>Three.</p>", True, False),
        ("One.\n\nTwo.\n\nThree.\n\nFour.", False, False),
        ("word " * 130 + "…", False, True),
    ],
)
def test_a_description_of_some_length_is_the_whole(body: str, markup: bool, partial: bool) -> None:
    assert judged(Item(body, markup=markup), summary=True).partial is partial
    assert judged(Item("The bridge fell."), summary=False).partial is False


def test_a_feed_s_address_is_fetched_once_and_its_entries_are_not() -> None:
    asked: list[str] = []

    def fetch(address: str) -> Fetched:
        asked.append(address)
        feed = "<rss><channel><item><link>/1</link><description>Cracks.</description></item></channel></rss>"
        return Fetched(
            feed.encode(), "application/rss+xml", "https://echo.example/feed", datetime(2026, 3, 4, tzinfo=UTC)
        )

    (page,) = read_pages(["https://echo.example/rss"], stdin=io.BytesIO(), fetch=fetch)
    assert isinstance(page, Page)
    assert asked == ["https://echo.example/rss"]
    assert (page.url, page.fetched_at) == ("https://echo.example/1", datetime(2026, 3, 4, tzinfo=UTC))
    assert page.file == "https://echo.example/rss"
