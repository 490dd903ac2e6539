"""When what a statement tells happened."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Point, PointKind, PointRelation, Statement, Status, Version
from crosswire.relate.times.dated import dated_events
from crosswire.relate.times.statement_times import with_times
from parsed import annotated, lexicons, report_of

# text of a report of 14 May 2031, the statement in it, the time of what it tells
TOLD = [
    ("The bridge at Brell fell on Monday.", "The bridge at Brell fell on Monday.", "2031-05-12"),
    ("The bridge at Brell fell on Monday.", "The bridge at Brell fell", "2031-05-12"),
    ("Oda said the bridge at Brell fell on Monday.", "the bridge at Brell fell on Monday", "2031-05-12"),
    ("Oda said on Tuesday that the bridge at Brell had fallen.", "the bridge at Brell had fallen", None),
    ("Oda met Pell on Monday.\n\nThe port is closed.", "The port is closed.", None),
    ("Oda met Pell on Monday, and Lupo left on Friday.", "Oda met Pell on Monday, and Lupo left on Friday", None),
    ("On Monday Oda chose Pell, even though Lupo lost six seats.", "Lupo lost six seats", None),
    ("The port has been closed since Monday.", "The port has been closed since Monday.", None),
]


@pytest.mark.parametrize(("text", "words", "value"), TOLD)
def test_a_statement_has_the_time_of_what_it_tells(text: str, words: str, value: str | None) -> None:
    report = report_of(text, "2031-05-14")
    annotation = annotated(report)
    start = text.index(words)
    statement = Statement(report.passage(start, start + len(words)), "v1")
    point = Point(
        "p1",
        PointKind.OCCURRENCE,
        PointRelation.SAME,
        Status.SINGLE_ORIGIN,
        (statement,),
        (Version("v1", None),),
        (),
        (),
        ("",),
    )
    dated = dated_events([report], [annotation], times=annotation.times, words=lexicons().times)
    (found,) = with_times([point], dated)
    when = found.statements[0].when
    assert (when.value if when else None) == value
