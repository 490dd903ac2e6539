"""Short forms of organisations, and states and towns that speak."""

from __future__ import annotations

import pytest

from told import speaker_in

SHORT = [
    ("The Tarn Workers' Federation (THF) met. THF said yes.", "THF", "Tarn Workers' Federation"),
    ("The Office for Port Safety, or OPS, met. OPS said yes.", "OPS", "Office for Port Safety"),
    ("The Tarn Port Authority met. TPA said yes.", "TPA", "Tarn Port Authority"),
    ("The Tarn Port Authority met. XPA said yes.", "XPA", "XPA"),
    ("Lund Shipping Co. sank. Lund said yes.", "Lund", "Lund Shipping Co."),
    ("The U.S. Harbour Court met. The Harbour Court said yes.", "The Harbour Court", "Harbour Court"),
    ("The Tarn Courier waited. The Courier said yes.", "The Courier", "Tarn Courier"),
    ("The White House waited. The House said yes.", "The House", "House"),
    (
        "The Department of Fisheries met. The Fisheries Department said yes.",
        "The Fisheries Department",
        "Fisheries Department",
    ),
    ("Oskar Lund sued. Nebraska said yes.", "Nebraska", "Nebraska"),
    ("Oskar Lund sued. Nebraska and Oklahoma said yes.", "Nebraska and Oklahoma", "Nebraska and Oklahoma"),
    (
        "Oskar Lund sued. The FBI and Harbour Department said yes.",
        "The FBI and Harbour Department",
        "FBI and Harbour Department",
    ),
]


@pytest.mark.parametrize(("text", "source", "expected"), SHORT)
def test_short_forms_of_organisations(text: str, source: str, expected: str) -> None:
    assert speaker_in(text, source, "yes") == expected


def test_an_acronym_is_known_from_another_report() -> None:
    assert speaker_in("TPA said yes.", "TPA", "yes", "The Tarn Port Authority met.") == "Tarn Port Authority"


def test_two_countries_courts_are_two() -> None:
    text = "The Varnian Harbour Court met. The French Harbour Court met. The German Harbour Court said yes."
    assert speaker_in(text, "The German Harbour Court", "yes", "The Harbour Court met.") == "German Harbour Court"
