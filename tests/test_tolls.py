"""A story's tolls: told, counted one by one, added up, and brought up to date."""

from __future__ import annotations

import random

import pytest

from crosswire.annotate.casualties import find_casualties
from crosswire.annotate.figures import find_figures
from crosswire.annotate.headline_casualties import headline_casualties
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report
from crosswire.model.toll import Toll, TollHow
from crosswire.model.when import Basis, When
from crosswire.relate.tolls.evidence import evidence_of
from crosswire.relate.tolls.people import Someone, people_in
from crosswire.relate.tolls.toll_model import load_toll_model
from crosswire.relate.tolls.tolls import find_tolls, summed
from parsed import language, lexicons, report_of


def annotated(report: Report) -> Annotation:
    """What a report tells of killed and injured."""
    sentences = language().sentences(report)
    figures = find_figures(report, sentences, lexicons=lexicons())
    told = find_casualties(report, sentences, figures, lexicons=lexicons())
    casualties = (*headline_casualties(report, lexicons=lexicons()), *told)
    return Annotation(report.id, sentences, figures=figures, casualties=casualties)


def reports_of(*told: tuple[str, str]) -> list[Report]:
    """Reports of following days, each a headline and a text."""
    return [
        Report(
            f"r{n}", text, report_of(text).paragraphs, headline=headline,
            published_at=When(f"2026-03-0{n}", Basis.GIVEN),
        )
        for n, (headline, text) in enumerate(told, 1)
    ]  # fmt: skip


def tolls_of(*told: tuple[str, str]) -> dict[str, Toll]:
    """The tolls of a story of these reports."""
    reports = reports_of(*told)
    found = find_tolls(
        reports,
        [annotated(r) for r in reports],
        counted=lexicons().counted,
        names=lexicons().names,
        model=load_toll_model(),
    )
    return {toll.what: toll for toll in found}


def people_of(text: str) -> tuple[Someone, ...]:
    """The single people of a text."""
    return people_in(annotated(report_of(text)).casualties, lexicons().counted.suspects, lexicons().names)


CRASH = (
    "Two dead, three hurt in Ostra tram crash",
    "Two people were killed and three others were injured when a tram left the rails in Ostra, police said.",
)


def test_a_number_that_is_told_has_its_passages_and_reports() -> None:
    found = tolls_of(CRASH)
    killed = found["killed"]
    assert (killed.low, killed.high, killed.how) == (2, 2, TollHow.TOLD)
    assert [p.words for part in killed.parts for p in part.passages] == ["Two people"]
    assert killed.parts[0].headlines == ("r1",)
    assert found["injured"].low == 3


def test_the_latest_number_wins_and_the_older_is_a_version() -> None:
    later = (
        "Three dead in Ostra tram crash",
        "The death toll of the tram crash in Ostra rose to three on Tuesday. Two people remain in hospital.",
    )
    killed = tolls_of(CRASH, later)["killed"]
    assert killed.low == 3
    assert [(v.number, v.reports) for v in killed.versions] == [(2, ("r1",)), (3, ("r2",))]
    assert "2 in r1" in killed.why


def test_people_told_of_one_by_one_are_counted() -> None:
    text = "Odd Tarn, 52, was found dead in the cabin. Marla Venn, 31, was pronounced dead at the hospital."
    killed = tolls_of(("Linden fire: Odd Tarn, Marla Venn found dead", text))["killed"]
    assert (killed.low, killed.how) == (2, TollHow.COUNTED)
    assert [part.name for part in killed.parts] == ["Odd Tarn", "Marla Venn"]
    assert sum(part.number for part in killed.parts) == killed.low


def test_the_shot_less_the_dead_are_injured() -> None:
    text = "Five people were shot outside a hall in Tarn. One of them died. The others are expected to survive."
    found = tolls_of(("Five shot, one dead in Tarn", text))
    assert (found["killed"].low, found["injured"].low) == (1, 4)
    assert [(part.number, part.what) for part in found["injured"].parts] == [(5, "shot"), (-1, "killed")]


