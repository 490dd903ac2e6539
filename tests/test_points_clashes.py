"""Whether two numbers can be at odds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Figure
from crosswire.model.passage import Passage
from crosswire.relate.points.clashes import clocks_clash, counts_whole, may_clash, other_times
from crosswire.relate.points.statements import Slots
from point_stories import slots

WORDS = load_lexicons().points


def figure(text: str, words: str, value: float) -> tuple[Slots, Figure]:
    """The sentence's slots, and the figure of the words in it."""
    at = text.index(words)
    return slots(text), Figure("r.f1", Passage("r0", at, at + len(words), words), value, value)


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Five people were killed on the pier.", "Five people", True),
        ("A man was killed on the pier.", "A man", False),  # somebody, and no count
        ("Another two men were driven to Tarn.", "Another two men", False),
        ("Two more died in the garden.", "Two", False),
        ("Two more people died in the garden.", "Two more people", False),
        ("Two were killed inside the house and two outside.", "Two", False),
        ("Two were killed in the house; one in the garden.", "Two", False),
        ("Two were killed inside the house and the roof fell.", "Two", True),
        ("More than two people died in the garden.", "More than two people", True),
        ("Two of the seven divers we met were freed.", "Two of the seven divers", False),
        ("He kept the No. 3 position in the club.", "3 position", False),
        ("The board chose her in a 41-to-17 vote.", "17 vote", False),
        ("Velden (25-7) plays in Tarn.", "25", False),
        ("The names of three victims were read out.", "three victims", False),  # those known so far
        ("The bodies of three victims were found.", "three victims", True),
        ("In the city 28 people were shot since Friday.", "28 people", False),  # of many events
        ("A series of shootings left three people dead.", "three people", False),
        ("Ana Lupo was one of two women who were killed on the quay.", "two women", False),  # those on the quay
        ("He was held at 533 Mill Lane.", "533 Mill Lane", False),
        ("Ana Lupo, 11 Handout by the family, died.", "11 Handout", False),  # her age
        ("In Tarn, 11 people died.", "11 people", True),
        ("He wanted to kill the two kids.", "two kids", False),  # who may live
        ("He meant to kill, and two kids died.", "two kids", True),
    ],
)
def test_count_of_all(text: str, words: str, whole: bool) -> None:
    here, found = figure(text, words, 3.0)
    assert counts_whole(found, here) is whole


CLASHES = [
    (("Four people were killed.", "Four people", 4), ("He shot three men dead.", "three men", 3), False),  # among them
    (("Six people were hurt.", "Six people", 6), ("Eight people were hurt.", "Eight people", 8), True),
    # some of the hurt
    (("Five people were hurt.", "Five people", 5), ("Three people remain hospitalized.", "Three people", 3), False),
    (("Five boys were hurt.", "Five boys", 5), ("Three boys hospitalized left.", "Three boys hospitalized", 3), False),
    (("Six others were hurt.", "Six", 6), ("Eleven people were hurt.", "Eleven people", 11), False),
    (("Police made 47 arrests.", "47", 47), ("There were six arrests, after 47 on Monday.", "six", 6), False),
    (("Two men, ages 33 and 58, were hurt.", "Two men", 2), ("Seven men were hurt.", "Seven men", 7), False),
    (("It held four shells.", "four shells", 4), ("The hull was hit by seven shells.", "seven shells", 7), False),
    (("It carried 212 men.", "212 men", 212), ("There were 240 men on board.", "240 men", 240), True),
    (("One officer died.", "One officer", 1), ("Nine officers died.", "Nine officers", 9), False),  # of a year
    (("Two men were at the bar.", "Two men", 2), ("Three men sang.", "Three men", 3), False),  # of other acts
    (
        ("One man was shot near the quay.", "One man", 1),
        ("Two people were shot.", "Two people", 2),
        False,
    ),  # one of them
]


@pytest.mark.parametrize(("before", "clash"), [("Horn killed Ana Lupo, 34, and", False), ("Horn killed", True)])
def test_one_told_behind_another_is_one_of_several_dead(before: str, clash: bool) -> None:
    here, a = figure(f"{before} their son.", "their son", 1)
    there, b = figure("Two were killed.", "Two", 2)
    dead = (replace(a, what="killed"), replace(b, what="killed"))
    assert may_clash(here, dead[0], there, dead[1], WORDS, toll=True, anybody=False, revised=False) is clash


@pytest.mark.parametrize(("one", "two", "clash"), CLASHES)
def test_numbers_that_clash(one: tuple[str, str, float], two: tuple[str, str, float], clash: bool) -> None:
    (here, a), (there, b) = figure(*one), figure(*two)
    anybody = any(word in one[1] for word in ("men", "shells"))
    assert may_clash(here, a, there, b, WORDS, toll=not anybody, anybody=anybody, revised=False) is clash


