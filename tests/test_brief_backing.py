"""Which statements of a sentence back it when other reports have them too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.brief.backing import at_one_time, is_one_act, of_others, tells
from crosswire.model.annotation import Mention, MentionKind
from crosswire.model.passage import Passage
from crosswire.model.relation import Statement
from crosswire.model.when import Basis, When
from parsed import language, lexicons, report_of

TEXT = "A fourth person has died after the fire at the Tarn market, the hospital said on Sunday evening."
NAMED = "The dead man was named as Emil Horn after the robbery at the mill, and two guards were charged."


@pytest.mark.parametrize(
    ("text", "words", "backs"),
    [
        (TEXT, "A fourth person has died", True),
        (TEXT, "the fire at the Tarn market", False),
        (TEXT, "the hospital said on Sunday evening", False),
        (NAMED, "The dead man was named as Emil Horn", True),
        (NAMED, "two guards were charged", True),
        (NAMED, "the robbery at the mill", False),
        ("Ana Lupo flew to Velden.", "Ana Lupo flew", True),
    ],
)
def test_what_backs_a_sentence(text: str, words: str, backs: bool) -> None:
    report = report_of(text)
    (sentence,) = language().sentences(report)
    start = text.index(words)
    whole = report.passage(sentence.start, sentence.end)
    assert tells(report.passage(start, start + len(words)), whole, sentence) is backs


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("Pavel Horn faces two charges of theft.", True),
        ("Pavel Horn was charged with theft in Tarn.", True),
        ("Pavel Horn was arrested after a chase in Tarn.", False),
        ("Pavel Horn was in Tarn.", False),
    ],
)
def test_what_tells_the_act_that_a_sentence_tells(words: str, one: bool) -> None:
    report, other = report_of("Pavel Horn was charged on Monday with theft."), report_of(words)
    (sentence,) = language().sentences(report)
    parsed = language().sentences(other)
    assert is_one_act(other.passage(0, len(words)), parsed, sentence, lexicons().points) is one


def test_without_grammar_what_stands_in_the_sentence_backs_it() -> None:
    report = report_of(TEXT)
    whole = report.passage(0, len(TEXT))
    assert tells(report.passage(0, 8), whole, None)


@pytest.mark.parametrize(
    ("mine", "other", "one"),
    [
        ("2031-03-04T12:30", "2031-03-04T12:40", False),
        ("2031-03-04T12:30", "2031-03-04T12:33", True),
        ("2031-03-04T06:30", "2031-03-04T18:30", True),
        ("2031-03-04T12:30", "2031-03-04", True),
        ("2031-03-04T12:30", None, True),
    ],
)
def test_another_time_of_day_backs_no_time(mine: str, other: str | None, one: bool) -> None:
    text = "The fire began at about noon."
    sentence = Passage("r", 0, len(text), text)
    clock = Passage("r", 18, 28, "about noon")
    own = Statement(Passage("r", 0, 14, "The fire began"), "a", when=When(mine, Basis.RELATIVE, clock))
    there = Statement(
        Passage("s", 0, 14, "The fire began"), "a", when=When(other, Basis.RELATIVE, clock) if other else None
    )
    assert at_one_time(own, there, sentence) is one


def test_a_time_that_another_sentence_gives_bars_nobody() -> None:
    text = "The fire began."
    elsewhere = When("2031-03-04T12:30", Basis.RELATIVE, Passage("r", 40, 50, "about noon"))
    own = Statement(Passage("r", 0, 14, "The fire began"), "a", when=elsewhere)
    there = replace(own, when=replace(elsewhere, value="2031-03-04T14:00"))
    assert at_one_time(own, there, Passage("r", 0, len(text), text))


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("The dead were named as Ida Lupo and Jan Falk", True),
        ("The dead were named as Emil Horn and Jan Falk", False),
        ("The dead were named", False),
    ],
)
def test_other_people_named_back_no_name(other: str, apart: bool) -> None:
    mine = "Emil Horn died of his wounds"
    people = [
        Mention(passage, MentionKind.PERSON, name)
        for name in ("Emil Horn", "Ida Lupo", "Jan Falk")
        for passage in _mentions(name, {"r": mine, "s": other})
    ]
    own, there = (Statement(Passage(r, 0, len(text), text), "b") for r, text in (("r", mine), ("s", other)))
    assert of_others([own], there, people) is apart


def _mentions(name: str, texts: dict[str, str]) -> list[Passage]:
    found = [(report, text.find(name)) for report, text in texts.items()]
    return [Passage(report, start, start + len(name), name) for report, start in found if start >= 0]
