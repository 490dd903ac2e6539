"""A dossier on the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from crosswire.model.dossier import Dossier
from crosswire.model.relation import Status
from crosswire.write.terminal import print_dossier
from crosswire.write.vocabulary import HEADINGS
from dossiers import EDGES, rich_dossier
from hostile_dossier import HOSTILE, hostile


def printed(dossier: Dossier, *, width: int = 80, terminal: bool = False) -> str:
    stream = io.StringIO()
    print_dossier(dossier, Console(file=stream, width=width, force_terminal=terminal))
    return stream.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", EDGES)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_fit_and_are_plain(name: str, width: int) -> None:
    text = printed(EDGES[name](), width=width)
    assert "\x1b" not in text
    assert all(len(line) <= width for line in text.splitlines())
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("name", EDGES)
def test_no_walls(name: str) -> None:
    assert len(printed(EDGES[name]()).splitlines()) < 200


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine dead in Aldane ferry disaster",
        "5 reports · 4 origins · 6–7 May 2031",
        "[1] R3 Aldane Evening, 6 May, 19:20: ",
        "R3 Aldane Evening: Nine dead in Aldane ferry disaster, 6 May 2031, 19:20 (+02:00)",
        "1 Resting on somebody who is not named",
        "Not named, or known by office only a senior official, not named",
        "✕ Disputed (2)",
        "Rests on one voice: Elske Odell, carried by 3 origins.",
        "Disputed between actors: Jorun Hale, Brightwater Gas and Pell Ansgar.",
        "at least 4 (a) → 9 (b) dead: R1, R2, R3, R4 and R5",
        "Sun 4 May 2031 the barge had anchored two days earlier without telling the harbour",
        "R2 The Daily Tern, 86 % of its words from R1",
        "cited only: Strait Radio",
        "words differ: “We were given” R1 / “There was” R3",
        "Speaker not known",
        "courier-gallery.html: a page of photographs, no report",
    ],
)
def test_says(sentence: str) -> None:
    assert sentence in words(printed(rich_dossier()))


@pytest.mark.parametrize("code", ["single-voice", "single-origin", "corroborated", "None", "rich_"])
def test_never_a_code(code: str) -> None:
    assert code not in printed(rich_dossier())


def test_long_lists_say_by_how_much_they_were_cut() -> None:
    text = printed(EDGES["large"]())
    assert "… and 588 more\n" in text
    assert text.rstrip().endswith("Lists are cut. With -o and a folder, a page with all of it is written there.")
    assert "[3] and 597 more" in text


def test_a_source_is_one_line() -> None:
    lines = printed(EDGES["large"]()).splitlines()
    first = lines.index("SOURCES OF THE BRIEF") + 1
    assert lines[first].startswith("  [1] R1 Paper 0, from Origin 1, 1 June, 00:00: The bridge at Stony Reach")
    assert [line[:5] for line in lines[first : first + 4]] == ["  [1]", "  [2]", "  [3]", ""]


@pytest.mark.parametrize("status", [Status.DISPUTED, Status.SUPERSEDED])
def test_what_must_not_be_missed_is_never_cut(status: Status) -> None:
    dossier = rich_dossier()
    points = dossier.relations.points
    one = next(point for point in points if point.status is status)
    many = (*points, *(replace(one, id=f"p{n}") for n in range(100, 130)))
    text = printed(replace(dossier, relations=replace(dossier.relations, points=many)))
    found = sum(point.status is status for point in many)
    assert f"{HEADINGS[status]} ({found})" in text
    part = text[text.index(HEADINGS[status]) :]
    assert part.count(f"    · {HEADINGS[status][:8]}") >= found


def test_what_rests_on_nobody_named_stands_before_what_is_agreed() -> None:
    text = printed(rich_dossier())
    assert text.index("Disputed (") < text.index("who is not named") < text.index("Agreed by independent")


@pytest.mark.parametrize("bad", HOSTILE)
def test_a_page_can_not_style_the_terminal(bad: str) -> None:
    text = printed(hostile(bad))
    text.encode("utf-8")
    assert not {"\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066"} & set(text)


def test_markup_and_emoji_of_the_console_stay_text() -> None:
    text = words(printed(hostile("[bold]rich[/bold] :smile:")))
    assert "[bold]rich[/bold] :smile:" in text


def test_a_terminal_gets_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1m" in printed(rich_dossier(), terminal=True)
