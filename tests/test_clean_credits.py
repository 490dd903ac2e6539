"""Credits at the end of a text, and what signs it."""

from __future__ import annotations

import pytest

from crosswire.clean.header.bylines import houses_of_byline
from crosswire.clean.signed.credits import closing_credit, sign_off
from crosswire.clean.signed.dateline import find_dateline
from crosswire.clean.signed.picture_credits import signs_picture
from crosswire.lexicons.load import load_lexicons


@pytest.mark.parametrize(
    ("words", "signed"),
    [
        ("The port is shut. (Reporting by Ana Ruiz in Ilsen; Editing by Tom Hill.)", True),
        ("(Reporting by Ana Ruiz; Additional reporting by Ole Berg; Writing by Jo Marsh; Editing by Tom Hill)", True),
        ("Reporting by Ana Ruiz and Ole Berg; editing by Tom Hill", True),
        ("Reporting by Ana Ruiz.", False),
        ("The editing by Tom Hill was praised.", False),
    ],
)
def test_sign_off(words: str, signed: bool) -> None:
    cut = sign_off(words)
    assert (cut is not None) is signed
    if cut:
        assert cut.names == ("Reuters",)
        assert closing_credit(words, load_lexicons().agencies) == cut
        assert words[cut.start :].lstrip("(").startswith("Reporting by")


@pytest.mark.parametrize(
    ("words", "picture"),
    [
        ("Ana Ruiz / AP", True),
        ("CreditOle Berg/Associated Press", True),
        ("Ana Ruiz | Getty Images", True),
        ("The Associated Press", False),
        ("By Ana Ruiz, Associated Press", False),
    ],
)
def test_signs_picture(words: str, picture: bool) -> None:
    assert signs_picture(words, load_lexicons().agencies) is picture


@pytest.mark.parametrize(
    ("words", "houses"),
    [
        ("By Ana Ruiz, Associated Press Writer", ("AP",)),
        ("By Petra Holm", ()),
        ("By Reuters Staff", ("Reuters",)),
        ("Ana Ruiz | AFP", ("AFP",)),
    ],
)
def test_houses_of_byline(words: str, houses: tuple[str, ...]) -> None:
    assert houses_of_byline(words, load_lexicons().agencies) == houses


@pytest.mark.parametrize(
    ("words", "place", "agency"),
    [
        ("NEW YORK (AP) — The port is shut.", "New York", "AP"),
        ("NEW DELHI, Dec. 14 (UPI) — The port is shut.", "New Delhi", "UPI"),
        ("Dec 29 (Reuters) - The port is shut.", None, "Reuters"),
        ("14 May 2026 (AFP) – The port is shut.", None, "AFP"),
    ],
)
def test_datelines_with_agency(words: str, place: str | None, agency: str) -> None:
    lexicons = load_lexicons()
    found = find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert words[found.end :] == "The port is shut."


@pytest.mark.parametrize("words", ["NEW: the toll rises to nine", "May 14 (Thursday) - The port is shut."])
def test_no_datelines(words: str) -> None:
    lexicons = load_lexicons()
    assert find_dateline(words, agencies=lexicons.agencies, geography=lexicons.geography) is None
