"""Which acts sentences tell, whether two of them are one, and the words in which each tells it."""

from __future__ import annotations

import pytest

from crosswire.relate.points.common_act import common_act
from crosswire.relate.points.deeds import DeedReader
from crosswire.relate.points.one_act import ActPairs, one_act
from crosswire.relate.points.similarity import Neighbourhood
from crosswire.run.models import shared_models
from point_stories import all_slots

# The sentences are likely to speak of one thing.
LIKELY = 0.75


def pairs(*texts: str) -> tuple[Neighbourhood, ActPairs]:
    """The acts of the texts, each a report of its own."""
    hood = Neighbourhood(all_slots(*texts), {})
    lexicons = shared_models().lexicons
    links = {(a, b): LIKELY for b in range(len(texts)) for a in range(b)}
    return hood, ActPairs(hood, links, lexicons.acts, lexicons.geography)


def surest(here: str, there: str) -> float:
    """How sure it is that the two sentences tell one act; 0 where no two may be one."""
    _, acts = pairs(here, there)
    return max((sure for sure, _, _ in acts.told(0, 1)), default=0.0)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        # other verbs and nouns, and a verb that only carries the act
        ("Ana Lupo and Pavel Horn held talks in Tarn.", "Lupo met Horn on Monday."),
        ("Ana Lupo began tense talks with Pavel Horn.", "Lupo spent an hour talking with Horn in Tarn."),
        # who and whom, by subject and object, "X and Y", the passive, a clause beside the noun
        ("Police arrested Pavel Horn in Tarn.", "Pavel Horn was arrested in Tarn by police."),
        ("Pavel Horn, who was arrested in Tarn, is 30.", "Police arrested Pavel Horn in Tarn."),
        # a noun beside a clause
        ("The army bombarded the air base at Velden.", "Anger grew after the army’s strike on the airbase at Velden."),
        # who does it named once for two verbs
        ("Ana Lupo left Tarn and visited the dam at Velden.", "Ana Lupo visited the dam at Velden."),
        # what somebody says is so, by another noun
        (
            "Pavel Horn rejected accusations that Hydrovel had broken the dam.",
            "Horn dismissed evidence that Hydrovel had broken the dam.",
        ),
        # what becomes of somebody
        ("Two men were taken into custody in Tarn.", "Two men were arrested in Tarn."),
    ],
)
def test_one_act_in_other_words(here: str, there: str) -> None:
    assert surest(here, there) >= 0.5


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Pavel Horn arrested Ana Lupo.", "Pavel Horn arrested Ida Brandt."),  # another is arrested
        ("Ana Lupo will visit the dam.", "Ana Lupo visited the dam."),  # to come, and done
        ("Ana Lupo did not visit the dam.", "Ana Lupo visited the dam."),
        ("Ana Lupo may visit the dam.", "Ana Lupo visited the dam."),
        ("Horn asked whether Ana Lupo visited the dam.", "Ana Lupo visited the dam."),
        ("Ana Lupo was told to visit the dam.", "Ana Lupo visited the dam."),
        ("Ana Lupo visited the dam on Monday.", "Ana Lupo visited the dam on Friday."),
        ("Three men were arrested in Tarn.", "Two men were arrested in Tarn."),
        ("The strike on the dam angered Tarn.", "The strike of the dockers cost Tarn dear."),  # no verb tells it
        ("Pavel Horn called Ana Lupo a liar.", "Pavel Horn called Ana Lupo from Tarn."),
    ],
)
def test_no_one_act(here: str, there: str) -> None:
    assert surest(here, there) == 0.0


def test_what_a_verb_only_carries_is_the_act() -> None:
    (slots,) = all_slots("The ministers held long talks in Tarn.")
    lexicons = shared_models().lexicons
    told = DeedReader(slots, lexicons.acts, lexicons.geography).deeds()
    assert [(slots.tokens[d.token].lemma, slots.tokens[d.frame].lemma, d.noun) for d in told] == [
        ("talk", "hold", False)
    ]


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        (
            "After a long day Ana Lupo met Pavel Horn in Tarn on Monday, while crowds were shouting.",
            "Ana Lupo met Pavel Horn in Tarn.",
            "Ana Lupo met Pavel Horn in Tarn",
        ),
        (
            "After Ana Lupo had met Pavel Horn in Tarn, the council voted.",
            "Ana Lupo met Pavel Horn in Tarn.",
            "Ana Lupo had met Pavel Horn in Tarn",
        ),
        (
            "The council is preparing to sell the pier to Pavel Horn, whom nobody knew a year ago.",
            "The council will sell the pier to Pavel Horn.",
            "The council is preparing to sell the pier to Pavel Horn",
        ),
        # "late" says nothing without its day
        (
            "Ana Lupo, who was found alive late on Tuesday, thanked the crew of the barge.",
            "The mayor of Velden, Ana Lupo, was found alive late on Tuesday by a fisherman.",
            "Ana Lupo, who was found alive",
        ),
        # one of two that stand together is not told by itself
        (
            "The guards were either treated or released in Tarn, the hospital in Velden added.",
            "The guards were treated in Tarn.",
            "The guards were either treated or released in Tarn",
        ),
        # a place that both have drags in nobody whom the other lacks
        (
            "Ana Lupo spent two hours talking with Pavel Horn and almost an hour at the hall in Tarn with Piet Maas.",
            "Ana Lupo began tense talks with Pavel Horn in Tarn.",
            "Ana Lupo spent two hours talking with Pavel Horn",
        ),
    ],
)
def test_words_of_an_act_are_no_more_than_it_needs(here: str, there: str, words: str) -> None:
    hood, acts = pairs(here, there)
    found = common_act((0, 1), hood, acts)
    assert found is not None
    assert found.words[0].words == words
    report = hood.slots[0].passage
    cut = found.words[0]
    assert report.words[cut.start - report.start : cut.end - report.start] == cut.words


def test_a_number_that_others_lack_stands_for_nobody() -> None:
    hood, acts = pairs(
        "Ana Lupo spent nine hours talking with Pavel Horn.", "Ana Lupo began tense talks with Pavel Horn."
    )
    found = common_act((0, 1), hood, acts)
    assert found is not None
    assert found.shown == 1


def test_noun_alone_stands_for_nothing() -> None:
    hood, acts = pairs(
        "Anger grew after the army’s strike on the airbase at Velden.",
        "The army’s strike on the airbase at Velden was loud.",
        "The army bombarded the airbase at Velden.",
    )
    found = common_act((0, 1, 2), hood, acts)
    assert found is not None
    assert found.shown == 2
    assert common_act((0, 1), hood, acts) is None


def test_one_act_makes_a_link() -> None:
    _, acts = pairs("Police arrested Pavel Horn in Tarn.", "Pavel Horn was arrested in Tarn by police.")
    ((pair, sure),) = one_act({(0, 1): LIKELY}, acts)
    assert pair == (0, 1)
    assert 0.6 < sure < 1
