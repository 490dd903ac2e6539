"""Time expressions: what is found, its value, what it was counted from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crosswire.annotate.dates import calendar_value, day_of, easter, moved, nearest_weekday
from crosswire.model.annotation import TimeKind
from crosswire.model.when import Basis, When
from parsed import annotated, report_of, times_of

WEDNESDAY = "2031-05-14"

# text of a report of Wednesday 14 May 2031, the words, the TIMEX3 value
VALUES = [
    ("Minister Oda met the envoy on Wednesday.", "Wednesday", "2031-05-14"),
    ("Minister Oda met the envoy on Thursday.", "Thursday", "2031-05-08"),
    ("Minister Oda will meet the envoy on Friday.", "Friday", "2031-05-16"),
    ("A rally is planned for Saturday.", "Saturday", "2031-05-17"),
    ("The vote has been postponed to Monday.", "Monday", "2031-05-19"),
    ("The match was brought forward to Friday.", "Friday", "2031-05-16"),
    ("The hearing was moved to Saturday.", "Saturday", "2031-05-17"),
    ("The hearing had been postponed to Monday.", "Monday", "2031-05-12"),
    ("The family was moved to a hotel on Monday.", "Monday", "2031-05-12"),
    ("The regional election slated for November 25 is close.", "November 25", "2031-11-25"),
    ("A clerk ran the harbour until a special election in February.", "February", "2032-02"),
    ("A clerk filled the open seat until the election in February.", "February", "2031-02"),
    ("The offer is open until Monday.", "Monday", "2031-05-19"),
    ("Last Wednesday the bridge fell.", "Last Wednesday", "2031-05-07"),
    ("The bridge fell early Saturday morning.", "early Saturday morning", "2031-05-10TMO"),
    ("The bridge fell on Tuesday night.", "Tuesday night", "2031-05-13TNI"),
    ("The bridge fell at 9:30 p.m. Tuesday.", "9:30 p.m. Tuesday", "2031-05-13T21:30"),
    ("None of the divers could be reached Tuesday.", "Tuesday", "2031-05-13"),
    ("Pell broke the record set on Monday.", "Monday", "2031-05-12"),
    ("The port closed yesterday.", "yesterday", "2031-05-13"),
    ("The port will open tomorrow.", "tomorrow", "2031-05-15"),
    ("The port closed last week.", "last week", "2031-W19"),
    ("The port closed earlier this month.", "earlier this month", "2031-05"),
    ("The port closed last year.", "last year", "2030"),
    ("The port closed on April 4.", "April 4", "2031-04-04"),
    ("The port closed on April 4, 2029.", "April 4, 2029", "2029-04-04"),
    ("The port closed on 4 April 2029.", "4 April 2029", "2029-04-04"),
    ("The port closed in March.", "March", "2031-03"),
    ("The port will close in March.", "March", "2032-03"),
    ("The port closed in December 2029.", "December 2029", "2029-12"),
    ("The port closed three days ago.", "three days ago", "2031-05-11"),
    ("The port closed two months ago.", "two months ago", "2031-03"),
    ("Oda was born in the 1970s.", "the 1970s", "197"),
    ("Sales fell in the third quarter of 2030.", "the third quarter of 2030", "2030-Q3"),
    ("The harvest failed last summer.", "last summer", "2030-SU"),
    ("Crowds gathered over the weekend.", "the weekend", "2031-W19-WE"),
    ("The talks lasted three hours.", "three hours", "PT3H"),
    ("The siege lasted six years.", "six years", "P6Y"),
    ("He waited several months.", "several months", "PXM"),
    ("A two-year contract was signed.", "two-year", "P2Y"),
    ("He walked for two and a half hours.", "two and a half hours", "PT2H30M"),
    ("The council meets every Monday.", "every Monday", "XXXX-WXX-1"),
    ("The council meets twice a week.", "twice a week", "P1W"),
    ("The council recently met.", "recently", "PAST_REF"),
    ("The council is now in session.", "now", "PRESENT_REF"),
    ("The port closed on Christmas Eve.", "Christmas Eve", "2030-12-24"),
    ("The port closed on 13/04/2031.", "13/04/2031", "2031-04-13"),
    ("The port closed on 04/03/2031.", "04/03/2031", "2031-XX-XX"),
    ("The port closed on 12/5/31.", "12/5/31", "2031-05-12"),
    ("They were married on Halloween in 2029.", "Halloween in 2029", "2029-10-31"),
    ("The fair will run on June 4 and 5.", "5", "2031-06-05"),
    ("The fair ran on April 3-5, 2030.", "April 3", "2030-04-03"),
    ("The fair ran on April 3-5, 2030.", "5, 2030", "2030-04-05"),
    ("The hearing is set for the week of June 2.", "the week of June 2", "2031-W23"),
    ("Votes are counted this coming Sunday, May 18.", "this coming Sunday, May 18", "2031-05-18"),
    ("The siren ran for a minute and a half.", "a minute and a half", "PT1M30S"),
    ("The valley was without a road for centuries.", "centuries", "PXC"),
    ("Average hourly wages rose.", "hourly", "PT1H"),
    ("Oda will one day be mayor of the town.", "one day", "FUTURE_REF"),
    ("The port will open by the end of the month.", "the end of the month", "2031-05"),
    ("It was the week's first frost.", "the week", "2031-W20"),
    ("The lease had been due to expire on Friday.", "Friday", "2031-05-09"),
    ("The ferry left the day before yesterday.", "the day before yesterday", "2031-05-12"),
    ("Oda came in two thousand eight.", "two thousand eight", "2008"),
    ("The talks began at ten thirty in the morning.", "ten thirty in the morning", "2031-05-14T10:30"),
    ("The month-long siege ended.", "month-long", "P1M"),
    ("Months later the port closed.", "Months later", "PXM"),
    ("The market is held on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("It fell back to its pre-2025 borders.", "2025", "2025"),
    ("He will fly one day after the vote.", "one day", "P1D"),
    ("The fair ended on July, 11, 2030.", "July, 11, 2030", "2030-07-11"),
    ("He cites his talks with Oda in March.", "March", "2031-03"),
    ("The murder in March appears to have been planned.", "March", "2031-03"),
    ("Pell decided not to charge them on April 10.", "April 10", "2031-04-10"),
    ("Pell urged Lupo to resign in an interview Monday.", "Monday", "2031-05-12"),
    ("The fire was reported at 12:45 a.m. Sunday.", "12:45 a.m. Sunday", "2031-05-11T00:45"),
    ("Pell hopes to be chosen, he told in a Monday interview.", "Monday", "2031-05-12"),
    ("Mayor Oda speaks to neighbours Tuesday at a street corner.", "Tuesday", "2031-05-13"),
    ("The pier opens Thursday.", "Thursday", "2031-05-15"),
    ("The last suspect in the autumn shooting is in custody.", "the autumn", "2030-FA"),
    ("Shots were heard at 6:20 Tuesday night.", "6:20 Tuesday night", "2031-05-13T18:20"),
    ("The port closed dawn Tuesday.", "dawn Tuesday", "2031-05-13TMO"),
    ("Half a century ago the port closed.", "Half a century ago", "1981"),
    ("Trade grew over the past decade.", "the past decade", "P10Y"),
    ("Oda was mayor in the early nineties.", "the early nineties", "199"),
    ("The wave came at 0400 GMT Friday.", "0400 GMT Friday", "2031-05-09T04:00"),
    ("The mill closed in the late 1990's.", "the late 1990's", "199"),
    ("The mill closed in early '29.", "early '29", "2029"),
    ("The mill closed last Dec. 31.", "last Dec. 31", "2030-12-31"),
    ("The mill will close next May 5.", "next May 5", "2032-05-05"),
    ("The mill closed on the weekend of May 3.", "the weekend of May 3", "2031-W18-WE"),
    ("The mill closed this past weekend.", "this past weekend", "2031-W19-WE"),
    ("The mill closes every weekend.", "every weekend", "XXXX-WXX-WE"),
    ("The mill closed on Palm Sunday.", "Palm Sunday", "2031-04-06"),
    ("The mill closed at 0930 GMT.", "0930 GMT", "2031-05-14T09:30"),
    ("The mill will open tomorrow at 9 a.m.", "tomorrow at 9 a.m.", "2031-05-15T09:00"),
    ("The mill opened at 10 o'clock this morning.", "10 o'clock this morning", "2031-05-14T10:00"),
    ("The mill closed Saturday about 3 p.m.", "Saturday about 3 p.m.", "2031-05-10T15:00"),
    ("The mill closed on Friday of last week.", "Friday of last week", "2031-05-09"),
    ("The mill will close on Friday of next week.", "Friday of next week", "2031-05-23"),
    ("The mill closed in late summer.", "late summer", "2030-SU"),
    ("The mill had two owners at year-end 2029.", "year-end 2029", "2029"),
    ("The mill will open by the end of the decade.", "the end of the decade", "203"),
    ("Orders fell in the week ended May 2.", "the week", "P1W"),
    ("Orders fell in the quarter ended July 31.", "the quarter", "2030-Q2"),
    ("Orders fell in last year's third quarter.", "last year's third quarter", "2030-Q3"),
    ("Orders fell in 2029's third quarter.", "2029's third quarter", "2029-Q3"),
    ("Orders fell in the 2029 first half.", "the 2029 first half", "2029-H1"),
    ("Orders fell in the year-earlier first quarter.", "the year-earlier first quarter", "2030-Q1"),
    ("Orders fell in the first quarter a year ago.", "the first quarter a year ago", "2030-Q1"),
    ("Orders fell from the same quarter last year.", "the same quarter last year", "2030-Q1"),
    ("Orders fell from the like period last year.", "the like period last year", "2030"),
    ("The mill closed a half-century ago.", "a half-century ago", "1981"),
    ("The mill closed a year and a half ago.", "a year and a half ago", "2029-11"),
    ("The town had three mills in 2021-2029.", "2029", "2029"),
    ("The mill closed on the third of March.", "the third of March", "2031-03-03"),
    ("The mill opened in the year ended June 30.", "June 30", "2030-06-30"),
    ("They signed a pact effective Aug. 1.", "Aug. 1", "2031-08-01"),
    ("The mill closed at 3:15 in the afternoon.", "3:15 in the afternoon", "2031-05-14T15:15"),
    ("The mill closed at three o'clock in the afternoon.", "three o'clock in the afternoon", "2031-05-14T15:00"),
    ("The mill was open from 9 a.m. to 8 p.m. Monday and from 10 a.m. Tuesday.", "9 a.m.", "2031-05-12T09:00"),
    ("He called at 10:30 p.m. Friday.", "10:30 p.m. Friday", "2031-05-09T22:30"),
    ("Over the Labor Day weekend the mill was full.", "Labor Day weekend", "2030-W35-WE"),
    ("The mill was full over the Thanksgiving holiday weekend.", "Thanksgiving holiday weekend", "2030-W48-WE"),
    ("Orders are checked every few months.", "every few months", "PXM"),
    ("Orders may fall in the weeks ahead.", "the weeks ahead", "PXW"),
    ("Orders will last for years to come.", "years to come", "PXY"),
    ("Orders fell in the latest week.", "the latest week", "2031-W19"),
    ("Orders fell in the latest fiscal year.", "the latest fiscal year", "2030"),
    ("Orders fell over the last year.", "the last year", "P1Y"),
    ("He ran the mill for the past year and a half.", "the past year and a half", "P1Y6M"),
    ("First-half 2029 orders fell.", "First-half 2029", "2029-H1"),
    ("Orders fell in the second and third quarters of 2030.", "the second", "2030-Q2"),
    ("Orders fell from the prior-year quarter.", "the prior-year quarter", "2030-Q1"),
    (
        "Orders fell in the first quarter from last year's fourth quarter. The quarter was slow.",
        "The quarter",
        "2031-Q1",
    ),
    ("Orders fell in the Jan. 31 quarter.", "Jan. 31", "2031-01-31"),
    ("They hoped to stop the convention in July.", "July", "2031-07"),
    ("They split at the convention in March.", "March", "2031-03"),
    ("Looking ahead to the autumn, the miller was glad.", "the autumn", "2031-FA"),
    ("The party lost in 2028, and that November its leader left.", "that November", "2028-11"),
    ("They wed in June 2025 and parted the following March.", "the following March", "2026-03"),
    ("He was quick to offer help on Monday.", "Monday", "2031-05-12"),
    ("The hall was one of many to light its walls on Monday.", "Monday", "2031-05-12"),
    ("Oda will be glad of the April jobs report.", "April", "2031-04"),
    ("The boats were built beginning on Sunday.", "Sunday", "2031-05-11"),
    ("A strike starting Sunday is planned.", "Sunday", "2031-05-18"),
    ("It was built in 2030. Eleven years later, it may close.", "Eleven years later", "P11Y"),
    ("He met her one night and left the following morning.", "the following morning", "XXXX-XX-XXTMO"),
    ("They asked him to leave in the winter.", "the winter", "2031-WI"),
    ("Oda led it for the previous year and a half.", "the previous year and a half", "P1Y6M"),
    ("The mill closed on May 2. A week later it opened.", "A week later", "2031-W19"),
    ("It was sent in August and October 2028.", "August", "2028-08"),
    ("It was sent from November to March 2029.", "November", "2028-11"),
    ("They told of their part in the June 2 shooting.", "June 2", "2030-06-02"),
    ("Oda is scheduled to be heard at 9 a.m. Thursday.", "9 a.m. Thursday", "2031-05-15T09:00"),
    ("They met in June and July of 2028.", "June", "2028-06"),
    ("They look for the dog that left two cows injured late Thursday night.", "late Thursday night", "2031-05-08TNI"),
    ("It was sent in May 2028 and, on May 9 that year, printed.", "May 9 that year", "2028-05-09"),
    (
        "The guard is looking for the dog that left one calf dead and two cows injured late Thursday.",
        "late Thursday",
        "2031-05-08",
    ),
    ("Guards are investigating a shooting on Thursday night.", "Thursday night", "2031-05-08TNI"),
    ("The robbery in Tarn on Thursday is a riddle.", "Thursday", "2031-05-08"),
    ("Guards are planning a vigil for victims of the shooting Thursday.", "Thursday", "2031-05-15"),
    ("Guards will investigate the robbery Thursday.", "Thursday", "2031-05-15"),
    ("The film of the Thursday robbery shows nobody.", "Thursday", "2031-05-08"),
    ("They are investigating an early Thursday robbery.", "early Thursday", "2031-05-08"),
    ("Guards are seeking word of a drive-by shooting Thursday in Tarn.", "Thursday", "2031-05-08"),
    ("Guards expect a storm Thursday.", "Thursday", "2031-05-15"),
    ("Holes could be seen Thursday in five sheds.", "Thursday", "2031-05-08"),
    ("The clerk did not go to the mill Thursday.", "Thursday", "2031-05-08"),
    ("The clerk was not found until Friday.", "Friday", "2031-05-09"),
    ("The clerk remained at the inn until Friday.", "Friday", "2031-05-09"),
    ("The clerk will stay at the inn until Friday.", "Friday", "2031-05-16"),
    ("On Friday, his bail was set at $9,000.", "Friday", "2031-05-09"),
    ("Guards were called to check on him about 4 p.m. Friday.", "about 4 p.m. Friday", "2031-05-09T16:00"),
    ("The clerk was riding in the cart on July 2.", "July 2", "2030-07-02"),
    ("The clerk is due in court Tuesday.", "Tuesday", "2031-05-20"),
    ("The hearing is on Tuesday.", "Tuesday", "2031-05-20"),
    ("Orders are up on Tuesday.", "Tuesday", "2031-05-13"),
    ("Elections are due in January.", "January", "2032-01"),
    ("It burned at approximately 6 p.m. Friday on the quay.", "approximately 6 p.m. Friday", "2031-05-09T18:00"),
    ("He was there until 9 p.m. on the night of the fire.", "9 p.m.", "2031-05-14T21:00"),
    ("The mill burned in the early morning hours.", "the early morning", "2031-05-14TMO"),
    ("The mill burned in the early morning hours of Sunday.", "Sunday", "2031-05-11"),
    ("Orders are up since year-end.", "year-end", "2030"),
    ("Orders rose in the quarter ending in March.", "the quarter", "2031-Q1"),
    ("Orders may rise over the next two years or so.", "the next two years or so", "P2Y"),
    ("They met on Friday. The council had sat in March; its clerk left two days later.", "two days later", "P2D"),
    (
        "Wool fell to 40 on May 9 from 42 the day before, and flax to 9 from 10 the day before.",
        "the day before",
        "2031-05-08",
    ),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value(text: str, words: str, value: str) -> None:
    assert (words, value) in [(time.passage.words, time.timex3) for time in times_of(text, WEDNESDAY)]


# Words that only look like a time.
NO_TIMES = [
    "Marchers may leave the square.",
    "Theresa May spoke to April Jones.",
    "Oda, 47, is a 47-year-old engineer.",
    "The ticket costs five crowns a month.",
    "A second man was seen.",
    "She was soon released.",
    "17-Year-Old Man Charged",
    "Police told Brell News Now of it.",
    "See www.brell.example/story/2031/05/police for more.",
    "It is hard to wake him in the morning.",
    "Crowds came to the Miners' March in Brell.",
    "Three-quarters of the crew and three quarters of its food were lost.",
    "The party daily Granda printed it, and 60 Minutes filmed it.",
    "About 2000 people came to the 1600 block of Elm Street.",
    "The party daily Vesna praised Oda.",
    "The film High Noon was shown.",
    "Rain fell in the first half of the match.",
    "Oda is in his 80s.",
    "Oda is in her early 20s.",
    "Poems tell of the fall of the old town.",
    "It was the third win in as many years.",
    "Shares of 11th Century Wool rose.",
    "The pool is a year-round meeting place.",
    "The Sunday Herald printed it on Super Tuesday.",
    "Floods have come for the past three winters.",
    "The mill closed the Friday before last.",
    "A flaw with zero days of warning was found on Easter Island.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    assert [time.passage.words for time in times_of(text, WEDNESDAY)] == []


def test_narrative_counts_from_the_last_date_told() -> None:
    times = times_of("The bridge fell on March 3, 2030. Two days earlier cracks had been seen.", WEDNESDAY)
    assert [time.when.value for time in times] == ["2030-03-03", "2030-03-01"]
    assert "2030-03-03" in (times[1].when.why or "")


def test_the_night_and_the_year_before_count_from_what_was_told() -> None:
    times = times_of("The bridge fell on March 3, 2030. Cracks had been seen the night before.", WEDNESDAY)
    assert times[-1].timex3 == "2030-03-02TNI"
    times = times_of("Sales rose in 2029. They had fallen the year before.", WEDNESDAY)
    assert times[-1].timex3 == "2028"
    times = times_of("The council asked for bids in March 2030. The following month it chose.", WEDNESDAY)
    assert times[-1].timex3 == "2030-04"


def test_an_account_goes_on_by_the_clock() -> None:
    paragraphs = (
        "It began at 4:20 p.m. on Friday, Feb. 7.",
        "At 6:20 p.m., the warden called.",
        "At 6:41 p.m., the harbour master, who had seen it all, wrote that the mill had burned on Feb. 3.",
        "They met the next day, Feb. 8.",
        "At 11:25 a.m., the mill was closed.",
        "It opened again on April 2.",
        "The warden left at 3 p.m.",
    )
    times = times_of("\n\n".join(paragraphs), WEDNESDAY)
    clocks = [time.timex3 for time in times if "T" in (time.timex3 or "")]
    assert clocks == [
        "2031-02-07T16:20",
        "2031-02-07T18:20",
        "2031-02-07T18:41",
        "2031-02-08T11:25",
        "XXXX-XX-XXT15:00",  # of the day of the report, or of the time told
    ]


def test_a_weekday_six_days_ago_may_be_the_day_after_the_pages_date() -> None:
    (time,) = times_of("The warden died on Thursday.", WEDNESDAY)
    assert (time.timex3, time.when.value) == ("2031-05-08", "2031-05-08/2031-05-15")
    assert "the day after" in (time.when.why or "")
    (time,) = times_of("The warden died last Thursday.", WEDNESDAY)
    assert time.when.value == "2031-05-08"


def test_a_dateline_tells_the_day_of_writing() -> None:
    times = times_of("PORT SELA, May 13 (Varo) --\n\nMinister Oda resigned today.", WEDNESDAY)
    assert [(time.passage.words, time.when.value) for time in times] == [
        ("May 13", "2031-05-13"),
        ("today", "2031-05-13"),
    ]
    assert "the dateline" in (times[1].when.why or "")


def test_a_dateline_of_another_week_counts_nothing() -> None:
    times = times_of("PORT SELA, April 2 (Varo) --\n\nMinister Oda resigned today.", WEDNESDAY)
    assert times[-1].when.value == WEDNESDAY


def test_a_full_date_in_the_dateline_dates_a_report_without_another() -> None:
    times = times_of("PORT SELA, May 13, 2031 (Varo) --\n\nMinister Oda resigned yesterday.", None)
    assert times[-1].when.value == "2031-05-12"


def test_business_copy_counts_a_year_back_from_the_stretch_it_reports_on() -> None:
    text = "For the nine months, Varo earned 20 crowns. In the year-earlier period it had lost 3."
    assert times_of(text, WEDNESDAY)[-1].timex3 == "P9M"
    text = "Through the first nine months, Varo earned 20 crowns, compared with 3 a year earlier."
    assert times_of(text, WEDNESDAY)[-1].timex3 == "2030"


def test_a_clock_time_without_a_day_is_of_the_day_told_before() -> None:
    text = "Guards have been at the mill since Tuesday night.\n\nThe alarm was raised at 4:30 p.m. near the lock."
    assert times_of(text, WEDNESDAY)[-1].timex3 == "2031-05-13T16:30"
    assert times_of("The alarm was raised at 4:30 p.m.", WEDNESDAY)[-1].timex3 == "2031-05-14T16:30"


def test_last_week_of_a_sunday_may_be_either_week() -> None:
    (time,) = times_of("The port closed last week.", "2031-05-18")
    assert time.timex3 == "2031-W19"
    assert time.when.value == "2031-05-05/2031-05-18"


def test_this_past_week_of_a_monday_is_the_one_before() -> None:
    assert times_of("The port closed this past week.", "2031-05-12")[0].timex3 == "2031-W19"
    assert times_of("The port closed this past week.", "2031-05-16")[0].timex3 == "2031-W20"


@pytest.mark.parametrize("verb", ["will lead to a", "is thought to be of no weight in its", "has no bearing on"])
def test_a_quarter_to_come_is_not_the_one_the_figures_are_of(verb: str) -> None:
    text = f"The frost {verb} fourth-quarter charge. Sales fell in the latest quarter."
    assert times_of(text, "2031-11-03")[-1].timex3 == "2031-Q3"


def test_a_quarter_just_over_is_the_one_the_figures_are_of_though_the_verb_looks_ahead() -> None:
    found = times_of(
        "Pell Mills expects to report a first-quarter loss. A year earlier, it earned two crowns.", WEDNESDAY
    )
    assert [row.timex3 for row in found] == ["2031-Q1", "2030-Q1"]


def test_a_quarter_long_over_is_next_years_where_the_verb_looks_ahead() -> None:
    found = times_of("Pell Mills expects to close the sale in the first quarter.", "2031-10-26")
    assert [row.timex3 for row in found] == ["2032-Q1"]


def test_a_text_without_sentences_has_no_times() -> None:
    assert times_of("", WEDNESDAY) == ()


def test_later_that_year() -> None:
    times = times_of("The bridge opened in June 2028. It was closed later that year.", WEDNESDAY)
    assert times[-1].timex3 == "2028"


# Without a publication date a value goes as far as the words do.
OPEN = [
    ("Oda left on Wednesday.", "XXXX-WXX-3"),
    ("Oda left on April 4.", "XXXX-04-04"),
    ("Oda left last week.", "XXXX-WXX"),
    ("Oda left yesterday.", "XXXX-XX-XX"),
    ("Oda left in April.", "XXXX-04"),
]


@pytest.mark.parametrize(("text", "value"), OPEN)
def test_without_an_anchor_nothing_is_guessed(text: str, value: str) -> None:
    (time,) = times_of(text, None)
    assert (time.timex3, time.when.value, time.when.basis) == (value, None, Basis.UNKNOWN)
    assert time.when.why


def test_a_full_date_needs_no_anchor() -> None:
    (time,) = times_of("Oda left on April 4, 2031.", None)
    assert (time.when.value, time.when.basis) == ("2031-04-04", Basis.STATED)


def test_relative_times_say_what_they_count_from() -> None:
    (time,) = times_of("Oda left on Monday.", WEDNESDAY)
    assert time.when.basis is Basis.RELATIVE
    assert "2031-05-14" in (time.when.why or "")


def test_times_of_a_report_that_dates_only_its_update_count_from_that_and_say_so() -> None:
    made = replace(report_of("Oda left on Monday."), updated_at=When(WEDNESDAY, Basis.STATED))
    (time,) = annotated(made).times
    assert (time.when.value, time.when.basis) == ("2031-05-12", Basis.RELATIVE)
    assert "counted from the last update on 2031-05-14" in (time.when.why or "")


def test_a_length_has_no_date_and_says_why() -> None:
    (time,) = times_of("Oda spoke for three hours.", WEDNESDAY)
    assert (time.kind, time.when.value) == (TimeKind.DURATION, None)
    assert time.when.why


def test_passages_are_verbatim() -> None:
    text = "On Monday, May 5, Oda left.\n\nTwo days later, at 9 p.m., he was back; since 2029 he had waited."
    found = times_of(text, WEDNESDAY)
    assert len(found) >= 3
    for time in found:
        assert text[time.passage.start : time.passage.end] == time.passage.words


CALENDAR = [
    ("2031-05-14", "2031-05-14"),
    ("2031-05-14TNI", "2031-05-14"),
    ("2031-W20", "2031-05-12/2031-05-18"),
    ("2031-W20-WE", "2031-05-17/2031-05-18"),
    ("2031-Q2", "2031-04/2031-06"),
    ("2031-H1", "2031-01/2031-06"),
    ("2031-SU", "2031"),
    ("203", "2030/2039"),
    ("19", "1900/1999"),
    ("2031-05-14T09:30+02:00", "2031-05-14T09:30+02:00"),
    ("2031-05-14T24:00", "2031-05-14"),
    ("P3D", None),
    ("XXXX-05-14", None),
    ("PAST_REF", None),
]


@pytest.mark.parametrize(("timex3", "value"), CALENDAR)
def test_calendar_value(timex3: str, value: str | None) -> None:
    assert calendar_value(timex3) == value


def test_reckoning() -> None:
    day = date(2031, 5, 14)
    assert moved(day, "M", -5) == "2030-12"
    assert moved(day, "Q", -2) == "2030-Q4"
    assert moved(day, "Y", 1) == "2032"
    assert moved(day, "D", 10**9) is None
    assert nearest_weekday(day, 3, 1) == nearest_weekday(day, 3, -1) == day
    assert nearest_weekday(day, 1, -1) == date(2031, 5, 12)
    assert easter(2031) == date(2031, 4, 13)
    assert day_of("2031-W20") is None
    assert day_of("2031-05-14T09:00") == day
