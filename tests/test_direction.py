"""Which of two reports had their common words first."""

from __future__ import annotations

import pytest

import ferry_fire
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Report
from crosswire.relate.origins.direction import Clue, Directions, Verdict, decided
from crosswire.relate.origins.houses import claims, publisher_houses
from ferry_fire import BOATS, CAUSE, MEETING, SAID, SEARCH

LEXICONS = load_lexicons()
FIRE = "A fire on the ferry killed eleven people and left the captain missing in the outer bay."


def report(name: str, *sentences: str, **known: str) -> Report:
    """A report in a file of its own: of two that name no publisher each is of another house."""
    return ferry_fire.report(name, *sentences, **known, file=f"{name}.txt")


def verdict(*reports: Report) -> Verdict:
    said = {each.id: claims(each, lexicons=LEXICONS) for each in reports}
    houses = publisher_houses(reports, (c.house for found in said.values() for c in found), lexicons=LEXICONS)
    directions = Directions(reports, (), said=said, publishers=houses, lexicons=LEXICONS)
    one, other = reports[0].id, reports[1].id
    assert directions.of(one, other) == directions.of(other, one)
    return directions.of(one, other)


STORY = (FIRE, BOATS, CAUSE, SEARCH)


@pytest.mark.parametrize(
    ("a", "b", "first", "why"),
    [
        (
            report("a", *STORY, publisher="Coast Daily", credit="Reuters"),
            report("b", *STORY, publisher="Dorn Echo"),
            "a",
            "credits Reuters",
        ),
        (
            report("a", *STORY, publisher="Coast Daily", credit="Dorn Echo", date="2031-06-01"),
            report("b", *STORY, publisher="Dorn Echo", date="2031-06-02"),
            "b",
            "credits its publisher, Dorn Echo",
        ),
        (report("a", *STORY, date="2031-06-01"), report("b", *STORY, date="2031-06-02"), "a", "published earlier"),
        (report("a", *STORY), report("b", *STORY), None, "nothing tells"),
        # both print one agency's text: the earlier print is no source of the later
        (
            report("a", *STORY, publisher="Coast Daily", credit="Reuters", date="2031-06-01"),
            report("b", *STORY, publisher="Dorn Echo", credit="Reuters", date="2031-06-02"),
            None,
            "both print Reuters",
        ),
        # "Marn said" without a word on who she is
        (report("a", FIRE, MEETING, SAID, SEARCH), report("b", FIRE, SAID, SEARCH), "a", "ever saying who"),
        # a medium named for what the other gives as its own
        (
            report("a", *STORY, CAUSE.replace("Nobody", "No one")),
            report("b", FIRE, BOATS, f"{CAUSE[:-1]}, Reuters reported.", SEARCH),
            "a",
            "names Reuters",
        ),
        # "told Reuters" became "told reporters"
        (
            report("a", *STORY, "The captain told Reuters that the pumps had failed at once that night."),
            report("b", *STORY, "The captain told reporters that the pumps had failed at once that night."),
            "a",
            "became “reporters”",
        ),
        # an extract alone is one small sign
        (report("a", *STORY, MEETING, SAID, publisher="x"), report("b", *STORY, publisher="y"), None, "one small sign"),
        # a common text that speaks of the medium whose page one is
        (
            report("a", *STORY, "The captain told the Dorn Echo that the pumps had failed.", publisher="Dorn Echo"),
            report("b", *STORY, "The captain told the Dorn Echo that the pumps had failed.", publisher="Coast Daily"),
            "a",
            "as their own",
        ),
        # minutes apart: enough where nothing speaks against it
        (
            report("a", *STORY, date="2031-06-01T08:00+02:00"),
            report("b", *STORY, date="2031-06-01T06:20+00:00"),
            "a",
            "a little earlier",
        ),
        (
            report("a", *STORY, date="2031-06-01T08:00+02:00"),
            report("b", *STORY, MEETING, SAID, date="2031-06-01T06:20+00:00"),
            None,
            "contrary",
        ),
        # contrary signs
        (
            report("a", FIRE, SAID, SEARCH, date="2031-06-01"),
            report("b", FIRE, MEETING, SAID, SEARCH, date="2031-06-02"),
            None,
            "contrary",
        ),
    ],
)
def test_verdict(a: Report, b: Report, first: str | None, why: str) -> None:
    found = verdict(a, b)
    assert found.first == first
    assert why in found.why


def test_toll_and_date_agree() -> None:
    a = report("a", FIRE.replace("eleven", "nine"), BOATS, "The search was called off on Tuesday for the night.")
    b = report("b", FIRE, BOATS, "The search was called off on 3 June 2031 for the night.")
    found = verdict(a, b)
    assert found.first == "a"
    assert "toll is higher" in found.why
    assert "became a date" in found.why


def test_name_that_several_reports_take_for_known_needs_no_introduction() -> None:
    others = [report(f"z{n}", f"Marn said she would stay for the night, whatever came. {BOATS}") for n in range(3)]
    found = verdict(report("a", FIRE, MEETING, SAID, SEARCH), report("b", FIRE, SAID, SEARCH), *others)
    assert found.first is None


@pytest.mark.parametrize(
    ("clues", "first"),
    [
        ((), None),
        ((("a", 1),), None),
        ((("a", 1), ("a", 1)), "a"),
        ((("a", 2), ("b", 1)), None),
        ((("a", 4), ("b", 2)), "a"),
        ((("a", 2), ("b", 2)), None),
    ],
)
def test_signs_are_weighed(clues: tuple[tuple[str, int], ...], first: str | None) -> None:
    assert decided([Clue(side, f"sign {n}", weight) for n, (side, weight) in enumerate(clues)]).first == first
