"""What a report says of its page."""

from __future__ import annotations

import pytest

from crosswire.model.report import Flag, Paragraph, Report


@pytest.mark.parametrize(
    ("id", "flags", "page"),
    [
        ("a#2", (Flag.LIVE_BLOG,), "a"),
        ("a#12", (Flag.TRUNCATED, Flag.SEVERAL_ARTICLES), "a"),
        ("a", (Flag.SEVERAL_ARTICLES,), "a"),
        # an id that the user gave
        ("lot#2", (), "lot#2"),
        ("lot#2", (Flag.GALLERY,), "lot#2"),
        ("#2-lot", (Flag.LIVE_BLOG,), "#2-lot"),
    ],
)
def test_the_page_of_a_report(id: str, flags: tuple[Flag, ...], page: str) -> None:
    assert Report(id, "Rain.", (Paragraph(0, 5),), flags=flags).page == page
