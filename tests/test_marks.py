"""Stretches between quotation marks, as tables of (text, what stands between marks)."""

from __future__ import annotations

from time import process_time

import pytest

from crosswire.annotate.marks import find_marked
from crosswire.lexicons.load import load_lexicons
from crosswire.model.report import Paragraph, Report

MARKS = load_lexicons().marks


def report_of(text: str) -> Report:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part)))
        start += len(part) + 2
    return Report("r", text, tuple(paragraphs))


def inner(text: str, depth: int = 0) -> list[str]:
    return [text[m.inner_start : m.inner_end] for m in find_marked(report_of(text), MARKS) if m.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The pier is safe,” Maren said.", ["The pier is safe,"]),
        ('"The pier is safe," Maren said. "We looked."', ["The pier is safe,", "We looked."]),
        ("''The pier is safe,'' Maren said.", ["The pier is safe,"]),
        ("``The pier is safe,'' Maren said.", ["The pier is safe,"]),
        ("„Der Damm hält“, sagte sie.", ["Der Damm hält"]),
        ("«La digue tient», dit-elle.", ["La digue tient"]),
        ("‘The pier is safe,’ Maren said.", ["The pier is safe,"]),
        ("She didn’t see the harbour’s lights, nor the boats’ flags.", []),
        ("It was the winter of ’87, and they told ’em so.", []),
        ('The board was 6\'2" long and 5" wide.', []),
        ("‘The sailors’ pay is late,’ he said.", ["The sailors’ pay is late,"]),
        ("He called it “a mess.“ The hall was quiet.", ["a mess."]),
        ("»Der Damm hält«, sagte sie. »Wirklich.«", ["Der Damm hält", "Wirklich."]),
        ("« La digue tient », a dit la maire, citant l’« accord ».", ["La digue tient", "accord"]),
        ("“ La digue tient ”, a-t-elle dit.", ["La digue tient"]),
        ("‹La digue›, dit-il, «tient».", ["La digue", "tient"]),
        ("”Dammen håller”, sade hon.", ["Dammen håller"]),
        (",,Der Damm hält'', sagte er.", ["Der Damm hält"]),
        ("「堤防は持つ」と市長は述べた。", ["堤防は持つ"]),
        ("‘Tis the season, said Holt, and ’tis cold.", []),
        ("The rock ’n’ roll of the ’60s and the boys’ boats were loud.", []),
        ('He stood 6\'2", and said "I am tall" to the 5\'4" girl.', ["I am tall"]),
        ("“The pier is safe, Maren Holt said. “We looked at it.”", ["The pier is safe,", "We looked at it."]),
        ('"The pier is safe, said Maren Holt. "We looked at it."', ["The pier is safe,", "We looked at it."]),
        ("“The pier is safe, Maren said.", ["The pier is safe,"]),
        (
            "“He said so, Maren told me, and then he left, which was odd.”",
            [
                "He said so, Maren told me, and then he left, which was odd.",
            ],
        ),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("“He shouted ‘Cast off!’ and left,” Maren said.", "He shouted ‘Cast off!’ and left,", "Cast off!"),
        ("‘He shouted “Cast off!” and left,’ Maren said.", "He shouted “Cast off!” and left,", "Cast off!"),
        ("„Der ‚alte‘ Damm hält“, sagte sie.", "Der ‚alte‘ Damm hält", "alte"),
        ("»Der ›alte‹ Damm hält«, sagte sie.", "Der ›alte‹ Damm hält", "alte"),
        ("« La “vieille” digue tient », dit-elle.", "La “vieille” digue tient", "vieille"),
        ("『堤防は「持つ」と』と述べた。", "堤防は「持つ」と", "持つ"),
    ],
)
def test_nested_marks_have_a_depth(text: str, outer: str, nested: str) -> None:
    assert inner(text) == [outer]
    assert inner(text, 1) == [nested]


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    text = "“The pier is safe and the tide is low.\n\nThe tide turned."
    (found,) = find_marked(report_of(text), MARKS)
    assert (found.closed, found.continues, text[found.inner_start : found.inner_end]) == (
        False,
        False,
        "The pier is safe and the tide is low.",
    )


@pytest.mark.parametrize(
    ("text", "said", "closed"),
    [
        ("“We looked.\n\nNobody was there,” Maren said.", "“We looked.\n\nNobody was there,”", True),
        ('"We looked.\n\nNobody was there," Maren said.', '"We looked.\n\nNobody was there,"', True),
        ("“We looked.\n\nIt was dark.\n\nNobody came.”", "“We looked.\n\nIt was dark.\n\nNobody came.”", True),
        ("“We looked.\n\nShe said “no” to him.", "“We looked.", False),
        ('"We looked.\n\nShe said "no" to him.', '"We looked.', False),
        ("“We looked, Maren said.\n\nIt was “dark”.", "“We looked", False),
    ],
)
def test_a_quotation_torn_into_paragraphs_goes_on_to_its_closer(text: str, said: str, closed: bool) -> None:
    first = find_marked(report_of(text), MARKS)[0]
    assert (text[first.start : first.end].rstrip(", "), first.closed) == (said.rstrip(", "), closed)


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_once() -> None:
    for text in (
        "“The first went down.\n\n“The second came up,” Maren said.",
        "« La première tient.\n\n« La seconde aussi », a dit Maren.",
        "« La première tient.\n\n» La seconde aussi », a dit Maren.",
    ):
        _continued(text)


def _continued(text: str) -> None:
    first, second = find_marked(report_of(text), MARKS)
    assert (first.closed, first.continues, second.closed) == (False, True, True)


@pytest.mark.parametrize(
    "text",
    ["", "“", "”", "'", '"""', "“”", "''''", "“‘“‘“‘", "’" * 50, '"' * 51, "« « »", "»", "» ", "」「", "„‚‘“", ",,"],
)
def test_odd_marks_never_fail(text: str) -> None:
    for mark in find_marked(report_of(text), MARKS):
        assert 0 <= mark.start <= mark.inner_start <= mark.inner_end <= mark.end <= len(text)


def test_marks_strewn_by_a_machine_cost_no_more_a_sign() -> None:
    def cost(times: int) -> float:
        report, start = report_of("„a « b “c ‘d " * times), process_time()
        find_marked(report, MARKS)
        return process_time() - start

    small = min(cost(400) for _ in range(3))
    assert min(cost(3200) for _ in range(2)) < 8 * small * 4
