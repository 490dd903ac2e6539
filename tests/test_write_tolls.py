"""Tolls in words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from crosswire.model.passage import Passage
from crosswire.model.toll import Toll, TollHow, TollPart, TollVersion
from crosswire.write.sources import Register
from crosswire.write.tolls import toll_lines

REGISTER = cast("Register", SimpleNamespace(label=str.upper))
TWO = Passage("r1", 0, 3, "Two")


def toll(how: TollHow, *parts: TollPart, high: int | None = 2, versions: tuple[TollVersion, ...] = ()) -> Toll:
    """A toll of two killed."""
    return Toll("killed", 2, high, how, parts, versions, ())


CASES: list[tuple[Toll, str]] = [
    (toll(TollHow.TOLD, TollPart(2, "killed", (TWO,), ("r2",))), "2 killed: R1 and R2"),
    (toll(TollHow.TOLD, TollPart(2, "killed", (TWO,)), high=None), "at least 2 killed: R1"),
    (
        toll(TollHow.COUNTED, TollPart(1, "killed", (TWO,), name="Odd Tarn"), TollPart(1, "killed", (TWO,))),
        "2 killed: told of one by one, Odd Tarn, one unnamed (R1)",
    ),
    (
        toll(TollHow.LESS, TollPart(5, "shot", (TWO,)), TollPart(-3, "injured", (), ("r2",))),
        "2 killed: 5 shot - 3 injured (R1 and R2)",
    ),
    (
        toll(TollHow.SUM, TollPart(1, "killed", (TWO,)), TollPart(1, "killed", (TWO,))),
        "2 killed: 1 killed + 1 killed (R1)",
    ),
    (
        toll(TollHow.TOLD, TollPart(2, "killed", (TWO,)), versions=(TollVersion(1, ("r0",)), TollVersion(2, ("r1",)))),
        "2 killed: R1; otherwise 1 (R0)",
    ),
]


@pytest.mark.parametrize(("one", "words"), CASES)
def test_words(one: Toll, words: str) -> None:
    (line,) = toll_lines((one,), REGISTER)
    assert line.words == words
