"""The headline that a page in markup gives itself, and the site's name off its titles."""

from __future__ import annotations

import pytest

from crosswire.clean.header.titles import Source, Stated, bare_title, choose_title, site_in_title, site_keys
from crosswire.lexicons.load import load_lexicons

MEDIA = load_lexicons().media_words
WALL = "Ostra votes to pull down the old bridge"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        (f"{WALL} - Politics - The Linden Herald", WALL),
        (f"{WALL} :: Linden Radio", WALL),
        (f"{WALL} » Linden", WALL),
        (f"{WALL} – Wirtschaft – Lindener Nachrichten", WALL),
        (f"{WALL} | linden.news", WALL),
        (f"{WALL} | DW | 19.01.2026", WALL),
        (f"Local News | {WALL}", WALL),
        (f"19.01.2026 {WALL}", WALL),
        (f"{WALL} - WXYZ News 5 - Ostra, Ume", WALL),
        ("北港大桥将于下周关闭 - 北港新闻网", "北港大桥将于下周关闭"),
        ("北港の橋を閉鎖へ、市長が発表：北港新聞デジタル", "北港の橋を閉鎖へ、市長が発表"),
        ("Мост в Остре закроют на год - Острянские Новости", "Мост в Остре закроют на год"),
        (f"{WALL} - but not the wall", f"{WALL} - but not the wall"),
        ("Ostra: the bridge that nobody wants", "Ostra: the bridge that nobody wants"),
        ("The Linden Herald", "The Linden Herald"),
    ],
)
def test_site_off(title: str, bare: str) -> None:
    assert bare_title(title, media=MEDIA) == bare


@pytest.mark.parametrize(
    ("title", "host", "bare"),
    [
        (f"{WALL} - ostrablatt", "www.ostrablatt.de", WALL),
        (f"{WALL} - Ostra Blatt am Sonntag", "ostrablatt.de", f"{WALL}"),
        (f"Ostrablatt: {WALL}", "news.ostrablatt.de", WALL),
        (f"{WALL} - Ostrablättchen", "ostra.de", f"{WALL} - Ostrablättchen"),
    ],
)
def test_site_known_by_its_address(title: str, host: str, bare: str) -> None:
    assert bare_title(title, media=MEDIA, sites=site_keys((), (host,))) == bare


def _best(*stated: tuple[str, Source], lines: tuple[str, ...] = (), site: str | None = None) -> str | None:
    found = [Stated(words, source) for words, source in stated]
    return choose_title(found, lines, media=MEDIA, sites=site_keys((site,))).best


OTHER = "Bridge of Ostra: council votes to pull it down"


def test_what_agrees_counts_together() -> None:
    assert _best((OTHER, Source.DATA), (WALL, Source.HEADING)) == WALL
    assert _best((OTHER, Source.DATA), (WALL, Source.HEADING), (OTHER, Source.TITLE)) == OTHER
    assert _best((OTHER, Source.DATA), (WALL, Source.HEADING), (OTHER, Source.TITLE), (WALL, Source.SHARED)) == WALL


@pytest.mark.parametrize("logo", ["Linden", "Menu", "News", "Log in", "The harbour gets a crane from abroad"])
def test_headings_that_are_no_headline(logo: str) -> None:
    assert _best((logo, Source.HEADING), (WALL, Source.TITLE), site="Linden") == WALL


def test_a_logo_at_the_end_of_the_title() -> None:
    assert _best(("so gesehen", Source.HEADING), (f"{WALL} | so gesehen", Source.TITLE)) == WALL


def test_the_lower_of_two_forms_is_the_headline() -> None:
    lines = ("Home", OTHER, "By Ana Ruiz", WALL, "The council voted on Monday.")
    stated = ((OTHER, Source.DATA), (OTHER, Source.HEADING), (OTHER, Source.TITLE), (WALL, Source.SHARED))
    assert _best(*stated, lines=lines) == WALL
    assert _best(*stated, lines=(OTHER,)) == OTHER


def test_a_kicker_that_stands_on_the_page() -> None:
    whole = f"A ford again: {WALL}"
    assert _best((WALL, Source.HEADING), (whole, Source.SHARED), lines=("A ford again", WALL)) == whole
    assert _best((WALL, Source.HEADING), (whole, Source.SHARED), lines=(WALL,)) == WALL


@pytest.mark.parametrize(
    "title",
    [f"{WALL} - lantern of Linden, 03.03.2026", f"The Linden Lantern :: {WALL}", f"{WALL} - why it took so long"],
)
def test_a_part_of_the_title_that_is_a_line(title: str) -> None:
    assert _best((title, Source.TITLE), lines=("News", WALL)) == WALL
    assert _best((title, Source.TITLE), lines=("News",)) == title


@pytest.mark.parametrize(
    ("title", "site"),
    [
        (f"{WALL} - The Linden Herald", "The Linden Herald"),
        (f"The Linden Herald :: {WALL}", "The Linden Herald"),
        (f"{WALL} - Politics - Linden Herald, 03.03.2026", "Linden Herald"),
        (f"{WALL} [北港]：北港新聞", "北港新聞"),
        (f"{WALL} - Politics", None),
        (f"{WALL} - why it took so long", None),
        (f"{WALL} - Ana Ruiz", None),
        (WALL, None),
    ],
)
def test_the_site_beside_the_headline(title: str, site: str | None) -> None:
    assert site_in_title(title, WALL, f"{WALL}\nBy Ana Ruiz\nPolitics", MEDIA) == site


def test_titles_that_break_off() -> None:
    assert _best(("Ostra votes to pull …", Source.SHARED), (WALL, Source.HEADING)) == WALL
    assert _best(("Mayor calls bridge ", Source.SHARED), ('Mayor calls bridge "unsafe"', Source.TITLE)) == (
        'Mayor calls bridge "unsafe"'
    )


def test_nothing_stated() -> None:
    assert _best() is None
    assert _best(("Linden", Source.TITLE), site="Linden") == "Linden"


def test_what_is_too_long_for_a_title_stays() -> None:
    endless = f"Ostra{' ' * 100_000}votes | Linden Herald"
    assert bare_title(endless, media=MEDIA) == endless
