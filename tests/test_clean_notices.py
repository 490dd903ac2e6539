"""Sentences that say where a text came from, and lines of writers and houses: tables of invented lines."""

from __future__ import annotations

import pytest

from crosswire.clean.page import clean_page
from crosswire.clean.signed.credits import owner_of
from crosswire.clean.signed.named import house_at, is_own
from crosswire.clean.signed.notices import is_helper, is_notice, noticed
from crosswire.clean.signed.supplied import supplied_by
from crosswire.clean.signed.writers import is_photographer, signing_houses
from crosswire.lexicons.load import load_lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, CreditPlace, Report

LEXICONS = load_lexicons()
WHOLE, HELPED, CITED = "whole", "helped", "cited"


def read(words: str, own: tuple[str, ...] = (), *, kept: bool = False) -> list[tuple[str, str]]:
    found = noticed(words, LEXICONS, own, kept=kept)
    return [(n.name, CITED if n.what is CreditKind.CITED else HELPED if n.helped else WHOLE) for n in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("This story was originally published by Stateline.", [("Stateline", WHOLE)]),
        ("This article first appeared in The Ostra Post.", [("The Ostra Post", WHOLE)]),
        ("Originally published at ostramatters.example.", [("ostramatters.example", WHOLE)]),
        ("Editor's note: This article was originally published by The Guardian.", [("The Guardian", WHOLE)]),
        ("This report by the mayor was first published March 3, 2026.", []),
        ("Read the original article on Business Insider.", [("Business Insider", WHOLE)]),
        ("(c) 2026, The Washington Post", [("The Washington Post", WHOLE)]),
        ("© 2026 The Washington Post", []),
        ("(via Mediaite)", [("Mediaite", CITED)]),
        ("Via Reuters", [("Reuters", WHOLE)]),
        ("Originally published by The Washington Post.", [("The Washington Post", WHOLE)]),
        ("This report was originally published at nytimes.com.", [("The New York Times", WHOLE)]),
        ("A version of this story originally appeared on Ostra Matters.", [("Ostra Matters", WHOLE)]),
        ("Republished from The Conversation under a free licence.", [("The Conversation", WHOLE)]),
        ("Reprinted with permission from Ostra Post", [("Ostra Post", WHOLE)]),
        ("The post Bridge to come down appeared first on Ostra Matters.", [("Ostra Matters", WHOLE)]),
        ("This story was co-published with ProPublica.", [("ProPublica", WHOLE)]),
        ("Dieser Artikel erschien zuerst bei Ostra Kurier.", [("Ostra Kurier", WHOLE)]),
        ("Authored by Ana Ruiz via Ostra Matters,", [("Ostra Matters", WHOLE)]),
        ("By Ana Ruiz, via AP", [("AP", WHOLE)]),
        # No house, or no notice.
        ("Originally published July 16, 2026 at 2:14 am", []),
        ("This story was published in Spanish.", []),
        ("This story was written by Ana Ruiz.", []),
        ("This bridge was built by men from Ostra.", []),
        ("Published by the city of Ostra", []),
        ("Rescuers went in via the roof.", []),
        ("via Paypal", []),
        ("The story was first reported by The Hill.", []),
        # Helpers.
        ("The Associated Press contributed to this report.", [("AP", HELPED)]),
        ("Copyright 2026 by KQLD Ostra. The Associated Press contributed to this report.", [("AP", HELPED)]),
        ("CNN and Reuters contributed reporting.", [("CNN", HELPED), ("Reuters", HELPED)]),
        ("This report contains material from Bloomberg News and AFP.", [("Bloomberg", HELPED), ("AFP", HELPED)]),
        ("Material from Reuters was used in this report.", [("Reuters", HELPED)]),
        ("Contributing: Ana E. Ruiz in Ostra; The Associated Press", [("AP", HELPED)]),
        ("Herald wire services contributed to this report.", [(UNNAMED, HELPED)]),
        ("Law enforcement agencies contributed to this report.", []),
        ("Material from the Sun-Times Media Wire was used here.", [("Sun-Times Media Wire", HELPED)]),
        ("(With AP inputs)", [("AP", HELPED)]),
        ("CNN contributed $5 million to the bridge.", []),
        # A house's own people sign its own copy.
        ("Associated Press writer Ana Ruiz in Ilsen contributed to this report.", [("AP", WHOLE)]),
        ("Associated Press writers Ana Ruiz and Tom Hill contributed to this report.", [("AP", WHOLE)]),
        ("The Washington Post's Ana Ruiz contributed to this report.", [("The Washington Post", WHOLE)]),
        ("Ana Ruiz is an Associated Press writer.", [("AP", WHOLE)]),
        ("Ana Ruiz and Tom Hill are Houston Chronicle staff writers.", [("Houston Chronicle", WHOLE)]),
        ("Ana Ruiz is a former Reuters correspondent.", []),
        ("Mayor Ruiz is a friend of reporters for Reuters.", []),
        # Who had the news.
        ("(h/t The Hill)", [("The Hill", CITED)]),
        ("H/T: Mediaite", [("Mediaite", CITED)]),
        ("Hat tip to Ostra Matters.", [("Ostra Matters", CITED)]),
        ("h/t: Twitter", []),
        # Agencies that are not named.
        ("Staff and agencies", [(UNNAMED, HELPED)]),
        ("Linden Echo staff and agencies", [(UNNAMED, HELPED)]),
        ("With Post wires", [(UNNAMED, HELPED)]),
        ("Ana Ruiz and agencies", [(UNNAMED, HELPED)]),
        ("Ana Ruiz in Ilsen and agencies", [(UNNAMED, HELPED)]),
        ("Ana Ruiz, Agenturen", [(UNNAMED, HELPED)]),
        ("Ana Ruiz et agences", [(UNNAMED, HELPED)]),
        ("From staff and wire reports", [(UNNAMED, HELPED)]),
        ("(With inputs from agencies)", [(UNNAMED, HELPED)]),
        ("Agencies", [(UNNAMED, WHOLE)]),
        ("By Agencies", [(UNNAMED, WHOLE)]),
        ("From wire reports", [(UNNAMED, WHOLE)]),
        ("(Agenturen)", [(UNNAMED, WHOLE)]),
        ("law enforcement agencies", []),
        ("Telephone wires", []),
    ],
)
def test_notices(words: str, found: list[tuple[str, str]]) -> None:
    assert read(words) == found