def test_a_background_war_is_no_storys_toll() -> None:
    text = (
        "The two leaders met in Aldara on Monday. They spoke about trade. They also spoke about grain. A dinner "
        "followed. The delegations stayed until late. More than 4,000 people have been killed in the war since 2019."
    )
    assert not tolls_of(("Leaders meet in Aldara", text))


def test_a_year_is_no_event() -> None:
    text = "A man was shot dead in Linden on Monday. It was a warm night. Last year 41 people were killed in Linden."
    assert tolls_of(("Man shot dead in Linden", text))["killed"].low == 1


@pytest.mark.parametrize("seed", range(3))
def test_parts_make_the_number(seed: int) -> None:
    rows = [CRASH, ("Fire kills boy in Tarn", "A boy died in a fire in Tarn. His mother, Ann Holt, 40, was hurt.")]
    random.Random(seed).shuffle(rows)
    for toll in tolls_of(*rows).values():
        assert sum(part.number for part in toll.parts) == toll.low


def test_one_person_under_several_descriptions_is_one() -> None:
    text = "A man was shot in Tarn. The victim, Odd Tarn, 52, died on Friday. Tarn was a teacher."
    (someone,) = people_of(text)
    assert someone.killed
    assert someone.called == "Odd Tarn"


def test_two_of_one_surname_are_two() -> None:
    text = "Odd Tarn, 52, was killed. Ann Tarn, 50, was killed."
    assert len(people_of(text)) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Christina Holt, 31", "Christopher Holt, 32"),
        ("Christina Tarn", "Christopher Tarn"),
        ("Alexandra Marn", "Alexander Marn"),
        ("Daniel Holt", "Daniela Holt"),
        ("John Marn", "John Marnson"),
        ("Dan Holt, 61", "Daniel Holt, 31"),
        ("Dan Holt, 31", "Daniel Holt, 32"),
    ],
)
def test_two_of_like_names_are_two(one: str, two: str) -> None:
    rows = [
        ("Holt killed in Linden", f"{subject(one)} was shot and killed at the mill in Linden on Monday."),
        ("Holt killed in Linden", f"{subject(two)} was shot and killed at the pier in Linden on Monday."),
    ]
    assert len(dead_of(*rows)) == 2
    text = f"{rows[0][1]} Police said {subject(two)} was also shot and killed at the pier."
    assert len(dead_of(("Killings in Linden", text))) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Dan Holt, 31", "Daniel Holt, 31"),
        ("Dan Holt", "Daniel Holt, 31"),
        ("Marla Venner, 40", "Marla Vener, 40"),
        ("Michael Holt", "Micheal Holt"),
        ("Odd B. Tarn, 52", "Odd Tarn, 53"),
        ("Ann Holt-Marn", "Ann Holt"),
    ],
)
def test_one_under_two_spellings_is_one(one: str, two: str) -> None:
    rows = [
        ("Killing in Linden", f"{subject(one)} was shot and killed at the mill in Linden on Monday."),
        ("Killing in Linden", f"{subject(two)} was shot and killed at the mill in Linden on Monday."),
    ]
    assert len(dead_of(*rows)) == 1


def subject(name: str) -> str:
    """A name as a sentence has it: with a second comma where it has an age."""
    return f"{name}," if name[-1].isdigit() else name


def dead_of(*told: tuple[str, str]) -> tuple[Someone, ...]:
    """The single people whom reports tell of as dead."""
    casualties = [c for report in reports_of(*told) for c in annotated(report).casualties if c.sentence is not None]
    return tuple(p for p in people_in(casualties, lexicons().counted.suspects, lexicons().names) if p.killed)


def test_a_brother_and_a_sister_are_two_killed() -> None:
    text = (
        "Christina Holt, 31, was shot and killed at the mill in Linden on Monday. "
        "Police said Christopher Holt, 32, was also shot and killed at the pier."
    )
    killed = tolls_of(("Shots in Linden", text), ("Shots in Linden", text))["killed"]
    assert (killed.low, [part.name for part in killed.parts]) == (2, ["Christina Holt", "Christopher Holt"])


