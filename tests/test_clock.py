"""Dates through the story: a report without one borrows it only on evidence."""

from __future__ import annotations

from crosswire.model.when import Basis
from crosswire.relate.times.clock import complete_times
from parsed import annotated, read_times, report_of

DATED = report_of(
    "Envoy Mara Oda began tense talks with Minister Pell in Aldara today. Dorn was bombed on May 3.",
    "2031-05-14T11:26",
    name="dated",
)
UNDATED = report_of(
    "Envoy Oda told reporters in Aldara on Wednesday that her talks with Minister Pell had failed. "
    "A village was hit on May 3. The port closed last week.",
    name="undated",
)
STRANGE = report_of("The harvest festival in Brell opens on Wednesday.", name="strange")
YEARLESS = report_of("Dorn was bombed by unknown planes on May 3.", name="yearless")


def values(*reports: object) -> dict[tuple[str, str], tuple[str | None, Basis, str | None]]:
    """Report and words of every completed time -> its value, basis and reason."""
    found = [report for report in (DATED, UNDATED, STRANGE, YEARLESS) if report in reports]
    times = complete_times(found, [annotated(report) for report in found], read_times=read_times)
    return {(t.passage.report, t.passage.words): (t.when.value, t.when.basis, t.when.why) for t in times}


def test_a_weekday_of_the_same_event_lends_its_date() -> None:
    found = values(DATED, UNDATED)
    value, basis, why = found["undated", "Wednesday"]
    assert (value, basis) == ("2031-05-14", Basis.INFERRED)
    assert why is not None
    assert "today" in why
    assert "dated" in why


def test_the_borrowed_date_anchors_the_other_times() -> None:
    found = values(DATED, UNDATED)
    assert found["undated", "May 3"][:2] == ("2031-05-03", Basis.INFERRED)
    assert found["undated", "last week"][:2] == ("2031-05-05/2031-05-11", Basis.INFERRED)


def test_what_hangs_on_the_very_day_of_printing_stays_unknown() -> None:
    report = report_of(
        "Envoy Oda told reporters in Aldara on Wednesday that her talks with Minister Pell had failed. "
        "Schools are closed today.",
        name="undated",
    )
    found = complete_times([DATED, report], [annotated(DATED), annotated(report)], read_times=read_times)
    values = {time.passage.words: time.when.value for time in found if time.passage.report == "undated"}
    assert values == {"Wednesday": "2031-05-14", "today": None}


def test_another_week_with_as_much_in_common_gives_no_evidence() -> None:
    earlier = report_of(
        "Envoy Mara Oda began tense talks with Minister Pell in Aldara today.", "2031-05-07", name="earlier"
    )
    found = complete_times(
        [earlier, DATED, UNDATED], [annotated(r) for r in (earlier, DATED, UNDATED)], read_times=read_times
    )
    assert {time.when.value for time in found if time.passage.words == "Wednesday"} == {None}


def test_no_evidence_no_date() -> None:
    value, basis, why = values(DATED, STRANGE)["strange", "Wednesday"]
    assert (value, basis) == (None, Basis.UNKNOWN)
    assert why


def test_a_day_without_a_year_takes_the_year_of_the_same_event() -> None:
    found = values(DATED, YEARLESS)
    assert found["yearless", "May 3"][0] is None  # two shared words are too few
    dated = report_of("Unknown planes bombed Dorn on May 3.", "2031-05-14", name="dated2")
    times = complete_times([dated, YEARLESS], [annotated(dated), annotated(YEARLESS)], read_times=read_times)
    assert times[-1].when.value == "2031-05-03"
    assert times[-1].when.basis is Basis.INFERRED


def test_a_sentence_from_an_earlier_report_keeps_its_day() -> None:
    words = "Warden Lupo was on the ferry with his dogs on Monday evening. "
    first = report_of(f"{words}The mill is safe.", "2031-05-10", name="first")
    last = report_of(f"{words}The mill burned on Monday.", "2031-05-12", name="last")
    found = complete_times([last, first], [annotated(last), annotated(first)], read_times=read_times)
    values = {(t.passage.report, t.passage.words): (t.when.value, t.when.basis) for t in found}
    assert values["first", "Monday evening"] == ("2031-05-05", Basis.RELATIVE)
    assert values["last", "Monday evening"] == ("2031-05-05", Basis.INFERRED)
    assert values["last", "Monday"] == ("2031-05-12", Basis.RELATIVE)
    why = next(t.when.why for t in found if t.when.basis is Basis.INFERRED)
    assert "first" in (why or "")


def test_a_dated_report_keeps_its_own_times() -> None:
    assert values(DATED, UNDATED)["dated", "today"][:2] == ("2031-05-14", Basis.RELATIVE)