def test_a_notice_may_stand_beside_where_to_read_on() -> None:
    words = "This article is republished from The Conversation under a free licence. Read the original article."
    assert is_notice(words, LEXICONS)


def test_what_a_publisher_says_of_itself_says_nothing() -> None:
    own = ("The Linden Echo", "lindenecho.example")
    assert read("This story was originally published by The Linden Echo.", own) == []
    assert read("This story was originally published at lindenecho.example.", own) == []
    both = "Linden Echo's Ana Ruiz and The Associated Press contributed to this report."
    assert read(both, own) == [("AP", HELPED)]


def test_a_sentence_of_the_text_is_a_notice_only_where_it_is_plain() -> None:
    assert read("The report was first published by Reuters.", kept=True) == []
    assert read("The report was first published by Reuters.") == [("Reuters", WHOLE)]
    assert is_notice("This story was first published by Reuters.", LEXICONS)
    assert not is_notice("This story was first published by Reuters. It tells of a bridge.", LEXICONS)


@pytest.mark.parametrize(
    ("name", "words", "helped"),
    [
        ("AP", "The Associated Press contributed to this report.", True),
        ("AP", "Associated Press writer Ana Ruiz contributed to this report.", False),
        ("Reuters", "(Reporting by Ana Ruiz; Additional reporting by Tom Hill; Editing by Ole Berg)", False),
        ("PTI", "With inputs from PTI", True),
        ("AFP", "(avec AFP)", True),
        ("dpa", "(dpa)", False),
        ("Reuters", "With additional reporting by Reuters", True),
        ("AFP", "Linden Echo staff and AFP", True),
        ("Reuters", "By Reuters Staff", False),
    ],
)
def test_who_only_helped(name: str, words: str, helped: bool) -> None:
    assert is_helper(name, words, LEXICONS) is helped


