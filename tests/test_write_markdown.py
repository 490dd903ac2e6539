"""A dossier as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from crosswire.write.markdown import escape, to_markdown
from crosswire.write.plain import one_line
from dossiers import EDGES, rich_dossier
from hostile_dossier import HOSTILE, hostile

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OWN_TAGS = {"p", "ul", "ol", "li", "h1", "h2", "h3", "strong", "em", "sup"}


def rendered(text: str) -> str:
    """The text as a Markdown reader shows it, without tags."""
    html = RENDERER.render(text)
    stripped = re.sub(r"<[^>]*>", "", html)
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        stripped = stripped.replace(entity, character)
    return stripped.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fog closed the strait.", "Fog closed the strait."),
        ("# 9 dead", "\\# 9 dead"),
        ("- a dash", "\\- a dash"),
        ("12. December", "12\\. December"),
        ("anti-fog, 9-5", "anti-fog, 9-5"),
        ("*very* _odd_", "\\*very\\* \\_odd\\_"),
        ("[link](http://a.example)", "\\[link\\](http\\://a.example)"),
        ("see www.a.example", "see www\\.a.example"),
        ("<b>bold</b>", "\\<b\\>bold\\</b\\>"),
        ("a | b", "a \\| b"),
        (":smile:", "\\:smile:"),
        ("10:30 today", "10:30 today"),
        ("two\n\nlines", "two lines"),
        ("mail a@b.example", "mail a\\@b.example"),
        ("cost $5 or $6", "cost \\$5 or \\$6"),
        ("---", "\\---"),
        ("===", "\\==="),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected


@given(st.text(max_size=60))
def test_escaped_text_shows_as_it_was(text: str) -> None:
    html = RENDERER.render(escape(text))
    assert rendered(escape(text)) == one_line(text)
    assert set(re.findall(r"<(\w+)", html)) <= {"p"}


@pytest.mark.parametrize("bad", HOSTILE)
def test_a_page_can_not_bring_markup(bad: str) -> None:
    text = to_markdown(hostile(bad))
    text.encode("utf-8")
    html = RENDERER.render(text)
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= OWN_TAGS | {"a"}
    assert all(link.startswith(("http://", "https://")) for link in re.findall(r'href="([^"]*)"', html))


@pytest.mark.parametrize("name", EDGES)
def test_every_dossier_can_be_written(name: str) -> None:
    text = to_markdown(EDGES[name]())
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "None" not in text


@pytest.mark.parametrize(
    "line",
    [
        "# Nine dead in Aldane ferry disaster",
        "### ✕ Disputed",
        "### \\= Agreed by independent origins",
        "  - **a** The Maren, with 212 passengers on board (1 origin, in 2 reports: Nordwire, R1 and R2)",
        "2. R4, The Islander, characters 182 to 203: nine of them are dead",
        "- at least 4 (a) → 9 (b) dead: (R1, R2, R3, R4 and R5)",
        "    - **R2** The Daily Tern, 86 % of its words from R1",
    ],
)
def test_lines(line: str) -> None:
    assert line in to_markdown(rich_dossier()).splitlines()


def test_sources_are_numbered_from_one() -> None:
    section = to_markdown(rich_dossier()).split("## Sources")[1].split("## Issues")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", section, re.M)]
    assert numbers == list(range(1, 14))
