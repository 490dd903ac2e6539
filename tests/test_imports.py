"""The import ladder: every room imports from the rungs below it only, and nothing goes round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import crosswire

SOURCE = Path(crosswire.__file__).parent

# errors ← model ← lexicons ← {the rooms} ← run ← bench ← cli. `sample` holds data only; `config` is read by cli.
# The public face (`crosswire` itself) stands at the top: it calls `run`.
ROOMS = ("read", "clean", "annotate", "group", "relate", "brief", "write")
RUNGS = (("errors",), ("model",), ("lexicons",), (*ROOMS, "sample"), ("run",), ("bench",), ("config",), ("cli",))
TOP = len(RUNGS)
RUNG = {room: number for number, rooms in enumerate(RUNGS) for room in rooms} | {"crosswire": TOP, "__main__": TOP}

# The core answers from its arguments alone.
CORE = ("clean", "annotate", "group", "relate", "brief")
IMPURE_MODULES = re.compile(
    r"(?:os|sys|socket|urllib|http|requests|random|secrets|time|tempfile|subprocess|threading|multiprocessing|asyncio"
    r"|shutil|glob|sqlite3|uuid|importlib)\b(?!\.parse$)"  # urllib.parse takes addresses apart and opens none
)
IMPURE_CALLS = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "open", "print", "input"})
# What loads a model or the lexicons is called by run, which hands them in; these modules hold such a loader.
LOADERS = {
    "crosswire.annotate.language",
    "crosswire.annotate.model",
    "crosswire.relate.points.piece_reader",
    "crosswire.relate.points.point_model",
    "crosswire.relate.tolls.toll_model",
}
IMPURE_CALLS |= {
    "load_lexicons",
    "load_language",
    "load_quotation_model",
    "load_point_model",
    "load_piece_network",
    "load_toll_model",
}
BROAD_RAISERS = ("run", "cli")

LONGEST_FILE = 500
NO_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "misc"})

FILES = sorted(SOURCE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = ("crosswire", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in FILES}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    return tuple((name, ast.parse(path.read_text("utf-8"), str(path))) for name, path in MODULES.items())


def imported(name: str, tree: ast.Module) -> Iterator[str]:
    """Every module that `name` imports anywhere in its file, also late and for type checking."""
    package = name if MODULES[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join([*package.split(".")[: len(package.split(".")) - node.level + 1], base]).rstrip(".")
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                if whole in MODULES:
                    yield whole
                # The version is a fact, not a module: whoever signs what it writes may ask for it.
                elif whole != "crosswire.__version__":
                    yield base


def own_imports() -> dict[str, set[str]]:
    return {
        name: {other for other in imported(name, tree) if other.split(".")[0] == "crosswire"} - {name}
        for name, tree in trees()
    }


def test_every_file_stands_on_a_rung() -> None:
    assert {room_of(name) for name in MODULES} <= RUNG.keys()


def test_arrows_go_down_the_ladder() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, others in own_imports().items()
        for other in sorted(others)
        if room_of(name) != room_of(other) and RUNG[room_of(name)] <= RUNG.get(room_of(other), TOP)
    ]
    assert wrong == []


def test_no_cycles() -> None:
    tuple(TopologicalSorter(own_imports()).static_order())


# What each folder of `relate` may know of the others.
RELATE = {
    "actors": (),
    "times": (),
    "tolls": (),
    "copies": (),
    "edits": ("copies",),
    "origins": ("copies", "edits"),
    "utterances": ("origins",),
    "points": ("copies", "edits", "origins"),
}


def test_folders_of_relate_know_each_other_in_one_direction() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, others in own_imports().items()
        for other in sorted(others)
        if (here := name.split(".")[2:3]) != (there := other.split(".")[2:3])
        and room_of(name) == room_of(other) == "relate"
        and here[0] in RELATE
        and there[0] != "sequences"
        and there[0] not in RELATE[here[0]]
    ]
    assert wrong == []
    folders = {path.parent.name for name, path in MODULES.items() if room_of(name) == "relate"} - {"relate"}
    assert folders == set(RELATE)


def test_files_are_short_and_named_for_what_they_hold() -> None:
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}
    assert [name for name in MODULES if NO_NAMES & set(name.split("."))] == []


def test_files_of_tests_are_as_short() -> None:
    lengths = {path.name: len(path.read_text("utf-8").splitlines()) for path in Path(__file__).parent.glob("*.py")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_the_core_imports_nothing_of_the_world() -> None:
    wrong = [
        f"{name} imports {other}"
        for name, tree in trees()
        if room_of(name) in CORE
        for other in imported(name, tree)
        if IMPURE_MODULES.match(other) and not (name in LOADERS and other.startswith("importlib"))
    ]
    assert wrong == []


def test_the_core_asks_no_clock_and_opens_nothing() -> None:
    wrong = [
        f"{name}:{node.lineno} calls {ast.unparse(node.func)}"
        for name, tree in trees()
        if room_of(name) in CORE
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).removeprefix("datetime.") in IMPURE_CALLS
    ]
    assert wrong == []


def test_broad_excepts_stand_only_at_the_borders() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        if room_of(name) not in BROAD_RAISERS
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
    assert wrong == []


def test_modules_have_a_docstring() -> None:
    assert [name for name, tree in trees() if not ast.get_docstring(tree)] == []
