"""The lineage as it is shown: whose copy each report is, and its picture in rows and in counts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from crosswire.model.dossier import Dossier
from crosswire.model.lineage import Descent
from crosswire.model.relation import Link, LinkKind, Origin, OriginKind
from crosswire.write.branches import branches
from crosswire.write.html import to_html
from crosswire.write.lineage import NOT_KNOWN, Step, lines
from crosswire.write.lineage_picture import NARROW, WIDE, picture
from crosswire.write.markdown import to_markdown
from crosswire.write.origins import origins_view
from crosswire.write.sources import Register
from dossiers import bare_dossier, rich_dossier
from ferry_reports import make_report
from lineages import dam_story, dam_versions, many_copies


def outline(steps: tuple[Step, ...], register: Register) -> list[object]:
    """Labels of the steps, what comes from each in a list behind it; those that stand elsewhere in brackets."""
    found: list[object] = []
    for step in steps:
        label = register.label(step.report)
        found += [f"({label})" if step.again else label, *([outline(step.steps, register)] if step.steps else [])]
    return found


def told(dossier: Dossier) -> dict[str, list[object]]:
    return {line.origin.name: outline(line.steps, Register(dossier)) for line in lines(dossier)}


def with_lineage(dossier: Dossier, *lineage: Descent) -> Dossier:
    return replace(dossier, relations=replace(dossier.relations, lineage=lineage))


def test_reports_stand_under_the_report_that_they_took_from() -> None:
    assert told(dam_story()) == {
        "Nordwire": ["R1", ["R3", ["R4"]], "R2"],
        "The Islander or Shore Weekly": ["R5", "R6"],
        "Vell Gazette": ["(R3)"],
    }


def test_an_agency_without_a_report_of_its_own_has_no_text_here() -> None:
    here = {line.origin.name: line.here for line in lines(dam_story())}
    assert here == {"Nordwire": False, "The Islander or Shore Weekly": True, "Vell Gazette": True}


@pytest.mark.parametrize(
    ("publisher", "origin", "here"),
    [
        ("Nordwire", "Nordwire", True),
        ("nordwire.example", "Nordwire", True),
        ("The Vell Gazette", "Nordwire", False),
        (None, "Nordwire", False),
    ],
)
def test_an_agency_that_prints_has_its_own_text_here(publisher: str | None, origin: str, here: bool) -> None:
    dossier = bare_dossier(make_report("a", "Fog.", publisher=publisher))
    origins = (Origin("o1", origin, OriginKind.AGENCY, ("a",)),)
    (line,) = lines(replace(dossier, relations=replace(dossier.relations, origins=origins)))
    assert line.here is here


def test_links_stand_in_for_a_lineage_that_is_not_there() -> None:
    dossier = rich_dossier()
    assert told(dossier)["Nordwire"] == ["R1", ["R2"]]
    (nordwire, *_) = lines(dossier)
    assert nordwire.steps[0].steps[0].share == 0.86


def test_a_ring_of_copies_is_cut_and_nobody_is_lost() -> None:
    reports = [make_report(id, "Fog.", publisher=id) for id in ("a", "b", "c")]
    ring = [Descent(one, other, None, True, 0.9) for one, other in (("a", "b"), ("b", "c"), ("c", "a"))]
    dossier = with_lineage(bare_dossier(*reports), *ring)
    found = [step.report for line in lines(dossier) for step in line.all() if not step.again]
    assert sorted(found) == ["a", "b", "c"]


def test_a_source_that_is_not_in_the_story_is_none() -> None:
    dossier = with_lineage(bare_dossier(make_report("a", "Fog.")), Descent("a", "nowhere", None, True, 7.0))
    (line,) = lines(dossier)
    assert (line.steps[0].report, line.steps[0].share) == ("a", 1.0)


def test_a_report_of_no_origin_is_shown_all_the_same() -> None:
    dossier = bare_dossier(make_report("a", "Fog."), make_report("b", "Rain."))
    known, lost = lines(replace(dossier, relations=replace(dossier.relations, origins=dossier.relations.origins[:1])))
    assert (known.origin.name, lost.origin.name, lost.first) == ("a", NOT_KNOWN, 1)
    assert lines(replace(dossier, relations=replace(dossier.relations, origins=()))) == ()


def test_an_earlier_version_has_no_place_in_the_lineage() -> None:
    dossier = dam_versions()
    assert told(dossier) == told(dam_story())
    register = Register(dossier)
    assert [register.label(report.id) for report in dossier.relations.reports] == [
        "R1", "R2", "R3v1", "R3", "R4", "R5", "R6",
    ]  # fmt: skip


def test_words_from_an_earlier_version_are_from_its_report() -> None:
    dossier = dam_versions()
    lineage = (
        replace(one, source="gazette-morning") if one.report == "times" else one for one in dossier.relations.lineage
    )
    assert told(with_lineage(dossier, *lineage)) == told(dam_story())


@pytest.mark.parametrize("frame", [NARROW, WIDE])
def test_every_report_has_its_row_while_there_is_room(frame: object) -> None:
    dossier = dam_story()
    drawn = picture(dossier, lines(dossier), Register(dossier), frame)  # type: ignore[arg-type]
    assert drawn is not None
    assert [node.label for node in drawn.nodes] == ["R1", "R3", "R4", "R2", "R5", "R6", "R3"]
    assert [node.changes for node in drawn.nodes] == [0, 3, 1, 0, 0, 0, 0]
    assert len({node.y for node in drawn.nodes}) == len(drawn.nodes)
    assert all(node.x < drawn.frame.width and node.y < drawn.height for node in drawn.nodes)
    assert [wire.loose for wire in drawn.wires].count(True) == 1
    assert drawn.nodes[-1].again


def test_copies_stand_to_the_right_of_what_they_took_from() -> None:
    dossier = dam_story()
    drawn = picture(dossier, lines(dossier), Register(dossier), WIDE)
    assert drawn is not None
    first, copy, copied_again = drawn.nodes[:3]
    assert first.x < copy.x < copied_again.x
    assert drawn.heads[0].x < first.x


def test_the_more_words_the_thicker_the_line() -> None:
    dossier = dam_story()
    drawn = picture(dossier, lines(dossier), Register(dossier), WIDE)
    assert drawn is not None
    assert [wire.width for wire in drawn.wires][:4] == [4.5, 3.5, 3.0, 4.5]


def test_two_prints_of_one_agency_need_no_line_between_them() -> None:
    dossier = dam_story()
    tie = Descent("post", "courier", "o1", False, 0.9)
    changed = with_lineage(dossier, *dossier.relations.lineage, tie)
    drawn = picture(changed, lines(changed), Register(changed), WIDE)
    assert drawn is not None
    assert [wire.loose for wire in drawn.wires].count(True) == 1


@pytest.mark.parametrize("frame", [NARROW, WIDE])
def test_many_reports_are_counted_by_origin(frame: object) -> None:
    dossier = many_copies(600)
    drawn = picture(dossier, lines(dossier), Register(dossier), frame)  # type: ignore[arg-type]
    assert drawn is not None
    assert drawn.crowded
    assert len(drawn.heads) <= drawn.frame.most // 2
    assert drawn.height < 700
    assert "more origins" in drawn.left_out
    assert all(head.address for head in drawn.heads)


def test_no_origin_no_picture() -> None:
    dossier = bare_dossier()
    assert picture(dossier, lines(dossier), Register(dossier), WIDE) is None


def test_few_reports_of_another_year_do_not_squeeze_the_days() -> None:
    dossier = many_copies(600)
    first, *others = dossier.relations.reports
    old = replace(first, published_at=replace(first.published_at, value="2024-01-01"))
    changed = replace(dossier, relations=replace(dossier.relations, reports=(old, *others)))
    drawn = picture(changed, lines(changed), Register(changed), WIDE)
    assert drawn is not None
    assert [tick.words for tick in drawn.ticks] == ["1 Jun", "2 Jun", "3 Jun"]
    assert [mark.beyond for mark in drawn.marks].count(-1) == 1


def test_the_lineage_as_lines_of_text() -> None:
    dossier = dam_story()
    found, left = branches(lines(dossier), Register(dossier), most=10)
    assert [(branch.deep, branch.name) for branch in found[:4]] == [(0, "Nordwire"), (1, "R1"), (2, "R3"), (3, "R4")]
    assert (len(found), left) == (10, 0)
    assert found[2].words == "Vell Gazette, 71 % of its words from R1, Δ 3 edits of meaning"


def test_many_lines_of_text_are_the_origins_alone() -> None:
    dossier = dam_story()
    found, left = branches(lines(dossier), Register(dossier), most=2)
    assert [branch.name for branch in found] == ["Nordwire", "The Islander or Shore Weekly"]
    assert left == 1
    assert found[0].words == "(agency, not here itself): 2 reports, and 2 from these, Δ in 2"


def chain(count: int) -> Dossier:
    """A story in which every report printed the one before it."""
    reports = tuple(make_report(f"c{n:03}", "The dam at Vell broke.", publisher=f"Paper {n}") for n in range(count))
    ids = [report.id for report in reports]
    origin = Origin("o1", "Paper 0", OriginKind.PUBLISHER, tuple(ids))
    steps = tuple(Descent(late, early, "o1", True, 0.9) for early, late in pairwise(ids))
    base = bare_dossier(*reports)
    return replace(base, relations=replace(base.relations, origins=(origin,), lineage=steps))


def test_a_long_chain_of_copies_is_written_whole() -> None:
    dossier = chain(600)
    (line,) = lines(dossier)
    register = Register(dossier)
    assert [register.label(step.report) for step in line.all()] == [f"R{n}" for n in range(1, 601)]
    assert to_html(dossier).count("90 % of its words") >= 599
    assert "R600" in to_markdown(dossier)


def test_a_chain_is_set_in_so_many_times_and_each_line_comes_from_its_source() -> None:
    dossier = chain(12)
    (line,) = lines(dossier)
    deepest = line.steps[0]
    while len(deepest.steps) == 1:
        deepest = deepest.steps[0]
    assert [step.came and step.came.source for step in deepest.steps] == [f"c{n:03}" for n in range(6, 11)]
    drawn = picture(dossier, [line], Register(dossier), WIDE)
    assert drawn is not None
    assert len(drawn.wires) == 12
    assert max(node.x for node in drawn.nodes) < WIDE.strip


def test_a_report_that_only_cites_another_has_no_words_of_it() -> None:
    dossier = bare_dossier(
        make_report("a", "The dam broke.", publisher="Gazette"),
        make_report("b", "It broke, the Gazette says.", publisher="Post"),
        make_report("c", "The dam broke, said the Gazette.", publisher="Echo"),
    )
    steps = (Descent("b", "a", "o1", True), Descent("c", "a", "o1", True, 0.5))
    cited = tuple(Link(report, LinkKind.CITED, to_report="a") for report in ("b", "c"))
    copied = Link("c", LinkKind.COPIED, to_report="a", share=0.5)
    dossier = replace(dossier, relations=replace(dossier.relations, lineage=steps, links=(*cited, copied)))
    register = Register(dossier)
    view = origins_view(dossier, register)
    assert (view.taken, view.citing, view.ties) == (1, 1, 0)
    drawn, _ = branches(view.lines, register, most=9)
    assert [branch.words for branch in drawn if branch.name in ("R2", "R3") and "also" not in branch.words] == [
        "Post, cites R1",
        "Echo, 50 % of its words from R1",
    ]
    page = to_html(dossier)
    assert "no words of it were found" in page
    assert "1 report cites another report" in " ".join(page.split())


def test_pairs_that_share_words_are_counted_where_nobody_was_first() -> None:
    view = origins_view(dam_story(), Register(dam_story()))
    assert (view.taken, view.citing, view.ties) == (2, 0, 1)
