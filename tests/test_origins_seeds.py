"""The two real reports that crosswire must do well on: one story, two origins."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from crosswire.clean.page import clean_pages
from crosswire.group.stories import group_reports
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.page import Page
from crosswire.model.relation import LinkKind
from crosswire.model.report import Report
from crosswire.read.paths import read_pages
from crosswire.relate.origins.origins import find_origins

SEEDS = Path(os.environ.get("CROSSWIRE_DATA", Path(__file__).parents[1].parent / "shared")) / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seeds at {SEEDS}; set CROSSWIRE_DATA")
def test_seeds_are_one_story_of_two_origins() -> None:
    lexicons = load_lexicons()
    pages = [page for page in read_pages([str(SEEDS)], stdin=io.BytesIO()) if isinstance(page, Page)]
    reports = [report for report in clean_pages(pages, lexicons=lexicons) if isinstance(report, Report)]
    (story,) = group_reports(reports, lexicons=lexicons)
    assert len(story.reports) == 2
    origins, links = find_origins(reports, [Annotation(r.id) for r in reports], lexicons=lexicons)
    assert sorted(origin.name for origin in origins) == ["AFP", "IANS"]
    cited = sorted(link.why or "" for link in links if link.kind is LinkKind.CITED)
    assert ["Mir" in cited[0], "The Washington Post" in cited[1]] == [True, True]
    assert not any(link.kind is LinkKind.COPIED for link in links)
