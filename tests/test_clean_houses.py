"""Houses that are no agencies and supply a text or a picture."""

from __future__ import annotations

import pytest

from crosswire.clean.page import clean_page
from crosswire.clean.signed.houses import picture_owner
from crosswire.clean.signed.picture_credits import photo_credit
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import CreditKind, Report

LEXICONS = load_lexicons()
HEADLINE = "Council of Ostra closes the old bridge"
TEXT = (
    "The council of Ostra voted on Monday to close the old bridge for the whole of the summer.",
    "Nobody had looked at its piers for twenty years, the report of the engineers found in May.",
    "The council meets again in June, when the cost of the new piers should be known, said Anna Varga.",
)


def credited(*lines: str, publisher: str | None = None, what: CreditKind = CreditKind.TEXT) -> list[str]:
    found = clean_page(Page("p", "\n\n".join(lines), False, publisher=publisher), lexicons=LEXICONS)
    assert isinstance(found, Report)
    return [credit.name for credit in found.credits if credit.what is what]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ((HEADLINE, "By Ana Ruiz, The Denver Post", "March 3, 2026", *TEXT), ["The Denver Post"]),
        ((HEADLINE, "By Ana Ruiz and Tom Hill The Washington Post", "March 3, 2026", *TEXT), ["The Washington Post"]),
        ((HEADLINE, "Ana Ruiz, The Washington Post", "Published", "6:12 am PDT, March 3, 2026", *TEXT),
         ["The Washington Post"]),
        ((HEADLINE, "NBC News", "March 3, 2026", *TEXT), ["NBC News"]),
        ((HEADLINE, "KQLD 11 Ostra•", "March 3, 2026", *TEXT), ["KQLD"]),
        ((HEADLINE, "Ana Ruiz•", "March 3, 2026", *TEXT), []),
        ((HEADLINE, "March 3, 2026", f"(Washington Examiner) {TEXT[0]}", *TEXT[1:]), ["Washington Examiner"]),
        ((HEADLINE, "March 3, 2026", f"(Applause) {TEXT[0]}", *TEXT[1:]), []),
    ],
)  # fmt: skip
def test_who_supplied_the_text(lines: tuple[str, ...], names: list[str]) -> None:
    assert credited(*lines) == names


def test_the_publisher_supplies_its_own_text() -> None:
    assert credited(HEADLINE, "By Ana Ruiz, The Denver Post", *TEXT, publisher="The Denver Post") == []


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("The bridge in March. (Photo: KHOU)", ("KHOU",)),
        ("The bridge in March. (Source: Ana Ruiz/KQLD News 4)", ("KQLD",)),
        ("The masons' hut.CreditAna Ruiz for The New York Times", ("The New York Times",)),
        ("The bridge in March. (Photo: Linden Fire Department)", ()),
        ("A photo of the bridge hung in the hall of KQLD, where she worked for many years.", ()),
    ],
)
def test_whose_picture_it_is(words: str, owners: tuple[str, ...]) -> None:
    assert picture_owner(words, LEXICONS) == owners


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ana Ruiz, AFP/Getty Images", ("AFP", "Getty Images")),
        ("Masons at work in Ostra on Monday. REUTERS/Ana Ruiz", ("Reuters",)),
        ("The agency REUTERS/Ana asked", None),
    ],
)
def test_agencies_of_pictures(words: str, names: tuple[str, ...] | None) -> None:
    assert photo_credit(words, LEXICONS.agencies) == names


@pytest.mark.parametrize(
    ("picture", "photo", "text"),
    [
        ("<figure><img><span>PA Media</span><figcaption>The bridge in March</figcaption></figure>", ["PA"], []),
        ('<div class="image"><img><span class="copyright">Reuters</span></div>', ["Reuters"], []),
        ("<figure><img><figcaption>The bridge. AFP</figcaption></figure>", ["AFP"], []),
        ('<div class="source"><img><span>Reuters</span></div>', [], ["Reuters"]),
    ],
)
def test_a_house_beside_a_picture_supplied_the_picture(picture: str, photo: list[str], text: list[str]) -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    body = f"<html><body><main><article><h1>{HEADLINE}</h1>{picture}<div>{story}</div></article></main></body></html>"
    found = clean_page(Page("p", body, True), lexicons=LEXICONS)
    assert isinstance(found, Report)
    assert [credit.name for credit in found.credits if credit.what is CreditKind.PHOTO] == photo
    assert [credit.name for credit in found.credits if credit.what is CreditKind.TEXT] == text


def test_both_houses_of_a_dateline() -> None:
    assert credited(HEADLINE, f"BERN (dpa/AFP) — {TEXT[0]}", *TEXT[1:]) == ["dpa", "AFP"]
