"""Who wrote a report: bylines in many languages, and where on a bare page they are looked for."""

from __future__ import annotations

import pytest

from crosswire.clean.header.bylines import cased, names_of_byline, reporters
from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report

LEXICONS = load_lexicons()
TEXT = (
    "The old lock at Ostra will be filled in next spring, the harbour master said on Monday after a meeting in the"
    " town hall.",
    "Boatmen had asked the council for another year, and said that they had nowhere else to winter their boats.",
    "“There is no lock without water, and there is no water,” the harbour master, Rune Tolk, told them.",
    "The work will take four months, according to the council, and will cost two million crowns.",
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Von Ana Ruiz, Ostra", ("Ana Ruiz",)),
        ("VON ANA RUIZ am 21. April 2026", ("Ana Ruiz",)),
        ("Text: Ana Ruiz", ("Ana Ruiz",)),
        ("Par Ana Ruiz et Tom Hill", ("Ana Ruiz", "Tom Hill")),
        ("Por Ana Ruiz y Tomás Colina", ("Ana Ruiz", "Tomás Colina")),
        ("Di Marco Rossi", ("Marco Rossi",)),
        ("Av Ola Nordmann", ("Ola Nordmann",)),
        ("Текст: Анна Руис", ("Анна Руис",)),
        ("بقلم: أحمد علي", ("أحمد علي",)),
        ("记者 王伟", ("王伟",)),
        ("本报记者王伟 李明", ("王伟", "李明")),
        ("文/王伟", ("王伟",)),
        ("كتب: محمود السيد الثلاثاء 3 مارس 2026", ("محمود السيد",)),
        ("责任编辑：赵敏", None),
        ("Text Messages Sent", None),
        ("Von der Leyen besucht Ostra", None),
        ("记者从市政府获悉", None),
        ("By Tess Bonn - 11/19/26 06:56 AM EST", ("Tess Bonn",)),
        ("By Ana Ruiz On 11/13/26 at 4:00 PM EST", ("Ana Ruiz",)),
        ("From Ana Ruiz in Port Sorel", ("Ana Ruiz",)),
        ("By Ana Ruiz in Ostra and Tom Hill in Ilsen", ("Ana Ruiz", "Tom Hill")),
        ("Submitted by Ana Ruiz and Tom Hill of Holm Research", ("Ana Ruiz", "Tom Hill")),
        ("– this post authored by Ana J Ruiz and Tom van Hill, Ilsen College Ostra", ("Ana J Ruiz", "Tom van Hill")),
        ("The Associated Press — By ANA RUIZ and TOM HILL - Associated Press", ("Ana Ruiz", "Tom Hill")),
        ("By Ana Ruiz and Tom Hill New York Times", ("Ana Ruiz", "Tom Hill")),
        ("By Ana Ruiz, Milo Straten and Tom Hill The Washington Post", ("Ana Ruiz", "Milo Straten", "Tom Hill")),
        ("from The Lantern", None),
        ("The mayor — by Monday at the latest", None),
    ],
)
def test_bylines_of_many_languages(words: str, names: tuple[str, ...] | None) -> None:
    assert names_of_byline(words, LEXICONS) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("(Reporting by Ana Ruiz in Ilsen and Tom Hill; Editing by Ole Berg)", ("Ana Ruiz", "Tom Hill")),
        ("Reporting by Ana Ruiz; additional reporting by Tom Hill", ("Ana Ruiz",)),
        ("新华社临江3月4日电（记者李晓、王伟）船上19人全部获救。", ("李晓", "王伟")),
        ("记者从市政府获悉，船上19人全部获救。", ()),
        ("He was reporting by telephone from Ostra.", ()),
    ],
)
def test_reporters(words: str, names: tuple[str, ...]) -> None:
    assert reporters(words) == names


@pytest.mark.parametrize(("name", "shown"), [("ANA RUIZ", "Ana Ruiz"), ("NPA", "NPA"), ("Ana RUIZ", "Ana RUIZ")])
def test_cased(name: str, shown: str) -> None:
    assert cased(name) == shown


