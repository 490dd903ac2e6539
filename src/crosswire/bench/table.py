"""The measures by name, run one after the other, as one table; floors beside them."""

from __future__ import annotations

import importlib
import platform
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from crosswire.bench.measure import Figure
from crosswire.errors import DataError, UsageError

# What `crosswire bench NAME` accepts, in the order of the route: the module of this folder that measures it.
MEASURES = (
    "clean", "quotations", "times", "figures", "stories", "origins", "lineage", "scale", "actors", "points", "brief",
    "speed",
)  # fmt: skip
# What is measured only when it is named: the first two take some ten minutes each, the second gigabytes.
LONG = ("ledger", "scale_million", "kept")
# What measures cost and memory of the whole: by itself, after the others, when those run side by side.
ALONE = ("speed", "ledger", "scale_million")


def measure(names: Sequence[str], data: Path, processes: int = 1) -> tuple[Figure, ...]:
    """The figures of the named measures ("all" for every one but the LONG ones), in the order of the route.

    With two `processes` or more, that many measures run side by side, each in a process of its own; those of ALONE
    after them, one by one.

    Raises UsageError for a name that does not exist, DataError when the evaluation data is not at `data`.
    """
    unknown = [name for name in names if name not in (*MEASURES, *LONG, "all")]
    if unknown:
        raise UsageError(f"no measure called {', '.join(unknown)}; there are: {', '.join((*MEASURES, *LONG))}, all")
    if not data.is_dir():
        raise DataError(f"no evaluation data at {data}: set CROSSWIRE_DATA to the folder that holds data/ and points/")
    wanted = [name for name in (*MEASURES, *LONG) if name in names or ("all" in names and name in MEASURES)]
    together = [name for name in wanted if name not in ALONE] if processes > 1 else []
    found: dict[str, tuple[Figure, ...]] = {}
    if together:
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            found = dict(zip(together, pool.map(_module_figures, together, [data] * len(together)), strict=True))
    for name in wanted:
        found[name] = found.get(name) or _module_figures(name, data)
    return tuple(figure for name in wanted for figure in found[name])


def _module_figures(name: str, data: Path) -> tuple[Figure, ...]:
    return tuple(importlib.import_module(f"crosswire.bench.{name}").measure(data))


def as_markdown(figures: Iterable[Figure]) -> str:
    """A Markdown table, one row a figure."""
    head = ["| measure | crosswire | beside it | its figure | note |", "|---|---|---|---|---|"]
    body = [
        f"| {f.name} | {_number(f.value, f.unit)} | {f.rival_name or ''} | {_number(f.rival, f.unit)} | {f.note} |"
        for f in figures
    ]
    return "\n".join([*head, *body]) + "\n"


def machine() -> str:
    """The machine in a line: processors, Python, system. No names, no paths."""
    import os

    return f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {platform.system()}"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return (
        f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3f} {unit}".strip() if not unit else f"{value:.2f} {unit}"
    )


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor (or above its ceiling), or one that was to be measured and is missing."""

    name: str
    value: float | None
    bound: float

    def __str__(self) -> str:
        found = "was not measured" if self.value is None else f"is {self.value:.3f}"
        return f"{self.name} {found}; its bound is {self.bound}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What figures must not fall below, and what they must not rise above, by their names."""

    floors: Mapping[str, float] = field(default_factory=dict)
    ceilings: Mapping[str, float] = field(default_factory=dict)


def read_bounds(path: Path) -> Bounds:
    """The bounds of a TOML file with the tables `[floors]` and `[ceilings]`. Raises DataError that names the file."""
    try:
        bounds = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"floors {path}: {error}") from error
    return Bounds(bounds.get("floors", {}), bounds.get("ceilings", {}))


def shortfalls(figures: Iterable[Figure], bounds: Bounds, names: Sequence[str]) -> tuple[Shortfall, ...]:
    """Every bound of the named measures that does not hold; one whose figure was not measured does not hold either."""
    measured = {figure.name: figure.value for figure in figures}
    found: list[Shortfall] = []
    for table, sign in ((bounds.floors, 1), (bounds.ceilings, -1)):
        for name, bound in table.items():
            measure_of = name.split(".")[0]
            if measure_of not in names and ("all" not in names or measure_of in LONG):
                continue
            value = measured.get(name)
            if value is None or sign * value < sign * bound:
                found.append(Shortfall(name, value, bound))
    return tuple(found)
