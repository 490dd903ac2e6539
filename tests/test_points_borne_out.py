"""Whether another sentence says what words say: of the same people and numbers, in the same event, and no less."""

from __future__ import annotations

import pytest

from crosswire.model.passage import Passage
from crosswire.model.relation import Status
from point_stories import bearing, relations, row


def borne(here: str, there: str, words: str | None = None) -> bool:
    """Whether the second sentence says what `words` of the first say, all of them where None."""
    hood, asked = bearing(here, there)
    whole = hood.slots[0].passage
    words = words or whole.words.rstrip(".")
    start = whole.start + whole.words.index(words)
    return asked.bears(0, Passage(whole.report, start, start + len(words), words), 1)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Ana Lupo was arrested.", "Police arrested Ana Lupo on the pier."),
        ("Two officers were hurt.", "He shot and wounded two officers."),
        ("The teen was shot in the stomach.", "Officers say a boy was shot in the stomach near the quay."),
        ("Four people were hurt in a shooting.", "It was a shooting that wounded four others."),
        ("The shooting was an accident.", "The shooting was accidental."),
        ("The man was charged with assault.", "The man is in jail on charges of assault."),
        ("Another student was hit.", "The gunman hit a second student."),
        ("Four people were hurt.", "One man was killed and four people wounded in a fight."),
        ("Seven people died.", "Nobody knows how, but seven people were killed."),
        # near words, what goes on, what becomes of somebody
        ("Divers found a gun.", "Divers found a handgun."),
        ("The girl shot herself.", "The girl had shot herself by accident."),
        ("The knife was found on the quay.", "Divers recovered the knife on the quay."),
        ("Ana Lupo began to burn letters.", "Ana Lupo burned letters."),
        ("Ana Lupo was found guilty of arson.", "Ana Lupo was convicted of arson."),
        ("Two harbour officers shot Ana Lupo.", "Ana Lupo was shot by two officers of the harbour."),
        # a word written in two, a country by another name, two who meet
        ("The rebels shelled the air base.", "The rebels shelled an airbase in the hills."),
        ("The United States bombed the harbour.", "A US attack hit the harbour after bombs fell."),
        (
            "Ana Lupo and her colleague Pavel Horn held talks.",
            "Ana Lupo spent an hour talking to her colleague Pavel Horn.",
        ),
    ],
)
def test_what_is_said_in_other_words_is_borne_out(here: str, there: str) -> None:
    assert borne(here, there)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        # other people: names, a man and a woman, one and several, officers and others
        ("Ana Lupo was charged with murder.", "Pavel Horn was charged with murder."),
        ("Kalle Lupo was hit in the chest.", "Mia Lupo was hit in the chest."),
        # what was still to come
        ("Ana Lupo met Pavel Horn on the quay.", "Ana Lupo spoke ahead of her meeting with Pavel Horn on the quay."),
        ("Ana Lupo met Pavel Horn on the quay.", "Ana Lupo gave up her planned meeting with Pavel Horn on the quay."),
        ("She had a large cut.", "He had a large cut."),
        ("Both guards fired shots.", "One of the guards fired shots."),
        ("Uninvited guests opened fire.", "An uninvited guest opened fire."),
        ("A shooting injured two officers.", "A shooting injured two people."),
        ("A man was arrested.", "Three men were arrested."),
        # more than the other says: of what kind, who he was, how old, whose it is
        ("Divers found a handgun.", "Divers found a firearm."),
        ("The girl shot herself.", "It was an accidental shooting of the girl."),
        ("The driver shot at the crowd.", "Somebody in a car shot at the crowd."),
        ("The driver shot at the crowd.", "Somebody drove a car to the quay and shot at the crowd."),
        ("A 22-month-old girl was hurt.", "A 1-year-old girl was hurt."),
        ("Two guards were in serious condition.", "Two guards were in critical condition."),
        ("Ana Lupo visited her aunt.", "Ana Lupo visited her aunt's house."),
        # who did it isn't told
        ("Pavel Horn called the mayor.", "There was a call from the mayor."),
        ("The student was charged with assault.", "The mayor is securing a new warrant on assault."),
        ("Pavel Horn shot Ana Lupo.", "Ana Lupo was shot when she and a girl were on the quay."),
        ("The barge was sunk by a diver.", "Ana Lupo sank the barge and hurt a diver."),
        # another matter
        ("Pavel Horn was arrested.", "Pavel Horn was previously arrested."),
        ("Pavel Horn was charged with arson.", "The mayor expects Pavel Horn to be charged with arson."),
        ("The barge is a total loss.", "The barge is likely a total loss."),
        ("Half the roof fell in.", "The roof fell in."),
        ("A Tarn man, Pavel Horn, was arrested.", "Pavel Horn was arrested."),
        ("Pavel Horn sold a house on Tarn Road.", "Pavel Horn sold a house on Tarn Drive and fell in the road."),
        ("Pavel Horn went to a house in Tarn.", "Pavel Horn was hit outside a house in Tarn."),
        ("Pavel Horn was arrested.", "Police believe that Pavel Horn was arrested."),
        # more than the other says
        ("Kalle was found in the driver's seat.", "Kalle was found dead in a truck."),
        ("Four guns were fired.", "Shots were fired by four people."),
        ("The barge burned for nine days.", "The barge burned."),
        ("One woman was killed.", "One victim died."),
        ("The rebels shelled the air base.", "The rebels shelled the base of the hills."),
        ("France bombed the harbour.", "A US attack hit the harbour after bombs fell."),
        (
            "Ana Lupo and her colleague Pavel Horn held talks.",
            "Ana Lupo spent an hour talking to her colleague Mia Tarn.",
        ),
        (
            "Ana Lupo and her colleague Pavel Horn held fierce talks.",
            "Ana Lupo spent an hour talking to her colleague Pavel Horn.",
        ),
    ],
)
def test_what_is_told_of_others_or_told_less_is_not_borne_out(here: str, there: str) -> None:
    assert not borne(here, there)


