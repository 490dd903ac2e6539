"""The fictional ferry story of `dossiers`, one of its reports seen in an earlier version and at a second address."""

from __future__ import annotations

from dataclasses import replace

from crosswire.model.annotation import Annotation
from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Edit, EditKind, ReportVersion
from crosswire.model.passage import Passage
from crosswire.model.report import Report
from dossiers import rich_dossier
from ferry_reports import R1, TEXTS, given, make_report

EARLY = "courier-0503-0610"
PRINT = "courier-0503-print"
EARLY_TEXT = (
    TEXTS[R1][0].replace("At least four people died", "Two people are said to have died"),
    TEXTS[R1][1],
    "The ferry company could not be reached.",
)


def seen_again() -> Dossier:
    """The rich dossier with two versions of the Harbour Courier's report: one of 6:10, one at its print address."""
    dossier = rich_dossier()
    relations = dossier.relations
    latest = next(report for report in relations.reports if report.id == R1)
    early = make_report(
        EARLY,
        *EARLY_TEXT,
        publisher=latest.publisher,
        url=latest.url,
        headline="Ferry strikes gas barge in fog",
        published_at=given("2031-05-06T06:10+02:00"),
        language="en",
        version_of=R1,
    )
    again = replace(latest, id=PRINT, url="https://courier.example/print/maren", version_of=R1)
    return replace(
        dossier,
        relations=replace(
            relations,
            reports=(early, *relations.reports, again),
            annotations=(Annotation(EARLY), *relations.annotations, Annotation(PRINT)),
            versions=(_first(early, latest), _second(latest)),
        ),
    )


def _first(early: Report, latest: Report) -> ReportVersion:
    died = Edit(
        EditKind.FIGURE,
        _cite(early, "Two people are said to have died"),
        _cite(latest, "At least four people died"),
        "another number: two, four",
    )
    return ReportVersion(
        EARLY,
        R1,
        R1,
        "2031-05-06T06:10+02:00",
        edits=(died,),
        added=(_cite(latest, TEXTS[R1][2]),),
        cut=(_cite(early, EARLY_TEXT[2]),),
        why="The same address; the later one says when it was published.",
    )


def _second(latest: Report) -> ReportVersion:
    why = "The same words at another address of one publisher."
    return ReportVersion(PRINT, R1, R1, latest.published_at.value, ordered=False, why=why)


def _cite(report: Report, words: str) -> Passage:
    start = report.text.index(words)
    return report.passage(start, start + len(words))
