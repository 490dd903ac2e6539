"""What recurs in several reports of one publisher is furniture; what versions of one report share is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crosswire.clean.lines.recurring import Seen, house_of, sign
from crosswire.clean.page import clean_pages, explain_each, seen_on
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report

STORIES = (
    (
        "The council of Ostra voted on Tuesday to pull down the old bridge, and work will start before the winter.",
        "Traders in the lower town said that they feared for their customers and asked the mayor for a ferry.",
        "Engineers who looked at the piers in May found cracks in two of them, a report of the town says.",
    ),
    (
        "A ferry with forty people on board ran aground off Karsund early on Friday, the coast guard said.",
        "Nobody was hurt, and the passengers were brought ashore in the boats of two fishermen from the island.",
        "The captain told the radio that the buoy which marks the rocks had not been lit for a week.",
    ),
    (
        "Teachers in the hill districts went on strike on Monday over pay that has not come since the spring.",
        "The ministry said that the money had been sent to the districts and that it was looking for the delay.",
        "Parents in Umberg opened a school of their own in the hall of the fire brigade, with a baker as head.",
    ),
    (
        "The dry summer has cost the growers of the Linden valley half of their apples, their union said on Sunday.",
        "Some of them have begun to plant olives, which need less water but bear nothing in their first six years.",
        "The union asked for help from the fund for bad harvests, which was last opened after the great flood.",
    ),
)
NOTICE = "The Linden Echo has been read along the river since the year of the great flood."


def _pages(stories: Sequence[Sequence[str]], *more: str, first: int = 0, url: str | None = None) -> list[Page]:
    bodies = ["\n\n".join((*story, *more)) for story in stories]
    return [
        Page(f"p{first + n}", body, False, url=url or f"https://www.echo.example/{first + n}")
        for n, body in enumerate(bodies)
    ]


def _texts(pages: Sequence[Page], seen: Seen | None = None) -> list[str]:
    found = clean_pages(pages, lexicons=load_lexicons(), seen=seen or Seen())
    return [report.text for report in found if isinstance(report, Report)]


def _seen(pages: Sequence[Page], before: Seen | None = None) -> Seen:
    return seen_on(pages, explain_each(pages, lexicons=load_lexicons()), before or Seen())


def test_a_notice_of_the_house_goes_when_its_pages_come_together() -> None:
    pages = _pages(STORIES, NOTICE)
    alone = [text for page in pages for text in _texts([page])]
    assert all(NOTICE in text for text in alone)  # by itself it reads as a sentence of the report
    together = _texts(pages)
    assert len(together) == len(STORIES)
    for text, story in zip(together, STORIES, strict=True):
        assert text == "\n\n".join(story)


def test_pages_whose_publisher_is_only_printed_belong_together() -> None:
    printed = "\n\nFollow The Linden Echo\n\n© 2026 The Linden Echo. All rights reserved."
    bodies = ["\n\n".join((*story, NOTICE)) + printed for story in STORIES]
    pages = [Page(f"p{n}", body, False) for n, body in enumerate(bodies)]
    found = [item for item in clean_pages(pages, lexicons=load_lexicons()) if isinstance(item, Report)]
    assert {report.publisher for report in found} == {"The Linden Echo"}
    assert all(NOTICE not in report.text for report in found)


def test_the_reason_is_given() -> None:
    verdicts = explain_each(_pages(STORIES, NOTICE), lexicons=load_lexicons())[0].verdicts
    (notice,) = (v for v in verdicts if v.line.words == NOTICE)
    assert notice.why == "stands in other reports of this publisher too"


def test_versions_of_one_report_keep_what_they_share() -> None:
    early, late = STORIES[0], (*STORIES[0][:2], "The mayor said later that the ferry would start to run in May.")
    texts = _texts(_pages([early, late, late, early]))
    assert texts == ["\n\n".join(version) for version in (early, late, late, early)]
    known = _seen(_pages([early, late, late, early]))
    assert known.houses["echo.example"].reports == 1


def test_background_that_two_of_four_reports_share_stays() -> None:
    background = (
        "The old bridge was built by the guild of the ferrymen three hundred years ago, burned twice, and was paid for"
        " each time with a toll on salt that the people of the valley hated more than the fires themselves."
    )
    stories = [(*story, background) if n < 2 else story for n, story in enumerate(STORIES)]
    assert _texts(_pages(stories)) == ["\n\n".join(story) for story in stories]


def test_order_does_not_matter() -> None:
    pages = _pages(STORIES, NOTICE)
    assert _texts(pages) == _texts(pages[::-1])[::-1]
    assert _seen(pages) == _seen(pages[::-1])


def test_what_was_seen_before_counts() -> None:
    before = _seen(_pages(STORIES[:3], NOTICE))
    (page,) = _pages(STORIES[3:], NOTICE, first=3)
    assert NOTICE in _texts([page])[0]
    assert NOTICE not in _texts([page], before)[0]


def test_a_report_that_comes_again_later_counts_once() -> None:
    before = _seen(_pages(STORIES[:2]))
    after = _seen(_pages(STORIES[1:3], first=1), before)
    assert after.houses["echo.example"].reports == 3


def test_counts_add_up() -> None:
    one, two = _seen(_pages(STORIES[:2], NOTICE)), _seen(_pages(STORIES[2:], NOTICE, first=2))
    both = one.merged(two)
    assert both == two.merged(one)
    assert both.houses["echo.example"].reports == 4
    assert both.houses["echo.example"].lines[sign(NOTICE)] == 4
    assert NOTICE not in repr(both)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3 comments", "15 Comments", True),
        ("Updated 11:40  today", "updated 9:05 today", True),
        ("Three comments", "3 comments", False),
    ],
)
def test_lines_that_differ_in_digits_are_one(one: str, other: str, same: bool) -> None:
    assert (sign(one) == sign(other)) is same


@pytest.mark.parametrize(
    ("url", "publisher", "house"),
    [
        ("https://www.echo.example/a", "The Echo", "echo.example"),
        (None, "The Echo", "The Echo"),
        ("echo", None, None),
    ],
)
def test_whose_page_it_is(url: str | None, publisher: str | None, house: str | None) -> None:
    assert house_of(Page("p", "", False, url=url, publisher=publisher)) == house