@pytest.mark.parametrize(
    ("words", "houses"),
    [
        ("By Ana Ruiz and Tom Hill, Associated Press", ("AP",)),
        ("By ANA RUIZ, CNN, AP", ("CNN", "AP")),
        ("Ana Ruiz and Jan M. HolmAssociated Press", ("AP",)),
        ("Ana Ruiz, Associated Press Published 9:21 a.m. ET July 15, 2026", ("AP",)),
        ("Associated Press Monday, March 2, 2026", ("AP",)),
        ("AFP - 3 March 2026", ("AFP",)),
        ("Posted 6:08 am, March 3, 2026, by CNN Wires", ("CNN Wire",)),
        ("ANA RUIZ, TOM HILL and OLE BERG / AP", ("AP",)),
        ("Los Angeles Times — Ana Ruiz Los Angeles Times", ("Los Angeles Times",)),
        ("By Ana Ruiz for ProPublica", ("ProPublica",)),
        ("By Reuters Staff", ("Reuters",)),
        ("CBS/AP March 3, 2026, 7:29 AM", ("CBS News", "AP")),
        ("Ana Ruiz | The Associated Press | March 3, 2026", ("AP",)),
        ("Agence France-Presse in Paris", ("AFP",)),
        ("Reuters, London", ("Reuters",)),
        ("Reuters in talks", ()),
        # May be a photographer's.
        ("Ana Ruiz / AP", ()),
        ("Ana Ruiz, AP", ()),
        ("By Ana Ruiz / AP", ("AP",)),
        ("Bild: Ana Ruiz", ()),
        # Neither writers nor a date.
        ("Fox News", ()),
        ("CNN Politics", ()),
        ("Watch CNN Live", ()),
        ("AP told police that it fell", ()),
        ("The Associated Press is here to stay", ()),
    ],
)
def test_lines_of_writers(words: str, houses: tuple[str, ...]) -> None:
    assert signing_houses(words, LEXICONS) == houses


def test_photographers() -> None:
    assert is_photographer("Ana Ruiz/Reuters")
    assert not is_photographer("By Ana Ruiz/Reuters")
    assert not is_photographer("Ana Ruiz, Tom Hill and Ole Berg / AP")


@pytest.mark.parametrize(
    ("words", "house"),
    [
        ("The Ostra Post, where it was longer", "The Ostra Post"),
        ("the Ostra Tribune.", "Ostra Tribune"),
        ("www.washingtonpost.com/world", "The Washington Post"),
        ("ostramatters.example.", "ostramatters.example"),
        ("twitter.com/ostra", None),
        ("YouTube", None),
        ("July 16", None),
        ("the city of Ostra", None),
    ],
)
def test_a_house_at_the_start(words: str, house: str | None) -> None:
    assert house_at(words, LEXICONS) == house


def test_a_publishers_names() -> None:
    assert is_own("CBS News", ("cbs.com",))
    assert is_own("Linden Echo", ("The Linden Echo",))
    assert not is_own("Linden Post", ("The Linden Echo",))


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Copyright AP / NBC Linden", ("AP",)),
        ("© 2026 Thomson/Reuters. All rights reserved.", ("Reuters",)),
        ("© dpa/Ana Ruiz", ()),
        ("The-CNN-Wire ™ & © 2026 Cable News Network, Inc. All rights reserved.", ("CNN Wire",)),
        ("Copyright City News Service", ("City News Service",)),
        ("© 2026 Cox Media Group.", ()),
    ],
)
def test_owners(words: str, owner: tuple[str, ...]) -> None:
    assert owner_of(words, LEXICONS.agencies) == owner


@pytest.mark.parametrize(
    ("credit", "authors", "found"),
    [
        ("dpa/AFP", (), [("dpa", False), ("AFP", False)]),
        ("Norda", (), [("Norda", False)]),
        ("Agencies", (), [(UNNAMED, False)]),
        ("Staff and agencies", (), [(UNNAMED, True)]),
        ("With inputs from PTI", (), [("PTI", True)]),
        ("washingtonpost.com", (), [("The Washington Post", False)]),
        ("doi.org", (), []),
        (None, ("Ana Ruiz, Reuters",), [("Reuters", False)]),
        (None, ("Ana Ruiz",), []),
        (None, ("Staff and agencies",), [(UNNAMED, True)]),
    ],
)
def test_what_a_container_credits(credit: str | None, authors: tuple[str, ...], found: list[tuple[str, bool]]) -> None:
    page = Page("p", "", False, credit=credit, authors=authors)
    credits = supplied_by(page, LEXICONS)
    assert [(c.name, c.helped) for c in credits] == found
    assert all(c.place is CreditPlace.CONTAINER for c in credits)


TEXT = (
    "The council of Ostra voted on Tuesday to pull down the old bridge after engineers found cracks in its piers.",
    "Traders in the lower town said that they feared for their customers and asked for a ferry over the winter.",
    "The mayor, Ana Ruiz, said that the work would begin in spring and last until the autumn of next year.",
    "Engineers had warned in May that the piers would not stand another flood like the one of two years ago.",
)
HEADLINE = "Ostra votes to pull down bridge"


