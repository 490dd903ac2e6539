"""Galleries: captions are the text; articles with pictures are not."""

from __future__ import annotations

from crosswire.clean.page import clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Flag, FurnitureKind, Report
from several_pages import COST, CROWD, DOUBT, RIVAL, STORM, WALL, plain

CAPTIONS = (
    "Masons lay the first stones of the new wall in Ostra on Monday, March 2, 2026.",
    "Fishermen watch the masons from the northern quay of the old harbour.",
    "Mayor Ilka Dorn speaks to reporters in front of the lamp house.",
    "Children of the school on Quay Street hold a banner in the rain.",
    "The ferry to Linden Island leaves past the unfinished wall at dusk.",
)


def cleaned(body: str) -> Report:
    (found,) = clean_pages((Page("p", body, False),), lexicons=load_lexicons())
    assert isinstance(found, Report)
    return found


def counted(*captions: str) -> list[str]:
    total = len(captions)
    return [line for n, caption in enumerate(captions, 1) for line in (f"{n} of {total}", caption, "Ana Ruiz / AP")]


def test_counted_captions_are_the_text() -> None:
    found = cleaned(plain("Ostra builds its wall", *counted(*CAPTIONS), "Share this gallery"))
    assert found.text == "\n\n".join(CAPTIONS)
    assert found.flags == (Flag.GALLERY,)
    assert found.headline == "Ostra builds its wall"
    aside = [f.words for f in found.furniture]
    assert "1 of 5" in aside
    assert "Share this gallery" in aside


def test_a_caption_that_stands_twice_is_kept_once() -> None:
    lines = [line for n, c in enumerate(CAPTIONS, 1) for line in (f"Image {n} of 5", c, c, "Photo: Ana Ruiz, AP")]
    found = cleaned(plain("Ostra builds its wall", *lines))
    assert found.text == "\n\n".join(CAPTIONS)
    again = [f for f in found.furniture if f.words == CAPTIONS[1]]
    assert [f.kind for f in again] == [FurnitureKind.CAPTION]


def test_a_caption_that_stands_twice_in_its_line_is_kept_once_without_its_count() -> None:
    lines = [f"Image {n} of 5 {c} {c} Photo: Ana Ruiz, AP" for n, c in enumerate(CAPTIONS, 1)]
    found = cleaned(plain(*lines))
    assert found.text == "\n\n".join(CAPTIONS)
    assert {"Image 2 of 5", f"{CAPTIONS[1]} Photo: Ana Ruiz, AP"} <= {f.words for f in found.furniture}


def test_captions_with_their_credits_under_a_title_that_says_so() -> None:
    lines = [line for caption in CAPTIONS for line in (caption, "ANA RUIZ, AFP/Getty Images")]
    found = cleaned(plain("Ostra's wall in pictures", *lines))
    assert Flag.GALLERY in found.flags
    assert found.text == "\n\n".join(CAPTIONS)


def test_an_article_below_its_pictures_stays_an_article() -> None:
    found = cleaned(plain("Ostra raises its wall", *counted(*CAPTIONS), WALL, COST, RIVAL, DOUBT, CROWD, STORM))
    assert Flag.GALLERY not in found.flags
    assert WALL in found.text
    assert CAPTIONS[0] not in found.text


def test_days_are_no_counts() -> None:
    lines = ["17/11 " + WALL, "18/11 " + COST, "19/11 " + RIVAL, "20/11 " + DOUBT]
    assert Flag.GALLERY not in cleaned(plain("Four days in Ostra", *lines)).flags


def test_credits_behind_captions_in_their_line_are_set_apart() -> None:
    tails = ("(AP Photo/Ana Ruiz) ORG XMIT: OST101", "/ AFP PHOTO / Ole Berg", "", "(Photo by Tom Hill)", "")
    owners = (
        "Ana Ruiz, AP",
        "Ole Berg, AFP/Getty Images",
        "Pool photo by Tom Hill",
        "ANA RUIZ, EPA-EFE",
        "Ana Ruiz, AP",
    )
    shown = [f"{caption} {tail}".strip() for caption, tail in zip(CAPTIONS, tails, strict=True)]
    lines = [line for pair in zip(shown, owners, strict=True) for line in pair]
    found = cleaned(plain("Ostra's wall in pictures", *lines))
    assert found.text == "\n\n".join(CAPTIONS)
    assert {f.words for f in found.furniture if f.kind is FurnitureKind.CAPTION} >= {tails[0], tails[1], owners[2]}
