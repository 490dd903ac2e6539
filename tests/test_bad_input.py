"""Bad input, each with a good page beside it: a clear message, the rest processed, the right exit code, no hang."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from crosswire.cli import main
from crosswire.run.models import shared_models

GOOD = """Council backs harbour plan

PORT ILSEN — The town council voted on Monday to widen the harbour, Mayor Ilka Dorn said.

"We have waited for eleven years and will not wait for another one," she told reporters after the meeting.

The work will cost 40 million crowns and is to begin in June, according to the harbour office.
"""
SENTENCE = "The council of Port Ilsen voted on Monday to widen the harbour, the mayor said after the meeting. "
SHELL = "<!doctype html><html><head><title>Harbour plan backed</title></head><body>%s</body></html>"
ARTICLE = "<article><h1>Harbour plan backed</h1>" + f"<p>{SENTENCE * 3}</p>" * 4 + "</article>"

# Seconds that the heavy cases may take on a slow and busy machine.
PATIENCE = 60


@dataclass(frozen=True)
class Case:
    """`make` puts the bad thing at a path and gives the paths to name; `says` must all stand on the standard error.

    `used`: the page is bad and still gives a report.
    """

    name: str
    make: Callable[[Path], Path | str]
    says: tuple[str, ...] = ()
    used: bool = False


def put(name: str, data: bytes | str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return make


def rows(*lines: str) -> Callable[[Path], Path]:
    return put("rows.jsonl", "\n".join(lines))


def row(**fields: object) -> str:
    return json.dumps(fields)


def zipped(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "pages.txt", "w") as archive:
        archive.writestr("a.txt", GOOD)
    return folder / "pages.txt"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "page.txt")
    return folder / "page.txt"


def dangling(folder: Path) -> Path:
    (folder / "page.txt").symlink_to(folder / "nowhere.txt")
    return folder / "page.txt"


def link_to_itself(folder: Path) -> Path:
    (folder / "page.txt").symlink_to(folder / "page.txt")
    return folder / "page.txt"


def loop_of_folders(folder: Path) -> Path:
    (folder / "pages" / "again").mkdir(parents=True)
    (folder / "pages" / "again" / "back").symlink_to(folder / "pages")
    return folder / "pages"


def deep_folders(folder: Path) -> Path:
    deep = folder
    for _ in range(60):
        deep = deep / "more"
    deep.mkdir(parents=True)
    (deep / "empty.txt").write_text("")
    return folder / "more"


def empty_folder(folder: Path) -> Path:
    (folder / "pages").mkdir()
    return folder / "pages"


def name_not_utf8(folder: Path) -> Path:
    path = os.fsencode(folder) + b"/page\xff.txt"
    Path(os.fsdecode(path)).write_text(" \n")
    return Path(os.fsdecode(path))


def twice(folder: Path) -> str:
    return str(put("twice.txt", GOOD.replace("harbour", "airport"))(folder)) + "\n" + str(folder / "twice.txt")


# What stands before the damage is read: a row, and enough behind it that does not pack well.
PADDING = hashlib.shake_256(b"padding").hexdigest(60_000)
TORN_GZIP = gzip.compress("\n".join([row(id="torn", text=GOOD.upper()), row(id="b", text=PADDING)]).encode())
FURNITURE = "Skip to content\nMenu\nSign in\nSubscribe\nShare on Facebook\nTweet\nAdvertisement\nRelated articles\n"
LETTERS = bytes(range(256)) * 64

CASES = [
    Case("empty file", put("page.txt", b""), ("page.txt", "is empty")),
    Case("only white space", put("page.txt", " \n\t\n" * 50), ("page.txt", "is empty")),
    Case("only NULs", put("page.txt", b"\x00" * 5000), ("page.txt", "is empty")),
    Case("only a byte order mark", put("page.txt", b"\xef\xbb\xbf\n"), ("page.txt", "white space")),
    Case("every byte", put("page.txt", LETTERS), ("page.txt", "binary")),
    Case("a picture", put("page.html", b"\x89PNG\r\n\x1a\n" + LETTERS), ("page.html", "a PNG picture")),
    Case("a PDF", put("page.txt", b"%PDF-1.7\n" + LETTERS), ("page.txt", "a PDF document")),
    Case("a zip archive", zipped, (), used=True),
    Case("a program", put("page", b"\x7fELF" + LETTERS), ("page", "a program")),
    Case("a feed", put("f.xml", "<rss version='2.0'><channel/></rss>"), ("f.xml", "an RSS feed", "without entries")),
    Case("a web archive", put("day.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"), ("day.warc", "no record")),
    Case("newswire XML", put("i.xml", "<?xml version='1.0'?><newsItem/>"), ("i.xml", "a NewsML-G2 item")),
    Case("newswire JSON", put("i.json", row(uri="u", versioncreated="x")), ("i.json", "an ninjs item")),
    Case("a style sheet", put("a.css", "p { color: red }"), ("a.css", "a style sheet")),
    Case("gzip twice", put("a.gz", gzip.compress(gzip.compress(b"x"))), ("a.gz", "compressed twice")),
    Case("gzip cut short", put("a.txt.gz", gzip.compress(GOOD.encode())[:-30]), ("a.txt.gz", "damaged")),
    Case("gzip'd rows cut short", put("a.jsonl.gz", TORN_GZIP[:-2000]), ("a.jsonl.gz", "damaged"), used=True),
    Case("gzip of nothing", put("a.gz", gzip.compress(b"")), ("a.gz", "is empty")),
    Case(
        "wrong encoding",
        put("page.html", SHELL.replace("<head>", "<head><meta charset=utf-8>").encode() % ARTICLE.encode("utf-16-le")),
        (),
        used=True,
    ),
    Case("bytes that are no UTF-8", put("page.txt", GOOD.replace("Dorn", "Dörn").encode("cp1252")), (), used=True),
    Case(
        "a cut character", put("page.txt", GOOD.replace("Dorn", "Dörn").encode() + b"\xe2\x80"), ("\ufffd",), used=True
    ),
    Case("UTF-16", put("page.txt", GOOD.replace("harbour", "airport").encode("utf-16")), (), used=True),
    Case("UTF-16 cut in half", put("page.txt", GOOD.encode("utf-16")[:-1]), ("page.txt", "1 character"), used=True),
    Case("a NUL", put("page.txt", GOOD.replace("widen", "wi\x00den")), ("page.txt", "\ufffd"), used=True),
    Case("a NUL in a page", put("page.html", SHELL % ARTICLE.replace("widen", "wi\x00den")), ("page.html",), used=True),
    Case("half a pair", rows(row(id="half", text=GOOD + " \ud83d")), ("rows.jsonl:1", "\ufffd"), used=True),
    Case("half a pair as the id", rows(row(id="\ud83d", text=GOOD)), (), used=True),
    Case("half a pair as the title", rows(row(id="t", title="\udc00", text=GOOD)), (), used=True),
    Case("a NUL as the id", rows(row(id="\x00", text=GOOD.upper())), (), used=True),
    Case("line 17 malformed", rows(*[""] * 16, '{"id": "x", "text": "never', ""), ("rows.jsonl:17", "no valid JSON")),
    Case("a row cut short", rows(row(id="a", text=GOOD)[:-3]), ("rows.jsonl:1", "no valid JSON")),
    Case(
        "rows that are no objects", rows("[1]", '"x"', "3", "null"), ("rows.jsonl:1", "a list", "rows.jsonl:4", "null")
    ),
    Case("a row without text", rows(row(id="a", body=GOOD)), ("rows.jsonl:1", "neither text nor html", "body")),
    Case("text of a wrong type", rows(row(id="a", text=[GOOD])), ("rows.jsonl:1", "its text is a list")),
    Case("text that is null", rows(row(id="a", text=None)), ("rows.jsonl:1", "neither text nor html")),
    Case("text that is empty", rows(row(id="a", text="", html=" ")), ("rows.jsonl:1", "is empty")),
    Case(
        "fields of wrong types",
        rows(row(id={}, text=GOOD, url=3, publisher=[], published_at=True, title={"a": 1})),
        ("its id is an object", "its url is a number", "its publisher is a list", "its title is an object"),
        used=True,
    ),
    Case("an address that can't be taken apart", rows(row(id="a", text=GOOD, url="http://[x")), ("no address",), True),
    Case("a date that is none", rows(row(id="d", text=GOOD, published_at="the day after")), (), used=True),
    Case(
        "one id for two pages",
        rows(row(id="a", text=GOOD + "One."), row(id="a", text=GOOD + "Two.")),
        ("its id a is another page's too",),
        used=True,
    ),
    Case("one page twice", twice, ("twice.txt", "the same page"), used=True),
    Case("JSON nested too deep", put("a.json", "[" * 100_000), ("a.json", "nested too deep")),
    Case("rows nested too deep", rows('{"text":' + "[" * 100_000), ("rows.jsonl:1", "no valid JSON")),
    Case("a number too long", rows('{"id": ' + "9" * 6000 + ', "text": "x"}'), ("rows.jsonl:1", "no valid JSON")),
    Case("JSON that is none", put("a.json", "not json"), ("a.json", "no valid JSON")),
    Case("JSON that is a word", put("a.json", '"word"'), ("a.json", "a string, not an object")),
    Case("a file that isn't there", lambda folder: folder / "nowhere.html", ("nowhere.html", "no such file")),
    Case("a folder that isn't there", lambda folder: f"{folder}/nowhere/", ("nowhere", "no such file")),
    Case("a file as a folder", lambda folder: f"{put('a.txt', GOOD)(folder)}/b.txt", ("a.txt/b.txt", "can't be read")),
    Case("an empty folder", empty_folder, ("pages", "has no files")),
    Case("a name with a NUL", lambda folder: f"{folder}/a\x00b.txt", ("a\ufffdb.txt", "null byte")),
    Case("a name too long", lambda folder: folder / ("a" * 5000), ("File name too long",)),
    Case("a name that is no UTF-8", name_not_utf8, ("page\ufffd.txt", "is empty")),
    Case("a pipe that nobody writes to", pipe, ("page.txt", "no regular file")),
    Case("a device", lambda _: "/dev/zero", ("/dev/zero", "no regular file")),
    Case("a dangling link", dangling, ("page.txt", "no such file")),
    Case("a link to itself", link_to_itself, ("page.txt", "can't be read")),
    Case("a loop of folders", loop_of_folders, ("back", "not entered again")),
    Case("deep folders", deep_folders, ("empty.txt", "is empty")),
    Case("an address that is none", lambda _: "https://", ("https://", "can't be fetched")),
    Case("nothing on the standard input", lambda _: "-", ("stdin", "is empty")),
    Case(
        "a page with no article", put("page.html", SHELL % "<nav><a href=/>Home</a></nav>"), ("page.html", "no article")
    ),
    Case("a page with no text", put("page.html", SHELL % "<script>let a = 1</script>"), ("page.html", "no article")),
    Case("only furniture", put("page.txt", FURNITURE), ("page.txt", "no article")),
    Case(
        "unclosed everything",
        put("page.html", "<html><body><div><table><tr><td>" + ARTICLE.replace("</", "<x ")),
        (),
        True,
    ),
    Case("an unclosed script", put("page.html", SHELL % (ARTICLE + "<script>var x = '")), (), used=True),
    Case("an unclosed comment", put("page.html", "<html><body>" + ARTICLE + "<!-- " + "x" * 9999), (), used=True),
    Case("a tag without end", put("page.html", "<html><body>" + ARTICLE + "<a href='" + "x" * 9999), (), used=True),
    Case("text that looks like JSON", put("a.txt", "[Ilsen] " + GOOD), (), used=True),
    Case("terminal escapes", put("a.txt", GOOD.replace("harbour", "\x1b[31mharbour\x1b[0m\x07")), (), used=True),
]

PICTURE = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 9000}">'

HEAVY = [
    Case("HTML nested 100,000 deep", put("deep.html", SHELL % ("<div>" * 100_000 + ARTICLE + "</div>" * 100_000))),
    Case("inline HTML nested 100,000 deep", put("deep.html", SHELL % ("<b><i>" * 50_000 + ARTICLE))),
    Case("tables nested 100,000 deep", put("deep.html", SHELL % ("<table><tr><td>" * 33_000 + ARTICLE))),
    Case("lists nested 100,000 deep", put("deep.html", SHELL % ("<ul><li>" * 50_000 + ARTICLE))),
    Case("megabytes of <", put("page.html", "<" * 3_000_000)),
    Case("megabytes of <a in a page", put("page.html", SHELL % ("<a " * 1_000_000))),
    Case("one line of megabytes", put("page.txt", SENTENCE * 30_000)),
    Case("one word of megabytes", put("page.txt", "a" * 3_000_000)),
    Case("megabytes of short lines", put("page.txt", "Home\nNews\n" * 300_000)),
    Case("megabytes of quotation marks", put("page.txt", GOOD + '"' * 500_000)),
    Case("megabytes of digits", put("page.txt", GOOD + "1 " * 300_000)),
    Case("megabytes of white space", put("page.txt", GOOD + " " * 5_000_000 + "end")),
    Case("a page of 50 MB", put("page.html", SHELL % (ARTICLE + "<p>" + "x" * 50_000_000))),
    Case("a page with pictures inside", put("page.html", SHELL % (PICTURE * 40 + ARTICLE)), (), used=True),
    Case("a page of 70 MB", put("page.txt", b"a b " * 17_500_000), ("page.txt", "larger than 64 MB")),
    Case("a gzip bomb", put("page.html.gz", gzip.compress(b"<p>" * 70_000_000, 1)), ("page.html.gz", "larger than 64")),
]


@pytest.fixture(scope="session", autouse=True)
def models() -> None:
    """Loaded once, so that no case waits for them."""
    loaded = shared_models()
    assert all((loaded.lexicons, loaded.language, loaded.quotations))


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[list[str]], tuple[int, str, str]]:
    def call(arguments: list[str]) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO()))
        code = main(arguments)
        found = capsys.readouterr()
        assert "Traceback" not in found.err
        found.out.encode()
        return code, found.out, found.err

    return call


Call = Callable[[list[str]], tuple[int, str, str]]


def made(case: Case, folder: Path) -> list[str]:
    bad = folder / "bad"
    bad.mkdir()
    return str(case.make(bad)).split("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_rest_is_processed(case: Case, tmp_path: Path, run: Call) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    code, out, err = run(["brief", "--json", *made(case, tmp_path), str(good)])
    assert code == 0
    dossiers = [json.loads(line) for line in out.splitlines()]
    reports = [report["id"] for dossier in dossiers for report in dossier["reports"]]
    assert "good" in reports
    assert (len(reports) > 1) == case.used
    for words in case.says:
        assert words in err
        assert not case.says or any(dossier["issues"] for dossier in dossiers)


@pytest.mark.parametrize("case", [case for case in CASES if not case.used], ids=lambda case: case.name)
def test_alone_it_is_nothing_usable(case: Case, tmp_path: Path, run: Call) -> None:
    code, out, err = run(["clean", "--json", *made(case, tmp_path)])
    assert code == 1
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines
    assert all({"stage", "code", "message"} <= line.keys() for line in lines)
    for words in case.says:
        assert words in err


@pytest.mark.parametrize("case", HEAVY, ids=lambda case: case.name)
def test_heavy_input_ends(case: Case, tmp_path: Path, run: Call) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD)
    paths = made(case, tmp_path)
    start = time.monotonic()
    code, out, err = run(["annotate", "--json", *paths, str(good)])
    assert time.monotonic() - start < PATIENCE
    assert code == 0
    found = [json.loads(line) for line in out.splitlines()]
    assert "good" in [report["id"] for report in found]
    if case.used:
        assert [report["id"] for report in found if "quotations" in report and len(report["text"]) > 200] == [
            "page",
            "good",
        ]
    for words in case.says:
        assert words in err


def test_a_folder_that_can_not_be_entered(tmp_path: Path, run: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "good.txt").write_text(GOOD)
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    code, out, err = run(["brief", "--json", str(tmp_path)])
    assert code == 0
    assert "shut: can't be read (Permission denied)" in err
    assert json.loads(out)["story"]["report_count"] == 1


@pytest.mark.usefixtures("socket_enabled")
def test_an_address_that_nobody_answers(tmp_path: Path, run: Call) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    code, out, err = run(["clean", "--json", "http://127.0.0.1:9/a.html", str(tmp_path)])
    assert code == 0
    assert "http://127.0.0.1:9/a.html: can't be fetched" in err
    assert len(out.splitlines()) == 2


def test_a_file_that_can_not_be_opened(tmp_path: Path, run: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "shut.txt").write_text(GOOD)
    real = open

    def refusing(path: str, mode: str = "r") -> object:
        if str(path).endswith("shut.txt"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, mode)

    monkeypatch.setattr("crosswire.read.source.open", refusing, raising=False)
    code, _, err = run(["clean", "--json", str(tmp_path)])
    assert code == 0
    assert "shut.txt: can't be read (Permission denied)" in err


def test_a_small_file_that_unpacks_to_a_giant_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("crosswire.read.source.MAX_STREAM", 100_000)
    text = "The ferry left Port Linden on Tuesday, the harbour office said. " * 9
    lines = "".join(json.dumps({"id": str(n), "text": f"{text} {n}"}) + "\n" for n in range(1000))
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    main(["clean", str(tmp_path), "--json"])
    told = capsys.readouterr()
    assert "bomb.jsonl.gz" in told.err
    assert "larger than" in told.err
    assert 0 < len(told.out.splitlines()) < 1000
