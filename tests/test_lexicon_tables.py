"""How the fields of a lexicon are filled from its data file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from crosswire.lexicons.tables import Phrase, at, filled, turned


@dataclass(frozen=True, kw_only=True)
class Boats:
    """A lexicon of boats."""

    small: frozenset[str] = at("kinds.small")
    harbours: tuple[str, ...] = at("harbours")
    masts: Mapping[str, int] = at("masts")
    crews: Mapping[str, frozenset[str]] = at("crews")
    sails: Mapping[str, str] = turned("sails")
    calls: frozenset[Phrase] = at("calls")
    sunk: re.Pattern[str] = at("sunk")
    many: bool


DATA = {
    "kinds": {"small": ["skiff", "punt"]},
    "harbours": ["Velden", "Tarn"],
    "masts": {"yawl": 2},
    "crews": {"yawl": ["Ana", "Tom"]},
    "sails": {"fore": ["jib", "genoa"], "main": ["mainsail"]},
    "calls": ["all aboard"],
    "sunk": ["sank", "went down"],
}


def test_each_field_is_made_by_its_type_of_what_stands_at_its_place() -> None:
    boats = filled(Boats, DATA, many=False)
    assert boats.small == {"skiff", "punt"}
    assert boats.harbours == ("Velden", "Tarn")
    assert boats.masts == {"yawl": 2}
    assert boats.crews == {"yawl": {"Ana", "Tom"}}
    assert boats.sails == {"jib": "fore", "genoa": "fore", "mainsail": "main"}
    assert boats.calls == {("all", "aboard")}
    assert boats.sunk.search("The skiff WENT DOWN.")
    assert not boats.sunk.search("It sanked.")
    assert not boats.many


def test_a_type_that_nobody_can_make_is_refused() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Piers:
        lengths: list[int] = at("lengths")

    with pytest.raises(KeyError, match="list"):
        filled(Piers, {"lengths": [3]})
