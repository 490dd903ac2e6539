"""When something was: an ISO 8601 prefix whose length is its precision, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
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
