"""Entries of Atom 0.3 and 1.0."""

from __future__ import annotations

import base64

import pytest

from containers import codes_in, page_in, pages_in
from crosswire.read.syndicated.atom import person_in

ATOM = "http://www.w3.org/2005/Atom"


def atom(entry: str, *, head: str = "", space: str = ATOM) -> str:
    return f'<?xml version="1.0"?><feed xmlns="{space}">{head}<entry>{entry}</entry></feed>'


def test_an_entry_with_its_full_text() -> None:
    page = page_in(
        atom(
            """<id>tag:echo.example,2026:17</id><title type="html">Fire &amp;amp; water</title>
            <link rel="edit" href="/edit/17"/><link rel="alternate" type="text/html" href="17"/>
            <published>2026-03-03T10:15:00+01:00</published><updated>2026-03-03T12:00:00Z</updated>
            <author><name>Edda Varga</name><email>desk@echo.example</email></author>
            <summary>Engineers found cracks.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Cracks &amp; <em>more</em>.</p>
            </div></content>""",
            head='<title>The Linden Echo</title><link href="https://echo.example/news/"/><author><name>Desk</name></author>',
        )
    )
    assert " ".join(page.body.split()) == "<div><p>Cracks &amp; <em>more</em>.</p> </div>"
    assert (page.id, page.url) == ("tag:echo.example,2026:17", "https://echo.example/news/17")
    assert (page.title, page.authors, page.publisher) == ("Fire & water", ("Edda Varga",), "The Linden Echo")
    assert (page.published_at, page.updated_at) == ("2026-03-03T10:15:00+01:00", "2026-03-03T12:00:00Z")
    assert (page.markup, page.partial, page.alone) == (True, False, True)


BASE64 = base64.b64encode(b"<p>Cracks.</p>").decode()


@pytest.mark.parametrize(
    ("entry", "body", "markup", "partial"),
    [
        ('<content type="html">&lt;p&gt;Cracks.&lt;/p&gt;</content>', "<p>Cracks.</p>", True, False),
        ('<content type="text">Cracks &amp; fire.</content>', "Cracks & fire.", False, False),
        ("<content>Cracks.</content>", "Cracks.", False, False),
        (f'<content type="application/octet-stream">{BASE64}</content>', "<p>Cracks.</p>", True, False),
        (f'<content mode="base64" type="text/html">{BASE64}</content>', "<p>Cracks.</p>", True, False),
        (
            '<content mode="escaped" type="text/html">&lt;b&gt;Cracks.&lt;/b&gt;</content>',
            "<b>Cracks.</b>",
            True,
            False,
        ),
        ("<summary>Cracks.</summary>", "Cracks.", False, True),
        ('<content src="https://echo.example/17"/><summary>Cracks.</summary>', "Cracks.", False, True),
        ('<content type="html">Cracks […]</content>', "Cracks […]", False, True),
    ],
)
def test_bodies(entry: str, body: str, markup: bool, partial: bool) -> None:
    page = page_in(atom(entry))
    assert (page.body, page.markup, page.partial) == (body, markup, partial)


@pytest.mark.parametrize(
    "entry",
    [
        '<content src="https://echo.example/17"/>',
        f'<content type="image/png">{base64.b64encode(bytes(range(256))).decode()}</content>',
        '<content type="image/png">no base64!</content>',
        "<title>Fire</title>",
    ],
)
def test_an_entry_without_text_is_counted(entry: str) -> None:
    assert pages_in(atom(entry)) == []
    assert codes_in(atom(entry)) == ["missing-text"]


@pytest.mark.parametrize("space", ["http://purl.org/atom/ns#", "http://example.org/a-wrong-one", ""])
def test_older_and_wrong_namespaces(space: str) -> None:
    page = page_in(
        atom("<issued>2026-03-03</issued><modified>2026-03-04</modified><content>Cracks.</content>", space=space)
    )
    assert (page.body, page.published_at, page.updated_at) == ("Cracks.", "2026-03-03", "2026-03-04")


def test_links_are_relative_to_the_nearest_base() -> None:
    entry = '<link href="17"/><content>Cracks.</content>'
    content = atom(entry).replace("<entry", '<entry xml:base="https://echo.example/news/"')
    content = content.replace("<feed", '<feed xml:base="https://echo.example/"')
    assert page_in(content).url == "https://echo.example/news/17"


def test_the_feed_an_entry_comes_from_is_its_publisher() -> None:
    entry = "<content>Cracks.</content><source><title>Ume Courier</title></source>"
    assert page_in(atom(entry, head="<title>All papers</title>")).publisher == "Ume Courier"


@pytest.mark.parametrize(
    ("href", "credit"),
    [
        ("https://ume.example/lock", "ume.example"),
        ("https://echo.example/lock", None),
        ("mailto:desk@ume.example", None),
    ],
)
def test_a_link_by_way_of_which_it_came(href: str, credit: str | None) -> None:
    entry = f"<content>Cracks.</content><link href='https://echo.example/1'/><link rel='via' href='{href}'/>"
    assert page_in(atom(entry)).credit == credit


def test_the_feed_s_author_wrote_an_entry_that_names_none() -> None:
    named = "".join(f"<author><name>{name}</name></author>" for name in ("Ruud Pell", "The Linden Echo"))
    head = f"<title>The Linden Echo</title>{named}"
    assert page_in(atom("<content>Cracks.</content>", head=head)).authors == ("Ruud Pell",)


def test_one_entry_alone() -> None:
    entry = f'<?xml version="1.0"?><entry xmlns="{ATOM}"><id>17</id><content>Cracks.</content></entry>'
    assert page_in(entry).id == "17"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Edda Varga", "Edda Varga"),
        ("desk@echo.example (Edda Varga)", "Edda Varga"),
        ('"Edda Varga" <edda@echo.example>', "Edda Varga"),
        ("Edda Varga (edda@echo.example)", "Edda Varga"),
        ("edda@echo.example", None),
        ("Edda &amp; Milo", "Edda & Milo"),
        (None, None),
    ],
)
def test_names(said: str | None, name: str | None) -> None:
    assert person_in(said) == name
