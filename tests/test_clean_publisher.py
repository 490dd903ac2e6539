"""Whose page it is by its own lines, and agencies known by the form alone."""

from __future__ import annotations

import pytest

from crosswire.clean.header.mastheads import is_site, mastheads
from crosswire.clean.header.publisher import find_publisher
from crosswire.clean.lines.captions import is_caption
from crosswire.clean.lines.kinds import capital_teasers
from crosswire.clean.page import clean_page, clean_pages
from crosswire.clean.signed.unknown import unknown_agencies
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, FurnitureKind, Report

TEXT = (
    "The old lock at Ostra will be filled in next spring, the harbour master said on Monday after a meeting in the"
    " town hall.",
    "Boatmen had asked the council for another year, and said that they had nowhere else to winter their boats.",
    "“There is no lock without water, and there is no water,” the harbour master, Rune Tolk, told them.",
    "The work will take four months, according to the council, and will cost two million crowns.",
)


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (("Radio Ostra", *TEXT, "© Radio Ostra 2026"), "Radio Ostra"),
        ((*TEXT, "© 2026 The Ostra Courier. All rights reserved."), "The Ostra Courier"),
        ((*TEXT, "Copyright Linden Morning Post 2026"), "Linden Morning Post"),
        ((*TEXT, "Copyright © 2019-2026 Linden Gazette, Inc. All Rights Reserved."), "Linden Gazette"),
        (("LINDEN LANTERN", "A photo.", *TEXT, "Photo: Linden Lantern"), "LINDEN LANTERN"),
        (("Linden Lantern", *TEXT, "About Linden Lantern"), "Linden Lantern"),
        (("Linden Lantern", *TEXT), None),
        ((*TEXT, "© 2026 The Associated Press. All rights reserved."), None),
        ((*TEXT, "© 2026 Varga Holdings, Inc. All rights reserved."), None),
        ((*TEXT, "© 2026 Varga Holdings"), None),
        ((*TEXT, "Image copyright Straten Pictures"), None),
        (("US", *TEXT, "Contact us"), None),
        (("The Boston Globe", *TEXT), "The Boston Globe"),
        ((*TEXT, "CNBC.com"), None),
        (("Watch CNBC", *TEXT, "CNBC.com", "CNBC Pro"), "CNBC"),
        ((*TEXT, "Write to us: letters@theatlantic.com", "The Atlantic"), "The Atlantic"),
        (("Ostra Kurier", *TEXT, "Ostra Kurier Abo", "Ostra Kurier App", "Kontakt"), "Ostra Kurier"),
        ((*TEXT, "Ostra Kurier", "Linden Anzeiger", "Varga Tageblatt"), None),
        (("Local News", *TEXT, "More Local News", "Local News Alerts", "Local News App"), None),
        ((*TEXT, "Blick", "Blick on the harbour", "Blick from the hill"), None),
        ((*TEXT, "Watson told the court", "About Watson"), None),
    ],
)
def test_find_publisher(lines: tuple[str, ...], publisher: str | None) -> None:
    lexicons = load_lexicons()
    assert find_publisher(lines, lexicons) == publisher


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("The Ostra Echo", "Lock to be filled in", *TEXT), {0}),
        (("RADIO OSTRA", "Lock to be filled in", *TEXT, "© Radio Ostra 2026"), {0}),
        (("Lock at Ostra to be filled in", *TEXT), set()),
        (("Boatmen beaten", *TEXT), set()),
    ],
)
def test_mastheads(lines: tuple[str, ...], found: set[int]) -> None:
    assert mastheads(lines, load_lexicons().media_words) == found


@pytest.mark.parametrize(
    ("words", "site"),
    [
        ("Ostra.com | The Linden Times", True),
        ("The Linden Times", True),
        ("Lock filled in | The Linden Times", False),
        ("Hard times ahead for boatmen", False),
    ],
)
def test_is_site(words: str, site: bool) -> None:
    assert is_site(words, load_lexicons().media_words) is site


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("OSTRA, March 4 (LPA) - The lock is dry.", {"LPA"}),
        ("<p>PORT LINDEN (LPA) — The lock is dry.</p>", {"LPA"}),
        ("The lock is dry.–LPA\n<br>", {"LPA"}),
        ("The lock is dry.–LPA", {"LPA"}),
        ("OSTRA (AFP) — The lock is dry.", set()),
        ("The Council for Trade (CFT) - a charity - said so.", set()),
        ("The lock is dry. –ENDS", set()),
        ("Ferry sinks\nPORT SOREL (Norda) — A ferry sank off the coast on Monday.", {"Norda"}),
        ("Ferry sinks\nPORT SOREL (NORDA News) — A ferry sank off the coast.", {"NORDA News"}),
        ("The council (Monday) — and others — met.", set()),
    ],
)
def test_unknown_agencies(body: str, names: set[str]) -> None:
    assert unknown_agencies([body], load_lexicons().agencies, load_lexicons().geography) == names


def _report(*lines: str) -> Report:
    result = clean_page(Page("page", "\n\n".join(lines), False), lexicons=load_lexicons())
    assert isinstance(result, Report)
    return result


def test_a_masthead_is_no_headline() -> None:
    report = _report("The Ostra Echo", "Council fills in the old lock of Ostra", "4 March 2026", *TEXT)
    assert report.headline == "Council fills in the old lock of Ostra"


