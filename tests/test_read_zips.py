"""Zip archives and DOCX documents: what is read, and traps that must not work."""

from __future__ import annotations

import gzip
import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.containers import zips as zips_module
from crosswire.read.paths import read_pages

TEXT = "Council backs harbour plan\n\nThe council voted on Monday to widen the harbour.\n"
HTML = "<!doctype html><html><body><p>The council voted on Friday.</p></body></html>"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def zipped(files: dict[str, bytes | str], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def docx(*paragraphs: str, before: str = "", types: str = TYPES) -> bytes:
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": types, "word/document.xml": document, "docProps/core.xml": "<x/>"})


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def read(path: Path, data: bytes) -> tuple[list[Page], list[Issue]]:
    path.write_bytes(data)
    found = list(read_pages([str(path)], stdin=io.BytesIO()))
    return [item for item in found if isinstance(item, Page)], [item for item in found if isinstance(item, Issue)]


def test_a_folder_of_pages(tmp_path: Path) -> None:
    files = {
        "b/fire.html": HTML,
        "a.txt": TEXT,
        ".hidden.txt": "x",
        "__MACOSX/a.txt": "x",
        "c.jsonl": '{"text": "Row."}',
    }
    pages, issues = read(tmp_path / "day.zip", zipped(dict(files)))
    assert [page.id for page in pages][:2] == ["a", "fire"]
    assert [page.file for page in pages] == [
        f"{tmp_path}/day.zip/{name}" for name in ("a.txt", "b/fire.html", "c.jsonl")
    ]
    assert issues == []


def test_packed_files_inside_are_read_and_archives_inside_are_not(tmp_path: Path) -> None:
    files = {"a.txt.gz": gzip.compress(TEXT.encode()), "b.zip": zipped({"c.txt": TEXT}), "d.docx": docx(run("It met."))}
    (page, document), (issue,) = read(tmp_path / "day.zip", zipped(dict(files)))
    assert (page.id, document.body, issue.code) == ("a", "It met.\n", "unsupported-format")


def test_names_that_lead_out_of_the_archive_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    pages, _ = read(
        tmp_path / "in" / "day.zip", zipped({"../../evil.txt": TEXT, "/etc/evil.txt": HTML, "a\x01b.txt": "x"})
    )
    assert len(pages) == 3
    assert [path.name for path in tmp_path.rglob("*evil*")] == []


def test_what_is_no_folder_of_pages(tmp_path: Path) -> None:
    for name, words in (("xl/workbook.xml", "spreadsheet"), ("META-INF/container.xml", "EPUB")):
        pages, (issue,) = read(tmp_path / "a.zip", zipped({name: "<x/>"}))
        assert (pages, issue.code) == ([], "unsupported-format")
        assert words in issue.message
    assert [issue.code for issue in read(tmp_path / "b.zip", zipped({"a/": ""}))[1]] == ["empty"]


def test_a_file_without_a_name(tmp_path: Path) -> None:
    data = zipped({"a": TEXT, "b.txt": TEXT})
    for mark, at in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        place = data.find(mark)
        data = data[: place + at] + b"\x00\x00" + data[place + at + 2 :]
    assert read(tmp_path / "a.zip", data)[1]


def test_damage(tmp_path: Path) -> None:
    whole = zipped({"a.txt": TEXT * 40, "b.txt": HTML}, packing=zipfile.ZIP_DEFLATED)
    assert [issue.code for issue in read(tmp_path / "cut.zip", whole[:-40])[1]] == ["damaged"]
    torn = whole[:50] + b"\x00" * 20 + whole[70:]
    pages, issues = read(tmp_path / "torn.zip", torn)
    assert ([page.id for page in pages], [issue.code for issue in issues]) == (["b"], ["damaged"])


def test_a_zip_in_gzip_and_a_packing_that_is_not_read(tmp_path: Path) -> None:
    assert [page.id for page in read(tmp_path / "a.zip.gz", gzip.compress(zipped({"a.txt": TEXT})))[0]] == ["a"]
    pages, (issue,) = read(tmp_path / "b.zip", zipped({"a.txt": TEXT}, packing=zipfile.ZIP_LZMA))
    assert (pages, issue.code) == ([], "unsupported-format")


def test_encrypted(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": HTML}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark) + at
        data[place : place + 2] = struct.pack("<H", 1)
    pages, (issue,) = read(tmp_path / "a.zip", bytes(data))
    assert ([page.id for page in pages], issue.code) == (["b"], "encrypted")


def test_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips_module, "MAX_STREAM", 30 * 1024 * 1024)
    monkeypatch.setattr(zips_module, "MAX_PAGE", 10 * 1024 * 1024)
    bombs = {f"{n}.txt": b"a b " * 5_000_000 for n in range(4)}
    pages, issues = read(tmp_path / "a.zip", zipped(dict(bombs) | {"9.txt": TEXT}))
    assert pages == []
    assert [issue.code for issue in issues] == ["too-large"] * 4
    assert "the rest is left out" in issues[-1].message


def test_a_document(tmp_path: Path) -> None:
    data = docx(
        run("Council backs harbour plan"),
        run("The council voted ") + run("on Monday") + "<w:r><w:br/></w:r>" + run("to widen the harbour."),
        "<w:del>" + run("not ") + "</w:del><w:ins>" + run("It will ") + "</w:ins>" + run("re")
        + "<w:r><w:noBreakHyphen/></w:r>" + run("open &amp; grow."),
        "",
        "<w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:hyperlink>" + run("Read more") + "</w:hyperlink>",
    )  # fmt: skip
    (page,), issues = read(tmp_path / "plan.docx", data)
    assert page.body == (
        "Council backs harbour plan\n\nThe council voted on Monday\nto widen the harbour.\n\n"
        "It will re\u2011open & grow.\n\nRead more\n"
    )
    assert (page.id, page.markup, page.title, issues) == ("plan", False, None, [])


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    inner = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    (page,), _ = read(tmp_path / "a.docx", docx(run("Before.") + f"<w:r>{inner}</w:r>", run("After.")))
    assert page.body == "In the box.\n\nBefore.\n\nAfter.\n"


LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha ha ha ha ha ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY j SYSTEM "file://{path}">'

TRAPS = [
    (docx(run("&j;"), before=LAUGHS + "]>"), "document type"),
    (docx(run("x"), before='<!DOCTYPE d SYSTEM "file:///etc/hostname">'), "document type"),
    (docx(run("x &undeclared; y")), "damaged"),
    (docx("<w:p>" * 2000 + run("x") + "</w:p>" * 2000), "nested too deep"),
    (docx(run("x"))[:-10], "damaged"),
    (zipped({"[Content_Types].xml": TYPES, "word/other.xml": "<x/>"}), "damaged"),
    (zipped({"[Content_Types].xml": TYPES, "word/document.xml": "not XML"}), "damaged"),
    (zipped({"[Content_Types].xml": TYPES, "word/document.xml": f"<x>{' ' * 70_000_000}</x>"}), "64 MB"),
    (docx(""), "without text"),
]


@pytest.mark.parametrize(("data", "words"), TRAPS, ids=range(len(TRAPS)))
def test_traps_in_documents(tmp_path: Path, data: bytes, words: str) -> None:
    start = time.monotonic()
    pages, (issue,) = read(tmp_path / "a.docx", data)
    assert pages == []
    assert words in issue.message
    assert time.monotonic() - start < 10


def test_no_file_is_read_through_a_document(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    pages, issues = read(tmp_path / "a.docx", docx(run("It says &j;"), before=OUTSIDE.format(path=secret) + "]>"))
    assert pages == []
    assert all("the secret" not in issue.message for issue in issues)
