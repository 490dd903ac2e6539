"""Text from a page made fit to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.write.plain import anchor, language_tag, one_line, shown, web_link


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fog in Aldane", "Fog in Aldane"),
        ("nul \x00 bell \x07", "nul \ufffd bell \ufffd"),
        ("escape \x1b[31m", "escape \ufffd[31m"),
        ("one\ttab\nline", "one\ttab\nline"),
        ("half \ud83d", "half \ufffd"),
        ("whole 😀", "whole 😀"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected
    assert len(shown(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" two \n\n lines ", "two lines"),
        ("turn \u202eback", "turn \ufffdback"),
        ("mark \u200fstays", "mark \u200fstays"),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@given(st.text(st.characters(codec=None)))
def test_shown_can_always_be_written(text: str) -> None:
    shown(text).encode("utf-8")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://tern.example/a?b=1&c=2#d", "https://tern.example/a?b=1&c=2#d"),
        ("HTTP://tern.example/", "HTTP://tern.example/"),
        ("https://tern.example/a%20b", "https://tern.example/a%20b"),
        ('https://tern.example/"><script>', "https://tern.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//tern.example/x", None),
        ("https:tern", None),
        ("http://[::1", None),
        ("ferry", None),
        ("", None),
        (None, None),
    ],
)
def test_web_link(url: str | None, expected: str | None) -> None:
    assert web_link(url) == expected


@given(st.text(st.characters(codec=None)))
def test_web_link_leads_to_the_web_or_nowhere(text: str) -> None:
    for url in (text, f"http://{text}", f"https://a.example/{text}"):
        link = web_link(url)
        assert link is None or link.lower().startswith(("http://", "https://"))
        assert link is None or not set(link) & set("<>\"'` \n\t\x00")


@pytest.mark.parametrize(
    ("id", "expected"),
    [("p7", "p7"), ("p", "p-3"), ("P7", "p-3"), ("p7x", "p-3"), ("p7\n", "p-3"), ("R1", "p-3"), ("p٧", "p-3")],
)
def test_anchor(id: str, expected: str) -> None:
    assert anchor(id, "p", 3) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ('en" onload="', None),
        ("english", None),
        (None, None),
    ],
)
def test_language_tag(language: str | None, expected: str | None) -> None:
    assert language_tag(language) == expected
