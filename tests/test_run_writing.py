"""A dossier that can't be written is an issue; the other forms and the other stories are written all the same."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from crosswire.errors import UsageError
from crosswire.model.dossier import Dossier
from crosswire.run import commands, output
from crosswire.run.commands import Run, Streams, brief
from crosswire.run.output import write_story
from dossiers import bare_dossier
from ferry_reports import make_report


def too_deep(dossier: Dossier) -> str:
    raise RecursionError("maximum recursion depth exceeded")


def story(id: str = "a") -> Dossier:
    return bare_dossier(make_report(id, "The ferry burned off Ilsen.", publisher="Ilsen Post"))


def test_a_form_that_cannot_be_made_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "FORMS", {**output.FORMS, ".html": too_deep})
    page, issues = write_story(story(), tmp_path, "ferry")
    assert page is None
    assert [(issue.stage, issue.code) for issue in issues] == [("write", "failed")]
    assert "RecursionError" in issues[0].message
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry.json", "ferry.md"]


def test_a_folder_that_cannot_be_written_to_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name another folder"):
        write_story(story(), tmp_path / "not-there", "ferry")


@pytest.mark.parametrize("failing", ["a", None])
def test_one_story_that_fails_does_not_lose_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str | None
) -> None:
    def some(dossier: Dossier) -> str:
        if failing in dossier.relations.story.reports:
            raise KeyError(failing)
        return "page"

    monkeypatch.setattr(output, "FORMS", {".html": some})
    monkeypatch.setattr(commands, "dossiers", lambda *_, **__: (story("a"), story("b")))
    streams = Streams(io.BytesIO(), io.StringIO(), io.StringIO())
    text = tmp_path / "in.txt"
    text.write_text("The ferry burned off Ilsen on Monday and nobody was hurt, the coast guard said.")
    brief(Run(streams), [str(text)], json=False, together=False, folder=tmp_path / "out")
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(made) == (2 if failing else 3)
    assert ("no page" in streams.out.getvalue()) == bool(failing)  # type: ignore[attr-defined]
    assert ("write failed on it" in streams.err.getvalue()) == bool(failing)  # type: ignore[attr-defined]


def test_a_dossier_that_cannot_be_printed_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(commands, "print_dossier", fails)
    monkeypatch.setattr(commands, "dossiers", lambda *_, **__: (story("a"),))
    out, err = io.StringIO(), io.StringIO()
    text = tmp_path / "in.txt"
    text.write_text("The ferry burned off Ilsen on Monday and nobody was hurt, the coast guard said.")
    brief(Run(Streams(io.BytesIO(), out, err)), [str(text)], json=False, together=False, folder=None)
    assert out.getvalue() == ""
    assert "write failed on it (ValueError: odd)" in err.getvalue()
