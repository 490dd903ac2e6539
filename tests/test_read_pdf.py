"""PDF documents: paragraphs from lines, and documents that can't be read."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.containers import pdf as pdf_module
from crosswire.read.containers.pdf import Line, paragraphs
from crosswire.read.paths import read_pages

Placed = tuple[float, float, float, str]


def document(*pages: Sequence[Placed], more: str = "") -> bytes:
    """A PDF with these lines: left, bottom, size, words."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F1 {size} Tf {x} {y} Td ({escaped(words)}) Tj ET\n" for x, y, size, words in lines)
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        fonts = "<</Font<</F1 3 0 R>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources{fonts}>>"
        )
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return assembled([data.encode("cp1252") for data in objects], more)


def assembled(objects: Sequence[bytes], more: str = "") -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{more}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(left: float, top: float, *lines: str, size: float = 10) -> list[Placed]:
    return [(left, top - 12 * n, size, words) for n, words in enumerate(lines)]


def read(path: Path, data: bytes) -> tuple[list[Page], list[Issue]]:
    path.write_bytes(data)
    found = list(read_pages([str(path)], stdin=io.BytesIO()))
    return [item for item in found if isinstance(item, Page)], [item for item in found if isinstance(item, Issue)]


needs_library = pytest.mark.usefixtures("library")


@pytest.fixture
def library() -> None:
    pytest.importorskip("pypdfium2")


HEAD: Placed = (50, 800, 18, "Council backs harbour plan")
FIRST = (
    "The town council of Port Ilsen voted on Monday evening to widen the har-",
    "bour, Mayor Ilka Dörr said after a meeting that lasted until midnight and",
    "ended in a vote of nine to four.",
)
SECOND = ("“We have waited for eleven years,” she told reporters (outside the hall).",)


@needs_library
def test_paragraphs_of_a_page(tmp_path: Path) -> None:
    data = document([HEAD, *column(50, 770, *FIRST), *column(50, 722, *SECOND)])
    (page,), issues = read(tmp_path / "plan.pdf", data)
    assert page.body == "\n\n".join(
        [
            "Council backs harbour plan",
            "The town council of Port Ilsen voted on Monday evening to widen the har-bour, Mayor Ilka Dörr said after "
            "a meeting that lasted until midnight and ended in a vote of nine to four.",
            "“We have waited for eleven years,” she told reporters (outside the hall).\n",
        ]
    )
    assert (page.id, page.markup, page.title, issues) == ("plan", False, None, [])


@needs_library
def test_running_lines_do_not_tear_a_paragraph(tmp_path: Path) -> None:
    def page(number: int, *lines: str) -> list[Placed]:
        foot: Placed = (280, 20, 8, f"Page {number} of 2")
        return [(50, 820, 8, "THE ILSEN LEDGER"), *column(50, 780, *lines), foot]

    (found,), _ = read(tmp_path / "a.pdf", document(page(1, *FIRST[:2]), page(2, *FIRST[2:], "", *SECOND)))
    texts = found.body.strip().split("\n\n")
    assert texts[0] == "THE ILSEN LEDGER"
    assert texts[1].endswith("until midnight and ended in a vote of nine to four.")
    assert texts[3:] == ["Page 1 of 2", "THE ILSEN LEDGER", "Page 2 of 2"]


def line(words: str, left: float, bottom: float, right: float, page: int = 0, height: float = 10) -> Line:
    return Line(page, words, left, right, bottom, bottom, height)


