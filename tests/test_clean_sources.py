"""Whose text a page's markup says it is: JSON-LD, meta elements, canonical links of invented pages."""

from __future__ import annotations

import json

import pytest

from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.page import Page
from crosswire.model.report import Credit, CreditKind, CreditPlace, Report

LEXICONS = load_lexicons()
URL = "https://lindenecho.example/bridge"
TEXT = (
    "The council of Ostra voted on Tuesday to pull down the old bridge after engineers found cracks in its piers.",
    "Traders in the lower town said that they feared for their customers and asked for a ferry over the winter.",
    "The mayor, Ana Ruiz, said that the work would begin in spring and last until the autumn of next year.",
    "Engineers had warned in May that the piers would not stand another flood like the one of two years ago.",
)
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ostra votes to pull down bridge",
    "url": URL,
    "publisher": {"@type": "Organization", "name": "The Linden Echo"},
}


def sources(head: str = "", **fields: object) -> tuple[Credit, ...]:
    data = f'<script type="application/ld+json">{json.dumps(ARTICLE | fields)}</script>' if fields else ""
    body = "".join(f"<p>{words}</p>" for words in TEXT)
    page = (
        "<html><head><title>Ostra votes to pull down bridge | The Linden Echo</title>"
        f"<meta property='og:site_name' content='The Linden Echo'>{head}{data}</head>"
        f"<body><article><h1>Ostra votes to pull down bridge</h1>{body}</article></body></html>"
    )
    report = clean_page(Page("p", page, True, url=URL), lexicons=LEXICONS)
    assert isinstance(report, Report)
    found = tuple(credit for credit in report.credits if credit.what is CreditKind.TEXT)
    assert all(credit.place is CreditPlace.MARKUP for credit in found)
    return found


@pytest.mark.parametrize(
    ("head", "house"),
    [
        ("<link rel='canonical' href='https://www.reuters.com/world/bridge'>", "Reuters"),
        ("<link rel='canonical' href='https://ostramatters.example/bridge'>", "ostramatters.example"),
        ("<link rel='canonical' href='https://lindenecho.example/bridge?page=1'>", None),
        ("<link rel='canonical' href='https://news.lindenecho.example/bridge'>", None),
        ("<link rel='canonical' href='bridge.html'>", None),
        ("<meta name='original-source' content='https://www.washingtonpost.com/bridge'>", "The Washington Post"),
        ("<meta name='syndication-source' content='https://apnews.com/1'>", "AP"),
        ("<meta name='syndication-source' content='https://lindenecho.example/bridge'>", None),
        ("<meta name='DC.source' content='Associated Press'>", "AP"),
        ("<meta name='DC.source' content='The Linden Echo'>", None),
        ("<meta name='source' content='desktop'>", None),
        ("<meta name='copyright' content='Copyright 2026 The Associated Press'>", "AP"),
        ("<meta name='copyright' content='Copyright 2026 The Linden Echo'>", None),
        ("<meta property='article:author' content='Reuters'>", "Reuters"),
        ("<meta property='article:author' content='https://facebook.com/reuters'>", None),
        ("<meta name='author' content='Ana Ruiz, Associated Press'>", "AP"),
        ("<meta name='author' content='Agencies'>", UNNAMED),
        ("<meta name='author' content='Ana Ruiz'>", None),
    ],
)
def test_meta_elements_and_links(head: str, house: str | None) -> None:
    assert [credit.name for credit in sources(head)] == ([house] if house else [])


@pytest.mark.parametrize(
    ("fields", "house"),
    [
        ({"isBasedOn": "https://www.washingtonpost.com/bridge"}, "The Washington Post"),
        (
            {"isBasedOn": {"url": "https://ostrapost.example/1", "publisher": {"name": "The Ostra Post"}}},
            "The Ostra Post",
        ),
        ({"isBasedOn": ["https://doi.org/10.1/bridge"]}, None),
        ({"isBasedOn": URL}, None),
        ({"translationOfWork": {"@type": "NewsArticle", "url": "https://www.lemonde.fr/pont"}}, "Le Monde"),
        ({"sourceOrganization": {"@type": "NewsMediaOrganization", "name": "Associated Press"}}, "AP"),
        ({"sourceOrganization": {"name": "The Linden Echo"}}, None),
        ({"sourceOrganization": {"name": "Linden Echo Media Group"}}, None),
        ({"sourceOrganization": {"name": "Security"}}, None),
        ({"author": {"@type": "Organization", "name": "The Washington Post"}}, "The Washington Post"),
        ({"author": [{"@type": "Person", "name": "Ana Ruiz"}, {"name": "Reuters"}]}, "Reuters"),
        ({"author": {"@type": "Organization", "name": "The Linden Echo"}}, None),
        ({"provider": {"name": "AFP"}}, "AFP"),
        ({"provider": {"name": "WordPress"}}, None),
        ({"creditText": "AFP"}, "AFP"),
        ({"copyrightHolder": {"name": "Reuters"}}, "Reuters"),
        ({"copyrightHolder": {"name": "Gannett"}}, None),
    ],
)
def test_json_ld(fields: dict[str, object], house: str | None) -> None:
    assert [credit.name for credit in sources("", **fields)] == ([house] if house else [])


def test_staff_beside_agencies_without_a_name_had_the_larger_part() -> None:
    (credit,) = sources(author={"@type": "Organization", "name": "Staff and agencies"})
    assert (credit.name, credit.helped) == (UNNAMED, True)


def test_a_credit_of_the_markup_says_the_field_and_the_address() -> None:
    link = "https://www.reuters.com/world/bridge"
    (credit,) = sources(f"<link rel='canonical' href='{link}'>")
    assert (credit.words, credit.url) == (f"canonical: {link}", link)
