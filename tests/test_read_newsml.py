"""Items of NewsML-G2 and of NewsML 1."""

from __future__ import annotations

import pytest

from containers import codes_in, found_in, issues_in, page_in, pages_in
from crosswire.model.issue import Issue

G2 = "http://iptc.org/std/nar/2006-10-01/"
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No text</title></head><body>{}</body></html>'
META = """
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:lpa"><name>Linden Press Agency</name></provider>
    <versionCreated>2026-03-03T12:00:00Z</versionCreated><firstCreated>2026-03-03T10:15:00+01:00</firstCreated>
    <pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><urgency>3</urgency><by>Edda Varga</by><creator qcode="x:1"><name>Desk</name></creator>
    <creditline>LPA</creditline><infoSource><name>Ume Courier</name></infoSource><language tag="en-GB"/>
    <headline>Bridge at
    Ostra closed</headline><dateline>OSTRA, March 3 (LPA) -</dateline></contentMeta>
"""


def item(content: str, meta: str = META) -> str:
    return (
        f'<?xml version="1.0"?><newsItem xmlns="{G2}" guid="urn:newsml:lpa.example:20260303:17" xml:lang="nb">'
        "<rightsInfo><copyrightNotice>Copyright LPA</copyrightNotice></rightsInfo>"
        f"{meta}<contentSet>{content}</contentSet></newsItem>"
    )


def test_an_item_with_its_text() -> None:
    page = page_in(item(f'<inlineXML contenttype="application/xhtml+xml">{XHTML.format("<p>Cracks.</p>")}</inlineXML>'))
    assert page.body == "<p>OSTRA, March 3 (LPA) -</p>\n<p>Cracks.</p>"
    assert (page.id, page.title) == ("urn:newsml:lpa.example:20260303:17", "Bridge at Ostra closed")
    assert (page.published_at, page.updated_at) == ("2026-03-03T10:15:00+01:00", "2026-03-03T12:00:00Z")
    assert (page.authors, page.credit, page.publisher) == (("Edda Varga",), "LPA", "Linden Press Agency")
    assert (page.language, page.markup, page.partial, page.alone) == ("en", True, False, True)


@pytest.mark.parametrize(
    ("was", "becomes", "publisher", "credit"),
    [
        ("<name>Linden Press Agency</name>", "", "lpa", "LPA"),
        ('<provider qcode="p:lpa"><name>Linden Press Agency</name>', '<provider qcode="p:17">', None, "LPA"),
        ("<creditline>LPA</creditline>", "", "Linden Press Agency", "Ume Courier"),
        (
            "<creditline>LPA</creditline><infoSource><name>Ume Courier</name></infoSource>",
            '<infoSource qcode="is:NPA"/><infoSource><name>Ume Courier</name></infoSource>',
            "Linden Press Agency",
            "NPA/Ume Courier",
        ),
    ],
)
def test_who_provides_an_item(was: str, becomes: str, publisher: str | None, credit: str | None) -> None:
    content = f'<inlineXML contenttype="application/xhtml+xml">{XHTML.format("<p>Cracks.</p>")}</inlineXML>'
    page = page_in(item(content, META.replace(was, becomes)))
    assert (page.publisher, page.credit) == (publisher, credit)


NITF = "<nitf><body><body.head><hedline/></body.head><body.content>{}</body.content></body></nitf>"


@pytest.mark.parametrize(
    ("content", "body", "markup"),
    [
        (f"<inlineXML>{NITF.format('<p>Cracks.</p>')}</inlineXML>", "<p>Cracks.</p>", True),
        ('<inlineData contenttype="text/plain">Cracks.\n\nMore.</inlineData>', "Cracks.\n\nMore.", False),
        ("<inlineData>Cracks.</inlineData>", "Cracks.", False),
        ('<inlineXML contenttype="application/xhtml+xml"><p>Cracks.</p></inlineXML>', "<p>Cracks.</p>", True),
        ('<remoteContent href="x.jpg"/><inlineData>Cracks.</inlineData>', "Cracks.", False),
    ],
)
def test_bodies(content: str, body: str, markup: bool) -> None:
    page = page_in(item(content, meta=""))
    assert (page.body, page.markup) == (body, markup)


TEXT, FAR = "<inlineData>Cracks.</inlineData>", "<remoteContent href='x.xml'/>"


