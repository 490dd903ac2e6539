"""How the fields of a lexicon are filled from its data file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.lexicons.tables import Phrase, at, filled


@dataclass(frozen=True, kw_only=True)
class Boats:
    """A lexicon of boats."""

    small: frozenset[str] = at("kinds.small")
    harbours: tuple[str, ...] = at("harbours")
    masts: Mapping[str, int] = at("masts")
    calls: frozenset[Phrase] = at("calls")
    sunk: re.Pattern[str] = at("sunk")
    many: bool


DATA = {
    "kinds": {"small": ["skiff", "punt"]},
    "harbours": ["Velden", "Tarn"],
    "masts": {"yawl": 2},
    "calls": ["all aboard"],
    "sunk": ["sank", "went down"],
}


def test_each_field_is_made_by_its_type_of_what_stands_at_its_place() -> None:
    boats = filled(Boats, DATA, many=False)
    assert boats.small == {"skiff", "punt"}
    assert boats.harbours == ("Velden", "Tarn")
    assert boats.masts == {"yawl": 2}
    assert boats.calls == {("all", "aboard")}
    assert boats.sunk.search("The skiff WENT DOWN.")
    assert not boats.sunk.search("It sanked.")
    assert not boats.many
