"""What a page's own metadata says: JSON-LD with its errors, authors, publisher, language."""

from __future__ import annotations

import json

import pytest

from crosswire.clean.blocks.tree import parse
from crosswire.clean.header.authors import authors_of
from crosswire.clean.header.jsonld import read_jsonld, text
from crosswire.clean.header.metadata import Metadata, metadata_of, read_metadata
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page

LEXICONS = load_lexicons()
ARTICLE = '{"@type": "NewsArticle", "headline": "Ostra votes", "author": {"name": "Ana Ruiz"}}'


def _read(script: str, rest: str = "") -> Metadata:
    head = f"<script type='application/ld+json'>{script}</script>{rest}"
    markup = f"<html><head>{head}</head><body><p>Ostra.</p></body></html>"
    return read_metadata(parse(markup), lexicons=LEXICONS)


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"/*<![CDATA[*/{ARTICLE}/*]]>*/",
        f"{ARTICLE};",
        ARTICLE.replace("}}", "},}"),
        ARTICLE.replace("Ostra votes", "Ostra\tvotes"),
        ARTICLE.replace('"', "&quot;"),
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "Linden"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f'{{"@type": "Organization"}} {ARTICLE}',
    ],
)
def test_json_ld_with_its_errors(script: str) -> None:
    found = _read(script)
    assert (found.headline, found.authors) == ("Ostra votes", ("Ana Ruiz",))


@pytest.mark.parametrize(
    "script", ["", "{", "[" * 50_000, "null", "12", '{"@type": 4, "author": [[]]}', '"NewsArticle"']
)
def test_json_ld_that_says_nothing(script: str) -> None:
    assert _read(script).authors == ()


def test_a_reference_is_resolved_in_the_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "Ostra votes", "author": {"@id": "#ana"}, "publisher": {"@id": "#p"}},
            {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"},
            {"@type": "Organization", "@id": "#p", "name": "The Linden Echo"},
        ]
    }
    found = _read(json.dumps(graph))
    assert (found.authors, found.publisher) == (("Ana Ruiz",), "The Linden Echo")


def test_the_article_is_the_one_with_the_pages_title() -> None:
    others = [{"@type": "NewsArticle", "headline": f"Karsund opens harbour {n}"} for n in range(3)]
    own = {"@type": "NewsArticle", "headline": "Ostra votes for a wall", "author": "Ana Ruiz"}
    found = _read(json.dumps([*others, own]), "<title>Ostra votes for a wall | Linden</title>")
    assert (found.headline, found.authors) == ("Ostra votes for a wall", ("Ana Ruiz",))


def test_references_in_a_circle_end() -> None:
    loop = json.dumps({"@type": "Article", "@id": "#a", "author": {"@id": "#b"}, "mainEntityOfPage": {"@id": "#a"}})
    assert _read(loop).authors == ()
    assert read_jsonld((loop,)).names({"@id": "#nobody"}) == ()


def test_text_of_json_ld() -> None:
    assert text("Ostra &amp;amp; <i>Linden</i>\n vote") == "Ostra & Linden vote"
    assert text(["Ostra", "Linden"]) == "Ostra"
    assert text({"@value": "Ostra"}) == "Ostra"
    assert text(7) is None


@pytest.mark.parametrize(
    ("named", "authors"),
    [
        (["By ANA RUIZ and Tom Hill"], ("Ana Ruiz", "Tom Hill")),
        (["Ana Ruiz, Political correspondent"], ("Ana Ruiz",)),
        (["Ana Ruiz, Tom Hill & Ole Berg"], ("Ana Ruiz", "Tom Hill", "Ole Berg")),
        (["Ana Ruiz y Tomás Colina"], ("Ana Ruiz", "Tomás Colina")),
        (["Salas y Torrent"], ("Salas y Torrent",)),
        (["Ana Ruiz", "Reuters"], ("Ana Ruiz",)),
        (["Reuters"], ("Reuters",)),
        (["Ana Ruiz @anaruiz"], ("Ana Ruiz",)),
        (["Ana Ruiz (ana@linden.example)"], ("Ana Ruiz",)),
        (["https://linden.example/ana", "admin", "@ana"], ()),
        (["Анна Руис"], ("Анна Руис",)),
        (["Von Ana Ruiz"], ("Ana Ruiz",)),
        (["Rune Holm, MD, PhD"], ("Rune Holm",)),
    ],
)
def test_authors(named: list[str], authors: tuple[str, ...]) -> None:
    assert authors_of(named, (), (), lexicons=LEXICONS, sites=frozenset()) == authors


@pytest.mark.parametrize(
    ("marked", "authors"),
    [
        (["By Ana Ruiz"], ("Ana Ruiz",)),
        (["Ana Ruiz"], ("Ana Ruiz",)),
        (["", "Text: Ana Ruiz"], ("Ana Ruiz",)),
        (["Ana Ruiz writes about bridges and lives in Ostra with a dog"], ()),
        (["Name *"], ()),
    ],
)
def test_marked_writers(marked: list[str], authors: tuple[str, ...]) -> None:
    assert authors_of((), (), marked, lexicons=LEXICONS, sites=frozenset()) == authors


def test_the_site_gives_way_to_a_marked_person() -> None:
    sites = frozenset({"lindenecho"})
    assert authors_of((), ("Linden Echo",), ("By Ana Ruiz",), lexicons=LEXICONS, sites=sites) == ("Ana Ruiz",)
    assert authors_of((), ("Linden Echo",), (), lexicons=LEXICONS, sites=sites) == ("Linden Echo",)


def test_an_agency_among_the_writers() -> None:
    assert [c.name for c in _read(ARTICLE.replace("Ana Ruiz", "Ana Ruiz, Reuters")).sources] == ["Reuters"]
    assert _read(ARTICLE).sources == ()


@pytest.mark.parametrize(
    ("names", "publisher"),
    [
        ("<meta property='og:site_name' content='The Linden Echo'>", "The Linden Echo"),
        ("<meta property='og:site_name' content='WordPress'><meta name='publisher' content='Linden'>", "Linden"),
        ("<meta property='og:site_name' content='https://www.lemonde.fr'>", "Le Monde"),
        ("<meta property='og:site_name' content='Blogger'>", None),
    ],
)
def test_publisher(names: str, publisher: str | None) -> None:
    assert _read("", names).publisher == publisher


def test_what_the_container_says_leads() -> None:
    page = Page("p", "", True, title="Wall falls | Linden Echo", authors=("Rune Holm",), publisher="Linden Echo")
    found = metadata_of(page, parse(f"<script type='application/ld+json'>{ARTICLE}</script>"), lexicons=LEXICONS)
    assert (found.headline, found.authors, found.publisher) == (
        "Wall falls",
        ("Rune Holm",),
        "Linden Echo",
    )
    longer = metadata_of(Page("p", "", False, title="Old wall falls down | Linden Echo"), None, lexicons=LEXICONS)
    assert longer.headline == "Old wall falls down"