def test_a_toll_that_rose_by_one_is_the_last_reports() -> None:
    later = (
        "Third victim dies after tram crash",
        "A man who was hurt in the tram crash in Ostra has died, bringing the death toll to three, the hospital said.",
    )
    assert tolls_of(CRASH, later)["killed"].low == 3


def test_hurt_in_one_report_and_dead_in_the_next_is_one() -> None:
    tolls = tolls_of(
        ("Boy in critical condition after fall in Tarn", "A 6-year-old boy was injured in a fall on Monday."),
        ("Boy dies after fall in Tarn", "A 6-year-old boy died on Tuesday, a day after he was injured in a fall."),
    )
    assert {what: toll.low for what, toll in tolls.items()} == {"killed": 1}


def test_a_headline_may_tell_that_it_is_about_the_hurt() -> None:
    talk = " ".join(f"The street was closed at noon, resident {n} of it said." for n in range(1, 7))
    hurt = f"{talk} A 6-year-old boy was injured."
    assert {what: toll.low for what, toll in tolls_of(("Brother held after Tarn shooting", hurt)).items()} == {
        "injured": 1
    }
    assert tolls_of(("Brother held after Tarn robbery", hurt)) == {}


def test_a_round_up_of_several_events_counts_less_than_the_report_of_one() -> None:
    tolls = tolls_of(
        ("Woman killed, 2 hurt in Linden stabbing", "A woman was killed and two men were injured in Linden on Friday."),
        ("3 killed, 9 hurt in weekend stabbings", "Police counted the stabbings of the weekend in the whole province."),
    )
    assert {what: toll.low for what, toll in tolls.items()} == {"killed": 1, "injured": 2}


def test_one_dead_is_no_answer_where_reports_count_more() -> None:
    tolls = tolls_of(
        ("Raid on flats in Tarn", "Four people were killed in a raid on Monday. Oskar Lund, 27, was shot dead there."),
        ("Dead of Tarn named", "Five people were killed in the raid. Oskar Lund, 27, was shot dead by guards."),
    )
    assert tolls["killed"].low == 5


def test_who_is_told_of_in_one_report_stands_for_one() -> None:
    tolls = tolls_of(
        ("Murder charge in Tarn", "A boy is charged with the murder of Javin Holt. Javin Holt died on Friday."),
        ("A family mourns in Tarn", "Jovan Holt, 15, was killed in his home on Friday."),
        ("Tarn says farewell", "Javin Holt, who was killed on Friday, was buried today."),
    )
    assert tolls["killed"].low == 1
    assert all(part.passages for part in tolls["killed"].parts)


LOWERED: list[tuple[str, int]] = [
    ("Officials lowered the death toll of the flood from nine to seven.", 7),
    ("Seven people were killed in the flood, not nine as police first said.", 7),
    ("Police said that seven people were killed in the flood, correcting an earlier count of nine.", 7),
    ("The ministry had earlier said that nine were killed, but revised the toll to seven.", 7),
    ("The death toll of the flood was revised to seven after two bodies were counted twice.", 7),
    ("Police corrected the number of dead in the flood to seven from nine.", 7),
    ("The death toll of the flood rose to eleven.", 11),
    ("As we first reported, two people were found dead beside the dam.", 9),
    ("The death toll of the flood has risen from nine to eleven.", 11),
]


@pytest.mark.parametrize(("words", "killed"), LOWERED)
def test_a_number_that_is_lowered_stands(words: str, killed: int) -> None:
    before = ("Nine killed in Tarn flood", "Nine people were killed in a flood in Tarn on Monday.")
    assert tolls_of(before, ("Tarn clears its streets", words))["killed"].low == killed


def test_what_was_told_before_a_lowered_number_speaks_against_nothing() -> None:
    tolls = tolls_of(
        ("Nine killed in Tarn flood", "Nine people were killed in a flood in Tarn on Monday. Twenty were injured."),
        ("Tarn corrects its dead", "Seven people were killed, not nine as police first said."),
        (
            "Eight killed in Tarn flood",
            "Eight people were killed in the flood. The number of injured fell from 20 to 18.",
        ),
    )
    assert tolls["killed"].low == 8


