"""Web archives: pages from records, everything else counted, damage named and passed."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import time
import tracemalloc
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.containers import archive as archive_module
from crosswire.read.containers import records as records_module
from crosswire.read.paths import read_pages

DATA = Path(os.environ.get("CROSSWIRE_DATA", "../shared"))
FORMATS = DATA / "data" / "formats" / "warc"

HTML = "<!doctype html><html><body><p>The council of Port Ilsen voted on Monday to widen the harbour.</p></body></html>"
DATE = "2026-03-04T12:30:00Z"


def http(body: bytes | str, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    data = body.encode() if isinstance(body, str) else body
    head = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + data


def warc(
    block: bytes,
    *headers: str,
    kind: str = "response",
    url: str = "https://ledger.example/a.html",
    length: object = None,
) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {DATE}", *headers]
    lines += [f"Content-Length: {len(block) if length is None else length}"] if length != "" else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def page(n: int) -> bytes:
    return warc(http(HTML.replace("Monday", f"Monday, the {n}th")), url=f"https://ledger.example/story-{n}.html")


def arc(block: bytes, url: str = "https://ledger.example/a.html", *, length: object = None) -> bytes:
    return (
        f"{url} 192.0.2.7 20260304123000 text/html {len(block) if length is None else length}\n".encode()
        + block
        + b"\n"
    )


ARC_START = (
    b"filedesc://day.arc 0.0.0.0 20260304123000 text/plain 70\n"
    b"1 0 Ledger\nURL IP-address Archive-date Content-type Archive-length\n\n\n"
)


def read(path: Path, data: bytes) -> tuple[list[Page], list[Issue]]:
    path.write_bytes(data)
    found = list(read_pages([str(path)], stdin=io.BytesIO()))
    return [item for item in found if isinstance(item, Page)], [item for item in found if isinstance(item, Issue)]


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def ids(pages: list[Page]) -> list[str]:
    return [page.id for page in pages]


def test_what_the_archive_knows_of_a_page(tmp_path: Path) -> None:
    (page,), issues = read(tmp_path / "day.warc", warc(http(HTML)))
    assert (page.id, page.url, page.markup) == ("a", "https://ledger.example/a.html", True)
    assert page.fetched_at == datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
    assert page.body == HTML
    assert page.file == str(tmp_path / "day.warc")
    assert issues == []


FORMS = {
    "plain": b"".join(map(page, range(5))),
    "a member a record": packed(*map(page, range(5))),
    "one member": gzip.compress(b"".join(map(page, range(5)))),
    "bare line feeds": b"".join(map(page, range(5))).replace(b"\r\n", b"\n"),
    "padded": packed(*map(page, range(5))) + b"\x00" * 512,
}


@pytest.mark.parametrize("name", FORMS)
def test_all_ways_of_packing(tmp_path: Path, name: str) -> None:
    data = FORMS[name]
    pages, issues = read(tmp_path / "day.warc.gz", data)
    assert ids(pages) == [f"story-{n}" for n in range(5)]
    assert {issue.code for issue in issues} == ({"damaged"} if name == "bare line feeds" else set())


def test_arc_of_both_versions(tmp_path: Path) -> None:
    second = http(HTML.replace("Monday", "Friday"))
    head = "https://ledger.example/b c.html 192.0.2.7 20260304123000 text/html 200 SUM - 4711 day.arc"
    two = f"{head} {len(second)}\n".encode()
    data = ARC_START + arc(http(HTML)) + two + second + b"\n" + arc(b"1.2.3.4\n", "dns:ledger.example")
    for form in (data, gzip.compress(data)):
        pages, issues = read(tmp_path / "day.arc.gz", form)
        assert [page.url for page in pages] == ["https://ledger.example/a.html", "https://ledger.example/b%20c.html"]
        assert pages[0].fetched_at == datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
        assert [issue.code for issue in issues] == ["no-page"]


CHUNKED = b"".join(
    f"{len(part):x};x=1\r\n".encode() + part + b"\r\n" for part in (HTML[:30].encode(), HTML[30:].encode())
)
PACKING = zlib.compressobj(wbits=-15)
RAW_DEFLATE = PACKING.compress(HTML.encode()) + PACKING.flush()

ENCODED = [
    pytest.param(http(CHUNKED + b"0\r\n\r\n", "Transfer-Encoding: chunked"), id="chunked"),
    pytest.param(http(HTML, "Transfer-Encoding: chunked"), id="chunked in name only"),
    pytest.param(http(gzip.compress(HTML.encode()), "Content-Encoding: gzip"), id="gzip"),
    pytest.param(http(HTML, "Content-Encoding: gzip"), id="gzip in name only"),
    pytest.param(http(HTML, "Content-Encoding: br"), id="br in name only"),
    pytest.param(http(zlib.compress(HTML.encode()), "Content-Encoding: deflate"), id="deflate"),
    pytest.param(http(RAW_DEFLATE, "Content-Encoding: deflate"), id="deflate without its wrapping"),
    pytest.param(http(HTML).replace(b"\r\n", b"\n"), id="bare line feeds"),
    pytest.param(HTML.encode(), id="no headers"),
    pytest.param(http(HTML, kind=""), id="no type"),
]


@pytest.mark.parametrize("block", ENCODED)
def test_transfer_and_content_encodings(tmp_path: Path, block: bytes) -> None:
    (page,), issues = read(tmp_path / "day.warc", warc(block))
    assert page.body == HTML
    assert issues == []


def test_brotli_where_the_library_is_there(tmp_path: Path) -> None:
    brotli = pytest.importorskip("brotli")
    good = warc(http(brotli.compress(HTML.encode()), "Content-Encoding: br"))
    torn = warc(http(b"\xff\xfe" + bytes(range(200)), "Content-Encoding: br"), url="https://ledger.example/b.html")
    (page,), (issue,) = read(tmp_path / "day.warc", good + torn)
    assert page.body == HTML
    assert "no Brotli data" in issue.message


def test_brotli_where_it_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    pages, (issue,) = read(tmp_path / "day.warc", warc(http(b"\x8b\x01\x80abc\x03\x81", "Content-Encoding: br")))
    assert pages == []
    assert "pip install 'crosswire[archives]'" in issue.message


def test_the_servers_encoding_counts(tmp_path: Path) -> None:
    words = "<p>Мэр сказал, что переговоры продолжатся.</p><p>Совет согласен.</p><p>Да.</p>"
    (page,), _ = read(tmp_path / "d.warc", warc(http(words.encode("koi8-r"), kind="text/html; charset=koi8-r")))
    assert page.body == words


OTHERS = [
    (warc(http("x", status="302 Found")), "http-status", "302"),
    (warc(http("gone", status="404 Not Found")), "http-status", "404"),
    (warc(http(b"\x89PNG", kind="image/png")), "no-page", "image/png"),
    (warc(http("p {}", kind="text/css")), "no-page", "text/css"),
    (warc(http("a()", kind="text/plain"), url="https://ledger.example/a.js"), "no-page", "a script"),
    (warc(http("User-agent: *", kind="text/plain"), url="https://ledger.example/robots.txt"), "no-page", "robots.txt"),
    (warc(http(b"\x89PNG\r\n\x1a\n" + bytes(80))), "no-page", "PNG"),
    (warc(http('{"a": 1}', kind="text/html")), "no-page", "JSON"),
    (warc(b"", "WARC-Refers-To: <urn:uuid:1>", kind="revisit"), "revisit", "unchanged"),
    (warc(b"192.0.2.7", url="dns:ledger.example", kind="resource"), "no-page", "crawl"),
    (warc(b""), "empty", "without content"),
    (warc(http(" \n ")), "no-page", "nothing"),
    (warc(b"x", kind="odd"), "unsupported-format", "kind"),
    (warc(http(b"\x28\xb5\x2f\xfd\x04\x00\x09\x00\x00", "Content-Encoding: zstd")), "damaged", "zstd"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "code", "words"), OTHERS)
def test_what_is_no_page_is_counted_once_for_all(tmp_path: Path, record: bytes, code: str, words: str) -> None:
    pages, (issue,) = read(tmp_path / "day.warc", record * 3 + page(1))
    assert ids(pages) == ["story-1"]
    assert (issue.code, issue.file) == (code, str(tmp_path / "day.warc"))
    assert "3 records" in issue.message
    assert words in issue.message
    assert "byte 0" in issue.message


def test_records_about_others_are_not_told_of(tmp_path: Path) -> None:
    about = b"".join(warc(b"x: y", kind=kind) for kind in ("warcinfo", "request", "metadata"))
    assert read(tmp_path / "a.warc", about + page(1))[1] == []
    assert [issue.code for issue in read(tmp_path / "b.warc", about)[1]] == ["empty"]


def test_what_the_crawler_cut_short_is_partial(tmp_path: Path) -> None:
    (cut, whole), (issue,) = read(tmp_path / "day.warc", warc(http(HTML), "WARC-Truncated: length") + page(1))
    assert (cut.partial, whole.partial, issue.code) == (True, False, "truncated")
    assert [found.partial for found in read(tmp_path / "b.warc", page(1)[:-40])[0]] == [True]


def test_one_address_twice(tmp_path: Path) -> None:
    later = warc(http(HTML.replace("Monday", "Tuesday")))
    pages, (issue,) = read(tmp_path / "day.warc", warc(http(HTML)) * 2 + later)
    assert len(set(ids(pages))) == 2
    assert issue.code == "duplicate-page"


def test_a_resource_is_the_page_itself_and_the_marks_of_its_address_go(tmp_path: Path) -> None:
    record = warc(HTML.encode(), "Content-Type: text/html", kind="resource", url="<https://ledger.example/r.html>")
    text = warc(b"The council voted.", "Content-Type: text/plain", kind="conversion", url="https://ledger.example/t")
    (first, second), issues = read(tmp_path / "day.warc", record + text)
    assert (first.url, first.markup, second.body, second.markup) == (
        "https://ledger.example/r.html", True, "The council voted.", False,
    )  # fmt: skip
    assert issues == []


def test_a_checksum_of_other_content(tmp_path: Path) -> None:
    block = http(HTML)
    right = "sha1:" + base64.b32encode(hashlib.sha1(block).digest()).decode()
    wrong = "sha1:" + "A" * 32
    assert read(tmp_path / "a.warc", warc(block, f"WARC-Block-Digest: {right}"))[1] == []
    pages, (issue,) = read(tmp_path / "b.warc", warc(block, f"WARC-Block-Digest: {wrong}"))
    assert (len(pages), issue.code) == (1, "digest")


def swapped(data: bytes, at: int, other: bytes) -> bytes:
    return data[:at] + other + data[at + len(other) :]


THREE = [page(n) for n in range(3)]
FIRST = len(gzip.compress(THREE[0]))
NOISE = hashlib.shake_256(b"noise").digest(400)
ALL = ["story-0", "story-1", "story-2"]
LONG = warc(http(HTML), length=len(http(HTML)) + 300, url="https://ledger.example/long.html")
TORN = warc(http(b"\x1f\x8b" + NOISE, "Content-Encoding: gzip"))
CUT = warc(http(CHUNKED[:-9], "Transfer-Encoding: chunked"))
SHORT = warc(http(HTML), length=60, url="https://ledger.example/short.html")

DAMAGED = [
    pytest.param(packed(*THREE)[:-40], ALL, "cut short", id="gzip cut short"),
    pytest.param(swapped(packed(*THREE), FIRST + 60, NOISE[:30]), ["story-0", "story-2"], "damaged", id="torn"),
    pytest.param(packed(THREE[0]) + NOISE + packed(*THREE[1:]), ALL, "no gzip data", id="noise between"),
    pytest.param(packed(*THREE) + NOISE, ALL, "no gzip data", id="noise at the end"),
    pytest.param(b"".join(THREE) + NOISE, ALL, "belong to no record", id="noise at the end, unpacked"),
    pytest.param(THREE[0] + LONG + THREE[1], ["story-0", "long", "story-1"], "length", id="too long"),
    pytest.param(THREE[0] + SHORT + THREE[1], ["story-0", "short", "story-1"], "length", id="too short"),
    pytest.param(packed(THREE[0], LONG, THREE[1]), ["story-0", "long", "story-1"], "length", id="too long, packed"),
    pytest.param(packed(THREE[0], SHORT, THREE[1]), ["story-0", "short", "story-1"], "length", id="too short, packed"),
    pytest.param(warc(http(HTML), length="") + THREE[1], ["a", "story-1"], "does not say how long", id="no length"),
    pytest.param(warc(http(HTML), length="-1") + THREE[1], ["a", "story-1"], "no number", id="a length that is none"),
    pytest.param(warc(http(HTML), length="9" * 30) + THREE[1], ["a", "story-1"], "no number", id="an endless length"),
    pytest.param(THREE[0] + b"WARC/1.0\r\n" + THREE[1], ["story-0", "story-1"], "", id="a head without headers"),
    pytest.param(THREE[0][:-90], ["story-0"], "length", id="cut short, unpacked"),
    pytest.param(warc(http(b"zz", "Content-Encoding: deflate")) + THREE[1], ["a", "story-1"], "", id="no deflate"),
    pytest.param(TORN + THREE[1], ["story-1"], "damaged", id="no gzip"),
    pytest.param(CUT + THREE[1], ["a", "story-1"], "chunks end", id="chunks"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "names", "words"), DAMAGED)
def test_damage_is_named_and_the_rest_is_read(tmp_path: Path, data: bytes, names: list[str], words: str) -> None:
    pages, issues = read(tmp_path / "day.warc.gz", data)
    assert ids(pages) == names
    assert not words or any(words in issue.message and "byte" in issue.message for issue in issues)
    for whole in pages:
        if whole.id.startswith(("story", "long")):
            assert HTML.startswith(whole.body[:60])


def test_a_page_under_a_false_length_is_whole(tmp_path: Path) -> None:
    for name, record in (("long", LONG), ("short", SHORT)):
        (first, _), _ = read(tmp_path / f"{name}.warc", record + page(1))
        assert first.body == HTML


def test_an_arc_with_lengths_that_are_none(tmp_path: Path) -> None:
    data = ARC_START + arc(http(HTML), length=-1) + arc(http(HTML), "https://ledger.example/b.html", length="abc")
    pages, (one, two) = read(tmp_path / "day.arc", data + b"noise\n" + arc(http(HTML), "https://ledger.example/c.html"))
    assert ids(pages) == ["a", "b", "c"]
    assert {one.code, two.code} == {"damaged"}


def test_a_record_too_large_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "MAX_PAGE", 1000)
    big = warc(http("x" * 5000), url="https://ledger.example/big.html")
    pages, (issue,) = read(tmp_path / "day.warc", page(1) + big + page(2))
    assert (ids(pages), issue.code) == (["story-1", "story-2"], "too-large")


def test_a_bomb_in_a_record_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" * 40_000_000, 1)
    pages, (issue,) = read(tmp_path / "day.warc", warc(http(bomb, "Content-Encoding: gzip")) + page(1))
    assert (ids(pages), issue.code) == (["story-1"], "damaged")
    assert "64 MB" in issue.message


def test_an_archive_with_more_text_than_fits_is_cut_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_module, "MAX_STREAM", 500)
    pages, (issue,) = read(tmp_path / "day.warc", b"".join(map(page, range(30))))
    assert 3 < len(pages) < 8
    assert (issue.code, issue.report) == ("too-large", None)


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "day.warc.gz"
    with path.open("wb") as file:
        record = gzip.compress(warc(http(b"\x00" * 1_000_000, kind="image/png")))
        for _ in range(60):
            file.write(record)
        file.write(gzip.compress(page(1)))
    tracemalloc.start()
    try:
        pages = [item for item in read_pages([str(path)], stdin=io.BytesIO()) if isinstance(item, Page)]
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()
    assert ids(pages) == ["story-1"]


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n" * 50_000,
        b"WARC/1.0\r\n" + b"a: b\r\n" * 300_000,
        b"WARC/1.0\r\n" + b"x" * 3_000_000,
        warc(b"", length=10**15) + b"y\n" * 500_000,
        b"WARC/1.0\r\nContent-Length: 5\r\n\r\n" * 15_000,
        (b"\x1f\x8b\x08\x00" + b"\x00" * 6) * 100_000,
        gzip.compress(b"WARC/1.0\r\n") + b"\x1f\x8b\x08" * 500_000,
        gzip.compress(b"WARC/1.0\r\n" + b"\x00" * 30_000_000, 9),
        b"filedesc:a 1.2.3.4 20260101000000 x 3\n" + b"http:a " * 300_000,
        b"filedesc:a 1.2.3.4 20260101000000 x 3\n" + b"http:a 1.2.3.4 20260101000000 x 9\n" * 15_000,
        warc(http("1\r\na\r\n" * 300_000, "Transfer-Encoding: chunked")),
        warc(http("\r\n" * 500_000)),
    ],
    ids=range(12),
)
def test_hostile_archives_end(tmp_path: Path, data: bytes) -> None:
    start = time.monotonic()
    pages, issues = read(tmp_path / "day.warc", data)
    assert time.monotonic() - start < 20
    assert pages or issues


@pytest.mark.shared
def test_every_sample_gives_pages_or_says_why() -> None:
    samples = sorted(path for path in FORMATS.rglob("*") if ".warc" in path.name or ".arc" in path.name)
    if not samples:
        pytest.skip(f"no samples in {FORMATS}")
    for path in samples:
        start = time.monotonic()
        found = list(read_pages([str(path)], stdin=io.BytesIO()))
        assert time.monotonic() - start < 10, path
        assert found, path
        assert all(item.file == str(path) for item in found if isinstance(item, Issue) and not item.report), path