def stated(*lines: str, publisher: str | None = None) -> list[tuple[str, str, str]]:
    page = Page("p", "\n\n".join(lines), False, title=HEADLINE, publisher=publisher)
    report = clean_page(page, lexicons=LEXICONS)
    assert isinstance(report, Report)
    kinds = {True: HELPED, False: WHOLE}
    return [
        (c.name, CITED if c.what is CreditKind.CITED else kinds[c.helped], c.place.value)
        for c in report.credits
        if c.what is not CreditKind.PHOTO
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((HEADLINE, "OSTRA (AP) — " + TEXT[0], *TEXT[1:]), [("AP", WHOLE, "dateline")]),
        ((HEADLINE, "By Ana Ruiz, Associated Press", *TEXT), [("AP", WHOLE, "byline")]),
        ((HEADLINE, *TEXT[:-1], TEXT[-1] + "–AFP"), [("AFP", WHOLE, "closing")]),
        ((HEADLINE, *TEXT, "This story was originally published by Stateline."), [("Stateline", WHOLE, "line")]),
        ((HEADLINE, *TEXT, "With Post wires"), [(UNNAMED, HELPED, "line")]),
        ((HEADLINE, "Authored by Ana Ruiz via Ostra Matters,", *TEXT), [("Ostra Matters", WHOLE, "line")]),
        ((HEADLINE, *TEXT, "(h/t The Hill)"), [("The Hill", CITED, "line")]),
        ((HEADLINE, *TEXT[:-1], TEXT[-1] + " (h/t The Hill)"), [("The Hill", CITED, "closing")]),
        (
            (HEADLINE, *TEXT, "It was reported by The Washington Post."),
            [("The Washington Post", CITED, "text")],
        ),
        ((HEADLINE, *TEXT, "With AP"), [("AP", HELPED, "line")]),
        ((HEADLINE, "Posted 6:08 am, March 3, 2026, by CNN Wires", *TEXT), [("CNN Wire", WHOLE, "byline")]),
        (
            (HEADLINE, *TEXT, "Distributed by Tribune Content Agency, LLC."),
            [("Tribune News Service", WHOLE, "line")],
        ),
        ((HEADLINE, *TEXT, "PHOTO BY REUTERS"), []),
        ((HEADLINE, *TEXT, "Source: Reuters poll of 12 engineers"), []),
        ((HEADLINE, *TEXT, "Ana Ruiz covers bridges for Reuters and others."), []),
        ((HEADLINE, *TEXT, "Her work has appeared in The New York Times and The Guardian."), []),
        ((HEADLINE, *TEXT, "More from Reuters"), []),
        # A helper here and the whole there: it is the house's.
        (
            (HEADLINE, "OSTRA (AP) — " + TEXT[0], *TEXT[1:], "The Associated Press contributed to this report."),
            [("AP", WHOLE, "dateline")],
        ),
        # Carried by a service: the words are the paper's.
        (
            (HEADLINE, "By Ana Ruiz and Tom Hill, The Washington Post (TNS)", *TEXT),
            [("The Washington Post", WHOLE, "byline"), ("Tribune News Service", HELPED, "byline")],
        ),
    ],
)
def test_credits_know_their_place(lines: tuple[str, ...], found: list[tuple[str, str, str]]) -> None:
    assert stated(*lines) == found


def test_notices_are_no_part_of_the_text() -> None:
    lines = (HEADLINE, "Authored by Ana Ruiz via Ostra Matters,", *TEXT, "This story first appeared in Holm Review.")
    report = clean_page(Page("p", "\n\n".join(lines), False, title=HEADLINE), lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("first", "credited"),
    [
        ("The old lock at Ostra will be filled in next spring, the harbour master told KQLD.", False),
        ("OSTRA (AP) — The old lock at Ostra will be filled in next spring, the harbour master said.", True),
    ],
)
def test_a_copyright_line_of_an_agency_and_the_station_claims_no_text_alone(first: str, credited: bool) -> None:
    more = "Boatmen had asked the council for another year, and said that they had nowhere else to winter their boats."
    body = "\n\n".join((first, more, "The work will take four months.", "Copyright Associated Press / NBC 4 Ostra"))
    report = clean_page(Page("p", body, False, publisher="NBC 4 Ostra"), lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert [c.name for c in report.credits if c.what is CreditKind.TEXT] == (["AP"] if credited else [])
