"""What happened when: which passages an entry has, and in which order entries come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.relation import Point, PointKind, PointRelation, Statement, Status, TimelineEntry, Version
from crosswire.model.report import Report
from crosswire.model.when import Basis, When
from crosswire.relate.times.clock import complete_times
from crosswire.relate.times.dated import dated_events
from crosswire.relate.times.timeline import build_timeline, order
from parsed import annotated, lexicons, read_times, report_of

EARLY = report_of(
    "Envoy Oda began talks in Aldara on Wednesday. The bomb attack last week on the port of Dorn left 31 people dead. "
    "She has been waiting since Monday. The siege lasted three years.",
    "2031-05-14",
    name="early",
)
LATE = report_of(
    "Pell condemned a May 6 bomb attack on a village near Dorn. Talks will resume on Friday.", "2031-05-15", name="late"
)


def timeline(*reports: Report, points: tuple[Point, ...] = ()) -> tuple[TimelineEntry, ...]:
    """The timeline of reports annotated here."""
    annotations = [annotated(report) for report in reports]
    times = complete_times(reports, annotations, read_times=read_times)
    dated = dated_events(reports, annotations, times=times, words=lexicons().times)
    return build_timeline(dated, reports, times=times, points=points)


def test_entries_run_in_order_of_what_happened() -> None:
    values = [entry.when.value for entry in timeline(EARLY, LATE)]
    assert values == ["2031-05-06", "2031-05-14", "2031-05-16"]


def test_a_week_takes_the_day_that_the_story_gives_the_event() -> None:
    first = timeline(EARLY, LATE)[0]
    assert {passage.report for passage in first.statements} == {"early", "late"}
    assert timeline(EARLY)[0].when.value == "2031-05-05/2031-05-11"


def test_a_time_behind_an_events_noun_dates_the_noun() -> None:
    (words,) = (passage.words for passage in timeline(EARLY)[0].statements)
    assert words.startswith("The bomb attack last week")


def test_bounds_and_lengths_give_no_entry() -> None:
    words = " ".join(passage.words for entry in timeline(EARLY) for passage in entry.statements)
    assert "since Monday" not in words
    assert "three years" not in words


# text, the values of its entries: a time beside a saying dates the saying, which is no entry.
SAYINGS = [
    ("Nine people have died in the mill, the ministry said on Wednesday.", []),
    ("The roof fell on Monday, police said on Tuesday.", ["2031-05-12"]),
    ("Seven people are dead after the collapse of the pier on Monday, the mayor said.", ["2031-05-12"]),
    ("Pell told a news conference on Tuesday that the pier was safe.", []),
    ("Pell held a news conference in Dorn on Tuesday.", ["2031-05-13"]),
    ("The pier was safe, the port said in a statement on Tuesday.", []),
    ("The port had spoken of nine dead on Monday.", []),
    ("Pell wrote on Monday that the pier was safe.", []),
    ("Pell warned on Monday of a flood.", []),
    ("Oda hummed a 1989 song and left the 2010 palace.", []),
    ("The 2029 election was close.", []),
    ("The April election was close.", ["2031-04"]),
    ("Oda reported the theft to the harbour guard on Monday.", ["2031-05-12"]),
    ("The school will stay closed on Friday, the town hall said.", ["2031-05-16"]),
]

# text, the values of its entries: what is no happening, or not of that time.
NO_HAPPENINGS = [
    ("Oda signed a 2028 law.", []),
    ("Monday's paper was late.", []),
    ("Oda criticised Tuesday's declaration in the port of Brell.", ["2031-05-13"]),
    ("They expected the search to last into Friday.", []),
    ("The pier may close on Friday.", []),
    ("If the pier closes on Friday, the ferry will not run.", []),
    ("Divers could not enter the mill on Monday.", ["2031-05-12"]),
    ("Lupo, born on May 3, 1990, is the mayor.", []),
    ("Lupo would have turned 40 on Tuesday.", []),
    ("Many in the valley rely on the mill today.", []),
    ("Oda meets Pell in Brell today.", ["2031-05-14"]),
    ("Guards were few on the anniversary of May 3, 2019.", []),
    ("This story was first broadcast on May 2, 2031.", []),
    ("The roof fell, the mayor disclosed Monday.", []),
    ("Oda called the plan a stunt on Monday.", []),
    ("A war went on there from 2024 to 2026.", []),
    ("Shots rang out at the mill just before 4:30 p.m. Monday.", ["2031-05-12T16:30"]),
    ("The fire was called in at 4:30 p.m. Monday.", ["2031-05-12T16:30"]),
    ("The pier was closed before Monday.", []),
    ("Our march today comes at a bad time for the valley.", []),
    ("What changed in the valley on Monday?", []),
    ("Calls to the mill were not returned on Monday.", []),
    ("The mill returned the wool on Monday.", ["2031-05-12"]),
    ("Update at 2 p.m. Monday: the mill is safe.", []),
    ("The letters were sent between March 2030 and June 2030.", []),
    ("Votes are few for senators up for re-election in June.", ["2031-06"]),
    ("Oda, a candidate in the Brell primary on June 3, spoke.", ["2031-06-03"]),
]


@pytest.mark.parametrize(("text", "values"), [*SAYINGS, *NO_HAPPENINGS])
def test_only_what_happened_then_gives_an_entry(text: str, values: list[str]) -> None:
    assert [entry.when.value for entry in timeline(report_of(text, "2031-05-14"))] == values


# text, the words of the entry that has the value
PASSAGES = [
    ("Lupo left on Monday, and the port will open in autumn.", "2031-05-12", "Lupo left on Monday"),
    (
        "She will arrive after presiding over the final match in Brell on Tuesday, and will meet Pell.",
        "2031-05-13",
        "presiding over the final match in Brell on Tuesday",
    ),
    ("Oda had promised a bridge in the weeks before the May 6 vote.", "2031-05-06", "the May 6 vote"),
    (
        "A man was shot and killed after being struck by a tram on Monday.",
        "2031-05-12",
        "A man was shot and killed after being struck by a tram on Monday.",
    ),
    (
        "Guards found a box like one that would hold a bell in a shed Monday evening.",
        "2031-05-12",
        "Guards found a box like one that would hold a bell in a shed Monday evening.",
    ),
]


@pytest.mark.parametrize(("text", "value", "words"), PASSAGES)
def test_an_entry_is_the_clause_that_its_time_dates(text: str, value: str, words: str) -> None:
    found = {
        entry.when.value: [one.words for one in entry.statements] for entry in timeline(report_of(text, "2031-05-14"))
    }
    assert found[value] == [words]


def test_one_act_of_one_day_told_by_several_is_one_entry() -> None:
    texts = [
        "Three people were killed Monday night at a house in Dorn Park.",
        "Guards caught a man in the triple murder Monday night in the Dorn Park quarter.",
        "A shooting left three people dead in Dorn Park on Monday.",
        "The library in Brell opened on Monday.",
    ]
    entries = timeline(*(report_of(text, "2031-05-14", name=f"r{n}") for n, text in enumerate(texts)))
    told = [sorted({passage.report for passage in entry.statements}) for entry in entries]
    assert sorted(told) == [["r0", "r1", "r2"], ["r3"]]


def test_light_verbs_are_known_by_what_goes_with_them() -> None:
    first = report_of("The blaze on the ferry off Dorn broke out at 4 a.m. on Tuesday.", "2031-05-14", name="a")
    second = report_of("A ferry caught fire off the port of Dorn early on Tuesday.", "2031-05-14", name="b")
    (entry,) = timeline(first, second)
    assert entry.when.value == "2031-05-13T04:00"


def test_a_day_is_ordered_by_its_parts() -> None:
    text = "Lupo was found late on Tuesday.\n\nThe roof fell early on Tuesday.\n\nOda resigned at 2 p.m. Tuesday."
    words = [entry.statements[0].words for entry in timeline(report_of(text, "2031-05-14"))]
    assert [word.split()[0] for word in words] == ["The", "Oda", "Lupo"]


def test_a_statement_whose_clause_has_another_day_stays_out() -> None:
    told = report_of(
        "Lupo, who cancelled a visit to Brell on Monday, saw the hurt in Dorn on Tuesday.", "2031-05-14", name="told"
    )
    other = report_of("Lupo cancelled a visit to Brell.", "2031-05-14", name="other")
    first = told.passage(len("Lupo, who "), len("Lupo, who cancelled a visit to Brell"))
    statements = (Statement(first, "v1"), Statement(other.passage(0, len(other.text)), "v1"))
    point = Point(
        "p1",
        PointKind.OCCURRENCE,
        PointRelation.SAME,
        Status.CORROBORATED,
        statements,
        (Version("v1", None),),
        (),
        (),
        ("",),
    )
    found = {
        entry.when.value: {one.report for one in entry.statements} for entry in timeline(other, told, points=(point,))
    }
    assert found == {"2031-05-12": {"told", "other"}, "2031-05-13": {"told"}}


def test_clock_times_half_an_hour_apart_are_one_and_others_are_not() -> None:
    first = report_of("Guards were called to a shooting in Dorn at 8:13 p.m. Monday.", "2031-05-14", name="a")
    second = report_of("At 8:15 p.m. Monday guards were called to a shooting in Dorn.", "2031-05-14", name="b")
    third = report_of("Guards were called to a shooting in Dorn at 3 a.m. Monday.", "2031-05-14", name="c")
    assert len(timeline(first, second)) == 1
    assert len(timeline(first, third)) == 2


def test_what_is_told_of_a_day_joins_one_of_two_hours_and_never_both() -> None:
    first = report_of("The blaze on the ferry off Dorn broke out at 2 a.m. on Tuesday.", "2031-05-14", name="a")
    day = report_of("A ferry caught fire off the port of Dorn on Tuesday.", "2031-05-14", name="b")
    second = report_of("The blaze on the ferry off Dorn broke out at 4 a.m. on Tuesday.", "2031-05-14", name="c")
    entries = timeline(first, day, second)
    assert [entry.when.value for entry in entries] == ["2031-05-13T02:00", "2031-05-13T04:00"]
    assert sorted(one.report for entry in entries for one in entry.statements) == ["a", "b", "c"]


def test_hours_of_two_versions_of_a_point_are_two_entries() -> None:
    texts = ("The fire in Dorn broke out at 2:30 a.m. on Tuesday.", "The fire in Dorn broke out at 3 a.m. on Tuesday.")
    reports = [report_of(text, "2031-05-14", name=name) for text, name in zip(texts, "ab", strict=True)]
    told = tuple(Statement(r.passage(0, len(r.text)), v) for r, v in zip(reports, ("v1", "v2"), strict=True))
    versions = (Version("v1", None), Version("v2", None))
    point = Point("p1", PointKind.OCCURRENCE, PointRelation.CONFLICT, Status.DISPUTED, told, versions, (), (), ("",))
    assert len(timeline(*reports)) == 1
    assert len(timeline(*reports, points=(point,))) == 2


def test_a_clock_time_without_a_day_takes_that_of_the_same_event() -> None:
    first = report_of("The shooting in Dorn was reported at 12:45 a.m. Sunday.", "2031-05-12", name="a")
    later = report_of("A neighbour reported the shooting in Dorn about 12:45 a.m.", "2031-05-14", name="b")
    (entry,) = timeline(first, later)
    assert entry.when.value == "2031-05-11T00:45"


def test_today_of_a_page_dated_a_day_ahead_is_the_day_that_others_name() -> None:
    first = report_of("The roof of the mill at Dorn fell at 10 a.m. Monday.", "2031-05-13", name="a")
    ahead = report_of("The roof of the mill at Dorn fell at about 10am today.", "2031-05-13", name="b")
    other = report_of("The roof of the mill at Dorn fell at about 10am today.", "2031-05-15", name="c")
    (entry,) = timeline(first, ahead)
    assert entry.when.value == "2031-05-12T10:00"
    assert len(timeline(first, other)) == 2


def test_an_entry_says_when_it_was_first_reported_and_whether_it_was_to_come() -> None:
    before = report_of("Envoy Oda will meet Minister Pell in Aldara on Wednesday.", "2031-05-12T08:00", name="before")
    after = report_of("Envoy Oda met Minister Pell in Aldara on Wednesday.", "2031-05-14", name="after")
    (planned,) = timeline(before)
    assert (planned.ahead, planned.reported_at) == (True, "2031-05-12T08:00")
    (told,) = timeline(after, before)
    assert (told.ahead, told.reported_at, len(told.statements)) == (False, "2031-05-12T08:00", 2)


# text, whether its entry is told as still to come
AHEAD = [
    ("The mayor is planning to meet the crew on Wednesday.", True),
    ("The mayor is set to meet the crew on Wednesday.", True),
    ("The mayor met the crew on Wednesday.", False),
]


@pytest.mark.parametrize(("text", "ahead"), AHEAD)
def test_what_is_planned_lies_ahead(text: str, ahead: bool) -> None:
    assert [entry.ahead for entry in timeline(report_of(text, "2031-05-14"))] == [ahead]


# What only comes round, and what was once planned, is no event of its time.
NOTHING = [
    "The mayor had planned to meet the crew on Wednesday.",
    "Pell was planning to marry on Saturday.",
    "The season usually starts in June.",
    "Pell will be 29 in June.",
    "The recall covers boats sold from May 3, 2029 to June 4, 2030.",
    "More information was not available on Tuesday.",
    "The council did not provide details on Tuesday.",
    "No one answered the door on Tuesday.",
    "A version of this article appears in print on May 12, 2031.",
    "Pell could not be reached on Tuesday.",
    "A message seeking comment was left on Tuesday.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_plans_of_the_past_and_habits_are_no_events(text: str) -> None:
    assert timeline(report_of(text, "2031-05-14")) == ()


def test_a_bare_charge_is_not_what_the_time_dates() -> None:
    (entry,) = timeline(report_of("A clerk was held on suspicion of murder yesterday.", "2031-05-14"))
    assert entry.statements[0].words == "A clerk was held on suspicion of murder yesterday."
    (entry,) = timeline(report_of("A clerk was held in the shooting last week.", "2031-05-14"))
    assert entry.statements[0].words == "the shooting last week"


def test_only_a_clock_time_is_a_moment_behind_just_before() -> None:
    assert timeline(report_of("Two sheds burned just before Easter.", "2031-05-14")) == ()
    (entry,) = timeline(report_of("Two sheds burned just before 7:30 p.m. on Monday.", "2031-05-14"))
    assert entry.when.value == "2031-05-12T19:30"


def test_a_day_behind_the_report_lies_ahead_and_one_before_it_is_over() -> None:
    told = "The judge set his next hearing for May 20."
    assert [entry.ahead for entry in timeline(report_of(told, "2031-05-14"))] == [True]
    told = "Repairs went on over the weekend and will continue."
    assert [entry.ahead for entry in timeline(report_of(told, "2031-05-13"))] == [False]


def test_a_report_without_times_gives_nothing() -> None:
    assert timeline(report_of("The bridge is closed.", "2031-05-14", name="plain")) == ()


def one_point(*reports: Report) -> Point:
    """A corroborated point whose statements are these reports' whole texts."""
    statements = tuple(Statement(report.passage(0, len(report.text)), "v1") for report in reports)
    version = Version("v1", None)
    kinds = (PointKind.OCCURRENCE, PointRelation.SAME, Status.CORROBORATED)
    return Point("p1", *kinds, statements, (version,), (), (), ("",))


