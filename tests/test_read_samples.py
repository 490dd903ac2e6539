"""Every sample of feeds and newswire formats gives pages or says why it gives none."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.paths import read_pages

DATA = Path(os.environ.get("CROSSWIRE_DATA", Path(__file__).parents[1].parent / "shared")) / "data" / "formats"
SECONDS = 30  # for all samples of a format together, on a loaded machine


@pytest.mark.shared
@pytest.mark.parametrize(("name", "pages", "codes"), [
    ("feeds", 300, {"empty", "missing-text", "malformed-xml", "duplicate-page", "entities", "replaced-characters",
                    "mixed-encodings", "unsupported-format", "wrong-type"}),
    ("newsml_g2", 4, {"not-news", "missing-text", "unsupported-format", "empty"}),
    ("ninjs", 12, {"not-news", "missing-text", "duplicate-page"}),
])  # fmt: skip
def test_every_sample_gives_pages_or_says_why(name: str, pages: int, codes: set[str]) -> None:
    if not (DATA / name).is_dir():
        pytest.skip(f"no samples at {DATA / name}; set CROSSWIRE_DATA")
    files = {str(path) for path in (DATA / name).rglob("*") if path.is_file()}
    start = time.monotonic()
    found = list(read_pages([str(DATA / name)], stdin=io.BytesIO()))
    assert time.monotonic() - start < SECONDS
    told = {item.file for item in found if isinstance(item, Page)}
    told |= {file for issue in found if isinstance(issue, Issue) for file in files if _names(issue, file)}
    assert sorted(files - told) == []
    assert sum(isinstance(item, Page) and item.alone for item in found) >= pages
    assert {item.code for item in found if isinstance(item, Issue)} <= codes


def _names(issue: Issue, file: str) -> bool:
    """True when the issue's place is the file or something in it (`file:2`)."""
    return issue.file == file or (issue.file or "").rpartition(":")[0] == file
