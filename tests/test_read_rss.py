"""Entries of RSS in its versions, and of CDF."""

from __future__ import annotations

import pytest

from containers import codes_in, issues_in, page_in, pages_in

SPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)


def rss(*items: str, head: str = "") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"{SPACES}><channel>{head}{inside}</channel></rss>'


FULL = rss(
    """
    <title>Bridge at Ostra &amp;amp; road closed</title>
    <link>https://lindenecho.example/bridge?utm=1&amp;x=2</link>
    <guid isPermaLink="false">echo-17</guid>
    <pubDate>Tue, 03 Mar 2026 10:15:00 +0100</pubDate>
    <dcterms:modified>2026-03-03T12:00:00Z</dcterms:modified>
    <dc:creator><![CDATA[Edda Varga]]></dc:creator><dc:creator>Milo Straten</dc:creator>
    <description>Engineers found cracks. […]</description>
    <content:encoded><![CDATA[<p>Engineers found cracks in two.</p><ul><li>One east</li></ul>]]></content:encoded>
    """,
    head="<title>The Linden Echo - World</title><link>https://lindenecho.example/</link><language>nb-NO</language>",
)


def test_an_entry_with_its_full_text() -> None:
    page = page_in(FULL)
    assert page.body == "<p>Engineers found cracks in two.</p><ul><li>One east</li></ul>"
    assert (page.markup, page.partial, page.alone) == (True, False, True)
    assert (page.id, page.url) == ("echo-17", "https://lindenecho.example/bridge?utm=1&x=2")
    assert page.title == "Bridge at Ostra & road closed"
    assert page.published_at == "Tue, 03 Mar 2026 10:15:00 +0100"
    assert page.updated_at == "2026-03-03T12:00:00Z"
    assert page.authors == ("Edda Varga", "Milo Straten")
    assert (page.publisher, page.language) == ("The Linden Echo", "nb")


LONG = "The bridge at Ostra was closed on Tuesday after engineers found cracks. " * 12


@pytest.mark.parametrize(
    ("item", "body", "markup", "partial"),
    [
        ("<description>Engineers found cracks.</description>", "Engineers found cracks.", False, True),
        (f"<description>{LONG}</description>", LONG.strip(), False, False),
        (f"<description>{LONG}[…]</description>", LONG + "[…]", False, True),
        (
            "<description>&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;&lt;p&gt;C&lt;/p&gt;</description>",
            "<p>A</p><p>B</p><p>C</p>",
            True,
            False,
        ),
        ("<description><p>Naked <b>markup</b></p></description>", "<p>Naked <b>markup</b></p>", True, True),
        ('<body xmlns="http://www.w3.org/1999/xhtml"><p>Whole.</p></body>', "<p>Whole.</p>", True, False),
        ("<fullitem>&lt;p&gt;Whole.&lt;/p&gt;</fullitem>", "<p>Whole.</p>", True, False),
        (
            "<content:encoded>&lt;img src='a.jpg'&gt;</content:encoded><description>Cracks.</description>",
            "Cracks.",
            False,
            True,
        ),
        ("<content:encoded>Cracks.</content:encoded><description>Cracks.</description>", "Cracks.", False, False),
        ("<content:encoded><![CDATA[<p>Whole]]></content:encoded>", "<p>Whole", True, False),
    ],
)
def test_bodies(item: str, body: str, markup: bool, partial: bool) -> None:
    page = page_in(rss(item))
    assert (page.body, page.markup, page.partial) == (body, markup, partial)


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>https://echo.example/1</link>", "https://echo.example/1"),
        ("<link>/1</link>", "https://echo.example/1"),
        ("<guid>https://echo.example/2</guid>", "https://echo.example/2"),
        ('<guid isPermaLink="false">https://echo.example/2</guid>', None),
        ('<atom:link rel="alternate" href="https://echo.example/3"/>', "https://echo.example/3"),
        ('<atom:link rel="self" href="https://echo.example/feed"/>', None),
        (
            "<link>https://count.example/9</link><feedburner:origLink>https://echo.example/4</feedburner:origLink>",
            "https://echo.example/4",
        ),
        ("<link>javascript:alert(1)</link>", None),
    ],
)
def test_addresses(item: str, url: str | None) -> None:
    page = page_in(rss(f"<description>Cracks.</description>{item}", head="<link>https://echo.example/</link>"))
    assert page.url == url


@pytest.mark.parametrize(
    ("item", "authors"),
    [
        ("<author>desk@echo.example (Edda Varga)</author>", ("Edda Varga",)),
        ("<author>Edda Varga &lt;desk@echo.example&gt;</author>", ("Edda Varga",)),
        ("<author>desk@echo.example</author>", ()),
        ("<dc:creator>Edda Varga</dc:creator><author>Edda Varga</author>", ("Edda Varga",)),
        ("<atom:author><atom:name>Edda Varga</atom:name><atom:uri>x</atom:uri></atom:author>", ("Edda Varga",)),
    ],
)
def test_authors(item: str, authors: tuple[str, ...]) -> None:
    assert page_in(rss(f"<description>Cracks.</description>{item}")).authors == authors