def test_a_points_own_statements_join_its_entry() -> None:
    other = report_of("The bridge at Brell has fallen.", "2031-05-14", name="other")
    told = report_of("The bridge at Brell fell on Monday.", "2031-05-14", name="told")
    (entry,) = timeline(other, told, points=(one_point(told, other),))
    assert entry.point == "p1"
    assert [passage.report for passage in entry.statements] == ["other", "told"]


def test_a_statement_beside_the_point_stays_out() -> None:
    other = report_of("The bridge at Brell has fallen.", "2031-05-14", name="other")
    told = report_of("The bridge at Brell fell on Monday.", "2031-05-14", name="told")
    point = one_point(told, other)
    beside = replace(point, statements=(point.statements[0], replace(point.statements[1], counts=False)))
    (entry,) = timeline(other, told, points=(beside,))
    assert [passage.report for passage in entry.statements] == ["told"]


def test_a_points_statement_of_others_stays_out() -> None:
    other = report_of("Lupo was sentenced to ten years.", "2031-05-14", name="other")
    told = report_of("Oda was sentenced to two years on Monday.", "2031-05-14", name="told")
    (entry,) = timeline(other, told, points=(one_point(told, other),))
    assert [passage.report for passage in entry.statements] == ["told"]


@pytest.mark.parametrize(
    ("day", "text", "joins"),
    [
        ("2031-05-14", "Envoy Oda has served the mill at Brell.", True),
        ("2031-05-11", "Envoy Oda has served the mill at Brell.", False),  # printed before it happened
    ],
)
def test_a_points_statement_without_a_time_joins_a_day_that_is_over(day: str, text: str, joins: bool) -> None:
    other = report_of(text, day, name="other")
    told = report_of("Envoy Oda served the mill at Brell on Monday.", "2031-05-14", name="told")
    (entry,) = timeline(other, told, points=(one_point(told, other),))
    assert len(entry.statements) == 1 + joins


@pytest.mark.parametrize(
    ("text", "reports"), [("Oda was at the mill at Brell.", 1), ("In February Oda was at the mill at Brell.", 2)]
)
def test_a_points_statement_joins_a_month_only_where_it_names_it(text: str, reports: int) -> None:
    other = report_of(text, "2031-05-14", name="other")
    told = report_of("Oda was at the mill at Brell in February.", "2031-05-14", name="told")
    entries = timeline(other, told, points=(one_point(told, other),))
    assert {len(entry.statements) for entry in entries} == {reports}


def test_a_report_of_which_only_an_update_is_dated_counts_from_that() -> None:
    report = replace(report_of("A hearing is on May 20."), updated_at=When("2031-05-14", Basis.STATED))
    (entry,) = timeline(report)
    assert (entry.reported_at, entry.ahead) == ("2031-05-14", True)


def test_order_puts_the_longer_stretch_first() -> None:
    values = ["2031-05-14T09:00", "2031-05-14", "2031-05-12/2031-05-18", "2031-05", "2031-05-12"]
    assert sorted(values, key=order) == [
        "2031-05",
        "2031-05-12/2031-05-18",
        "2031-05-12",
        "2031-05-14",
        "2031-05-14T09:00",
    ]
