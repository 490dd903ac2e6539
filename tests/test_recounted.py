"""Times of a report seen in several versions: each counts from the version that brought its sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from crosswire.model.report import Report
from crosswire.model.when import Basis, When
from crosswire.relate.origins.report_versions import since
from crosswire.relate.times.clock import complete_times
from parsed import annotated, read_times, report_of

CARRIED = "The dam at Brell broke on Sunday."
FIRST = replace(report_of(f"{CARRIED}\n\nNobody was hurt.", "2031-05-12", name="first"), version_of="last")
TEXT = f"{CARRIED}\n\nMinister Oda visited the dam yesterday.\n\nA bridge had closed on May 3."


def told(*reports: Report) -> dict[str, tuple[str | None, Basis, str | None]]:
    """The words of every time in the latest report → its value, basis and reason."""
    annotations = [annotated(report) for report in reports]
    seen = since(reports, annotations)
    times = complete_times(reports, annotations, read_times=read_times, since=seen)
    return {t.passage.words: (t.when.value, t.when.basis, t.when.why) for t in times if t.passage.report == "last"}


def test_a_new_sentence_counts_from_the_update_and_a_carried_one_from_the_first_version() -> None:
    last = replace(report_of(TEXT, "2031-05-12", name="last"), updated_at=When("2031-05-14T09:00", Basis.MARKUP))
    found = told(FIRST, last)
    assert found["Sunday"][:2] == ("2031-05-11", Basis.RELATIVE)
    value, basis, why = found["yesterday"]
    assert (value, basis) == ("2031-05-13", Basis.RELATIVE)
    assert why is not None
    assert "2031-05-14" in why


def test_a_page_that_was_dated_anew_keeps_the_days_of_what_it_carried_over() -> None:
    found = told(FIRST, report_of(TEXT, "2031-05-20", name="last"))
    assert found["Sunday"][0] == "2031-05-11"
    assert found["yesterday"][0] == "2031-05-19"


def test_what_was_added_between_two_looks_counts_only_where_all_days_agree() -> None:
    fetched = datetime(2031, 5, 14, 8, tzinfo=UTC)
    last = replace(report_of(TEXT, "2031-05-12", name="last"), fetched_at=fetched)
    found = told(FIRST, last)
    assert found["yesterday"][:2] == (None, Basis.UNKNOWN)
    assert found["May 3"][:2] == ("2031-05-03", Basis.INFERRED)
    assert "2031-05-14" in (found["May 3"][2] or "")


def test_a_report_of_one_version_keeps_its_times() -> None:
    last = report_of(TEXT, "2031-05-14", name="last")
    assert told(last)["yesterday"][0] == "2031-05-13"
