"""The command line: what goes where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import crosswire
from crosswire.cli import main
from crosswire.errors import InputError
from crosswire.model.page import Page
from crosswire.model.report import Report

FIRST = """Council backs harbour plan

PORT ILSEN — The town council voted on Monday to widen the harbour, Mayor Ilka Dorn said.

"We have waited for eleven years and will not wait for another one," she told reporters after the meeting.

The work will cost 40 million crowns and is to begin in June, according to the harbour office.
"""
SECOND = """Museum finds lost map in a piano

KARSUND — A map that had been missing since 1931 has been found inside a piano at the National Museum.

Curator Edvin Sool said a tuner had noticed it on Friday. "It rattled," Sool said.
"""

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: str | Path, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(stdin.encode())))
        code = main([str(argument) for argument in arguments])
        found = capsys.readouterr()
        return code, found.out, found.err

    return call


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "harbour.txt").write_text(FIRST)
    (folder / "map.txt").write_text(SECOND)
    return folder


@pytest.mark.parametrize("arguments", [["--help"], ["brief", "--help"], ["--version"]])
def test_help_is_a_result(run: Call, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert code == 0
    assert out
    assert err == ""


@pytest.mark.parametrize(
    "arguments",
    [[], ["brief"], ["brief", "--no-such-option", "x"], ["frobnicate"], ["bench"], ["bench", "no-such-measure"]],
)
def test_wrong_usage(run: Call, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "crosswire" in err


def test_help_and_import_are_light() -> None:
    program = (
        "import sys, crosswire, crosswire.cli; crosswire.cli.main(['--help']);"
        "print([m for m in ('spacy', 'numpy', 'trafilatura', 'rich', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_clean_gives_a_line_for_every_page(run: Call, pages: Path) -> None:
    (pages / "empty.txt").write_text("")
    code, out, err = run("clean", pages, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line.get("id") or line["code"] for line in lines] == ["empty", "harbour", "map"]
    assert "empty.txt: is empty" in err
    assert "2 reports, 1 issue" in err


def test_annotate_finds_and_names(run: Call, pages: Path) -> None:
    code, out, _ = run("annotate", pages / "harbour.txt", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["id"] == "harbour"
    for kind in ("sentences", "mentions", "quotations", "figures", "times"):
        assert found[kind], kind
    for quotation in found["quotations"]:
        for passage in (*quotation["content"], quotation["source"], quotation["cue"]):
            assert found["text"][passage["start"] : passage["end"]] == passage["words"]


def test_as_text_leaves_the_text_as_it_is(run: Call) -> None:
    text = "Share this\n\n  Dorn said:\t“No.”  \r\n\r\nMenu\n"
    code, out, _ = run("annotate", "-", "--as-text", "--json", stdin=text)
    assert code == 0
    assert json.loads(out)["text"] == text
    code, out, _ = run("clean", "-", "--as-text", "--json", stdin=text)
    assert json.loads(out)["text"] == text


def test_group_gives_a_line_for_every_story(run: Call, pages: Path) -> None:
    code, out, err = run("group", pages, "--json")
    stories = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert sorted(story["reports"] for story in stories) == [["harbour"], ["map"]]
    assert all(story["id"] and story["why"] is not None for story in stories)
    assert "2 stories" in err


@pytest.mark.parametrize("command", ["clean", "annotate", "group"])
def test_without_json_a_person_can_read_it(run: Call, pages: Path, command: str) -> None:
    code, out, _ = run(command, pages)
    assert code == 0
    assert "harbour: Council backs harbour plan" in out
    assert not out.startswith("{")


def test_brief_gives_a_dossier_for_every_story(run: Call, pages: Path) -> None:
    code, out, _ = run("brief", pages, "--json")
    assert code == 0
    assert [json.loads(line)["schema"] for line in out.splitlines()] == ["crosswire.dossier/1"] * 2
    code, out, _ = run("brief", pages, "--json", "--one-story")
    (dossier,) = [json.loads(line) for line in out.splitlines()]
    assert dossier["story"]["report_count"] == 2


def test_brief_on_the_terminal(run: Call, pages: Path) -> None:
    code, out, _ = run("brief", pages / "harbour.txt")
    assert code == 0
    assert "Council backs harbour plan" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_brief_writes_a_folder(run: Call, pages: Path, tmp_path: Path) -> None:
    code, out, _ = run("brief", pages, "-o", tmp_path / "deep" / "out")
    assert code == 0
    written = sorted(path.suffix for path in (tmp_path / "deep" / "out").iterdir())
    assert written == [".html", ".html", ".html", ".json", ".json", ".md", ".md"]
    assert "index.html" in out
    for line in (path for path in (tmp_path / "deep" / "out").glob("*.json")):
        assert json.loads(line.read_text("utf-8"))["schema"] == "crosswire.dossier/1"


def test_a_folder_that_can_not_be_made(run: Call, pages: Path) -> None:
    code, out, err = run("brief", pages, "-o", pages / "map.txt" / "out")
    assert (code, out) == (2, "")
    assert "can't write to" in err


def test_order_of_the_paths_does_not_show(run: Call, pages: Path) -> None:
    paths = [pages / "harbour.txt", pages / "map.txt"]
    once = run("brief", *paths, "--one-story", "--json")[1]
    again = run("brief", *paths[::-1], "--one-story", "--json")[1]
    assert once == again


def test_demo_shows_the_sample(run: Call, tmp_path: Path) -> None:
    code, out, err = run("demo", "-o", tmp_path)
    assert code == 0
    assert str(tmp_path / "index.html") in out
    assert (tmp_path / "index.html").exists()
    assert "2 stories, 0 issues" in err
    for path in tmp_path.glob("*.json"):
        for report in json.loads(path.read_text("utf-8"))["reports"]:
            assert "/" not in report["file"]


def test_a_reader_that_stops_early_is_no_error(pages: Path) -> None:
    command = [sys.executable, "-m", "crosswire", "clean", str(pages), "--json"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_results_are_utf8_in_any_locale(pages: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "crosswire", "clean", str(pages), "--json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "PORT ILSEN —" in done.stdout.decode("utf-8")


def test_version_is_told_once(run: Call) -> None:
    assert run("--version")[1] == f"crosswire {crosswire.__version__}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(pages: Path) -> None:
    command = [sys.executable, "-m", "crosswire", "clean", str(pages), "--json"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "can't write the results" in done.stderr
    assert done.returncode == 1


def test_the_guides_python_runs(pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = (Path(__file__).parent.parent / "docs/guide.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", guide, re.S)
    (pages / "broken.pdf").write_bytes(b"%PDF-1.7 not a page")
    exec(compile(code.replace('"pages/"', repr(str(pages))), "guide.md", "exec"), {})
    assert re.search(r"\. \['(?:harbour|map)'\]$", capsys.readouterr().out, re.M)  # two unrelated reports: either opens


def test_reports_with_one_id_are_refused(pages: Path) -> None:
    found = [item for item in crosswire.clean(crosswire.read([pages])) if isinstance(item, Report)]
    with pytest.raises(InputError, match="harbour"):
        crosswire.dossier([*found, found[0]])


def test_the_public_face(pages: Path) -> None:
    found = crosswire.read([pages])
    reports = crosswire.clean([page for page in found if isinstance(page, Page)])
    usable = [report for report in reports if isinstance(report, Report)]
    assert [report.id for report in usable] == ["harbour", "map"]
    assert crosswire.annotate(usable[0]).quotations
    account = crosswire.dossier(usable)
    assert account.relations.story.reports == ("harbour", "map")


@pytest.mark.parametrize(
    "arguments",
    [["--length", "x"], ["--length", "0"], ["--since", "yesterday"], ["--about", ""], ["--since", "2031-13"]],
)
@pytest.mark.parametrize("command", ["brief", "demo"])
def test_what_cannot_be_asked_is_wrong_usage(run: Call, tmp_path: Path, command: str, arguments: list[str]) -> None:
    paths = [str(tmp_path)] if command == "brief" else []
    code, out, err = run(command, *paths, *arguments)
    assert (code, out) == (2, "")
    assert arguments[0] in err


def test_brief_about_an_actor_leaves_out_other_stories(run: Call, pages: Path) -> None:
    code, out, err = run("brief", pages, "--json", "--about", "Dorn", "--length", "1")
    (dossier,) = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert "1 story has no actor who is called Dorn" in err
    assert dossier["asked"]["length"] == {"sentences": 1, "words": None}
    assert dossier["asked"]["about"]["name"] == "Dorn"
    assert len(dossier["brief"]) == 1
    assert "Dorn" in dossier["brief"][0]["words"]


def test_an_actor_whom_nobody_names(run: Call, pages: Path) -> None:
    code, out, err = run("brief", pages, "--about", "Dohrn")
    assert (code, out) == (2, "")
    assert "no actor is called so" in err
    assert "Ilka Dorn" in err


def test_since_with_reports_that_have_no_time(run: Call, pages: Path) -> None:
    code, out, _ = run("brief", pages, "--since", "6h", "--one-story")
    assert code == 0
    assert "This is the whole account." in " ".join(out.split())
