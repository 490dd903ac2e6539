"""Which statements may stand as agreed: clauses, told of the same persons, days and numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.relate.points.agreement import states, told_otherwise
from crosswire.relate.points.clashes import counted_otherwise
from parsed import figures_of
from point_stories import all_slots


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("The dam at Velden broke on Monday.", True),
        ("Two divers were hurt at the pier.", True),
        ("Lupo has left the town.", True),
        ("Comments on the dam at Velden.", False),
        ("Just spoke to the mayor of Velden.", False),
    ],
)
def test_a_statement_has_its_subject_and_a_finite_verb(words: str, says: bool) -> None:
    slots = all_slots(words)[0]
    assert states(slots, slots.passage) is says


@pytest.mark.parametrize(
    ("here", "there", "otherwise"),
    [
        ("The letter was published on Saturday.", "The letter was published on Sunday.", True),
        ("The letter was published on Saturday.", "The letter was published on Saturday in Tarn.", False),
        ("The letter was published on Saturday.", "The letter, which was published, angered Lupo on Sunday.", False),
        ("Velden lies 100 miles from Tarn.", "Velden lies 65 miles from Tarn.", True),
        ("Velden lies 65 miles from Tarn.", "Velden, 65 miles from Tarn, lies on the Orlo.", False),
        ("Ana Lupo visited the valley.", "Pavel Horn visited the valley.", True),
        ("Ana Lupo visited the valley.", "Lupo visited the valley by boat.", False),
        ("She visited the valley.", "The ministers visited the valley.", True),
    ],
)
def test_who_tells_it_of_others_does_not_agree(here: str, there: str, otherwise: bool) -> None:
    one, two = all_slots(here, there)
    assert told_otherwise(one, one.passage, two) is otherwise


@pytest.mark.parametrize(
    ("here", "there", "otherwise"),
    [
        ("Some 200,000 homes were without power.", "Fifty thousand homes are without power.", True),
        ("Eight cadets were wounded.", "Two boys and eight cooks were wounded.", True),
        ("Insurers counted 300 homes.", "Insurers counted 450 homes, up from 300 homes.", True),
        ("Some 200,000 homes were without power.", "Power was lost by 200,000 homes.", False),
        ("About 200,000 homes were without power.", "Power was lost by 205,000 homes.", False),
        ("At least 200,000 homes were without power.", "Power was lost by 250,000 homes.", False),
        ("Nine sailors were wounded.", "Six others were wounded.", False),
        ("Nine sailors were wounded.", "Two women were wounded.", False),
    ],
)
def test_who_gives_another_number_of_the_same_does_not_agree(here: str, there: str, otherwise: bool) -> None:
    one, two = (
        replace(s, figures=tuple(replace(f, passage=replace(f.passage, report=s.passage.report)) for f in found))
        for s, found in zip(all_slots(here, there), map(figures_of, (here, there)), strict=True)
    )
    assert counted_otherwise(one, one.passage, two) is otherwise