@pytest.mark.parametrize(
    ("ours", "theirs", "other"),
    [
        ({"2031-03-04"}, {"2031-03-05"}, False),  # the day of the event and that of the news conference
        ({"2031-03-04"}, {"2031-06"}, True),
        ({"2031-03-04"}, {"2031-03-20"}, True),
        ({"2031-03"}, {"2031-03-20"}, False),
        ({"2031-03-04"}, set(), False),
    ],
)
def test_other_times(ours: set[str], theirs: set[str], other: bool) -> None:
    here = slots("The pier was closed.")
    assert other_times(replace(here, times=frozenset(ours)), replace(here, times=frozenset(theirs))) is other


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        (("The fire broke out at 2:45 a.m.", "T02:45"), ("It happened around 2:25 a.m.", "T02:25"), True),
        (("The fire broke out at 7:20 a.m.", "T07:20"), ("It happened around 7:10 a.m.", "T07:10"), False),
        (("The fire broke out around 7:00 a.m.", "T07:00"), ("It happened at 7:20 a.m.", "T07:20"), False),
        (("The fire broke out around 7:00 a.m.", "T07:00"), ("It happened at 7:30 a.m.", "T07:30"), True),
        (("The fire broke out at 7:20 a.m.", "T07:20"), ("The mayor spoke at 8:10 a.m.", "T08:10"), False),
        (
            ("They were called about a fire around 9:30 p.m.", "T21:30"),
            ("A fire broke out at 8:45 p.m.", "T20:45"),
            False,
        ),
        (("The fire broke out at 6:30 at night.", "T06:30"), ("It happened at 6:30 p.m.", "T18:30"), False),
    ],
)
def test_times_of_day_that_clash(one: tuple[str, str], two: tuple[str, str], clash: bool) -> None:
    def clock(text: str, value: str) -> tuple[Slots, tuple[str, Passage]]:
        at = next(n for n, sign in enumerate(text) if sign.isdigit())
        return slots(text), ("2031-03-04" + value, Passage("r0", at, len(text) - 1, text[at:-1]))

    (here, a), (there, b) = clock(*one), clock(*two)
    assert clocks_clash(here, a, there, b, WORDS) is clash
    assert not clocks_clash(here, a, there, ("2031-03-05" + two[1], b[1]), WORDS)


def test_measures_of_another_act_or_about_as_much() -> None:
    here, a = figure("The boat weighed about 210 pounds.", "about 210 pounds", 210)
    there, b = figure("The boat weighed 212 pounds.", "212 pounds", 212)
    far, c = figure("The boat was found 300 pounds lighter.", "300 pounds", 300)
    a, b, c = (replace(f, unit="pounds") for f in (a, b, c))
    flags = {"toll": False, "anybody": False, "revised": False}
    assert not may_clash(here, replace(a, hedge="about"), there, b, WORDS, **flags)
    assert may_clash(here, a, there, b, WORDS, **flags)
    assert not may_clash(here, a, far, c, WORDS, **flags)


@pytest.mark.parametrize("some", ["Two children", "Two teenagers"])
def test_some_of_the_people_are_no_other_count(some: str) -> None:
    (here, a), (there, b) = (
        figure(f"{some} were hurt.", some, 2),
        figure("Three people were hurt.", "Three people", 3),
    )
    assert not may_clash(here, a, there, b, WORDS, toll=True, anybody=False, revised=False)
    assert not may_clash(there, b, here, a, WORDS, toll=True, anybody=False, revised=False)


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        (("Lupo fell 60 metres.", "60 metres", 60), ("Lupo fell 150 metres.", "150 metres", 150), True),
        (("Lupo fell 60 metres.", "60 metres", 60), ("Horn fell 150 metres.", "150 metres", 150), False),
        (("Lupo, 36, fell 60 metres.", "60 metres", 60), ("A diver, 36, fell 150 metres.", "150 metres", 150), True),
        (
            ("The club offered Lupo 22 metres a day.", "22 metres", 22),
            ("The club offered Lupo 90 metres.", "90 metres", 90),
            False,
        ),
    ],
)
def test_measures_of_one(one: tuple[str, str, float], two: tuple[str, str, float], clash: bool) -> None:
    (here, a), (there, b) = figure(*one), figure(*two)
    a, b = replace(a, unit="metres"), replace(b, unit="metres")
    here, there = replace(here, names=names(here)), replace(there, names=names(there))
    assert may_clash(here, a, there, b, WORDS, toll=False, anybody=False, revised=False) is clash


def names(sentence: Slots) -> frozenset[str]:
    """The names among the sentence's words."""
    return frozenset(name for name in ("lupo", "horn") if name.title() in sentence.passage.words)


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        (("Lupo missed four matches.", "four matches", 4), ("Lupo missed two matches.", "two matches", 2), True),
        (("Lupo missed four matches.", "four matches", 4), ("Lupo will miss two matches.", "two matches", 2), False),
        (
            ("Lupo needed nine goals for the top-ranked team.", "nine goals", 9),
            ("Lupo had scored 20 goals for the top-ranked team.", "20 goals", 20),
            False,
        ),
    ],
)
def test_counts_of_what_was_and_what_will_be(
    one: tuple[str, str, float], two: tuple[str, str, float], clash: bool
) -> None:
    (here, a), (there, b) = figure(*one), figure(*two)
    assert may_clash(here, a, there, b, WORDS, toll=False, anybody=False, revised=False) is clash


def test_a_sentence_that_counts_one_thing_twice_clashes_by_its_own_verb_only() -> None:
    rowed = ("Lupo had 790 metres and rowed 300 metres.", "790 metres", 790)
    (here, a), (there, b) = figure(*rowed), figure("Lupo rowed 200 metres.", "200 metres", 200)
    (_, own), flags = figure(rowed[0], "300 metres", 300), {"toll": False, "anybody": False, "revised": False}
    a, b, own = (replace(f, unit="metres") for f in (a, b, own))
    here = replace(here, figures=(a, own))
    assert not may_clash(here, a, there, b, WORDS, **flags)
    assert may_clash(replace(here, figures=(a,)), a, there, b, WORDS, **flags)
