"""Which reports are versions of one: same address, or one publisher's report seen again."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crosswire.group.seen_again import seen_again
from crosswire.group.stories import group_reports
from crosswire.lexicons.load import load_lexicons
from crosswire.model.address import address_key
from crosswire.model.report import Flag, Paragraph, Report
from crosswire.model.when import UNKNOWN, Basis, When

FIRST = (
    "A fire on the ferry Maren killed four people and left the captain missing, rescuers said on Tuesday. "
    "Helicopters lifted passengers from the burning deck while fishing boats circled in the smoke. "
    "The coastguard said that it would go on searching through the night with lamps. "
)
MORE = (
    "A baker brought bread to the school gym where relatives waited, and the mayor went from one bench to the next. "
    "The harbour of Sorrel was closed to all traffic until divers had looked at the wreck. "
)
OTHER = (
    "Fishermen on Sorrel fear for their season after the fire, because the harbour is to stay closed for weeks. "
    "The island lives on herring, and the fleet has nowhere else to land what it catches before the holidays. "
    "Most crews have sent their deckhands home. "
)
LATER = FIRST.replace("four", "nine") + MORE
HEADLINE = "Four dead after fire on ferry Maren"


def report(name: str, text: str, at: str | None = None, **fields: object) -> Report:
    when = When(at, Basis.GIVEN) if at else UNKNOWN
    made = Report(name, text, (Paragraph(0, len(text)),), publisher="Sorrel Courier", published_at=when, language="en")
    return replace(made, **fields)  # type: ignore[arg-type]


def versions(*reports: Report) -> dict[str, str]:
    """Version → the report that it is a version of, the same in every order of the reports."""
    found = {
        frozenset((version.report, version.of) for version in seen_again(order, lexicons=load_lexicons())[1])
        for order in itertools.permutations(reports)
    }
    assert len(found) == 1
    return dict(*found)


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        # the same address, seen later; "utm_source" is no other page
        (
            report("a", FIRST, "2031-05-06T07:00", url="https://sorrel.example.com/maren"),
            report("b", LATER, "2031-05-06T18:00", url="https://www.sorrel.example.com/maren/?utm_source=mail"),
            {"a": "b"},
        ),
        # another address and near the same headline
        (
            report("a", FIRST, "2031-05-06T07:00", headline=HEADLINE),
            report("b", LATER, "2031-05-06T18:00", headline="Nine dead after fire on ferry Maren"),
            {"a": "b"},
        ),
        # the same words without a headline: a print view
        (report("a", LATER, "2031-05-06T18:00"), report("b", LATER, "2031-05-06T18:00", headline=HEADLINE), {"a": "b"}),
        # an extract of a report is never the report, whenever it was seen
        (report("a", LATER + OTHER, "2031-05-06T07:00"), report("b", LATER[:270], "2031-05-06T09:00"), {}),
        (
            report("a", LATER + OTHER, "2031-05-06T07:00", headline=HEADLINE),
            report("b", FIRST.replace("four", "nine"), "2031-05-06T09:00", headline=HEADLINE),
            {"b": "a"},
        ),
        # another report of one publisher
        (report("a", FIRST, "2031-05-06T07:00"), report("b", OTHER, "2031-05-06T18:00"), {}),
        # the same words, another publisher
        (report("a", FIRST, "2031-05-06T07:00"), report("b", FIRST, "2031-05-06T18:00", publisher="Aldane Post"), {}),
        # nobody knows whose pages they are
        (report("a", FIRST, publisher=None), report("b", FIRST, publisher=None), {}),
        (report("a", FIRST, publisher="web.archive.org"), report("b", FIRST, publisher="web.archive.org"), {}),
        # an address that is used again for something else
        (
            report("a", FIRST, url="https://sorrel.example.com/today"),
            report("b", OTHER, url="https://sorrel.example.com/today"),
            {},
        ),
        # last week's words
        (report("a", FIRST, "2031-05-06", headline=HEADLINE), report("b", LATER, "2031-05-16", headline=HEADLINE), {}),
        # an agency's next take
        (
            report("a", FIRST, "2031-05-06", headline="UPDATE 1-Ferry fire kills four off Sorrel"),
            report("b", LATER, "2031-05-06", headline="UPDATE 2-Ferry fire kills nine off Sorrel"),
            {"a": "b"},
        ),
        (
            report("a", LATER, "2031-05-06", headline="BC-Ferry Fire, 1st Ld"),
            report("b", FIRST, "2031-05-06", headline="BC-Ferry Fire, 3rd Ld-Writethru"),
            {"a": "b"},
        ),
        # fetched twice
        (
            report("a", FIRST, url="https://sorrel.example.com/m", fetched_at=datetime(2031, 5, 6, 19, tzinfo=UTC)),
            report("b", LATER, url="https://sorrel.example.com/m", fetched_at=datetime(2031, 5, 6, 8, tzinfo=UTC)),
            {"b": "a"},
        ),
        # the canonical link of a page found under another address of its site, or in an archive
        (
            report("a", FIRST, "2031-05-06", url="https://sorrel.example/m"),
            report("b", LATER, "2031-05-07", url="https://live.sorrel.example/x", canonical="https://sorrel.example/m"),
            {"a": "b"},
        ),
        (
            report("a", FIRST, "2031-05-06", url="https://sorrel.example/m"),
            report("b", LATER, "2031-05-07", url="https://archive.ph/Xy", canonical="https://sorrel.example/m"),
            {"a": "b"},
        ),
        # another publisher's print of a report says by its canonical link whose text it is
        (
            report("a", LATER, "2031-05-06T07:00", url="https://sorrel.example/m"),
            report(
                "b",
                LATER.replace("nine", "ten"),
                "2031-05-06T09:00",
                url="https://brill.example/x",
                canonical="https://sorrel.example/m",
                publisher="Brill Post",
            ),
            {},
        ),
        # two houses of one portal
        (
            report("a", LATER, "2031-05-06T07:00", url="https://portal.example/1"),
            report("b", LATER, "2031-05-06T09:00", url="https://portal.example/2", publisher="Brill Post"),
            {},
        ),
    ],
)  # fmt: skip
def test_versions(first: Report, later: Report, expected: dict[str, str]) -> None:
    assert versions(first, later) == expected


def test_three_versions_are_a_chain_and_one_report() -> None:
    pages = [
        report("a", FIRST, "2031-05-06T07:00", headline=HEADLINE),
        report("b", LATER, "2031-05-06T12:00", headline=HEADLINE),
        report("c", f"{LATER} {OTHER}", "2031-05-06T18:00", headline=HEADLINE),
    ]
    marked, found = seen_again(reversed(pages), lexicons=load_lexicons())
    assert [(v.report, v.later, v.of, v.at, v.ordered) for v in found] == [
        ("a", "b", "c", "2031-05-06T07:00", True),
        ("b", "c", "c", "2031-05-06T12:00", True),
    ]
    assert {r.id: r.version_of for r in marked} == {"a": "c", "b": "c", "c": None}


def test_daily_reports_are_no_versions_of_each_other_for_ever() -> None:
    days = [
        report(f"d{n:02}", LATER.replace("nine", f"{n}"), f"2031-05-{n:02}", url=f"https://sorrel.example/maren-{n}")
        for n in range(1, 13)
    ]
    marked, found = seen_again(days, lexicons=load_lexicons())
    assert seen_again(days[::-1], lexicons=load_lexicons())[1] == found
    held: dict[str, set[str]] = {}
    for one in marked:
        held.setdefault(one.version_of or one.id, set()).add(one.id)
    assert len(held) >= 3
    assert all(int(max(ids)[1:]) - int(min(ids)[1:]) <= 3 for ids in held.values())


def test_the_parts_of_one_page_are_no_versions_but_of_the_page_seen_again() -> None:
    def entry(name: str, text: str) -> Report:
        return report(name, text, "2031-05-06", url="https://sorrel.example.com/live", flags=(Flag.LIVE_BLOG,))

    old = [entry("a", FIRST), entry("a#2", MORE * 2)]
    new = [entry("b", OTHER), entry("b#2", FIRST), entry("b#3", MORE * 2)]
    assert versions(*old, *new[:2]) == {"a": "b#2"}
    marked, _ = seen_again([*old, *new], lexicons=load_lexicons())
    (story,) = group_reports(marked, lexicons=load_lexicons())
    assert set(story.reports) == {"a", "a#2", "b", "b#2", "b#3"}


def test_versions_stand_in_their_reports_story_and_decide_nothing() -> None:
    pages = [
        report("a", FIRST, "2031-05-06T07:00", headline=HEADLINE),
        report("b", LATER, "2031-05-06T09:00", headline=HEADLINE),
    ]
    marked, _ = seen_again(pages, lexicons=load_lexicons())
    (story,) = group_reports(marked, lexicons=load_lexicons())
    assert story.reports == ("a", "b")
    assert story.why == ("No other report tells of the same event.", "1 more page is a version of these reports.")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("https://example.org/lock", "http://www.example.org/lock/", True),
        ("https://example.org/lock?utm_source=a&fbclid=2", "https://m.example.org/lock#top", True),
        ("https://example.org/lock/amp", "https://example.org/lock.html", True),
        ("https://example.org/amp/lock", "https://example.org/lock?outputType=amp", True),
        ("https://web.archive.org/web/20310506/https://example.org/lock", "https://example.org/lock", True),
        ("https://example.org/story?id=4&ref=home", "https://example.org/story?id=4", True),
        ("https://example.org/story?id=4", "https://example.org/story?id=5", False),
        ("https://example.org/lock", "https://example.net/lock", False),
        ("https://example.org/lock", "https://example.org/locks", False),
    ],
)
def test_addresses_of_one_page(one: str, two: str, same: bool) -> None:
    assert (address_key(one) == address_key(two)) is same


@pytest.mark.parametrize(
    "address",
    ["https://example.org/", "example.org", "", "https://web.archive.org/", "https://example.org/?utm_source=a"],
)
def test_a_front_page_names_no_report(address: str) -> None:
    assert address_key(address) is None


def test_an_address_with_very_many_pages_is_not_compared_all_with_all() -> None:
    feed = "https://sorrel.example.com/feed"
    ticker = [
        report(
            f"t{n:03}",
            f"{FIRST} Bulletin {n}. " + " ".join(f"w{n}x{k}" for k in range(200)),
            f"2031-05-06T{n // 60:02}:{n % 60:02}",
            url=feed,
        )
        for n in range(300)
    ]
    _, found = seen_again(ticker, lexicons=load_lexicons())
    assert found == ()