def test_the_source_of_an_entry_is_its_publisher() -> None:
    entry = "<description>Cracks.</description><source url='https://x.example'>Ume Courier</source>"
    assert page_in(rss(entry, head="<title>All of the news</title>")).publisher == "Ume Courier"


MEDIA = "xmlns:media='http://search.yahoo.com/mrss/'"


@pytest.mark.parametrize(
    ("item", "publisher", "credit"),
    [
        # Its own site prints what another supplied.
        (
            "<link>https://echo.example/1</link><source url='https://ume.example/feed'>Ume Courier</source>",
            "The Linden Echo",
            "Ume Courier",
        ),
        # A collection: the page is the other's.
        (
            "<link>https://ume.example/1</link><source url='https://ume.example/feed'>Ume Courier</source>",
            "Ume Courier",
            None,
        ),
        # Its own feed, named as the source.
        (
            "<link>https://echo.example/1</link><source url='https://echo.example/feed'>Linden Echo</source>",
            "Linden Echo",
            None,
        ),
        ("<link>https://echo.example/1</link><dc:source>LPA</dc:source>", "The Linden Echo", "LPA"),
        (
            f"<link>https://echo.example/1</link><media:credit {MEDIA} role='agency'>LPA</media:credit>",
            "The Linden Echo",
            "LPA",
        ),
        (
            f"<link>https://echo.example/1</link><media:credit {MEDIA} role='photographer'>Edda Varga</media:credit>",
            "The Linden Echo",
            None,
        ),
    ],
)
def test_who_supplied_an_entry(item: str, publisher: str, credit: str | None) -> None:
    page = page_in(
        rss(
            f"<description>Cracks.</description>{item}",
            head="<title>The Linden Echo</title><link>https://echo.example/</link>",
        )
    )
    assert (page.publisher, page.credit) == (publisher, credit)


def test_rss_1_and_its_items_beside_the_channel() -> None:
    page = page_in(
        '<?xml version="1.0"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="x"><title>Ume Courier</title>'
        '</channel><item rdf:about="https://ume.example/1"><title>Fire</title><dc:date>2026-03-03</dc:date>'
        "<description>A ferry burned.</description></item></rdf:RDF>"
    )
    assert (page.id, page.url, page.publisher) == ("https://ume.example/1", "https://ume.example/1", "Ume Courier")
    assert (page.title, page.published_at, page.body) == ("Fire", "2026-03-03", "A ferry burned.")


def test_cdf() -> None:
    page = page_in(
        '<?xml version="1.0"?><CHANNEL HREF="https://ume.example/"><TITLE>Ume Courier</TITLE>'
        '<ITEM HREF="/1" LASTMOD="2026-03-03T10:00"><TITLE>Fire</TITLE><ABSTRACT>A ferry burned.</ABSTRACT></ITEM>'
        "</CHANNEL>"
    )
    assert (page.url, page.title, page.body) == ("https://ume.example/1", "Fire", "A ferry burned.")
    assert (page.updated_at, page.partial) == ("2026-03-03T10:00", True)


def test_entries_without_text_are_counted_in_one_issue() -> None:
    content = rss(*["<title>Fire</title><link>https://echo.example/1</link>"] * 3, "<description>Cracks.</description>")
    (issue,) = issues_in(content)
    assert issue.code == "missing-text"
    assert "3 of its 4 entries hold no text" in issue.message
    assert [page.body for page in pages_in(content)] == ["Cracks."]


def test_entries_with_one_id_are_told_apart_and_the_same_twice_is_counted_once() -> None:
    one, other = ("<guid>7</guid><description>Cracks.</description>", "<guid>7</guid><description>Fire.</description>")
    ids = [page.id for page in pages_in(rss(one, other))]
    assert len(set(ids)) == 2
    assert codes_in(rss(one, one)) == ["duplicate-page"]


def test_a_feed_that_is_cut_short_gives_what_it_has() -> None:
    content = rss("<description>Cracks.</description>", "<description>A ferry burned off Ilsen.</description>")[:-60]
    assert pages_in(content)[0].body == "Cracks."
    assert codes_in(content)[0] == "malformed-xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str) -> None:
    content = rss("<description>Café brûlé – à Ümé.</description>".replace("–", "&#8211;"))
    content = content.replace('"1.0"?', f'"1.0" encoding="{encoding}"?')
    assert page_in(content.encode(encoding)).body == "Café brûlé – à Ümé."
