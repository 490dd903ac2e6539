"""What has become of somebody in one sentence: in court, in hospital."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.relate.points.outcomes import read_outcomes
from crosswire.relate.points.stage import Step
from point_stories import slots

IN_COURT = [
    ("Pavel Horn was sentenced to nine years in prison.", {Step.SENTENCED}),
    ("Pavel Horn will be sentenced in May.", set()),
    ("Pavel Horn pleaded guilty to theft.", {Step.CONVICTED}),
    ("Pavel Horn pleaded not guilty.", set()),
    ("Pavel Horn entered a plea of not guilty.", set()),
    ("Horn is accused of setting the fire.", {Step.ACCUSED}),
    ("Pavel Horn pleaded no contest to theft.", {Step.CONVICTED}),
    ("Pavel Horn entered a guilty plea on Monday.", {Step.CONVICTED}),
    ("A jury convicted Pavel Horn of arson.", {Step.CONVICTED}),
    ("Pavel Horn was found not guilty.", {Step.CLEARED}),
    ("Pavel Horn was acquitted on Monday.", {Step.CLEARED}),
    ("Prosecutors dropped the charges against Pavel Horn.", {Step.CLEARED}),
    ("Pavel Horn dropped the vase.", set()),
    ("The judge declared a mistrial.", {Step.MISTRIAL}),
    ("He was previously convicted of theft.", set()),  # of something else
]


@pytest.mark.parametrize(("text", "steps"), IN_COURT)
def test_what_becomes_of_somebody_in_court(text: str, steps: set[Step]) -> None:
    assert {s.step for s in read_outcomes(slots(text), load_lexicons().stages)} == steps


IN_HOSPITAL = [
    ("Ana Lupo was released from the hospital on Monday.", {Step.RELEASED}),
    ("Ana Lupo was treated and released.", {Step.RELEASED}),
    ("Ana Lupo was released from jail on Monday.", set()),
    ("The seven others are expected to survive.", {Step.SAFE}),
    ("Ana Lupo is expected to be OK.", {Step.SAFE}),
    ("Ana Lupo is expected to return.", set()),
    ("Ana Lupo was critically wounded.", {Step.GRAVE}),
    ("Their wounds are not life-threatening.", {Step.SAFE}),
    ("Ana Lupo was taken to a hospital with life-threatening injuries.", {Step.GRAVE}),
    ("Three women were taken to a hospital in unknown condition.", {Step.UNKNOWN}),
    ("Ana Lupo was shot and killed on the pier.", {Step.DEAD}),
    ("Ana Lupo was shot in the arm.", set()),
    ("Ana Lupo was pronounced dead at the scene.", {Step.DEAD}),
]


@pytest.mark.parametrize(("text", "steps"), IN_HOSPITAL)
def test_how_somebody_is_who_was_hurt(text: str, steps: set[Step]) -> None:
    assert {s.step for s in read_outcomes(slots(text), load_lexicons().stages)} == steps
