"""By which names a report cites the houses of its story."""

from __future__ import annotations

import pytest

from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import OriginKind
from crosswire.relate.origins.house_names import HouseNames
from crosswire.relate.origins.houses import House, call_sign


def house(name: str) -> House:
    return House(name, OriginKind.PUBLISHER)


SITES = {
    house("kqld.example"): ["kqld.example"],
    house("wxortv5.example"): ["wxortv5.example"],
    house("ostragazette.example"): ["ostragazette.example"],
    house("The Velden Post (Ilsen)"): ["veldenpost.example"],
    house("karsund.example"): ["karsund.example"],
    house("paris.example"): ["paris.example"],
    house("coast-echo.example"): ["coast-echo.example"],
}
NAMES = HouseNames(SITES, lexicons=load_lexicons())


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The guard told KQLD that he ran.", ["kqld.example"]),
        ("The guard told KQLD-TV that he ran.", ["kqld.example"]),
        ("The guard told sister station KQLD News 4 that he ran.", ["kqld.example"]),
        ("The gate was open, KQLD reported.", ["kqld.example"]),
        ("The gate was open, according to WXOR.", ["wxortv5.example"]),
        ("KQLD stands beside the gate, and the guard ran.", []),
        ("The Ostra Gazette reports that the gate was open.", ["ostragazette.example"]),
        ("He spoke at the Ostra gazette office.", []),
        ("The guard ran, the Velden Post reported.", ["The Velden Post (Ilsen)"]),
        ("The guard told the Post that he ran.", ["The Velden Post (Ilsen)"]),
        ("The guard told the Post office that he ran.", []),
        ("The guard told Post Street neighbours that he ran.", []),
        ("The guard told reporters that he ran.", []),
        ("The guard told the Karsund police that he ran.", []),
        ("The guard told Karsund police that he ran.", []),
        ("The guard told the Karsund.", ["karsund.example"]),
        ("The gate was open, the Karsund reported.", ["karsund.example"]),
        ("The gate was open, according to Paris.", []),
        ("The guard told Coast-Echo’s Ida Marn that he ran.", ["coast-echo.example"]),
    ],
)
def test_cited_house(text: str, cited: list[str]) -> None:
    assert [found.name for found, _, _ in NAMES.cited(text)] == cited


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("KQLD-TV", "kqld.example"),
        ("WXOR", "wxortv5.example"),
        ("Velden Post", "The Velden Post (Ilsen)"),
        ("CNN", None),
    ],
)
def test_house_of_a_name(name: str, meant: str | None) -> None:
    found = NAMES.of(name)
    assert (found.name if found else None) == meant


@pytest.mark.parametrize(
    ("site", "sign"),
    [("kqld.example", "KQLD"), ("wmkactionnews5.example", "WMK"), ("wednesday.example", None), ("ostra.example", None)],
)
def test_call_sign(site: str, sign: str | None) -> None:
    assert call_sign(site) == sign
