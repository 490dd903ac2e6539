"""The form of a measurement: one figure of crosswire's and, beside it, a rival's from the same run."""

from __future__ import annotations

import gc
import gzip
import importlib.util
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from crosswire.errors import DataError

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `name` is stable ("quotations.whole.overlap") and keys the floor in bench/floors.toml.

    `value` is crosswire's; `rival_name`/`rival` a rival or simple baseline measured in the same run on the same
    data, None where it is not installed. `unit` is "" for a score between 0 and 1. `note`: size and part of the data.
    """

    name: str
    value: float
    rival_name: str | None = None
    rival: float | None = None
    unit: str = ""
    note: str = ""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzip'd JSON-lines file of the evaluation data. Raises DataError that names the file."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    except OSError as error:
        raise DataError(f"evaluation data {path}: {error}; set CROSSWIRE_DATA to the folder that holds it") from error


def scorer(folder: Path, name: str) -> ModuleType:
    """A scorer of the evaluation data (`tools/{name}.py`), loaded from its file."""
    path = folder / "tools" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.exists():
        raise DataError(f"scorer {path} is missing; set CROSSWIRE_DATA to the folder that holds it")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seconds(work: Callable[[], object]) -> float:
    """The least of ROUNDS timings, in seconds of this process's clock: what others on the machine disturbed least."""
    found = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall, from counts."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0
