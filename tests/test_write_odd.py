"""Dossiers that no careful maker would hand over: every writer still writes them."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from crosswire.model.dossier import BriefSentence, Dossier
from crosswire.model.passage import Passage
from crosswire.model.relation import (
    Link,
    LinkKind,
    Origin,
    OriginKind,
    Point,
    Relations,
    Statement,
    TimelineEntry,
)
from crosswire.model.when import Basis, When
from crosswire.write.html import to_html
from crosswire.write.index import to_index
from crosswire.write.json import dossier_json
from crosswire.write.markdown import to_markdown
from crosswire.write.terminal import print_dossier
from dossiers import bare_dossier, rich_dossier
from ferry_reports import make_report

ELSEWHERE = Passage("nowhere", 3, 6, "fog")


def changed(**fields: object) -> Dossier:
    """The rich dossier with these fields of its relations."""
    rich = rich_dossier()
    return replace(rich, relations=replace(rich.relations, **fields))  # type: ignore[arg-type]


def first_point(**fields: object) -> Point:
    return replace(rich_dossier().relations.points[0], **fields)  # type: ignore[arg-type]


def dated(*values: str) -> Dossier:
    """A story whose reports were published at these times."""
    return bare_dossier(
        *(make_report(f"r{n}", "Fog.", published_at=When(value, Basis.STATED)) for n, value in enumerate(values))
    )


ODD = {
    "no reports": replace(rich_dossier(), relations=Relations(rich_dossier().relations.story, (), ()), brief=()),
    "a brief from nowhere": replace(rich_dossier(), brief=(BriefSentence("fog", (ELSEWHERE,), ("p99",)),)),
    "a point without statements": changed(points=(first_point(statements=()),)),
    "a point without versions": changed(points=(first_point(versions=()),)),
    "a point from nowhere": changed(points=(first_point(statements=(Statement(ELSEWHERE, "v9", "q", "f", "o"),)),)),
    "times from nowhere": changed(
        timeline=(TimelineEntry(When("2031-05-06", Basis.STATED), (ELSEWHERE, ELSEWHERE), "p99"),)
    ),
    "links from nowhere": changed(
        links=(
            Link("nowhere", LinkKind.COPIED, "elsewhere", None, 1.5, ((ELSEWHERE, ELSEWHERE),)),
            Link("nowhere", LinkKind.CITED),
        ),
        origins=(Origin("o1", "Nordwire", OriginKind.AGENCY, ("nowhere",)),),
    ),
    "speakers that are no actors": changed(actors=()),
    "texts without words": bare_dossier(replace(make_report("r1", ""), paragraphs=()), make_report("r2", " ")),
    "the ends of time": dated("0001-01-01", "9999-12-31T23:59"),
    "years that are none": dated("0000", "9999-12", "99999", "2031-05-06/2031-05-01"),
    "an empty headline": replace(rich_dossier(), title=""),
}


@pytest.mark.parametrize("name", ODD)
def test_every_writer_writes_it(name: str) -> None:
    dossier = ODD[name]
    for text in (to_html(dossier), to_markdown(dossier), dossier_json(dossier), to_index({"odd": dossier})):
        text.encode("utf-8")
    print_dossier(dossier, Console(file=io.StringIO(), width=80))
