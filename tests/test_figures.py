"""Figures: numbers with what they count."""

from __future__ import annotations

import re

import pytest

from crosswire.annotate.numbers import number_pattern, number_value
from parsed import figures_of, lexicons

Row = tuple[str, float | None, float | None, str | None, str | None, str | None]

# text, passage, low, high, unit, what, hedge
FIGURES: list[tuple[str, Row]] = [
    ("The blast left 31 workers dead.", ("31 workers dead", 31, 31, None, "killed", None)),
    ("At least 12 people were killed.", ("At least 12 people", 12, None, None, "killed", "at least")),
    ("More than 4,000 people have died.", ("More than 4,000 people", 4000, None, None, "killed", "more than")),
    ("Up to 30 miners are missing.", ("Up to 30 miners", None, 30, None, "missing", "up to")),
    ("The mayor fell and 20 are missing after the ferry sank.", ("20", 20, 20, None, "missing", None)),
    ("The ferry sank, and by noon the number of dead stood at 14.", ("14", 14, 14, None, "killed", None)),
    ("There were 20 fatalities.", ("20 fatalities", 20, 20, None, "killed", None)),
    ("The number of injured has risen to 15.", ("15", 15, 15, None, "injured", None)),
    ("The death toll rose to 15.", ("15", 15, 15, None, "killed", None)),
    ("The number of people killed rose to 14 after a search.", ("14", 14, 14, None, "killed", None)),
    ("The coastguard put the number of dead at 14.", ("14", 14, 14, None, "killed", None)),
    ("Nine dockers were wounded in Dorn.", ("Nine dockers", 9, 9, None, "injured", None)),
    ("Police arrested five suspects.", ("five suspects", 5, 5, None, "arrested", None)),
    ("Between 20 and 30 protesters were detained.", ("Between 20 and 30 protesters", 20, 30, None, "arrested", None)),
    ("The navy fired 59 missiles.", ("59 missiles", 59, 59, None, "missiles", None)),
    ("The ship carried a crew of 31.", ("crew of 31", 31, 31, None, "crew", None)),
    ("She trained 30 crew members.", ("30 crew members", 30, 30, None, "crew", None)),
    ("Nine were injured, six of them badly.", ("six of them badly", 6, 6, None, "badly injured", None)),
    ("Nine were injured, two of them fatally.", ("two of them fatally", 2, 2, None, "killed", None)),
    ("It searched for nine guards.–VNP", ("nine guards", 9, 9, None, "guards", None)),
    ("There were 52 people on the tram.", ("52 people", 52, 52, None, "passengers", None)),
    ("Some 300 people were aboard the ship.", ("Some 300 people", 300, 300, None, "on board", "some")),
    ("The port was closed for two days.", ("two days", 2, 2, "days", "closure", None)),
    ("The inquiry will report within three months.", ("three months", 3, 3, "months", None, None)),
    ("The talks lasted three hours.", ("three hours", 3, 3, "hours", "talks", None)),
    (
        "He spent almost two hours talking with Oda.",
        ("almost two hours", None, 2, "hours", "talking with Oda", "almost"),
    ),
    ("After six years of war they met.", ("six years", 6, 6, "years", "war", None)),
    ("About 20 percent of voters stayed home.", ("About 20 percent", 20, 20, "percent", "voters", "about")),
    ("The $5 million fine was paid.", ("$5 million", 5_000_000, 5_000_000, "USD", "fine", None)),
    ("The 230, 000-square-foot hall burned.", ("230, 000-square-foot", 230_000, 230_000, "square feet", None, None)),
    ("Lund fell about 3, 000 feet there.", ("about 3, 000 feet", 3000, 3000, "feet", None, "about")),
    ("The case cost the town $215, 000 in fees.", ("$215, 000", 215_000, 215_000, "USD", None, None)),
    ("Tarn has a 60-to 70-employee yard.", ("60-to 70-employee", 60, 70, None, "employee", None)),
    ("She met three male co-workers in Dorn.", ("three male co-workers", 3, 3, None, "workers", None)),
    ("The camp lies 130 miles east.", ("130 miles", 130, 130, "miles", None, None)),
    ("A man was shot dead in Aldara.", ("A man", 1, 1, None, "killed", None)),
    ("The victim died at the scene.", ("The victim", 1, 1, None, "killed", None)),
    ("His wife and two sons were killed.", ("His wife and two sons", 3, 3, None, "killed", None)),
    ("A boy shot himself by accident.", ("A boy", 1, 1, None, "shot", None)),
    ("The fatal shooting of two guards shocked Dorn.", ("two guards", 2, 2, None, "killed", None)),
    ("The nine guards were not hurt.", ("nine guards", 9, 9, None, "guards", None)),
    ("Nine guards who were not hurt left.", ("Nine guards", 9, 9, None, "guards", None)),
    ("Luckily nine guards were neither killed nor hurt.", ("nine guards", 9, 9, None, "guards", None)),
    ("The nine guards were not badly hurt.", ("nine guards", 9, 9, None, "injured", None)),
    ("Three men suffered gunshot wounds.", ("Three men", 3, 3, None, "injured", None)),
    ("A 24-year-old woman spoke.", ("24-year-old", 24, 24, "years old", "woman", None)),
]


