"""Where the words of a story's reports came from, step by step."""

from __future__ import annotations

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import Descent, EditKind
from crosswire.model.report import Report
from crosswire.relate.origins.lineage import find_lineage
from crosswire.relate.origins.origins import judged_origins
from ferry_fire import BOATS, BREAD, CAUSE, SEARCH, TIDE, report

LEXICONS = load_lexicons()
FIRE = "A fire on the ferry killed at least eleven people and left the captain missing in the outer bay."
LIST = "By evening the names on the door of the gym had been crossed out one after the other."
WIRE = (FIRE, BOATS, CAUSE, SEARCH)


def lineage(*reports: Report) -> tuple[Descent, ...]:
    annotations = [Annotation(each.id) for each in reports]
    origins, links, judge = judged_origins(reports, annotations, lexicons=LEXICONS)
    return find_lineage(reports, annotations, origins=origins, links=links, judge=judge, lexicons=LEXICONS)


def steps(*reports: Report) -> dict[str, list[tuple[str | None, bool]]]:
    found: dict[str, list[tuple[str | None, bool]]] = {}
    for step in lineage(*reports):
        found.setdefault(step.report, []).append((step.source, step.directed))
    return found


AGENCY = report("agency", *WIRE, publisher="Reuters", date="2031-06-01T08:00+00:00")
PRINT = report("print", *WIRE, publisher="Coast Daily", date="2031-06-01T09:00+00:00", credit="Reuters")
REWRITE = report(
    "rewrite",
    FIRE.replace("at least eleven", "eleven"),
    BOATS,
    CAUSE,
    LIST,
    publisher="Dorn Echo",
    date="2031-06-01T12:00+00:00",
)


def test_agency_to_outlet_to_rewrite() -> None:
    echo = report(
        "copy", FIRE.replace("at least eleven", "eleven"), BOATS, CAUSE, LIST, publisher="Isle News", date="2031-06-02"
    )
    found = steps(AGENCY, PRINT, REWRITE, echo)
    assert found["print"] == [("agency", True)]
    assert found["rewrite"] == [("agency", True)]
    # it has the Echo's edits, and the step from the agency is told once
    assert found["copy"] == [("rewrite", True)]
    assert "agency" not in found


def test_what_was_changed_added_and_cut() -> None:
    (step,) = [step for step in lineage(AGENCY, REWRITE) if step.report == "rewrite"]
    assert [(edit.kind, edit.there and edit.there.words) for edit in step.edits] == [(EditKind.HEDGE, "at least")]
    assert [passage.words for passage in step.added] == [LIST]
    assert [passage.words for passage in step.cut] == [SEARCH]
    assert step.share is not None
    assert 0.6 < step.share < 0.9
    assert "Reuters" in step.why


def test_agency_whose_text_is_not_in_the_story() -> None:
    other = report("other", FIRE, BOATS, CAUSE, SEARCH, TIDE, publisher="Isle News", credit="Reuters")
    found = lineage(PRINT, other)
    alone = [step for step in found if step.source is None]
    assert sorted(step.report for step in alone) == ["other", "print"]
    assert {step.origin for step in alone} == {"o1"}
    # the two prints are set side by side, and neither is the other's source
    (between,) = [step for step in found if step.source]
    assert {between.report, between.source} == {"other", "print"}
    assert not between.directed
    assert "both print Reuters" in between.why


def test_two_sources() -> None:
    one = report("one", *WIRE, publisher="Coast Daily", date="2031-06-01")
    two = report("two", BREAD, LIST, TIDE, publisher="Dorn Echo", date="2031-06-01")
    both = report("both", *WIRE, BREAD, LIST, TIDE, publisher="Isle News", date="2031-06-03")
    assert steps(one, two, both) == {"both": [("one", True), ("two", True)]}


def test_direction_that_cannot_be_known() -> None:
    (step,) = lineage(report("a", *WIRE, publisher="Coast Daily"), report("b", *WIRE, publisher="Dorn Echo"))
    assert not step.directed
    assert "nothing tells" in step.why


def test_reports_that_share_nothing_have_no_lineage() -> None:
    assert lineage(report("a", *WIRE, publisher="Coast Daily"), report("b", BREAD, LIST, publisher="Dorn Echo")) == ()


def test_one_press_conference_is_no_lineage() -> None:
    said = "“We searched the car deck twice before the heat drove us out, and will search it at dawn,” Rikhart said."
    a = report("a", f"The minister spoke at noon. {said}", LIST, publisher="Coast Daily")
    b = report("b", f"Reporters met her on the quay. {said}", TIDE, publisher="Dorn Echo")
    assert lineage(a, b) == ()


def test_order_does_not_matter_and_nobody_is_his_own_ancestor() -> None:
    prints = [
        report(f"p{n}", *WIRE[: 4 - n % 2], *(BREAD, LIST, TIDE)[n % 3 :], publisher=f"Paper {n}", date=date)
        for n, date in enumerate((None, "2031-06-01", "2031-06-02", None, "2031-06-01"))
    ]
    first = sorted(map(repr, lineage(*prints)))
    for order in itertools.islice(itertools.permutations(prints), 1, 120, 17):
        assert sorted(map(repr, lineage(*order))) == first
    above = {(step.report, step.source) for step in lineage(*prints)}
    while more := {(a, d) for a, b in above for c, d in above if b == c} - above:
        above |= more
    assert above
    assert not any(report == source for report, source in above)


# Words of digits that no number can be read from, and decimal digits of another script.
DIGITS = st.text(st.characters(categories=("No", "Nd")), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(DIGITS, DIGITS)
@example("②", "③")
@example("²", "³")
@example("٣", "٩")
def test_no_sign_for_a_digit_stops_a_lineage(there: str, here: str) -> None:
    source = report("source", FIRE.replace("eleven", there), *WIRE[1:], publisher="Reuters", date="2031-06-01")
    copy = report("copy", FIRE.replace("eleven", here), *WIRE[1:], publisher="Coast Daily", date="2031-06-02")
    assert lineage(source, copy)


def test_background_that_a_house_uses_again_weeks_later_has_no_edits() -> None:
    news = (BREAD, LIST, TIDE, "A court at Dorn fined the owner for it on Monday, and his lawyer called it too much.")
    first = report("first", FIRE, BOATS, CAUSE, SEARCH, publisher="Dorn Echo", date="2031-06-01")
    changed = FIRE.replace("eleven", "twelve")
    (weeks,) = lineage(first, report("later", changed, BOATS, *news, publisher="Dorn Echo", date="2031-06-20"))
    (other,) = lineage(first, report("later", changed, BOATS, *news, publisher="Tarn Post", date="2031-06-20"))
    assert weeks.source == other.source == "first"
    assert (weeks.edits, weeks.added, weeks.cut) == ((), (), ())
    assert "19 days later" in weeks.why
    assert EditKind.FIGURE in [edit.kind for edit in other.edits]
