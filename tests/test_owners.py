"""Who owns houses: facts with their source, told beside points."""

from __future__ import annotations

import re

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Origin, OriginKind
from crosswire.relate.points.ownership import one_owner


def test_every_house_is_known_and_has_one_owner() -> None:
    lexicons = load_lexicons()
    houses = [house for owner in lexicons.owners.entries for house in owner.houses]
    assert len(houses) == len(set(houses)) > 150
    for house in houses:
        found = lexicons.outlets.find(house) or lexicons.agencies.find(house)
        assert found is not None, house
        assert found.name == house


def test_every_owner_says_of_when_and_from_where_it_is_known() -> None:
    for owner in load_lexicons().owners.entries:
        assert re.fullmatch(r"20\d\d", owner.as_of), owner.name
        assert owner.source, owner.name
        assert len(owner.houses) > 1, owner.name


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        (("Orlo Media", "Orlo Media", None), ("A and B have one owner: Orlo Media",)),
        (("Orlo Media", "Karsund Group", "Orlo Media"), ("A and C have one owner: Orlo Media",)),
        (("Orlo Media", "Karsund Group", None), ()),
        ((None, None, None), ()),
    ],
)
def test_owners_of_several_origins(owners: tuple[str | None, ...], expected: tuple[str, ...]) -> None:
    origins = [
        Origin(f"o{n}", name, OriginKind.PUBLISHER, (), owner)
        for n, (name, owner) in enumerate(zip("ABC", owners, strict=True), 1)
    ]
    assert one_owner(("o1", "o2", "o3"), origins) == expected
    assert one_owner(("o1",), origins) == ()
