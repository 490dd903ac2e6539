"""What a container says of one report, and the page that it becomes."""

from __future__ import annotations

import io

import pytest

from crosswire.read.source import Source
from crosswire.read.syndicated.item import (
    Item,
    address,
    as_words,
    draft_of,
    holds_words,
    is_cut_short,
    primary,
    with_body,
)

SOURCE = Source("wire.xml", io.BytesIO())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Fire &amp; water", "Fire & water"),
        ("AT&amp;amp;T", "AT&amp;T"),  # decoded once
        ("The &lt;b&gt; tag", "The <b> tag"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<b>Fire</b>\n in  the <i>port</i>", "Fire in the port"),
        ("Fire<script>alert('x')</script>", "Fire"),
        ("Fire<!-- a > b -->", "Fire"),
    ],
)
def test_words_of_html(html: str, expected: str) -> None:
    assert as_words(html) == expected


@pytest.mark.parametrize(
    ("words", "body", "markup"),
    [
        ("<p>The bridge fell.</p>", "<p>The bridge fell.</p>", True),
        ("Fire &amp; water", "Fire & water", False),
        ("He wrote <Name> on it.", "He wrote <Name> on it.", False),
        ("&lt;p&gt;The bridge fell.&lt;/p&gt;", "<p>The bridge fell.</p>", True),  # escaped once too often
        ("He typed &lt;p&gt; by hand.", "He typed <p> by hand.", False),
        ("<svg><title>x</title></svg> The bridge", "<svg><title>x</title></svg> The bridge", True),
    ],
)
def test_whether_a_body_is_html_is_found_out(words: str, body: str, markup: bool) -> None:
    found = with_body(Item(""), words)
    assert (found.body, found.markup) == (body, markup)


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        ("The bridge fell on Tuesday […]", True),
        ("The bridge fell on Tuesday [...]", True),
        ("The bridge fell on Tuesday ...", True),
        ("The bridge fell. Continue reading →", True),
        ("The bridge fell. <a href='x'>Read the full story here</a>", True),
        ("The bridge [&#8230;] The post Bridge fell appeared first on The Linden Echo.", True),
        ("The bridge fell on Tuesday.", False),
        ("“I … saw it”, he said.", False),
        ("Pupils read more than before.", False),
    ],
)
def test_a_body_that_goes_on_elsewhere(body: str, cut: bool) -> None:
    assert is_cut_short(Item(body, markup="<" in body or "&" in body)) is cut


@pytest.mark.parametrize(
    ("link", "base", "expected"),
    [
        ("https://echo.example/a", None, "https://echo.example/a"),
        ("/a?b=1", "https://echo.example/feed", "https://echo.example/a?b=1"),
        ("//echo.example/a", "https://x.example", "https://echo.example/a"),
        (" https://echo.example/\n a ", None, "https://echo.example/a"),
        ("/a", None, None),
        ("javascript:alert(1)", "https://echo.example/", None),
        ("file:///etc/passwd", "https://echo.example/", None),
        ("http://[x", None, None),
        ("", "https://echo.example/", None),
    ],
)
def test_addresses(link: str, base: str | None, expected: str | None) -> None:
    assert address(link, base) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en-GB", "en"), ("nb_NO", "nb"), ("EN", "en"), ("und", None), ("English language", None), (None, None)],
)
def test_languages(tag: str | None, expected: str | None) -> None:
    assert primary(tag) == expected


def test_pages_are_called_by_what_their_container_calls_them() -> None:
    assert draft_of(Item("x", id="urn:echo:1", url="https://echo.example/1"), SOURCE, "wire.xml").stem == "urn:echo:1"
    assert draft_of(Item("x", url="https://echo.example/1"), SOURCE, "wire.xml").stem == "https://echo.example/1"
    assert draft_of(Item("x", id="n" * 300), SOURCE, "wire.xml").stem.startswith("wire-")
    assert draft_of(Item("x"), SOURCE, "wire.xml").stem.startswith("wire-")


def test_fields_beyond_all_measure_are_none() -> None:
    page = draft_of(Item("x", title="t" * 5_000, authors=("Edda Varga", "n" * 5_000)), SOURCE, "wire.xml").page
    assert (page.title, page.authors) == (None, ("Edda Varga",))


def test_an_embargo_is_told() -> None:
    (note,) = draft_of(Item("x", embargo="2026-03-04T06:00:00Z"), SOURCE, "wire.xml").notes
    assert (note.code, "2026-03-04T06:00:00Z" in note.message) == ("embargoed", True)


@pytest.mark.parametrize(
    ("body", "holds"), [("<p>Fire</p>", True), ("<img src='a1.jpg'>", False), ("<p> &nbsp; </p>", False), ("—", False)]
)
def test_a_picture_alone_is_nothing_to_read(body: str, holds: bool) -> None:
    assert holds_words(Item(body, markup=True)) is holds
