"""What a page marks as an earlier version of its report: told before, and not the news."""

from __future__ import annotations

from dataclasses import replace

from crosswire.brief.dossier import write_dossier
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Point, PointKind, PointRelation, Relations
from crosswire.model.report import EarlierVersion, Report
from crosswire.model.when import UNKNOWN, Basis, When
from point_stories import Row, related, report

NOW = "Seven people were killed when the Orlo dam broke above the town of Velden, police said."
THEN = "Four people were killed when the Orlo dam broke above the town of Velden, police said."
MARK = "PREVIOUS STORY:"
REST = (
    "Mayor Ana Lupo visited the valley on Tuesday and met families in Velden.",
    "Hundreds of houses in the lower part of the town were under water on Tuesday.",
    "Minister Pavel Horn said that the army was going to build a new bridge across the Orlo before winter.",
)
COURIER: Row = ("Velden Courier", "2031-03-05", "Dam breaks above Velden", (NOW, *REST, MARK, THEN))
POST: Row = ("Northern Post", "2031-03-05", "Seven dead after dam breaks", (NOW.replace("police", "doctors"), REST[0]))


def courier(when: When = UNKNOWN, *, marked: bool = True) -> Report:
    made = report("r-velden", COURIER)
    version = EarlierVersion(made.text.index(MARK), len(made.text), when, "under “PREVIOUS STORY”")
    return replace(made, earlier=(version,)) if marked else made


def tolls(found: Relations) -> list[Point]:
    return [p for p in found.points if p.kind is PointKind.FIGURE and p.relation is not PointRelation.SINGLE]


def test_a_number_of_an_earlier_version_is_superseded_and_not_disputed() -> None:
    (toll,) = tolls(related([courier(), report("r-northern", POST)]))
    assert toll.relation is PointRelation.UPDATE
    latest = next(version for version in toll.versions if version.id == toll.latest)
    assert latest.value is not None
    assert "Seven" in latest.value


def test_the_earlier_versions_own_time_counts_where_it_is_told() -> None:
    when = When("2031-03-04T22:00", Basis.STATED)
    (toll,) = tolls(related([courier(when), report("r-northern", POST)]))
    assert toll.versions[0].first_at == "2031-03-04T22:00"


def test_the_brief_does_not_tell_an_earlier_version() -> None:
    told = write_dossier(related([courier(), report("r-northern", POST)]), lexicons=load_lexicons())
    assert told.brief
    assert THEN not in [sentence.words for sentence in told.brief]
    whole = write_dossier(related([courier(marked=False)]), lexicons=load_lexicons())
    part = write_dossier(related([courier()]), lexicons=load_lexicons())
    assert len(whole.brief) >= len(part.brief) > 0
