"""Which words of one speaker are the same saying in two reports."""

from __future__ import annotations

import pytest

from crosswire.model.relation import Relations, Status
from crosswire.relate.points.sayings import same_saying
from point_stories import all_slots, relations

SAYINGS = [
    ("The bridge in Lill was safe", "He would visit Lill on Friday, where a pier was painted.", False),
    ("A knife was found in his coat", "Witnesses had seen Orlo near the station.", False),
    ("The sluice was opened before dawn", "Before dawn the keepers opened the sluice.", True),
    ("About 300 people were in tents", "Around 300 people were taken to tents in Velden.", True),
    ("The ferry sank after a fire", "The old ferry sank off Tarn because of a fire below deck.", True),
    ("About 40,000 homes were without power", "Nine thousand homes remain without power.", False),
    (
        "Twelve people have been hurt in a fire at a mill in Tarn",
        "Monday's fire at the mill in Tarn was put out.",
        False,
    ),
    ("“Nobody warned us about the cracks in the dam.”", "The mayor: “Nobody warned us about the cracks.”", True),
]


@pytest.mark.parametrize(("shown", "other", "same"), SAYINGS)
def test_same_saying(shown: str, other: str, same: bool) -> None:
    here, there = all_slots(f"{shown}.", other)
    assert same_saying(here.passage, here, there.passage, there) is same


def told(*texts: str) -> Relations:
    return relations(
        [
            (f"{name} News", f"2031-03-0{n}", "Velden", (text,))
            for n, (name, text) in enumerate(zip("ABC", texts, strict=False), 4)
        ]
    )


def test_two_sayings_of_one_speaker_are_carried_by_one_origin_each() -> None:
    found = told(
        "Police Chief Martin Orlo said the suspect had fled on foot. A knife was found in his coat, according to Orlo.",
        "Police Chief Martin Orlo said that witnesses had identified Hobb as the robber.",
    )
    voiced = [point for point in found.points if point.status is Status.SINGLE_VOICE]
    assert voiced
    assert all(len(point.origins) < 2 for point in voiced)


def test_one_saying_in_other_words_is_carried_by_both() -> None:
    found = told(
        "Mayor Ana Lupo said that 3,200 people were in shelters.",
        "Around 3,200 people were taken to shelters, said Mayor Ana Lupo.",
    )
    (point,) = [point for point in found.points if len({s.passage.report for s in point.statements}) > 1]
    assert point.status is Status.SINGLE_VOICE
    assert len(point.origins) == 2


def test_what_somebody_denies_and_then_admits_is_no_one_saying() -> None:
    found = told(
        "Orlo Mills denied that any gate of its yard had been locked.",
        "Orlo Mills, which had first said that all gates were open, admitted that one of them had been locked.",
    )
    assert all(len(p.origins) < 2 for p in found.points if p.status is Status.SINGLE_VOICE)
