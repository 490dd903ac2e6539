"""Who is one voice: bodies and their heads, and those who repeat the same words."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.passage import Passage
from crosswire.model.relation import Actor, ActorKind
from crosswire.relate.points.voices import marked_words, mouths, one_mouth, repeats, words_of
from ferry_reports import make_report


def whole(words: str) -> Passage:
    return Passage("r", 0, len(words), words)


@pytest.mark.parametrize(
    ("text", "body", "one"),
    [
        ("Ana Lupo, who heads Horn Lines, denied it.", "Horn Lines", True),
        ("Ana Lupo, the chief executive of Horn Lines, denied it.", "Horn Lines", True),
        ("Horn Lines’ chief executive, Ana Lupo, denied it.", "Horn Lines", True),
        ("Horn Lines spokeswoman Ana Lupo denied it.", "Horn Lines", True),
        ("Its spokeswoman, Ana Lupo, denied it.", "Its", True),
        ("Ana Lupo, who sued Horn Lines, denied it.", "Horn Lines", False),
        ("Horn Lines lawyer Ana Lupo denied it.", "Horn Lines", False),
        ("Horn Lines and Ana Lupo denied it.", "Horn Lines", False),
        ("Ana Lupo, a passenger of Horn Lines, denied it.", "Horn Lines", False),
    ],
)
def test_a_body_and_its_head_are_one_voice(text: str, body: str, one: bool) -> None:
    report = make_report("r", text)
    person = Actor("a1", "Ana Lupo", ActorKind.PERSON, mentions=(mention(report.text, "Ana Lupo"),))
    firm = Actor("a2", "Horn Lines", ActorKind.ORGANISATION, mentions=(mention(report.text, body),))
    assert mouths([report], [person, firm], load_lexicons().titles) == ({"a1": "a2"} if one else {})


def mention(text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage("r", start, start + len(words), words)


@pytest.mark.parametrize(
    ("quoted", "other", "same"),
    [
        ("Such a visit could “deepen the doubts about the bridge”", "would deepen the doubts about the bridge", True),
        ("“Our bridge is gone for good,”", "Our bridge is gone for good | 1:14", True),
        ("“prayers and condolences to all the families of those lost”", "with the families of those hurt", False),
        (
            "The ferry “Maid of the North Bank” with forty people on board sank in the bay",
            "Maid of the North Bank sank",
            False,
        ),
        ("“A different bridge.”", "A different bridge, he said", True),
        ("It could “deepen the doubts about Velden”", "It may deepen the doubts", False),
        ("“A bridge.”", "A bridge, he said", False),
    ],
)
def test_the_same_words_between_marks_are_one_voice(quoted: str, other: str, same: bool) -> None:
    assert repeats(marked_words(whole(quoted), whole(quoted), ()), words_of(other)) is same


@pytest.mark.parametrize(
    ("said", "alike", "voices"),
    [
        ((("a1",), ("a2",)), [], (("a1",), ("a2",))),
        ((("a1",), ("a2",)), [(0, 1)], (("a1",), ("a1",))),
        ((("a1",), ()), [(0, 1)], (("a1",), ("a1",))),
        (((), ()), [(0, 1)], (("",), ("",))),
        ((("a1",), ("",), ("a3",)), [(0, 1), (1, 2)], (("a1",), ("a1",), ("a1",))),
    ],
)
def test_who_repeats_is_no_second_voice(
    said: tuple[tuple[str, ...], ...], alike: list[tuple[int, int]], voices: tuple[tuple[str, ...], ...]
) -> None:
    assert one_mouth(said, alike, "") == voices
