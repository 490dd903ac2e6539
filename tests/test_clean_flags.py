"""What is unusual about a page that holds a report: cut texts, walls, machines' translations."""

from __future__ import annotations

import pytest

from crosswire.clean.page import clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Flag, Report
from several_pages import COST, DOUBT, RIVAL, WALL, html, paragraphs, plain

TEXT = ("Ostra raises its harbour wall", WALL, COST, RIVAL, DOUBT)


def flags(body: str, *, markup: bool = False, **fields: object) -> tuple[Flag, ...]:
    (found,) = clean_pages((Page("p", body, markup, **fields),), lexicons=load_lexicons())  # type: ignore[arg-type]
    assert isinstance(found, Report)
    return found.flags


@pytest.mark.parametrize(
    "end",
    [
        "The masons will begin in spring and nobody in the whole town of Ostra knows where the boats are to lie when"
        " all of the basin",
        "The masons will begin in spring, and then…",
        "The masons will begin in spring, the mayor said, when the ice has gone from the basin [+1234 chars]",
        "The masons will begin in spring, the mayor said. Read more at The Tide Table",
    ],
)
def test_texts_that_break_off(end: str) -> None:
    assert flags(plain(*TEXT, end)) == (Flag.TRUNCATED,)


@pytest.mark.parametrize(
    "end",
    [
        "The masons will begin in spring, the mayor said.",
        "“We have waited for this wall,” she said",
        "Read more: Bridge has cracks",
        "The masons, who came to Ostra from the far side of the bay to look at the stones, wrote: umed.example/wall",
    ],
)
def test_whole_texts(end: str) -> None:
    assert Flag.TRUNCATED not in flags(plain(*TEXT, end))


def test_a_container_may_say_that_it_holds_a_part_only() -> None:
    assert flags(plain(*TEXT), partial=True) == (Flag.TRUNCATED,)


@pytest.mark.parametrize(
    "notice",
    [
        "Subscribe to continue reading",
        "Already a subscriber? Log in",
        "Pour lire la suite, abonnez-vous",
        "Cet article est réservé aux abonnés",
        "Jetzt weiterlesen mit Plus",
        "Suscríbete para seguir leyendo",
        "Abbonati per continuare a leggere",
        "Om verder te lezen, neem een abonnement",
        "この記事は有料会員限定です",
    ],
)
def test_walls(notice: str) -> None:
    assert Flag.PAYWALLED in flags(plain(*TEXT, notice))


def test_a_long_text_above_a_subscriptions_notice_is_whole() -> None:
    halls = ("the old town hall", "a school", "the fish market", "the lamp house", "a tent on the quay", "the museum")
    long = [
        f"In {hall} it was told on day {n} what masons want: {' '.join(['stone', hall] * 12)}."
        for n, hall in enumerate(halls)
    ]
    assert Flag.PAYWALLED not in flags(plain("Ostra raises its wall", *long, "Subscribe to continue reading"))


@pytest.mark.parametrize(
    ("head", "walled"),
    [
        ('<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>', True),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>', True),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>', False),
        ('<meta property="article:content_tier" content="locked">', True),
        ('<meta property="article:content_tier" content="free">', False),
    ],
)
def test_walls_by_the_pages_own_data(head: str, walled: bool) -> None:
    page = html("<h1>Ostra raises its wall</h1>" + paragraphs(*TEXT[1:]), head=head)
    assert (Flag.PAYWALLED in flags(page, markup=True)) is walled


def test_a_walls_element() -> None:
    body = "<h1>Ostra raises its wall</h1>" + paragraphs(*TEXT[1:])
    assert Flag.PAYWALLED in flags(html(body + '<div class="box paywall">Plus</div>'), markup=True)
    assert Flag.PAYWALLED not in flags(html(body + '<div class="box wallpaper">Plus</div>'), markup=True)


@pytest.mark.parametrize(
    "notice",
    [
        "This article was translated automatically.",
        "Translated by DeepL",
        "Dieser Text wurde maschinell übersetzt.",
        "Traduit automatiquement de l'anglais",
        "Traducción automática",
        "Машинный перевод",
    ],
)
def test_machine_translations(notice: str) -> None:
    assert Flag.MACHINE_TRANSLATED in flags(plain(TEXT[0], notice, *TEXT[1:]))


def test_a_report_about_translation_is_none() -> None:
    told = "The council's letters are machine-translated for the masons, who come from four countries, the mayor said."
    assert Flag.MACHINE_TRANSLATED not in flags(plain(*TEXT[:3], told, *TEXT[3:]))
    assert Flag.MACHINE_TRANSLATED not in flags(plain(*TEXT, "Translated by Ana Ruiz"))


def test_machine_translations_by_the_pages_own_data() -> None:
    page = html("<h1>Wall</h1>" + paragraphs(*TEXT[1:]), head='<meta name="translated-by" content="machine">')
    assert Flag.MACHINE_TRANSLATED in flags(page, markup=True)


def test_a_plain_article_has_no_flag() -> None:
    assert flags(plain(*TEXT)) == ()
