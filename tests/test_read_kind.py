"""What kind of thing some bytes are."""

from __future__ import annotations

import gzip

import pytest

from crosswire.read.kind import Kind, sniff_bytes, sniff_text

BYTES = [
    (b"", Kind.EMPTY),
    (b" \r\n\t", Kind.EMPTY),
    (b"\x00\x00\x00", Kind.EMPTY),
    (gzip.compress(b"x"), Kind.GZIP),
    (b"%PDF-1.7\n", Kind.PDF),
    (b"PK\x03\x04....", Kind.ZIP),
    (b"\x89PNG\r\n\x1a\n", Kind.FOREIGN),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", Kind.FOREIGN),
    (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", Kind.ARCHIVE),
    (b"{\\rtf1 Talks}", Kind.FOREIGN),
    (bytes(range(1, 32)) * 20, Kind.BINARY),
    (b"One NUL\x00 in a text of some length is damage, not a picture.", None),
    ("Wide text without a mark".encode("utf-16-le"), None),
    ("Wide text with a mark".encode("utf-16"), None),
    (b"\x1b[31mred\x1b[0m escapes are text", None),
]


@pytest.mark.parametrize(("head", "kind"), BYTES)
def test_by_bytes(head: bytes, kind: Kind | None) -> None:
    found = sniff_bytes(head)
    assert (found.kind if found else None) == kind


PAGE = "<div><p>The council met.</p><p>It voted.</p></div>"
TEXTS = [
    ("The council met on Monday.", ".txt", Kind.TEXT),
    ("The council met on Monday.", "", Kind.TEXT),
    ("The council met on Monday.", ".html", Kind.TEXT),  # a text saved under a page's name
    ("<!DOCTYPE html><title>x</title>", ".txt", Kind.MARKUP),  # a page saved under a text's name
    ("<!-- saved from url=x -->\n<html>", "", Kind.MARKUP),
    ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="y">', ".xml", Kind.MARKUP),
    (PAGE, "", Kind.MARKUP),
    ("<p>One paragraph", ".htm", Kind.MARKUP),
    ("He typed </div> and laughed. 3 < 4 and 5 > 4.", ".txt", Kind.TEXT),
    ("<<<< listen >>>> The council met.", ".txt", Kind.TEXT),
    ("[CAIRO] Talks resumed.", ".txt", Kind.JSON),  # opens like a list; the whole decides
    ('{"text": "x"}', ".json", Kind.JSON),
    ('{"text": "x"}\n{"text": "y"}', ".jsonl", Kind.ROWS),
    ('<rss version="2.0"><channel>', ".xml", Kind.FEED),
    ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "", Kind.FEED),
    ('<?xml version="1.0"?><!-- x --><newsItem xmlns="y">', "", Kind.NEWSWIRE),
    ("<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'><nitf>", "", Kind.NEWSWIRE),
    ("<urlset>", "", Kind.FOREIGN),
    ('<?xml version="1.0"?><anything/>', "", Kind.FOREIGN),
    ("body { color: red }", ".css", Kind.FOREIGN),
    ("From: desk@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html>", ".txt", Kind.MAIL),
]


@pytest.mark.parametrize(("head", "suffix", "kind"), TEXTS)
def test_by_text(head: str, suffix: str, kind: Kind) -> None:
    assert sniff_text(head, suffix=suffix).kind is kind


def test_a_server_may_name_the_type() -> None:
    assert sniff_text("<p>One paragraph", content_type="text/html; charset=utf-8").kind is Kind.MARKUP


def test_foreign_kinds_are_named_in_words() -> None:
    found = sniff_text('<rss version="2.0">')
    assert found.what == "an RSS feed"


@pytest.mark.parametrize("text", ["<" * 65536, "<!--" * 16384, " " * 65536 + "<", "<!doctype [" * 6000, "<a " * 20000])
def test_hostile_openings_are_decided_at_once(text: str) -> None:
    sniff_text(text)
