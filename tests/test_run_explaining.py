"""`clean --explain`: every line of a page with its fate and the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosswire.cli import main

PAGE = """\
Home | Sport | Weather
Storm closes the bridge at Ostra
By Anna Lund

OSTRA (NPA) — The old bridge at Ostra was closed on Tuesday after a storm tore off part of its railing, the mayor said.

“Nobody was hurt, and nobody should try to cross it,” said the mayor, Timo Hill, who had the road to it blocked.

Workers began in the afternoon to look for cracks in its eastern pier, which had been mended two years before.
Share this article
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "storm.txt"
    file.write_text(PAGE, "utf-8")
    return file


def test_a_person_sees_every_line_with_its_mark(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "--explain", str(page)]) == 0
    shown = capsys.readouterr().out.splitlines()
    numbered = [line for line in shown if line[:5].strip().isdigit()]
    assert [line[6] for line in numbered] == ["-", "=", "-", "+", "+", "+", "-"]
    assert "stock phrase “share this”" in numbered[-1]
    assert any("published: not known (unknown" in line for line in shown)


def test_rows_say_where_each_line_stands_on_the_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "--explain", "--json", str(page)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [PAGE[row["start"] : row["end"]] for row in rows] == [row["words"] for row in rows]
    assert [row["line"] for row in rows if row["kept"]] == [4, 5, 6]
    assert [row["kind"] for row in rows] == ["navigation", "headline", "byline", "text", "text", "text", "sharing"]
    assert all(row["why"] and isinstance(row["odds"], float) for row in rows)


def test_a_page_without_a_report_says_why_and_shows_its_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "menu.txt"
    file.write_text("Home\nSport\nWeather\n", "utf-8")
    assert main(["clean", "--explain", str(file)]) == 1
    shown = capsys.readouterr().out
    assert "menu.txt: no article found" in shown
    assert [line[6] for line in shown.splitlines() if line[:5].strip().isdigit()] == ["-", "-", "-"]