JOINS = [
    pytest.param([line("The council", 50, 700, 250), line("met again.", 50, 688, 250)], 1, id="line to line"),
    pytest.param([line("It met.", 50, 700, 120), line("It voted again", 50, 688, 250)], 2, id="a short line that ends"),
    pytest.param(
        [line("It had met here on", 50, 700, 160), line("Wednesday again", 50, 688, 170)],
        1,
        id="a short line that must",
    ),
    pytest.param([line("Council", 50, 700, 90), line("Nothing was said all day.", 50, 688, 190)], 2, id="a heading"),
    pytest.param(
        [
            line("By Ana Ruiz", 50, 700, 110),
            line("3 March 2031", 50, 688, 120),
            line("It met again that", 50, 676, 250),
        ],
        3,
        id="a byline and a date",
    ),
    pytest.param([line("It met on Monday.", 50, 700, 250), line("It voted", 62, 688, 250)], 2, id="an indent"),
    pytest.param(
        [line("It met on Monday", 62, 700, 250), line("and voted", 50, 688, 250)], 1, id="back from an indent"
    ),
    pytest.param([line("It met on", 50, 700, 250, height=16), line("Monday", 50, 688, 250)], 2, id="larger letters"),
    pytest.param(
        [
            line("Ostra closes", 90, 700, 200, height=22),
            line("Its Old Bridge for a Year", 50, 674, 250, height=22),
            line("The council met", 50, 648, 250),
            line("again on", 50, 636, 250),
            line("Monday.", 50, 624, 250),
        ],
        2,
        id="a headline of two lines",
    ),
    pytest.param([line("It met on", 50, 100, 250), line("Monday again.", 300, 700, 500)], 1, id="over columns"),
    pytest.param([line("It met on Monday.", 50, 100, 250), line("It voted.", 300, 700, 500)], 2, id="a new column"),
    pytest.param([line("It met on", 50, 100, 250), line("Monday again.", 50, 700, 250, 1)], 1, id="over pages"),
    pytest.param(
        [line("It met", 50, 700, 250), line("again.", 50, 688, 250), line("Later on", 50, 660, 250)], 2, id="a gap"
    ),
]


@pytest.mark.parametrize(("lines", "count"), JOINS)
def test_which_lines_belong_together(lines: list[Line], count: int) -> None:
    pages = [[line for line in lines if line.page == number] for number in range(lines[-1].page + 1)]
    found = paragraphs(pages)
    assert len(found) == count
    assert " ".join(found) == " ".join(line.words for line in lines)


def flate(data: bytes) -> bytes:
    return b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(data), data)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
ONE_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
BOMB = zlib.compress(b"BT /F1 9 Tf (x) Tj ET\n" * 20_000_000, 9)
FAULTS = [
    pytest.param(document([]), "OCR", id="no text"),
    pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 64, "damaged", id="noise"),
    pytest.param(b"%PDF-1.7\n", "damaged", id="nothing"),
    pytest.param(
        document([HEAD], more="/Encrypt<</Filter/Standard/V 1/R 2/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">/P -4>>"
                 "/ID[<41><41>]"), "password", id="encrypted",
    ),
    pytest.param(assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]), "", id="loop"),
]  # fmt: skip


@needs_library
@pytest.mark.parametrize(("data", "words"), FAULTS)
def test_what_can_not_be_read_says_why(tmp_path: Path, data: bytes, words: str) -> None:
    pages, (issue,) = read(tmp_path / "a.pdf", data)
    assert pages == []
    assert words in issue.message
    assert issue.file == str(tmp_path / "a.pdf")


@needs_library
def test_a_document_cut_short_gives_what_is_there_or_says_why(tmp_path: Path) -> None:
    whole = document([HEAD, *column(50, 770, *FIRST)])
    for part in (0.3, 0.6, 0.9):
        pages, issues = read(tmp_path / "a.pdf", whole[: int(len(whole) * part)])
        assert pages or issues


@needs_library
def test_a_bomb_costs_one_process_and_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "_PATIENCE", 1.5)
    kids = b"<</Type/Pages/Kids[5 0 R]/Count 1>>"
    data = assembled([b"<</Type/Catalog/Pages 2 0 R>>", kids, FONT, flate(BOMB), ONE_PAGE])
    start = time.monotonic()
    pages, issues = read(tmp_path / "a.pdf", data)
    assert time.monotonic() - start < 15
    assert pages or [issue.code for issue in issues] == ["unreadable"]


@needs_library
def test_pages_without_text_are_counted(tmp_path: Path) -> None:
    (page,), (issue,) = read(tmp_path / "a.pdf", document([HEAD], [], []))
    assert page.body == "Council backs harbour plan\n"
    assert (issue.code, issue.report) == ("partly-read", "a")
    assert "2 of 3 pages" in issue.message


def test_without_the_library_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "LIBRARY", "no_such_library")
    pages, (issue,) = read(tmp_path / "a.pdf", document([HEAD]))
    assert (pages, issue.code) == ([], "missing-library")
    assert "pip install 'crosswire[documents]'" in issue.message
