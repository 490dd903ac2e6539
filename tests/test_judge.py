"""Links and lineage are told by one judge: no pair goes one way in the one and the other way in the other."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import Descent
from crosswire.model.relation import Link, LinkKind, OriginKind
from crosswire.model.report import Report
from crosswire.relate.origins.judge import Judge
from crosswire.relate.origins.lineage import find_lineage
from crosswire.relate.origins.order import published_before
from crosswire.relate.origins.origins import judged_origins
from crosswire.relate.origins.report_versions import by_first_seen, to_reports, to_versions
from ferry_fire import BOATS, BREAD, CAUSE, MEETING, SAID, TIDE, report

LEXICONS = load_lexicons()
LINES = (
    "A fire on the ferry killed nine people and left the captain missing in the outer bay.",
    BOATS,
    CAUSE,
    MEETING,
    SAID,
    BREAD,
    "The captain told the Dorn Echo that the pumps had failed at once that night.",
    TIDE,
)
HOUSES = ("Reuters", "Dorn Echo", "Coast Daily", "Isle News", "Harbour Courier")
TIMES = (None, "2031-06-01", "2031-06-01T08:00Z", "2031-06-01T08:20Z", "2031-06-01T12:00Z", "2031-06-02T09:00Z")
Told = tuple[tuple[Link, ...], tuple[Descent, ...], Judge]


def told(*reports: Report) -> Told:
    notes = [Annotation(each.id) for each in reports]
    of = {each.id: each.version_of for each in reports if each.version_of}
    origins, links, judge = judged_origins(reports, notes, lexicons=LEXICONS)
    counted = by_first_seen(reports)
    of_reports = to_reports(links, of)
    steps = find_lineage(
        counted, [n for n in notes if n.report not in of], origins=origins, links=of_reports, judge=judge,
        lexicons=LEXICONS,
    )  # fmt: skip
    return links, to_versions(steps, links, of, reports, notes, lexicons=LEXICONS), judge


def by_links(links: Sequence[Link], judge: Judge) -> set[tuple[str, str]]:
    """The pairs (copy, source) of which the links say who was first."""
    copied = [(link.report, link.to_report or "") for link in links if link.kind is LinkKind.COPIED]
    return {pair for pair in copied if judge.directions.of(*pair).first == pair[1]}


def by_lineage(steps: Sequence[Descent]) -> set[tuple[str, str]]:
    return {(step.report, step.source) for step in steps if step.source and step.directed}


ONE = st.tuples(
    st.lists(st.integers(0, len(LINES) - 1), min_size=2, max_size=7, unique=True).map(sorted),
    st.sampled_from(HOUSES),
    st.sampled_from(TIMES),
    st.sampled_from((None, None, *HOUSES)),
    st.booleans(),
)


def made(rows: Sequence[tuple[list[int], str, str | None, str | None, bool]]) -> list[Report]:
    """Reports of these rows; a later one may be a version of the first."""
    reports: list[Report] = []
    for n, (lines, house, date, credit, version) in enumerate(rows):
        of = "r0" if n and version and rows[0][1] == house else None
        reports.append(
            report(f"r{n}", *(LINES[k] for k in lines), publisher=house, date=date, credit=credit, version_of=of)
        )
    return reports


@example(
    [  # its first version came before the credited page, and did not have the credit yet
        ([0, 1, 2, 3, 4, 5, 7], "Isle News", "2031-06-01T08:20Z", "Dorn Echo", False),
        ([0, 1], "Isle News", "2031-06-01T08:00Z", None, True),
        ([0, 7], "Dorn Echo", "2031-06-01T08:20Z", None, False),
        ([0, 1, 2, 7], "Coast Daily", "2031-06-01T08:00Z", None, False),
    ]
)
@settings(max_examples=60, deadline=None)
@given(st.lists(ONE, min_size=2, max_size=6))
def test_links_and_lineage_never_contradict_each_other(
    rows: list[tuple[list[int], str, str | None, str | None, bool]],
) -> None:
    reports = made(rows)
    links, steps, judge = told(*reports)
    of_links, of_lineage = by_links(links, judge), by_lineage(steps)
    assert not {(b, a) for a, b in of_links} & of_lineage
    by_id = {each.id: each for each in reports}
    for link in links:
        if link.kind is LinkKind.COPIED and "had them first" in (link.why or ""):
            assert published_before(by_id[link.report], by_id[link.to_report or ""]) is not True
    above = set(of_lineage)
    while more := {(a, d) for a, b in above for c, d in above if b == c} - above:
        above |= more
    assert not any(a == b for a, b in above)
    for copy, source in of_links | of_lineage:
        credited = {claim.house for claim in judge.said[source] if claim.house.kind is not OriginKind.AGENCY}
        mine = {claim.house for claim in judge.said[copy]}
        if judge.publishers[copy] in credited:  # unless each credits the other
            assert judge.publishers[source] in mine or judge.publishers[copy] == judge.publishers[source]


def test_a_report_that_credits_a_house_is_no_source_of_its_page() -> None:
    own = report("own", *LINES[:4], publisher="Harbour Courier", date="2031-06-01T07:00Z")
    taken = report("taken", *LINES[:4], publisher="Isle News", date="2031-06-01T09:00Z", credit="Harbour Courier")
    links, steps, _ = told(taken, own)
    assert [(link.report, link.to_report) for link in links if link.kind is LinkKind.COPIED] == [("taken", "own")]
    assert by_lineage(steps) == {("taken", "own")}


def test_a_print_before_the_credited_one_is_not_from_it() -> None:
    bare = report("bare", *LINES[:4], publisher="Isle News", date="2031-06-01T08:00Z")
    named = report("named", *LINES[:4], publisher="Coast Daily", date="2031-06-01T12:00Z", credit="Reuters")
    links, steps, _ = told(bare, named)
    whys = [link.why or "" for link in links] + [step.why for step in steps]
    assert not any("had them first" in why for why in whys)
    assert sorted((step.report, step.source, step.directed) for step in steps if step.source is None) == [
        ("bare", None, True),
        ("named", None, True),
    ]
    (pair,) = [step for step in steps if step.source]
    assert not pair.directed
    assert "both have Reuters’s words" in pair.why


def test_a_print_before_the_agencys_own_page_is_from_it_and_the_words_say_when() -> None:
    early = report("early", *LINES[:4], publisher="Isle News", date="2031-06-01T08:00Z", credit="Reuters")
    own = report("own", *LINES[:4], publisher="Reuters", date="2031-06-01T12:00Z")
    links, steps, _ = told(early, own)
    assert by_lineage(steps) == {("early", "own")}
    whys = [link.why or "" for link in links if link.kind is LinkKind.COPIED] + [step.why for step in steps]
    assert all("though its page is dated later" in why for why in whys)


def test_reports_that_cite_each_other_close_no_ring() -> None:
    reports = [
        report(f"r{n}", LINES[n], LINES[n + 3], publisher=HOUSES[n + 1], date=f"2031-06-01T1{n}:00Z") for n in range(3)
    ]
    notes = [Annotation(each.id) for each in reports]
    origins, links, judge = judged_origins(reports, notes, lexicons=LEXICONS)
    cites = [Link(f"r{n}", LinkKind.CITED, to_report=f"r{(n - 1) % 3}", why="Cites it.") for n in range(3)]
    steps = find_lineage(reports, notes, origins=origins, links=(*links, *cites), judge=judge, lexicons=LEXICONS)
    found = {(step.report, step.source): step.directed for step in steps if step.source}
    # the first one cites what was published after it
    assert found == {("r0", "r2"): False, ("r1", "r0"): True, ("r2", "r1"): True}
