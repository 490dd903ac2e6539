"""Opposite statements: told from agreeing ones sentence by sentence, and never agreed in a story."""

from __future__ import annotations

import pytest

from crosswire.model.relation import PointRelation, Relations, Status
from crosswire.relate.points.polarity import opposed
from point_stories import Row, all_slots, relations


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Police said the blaze was deliberate.", "Police said on Friday that the blaze was not deliberate."),
        ("Mayor Ana Lupo has refused to resign.", "The mayor, Ana Lupo, resigned on Friday."),
        ("Ida Brandt did not say the pumps were off.", "Ida Brandt said the pumps had been off for days."),
        ("The company denied selling the mine.", "The company sold the mine in March."),
        ("The minister never visited the valley.", "The minister visited the valley twice."),
        ("Nobody was killed in the fire.", "Two workers were killed in the fire."),
        ("The army declined to send helicopters to the valley.", "The army sent helicopters to the valley."),
        ("The army is not expected to halt the exercise.", "The army halted the exercise."),
    ],
)
def test_one_asserts_what_the_other_denies(one: str, two: str) -> None:
    first, second = all_slots(one, two)
    assert opposed(first.predicates, second.predicates)
    assert opposed(second.predicates, first.predicates)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lupo did not resign.", "Horn resigned on Friday."),
        ("Lupo, who did not see the report, visited the valley.", "Lupo visited the valley on Tuesday."),
        ("The dam broke on Monday.", "The dam broke on Monday night, and nobody was warned."),
        ("Lupo should not resign, Horn said.", "Lupo resigned on Friday."),
        ("Horn blamed the driver, not the owner.", "Horn blamed the driver of the tram."),
        ("None of the burns is life-threatening.", "The burns are non-life-threatening."),
        ("The ministers had no clear agenda.", "The ministers had little clear agenda."),
        ("The clinic isn't telling how ill the diver is, but says she is stable.", "The clinic says she is stable."),
        ("Rescuers did not call the crew.", "Rescuers called off the search for the crew."),
    ],
)
def test_not_opposite(one: str, two: str) -> None:
    first, second = all_slots(one, two)
    assert not opposed(first.predicates, second.predicates)


def story(*told: tuple[str, str]) -> Relations:
    """A story of one sentence a report, each with its day, beside a lead that all share."""
    lead = "The Orlo dam above Velden broke on Monday night and killed seven people."
    names = ("Velden Courier", "Northern Post", "Radio Tarn")
    rows: tuple[Row, ...] = tuple(
        (name, day, "Velden counts its dead", (lead, words)) for name, (day, words) in zip(names, told, strict=False)
    )
    return relations(rows)


def status_of(found: Relations, words: str) -> set[tuple[PointRelation, Status]]:
    """Relation and status of every shared point with a statement that has the words."""
    return {
        (p.relation, p.status)
        for p in found.points
        if p.relation is not PointRelation.SINGLE and any(words in s.passage.words for s in p.statements)
    }


def test_refusal_after_the_deed_is_not_the_newer_version() -> None:
    found = story(
        ("2031-03-05", "The mayor of Velden, Ana Lupo, has refused to resign."),
        ("2031-03-04", "The mayor of Velden, Ana Lupo, resigned on Tuesday."),
    )
    assert PointRelation.UPDATE not in {relation for relation, _ in status_of(found, "resigned")}
    assert PointRelation.SAME not in {relation for relation, _ in status_of(found, "resigned")}


def test_opposite_statements_are_never_agreed() -> None:
    found = story(
        ("2031-03-04", "Police said the breach of the dam was deliberate."),
        ("2031-03-04", "Police said the breach of the dam was not deliberate."),
    )
    assert (PointRelation.SAME, Status.CORROBORATED) not in status_of(found, "deliberate")
    assert (PointRelation.SAME, Status.SINGLE_VOICE) not in status_of(found, "deliberate")


def test_latest_version_is_never_the_older_report() -> None:
    found = story(
        ("2031-03-05", "It is not clear whether Mayor Ana Lupo survived."),
        ("2031-03-04", "Mayor Ana Lupo was found alive in the valley on Tuesday."),
    )
    assert not any(p.relation is PointRelation.UPDATE for p in found.points)


def test_question_keeps_the_words_that_leave_it_open() -> None:
    found = story(
        ("2031-03-04", "It is not clear whether Mayor Ana Lupo survived."),
        ("2031-03-05", "Mayor Ana Lupo was found alive in the valley on Tuesday."),
    )
    update = next(p for p in found.points if p.relation is PointRelation.UPDATE)
    assert update.versions[0].value == "It is not clear whether Mayor Ana Lupo survived"
    assert "found alive" in (update.versions[1].value or "")
    assert "came out the next day" in update.why[0]


def test_denied_topic_is_no_dispute() -> None:
    found = story(
        ("2031-03-04", "There was no joint statement from the ministers of the two valleys."),
        ("2031-03-05", "Minister Pavel Horn said at a joint news conference that the valley would be rebuilt."),
    )
    assert not any(p.relation is PointRelation.CONFLICT for p in found.points)


def settled(*rows: tuple[str, str]) -> list[Status]:
    """The statuses of what a story of reports with a day and a sentence each disputes or supersedes."""
    told = [(f"{chr(65 + n)} Gazette", day, "", (text,)) for n, (day, text) in enumerate(rows)]
    return [p.status for p in relations(tuple(told)).points if p.status in (Status.DISPUTED, Status.SUPERSEDED)]


NO_CHARGES = "No charges have been filed against the driver of the Velden tram, police said."
NO_NAME = "The name of the victim of the Velden fire has not been released."


@pytest.mark.parametrize(
    ("open_", "told", "answered"),
    [
        (NO_CHARGES, "The driver of the Velden tram has been charged with murder.", True),
        (NO_CHARGES, "Whoever drove the Velden tram could face charges, police said.", False),
        (NO_CHARGES, "Prosecutors will decide if charges will be filed against the driver of the tram.", False),
        (NO_NAME, "The victim of the Velden fire was identified as Olaf Brun.", True),
        (NO_NAME, "Police named Ida Brandt as the one who lit the Velden fire.", False),
    ],
)
def test_only_what_is_told_answers(open_: str, told: str, answered: bool) -> None:
    assert settled(("2031-03-04", open_), ("2031-03-05", told)) == ([Status.SUPERSEDED] if answered else [])


def test_who_was_named_in_an_older_page_is_not_unnamed() -> None:
    named = "The victim of the Velden fire was identified as Olaf Brun."
    assert settled(("2031-03-05", NO_NAME), ("2031-03-04", named)) == []


def test_answer_is_shown_without_what_it_only_opens() -> None:
    rows = (
        (
            "A Gazette",
            "2031-03-04",
            "",
            ("It is not clear whether Ana Lupo will meet the owner Pavel Horn in Velden.",),
        ),
        (
            "B Gazette",
            "2031-03-05",
            "",
            ("After Ana Lupo spent an hour meeting the owner Pavel Horn in Velden, the ministry aired its anger.",),
        ),
    )
    (update,) = (p for p in relations(rows).points if p.status is Status.SUPERSEDED)
    assert update.versions[1].value == "Ana Lupo spent an hour meeting the owner Pavel Horn in Velden"


def test_what_is_not_told_denies_nothing() -> None:
    found = relations(
        (
            ("Courier", "2031-03-04", "", ("The names of the wounded divers have not been released.",)),
            ("Post", "2031-03-04", "", ("The wounded children have been released from the clinic.",)),
        )
    )
    assert not [p for p in found.points if p.relation is PointRelation.CONFLICT]
