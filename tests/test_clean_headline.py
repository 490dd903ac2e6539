"""The headline among a bare page's lines, chosen by learned weights."""

from __future__ import annotations

import pytest

from crosswire.clean.header.headline import headline_before_date, text_start
from crosswire.clean.header.headline_traits import NAMES
from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons, table
from crosswire.model.page import Page
from crosswire.model.report import Report

HEAD = "Old lock at Ostra to be filled in next spring"
TEXT = (
    "The old lock at Ostra will be filled in next spring, the harbour master said on Monday after a meeting in the"
    " town hall.",
    "Boatmen had asked the council for another year, and said that they had nowhere else to winter their boats.",
    "“There is no lock without water, and there is no water,” the harbour master, Rune Tolk, told them.",
    "The work will take four months, according to the council, and will cost two million crowns.",
)
DECK = "Boatmen must look for another place in the winter, and are not pleased with the council"


def _report(*lines: str, **fields: str) -> Report:
    report = clean_page(Page("p", "\n\n".join(lines), False, **fields), lexicons=load_lexicons())  # type: ignore[arg-type]
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    "lines",
    [
        (HEAD, "By Ana Ruiz", "3 March 2026", *TEXT),
        ("Home", "News", "Sport", HEAD, DECK, "3 March 2026", "By Ana Ruiz", *TEXT),
        ("Home", HEAD, "3 March 2026", "The lock at Ostra in March. Photo: Ole Berg", *TEXT),
        ("The Ostra Herald", HEAD, "By Ana Ruiz", *TEXT),
        ("Harbours", HEAD, DECK, "3 March 2026", "3 min read", *TEXT),
    ],
)
def test_headline_of_a_bare_page(lines: tuple[str, ...]) -> None:
    assert _report(*lines).headline == HEAD


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for registering!",
        "Already have an account? Sign in",
        "Scroll to top of page",
        "The lock at Ostra in March. (Photo: Ole Berg)",
        "3 March 2026",
        "3 min read",
        "Home » News » Harbours",
        "The Ostra Herald",
        "By Ana Ruiz",
    ],
)
def test_no_headline_where_none_stands(line: str) -> None:
    assert _report(line, *TEXT).headline is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Council backs harbour plan", "OSTRA (NPA) — The council voted on Monday to widen the harbour."),
        ("Lock to close", "KARSUND — It has stood open since 1931, and nobody has asked why, Rune Tolk said."),
        (HEAD, HEAD, "By Ana Ruiz", *TEXT[:2]),
        (HEAD, *TEXT[:3]),
        ("Ostra Wants A Lock. Karsund Does Not.", "By Ana Ruiz", "3 March 2026", *TEXT),
    ],
)
def test_headline_of_a_short_page(lines: tuple[str, ...]) -> None:
    report = _report(*lines)
    assert report.headline == lines[0]
    assert lines[0] not in report.text.split("\n\n")


def test_an_office_above_its_release_is_no_headline() -> None:
    lines = ("Ostra Harbour Department", "FOR IMMEDIATE RELEASE", "Date: March 3, 2026", HEAD, *TEXT)
    assert _report(*lines).headline == HEAD


def test_a_buttons_mark_is_off() -> None:
    assert _report(f"× {HEAD}", *TEXT).headline == HEAD


@pytest.mark.parametrize(
    "line",
    [
        "Follow the lock: Facebook | Twitter",
        "13.9k SHARES Facebook Twitter",
        "Slideshow Old lock at Ostra View Full Caption",
        "The old lock at Ostra, Feb. 21, 2026",
        "Rune Tolk",
        "A day of rain and wind",
        "Sign in using your Ostra account",
    ],
)
def test_no_headline_above_a_short_text(line: str) -> None:
    assert _report(line, *TEXT[:2]).headline is None


def test_a_given_title_leads() -> None:
    report = _report("Lock filled in", *TEXT, title=f"{HEAD} | The Ostra Herald")
    assert report.headline == HEAD


def test_a_known_headline_in_two_lines_is_no_text() -> None:
    kicker, rest = "Old lock at Ostra", "to be filled in next spring"
    report = _report(kicker, rest, *TEXT, title=f"{kicker} {rest}")
    assert report.text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        (f"{HEAD} Posted: Tuesday, March 3, 2026 8:18 PM EST Updated: Friday, March 6, 2026 8:27 PM EST", HEAD),
        ("Posted: Tuesday, March 3, 2026 8:18 PM EST", None),
        ("Ana Ruiz Posted: March 3, 2026", None),
    ],
)
def test_a_headline_on_one_line_with_its_date(line: str, headline: str | None) -> None:
    assert headline_before_date(line) == headline
    assert _report(line, *TEXT).headline == headline


def test_where_the_text_begins() -> None:
    words = ["We use cookies.", *["menu"] * 20, *["The council of Ostra voted on Monday."] * 5]
    kept = [True, *[False] * 20, *[True] * 5]
    assert text_start(words, kept, None) == 21
    assert text_start(words, kept, 23) == 23
    assert text_start(words, [False] * len(words), None) == len(words)


def test_weights_are_in_the_order_of_the_traits() -> None:
    assert tuple(table("headline_weights")["weights"]) == NAMES


@pytest.mark.parametrize(("lines", "text"), [(TEXT[:1], TEXT[:1]), (TEXT, TEXT), ((TEXT[0], *TEXT), TEXT)])
def test_a_title_that_is_the_texts_first_sentence_leaves_it_the_text(
    lines: tuple[str, ...], text: tuple[str, ...]
) -> None:
    assert _report(*lines, title=TEXT[0]).text == "\n\n".join(text)


def test_a_heading_is_no_text_though_its_words_are_the_title() -> None:
    assert _report(HEAD, *TEXT, title=HEAD).text == "\n\n".join(TEXT)
