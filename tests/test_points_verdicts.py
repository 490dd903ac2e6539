"""What speakers call false or wrong, and others true or right."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Between, PointRelation
from crosswire.relate.points.verdicts import Axis, read_verdicts
from point_stories import relations, slots

JUDGED = [
    ("The report is false.", (Axis.TRUTH, True)),
    ("The report is not accurate.", (Axis.TRUTH, True)),
    ("The minister disputed the article.", (Axis.TRUTH, True)),
    ("We stand by our reporting.", (Axis.TRUTH, False)),
    ("We have seen no indication that our story is inaccurate.", (Axis.TRUTH, False)),
    ("She made false statements to the court.", None),
    ("A false wall hid the safe.", None),
    ("The deal is illegal.", (Axis.RIGHT, True)),
    ("The deal may constitute a crime.", (Axis.RIGHT, True)),
    ("No laws were broken.", (Axis.RIGHT, False)),
    ("The harbour broke the law.", (Axis.RIGHT, True)),
    ("Nothing improper took place.", (Axis.RIGHT, False)),
    ("The minister denied that the deal was illegal.", (Axis.RIGHT, False)),
    ("The talks are fully consistent with the law.", (Axis.RIGHT, False)),
    ("Nobody knew whether the deal was illegal.", None),
    ("It is a legal standard.", None),
    ("The law made the trade legal.", None),
    ("She spoke of allegations of improper conduct.", None),
]


@pytest.mark.parametrize(("text", "judged"), JUDGED)
def test_what_a_sentence_judges(text: str, judged: tuple[Axis, bool] | None) -> None:
    found = read_verdicts(slots(text), load_lexicons().verdicts)
    assert {(v.axis, v.against) for v in found} == ({judged} if judged else set())


PAPER = ("Courier", "2031-03-04", "", ("“The report on the Orlo dam is false,” said Minister Pavel Horn on Monday.",))
EDITOR = ("Post", "2031-03-04", "", ("“We stand by our report on the Orlo dam,” said editor Ana Lupo on Monday.",))


def test_speakers_at_odds_are_a_conflict_between_actors_with_its_reason() -> None:
    (found,) = [p for p in relations((PAPER, EDITOR)).points if p.relation is PointRelation.CONFLICT]
    assert found.between is Between.ACTORS
    assert found.why[0] == "called false in Courier, true in Post, by different speakers, who can't both be right"


def test_one_speaker_is_not_at_odds_with_himself() -> None:
    same = (
        "Post",
        "2031-03-04",
        "",
        ("“We stand by our report on the Orlo dam,” said Minister Pavel Horn on Monday.",),
    )
    assert not [p for p in relations((PAPER, same)).points if p.relation is PointRelation.CONFLICT]
