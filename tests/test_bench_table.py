"""The table of measures: names, floors, and how figures are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosswire.bench.measure import Figure
from crosswire.bench.table import Bounds, as_markdown, measure, read_bounds, shortfalls
from crosswire.errors import DataError, UsageError

FIGURES = (Figure("times.value", 0.76, "a rival", 0.13), Figure("speed.seeds", 0.4, unit="s"))


def test_a_figure_below_its_floor_or_above_its_ceiling_falls_short() -> None:
    bounds = Bounds({"times.value": 0.8}, {"speed.seeds": 0.3})
    assert [s.name for s in shortfalls(FIGURES, bounds, ["all"])] == ["times.value", "speed.seeds"]
    assert shortfalls(FIGURES, Bounds({"times.value": 0.76}, {"speed.seeds": 0.4}), ["all"]) == ()


def test_a_figure_that_was_not_measured_falls_short() -> None:
    (found,) = shortfalls(FIGURES, Bounds({"times.strict": 0.5}), ["times"])
    assert "was not measured" in str(found)


def test_only_the_named_measures_are_held_to_their_floors() -> None:
    assert shortfalls((), Bounds({"times.value": 0.8}), ["speed"]) == ()


def test_bounds_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[floors]\n"times.value" = 0.7\n[ceilings]\n"speed.seeds" = 5\n')
    assert read_bounds(path) == Bounds({"times.value": 0.7}, {"speed.seeds": 5})
    with pytest.raises(DataError, match="nowhere"):
        read_bounds(tmp_path / "nowhere.toml")


def test_an_unknown_measure_and_missing_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tides"):
        measure(["tides"], tmp_path)
    with pytest.raises(DataError, match="CROSSWIRE_DATA"):
        measure(["times"], tmp_path / "nowhere")


def test_the_table_has_a_row_for_each_figure() -> None:
    lines = as_markdown(FIGURES).splitlines()
    assert len(lines) == 2 + len(FIGURES)
    assert "| times.value | 0.760 | a rival | 0.130 |" in lines[2]
    assert "0.40 s" in lines[3]


def test_the_projects_floors_name_figures_of_measures() -> None:
    from crosswire.bench.table import LONG, MEASURES

    bounds = read_bounds(Path(__file__).parent.parent / "bench/floors.toml")
    names = {name.split(".")[0] for name in (*bounds.floors, *bounds.ceilings)}
    assert set(MEASURES) <= names <= {*MEASURES, *LONG}


def test_bounds_of_a_long_measure_hold_where_it_is_named() -> None:
    bounds = Bounds({}, {"ledger.seconds.600": 180})
    assert shortfalls((), bounds, ["all"]) == ()
    assert [s.name for s in shortfalls((), bounds, ["all", "ledger"])] == ["ledger.seconds.600"]


def test_side_by_side_a_missing_file_is_named_too(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"score_times.*CROSSWIRE_DATA"):
        measure(["times", "actors"], tmp_path, processes=2)
