"""How far a matter may have come: its steps, the part that somebody has in an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from crosswire.relate.points.parties import Party


class Matter(StrEnum):
    """What changes as a story goes on."""

    CUSTODY = "custody"
    CHARGE = "charge"
    NAME = "name"
    CONDITION = "condition"
    COURT = "court"


class Step(StrEnum):
    """How far it has come; of one matter a later step replaces an earlier one."""

    OPEN = "open"  # "no word on whether a suspect is at large"
    SOUGHT = "sought"
    UNIDENTIFIED = "unidentified"  # "no suspect has been identified"
    NOT_HELD = "not held"  # "no arrests"
    HELD = "held"
    UNCHARGED = "uncharged"
    CHARGED = "charged"
    UNNAMED = "unnamed"
    NAMED = "named"
    UNKNOWN = "unknown"  # "their conditions were not known"
    GRAVE = "grave"
    GOOD = "good"
    SAFE = "safe"  # "is expected to survive", "injuries not life-threatening"
    RELEASED = "released"  # from hospital
    DEAD = "dead"
    MISTRIAL = "mistrial"
    CLEARED = "cleared"
    CONVICTED = "convicted"
    SENTENCED = "sentenced"
    ACCUSED = "accused"


# What readers are told of a step.
WORDS = {
    Step.SOUGHT: "looked for",
    Step.NOT_HELD: "not held",
    Step.HELD: "held",
    Step.UNCHARGED: "not charged",
    Step.CHARGED: "charged",
    Step.UNNAMED: "not named",
    Step.NAMED: "named",
    Step.UNKNOWN: "condition not known",
    Step.GRAVE: "in critical condition",
    Step.GOOD: "in stable condition",
    Step.DEAD: "dead",
    Step.SAFE: "not in danger",
    Step.RELEASED: "out of hospital",
    Step.MISTRIAL: "the trial without a verdict",
    Step.CLEARED: "cleared",
    Step.CONVICTED: "guilty",
    Step.SENTENCED: "sentenced",
}


class Role(StrEnum):
    """What part somebody has in the event."""

    SUSPECT = "suspect"
    VICTIM = "victim"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a matter, told of somebody. `at` is the index of the word that tells it; offsets are of the text."""

    matter: Matter
    step: Step
    party: Party | None
    role: Role | None
    at: int
    start: int
    end: int


def in_order(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages of one sentence in order, each step of one party once, as it is told first."""
    found = {(s.matter, s.step, s.party.start if s.party else -1): s for s in reversed([*stages])}
    return tuple(sorted(found.values(), key=lambda s: (s.at, s.step)))
