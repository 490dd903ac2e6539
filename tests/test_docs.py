"""Documentation as a contract: every command, option and field of the dossier is documented, and nothing else."""

from __future__ import annotations

import io
import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from crosswire import __version__
from crosswire.bench.table import MEASURES
from crosswire.cli import _parser as parser
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.read.paths import read_pages
from crosswire.run.models import shared_models
from crosswire.run.progress import Progress
from crosswire.run.route import Route, dossiers
from crosswire.write.json import dossier_json

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs/guide.md").read_text("utf-8")
DOSSIER = (ROOT / "docs/dossier.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def sample_dossier() -> dict[str, object]:
    route = Route(shared_models(), Progress(io.StringIO()))
    folder = str(files("crosswire.sample") / "pages")
    pages = [item for item in read_pages([folder], stdin=io.BytesIO()) if isinstance(item, Page)]
    reports = [item for item in route.clean(pages) if isinstance(item, Report)]
    (dossier,) = dossiers(route, reports, (), together=True)
    parsed: dict[str, object] = json.loads(dossier_json(dossier))
    return parsed


def commands() -> dict[str, list[str]]:
    """Each command with its options in their long form."""
    (choices,) = (action.choices for action in parser()._actions if isinstance(action.choices, dict))
    return {
        name: [option for action in command._actions for option in action.option_strings if option.startswith("--")]
        for name, command in choices.items()
    }


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_in_the_guide(name: str) -> None:
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", GUIDE, re.S | re.M)
    assert section, f"docs/guide.md has no section {name!r}"
    for option in commands()[name]:
        assert option == "--help" or f"`{option}" in section[1], f"{name} {option} is not in the guide"


def test_the_guide_names_no_option_that_does_not_exist() -> None:
    known = {option for options in commands().values() for option in options} | {"--version"}
    assert set(re.findall(r"`(--[a-z-]+)", GUIDE)) <= known


def test_every_measure_is_in_the_guide() -> None:
    assert all(f"`{name}`" in GUIDE for name in MEASURES)


def test_every_link_between_documents_leads_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_one_version_everywhere() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert declared == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_field_of_the_dossier_is_documented(sample_dossier: dict[str, object]) -> None:
    """Each key of a real dossier stands, as code, in the section of the part it belongs to (or in the forms)."""
    opening = DOSSIER.split("\n## ", 1)[0]
    for part, value in sample_dossier.items():
        assert f"`{part}`" in DOSSIER, part
        section = re.search(rf"^## {part}\n(.*?)(?=^## |\Z)", DOSSIER, re.S | re.M)
        for key in keys(value):
            assert section, f"docs/dossier.md has no section {part!r}"
            assert f"`{key}`" in section[1] or f'"{key}"' in opening or f"`{key}`" in opening, f"{part}: {key}"


def keys(value: object) -> set[str]:
    """Every key anywhere in a part of the dossier."""
    if isinstance(value, list):
        return {key for item in value for key in keys(item)}
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in keys(item)}
    return set()


def test_the_readme_marks_its_two_commands() -> None:
    assert len(re.findall(r"<!-- (demo|test) -->\n```sh\n.+\n```", README)) == 2