@pytest.mark.parametrize(
    ("content", "meta", "code", "cause"),
    [
        (TEXT, "<itemMeta><pubStatus qcode='stat:canceled'/></itemMeta>", "withdrawn", "canceled"),
        (TEXT, "<itemMeta><pubStatus uri='http://x/withheld'/></itemMeta>", "withdrawn", "withheld"),
        (FAR, "<itemMeta><itemClass qcode='ninat:picture'/></itemMeta>", "not-news", "picture"),
        (FAR, "", "missing-text", "by address"),
        ('<inlineData encoding="base64">QUJD</inlineData>', "", "missing-text", "without text"),
        ('<inlineXML contenttype="application/sportsml"><sports/></inlineXML>', "", "missing-text", "sportsml"),
        ("", "", "missing-text", "without text"),
    ],
)  # fmt: skip
def test_what_gives_no_page_says_why(content: str, meta: str, code: str, cause: str) -> None:
    (issue,) = found_in(item(content, meta))
    assert isinstance(issue, Issue)
    assert issue.code == code
    assert cause in issue.message


@pytest.mark.parametrize("root", ["packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"])
def test_items_of_other_kinds_are_no_news(root: str) -> None:
    assert codes_in(f'<?xml version="1.0"?><{root} xmlns="{G2}"><x/></{root}>') == ["not-news"]


def test_a_message_gives_each_of_its_items() -> None:
    inside = "".join(item(f"<inlineData>{words}</inlineData>")[21:] for words in ("Cracks.", "Fire."))
    content = f'<newsMessage xmlns="{G2}"><header/><itemSet><packageItem/>{inside}</itemSet></newsMessage>'
    assert [page.body[-7:].strip() for page in pages_in(content)] == ["Cracks.", "Fire."]
    assert len({page.id for page in pages_in(content)}) == 2
    assert [issue.file for issue in issues_in(content)] == ["stdin:1"]


def test_a_text_that_opens_with_its_dateline_does_not_get_it_twice() -> None:
    page = page_in(item("<inlineXML><html><body><p>OSTRA, March 3 (LPA) - Cracks.</p></body></html></inlineXML>"))
    assert page.body == "<p>OSTRA, March 3 (LPA) - Cracks.</p>"
    plain = page_in(item("<inlineData>Cracks.</inlineData>"))
    assert plain.body == "OSTRA, March 3 (LPA) -\n\nCracks."


def test_an_embargo_is_told_and_the_page_used() -> None:
    content = item("<inlineData>Cracks.</inlineData>", "<itemMeta><embargoed>2026-03-04T06:00Z</embargoed></itemMeta>")
    assert codes_in(content) == ["embargoed"]
    assert len(pages_in(content)) == 1


NEWSML_1 = """<?xml version="1.0"?><NewsML Version="1.2">
  <NewsEnvelope><NewsService FormalName="Linden Press Agency"/></NewsEnvelope>
  <NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:lpa.example:17:1</PublicIdentifier>
  </NewsIdentifier></Identification>
  <NewsManagement><FirstCreated>20260303T101500+0100</FirstCreated>
  <ThisRevisionCreated>20260303T120000Z</ThisRevisionCreated><Status FormalName="STATUS"/></NewsManagement>
  <NewsComponent><NewsLines><HeadLine>Bridge closed</HeadLine><DateLine>OSTRA</DateLine><ByLine>Edda Varga</ByLine>
  <CreditLine>LPA</CreditLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
  <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>A picture.</DataContent></ContentItem>
  </NewsComponent>
  <NewsComponent><Role FormalName="StyleSheet"/><ContentItem><MimeType FormalName="text/css"/>
  <DataContent>p {}</DataContent></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="Body"/><ContentItem>
  <DataContent>BODY</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize(
    ("body", "expected", "markup"),
    [
        (XHTML.format("<p>Cracks.</p>"), "<p>OSTRA</p>\n<p>Cracks.</p>", True),
        (NITF.format("<p>Cracks.</p>"), "<p>OSTRA</p>\n<p>Cracks.</p>", True),
        ("Cracks.\nMore.", "OSTRA\n\nCracks.\nMore.", False),
    ],
)
def test_newsml_1(body: str, expected: str, markup: bool) -> None:
    page = page_in(NEWSML_1.replace("BODY", body))
    assert (page.body, page.markup) == (expected, markup)
    assert (page.id, page.title, page.authors) == ("urn:newsml:lpa.example:17:1", "Bridge closed", ("Edda Varga",))
    assert (page.published_at, page.updated_at) == ("2026-03-03T10:15:00+01:00", "2026-03-03T12:00:00Z")
    assert (page.publisher, page.credit, page.language) == ("Linden Press Agency", "LPA", "en")


def test_newsml_1_that_is_canceled_or_empty() -> None:
    assert codes_in(NEWSML_1.replace("STATUS", "Canceled").replace("BODY", "Cracks.")) == ["withdrawn"]
    assert codes_in(NEWSML_1.replace("BODY", "")) == ["missing-text"]
    assert codes_in("<NewsML Version='1.2'/>") == ["missing-text"]
