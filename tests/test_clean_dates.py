"""Lines that date a report: what they say, read with the page's language, country and time of fetching."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

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
from several_pages import COST, CROWD, RIVAL, WALL

CALENDAR = load_lexicons().calendar
FETCHED = datetime(2026, 3, 6, 14, 5, tzinfo=UTC)  # a Friday


class Row(NamedTuple):
    """A line, what is known of its page, and the time it states: `why` is part of the reason, "" for none."""

    words: str
    value: str | None
    language: str | None = None
    country: str | None = None
    fetched: bool = False
    why: str = ""
    label: str | None = None


def _ids(row: Row) -> str:
    return f"{row.words}-{row.language}-{row.country}"


MONTHS = [
    Row("4 March 2026", "2026-03-04"),
    Row("March 4, 2026", "2026-03-04"),
    Row("Sept. 4, 2025", "2025-09-04"),
    Row("4th of March, 2026", "2026-03-04"),
    Row("Mar 4 2026", "2026-03-04"),
    Row("4-Mar-26", "2026-03-04"),
    Row("04 Mar 26, 14:05", "2026-03-04T14:05"),
    Row("Mar. 4, '26", "2026-03-04"),
    Row("2026-Mar-04", "2026-03-04"),
    Row("2026 March 4", "2026-03-04"),
    Row("WEDNESDAY, MARCH 4, 2026", "2026-03-04"),
    Row("1er mars 2026", "2026-03-01", "fr"),
    Row("mercredi 4 mars 2026", "2026-03-04", "fr"),
    Row("18 févr. 2026 à 08h01", "2026-02-18T08:01", "fr"),
    Row("4 août 2025", "2025-08-04", "fr"),
    Row("4 AOUT 2025", "2025-08-04", "fr"),
    Row("4 de marzo de 2026", "2026-03-04", "es"),
    Row("miércoles, 4 de marzo del 2026", "2026-03-04", "es"),
    Row("04 ene. 2026 - 14:05", "2026-01-04T14:05", "es"),
    Row("4 de março de 2026 às 14h05", "2026-03-04T14:05", "pt"),
    Row("quarta-feira, 4 de fevereiro de 2026", "2026-02-04", "pt"),
    Row("Mercoledì 4 Marzo 2026 - ore 14:05", "2026-03-04T14:05", "it"),
    Row("4 gen 2026", "2026-01-04", "it"),
    Row("4. März 2026, 14.05 Uhr", "2026-03-04T14:05", "de"),
    Row("Mittwoch, 04. Jänner 2023", "2023-01-04", "de"),
    Row("4. MÄRZ 2026", "2026-03-04", "de"),
    Row("um 14:05 Uhr am 4. Mai 2025", "2025-05-04T14:05", "de"),
    Row("4 maart 2026 om 14:05", "2026-03-04T14:05", "nl"),
    Row("wo 4 mrt 2026, 14u05", "2026-03-04T14:05", "nl"),
    Row("4 maj 2025 kl. 14.05", "2025-05-04T14:05", "sv"),
    Row("4. mars 2026 kl. 14:05", "2026-03-04T14:05", "no"),
    Row("4. marts 2026 kl. 14.05", "2026-03-04T14:05", "da"),
    Row("4. desember 2025", "2025-12-04", "no"),
    Row("Miðvikudagur, 4. mars 2026", "2026-03-04", "is"),
    Row("4. maaliskuuta 2026 klo 14.05", "2026-03-04T14:05", "fi"),
    Row("4 marca 2026 r., godz. 14:05", "2026-03-04T14:05", "pl"),
    Row("4 października 2025", "2025-10-04", "pl"),
    Row("4. března 2026 v 14:05", "2026-03-04T14:05", "cs"),
    Row("4. července 2025", "2025-07-04", "cs"),
    Row("4 марта 2026 г. в 14:05", "2026-03-04T14:05", "ru"),
    Row("4-го мая 2025", "2025-05-04", "ru"),
    Row("04 МАРТА 2026, 14:05", "2026-03-04T14:05", "ru"),
    Row("4 березня 2026 о 14:05", "2026-03-04T14:05", "uk"),
    Row("середа, 4 лютого 2026 р.", "2026-02-04", "uk"),
    Row("4 Mart 2026 Çarşamba 14:05", "2026-03-04T14:05", "tr"),
    Row("4 KASIM 2025", "2025-11-04", "tr"),
    Row("4 Μαρτίου 2026, 14:05", "2026-03-04T14:05", "el"),
    Row("ΤΕΤΑΡΤΗ 4 ΜΑΡΤΙΟΥ 2026", "2026-03-04", "el"),
    Row("4 مارس 2026", "2026-03-04", "ar"),
    Row("٤ مارس ٢٠٢٦ - ٢:٠٥ م", "2026-03-04T14:05", "ar"),
    Row("4 كانون الثاني 2026 الساعة 14:05", "2026-01-04T14:05", "ar"),
    Row("الأربعاء 4 آذار 2026", "2026-03-04", "ar"),
    Row("4 تشرين الأول 2025", "2025-10-04", "ar"),
    Row("4 تشرين الثاني/نوفمبر 2025", "2025-11-04", "ar"),
    Row("۴ مارس ۲۰۲۶", "2026-03-04", "fa"),
    Row("13 اسفند 1404 ساعت 14:05", "2026-03-04T14:05", "fa"),
    Row("۱۴۰۴/۱۲/۱۳", "2026-03-04", "fa"),
    Row("4 במרץ 2026 בשעה 14:05", "2026-03-04T14:05", "he"),
    Row("יום רביעי, 4 במרס 2026", "2026-03-04", "he"),
    Row("4 मार्च 2026, 14:05 IST", "2026-03-04T14:05+05:30", "hi", "in"),
    Row("०४ फ़रवरी २०२६", "2026-02-04", "hi"),
    Row("4 Maret 2026 pukul 14.05 WIB", "2026-03-04T14:05+07:00", "id"),
    Row("4 Mac 2026", "2026-03-04", "ms"),
    Row("4 Ogos 2025", "2025-08-04", "ms"),
    Row("Ngày 4 tháng 3 năm 2026", "2026-03-04", "vi"),
    Row("4 Tháng Ba, 2026", "2026-03-04", "vi"),
    Row("4 มีนาคม 2569 เวลา 14:05 น.", "2026-03-04T14:05", "th"),
    Row("4 มี.ค. 69 14:05 น.", "2026-03-04T14:05", "th"),
    Row("4 มกราคม 2026", "2026-01-04", "th"),
    Row("2026年3月4日 14:05", "2026-03-04T14:05", "zh"),
    Row("2026年3月4日下午2:05", "2026-03-04T14:05", "zh"),
    Row("2026年3月4日（水）14時05分", "2026-03-04T14:05", "ja"),
    Row("令和8年3月4日 午後2時5分", "2026-03-04T14:05", "ja"),
    Row("民國115年3月4日", "2026-03-04", "zh"),
    Row("2026년 3월 4일 오후 2시", "2026-03-04T14:00", "ko"),
    Row("2026.03.04. 오후 2:05", "2026-03-04T14:05", "ko"),
    Row("2026. március 4. 14:05", "2026-03-04T14:05", "hu"),
    Row("2026 m. kovo 4 d. 14:05", "2026-03-04T14:05", "lt"),
    Row("4 martie 2026, 14:05", "2026-03-04T14:05", "ro"),
    Row("4. ožujka 2026.", "2026-03-04", "hr"),
    Row("4 listopada 2025", "2025-11-04", "pl"),
    Row("4. listopada 2025.", "2025-10-04", "hr"),
    Row("4 listopada 2025", None, None, why="names two months"),
    Row("١٥ رمضان ١٤٤٧", None, "ar", why="a date of a calendar"),
    Row("15 رمضان 1447 هـ - 4 مارس 2026", "2026-03-04", "ar"),
    Row("1447/09/15", None, "ar", why="a date of a calendar"),
]

CLOCKS = [
    Row("4 March 2026, 2.05pm", "2026-03-04T14:05"),
    Row("4 March 2026 at 2:05 p.m.", "2026-03-04T14:05"),
    Row("4 March 2026, 2 pm", "2026-03-04T14:00"),
    Row("4 March 2026, 12:05 a.m.", "2026-03-04T00:05"),
    Row("4 March 2026, 12 p.m.", "2026-03-04T12:00"),
    Row("4 March 2026 at noon", "2026-03-04T12:00"),
    Row("midnight, 4 March 2026", "2026-03-04T00:00"),
    Row("a.m. 2:05, 4 March 2026", "2026-03-04T02:05"),
    Row("4 de marzo de 2026 a las 2:05 p. m.", "2026-03-04T14:05", "es"),
    Row("4 Μαρτίου 2026, 2:05 μ.μ.", "2026-03-04T14:05", "el"),
    Row("04/03/2026 02:05 CH", "2026-03-04T14:05", "vi", "vn"),
    Row("1405 GMT, 4 March 2026", "2026-03-04T14:05+00:00"),
    Row("14:05:33 on 4 March 2026", "2026-03-04T14:05"),
    Row("2026-03-04T14:05:33.123+01:00", "2026-03-04T14:05+01:00"),
    Row("2026-03-04T14:05:33Z", "2026-03-04T14:05+00:00"),
    Row("2026-03-04 14:05:33 +0530", "2026-03-04T14:05+05:30"),
    Row("Wed, 04 Mar 2026 14:05:00 GMT", "2026-03-04T14:05+00:00"),
    Row("Wed Mar 04 2026 14:05:00 GMT+0100 (CET)", "2026-03-04T14:05+01:00"),
    Row("Wed Mar 04 14:05:00 CET 2026", "2026-03-04T14:05+01:00"),
    Row("Mar 4, 2026 / 08:12 AM EST", "2026-03-04T08:12-05:00"),
    Row("4 March 2026, 8:12 AM Eastern", "2026-03-04T08:12-05:00"),
    Row("4 July 2025, 8:12 a.m. Eastern Daylight Time", "2025-07-04T08:12-04:00"),
    Row("4 July 2025, 8:12 a.m. PT", "2025-07-04T08:12-07:00"),
    Row("4 March 2026 14:05 GMT+3", "2026-03-04T14:05+03:00"),
    Row("4 March 2026 14:05 (UTC+05:30)", "2026-03-04T14:05+05:30"),
    Row("4 March 2026 14:05 AEST", "2026-03-04T14:05+10:00"),
    Row("4 March 2026 14:05 EST", "2026-03-04T14:05+10:00", "en", "au"),
    Row("4 March 2026 14:05 IST", "2026-03-04T14:05+01:00", "en", "ie"),
    Row("4 March 2026 14:05 IST", "2026-03-04T14:05", why="IST: a zone of several countries"),
    Row("4 March 2026 14:05 CST", "2026-03-04T14:05+08:00", "en", "cn"),
    Row("4 March 2026 14:05 CST", "2026-03-04T14:05", why="CST: a zone of several countries"),
    Row("4 марта 2026, 14:05 МСК", "2026-03-04T14:05+03:00", "ru"),
    Row("4. März 2026, 14:05 MEZ", "2026-03-04T14:05+01:00", "de"),
    Row("4 March 2026 14:05 (local time)", "2026-03-04T14:05"),
    Row("4 March 2026 14:05 +99:00", "2026-03-04T14:05"),
    Row("4 March 2026, 3 min read", "2026-03-04"),
    Row("4 March 2026 | Video 03:07 min", "2026-03-04"),
    Row("4 March 14 min read", None, why="the year is not said"),
    Row("4 March 2026 14:05 – 15:30", "2026-03-04T14:05"),
]

NUMBERS = [
    Row("13/4/2025", "2025-04-13"),
    Row("4/13/2025", "2025-04-13"),
    Row("4/4/2025", "2025-04-04"),
    Row("2026/03/04", "2026-03-04"),
    Row("2026.03.04 19:59", "2026-03-04T19:59"),
    Row("3/4/2025", None, why="one of 2025-03-04 and 2025-04-03"),
    Row("3/4/2025", None, "en", why="which number is the month is not known"),
    Row("3/4/2025", None, "en-us", why="which number is the month is not known"),
    Row("3/4/2025", "2025-03-04", "en", "us", why="month first, as in the outlet's country (us)"),
    Row("3/4/2025", "2025-04-03", "en", "gb", why="day first, as in the outlet's country (gb)"),
    Row("3/4/2025", "2025-04-03", "en-gb", why="day first, as in the page's language (en-gb)"),
    Row("3/4/2025", "2025-04-03", "fr", why="day first, as in the page's language (fr)"),
    Row("3/4/2025", None, "en", "ca", why="which number is the month is not known"),
    Row("3/4/2025", None, "es", "us", why="which number is the month is not known"),
    Row("3/4/2025", None, "en", "ph", why="which number is the month is not known"),
    Row("03.04.2025", "2025-04-03", "de"),
    Row("3. 4. 2025", "2025-04-03", "cs"),
    Row("03-04-2025", "2025-04-03", "nl"),
    Row("03.04.25 14:05", "2025-04-03T14:05", "de"),
    Row("25.03.04", "2025-03-04", "ko", "kr", why="year first"),
    Row("24.3.25", "2025-03-24", "de"),
    Row("3/4/25", "2025-03-04", "en", "us"),
    Row("Tuesday 3/4/2025", "2025-03-04", why="fits the weekday beside it"),
    Row("3/4/2025 (Thursday)", "2025-04-03", why="fits the weekday beside it"),
    Row("Thứ ba, 4/3/2025, 14:05 (GMT+7)", "2025-03-04T14:05+07:00", "vi", why="fits the weekday beside it"),
    Row("6/3/2026", "2026-03-06", fetched=True, why="the other reading lies after the page was fetched"),
    Row("3/6/2026", "2026-03-06", "de", fetched=True, why="the other reading lies after the page was fetched"),
    Row("8/9/2026", None, fetched=True, why="lies after the page was fetched, however it is read"),
    Row("8 September 2026", None, fetched=True, why="lies after the page was fetched"),
    Row("31/2/2025", None),
    Row("13/14/2025", None),
    Row("31 February 2026", None),
    Row("Version 2.3-1", None),
    Row("the year 2026", None),
    Row("Flight 1405 to Ostra", None),
    Row("Scored 3-4 in 2025", None),
]

AGES = [
    Row("2 hours ago", "2026-03-06T12+00:00", fetched=True, why="“2 hours ago”"),
    Row("Updated an hour ago", "2026-03-06T13+00:00", fetched=True, label="updated"),
    Row("5 hrs ago", "2026-03-06T09+00:00", fetched=True),
    Row("7 mins ago", "2026-03-06T13:58+00:00", fetched=True),
    Row("3d ago", "2026-03-03", fetched=True),
    Row("3 days ago", "2026-03-03", fetched=True),
    Row("1 day, 3 hours ago", "2026-03-05", fetched=True),
    Row("2 weeks ago", "2026-02", fetched=True),
    Row("1 month ago", "2026", fetched=True),
    Row("1 year ago", None, fetched=True, why="too rough"),
    Row("Il y a 2 heures", "2026-03-06T12+00:00", "fr", fetched=True),
    Row("il y a une heure", "2026-03-06T13+00:00", "fr", fetched=True),
    Row("hace 3 horas", "2026-03-06T11+00:00", "es", fetched=True),
    Row("há 3 dias", "2026-03-03", "pt", fetched=True),
    Row("3 dias atrás", "2026-03-03", "pt", fetched=True),
    Row("2 ore fa", "2026-03-06T12+00:00", "it", fetched=True),
    Row("vor 2 Stunden", "2026-03-06T12+00:00", "de", fetched=True),
    Row("vor einer Stunde", "2026-03-06T13+00:00", "de", fetched=True),
    Row("3 uur geleden", "2026-03-06T11+00:00", "nl", fetched=True),
    Row("för 3 dagar sedan", "2026-03-03", "sv", fetched=True),
    Row("for 2 timer siden", "2026-03-06T12+00:00", "da", fetched=True),
    Row("2 godziny temu", "2026-03-06T12+00:00", "pl", fetched=True),
    Row("před 2 hodinami", "2026-03-06T12+00:00", "cs", fetched=True),
    Row("2 часа назад", "2026-03-06T12+00:00", "ru", fetched=True),
    Row("3 години тому", "2026-03-06T11+00:00", "uk", fetched=True),
    Row("2 saat önce", "2026-03-06T12+00:00", "tr", fetched=True),
    Row("πριν από 3 ημέρες", "2026-03-03", "el", fetched=True),
    Row("منذ 3 ساعات", "2026-03-06T11+00:00", "ar", fetched=True),
    Row("3 ساعت پیش", "2026-03-06T11+00:00", "fa", fetched=True),
    Row("לפני 3 שעות", "2026-03-06T11+00:00", "he", fetched=True),
    Row("3 घंटे पहले", "2026-03-06T11+00:00", "hi", fetched=True),
    Row("2 jam yang lalu", "2026-03-06T12+00:00", "id", fetched=True),
    Row("3 giờ trước", "2026-03-06T11+00:00", "vi", fetched=True),
    Row("3 ชั่วโมงที่แล้ว", "2026-03-06T11+00:00", "th", fetched=True),
    Row("2小时前", "2026-03-06T12+00:00", "zh", fetched=True),
    Row("3時間前", "2026-03-06T11+00:00", "ja", fetched=True),
    Row("2시간 전", "2026-03-06T12+00:00", "ko", fetched=True),
    Row("yesterday at 14:05", "2026-03-05T14:05", "en", fetched=True),
    Row("Heute, 12:37 Uhr", "2026-03-06T12:37", "de", fetched=True),
    Row("Hier à 14h05", "2026-03-05T14:05", "fr", fetched=True),
    Row("hier", None, "de", fetched=True),
    Row("昨天 14:05", "2026-03-05T14:05", "zh", fetched=True),
    Row("8 января, 17:46", "2026-01-08T17:46", "ru", fetched=True, why="the year is not said"),
    Row("March 6 at 9 AM", "2026-03-06T09:00", "en", fetched=True, why="the year is not said"),
    Row("December 24", "2025-12-24", "en", fetched=True, why="the year is not said"),
    Row("Monday, December 24", None, "en", fetched=True, why="the weekday does not fit"),
    Row("2 hours ago", None, why="“2 hours ago” counts from when the page was fetched"),
    Row("Gestern, 14.05 Uhr", None, "de", why="counts from when the page was fetched"),
    Row("8 января, 17:46", None, "ru", why="the year is not said"),
    Row("4 min read", None, fetched=True),
    Row("Watch for 5 minutes", None, fetched=True),
]

LABELS = [
    Row("Published: 4 March 2026", "2026-03-04", label="published"),
    Row("First published on Wed 4 Mar 2026 09.15 CET", "2026-03-04T09:15+01:00", label="published"),
    Row("Last modified: March 4, 2026", "2026-03-04", label="updated"),
    Row("Posted: 7:37 AM, March 4, 2026", "2026-03-04T07:37", label="published"),
    Row("By Anna LundMarch 4, 2026 | 5:12 pm", "2026-03-04T17:12"),
    Row("Publié le 4 mars 2026 à 14h05", "2026-03-04T14:05", "fr", label="published"),
    Row("Mis à jour le 4 mars 2026 à 14h05", "2026-03-04T14:05", "fr", label="updated"),
    Row("Actualizado el 4 de marzo de 2026", "2026-03-04", "es", label="updated"),
    Row("Atualizado em 04/03/2026 14h05", "2026-03-04T14:05", "pt", label="updated"),
    Row("Aggiornato il 4 marzo 2026", "2026-03-04", "it", label="updated"),
    Row("Zuletzt aktualisiert: 04.03.2026, 14:05 Uhr", "2026-03-04T14:05", "de", label="updated"),
    Row("Veröffentlicht am 04.03.26 um 14:05 Uhr", "2026-03-04T14:05", "de", label="published"),
    Row("Bijgewerkt op 4 maart 2026", "2026-03-04", "nl", label="updated"),
    Row("Uppdaterad 4 mars 2026 kl 14.05", "2026-03-04T14:05", "sv", label="updated"),
    Row("Oppdatert 4. mars 2026", "2026-03-04", "no", label="updated"),
    Row("Aktualizacja: 4 marca 2026, 14:05", "2026-03-04T14:05", "pl", label="updated"),
    Row("Опубликовано: 4 марта 2026", "2026-03-04", "ru", label="published"),
    Row("Оновлено 4 березня 2026", "2026-03-04", "uk", label="updated"),
    Row("Son güncelleme: 04.03.2026 - 14:05", "2026-03-04T14:05", "tr", label="updated"),
    Row("آخر تحديث: 4 مارس 2026", "2026-03-04", "ar", label="updated"),
    Row("עודכן ב-4 במרץ 2026", "2026-03-04", "he", label="updated"),
    Row("发布时间：2026年3月4日 14:05", "2026-03-04T14:05", "zh", label="published"),
    Row("2026年3月4日 14時05分更新", "2026-03-04T14:05", "ja", label="updated"),
    Row("입력 2026.03.04 14:05", "2026-03-04T14:05", "ko", label="published"),
    Row("최종수정 2026-03-04 14:05", "2026-03-04T14:05", "ko", label="updated"),
]


@pytest.mark.parametrize("row", [*MONTHS, *CLOCKS, *NUMBERS, *AGES, *LABELS], ids=_ids)
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


@pytest.mark.parametrize("row", [*MONTHS, *CLOCKS, *NUMBERS, *AGES, *LABELS], ids=_ids)
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
