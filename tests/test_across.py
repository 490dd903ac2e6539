"""Words that reports of one story share with reports of others."""

from __future__ import annotations

from itertools import permutations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.lineage import Elsewhere
from crosswire.model.report import Paragraph, Report
from crosswire.model.story import Story
from crosswire.model.when import Basis, When
from crosswire.relate.origins.across import copies_between

LEXICONS = load_lexicons()
HARBOUR = (
    "Tarvik has lost three ferries in a decade. Inspectors warned twice that the sprinklers of the older boats were "
    "rusted shut, and each time the shipping line asked for another year to replace them."
)
FIRE = "The Halden Queen burned off the lighthouse before dawn, and trawlers brought the passengers to the quay. "
TRIAL = "A jury in Skarsund heard on Monday how the shipping line's books were kept in two colours of ink. "
CLERK = (
    "A bookkeeper said the blue entries were for the owners and the green ones for the insurers. The judge, a keen "
    "sailor, asked to see both, and the hearing goes on next week with a handwriting expert from the capital. "
)
PARKING = "Councillors in Mossgate argued over parking permits until midnight, and the treasurer resigned in tears. "


def report(id: str, text: str, day: int, publisher: str | None = None) -> Report:
    when = When(f"2031-05-{day:02}", Basis.STATED)
    return Report(id, text, (Paragraph(0, len(text)),), publisher=publisher, published_at=when)


REPORTS = (
    report("a", FIRE + HARBOUR, 2, "The Tarvik Mail"),
    report("b", TRIAL + HARBOUR, 9, "Norrland Post"),
    report("c", PARKING, 5, "Mossgate Echo"),
)
STORIES = (Story("fire", ("a",)), Story("trial", ("b",)), Story("parking", ("c",)))


def between(reports: tuple[Report, ...] = REPORTS, stories: tuple[Story, ...] = STORIES) -> tuple[Elsewhere, ...]:
    return copies_between(stories, reports, (), lexicons=LEXICONS)


def test_both_reports_are_told_of_the_words_they_share() -> None:
    first, second = between()
    assert (first.report, first.other, first.story, first.publisher, first.earlier) == (
        "a",
        "b",
        "trial",
        "Norrland Post",
        False,
    )
    assert (second.report, second.other, second.story, second.earlier) == ("b", "a", "fire", True)
    assert "published earlier" in second.why


def test_passages_are_the_report_s_own_and_verbatim() -> None:
    texts = {r.id: r.text for r in REPORTS}
    for found in between():
        assert found.passages
        for passage in found.passages:
            assert passage.report == found.report
            assert texts[passage.report][passage.start : passage.end] == passage.words


def test_what_stands_in_one_story_is_not_told() -> None:
    assert between(stories=(Story("fire", ("a", "b")), Story("parking", ("c",)))) == ()


def test_an_earlier_version_is_left_out() -> None:
    old = Report("a", FIRE + HARBOUR, (Paragraph(0, 0),), version_of="c")
    assert between((old, *REPORTS[1:])) == ()


def test_without_times_nobody_was_earlier() -> None:
    plain = tuple(Report(r.id, r.text, r.paragraphs) for r in REPORTS)
    assert [found.earlier for found in between(plain)] == [None, None]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_does_not_matter(order: tuple[int, ...]) -> None:
    assert between(tuple(REPORTS[n] for n in order), tuple(STORIES[n] for n in order)) == between()


@pytest.mark.parametrize(("own", "told"), [(TRIAL + CLERK, False), ("", True)])
def test_a_publisher_s_own_background_is_left_out_and_its_reprint_is_told(own: str, told: bool) -> None:
    again = (REPORTS[0], report("b", own + HARBOUR, 9, "The Tarvik Mail"), REPORTS[2])
    assert [f.report for f in between(again)] == (["a", "b"] if told else [])
    assert all("of the same publisher" in f.why for f in between(again))


@pytest.mark.parametrize(
    "line",
    [
        "Anyone with information about the theft is asked to call the Tarvik harbour police at any hour of the night.",
        "Ada Lund, 41, a boatbuilder who lives in Skarsund, was charged on Friday with arson and with fraud.",
    ],
)
def test_one_sentence_is_no_copy(line: str) -> None:
    assert (
        between(
            (report("a", FIRE + FIRE.replace("a", "o") + line, 2), report("b", TRIAL + CLERK + line, 3), REPORTS[2])
        )
        == ()
    )


def test_nothing_from_nothing() -> None:
    assert copies_between((), (), (), lexicons=LEXICONS) == ()
