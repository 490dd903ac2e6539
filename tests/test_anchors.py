"""Whether times count from the publication, from the update, or from an earlier version in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model.report import EarlierVersion
from crosswire.model.when import UNKNOWN, Basis, When
from parsed import annotated, report_of

MONDAY, TUESDAY, THURSDAY = "2031-05-12", "2031-05-13", "2031-05-15"

# published, updated, text, the values of its times
UPDATED = [
    # a text of Monday that tells of Tuesday as over is of the update, and all its times with it
    (MONDAY, TUESDAY, "Mara Oda resigned on Tuesday. She was seen today.", ("2031-05-13", "2031-05-13")),
    (MONDAY, THURSDAY, "Mara Oda resigned on Tuesday. She left yesterday.", ("2031-05-13", "2031-05-14")),
    (MONDAY, TUESDAY, "Mara Oda resigned on May 13. The vote was held on Sunday.", ("2031-05-13", "2031-05-11")),
    # nothing in it is later than the publication
    (MONDAY, TUESDAY, "Mara Oda resigned on Monday. She was seen today.", ("2031-05-12", "2031-05-12")),
    # "last", and what is still to come, are no sign
    (MONDAY, TUESDAY, "Mara Oda resigned last Tuesday. She was seen today.", ("2031-05-06", "2031-05-12")),
    (MONDAY, TUESDAY, "Mara Oda will resign on Tuesday. She was seen today.", ("2031-05-13", "2031-05-12")),
    (MONDAY, TUESDAY, "Mara Oda will resign on May 13. She was seen today.", ("2031-05-13", "2031-05-12")),
    # five days ago is told by its weekday alone
    (MONDAY, THURSDAY, "Mara Oda resigned on Wednesday. She was seen today.", ("2031-05-07", "2031-05-12")),
    # an update of the same day, or weeks later, is none of the text's days; the weekday of six days ago stays open
    (MONDAY, MONDAY, "Mara Oda resigned on Tuesday. She was seen today.", ("2031-05-06/2031-05-13", "2031-05-12")),
    (
        MONDAY,
        "2031-06-10",
        "Mara Oda resigned on Tuesday. She was seen today.",
        ("2031-05-06/2031-05-13", "2031-05-12"),
    ),
]


@pytest.mark.parametrize(("published", "updated", "text", "values"), UPDATED)
def test_a_text_that_tells_of_later_days_counts_from_its_update(
    published: str, updated: str, text: str, values: tuple[str, ...]
) -> None:
    made = replace(report_of(text, published), updated_at=When(updated, Basis.STATED))
    assert tuple(time.when.value for time in annotated(made).times) == values


def test_the_reason_names_the_words_that_show_the_update() -> None:
    made = replace(report_of("Mara Oda resigned on Tuesday.", MONDAY), updated_at=When(TUESDAY, Basis.STATED))
    (time,) = annotated(made).times
    assert "the last update (“Tuesday” is later than the publication) on 2031-05-13" in (time.when.why or "")


TEXT = "Mara Oda came back on Wednesday.\n\nMara Oda was missing on Wednesday."


def test_an_earlier_version_may_itself_be_later_than_the_publication() -> None:
    text = "Mara Oda came home on Thursday.\n\nMara Oda was found on Tuesday. She was in hospital today."
    earlier = (EarlierVersion(text.index("Mara Oda was"), len(text), UNKNOWN),)
    made = replace(report_of(text, MONDAY), earlier=earlier, updated_at=When(THURSDAY, Basis.STATED))
    times = annotated(made).times
    assert tuple(time.when.value for time in times) == ("2031-05-15", "2031-05-13", "2031-05-13")
    assert "the earlier version (“Tuesday” is later" in (times[1].when.why or "")


@pytest.mark.parametrize(
    ("marked", "updated", "values"),
    [
        # above an earlier version the text is of the update; the earlier one of the publication, or of its own day
        (UNKNOWN, THURSDAY, ("2031-05-14", "2031-05-07")),
        (When("2031-05-10", Basis.STATED), THURSDAY, ("2031-05-14", "2031-05-07")),
        (When("2031-05-06", Basis.STATED), None, ("2031-05-07", "2031-04-30/2031-05-07")),
        (UNKNOWN, None, ("2031-05-07", "2031-05-07")),
    ],
)
def test_an_earlier_version_keeps_its_own_days(marked: When, updated: str | None, values: tuple[str, ...]) -> None:
    place = TEXT.index("Mara Oda was")
    earlier = (EarlierVersion(place, len(TEXT), marked),)
    made = replace(report_of(TEXT, MONDAY), earlier=earlier)
    made = replace(made, updated_at=When(updated, Basis.STATED)) if updated else made
    assert tuple(time.when.value for time in annotated(made).times) == values
