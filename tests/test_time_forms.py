"""Forms of time expressions that few texts have: what is found, and its value."""

from __future__ import annotations

import pytest

from crosswire.annotate.reading import Reading
from crosswire.annotate.time_bounds import behind, since
from crosswire.model.annotation import TimeKind
from parsed import times_of

THURSDAY = "2031-10-23"

# text of a report of Thursday 23 October 2031, the words, the TIMEX3 value
VALUES = [
    ("Sales rose in the final quarter.", "the final quarter", "2031-Q4"),
    ("Sales rose in the last quarter of 2030.", "the last quarter of 2030", "2030-Q4"),
    ("Sales rose in the calendar third quarter.", "the calendar third quarter", "2031-Q3"),
    ("Sales fell at the end of the third quarter.", "the end of the third quarter", "2031-Q3"),
    ("Sales rose in the third quarter of the prior year.", "the third quarter of the prior year", "2030-Q3"),
    ("Sales rose in the comparable quarter of 2029.", "the comparable quarter of 2029", "2029-Q3"),
    ("Sales fell in the 2032 fiscal year.", "the 2032 fiscal year", "2032"),
    ("Sales will rise in calendar 2032.", "calendar 2032", "2032"),
    ("Its fiscal year ends in March.", "Its fiscal year", "P1Y"),
    ("Sales fell in the most recent fiscal year.", "the most recent fiscal year", "2030"),
    ("Net fell in the nine months.", "the nine months", "P9M"),
    ("Net fell in the year-earlier six months.", "the year-earlier six months", "P6M"),
    ("It will stand until the end of the century.", "the end of the century", "20"),
    ("It was built in the late 19th century.", "the late 19th century", "18"),
    ("He sat there for a quarter-century.", "a quarter-century", "P25Y"),
    ("He came a quarter century ago.", "a quarter century ago", "2006"),
    ("He came two and one-half years ago.", "two and one-half years ago", "2029-04"),
    ("Ice lay here 40,000 years ago.", "40,000 years ago", "PAST_REF"),
    ("It will be told in the next day or two.", "the next day or two", "P1D"),
    ("It was told in the last year or so.", "the last year or so", "P1Y"),
    ("Orders rose in May '29.", "May '29", "2029-05"),
    ("The mill burned in the summer of '29.", "the summer of '29", "2029-SU"),
    ("The fair is held on the first Monday of every month.", "the first Monday of every month", "P1M"),
    ("The council met on the last day of September.", "the last day of September", "2031-09-30"),
    ("The fair ran in the second week of September.", "the second week of September", "2031-09"),
    ("The valley floods every spring.", "every spring", "XXXX-SP"),
    ("The fair is held every May.", "every May", "XXXX-05"),
    ("He walks there every morning.", "every morning", "XXXX-XX-XXTMO"),
    ("Such floods were known in earlier years.", "earlier years", "PAST_REF"),
    ("The dispute dates back to January.", "January", "2031-01"),
    ("He has been held since November.", "November", "2030-11"),
    ("He has been held since Nov. 3.", "Nov. 3", "2030-11-03"),
    ("The bank has lent the mill money through January.", "January", "2032-01"),
    ("Sales through September fell.", "September", "2031-09"),
    ("The bridge is closed from Friday through Monday.", "Monday", "2031-10-27"),
    ("Sales fell in the Oct. 11-20 period.", "20", "2031-10-20"),
    ("The relay ran at 7:30 in Brell.", "7:30", "2031-10-23T07:30"),
    ("He is due in court at 1: 45 p. m. today.", "1: 45 p. m. today", "2031-10-23T13:45"),
    ("The cable was restored on 14 October 02: 00 GMT.", "14 October", "2031-10-14"),
    ("Tarn set out alone on Friday.", "Friday", "2031-10-17"),
    ("He was shot on June 24, 2025, after a June 20 raid.", "June 20", "2025-06-20"),
    ("Oda, fired on November 8, is suing the mill.", "November 8", "2030-11-08"),
    ("Oda resigned on November 8.", "November 8", "2030-11-08"),
    ("A wake is on November 8 at the chapel, followed by a supper.", "November 8", "2031-11-08"),
    ("A hearing was penciled in for November.", "November", "2031-11"),
    ("At 9. 25 a. m. on Tuesday it began.", "9. 25 a. m. on Tuesday", "2031-10-21T09:25"),
    ("Tarn gave himself up at about 3 p.m. today.", "about 3 p.m. today", "2031-10-23T15:00"),
    ("7:30 – Police arrive at the mill.", "7:30", "2031-10-23T07:30"),
    ("The ferry sailed, as planned, on Saturday.", "Saturday", "2031-10-18"),
    ("The mill closed a week or so ago.", "a week or so ago", "2031-W42"),
    ("He left in the winter of nineteen ninety-four.", "the winter of nineteen ninety-four", "1994-WI"),
    ("The stalls will be built at a later date.", "a later date", "FUTURE_REF"),
    ("Three boats will sail, with one leaving on Saturday.", "Saturday", "2031-10-25"),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value(text: str, words: str, value: str) -> None:
    assert (words, value) in [(time.passage.words, time.timex3) for time in times_of(text, THURSDAY)]


# What is told first, and what the words mean behind it.
NARRATIVE = [
    ("The mill burned in 2027. He left that summer.", "2027-SU"),
    ("The mill burned on May 3, 2027. He left that same month.", "2027-05"),
    ("The mill burned on May 3, 2027. He left that weekend.", "2027-W18-WE"),
    ("Net fell in the quarter ended Sept. 30. It had risen a year earlier.", "2030-Q3"),
    ("Second-quarter net fell. In the first half, it was below that of a year earlier.", "2030"),
    ("Fourth-quarter net fell. For the year, it was below that of a year earlier.", "2030"),
    ("Second-quarter net fell. In the first half it rose from the year-earlier period.", "2030-H1"),
    ("Third-quarter net was $3 million, compared with a loss of $2 million last year.", "2030-Q3"),
    ("Third-quarter sales rose to $3 billion from last year's $2 billion.", "2030-Q3"),
    ("Third-quarter net rose. The mill earned $30 million last year.", "2030"),
    ("Third-quarter net rose. Oda came from Brell last year.", "2030"),
    ("Third-quarter net fell. For the nine months it rose. In the quarter sales fell from a year earlier.", "2030-Q3"),
]


@pytest.mark.parametrize(("text", "value"), NARRATIVE)
def test_value_counts_from_what_was_told(text: str, value: str) -> None:
    assert times_of(text, THURSDAY)[-1].timex3 == value


# Lengths of films, scores and verses are no times of day.
NO_CLOCKS = [
    "Fire in Brell Pause 1:37 Mayor Tarn speaks.",
    "The relay was won in 3:41.",
    "He read Psalm 18:21 to them.",
    "Pause 0:50 The harbour from above.",
    "Brell led by nine with 7:54 to go and 2:10 left.",
]


@pytest.mark.parametrize("text", NO_CLOCKS)
def test_no_clock(text: str) -> None:
    assert [time.passage.words for time in times_of(text, THURSDAY)] == []


def test_the_half_of_a_game_is_none_of_a_year() -> None:
    words = "Oda scored twice in the first half of play, and the striker led in the second half. The referee left."
    assert times_of(words, THURSDAY) == ()


def test_this_weekend_is_over_early_in_the_week() -> None:
    assert times_of("Two divers drowned this weekend.", "2031-10-20")[0].timex3 == "2031-W42-WE"
    assert times_of("They will dive this weekend.", "2031-10-20")[0].timex3 == "2031-W43-WE"


def test_that_night_is_not_the_night_of_the_report() -> None:
    told = "Oda was charged on Thursday with the Oct. 3 killing of a clerk.\n\nHe died at 9:37 p.m. that night."
    assert times_of(told, THURSDAY)[-1].timex3 == "2031-10-03T21:37"


def test_a_feast_gives_its_week() -> None:
    assert times_of("Masses were said as Easter week began.", "2031-04-07")[0].timex3 == "2031-W15"


def test_since_looks_back() -> None:
    assert since("He has been held since late ")
    assert not since("He will be held until ")


def test_a_stretch_ends_behind_its_begin() -> None:
    monday = Reading("2031-10-20", TimeKind.DATE)
    assert behind(monday, "2031-10-24", " through ").timex3 == "2031-10-27"
    assert behind(monday, "2031-10-24", " and ").timex3 == "2031-10-20"
    assert behind(monday, "2031-10-17", " to ").timex3 == "2031-10-20"
