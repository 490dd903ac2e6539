"""When something was: an ISO 8601 prefix whose length is its precision, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from crosswire.model.passage import Passage


class Basis(StrEnum):
    """What a time rests on."""

    STATED = "stated"  # the words say it in full
    MARKUP = "markup"  # the page's metadata says it
    GIVEN = "given"  # the user said it with the input
    RELATIVE = "relative"  # the words count from a known time: "on Wednesday", "two days earlier"
    INFERRED = "inferred"  # worked out through the story; `why` says how
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """A time: `value` as in `2017`, `2017-04-12`, `2017-04-12T11:26+05:30` or `START/END`; None if not known."""

    value: str | None
    basis: Basis
    passage: Passage | None = None
    why: str | None = None


UNKNOWN = When(None, Basis.UNKNOWN)

DAY = 10  # letters of an ISO date


def stamp(value: str | None) -> str | None:
    """A key that orders ISO times as they passed: UTC to the minute where an offset is stated.

    The value itself where it is a day or coarser; None where it is unknown or an interval. As text,
    `2024-05-02T01:00+02:00` would come after `2024-05-01T23:30-05:00`, which is five hours later.
    """
    if value is None or "/" in value:
        return None
    if len(value) <= DAY:
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value[:DAY]
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")
