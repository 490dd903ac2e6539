"""How grouping and origins are measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosswire.bench import origins, stories
from crosswire.bench.stories import pair_scores
from crosswire.errors import DataError


@pytest.mark.parametrize(
    ("found", "scores"),
    [
        ({"a": "1", "b": "1", "c": "2"}, (1.0, 1.0)),
        ({"a": "1", "b": "1", "c": "1"}, (1 / 3, 1.0)),
        ({"a": "1", "b": "2", "c": "3"}, (0.0, 0.0)),
        ({}, (0.0, 0.0)),
    ],
)
def test_pair_scores(found: dict[str, str], scores: tuple[float, float]) -> None:
    assert pair_scores({"a": "x", "b": "x", "c": "y"}, found)[:2] == pytest.approx(scores)


@pytest.mark.parametrize("module", [stories, origins])
def test_missing_data_names_the_folder(module: object, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=str(tmp_path)):
        tuple(module.measure(tmp_path))  # type: ignore[attr-defined]
