"""The title of a fictional story."""

from __future__ import annotations

import pytest

from crosswire.brief.dossier import write_dossier
from crosswire.brief.title import faults, step_of
from crosswire.lexicons.load import load_lexicons
from point_stories import relations


@pytest.mark.parametrize(
    ("headline", "clean"),
    [
        ("Dam breaks above Velden, seven dead", True),
        ("Horn: dam was sound", True),
        ("Did the dam have to break?", False),
        ("Five things to know about the dam at Velden", False),
        ("Why Velden must never build there", False),
        ("UPDATE: Dam breaks above Velden", False),
        ("Dam breaks above Velden - KXVB News, Weather, Sports", False),
        ("Dam breaks above Velden, seven killed in the", False),
        ("Dam breaks above Velden and seven …", False),
        ("“They never warned us about it”", False),
        ("Dam breaks", False),
    ],
)
def test_faults(headline: str, clean: bool) -> None:
    assert (faults(headline, load_lexicons().brief) == 0) is clean


def story(*headlines: tuple[str, str]) -> str:
    texts = ("The Orlo dam broke above Velden on Monday night.", "Seven people died when the Orlo dam broke at Velden.")
    rows = [(f"{chr(65 + n)} Gazette", day, head, (texts[n % 2],)) for n, (day, head) in enumerate(headlines)]
    return write_dossier(relations(rows), lexicons=load_lexicons()).title


def test_a_question_gives_way_to_what_is_told() -> None:
    told = "Seven dead as dam breaks above Velden"
    assert story(("2031-03-04", "Did the Orlo dam above Velden break in vain?"), ("2031-03-04", told)) == told


def test_the_newer_of_two_alike() -> None:
    assert story(("2031-03-04", "Orlo dam breaks at Velden"), ("2031-03-06", "Orlo dam at Velden broke")).endswith(
        "broke"
    )


def test_a_newer_headline_of_something_else_gives_way() -> None:
    other = "Minister takes a holiday abroad"
    assert story(("2031-03-04", "Orlo dam breaks above Velden"), ("2031-03-06", other)) != other


@pytest.mark.parametrize(
    ("headline", "step"),
    [
        ("Manhunt after shots at the market of Velden", 1),
        ("Man arrested after shots at the market of Velden", 2),
        ("Two charged over shots at the market of Velden", 3),
        ("Velden gunman pleads guilty", 4),
        ("Velden gunman sentenced", 5),
        ("Shots at the market of Velden", 0),
    ],
)
def test_how_far_a_headline_says_that_a_case_has_come(headline: str, step: int) -> None:
    assert step_of(headline, load_lexicons().brief.course) == step


def test_a_headline_that_the_case_has_gone_beyond_gives_way() -> None:
    first = "Man charged over the shots at the market of Velden"
    last = "Guilty plea and ten years for the man who fired at market"
    rows = [
        ("A Gazette", "2031-03-04", first, ("A man was charged on Tuesday over the shots at the market of Velden.",)),
        ("B Gazette", "2031-09-12", last, ("Pavel Horn was sentenced to ten years for the shots at the market.",)),
    ]
    assert write_dossier(relations(rows), lexicons=load_lexicons()).title == last
