"""The bench of large stories: one tiny story from annotation to files, and how growth is told."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from crosswire.bench import ledger
from crosswire.model.annotation import Annotation, Sentence
from crosswire.model.report import Paragraph, Report

TEXT = "The Orlo dam broke above Velden on Monday."
COST = {"reports": 100, "sentences": 2_000, "words": 50_000, "points": 500, ".html": 3.0, ".json": 3.0, "memory": 300}


def annotated(id: str) -> ledger.Annotated:
    report = Report(id, TEXT, (Paragraph(0, len(TEXT)),))
    return report, Annotation(id, (Sentence(0, len(TEXT), 0),))


def test_a_story_is_told_with_what_it_cost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "2").write_bytes(pickle.dumps([annotated("b"), annotated("a")]))
    ledger.tell(str(tmp_path), 2)
    cost = json.loads(capsys.readouterr().out)
    assert (cost["reports"], cost["sentences"], cost["words"]) == (2, 2, 16)
    assert cost["seconds"] >= cost["relate"] > 0
    assert cost["memory"] > 0
    assert 0 < cost[".json"] < 1
    assert 0 < cost[".html"] < 1


def test_growth_is_one_where_cost_grows_as_n_log_n() -> None:
    costs = {100: COST | {"seconds": 2.0}, 1_000: COST | {"reports": 1_000, "words": 500_000, "seconds": 30.0}}
    (figure,) = ledger._growth(costs)
    assert figure.name == "ledger.growth"
    assert figure.value == pytest.approx(1.0)  # 1,000 reports have one and a half times the logarithm of 100
    assert "a word costs 1.50 times as much" in figure.note
