"""Turns of a transcript are the report's; headings that look like speakers are none."""

from __future__ import annotations

import pytest

from crosswire.clean.lines.kinds import own_kinds
from crosswire.clean.lines.transcript import turns
from crosswire.clean.page import clean_page
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report

LEXICONS = load_lexicons()
TALK = (
    "EDDA VARGA:",
    "Good evening from Ostra.",
    "MILO STRATEN:",
    "Thank you for coming.",
    "EDDA VARGA:",
    "Will the bridge stand?",
    "MILO STRATEN:",
    "Until the winter.",
)


def _turns(words: tuple[str, ...]) -> list[int]:
    return sorted(turns(words, own_kinds(words, lexicons=LEXICONS), LEXICONS))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (TALK, list(range(8))),
        (("Q: Will it stand?", "A: Until the winter.", "Q: And then?", "A: A ferry will run."), [0, 1, 2, 3]),
        (("VARGA: It will stand.", "STRATEN: No.", "VARGA: It will.", "STRATEN: Until the winter."), [0, 1, 2, 3]),
        (("EDDA VARGA:", "The mayor of Ostra.", "MILO STRATEN:", "The engineer of the bridge."), []),
        (
            (
                "RELATED: Ferry runs aground",
                "PHOTOS: The old bridge",
                "VIDEO: The mayor speaks",
                "RELATED: Strike ends",
            ),
            [],
        ),
        (("Edda Varga", "The bridge of Ostra.", "Edda Varga", "The old port.", "Edda Varga", "The pier."), []),
        (("Ostra Sport", "Linden Sport", "The bridge stands.", "Ostra Sport", "Linden Sport", "It fell."), []),
        (("OSTRA: 14 degrees", "LINDEN: 12 degrees", "KARSUND: 9 degrees", "UMBERG: 3 degrees"), []),
    ],
)
def test_turns(words: tuple[str, ...], found: list[int]) -> None:
    assert _turns(words) == found


def test_a_transcript_keeps_its_speakers() -> None:
    intro = (
        "The mayor of Ostra and the engineer of its bridge spoke on the radio on Tuesday about what will become of the"
        " bridge, which was closed in May after divers had found cracks in two of its piers."
    )
    menu = "Home\n\nSport\n\nWeather\n\n"
    page = menu + "\n\n".join((intro, *TALK)) + "\n\nRelated\n\nKarsund Opens Its New Harbour"
    report = clean_page(Page("p", page, False), lexicons=LEXICONS)
    assert isinstance(report, Report)
    assert report.text == "\n\n".join((intro, *TALK))
