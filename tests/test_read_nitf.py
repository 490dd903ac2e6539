"""NITF documents."""

from __future__ import annotations

import pytest

from containers import codes_in, page_in
from crosswire.read.syndicated.nitf import iso_time, with_dateline

DOCUMENT = """<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf xml:lang="en">
<head><title>Slug</title><docdata><doc-id id-string="lpa-17"/><date.issue norm="20260303T101500+0100"/></docdata></head>
<body><body.head><hedline><hl1>Bridge at <em>Ostra</em> closed</hl1><hl2>Cracks found</hl2></hedline>
<rights><rights.owner>LPA</rights.owner></rights>
<byline>By <person>Edda Varga</person><byttl>Staff Writer</byttl></byline>
<dateline><location>OSTRA</location>, <story.date norm="20260303">March 3</story.date> (LPA) -</dateline></body.head>
<body.content><block><p lede="true">Engineers found <org>cracks</org> in two pillars.</p>
<media media-type="image"><media-metadata name="x" value="y">no text</media-metadata><media-reference source="x.jpg"/>
<media-producer>Milo Straten/LPA</media-producer><media-caption>The bridge on Tuesday</media-caption></media>
<hl2>What next</hl2><ul><li>A ferry</li></ul><table><tr><td>25</td></tr></table></block></body.content>
<body.end><tagline>ev/ms</tagline></body.end></body></nitf>"""


def test_a_document() -> None:
    page = page_in(DOCUMENT)
    assert "".join(page.body.split("\n")) == (
        "<p>OSTRA, March 3 (LPA) -</p>"
        '<div><p lede="true">Engineers found cracks in two pillars.</p>'
        '<figure media-type="image"><figcaption>Milo Straten/LPA</figcaption>'
        "<figcaption>The bridge on Tuesday</figcaption></figure>"
        "<h2>What next</h2><ul><li>A ferry</li></ul><table><tr><td>25</td></tr></table></div><p>ev/ms</p>"
    )
    assert (page.id, page.title, page.authors) == ("lpa-17", "Bridge at Ostra closed", ("Edda Varga",))
    assert (page.published_at, page.credit, page.language) == ("2026-03-03T10:15:00+01:00", "LPA", "en")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Edda Varga, <byttl>Staff Writer</byttl>", ("Edda Varga",)),
        ("Von Edda Varga", ("Edda Varga",)),
        ("<byttl>Linden Sports Network</byttl>", ()),
        ("Byron Straten", ("Byron Straten",)),
    ],
)
def test_bylines(byline: str, authors: tuple[str, ...]) -> None:
    head = f"<body.head><byline>{byline}</byline></body.head>"
    content = f"<nitf><body>{head}<body.content><p>Cracks.</p></body.content></body></nitf>"
    assert page_in(content).authors == authors


def test_a_document_without_text() -> None:
    assert codes_in("<nitf><body><body.content><media><media-reference/></media></body.content></body></nitf>") == [
        "missing-text"
    ]


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("20260303T101500+0100", "2026-03-03T10:15:00+01:00"),
        ("20260303T1015Z", "2026-03-03T10:15Z"),
        ("20260303", "2026-03-03"),
        ("20260303+0100", "2026-03-03"),
        ("2026-03-03T10:15:00Z", "2026-03-03T10:15:00Z"),
        ("Tuesday", "Tuesday"),
    ],
)
def test_times(stamp: str, expected: str) -> None:
    assert iso_time(stamp) == expected


@pytest.mark.parametrize(
    ("dateline", "html", "expected"),
    [
        ("OSTRA (LPA) -", "<p>Cracks.</p>", "<p>OSTRA (LPA) -</p>\n<p>Cracks.</p>"),
        ("OSTRA (LPA) -", "<p><b>OSTRA</b> (LPA) — Cracks.</p>", "<p><b>OSTRA</b> (LPA) — Cracks.</p>"),
        ("A & B", "<p>Cracks.</p>", "<p>A &amp; B</p>\n<p>Cracks.</p>"),
        (None, "<p>Cracks.</p>", "<p>Cracks.</p>"),
    ],
)
def test_a_dateline_of_its_own_leads_the_text_in(dateline: str | None, html: str, expected: str) -> None:
    assert with_dateline(dateline, html) == expected
