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


def test_what_is_missing_has_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "storm.txt"
    file.write_text(PAGE.replace("Anna Lund", "Our Correspondent"), "utf-8")
    assert main(["clean", "--explain", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "  published: not known (unknown, no date is given" in shown
    assert "  by: not known (“By Our Correspondent” names no person)" in shown
    assert "  publisher: not known (none is given" in shown


def test_a_rule_that_the_odds_outweigh_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = "".join(f"<p>{day} March 2026</p><p>The council of Ostra met for hours that day.</p>" for day in range(1, 9))
    file = tmp_path / "days.html"
    file.write_text(f"<html><body><h1>A week in Ostra</h1><article>{days}</article></body></html>", "utf-8")
    assert main(["clean", "--explain", str(file)]) == 0
    assert "reads as the report although its words show: a date and nothing else (date)" in capsys.readouterr().out


def test_lines_of_a_text_that_is_not_judged_are_not_explained(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "--explain", "--as-text", str(page)]) == 2
    assert "--as-text judges none" in capsys.readouterr().err
