"""Rows put right by hand as pages to train the line weights on."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from crosswire.errors import DataError

SCRIPT = Path(__file__).parents[1] / "training" / "furniture.py"
TEXT = "The harbour of Ostra was closed at noon."


@pytest.fixture(scope="module")
def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_furniture", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _row(page: str, start: int, words: str, *, kept: bool) -> str:
    return json.dumps({"page": page, "file": "a.txt", "start": start, "end": start + len(words), "words": words,
                       "kept": kept, "kind": None, "why": "by hand", "odds": 1.0})  # fmt: skip


def test_rows_are_pages(training: ModuleType, tmp_path: Path) -> None:
    rows = [_row("p1", 0, "Share", kept=False), _row("p2", 0, TEXT, kept=True), _row("p1", 6, TEXT, kept=True)]
    rows.append(_row("p1", 6 + len(TEXT) + 2, "Read more", kept=False))
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    first, second = training.corrected(path)
    assert [line.words for line in first.lines] == ["Share", TEXT, "Read more"]
    assert first.marks == (0, 1, 0)
    assert [line.gap for line in first.lines] == [True, False, True]
    assert second.marks == (1,)


@pytest.mark.parametrize(
    "row", ["{", "[]", '{"page": "p1"}', '{"page": "p", "start": 0, "end": 1, "words": "a", "kept": 1}']
)
def test_a_row_that_is_none_is_named(training: ModuleType, tmp_path: Path, row: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(_row("p1", 0, TEXT, kept=True) + "\n" + row + "\n", "utf-8")
    with pytest.raises(DataError, match=r"rows\.jsonl:2: "):
        list(training.corrected(path))
