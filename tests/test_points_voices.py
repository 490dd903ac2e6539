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


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Transport Minister Ana Lupo said so. The transport ministry said so too.", True),
        ("The transport minister, Ana Lupo, said so. The transport ministry said so too.", True),
        ("Deputy Transport Minister Ana Lupo said so. The transport ministry said so too.", False),
        ("Health Minister Ana Lupo said so. The transport ministry said so too.", False),
    ],
)
def test_a_minister_and_the_ministry_are_one_voice(text: str, one: bool) -> None:
    report = make_report("r", text)
    minister = Actor("a1", "Ana Lupo", ActorKind.PERSON, mentions=(mention(report.text, "Ana Lupo"),))
    ministry = Actor(
        "a2", "transport ministry", ActorKind.ORGANISATION, mentions=(mention(report.text, "transport ministry"),)
    )
    assert mouths([report], [minister, ministry], load_lexicons().titles) == ({"a1": "a2"} if one else {})


def test_of_two_ministers_the_ministry_is_nobodys() -> None:
    report = make_report(
        "r", "Foreign Minister Ana Lupo and Foreign Minister Ida Horn met. The foreign ministry said so."
    )
    people = [
        Actor(f"a{n}", name, ActorKind.PERSON, mentions=(mention(report.text, name),))
        for n, name in enumerate(("Ana Lupo", "Ida Horn"), 1)
    ]
    ministry = Actor(
        "a3", "foreign ministry", ActorKind.GOVERNMENT, mentions=(mention(report.text, "foreign ministry"),)
    )
    assert mouths([report], [*people, ministry], load_lexicons().titles) == {}


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