@pytest.mark.parametrize(("text", "row"), FIGURES)
def test_figure(text: str, row: Row) -> None:
    found = [(f.passage.words, f.low, f.high, f.unit, f.what, f.hedge) for f in figures_of(text)]
    assert row in found


NO_FIGURES = [
    "Smith, 24, lives in the 4800 block of Elm Street.",
    "Call 555-0142 or dial 911.",
    "He was born on March 3, 1990.",
    "The train left at 9:30 p.m. on Tuesday.",
    "The page was changed on Tuesday, 9 : 30 PM.",
    "Flight 800 landed. Interstate 95 was closed.",
    "One of them spoke; no one answered.",
    "One of the loudest speeches came at noon, and one of the leading candidates left.",
    "She is the No. 2 official of the port.",
    "The two sides met.",
    "The Group of 20 meeting ended.",
    "Shots were heard around 10: 30 a. m. in Dorn.",
    "A loaded. 38-caliber revolver and a 12-gauge shotgun lay in the car.",
    "The fault is on the FAR-SEA-WEST 4 cable.",
    "The 21, 300-square-metre hall burned.",
    "Tarn, which beat Dorn 63-61 on Monday, will play.",
    "He averaged 7. 3 saves and was away 31 / 2 months.",
    "They lost a $103. 1 million deal.",
    "They had AK 47 rifles and AK-47 rifles.",
    "Within a moment or two the roof was on fire.",
    "Several hundred villagers fled and dozens of sailors drowned.",
    "It searched for several passengers and a few guards.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure(text: str) -> None:
    assert [f.passage.words for f in figures_of(text)] == []


def test_one_of_the_counted_is_not_another_count() -> None:
    figures = figures_of("Five people were killed in Dorn. The youngest victim died at home.")
    assert [(f.low, f.what) for f in figures] == [(5, "killed")]


def test_the_victim_who_died_is_not_injured_too() -> None:
    figures = figures_of(
        "The victim had suffered gunshot wounds. Nobody helped. A baker was killed in Dorn; a woman died."
    )
    assert [f.what for f in figures if f.what == "injured"] == []


def test_a_years_count_is_no_events_toll() -> None:
    figures = figures_of("Nine people were killed in Dorn. More than 300 people have been killed there this year.")
    assert [(f.low, f.what) for f in figures] == [(9, "killed"), (300, "killed this year")]


def test_different_verbs_keep_their_counts_apart() -> None:
    figures = figures_of("At least 12 people were killed and 30 others injured.")
    assert [(f.low, f.what) for f in figures] == [(12, "killed"), (30, "injured")]


def test_ids_run_in_order_of_the_text() -> None:
    figures = figures_of("Two ships sank. Nine sailors drowned. Four ports closed.")
    assert [f.id for f in figures] == [f"r.f{n}" for n in range(1, len(figures) + 1)]
    assert [f.passage.start for f in figures] == sorted(f.passage.start for f in figures)


NUMBERS = [
    ("twenty-one", 21),
    ("three hundred and five", 305),
    ("2 1/2", 2.5),
    ("1.2 million", 1_200_000),
    ("half a million", 500_000),
    ("a quarter of a million", 250_000),
    ("three quarters of a billion", 750_000_000),
    ("half-million", 500_000),
    ("half a dozen", 6),
    ("one and a half million", 1_500_000),
    ("a million and a half", 1_500_000),
    ("1 1/2 million", 1_500_000),
    ("two thousand three hundred and four", 2304),
    ("a dozen", 12),
    ("320,000", 320_000),
]


@pytest.mark.parametrize(("phrase", "value"), NUMBERS)
def test_number(phrase: str, value: float) -> None:
    words = lexicons().numbers
    assert re.fullmatch(number_pattern(words), phrase)
    assert number_value(phrase, words) == value


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders met.",
        "Two men spoke.",
        "One expert said so.",
        "At one point he left.",
        "The coast’s two great trading nations cannot quarrel.",
    ],
)
def test_one_or_two_of_a_bare_noun_say_nothing(text: str) -> None:
    assert not figures_of(text)


def test_two_of_a_described_noun_are_counted() -> None:
    found = [
        f.what for f in figures_of("Two Ostran ministers met. Just one meeting was held. She faces one count of fraud.")
    ]
    assert found == ["ministers", "meeting", "count"]


def test_a_clause_of_its_own_tells_of_others() -> None:
    assert not [
        f for f in figures_of("He helped a couple whose children were hurt.") if f.what == "injured" and f.low == 1
    ]


def test_two_numbers_joined_by_and_under_two_verbs_are_two_counts() -> None:
    figures = figures_of("The number of people killed on the ferry rose to 14 and eight are still missing.")
    assert [(f.passage.words, f.what, f.low) for f in figures] == [("14", "killed", 14), ("eight", "missing", 8)]
