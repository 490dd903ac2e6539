"""ninjs 1 to 3."""

from __future__ import annotations

import pytest

from containers import codes_in, issues_in, page_in, pages_in

PLAIN = "OSTRA (LPA) - Engineers found cracks.\n\nThe bridge is closed."
HTML = "<p>OSTRA (LPA) - Engineers found cracks.</p><p>The bridge is closed.</p>"
VERSION_1 = {
    "uri": "https://lpa.example/items/17",
    "type": "text",
    "versioncreated": "2026-03-03T10:15:00Z",
    "byline": "By Edda Varga",
    "headline": "Bridge closed",
    "language": "en-GB",
    "copyrightholder": "LPA",
    "copyrightnotice": "Copyright LPA",
    "usageterms": "Not for use in Ume",
    "body_text": PLAIN,
    "body_xhtml": HTML,
    "associations": {"main": {"type": "picture", "uri": "https://lpa.example/p/1", "body_text": "The bridge"}},
}


def test_version_1() -> None:
    page = page_in(VERSION_1)
    assert (page.body, page.markup, page.alone) == (HTML, True, True)
    assert (page.id, page.url) == ("https://lpa.example/items/17", "https://lpa.example/items/17")
    assert (page.title, page.authors, page.publisher) == ("Bridge closed", ("Edda Varga",), "LPA")
    assert (page.published_at, page.updated_at, page.language) == ("2026-03-03T10:15:00Z", None, "en")


@pytest.mark.parametrize(
    ("type_field", "created"), [("contenttype", "versioncreated"), ("contentType", "versionCreated")]
)
def test_versions_2_and_3(type_field: str, created: str) -> None:
    page = page_in(
        {
            "uri": "urn:lpa:17",
            "type": "text",
            "firstcreated" if created.islower() else "firstCreated": "2026-03-03T10:15:00Z",
            created: "2026-03-03T12:00:00Z",
            "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge closed"}],
            "bodies": [{type_field: "text/plain", "value": PLAIN}, {type_field: "text/html", "value": HTML}, "x"],
            "descriptions": [{"role": "creditline", "value": "LPA"}],
            "by": "Edda Varga",
        }
    )
    assert (page.body, page.title, page.credit) == (HTML, "Bridge closed", "LPA")
    assert (page.published_at, page.updated_at) == ("2026-03-03T10:15:00Z", "2026-03-03T12:00:00Z")
    assert (page.id, page.url) == ("urn:lpa:17", None)


@pytest.mark.parametrize(
    ("fields", "credit"),
    [
        ({"creditline": "LPA"}, "LPA"),
        ({"source": "NPA"}, "NPA"),
        ({"infosource": [{"name": "NPA"}, {"name": "Ume Courier"}]}, "NPA/Ume Courier"),
        ({"organisation": [{"name": "Port of Ostra"}, {"name": "NPA", "rel": "source"}]}, "NPA"),
        ({"organisation": [{"name": "Port of Ostra"}]}, None),
    ],
)
def test_who_supplied_an_item(fields: dict[str, object], credit: str | None) -> None:
    assert page_in(VERSION_1 | fields).credit == credit


NITF = "<nitf><body><body.content><p>Cracks.</p></body.content></body></nitf>"


@pytest.mark.parametrize(
    ("fields", "body", "markup", "partial"),
    [
        ({"body_text": PLAIN}, PLAIN, False, False),
        ({"bodies": [{"role": "text", "value": PLAIN}]}, PLAIN, False, False),
        ({"bodies": [{"contenttype": "text/vnd.IPTC.NITF", "value": NITF}]}, "<p>Cracks.</p>", True, False),
        ({"bodies": [{"contenttype": "application/xml", "value": "<X/>"}], "body_text": PLAIN}, PLAIN, False, False),
        ({"body_xhtml": "Cracks &amp; more"}, "Cracks & more", False, False),
        ({"description_text": "Cracks."}, "Cracks.", False, True),
        ({"descriptions": [{"role": "caption", "value": "no"}, {"value": "Cracks."}]}, "Cracks.", False, True),
    ],
)
def test_bodies(fields: dict[str, object], body: str, markup: bool, partial: bool) -> None:
    page = page_in({"uri": "u", "versioncreated": "2026-03-03T10:15:00Z"} | fields)
    assert (page.body, page.markup, page.partial) == (body, markup, partial)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"pubstatus": "canceled"}, "withdrawn"),
        ({"type": "picture"}, "not-news"),
        ({"type": "video"}, "not-news"),
        ({"type": "event"}, "not-news"),
        ({"type": "text", "eventDetails": {}}, "not-news"),
        ({"body_text": "", "body_xhtml": ""}, "missing-text"),
        ({"body_text": 3, "body_xhtml": None, "bodies": "x"}, "missing-text"),
    ],
)
def test_what_gives_no_page_says_why(fields: dict[str, object], code: str) -> None:
    assert codes_in(VERSION_1 | fields) == [code]
    assert "an ninjs item" in issues_in(VERSION_1 | fields)[0].message


def test_a_package_gives_the_texts_it_holds() -> None:
    package = {
        "uri": "u",
        "type": "package",
        "versioncreated": "x",
        "associations": {"a": VERSION_1, "b": {"type": "picture"}},
    }
    assert page_in(package).id == VERSION_1["uri"]
    assert codes_in(package | {"associations": {}}) == ["missing-text"]


def test_a_list_and_rows_of_items() -> None:
    other = VERSION_1 | {"uri": "https://lpa.example/items/18"}
    assert len(pages_in([VERSION_1, other])) == 2


def test_an_embargo_is_told() -> None:
    assert codes_in(VERSION_1 | {"embargoed": "2026-03-04T06:00:00Z"}) == ["embargoed"]