def test_every_clause_of_the_words_is_asked_for() -> None:
    here = "The boy was shot after the driver fled."
    there = "The boy was shot when the driver stood on the quay."
    assert not borne(here, there)
    assert borne(here, there, "The boy was shot")


def test_a_pronoun_is_whom_the_sentence_before_names() -> None:
    hood, asked = bearing("Ana Lupo left the town. She was charged with arson.", "Pavel Horn was charged with arson.")
    said = hood.slots[1].passage
    words = said.words.rstrip(".")
    assert not asked.bears(1, Passage(said.report, said.start, said.end - 1, words), 2)


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [
        ("A shooting killed two officers.", "A man killed two people.", False),
        ("A shooting killed two officers.", "Two officers were killed.", True),
        ("Two people were killed.", "Two people were hurt.", False),
    ],
)
def test_a_number_is_counted_of_one_act_and_of_people_who_may_be_the_same(here: str, there: str, same: bool) -> None:
    hood, asked = bearing(here, there)
    figures = []
    for slots in hood.slots:
        at = slots.passage.words.casefold().index("two")
        words = slots.passage.words[at : at + len("two")]
        figures.append(Passage(slots.passage.report, slots.passage.start + at, slots.passage.start + at + 3, words))
    assert asked.counts(0, figures[0], 1, figures[1]) is same


def test_a_title_and_the_colour_of_talks_may_stand_elsewhere_in_a_report() -> None:
    first = "Interior Minister Ana Lupo and her colleague Pavel Horn held fierce talks in Velden on Monday."
    second = "Ana Lupo talked with Pavel Horn for three hours on Monday."
    told = relations(
        (
            row("Aller Blatt", "2031-03-04", first, "Pavel Horn left by train."),
            row("Bode Echo", "2031-03-04", second, "It was a fierce quarrel, the port said."),
        )
    )
    (point,) = (point for point in told.points if point.status is Status.CORROBORATED)
    assert {s.passage.report for s in point.statements if s.counts} == {"r-aller", "r-bode"}
    assert point.versions[0].value == "Interior Minister Ana Lupo and her colleague Pavel Horn held fierce talks"


@pytest.mark.parametrize(
    ("words", "weighs"),
    [
        ("Harbour police are investigating the blaze.", False),
        ("The investigation continues in the harbour.", False),
        ("The harbour board is investigating the bank of Tarn.", True),
        ("The old boat came to a stop.", False),  # nobody is named, nothing counted, nothing has come of it
        ("The old boat collapsed.", True),
        ("Officers arrived at the burning house at 9 p.m.", False),
        ("Officers entered Tarn Hall through the burning roof.", True),
        ("Thieves entered the burning house by the roof.", True),
        ("Anyone with information is asked to call.", False),
        ("Pavel Horn fled.", True),
    ],
)
def test_what_nobody_would_write_otherwise_weighs_nothing(words: str, weighs: bool) -> None:
    hood, asked = bearing(words, "Nobody knows why the old ferry sank.")
    assert asked.weighs(0, hood.slots[0].passage, 6.0) is weighs


@pytest.mark.parametrize(
    ("text", "words", "weighs"),
    [
        ("Three guards remained in critical condition in Tarn.", "Three guards remained", False),
        ("Three guards remained in critical condition in Tarn.", "Three guards remained in critical condition", True),
        ("Pavel Horn shot the captain of the barge.", "Pavel Horn shot", False),
        ("It was early Saturday in the old harbour.", "It was early Saturday in the old harbour", False),
        ("We were drinking coffee at the quay.", "We were drinking coffee at the quay", False),
        ("They were driven to the clinic at Tarn.", "They were driven to the clinic at Tarn", False),
        ("His rifle was found under the quay.", "His rifle was found under the quay", False),
        ("Some of them hurt Ana Lupo at the quay.", "Some of them hurt Ana Lupo", False),
        ("Pavel Horn, 40, worked for the harbour of Tarn.", "Pavel Horn, 40, worked", False),
        ("Pavel Horn, 40, died at the harbour of Tarn.", "Pavel Horn, 40, died", True),
        ("She was driven to the clinic at Tarn.", "She was driven to the clinic at Tarn", True),
        (
            "His lawyer said the captain defended himself with a hook.",
            "the captain defended himself with a hook",
            False,
        ),
        ("Police said the captain defended himself with hooks.", "the captain defended himself with hooks", True),
    ],
)
def test_scraps_and_what_one_side_says_weigh_nothing(text: str, words: str, weighs: bool) -> None:
    hood, asked = bearing(text, "Nobody knows why the old ferry sank.")
    whole = hood.slots[0].passage
    start = whole.start + whole.words.index(words)
    assert asked.weighs(0, Passage(whole.report, start, start + len(words), words), 2.0) is weighs


def test_an_age_is_not_told_by_an_hour() -> None:
    rows = (
        row("Post", "2031-03-04", "Her 10-year-old boy was hurt in the mill blaze."),
        row("Wave", "2031-03-04", "The blaze began at 10 p.m.", "Her 9-year-old boy was hurt in the mill blaze."),
    )
    assert not any(p.status is Status.CORROBORATED for p in relations(rows).points)