def test_fewer_injured_are_told() -> None:
    tolls = tolls_of(
        ("Twenty hurt in Tarn flood", "Twenty people were injured in a flood in Tarn on Monday."),
        ("Tarn corrects its count", "The number of injured in the flood was revised down from 20 to 14."),
    )
    assert {what: toll.low for what, toll in tolls.items()} == {"injured": 14}
    assert "lower than what was told before: so says r2" in tolls["injured"].why


def test_a_man_is_not_ten_years_old() -> None:
    found = people_of("A man was killed in Tarn. Jerome Holt, 10, was killed beside him.")
    assert len(found) == 2


@pytest.mark.parametrize(("one", "two"), [("Ezekiel Holt", "Ezequiel Holt"), ("Stephen Holt", "Steven Holt")])
def test_names_that_sound_alike_are_one(one: str, two: str) -> None:
    assert len(people_of(f"{one}, 12, was killed on Friday.\n\n{two}, 12, was killed in Tarn.")) == 1


def test_two_who_are_named_as_dead_are_two() -> None:
    one = ("Man killed in Tarn crash", "Oskar Holt, 31, was killed in a crash on Monday.")
    both = "Oskar Holt, 31, and Pieter Lund, 28, were killed in the crash on Monday."
    assert tolls_of(one, ("Victims of Tarn crash mourned", both))["killed"].low == 2
    assert tolls_of(one, ("Three dead in Tarn crash", f"Three people died in Tarn. {both}"))["killed"].low == 3


def test_one_of_them_is_no_other_number() -> None:
    first = ("Five hurt in Tarn", "Five people were injured in a hall in Tarn.")
    later = ("Shots in Tarn", "Five people were shot in a hall in Tarn and one of them is in critical condition.")
    assert [(v.number, v.reports) for v in tolls_of(first, later)["injured"].versions] == [(5, ("r1",))]


@pytest.mark.parametrize(
    ("text", "number", "parts"),
    [
        ("Two men were killed on deck and two women were killed in the cabin.", 4, [2, 2]),
        ("Two people were killed in Tarn. The two men were killed on the deck.", 4, []),  # the same two
        ("Three people were killed in Tarn. Odd Holt, 52, was killed on the deck.", 4, []),  # one of the three
        ("Odd Holt, 52, was killed on the deck. Three others were killed in the cabin.", 4, [3, 1]),
    ],
)
def test_nobody_is_counted_twice_in_a_sum(text: str, number: int, parts: list[int]) -> None:
    (report,) = reports_of(("Tarn", text))
    evidence = evidence_of(report, annotated(report), lexicons().counted, lexicons().names)
    assert [part.number for part in summed("killed", number, [evidence], evidence.people)] == parts


@pytest.mark.parametrize(
    "told",
    [
        "Divers found six more bodies in the wreck, bringing the number of dead to 11.",
        "The toll rose to 11 after three people died in hospital.",
        "Three people died in hospital, taking the death toll to 11.",
    ],
)
def test_what_a_report_says_was_reached_is_its_number(told: str) -> None:
    killed = tolls_of(CRASH, ("Search goes on in Ostra", told))["killed"]
    assert [(v.number, v.reports) for v in killed.versions] == [(2, ("r1",)), (11, ("r2",))]


@pytest.mark.parametrize(
    ("first", "versions"),
    [
        ("A barge burned in Tarn. No one was killed.", [0, 3]),
        ("A barge burned in Tarn. No deaths were reported.", [0, 3]),
        ("A barge burned in Tarn. No one else was killed in the crash.", [3]),
        ("A barge burned in Tarn. A guard died. No one was killed on the quay.", [3]),
    ],
)
def test_a_report_that_tells_of_none_is_a_version(first: str, versions: list[int]) -> None:
    last = "Three guards were killed when a barge burned in Tarn, police said."
    told = tolls_of(("Barge burns in Tarn", first), ("Three killed in barge fire", last))
    assert sorted(v.number for v in told["killed"].versions) == versions
