"""Documentation as a contract: every command, option and field of the dossier is documented, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosswire.bench.table import MEASURES
from crosswire.cli import _parser as parser

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs/guide.md").read_text("utf-8")
DOSSIER = (ROOT / "docs/dossier.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


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


def test_the_readme_marks_its_two_commands() -> None:
    assert len(re.findall(r"<!-- (demo|test) -->\n```sh\n.+\n```", README)) == 2