def test_a_text_signed_by_an_agency_that_is_not_known() -> None:
    glued = _report("Council fills in the old lock", *TEXT[:-1], TEXT[-1] + "–LPA")
    alone = _report("Council fills in the old lock", "OSTRA, March 4 (LPA) - " + TEXT[0], *TEXT[1:], "(LPA)")
    for report in (glued, alone):
        assert report.text.endswith("two million crowns.")
        assert [(c.name, c.what) for c in report.credits] == [("LPA", CreditKind.TEXT)]


def test_an_agency_that_another_page_names() -> None:
    first = Page("a", "\n\n".join(("Lock to go", "OSTRA (LPA) — " + TEXT[0], *TEXT[1:])), False)
    other = "The lock is as old as the town, the LPA agency reported, and older than its bridge."
    second = Page("b", "\n\n".join(("Lock of Ostra to go", *TEXT, other)), False)
    cleaned = clean_pages((first, second), lexicons=load_lexicons())[1]
    assert isinstance(cleaned, Report)
    assert [(c.name, c.what) for c in cleaned.credits] == [("LPA", CreditKind.CITED)]


def test_polls_menus_and_standfirsts_are_furniture() -> None:
    report = _report(
        "Council fills in the old lock of Ostra",
        "Boatmen must look for another place to winter, says the harbour master",
        "By Tessa Morn",
        *TEXT,
        "Today's poll",
        "Should the lock stay?",
        "( ) Yes ( ) No",
        "Contact us – Imprint",
    )
    assert report.text == "\n\n".join(TEXT)
    kinds = {f.words: (f.kind, f.why) for f in report.furniture}
    assert kinds["Should the lock stay?"][0] is FurnitureKind.POLL
    assert kinds["Contact us – Imprint"][0] is FurnitureKind.NAVIGATION
    why = kinds["Boatmen must look for another place to winter, says the harbour master"][1]
    assert why == "a standfirst, between headline and text"


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Boatmen hold a rally at the lock in Ostra, Tuesday, Nov. 3, 2026, calling for another year.", True),
        ("The lock and the tower of Ostra, on March 3, 2026 photo.", True),
        ("The palace at Ostra is the seat of the council   (Lindenbild)", True),
        ("The mayor and the harbour master meet at the lock (AFP)", True),
        ("Harbour Pool Photo via Associated Press/file", True),
        ("The council will meet on Tuesday, Nov. 3, 2026, to vote on the lock.", False),
        ("The mayor put a photo via her phone on the board of the town.", False),
        ("The council meets on Tuesday. (AFP)", False),
        ("The council for trade and harbours of Ostra (CTHO)", False),
    ],
)
def test_is_caption(line: str, caption: bool) -> None:
    assert is_caption(line, load_lexicons().agencies) is caption


def test_headlines_in_capitals_between_paragraphs() -> None:
    teaser = "MAYOR OF LINDEN SAYS BRIDGE TO STAY CLOSED"
    lines = (TEXT[0], teaser, TEXT[1], "WHAT HAPPENS NEXT", *TEXT[2:])
    assert set(capital_teasers(lines, [True] * len(lines))) == {1}
    loud = [line.upper().rstrip(".") for line in TEXT]
    assert capital_teasers(loud, [True] * len(loud)) == {}


def test_a_label_is_no_dateline() -> None:
    report = _report(
        "Council fills in the old lock of Ostra", "PUBLISHED: 10:48, Tue, Mar 3, 2026 | UPDATED: 11:05", *TEXT
    )
    assert report.dateline is None
    assert report.text.startswith(TEXT[0])
    assert report.published_at.value == "2026-03-03T10:48"


@pytest.mark.parametrize(
    ("lines", "address", "publisher"),
    [
        (TEXT, "https://www.linden-lantern.example/lock", "linden-lantern.example"),
        (TEXT, "http://web.archive.org/web/20260305101112/http://www.lantern.example:80/x", "lantern.example"),
        (TEXT, "http://web.archive.org/web/20260305101112/https://www.theguardian.com/world/lock", "The Guardian"),
        (TEXT, "https://www.google.com/amp/s/www.bbc.co.uk/news/lock", "BBC"),
        ((*TEXT, "© 2026 The Ostra Courier. All rights reserved."), "https://lantern.example/x", "The Ostra Courier"),
        (TEXT, "https://archive.ph/AbC1d", None),
    ],
)  # fmt: skip
def test_publisher_by_the_pages_own_address(lines: tuple[str, ...], address: str, publisher: str | None) -> None:
    page = Page("p", "\n\n".join(lines), False, url=address)
    report = clean_page(page, lexicons=load_lexicons())
    assert isinstance(report, Report)
    assert report.publisher == publisher
    assert report.url == address


def test_a_masthead_of_common_words_that_a_photo_is_credited_to() -> None:
    lines = ["Morning Post", "Sign in", "Storm closes the bridge", "Waves at the pier. Photo: Morning Post", *TEXT]
    assert _report(*lines).publisher == "Morning Post"
    assert _report(*(line.partition(" Photo:")[0] for line in lines)).publisher is None


@pytest.mark.parametrize("archive", ["web.archive.org", "Wayback Machine", "archive.ph"])
def test_an_archive_is_no_publisher(archive: str) -> None:
    page = Page("p", "\n\n".join(TEXT), False, publisher=archive)
    report = clean_page(page, lexicons=load_lexicons())
    assert isinstance(report, Report)
    assert report.publisher is None
