"""How many a story has killed and injured: the number, what it is made of, and what other reports told before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosswire.model.passage import Passage


class TollHow(StrEnum):
    """How a toll comes about."""

    TOLD = "told"  # a report gives the number
    COUNTED = "counted"  # nobody gives it: people told of one by one
    SUM = "sum"  # nobody gives it: the parts make it
    LESS = "less"  # more are told, less those who are counted elsewhere: "five shot", one of them killed
    SIGN = "sign"  # one, because the words say that somebody was: "the fatal shooting"


@dataclass(frozen=True, slots=True)
class TollPart:
    """A part of a toll with the passages that tell it; `headlines` are the reports whose headline tells it.

    `number` is negative for what is taken off. `name`: the person, for people told of one by one.
    """

    number: int
    what: str
    passages: tuple[Passage, ...] = ()
    headlines: tuple[str, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class TollVersion:
    """A number that reports give, with those reports in order of time and the times of the first and last."""

    number: int
    reports: tuple[str, ...]
    first_at: str | None = None
    last_at: str | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, or injured, by what the story's reports tell now. `high` is None for "at least".

    `parts` make the number; `versions` are what reports give, in the order in which it was first told; `why` says in
    words what decided.
    """

    what: str
    low: int
    high: int | None
    how: TollHow
    parts: tuple[TollPart, ...]
    versions: tuple[TollVersion, ...]
    why: tuple[str, ...]
