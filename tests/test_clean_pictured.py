"""Captions inside a text: by the credit, the label or the sentences beside them."""

from __future__ import annotations

import pytest

from crosswire.clean.lines.bare_credits import has_glued_credit, is_bare_credit
from crosswire.clean.lines.captions import captions
from crosswire.clean.lines.kinds import own_kinds
from crosswire.clean.lines.pictured import captions_inside
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import FurnitureKind

LEXICONS = load_lexicons()
FIRST = "The council of Ostra voted on Monday to close the old bridge for the whole of the summer."
SECOND = "Nobody had looked at its piers for twenty years, the report of the engineers found in May."
THIRD = "The ferry to Linden Island now leaves once an hour, and people wait for it in the rain."
LAST = "The council meets again in June, when the cost of the new piers should be known to all."
CREDIT = "Ana Ruiz | Getty Images"


def inside(*lines: str) -> list[str]:
    """The lines that are captions by what stands beside them."""
    own = captions(lines, range(len(lines)), LEXICONS.agencies, len(lines) - 1)
    gone = {i: (FurnitureKind.CAPTION, why) for i, why in own.items()}
    live = [i for i in range(len(lines)) if i not in gone]
    shown = own_kinds(lines, lexicons=LEXICONS)
    return [lines[i] for i in sorted(captions_inside(lines, live, gone, None, shown, LEXICONS))]


def test_the_side_of_a_credit_is_what_the_page_s_other_credits_do() -> None:
    dated = "Masons work on the northern pier on March 2, 2026 in Ostra, Linden."
    plain = "The lamp house of Ostra was the tallest in the land."
    assert inside(FIRST, CREDIT, dated, SECOND, THIRD, CREDIT, plain, LAST) == [dated, plain]
    assert inside(FIRST, dated, CREDIT, SECOND, plain, CREDIT, THIRD, LAST) == [dated, plain]


@pytest.mark.parametrize(
    "near",
    [
        "The lamp house of Ostra was the tallest in the land.",  # nothing in it speaks for a caption
        "The mayor said that the bridge would open on March 2, 2026.",  # somebody speaks
        "WHAT HAPPENS NEXT",  # a heading
        "The bridge",
    ],
)
def test_a_credit_takes_no_line_that_shows_nothing_of_a_caption(near: str) -> None:
    assert inside(FIRST, near, CREDIT, SECOND, THIRD, LAST) == []


def test_a_place_alone_under_a_credit() -> None:
    assert inside(CREDIT, "Masons work, Ostra harbour, March 2, 2026", FIRST, SECOND, THIRD, LAST) != []


def test_a_label_announces_the_line_below() -> None:
    caption = "The masons of Ostra in their hut beside the harbour."
    assert inside(FIRST, "Image", caption, SECOND, THIRD, LAST) == ["Image", caption]
    assert inside(FIRST, "Image", "“It will fall,” the mayor said.", SECOND, THIRD, LAST) == ["Image"]
    assert inside(FIRST, "The image", SECOND, THIRD, LAST) == []


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("The scene of the fall (Credit: KQLD)", True),
        ("Masons at the scene of the fall. (Source: KQLD News 4)", True),
        ("Tom Hill. Courtesy via Linden Star", True),
        ("Mayor Dorn is seen above with the masons", True),
        ("The piers of the bridge fell in the night. (Source: Reuters)", False),
        ("He got there courtesy of Tom Hill", False),
        ("As is seen below, the toll rose for years", False),
        ("The masons' hut.CreditAna Ruiz for The Linden Post", True),
        ("Bank of Ostra Credit Union opens a branch", False),
    ],
)
def test_captions_by_their_end(line: str, is_one: bool) -> None:
    assert bool(captions([line, LAST], (0, 1), LEXICONS.agencies, 1)) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Photo credit: Linden Fire Department", True),
        ("Pool photo by Ana Ruiz", True),
        ("Ana Ruiz | Linden Pictures | Getty Images", True),
        ("Ana Ruiz, AFP/Getty Images", True),
        ("Photo: Masons lay the first stones in Ostra", False),
        ("By Ana Ruiz, CNN", False),
    ],
)
def test_bare_credits(line: str, is_one: bool) -> None:
    assert is_bare_credit(line, LEXICONS.agencies) is is_one


def test_a_credit_union_is_glued_to_nothing() -> None:
    assert has_glued_credit("in these blocks.CreditAna Ruiz")
    assert not has_glued_credit("The Ostra Credit Union")


def test_a_name_alone_is_whom_a_picture_shows() -> None:
    told = "Anna Varga, who leads the council of Ostra, spoke for an hour about what the bridge had cost."
    assert inside(FIRST, SECOND, "Anna Varga", THIRD, told, LAST) == ["Anna Varga"]
    assert inside("Anna Varga", FIRST, SECOND, told, LAST) == ["Anna Varga"]
    assert inside(FIRST, SECOND, "Anna Varga", told, LAST) == []  # heads the paragraph about her
    assert inside(FIRST, SECOND, "Anna Varga", THIRD, LAST) == []  # nobody else names her
    assert inside(FIRST, "Anna Varga", THIRD, "Peter Holm", told, SECOND, LAST) == []  # heads among heads
    assert inside(FIRST, SECOND, "Linden Island", THIRD, LAST) == []
