"""XML is taken apart without following anything that it names, and hostile documents cost little."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from containers import codes_in, found_in, page_in, pages_in
from crosswire.model.issue import Issue
from crosswire.read.syndicated.xml import as_html, attribute, every, first, local, name, parse_xml, raw, words

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'


def rss(item: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><item>{item}</item></channel></rss>'


def text(document: str) -> str | None:
    return words(parse_xml(document).root)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<a>Fire &amp; water</a>", "Fire & water"),
        ("<a>Fire & water, Q&A</a>", "Fire & water, Q&A"),  # bare ampersands
        ("<a>caf&eacute;&nbsp;bar &#8217;&#x2019;</a>", "café bar ’’"),  # HTML's references
        ("<a>&#146;</a>", "’"),  # windows-1252's number, as browsers read it
        ("<a>&company; said</a>", "&company; said"),  # defined nowhere: stays as it is written
        ("<a>&amp;eacute;</a>", "&eacute;"),  # once, not twice
        ("<a>&lt;b&gt; &&& &#0; &#xD800;</a>", "<b> &&& \ufffd \ufffd"),
        ("<a><![CDATA[Fire & <b>water</b> &eacute;]]> &amp; ice</a>", "Fire & <b>water</b> &eacute; & ice"),
        ("<a>one\x0btwo\x01</a>", "one two\ufffd"),
        ("<a>one<b>two</a>", "onetwo"),
        ("<!-- x --><!DOCTYPE a [ <!-- ]> --> <!ELEMENT a (#PCDATA)> ]>\n<a>one</a>", "one"),
        ('<!DOCTYPE a PUBLIC "-//X//Y" "z.dtd"><a>one</a>', "one"),
        ("<a>one <![CDATA[two</a>", "one two"),
    ],
)
def test_text(document: str, expected: str) -> None:
    assert text(document) == expected


def test_faults_are_named_and_the_rest_is_read() -> None:
    document = parse_xml("<a><b>one</b><c>two</a>")
    assert words(document.root) == "onetwo"
    assert "line 1" in (document.fault or "")
    assert parse_xml("<a>one</a>").fault is None


def test_no_xml_gives_no_root() -> None:
    assert parse_xml("").root is None
    assert parse_xml("no element").root is None


def test_names_have_the_short_name_of_their_namespace() -> None:
    root = parse_xml(
        '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:x="http://example.org/x"'
        ' xmlns:dc="http://example.org/wrong"><c:Encoded/><x:y/><dc:creator/><title/><itunes:author/></rss>'
    ).root
    assert root is not None
    assert [name(child) for child in root] == ["content:encoded", "other:y", "dc:creator", "title", "itunes:author"]
    assert [local(child) for child in root] == ["encoded", "y", "creator", "title", "author"]


def test_attributes_and_paths() -> None:
    root = parse_xml('<a xml:lang="en" HREF=" x "><b><c>one</c></b><b><c>two</c></b></a>').root
    assert root is not None
    assert (attribute(root, "lang"), attribute(root, "href"), attribute(root, "id")) == ("en", "x", None)
    assert words(first(root, "b", "c")) == "one"
    assert first(root, "b", "d") is None
    assert [raw(element) for element in every(root, "c")] == ["one", "two"]


def test_elements_as_html() -> None:
    document = (
        '<c xmlns:h="http://www.w3.org/1999/xhtml"><h:p class="x">1 &lt; 2 <h:br/>&amp; <h:em>so</h:em> on</h:p>.</c>'
    )
    root = parse_xml(document).root
    assert root is not None
    assert as_html(root) == '<p class="x">1 &lt; 2 <br>&amp; <em>so</em> on</p>.'
    assert as_html(root, {"p": "div", "em": None}.get) == '<div class="x">1 &lt; 2 &amp;  on</div>.'
    assert as_html(root, lambda called: "") == "1 &lt; 2 &amp; so on."


HOSTILE = {
    "entities in entities": rss("<description>A bridge fell &l9;.</description>", BOMB),
    "one long entity often": rss(
        f"<description>A bridge fell {'&a;' * 50_000}.</description>",
        f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>',
    ),
    "attributes": f"<rss {' '.join(f'a{n}=1' for n in range(50_000))}><item/></rss>",
    "good attributes": "<rss " + " ".join(f'a{n}="1"' for n in range(50_000)) + "><item/></rss>",
    "deep": rss(f"<description>{'<b>' * 100_000}"),
    "deep and closed": rss(f"<description>A bridge{'<b>' * 50_000}{'</b>' * 50_000}</description>"),
    "elements": "<rss>" + "<a/>" * 2_000_001 + "</rss>",
    "ampersands": rss(f"<description>A bridge {'&' * 3_000_000}</description>"),
    "never closed": "<rss>" + "<![CDATA[" * 300_000,
    "comments never closed": "<!DOCTYPE rss [" + "<!--" * 300_000,
    "quotes never closed": "<!DOCTYPE rss [" + "\"'" * 300_000 + ">",
    "text": rss(f"<description>{'A bridge fell. ' * 800_000}</description>"),
    "opened tags in a title": rss(f"<title>{'&lt;a ' * 200_000}{'&lt;script ' * 50_000}</title>"),
    "namespaces": "<rss>" + "".join(f'<item xmlns:a{n}="u{n}"/>' for n in range(20_000)) + "</rss>",
}


@pytest.mark.parametrize("document", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_documents_are_done_within_seconds(document: str) -> None:
    start = time.monotonic()
    found = found_in(document)
    assert time.monotonic() - start < 4
    assert found
    assert all(len(item.body) <= len(document) for item in found if not isinstance(item, Issue))


def test_no_entity_is_expanded_and_the_page_says_so() -> None:
    document = HOSTILE["entities in entities"]
    assert page_in(document).body == "A bridge fell &l9;."
    assert codes_in(document) == ["entities"]


SECRET = "the secret of the harbour master"


@pytest.mark.parametrize(
    "document",
    [
        rss("<description>A bridge &x; fell</description>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "FILE">]>'),
        rss("<description>A bridge fell</description>", '<!DOCTYPE rss [<!ENTITY % x SYSTEM "FILE"> %x;]>'),
        rss("<description>A bridge fell</description>", '<!DOCTYPE rss SYSTEM "FILE">'),
        rss("<description>A bridge fell</description>", '<?xml-stylesheet href="FILE" type="text/xsl"?>'),
        rss(
            '<description>A bridge fell <i:include xmlns:i="http://www.w3.org/2001/XInclude" href="FILE" parse="text"/>'
            "</description>"
        ),
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><summary>A bridge fell</summary>'
        '<content src="FILE"/></entry></feed>',
        '<newsItem><contentSet><remoteContent href="FILE"/><inlineData>A bridge fell</inlineData></contentSet>'
        "</newsItem>",
        rss('<description>A bridge fell</description><link>FILE</link><enclosure url="FILE"/><source url="FILE"/>'),
    ],
)
def test_no_file_is_read_because_a_document_names_it(tmp_path: Path, document: str) -> None:
    (tmp_path / "secret").write_text(SECRET)
    (page,) = pages_in(document.replace("FILE", (tmp_path / "secret").as_uri()))
    assert "bridge" in page.body
    assert SECRET not in repr(page)
    assert page.url is None


WHOLE = (
    rss("<title>Fire &amp; water</title><content:encoded><![CDATA[<p>A bridge fell.</p>]]></content:encoded>"),
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><p>A bridge</p></content></entry></feed>',
    "<newsItem guid='1'><contentSet><inlineXML><nitf><body><body.content><p>A bridge</p></body.content></body></nitf>"
    "</inlineXML></contentSet></newsItem>",
    "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>A bridge</DataContent></ContentItem></NewsComponent>"
    "</NewsItem></NewsML>",
)
PIECES = ("<", ">", "&", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE x [", "</", '"', "\x00", "&#0;", "<p>", "</item>", "é")


@given(st.sampled_from(WHOLE), st.integers(0, 250), st.integers(0, 250), st.sampled_from(PIECES))
@settings(max_examples=150, deadline=None)
def test_torn_documents_give_pages_or_say_why(document: str, start: int, end: int, piece: str) -> None:
    assert found_in(document[:start] + piece + document[end:])
