"""Pages from files, folders, the standard input and addresses."""

from __future__ import annotations

import gzip
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crosswire.errors import InputError
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.kind import Kind
from crosswire.read.paths import READERS, read_pages
from crosswire.read.source import Fetch, Fetched

TEXT = "Council backs harbour plan\n\nThe council voted on Monday to widen the harbour.\n"
HTML = "<!doctype html><html><head><title>Harbour</title></head><body><p>The council voted.</p></body></html>"
AT = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)


def read(*paths: Path | str, stdin: bytes = b"", fetch: Fetch | None = None, text: bool = False) -> list[Page | Issue]:
    return list(read_pages(map(str, paths), stdin=io.BytesIO(stdin), fetch=fetch, prefer_text=text))


def pages(found: list[Page | Issue]) -> list[Page]:
    return [item for item in found if isinstance(item, Page)]


def codes(found: list[Page | Issue]) -> list[str]:
    return [item.code for item in found if isinstance(item, Issue)]


def row(**fields: object) -> str:
    return json.dumps(fields)


def test_text_and_markup_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "c").write_text(HTML)
    found = pages(read(tmp_path))
    assert [(page.id, page.markup) for page in found] == [("a", False), ("b", True), ("c", True)]
    assert found[0].body == TEXT
    assert found[0].file == str(tmp_path / "a.txt")


def test_folders_are_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/z.txt", "a/y.txt", ".git/config.txt", "a/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [page.id for page in pages(read(tmp_path))] == ["y", "z", "x"]


def test_rows_keep_what_the_user_said(tmp_path: Path) -> None:
    file = tmp_path / "day.jsonl"
    rows = [
        row(
            id="r 1",
            url="https://example.org/1",
            publisher="The Ledger",
            published_at="2026-03-04",
            title="Fire",
            text="A.",
        ),
        "",
        row(id=7, html=HTML, text="plain"),
        row(text="No id"),
    ]
    file.write_text("\r\n".join(rows))
    first, second, third = pages(read(file))
    assert (first.id, first.url, first.publisher) == ("r 1", "https://example.org/1", "The Ledger")
    assert (first.published_at, first.title, first.body) == ("2026-03-04", "Fire", "A.")
    assert (second.id, second.markup, second.body) == ("7", True, HTML)
    assert third.id.startswith("day-")
    assert first.file == str(file)


def test_text_may_be_preferred_to_html(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(row(id="a", html=HTML, text="plain"))
    assert [(page.body, page.markup) for page in pages(read(tmp_path, text=True))] == [("plain", False)]


@pytest.mark.parametrize("name", ["day.jsonl.gz", "day.gz", "day"])
def test_packed_rows(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress((row(id="a", text="x") + "\n" + row(id="b", text="y")).encode()))
    assert [page.id for page in pages(read(tmp_path))] == ["a", "b"]


def test_one_object_over_several_lines_and_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"id": "a", "text": "x"}, indent=2))
    (tmp_path / "b.json").write_text(json.dumps([{"id": "b", "text": "x"}, 3, {"id": "c", "text": "x"}]))
    found = read(tmp_path)
    assert [page.id for page in pages(found)] == ["a", "b", "c"]
    assert [item.file for item in found if isinstance(item, Issue)] == [f"{tmp_path / 'b.json'}:2"]


def test_what_clean_wrote_can_be_read_again(tmp_path: Path) -> None:
    line = {
        "id": "a",
        "headline": "Fire",
        "published_at": {"value": "2026-03-04", "basis": "markup"},
        "url": None,
        "text": "It burned.",
    }
    failed = {"stage": "clean", "code": "no-article", "message": "b.html: has no article", "file": "b.html"}
    (tmp_path / "r.jsonl").write_text(json.dumps(line) + "\n" + json.dumps(failed) + "\n")
    page, issue = read(tmp_path)
    assert isinstance(page, Page)
    assert (page.title, page.published_at) == ("Fire", "2026-03-04")
    assert issue == Issue("clean", "no-article", "b.html: has no article", file="b.html")


@pytest.mark.parametrize(
    ("data", "ids", "markup"),
    [
        (TEXT.encode(), ["stdin"], False),
        (HTML.encode(), ["stdin"], True),
        ((row(id="a", text="x") + "\n" + row(id="b", text="y")).encode(), ["a", "b"], False),
        (row(id="a", text="x").encode(), ["a"], False),
        (b"{Note} The council met.", ["stdin"], False),
        (b"[CAIRO] Talks resumed.\n", ["stdin"], False),
    ],
)
def test_standard_input_is_sniffed(data: bytes, ids: list[str], markup: bool) -> None:
    found = pages(read("-", stdin=data))
    assert [page.id for page in found] == ids
    assert {page.markup for page in found} == {markup}


def test_notes_on_pages_that_are_used_name_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id":"a","publisher":["x"],"text":"half a pair \\ud83d"}')
    found = read(tmp_path)
    assert len(pages(found)) == 1
    assert {(item.code, item.report) for item in found if isinstance(item, Issue)} == {
        ("wrong-type", "a"),
        ("replaced-characters", "a"),
    }


def answer(address: str) -> Fetched:
    if "missing" in address:
        raise InputError("can't be fetched: the server says 404 Not Found")
    return Fetched(HTML.encode(), "text/html", address + "?final", AT)


def test_addresses_need_a_transport() -> None:
    assert codes(read("https://example.org/a.html")) == ["no-network"]


def test_addresses_are_fetched_by_the_transport() -> None:
    found = read("https://example.org/news/fire.html?x=1", "https://example.org/missing", fetch=answer)
    page, issue = found
    assert isinstance(page, Page)
    assert (page.id, page.markup, page.fetched_at) == ("fire", True, AT)
    assert page.url == "https://example.org/news/fire.html?x=1?final"
    assert isinstance(issue, Issue)
    assert issue.message == ("https://example.org/missing: can't be fetched: the server says 404 Not Found; left out")


def test_an_address_without_a_name_is_called_by_its_host() -> None:
    assert [page.id for page in pages(read("https://example.org/", fetch=answer))] == ["example.org"]


def test_every_kind_has_a_reader() -> None:
    assert READERS.keys() == set(Kind)