def _bylines(*lines: str) -> tuple[str, ...]:
    report = clean_page(Page("p", "\n\n".join(lines), False), lexicons=LEXICONS)
    assert isinstance(report, Report)
    return report.bylines


HEAD = "Old lock at Ostra to be filled in"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ((HEAD, "By Ana Ruiz", *TEXT), ("Ana Ruiz",)),
        ((HEAD, "By Ana Ruiz  @anaruiz", *TEXT), ("Ana Ruiz",)),
        ((HEAD, "By Ana Ruiz - 3 March 2026", *TEXT), ("Ana Ruiz",)),
        ((HEAD, "Ana Ruiz", "3 March 2026", *TEXT), ("Ana Ruiz",)),
        ((HEAD, "Ana Ruiz | Published 3 March 2026", *TEXT), ("Ana Ruiz",)),
        ((HEAD, "Posted on March 3, 2026 by Ana Ruiz", *TEXT), ("Ana Ruiz",)),
        ((HEAD, *TEXT, "(Reporting by Ana Ruiz; Editing by Ole Berg)"), ("Ana Ruiz",)),
        ((HEAD, "Ana Ruiz, Tom Hill", *TEXT), ("Ana Ruiz", "Tom Hill")),
        ((HEAD, "Ana Ruiz, The Washington Post", "3 March 2026", "Image 1 of 1", HEAD, *TEXT), ("Ana Ruiz",)),
        (
            (
                HEAD,
                "The old lock at Ostra, as it stood open for the last time on Monday morning.",
                "By Ana Ruiz and Tom Hill",
                "March 3, 2026",
                *TEXT,
            ),
            ("Ana Ruiz", "Tom Hill"),
        ),
        ((HEAD, *TEXT, "— Ana Ruiz"), ("Ana Ruiz",)),
        (
            (HEAD, *TEXT, "Ana Ruiz: (555) 010-4075", "Tom Hill: 555-010-4308, hill@lantern.example"),
            ("Ana Ruiz", "Tom Hill"),
        ),
        ((HEAD, *TEXT, "Copyright 2026 by Ostra Lantern - All rights reserved."), ()),
        ((HEAD, "Translated by Milo Straten", *TEXT), ()),
        ((HEAD, "Linden View •", "3 March 2026", *TEXT), ()),
        ((HEAD, "3 March 2026", "Sign Up", *TEXT), ()),
        ((HEAD, "3 March 2026", "Case Number: 1702140141", *TEXT), ()),
        ((HEAD, "Middle East", "3 March 2026", *TEXT), ()),
        ((HEAD, "New York", "3 March 2026", *TEXT), ()),
        ((HEAD, "Linden Morning Herald", "3 March 2026", *TEXT), ()),
    ],
)
def test_where_a_bare_page_names_its_writer(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert _bylines(*lines) == names


def test_a_list_above_the_headline_names_other_writers() -> None:
    above = (
        "Karsund opens its harbour",
        "by Milo Straten - Mar 3, 2026",
        "Ferry to Dorsk",
        "by Una Berg - Mar 2, 2026",
    )
    assert _bylines(*above, HEAD, "Submitted by Ana Ruiz", *TEXT) == ("Ana Ruiz",)
    assert _bylines(*above, HEAD, *TEXT) == ()


def test_who_signs_the_text_is_not_in_it() -> None:
    lines = (HEAD, *TEXT, "— Ana Ruiz")
    report = clean_page(Page("p", "\n\n".join(lines), False), lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.text == "\n\n".join(TEXT)


def test_bylines_of_teasers_are_others() -> None:
    teasers = ("More like this", *("Karsund opens its harbour", "By Milo Straten", "Share") * 3)
    assert _bylines(HEAD, "By Ana Ruiz", *TEXT, *teasers) == ("Ana Ruiz",)
    assert _bylines(HEAD, *TEXT, "Share this", "Comments", "Read next", *teasers) == ()
