"""Stretches between quotation marks, as tables of (text, what stands between marks)."""

from __future__ import annotations

import pytest

from crosswire.annotate.marks import find_marked
from crosswire.model.report import Paragraph, Report


def report_of(text: str) -> Report:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part)))
        start += len(part) + 2
    return Report("r", text, tuple(paragraphs))


def inner(text: str, depth: int = 0) -> list[str]:
    return [text[m.inner_start : m.inner_end] for m in find_marked(report_of(text)) if m.depth == depth]


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
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_nested_marks_have_a_depth() -> None:
    text = "“He shouted ‘Cast off!’ and left,” Maren said."
    assert inner(text) == ["He shouted ‘Cast off!’ and left,"]
    assert inner(text, 1) == ["Cast off!"]


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    text = "“The pier is safe, Maren said.\n\nThe tide turned."
    (found,) = find_marked(report_of(text))
    assert (found.closed, found.continues, text[found.inner_start : found.inner_end]) == (
        False,
        False,
        "The pier is safe, Maren said.",
    )


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_once() -> None:
    text = "“The first went down.\n\n“The second came up,” Maren said."
    first, second = find_marked(report_of(text))
    assert (first.closed, first.continues, second.closed) == (False, True, True)


@pytest.mark.parametrize("text", ["", "“", "”", "'", '"""', "“”", "''''", "“‘“‘“‘", "’" * 50, '"' * 51, "« « »"])
def test_odd_marks_never_fail(text: str) -> None:
    for mark in find_marked(report_of(text)):
        assert 0 <= mark.start <= mark.inner_start <= mark.inner_end <= mark.end <= len(text)
