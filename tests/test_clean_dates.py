"""Lines that date a report: what they say, read with the page's language, country and time of fetching."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.clean.clocks.day_order import Signs, country_of_host, day_of_address, order_of_others
from crosswire.clean.clocks.meta_times import _iso
from crosswire.clean.clocks.published import (
    dates_of_line,
    is_alone,
    is_clock,
    is_fragment,
    is_label,
    is_relative_date,
    may_open_date,
    may_state_time,
    other_words,
)
from crosswire.clean.clocks.stamps import read_stamp
from crosswire.clean.page import clean_pages
from crosswire.lexicons.date_words import flat
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.model.when import Basis
from dated_lines import ROWS, Row, row_id
from several_pages import COST, CROWD, RIVAL, WALL

CALENDAR = load_lexicons().calendar
FETCHED = datetime(2026, 3, 6, 14, 5, tzinfo=UTC)  # a Friday


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_the_time_that_a_line_states(row: Row) -> None:
    signs = Signs(country=row.country, language=row.language, fetched=FETCHED if row.fetched else None)
    found = dates_of_line(row.words, calendar=CALENDAR, signs=signs)
    dated = next((line for line in found if line.stamp.value), found[0] if found else None)
    assert (dated.stamp.value if dated else None) == row.value
    reasons = "; ".join(line.stamp.why or "" for line in found)
    assert row.why in reasons
    if row.value is None and row.why == "":
        assert found == ()
    if row.label:
        assert dated is not None
        assert (dated.labelled, dated.updated) == (True, row.label == "updated")


@pytest.mark.parametrize(
    ("words", "published", "updated"),
    [
        ("Published: 22:04, 4 Mar 2026 Updated: 22:05, 5 Mar 2026", "2026-03-04T22:04", "2026-03-05T22:05"),
        ("Publié le 4 mars 2026 à 08:01Mis à jour le 4 mars 2026 à 09:06", "2026-03-04T08:01", "2026-03-04T09:06"),
        ("4 March 2026 (updated 5 March 2026)", "2026-03-04", "2026-03-05"),
        ("4 Marzo 2026 Aggiornato alle 16:01", "2026-03-04", None),
        ("Publicerad 4 mar 2026 kl 10.23Uppdaterad kl 12.17", "2026-03-04T10:23", None),
        ("입력 2026-03-04 02:37:08 수정 2026-03-05 03:00:00", "2026-03-04T02:37", "2026-03-05T03:00"),
        ("PUBLISHED: 10:48, Wed, Mar 4, 2026 | UPDATED: 11:05", "2026-03-04T10:48", None),
    ],
)
def test_two_times_on_a_line(words: str, published: str, updated: str | None) -> None:
    found = dates_of_line(words, calendar=CALENDAR)
    assert [d.stamp.value for d in found if not d.updated] == [published]
    assert [d.stamp.value for d in found if d.updated] == ([updated] if updated else [])


def test_signs_of_a_page_settle_numbers() -> None:
    by_day = Signs(days={"2026-04-03": "JSON-LD datePublished"})
    by_form = Signs(
        order=order_of_others("Ferry timetable from 25/12/2025\nand 24/12/2025"), country="us", language="en"
    )
    for signs, why in ((by_day, "stands in JSON-LD datePublished"), (by_form, "as in other dates of the page")):
        (found,) = dates_of_line("3/4/2026", calendar=CALENDAR, signs=signs)
        assert found.stamp.value == "2026-04-03"
        assert why in (found.stamp.why or "")
    assert order_of_others("25/12/2025 and 12/25/2025") == {}


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2026/03/04/ferry", "2026-03-04"),
        ("https://news.example/2026/3/4/ferry.html", "2026-03-04"),
        ("https://news.example/world/2026/mar/04/ferry", "2026-03-04"),
        ("https://news.example/ferry-2026-03-04", "2026-03-04"),
        ("https://news.example/20260304-ferry", "2026-03-04"),
        ("https://news.example/2026/03/ferry", "2026-03"),
        ("https://news.example/ferry-19852382", None),
        ("https://archive.example/web/2026/03/05/https://news.example/2026/03/04/ferry", "2026-03-04"),
        ("https://archive.example/web/20260305/http://news.example:80/ferry", None),
        ("https://news.example/2026/13/04/ferry", None),
        ("https://news.example/a/19170726/ferry", None),
        ("https://news.example/p20260304x", None),
        ("https://news.example/2026/03/12-dead-as-ferry-sinks/", "2026-03"),
        ("https://news.example/2026/mar/12-dead-as-ferry-sinks/", None),
        ("https://news.example/2026/11/5-things-to-know", "2026-11"),
        ("https://news.example/2024-11-5-million-lost", None),
        ("https://news.example/2026/03-04/ferry", "2026-03-04"),
        ("https://news.example/ferry?on=2026/03/04", None),
        ("https://news.example/", None),
    ],
)
def test_day_of_address(url: str, day: str | None) -> None:
    assert day_of_address(url, CALENDAR) == day


@pytest.mark.parametrize(
    ("host", "country"),
    [
        ("news.example.co.uk", "gb"),
        ("example.de", "de"),
        ("example.it", "it"),
        ("example.com", None),
        ("example.tv", None),
        ("", None),
    ],
)
def test_country_of_host(host: str, country: str | None) -> None:
    assert country_of_host(host, CALENDAR.words.order) == country


@pytest.mark.parametrize(
    ("words", "clock", "label", "fragment", "relative"),
    [
        ("15:59 Uhr", True, False, True, False),
        ("Published on:", False, True, False, False),
        ("Mis à jour", False, True, False, False),
        ("April 12", False, False, True, False),
        ("11:26 2017", True, False, True, False),
        ("5 people", False, False, False, False),
        ("9.30 a.m. / 7 p.m. / 9.30 p.m.", False, False, False, False),
        ("Mai (217)", False, False, False, False),
        ("+81 158-23-2012", False, False, False, False),
        ("Il y a 2 heures", False, False, False, True),
        ("Updated at 1:23 p.m.", True, True, True, True),
        ("14:05", True, False, False, False),
        ("90 years ago a bridge stood here", False, False, False, False),
    ],
)
def test_parts_of_date_lines(words: str, clock: bool, label: bool, fragment: bool, relative: bool) -> None:
    assert is_clock(words, CALENDAR) is clock
    assert is_label(words, CALENDAR) is label
    assert is_fragment(words, CALENDAR) is fragment
    assert is_relative_date(words, CALENDAR) is relative


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Mercredi 4 mars 2026 à 14h05, temps de lecture 3 min", True),
        ("4. März 2026, 14:05 Uhr", True),
        ("Die Brücke über die Ulve wurde am 4. März 2026 gesperrt.", False),
        ("4 марта 2026 в Остре закрыли мост через реку", False),
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(words: str, alone: bool) -> None:
    assert is_alone(words, dates_of_line(words, calendar=CALENDAR)) is alone


@pytest.mark.parametrize(
    "words", ["MÄRZ ٤", "İstanbul ß ﬁ", "４月４日", "ﬀ 4 Mar", "Ǆ 4\u200f Mar", "1\u20442 4. Mai", "П’ятниця"]
)
def test_flat_words_keep_their_places(words: str) -> None:
    assert len(flat(words)) == len(words)


def test_of_a_long_line_of_dates_only_the_beginning_is_read() -> None:
    words = "4 March 2026 14:05 CET, " * 4000
    assert len(dates_of_line(words, calendar=CALENDAR)) == 17
    assert dates_of_line("9" * 5000 + "/" * 5000 + " march " * 2000, calendar=CALENDAR) == ()


_DIGITS = ("4", "13", "2026", "69", "1447", "/", ".", "-", ":", ",", "|", "'", "+", " ")
_WORDS = ("March", "mars", "มี.ค.", "年", "月", "日", "م", "pm", "Uhr", "GMT", "IST", "T", "Z", "h", "noon")
_MORE = ("vor", "ago", "hours", "Updated", "رمضان", "اسفند", "heute")
_PIECES = (*_DIGITS, *_WORDS, *_MORE)


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_no_line_that_states_a_time_is_passed_over(row: Row) -> None:
    assert may_state_time(row.words, CALENDAR)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=8))
@settings(max_examples=300, deadline=None)
def test_what_is_passed_over_states_no_time_and_opens_no_date(pieces: list[str]) -> None:
    words = "".join(pieces)
    if not may_state_time(words, CALENDAR):
        assert dates_of_line(words, calendar=CALENDAR, signs=Signs(fetched=FETCHED)) == ()
        assert not is_label(words, CALENDAR)
    if not may_open_date(words, CALENDAR):
        assert other_words(flat(words), CALENDAR.words) > 0


@pytest.mark.parametrize(
    ("words", "states", "opens"),
    [
        ("Ostra Echo, the paper of the harbour", False, False),
        ("Opinion", False, False),
        ("“Nobody read it”, said the mayor", False, False),
        ("Mon", False, True),
        ("Updated", True, True),
        ("The 14 crews that reached the lock at 9:15", True, False),
        ("Обновлено", True, True),
    ],
)
def test_lines_that_may_state_a_time_or_open_a_date(words: str, states: bool, opens: bool) -> None:
    assert (may_state_time(words, CALENDAR), may_open_date(words, CALENDAR)) == (states, opens)


@given(
    st.datetimes(datetime(1901, 1, 1), datetime(2099, 12, 31)), st.sampled_from(["", "Z", "+02:00", "-0430", "+0530"])
)
def test_an_iso_time_of_metadata_is_read_as_any_other(moment: datetime, zone: str) -> None:
    for words in (f"{moment.isoformat()}{zone}", f"{moment:%Y-%m-%d %H:%M}{zone}"):
        quick, slow = _iso(words), read_stamp(words, calendar=CALENDAR)
        assert quick is not None
        assert slow is not None
        assert (quick.value, quick.why) == (slow.value, slow.why)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=14), st.booleans())
@settings(max_examples=300, deadline=None)
def test_whatever_stands_on_a_line_a_time_is_an_iso_prefix_in_its_place(pieces: list[str], fetched: bool) -> None:
    words = "".join(pieces)
    for line in dates_of_line(words, calendar=CALENDAR, signs=Signs(fetched=FETCHED if fetched else None)):
        stamp = line.stamp
        assert 0 <= stamp.start < stamp.end <= len(words)
        if stamp.value is None:
            assert stamp.why
        else:
            full = stamp.value + "-01-01"[: max(0, 10 - len(stamp.value))] if len(stamp.value) == 4 else stamp.value
            datetime.fromisoformat(full + "-01" if len(full) == 7 else full)
        assert stamp.basis in (Basis.STATED, Basis.RELATIVE)


@pytest.mark.parametrize(
    "behind", [("Related", "Council splits over wall", "April 3, 2026"), ("Comments", "25/12/2025")]
)
def test_a_teasers_day_and_a_readers_date_settle_no_numbers(behind: tuple[str, ...]) -> None:
    lines = ("Ostra votes on its wall", "3/4/2026", WALL, COST, CROWD, RIVAL, *behind)
    (report,) = clean_pages((Page("p", "\n\n".join(lines), False),), lexicons=load_lexicons())
    assert isinstance(report, Report)
    assert report.published_at.value is None


@pytest.mark.parametrize("hours", [0, -8, 9])
def test_yesterday_is_that_of_utc_wherever_the_page_was_fetched(hours: int) -> None:
    fetched = datetime(2026, 3, 5, 2, 30, tzinfo=UTC).astimezone(timezone(timedelta(hours=hours)))
    lines = ("Ostra votes on its wall", "Yesterday at 14:05", WALL, COST, CROWD, RIVAL)
    (report,) = clean_pages((Page("p", "\n\n".join(lines), False, fetched_at=fetched),), lexicons=load_lexicons())
    assert isinstance(report, Report)
    assert report.published_at.value == "2026-03-04T14:05"
