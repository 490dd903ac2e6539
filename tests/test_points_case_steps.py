"""How far the case of a story has come, whoever it is told of."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Point, PointRelation
from crosswire.relate.points.case_steps import CaseStep, read_case
from crosswire.relate.points.stages import read_stages
from point_stories import Row, relations, slots

NOBODY, ASKED, HELD, UNCHARGED, CHARGED, TRIED = CaseStep
STEPS = [
    ("No suspect information was available.", [NOBODY]),
    ("There have been no arrests.", [NOBODY]),
    ("Detectives are trying to identify the gunman.", [NOBODY]),
    ("Police are looking for a man suspected of robbing the bank.", [NOBODY]),
    ("The shooter remains at large.", [NOBODY]),
    ("No other suspects are sought.", []),
    ("A second gunman is still on the run.", []),
    ("The uncle was detained for questioning.", [ASKED]),
    ("Two men have been detained and are being questioned.", [ASKED]),
    ("The theft was captured on a shop's video.", []),
    ("When he is arrested, he will be sent back.", []),
    ("When he was arrested, he had a gun.", [HELD]),
    ("Two men who were taken in for questioning have been released.", []),
    ("The suspect turned himself in on Monday.", [HELD]),
    ("Police have arrested a baker in the killing.", [HELD]),
    ("A reward is offered for news leading to an arrest.", []),
    ("He could be arrested within days.", []),
    ("Lupo had been arrested two years ago.", []),
    ("Lupo is facing two counts of murder.", [CHARGED]),
    ("The bull charged at the crowd.", []),
    ("Lupo pleaded guilty on Friday.", [TRIED]),
    ("No charges have been filed.", [UNCHARGED]),
    ("Two other sailors are not being charged.", []),
    ("He doubts that charges will be filed.", []),
    ("Police are looking for the drivers of two cars.", []),
]


@pytest.mark.parametrize(("text", "steps"), STEPS)
def test_which_steps_a_sentence_tells(text: str, steps: list[CaseStep]) -> None:
    lexicons = load_lexicons()
    sentence = slots(text)
    read = read_stages(sentence, lexicons.stages)
    assert [step for step, *_ in read_case(sentence, read, lexicons.cases, lexicons.stages)] == steps


def row(house: str, day: str, *paragraphs: str) -> Row:
    return (house, day, "", paragraphs)


def updates(*rows: Row) -> list[Point]:
    return [p for p in relations(rows).points if p.relation is PointRelation.UPDATE]


OPEN = row("Courier", "2031-03-04", "A baker was shot on the pier of Velden.", "No suspect information was available.")


def test_nobody_found_and_then_somebody_charged() -> None:
    (found,) = updates(OPEN, row("Post", "2031-03-08", "A sailor is facing a murder charge in the death of the baker."))
    assert found.why[0] == "nobody found in Courier, then somebody charged in Post, which came out 4 days later"
    assert [s.version for s in found.statements] == ["a", "b"]
    assert found.latest == "b"


def test_an_arrest_for_another_deed_answers_nothing() -> None:
    dead = row("Courier", "2031-03-04", "A baker was shot dead on the pier of Velden.", "No arrests have been made.")
    assert not updates(dead, row("Post", "2031-03-08", "A sailor was arrested for the attempted murder of a cook."))
    assert updates(dead, row("Post", "2031-03-08", "A sailor was arrested for the death of a baker on the pier."))


def test_what_a_report_of_several_events_leaves_open_may_be_of_any() -> None:
    both = "Two people were hurt in two separate shootings in Velden."
    several = row("Courier", "2031-03-04", both, "No suspect information was available.")
    assert not updates(several, row("Post", "2031-03-08", "A sailor was arrested for one of the shootings in Velden."))


def test_who_is_questioned_in_both_reports_replaces_nothing() -> None:
    early = row(
        "Courier", "2031-03-04", "Police searched for the gunmen in Velden.", "Two were detained for questioning."
    )
    assert not updates(early, row("Post", "2031-03-05", "Police detained two men in Velden for questioning."))


def test_those_arrested_besides_are_a_version_of_their_own() -> None:
    (found,) = updates(
        OPEN,
        row("Post", "2031-03-06", "Police arrested a sailor over the shooting of the baker."),
        row("Echo", "2031-03-08", "Police arrested two more men over the shooting of the baker."),
    )
    assert [(s.version, s.passage.words.split(" over")[0]) for s in found.statements][1:] == [
        ("b", "Police arrested a sailor"),
        ("c", "Police arrested two more men"),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        row("Post", "2031-03-01", "A sailor was arrested over the shooting of the baker."),  # came out before
        row("Post", "2031-03-08", "A sailor may be charged with murder in the death of the baker."),
        row("Post", "2031-03-08", "“We have arrested these two fellows now,” said Ana Lupo."),  # somebody's word
    ],
)
def test_what_answers_nothing(answer: Row) -> None:
    assert not updates(OPEN, answer)


def test_a_report_that_tells_of_an_arrest_leaves_nothing_open() -> None:
    first = row("Courier", "2031-03-04", "A sailor was arrested on the pier.", "Police look for a second gunman.")
    assert not updates(first, row("Post", "2031-03-08", "A sailor was charged with murder in the death of the baker."))


@pytest.mark.parametrize(
    "aside",
    [
        ("On 4 January a pupil was shot in Tarn.", "Two sailors have been arrested in that case."),
        ("The pier is closed.", "Girl hurt by a gun at home, dad charged with theft"),
    ],
)
def test_what_is_told_of_another_matter_answers_nothing(aside: tuple[str, str]) -> None:
    later = row("Post", "2031-03-08", "A baker was shot on the pier of Velden.", "The baker was from Tarn.", *aside)
    assert not updates(OPEN, later)


def test_no_charges_and_then_charges() -> None:
    (found,) = updates(
        row("Courier", "2031-03-04", "A baker was shot on the pier of Velden.", "No charges have been filed."),
        row("Post", "2031-03-08", "A sailor is charged with shooting the baker on the pier of Velden."),
    )
    assert found.why[0].startswith("nobody charged in Courier, then somebody charged in Post")


@pytest.mark.parametrize(
    "answer",
    [
        ("Two cooks are being questioned over the shooting on the pier of Velden.",),
        ("Two men were charged over the shooting in Velden.", "Both suspects are on the run."),
    ],
)
def test_no_arrests_are_answered_by_an_arrest_of_the_same_event(answer: tuple[str, ...]) -> None:
    early = row("Courier", "2031-03-04", "Pavel Horn was hit by a shot in Velden.", "No arrests have been made.")
    assert not updates(early, row("Post", "2031-03-08", *answer))
    assert updates(early, row("Post", "2031-03-08", "Ana Lupo was arrested in Velden over the shooting."))


def test_what_is_told_in_passing_is_not_shown() -> None:
    blind = "A cook charged with shooting a baker on the pier is blind."
    (found,) = updates(
        OPEN, row("Post", "2031-03-08", blind, "The cook was charged on Monday with shooting the baker.")
    )
    assert found.versions[-1].value == "The cook was charged on Monday with shooting the baker"
