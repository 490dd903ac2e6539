"""The killed, injured and shot that a headline tells of."""

from __future__ import annotations

import pytest

from crosswire.annotate.headline_casualties import headline_casualties
from crosswire.model.report import Report
from parsed import lexicons

Row = list[tuple[str, float | None, float | None, str]]

HEADLINES: list[tuple[str, Row]] = [
    ("Two dead, three hurt in Ostra tram crash", [("killed", 2, 2, "Two"), ("injured", 3, 3, "three")]),
    ("Storm kills 4, injures more than 20", [("killed", 4, 4, "4"), ("injured", 20, None, "more than 20")]),
    ("At least 12 killed as ferry sinks off Tarn", [("killed", 12, None, "At least 12")]),
    ("Third victim dies after tram crash", [("killed", 3, 3, "Third victim")]),
    ("Man, 34, and boy killed in Linden fire", [("killed", 2, 2, "Man, 34, and boy")]),
    ("2 adults, 2 children found dead in Linden", [("killed", 4, 4, "2 adults, 2 children")]),
    ("Triple shooting in Linden", [("shot", 3, 3, "Triple shooting")]),
    ("2-year-old boy hurt in fall", [("injured", 1, 1, "2-year-old boy")]),
    ("Woman shot in foot in Ostra", [("shot", 1, 1, "Woman")]),
    ("Shot kills man, grazes child in Linden", [("killed", 1, 1, "man"), ("injured", 1, 1, "child")]),
    ("Two girls hurt in 24-hour span in Tarn", [("injured", 2, 2, "Two girls")]),
    ("Shooting victim in hospital 3 months later", [("injured", 1, 1, "victim")]),
    ("Four hurt in 2 Linden shootings", [("injured", 4, 4, "Four")]),
    ("Man claims self-defence after shooting two men", [("shot", 2, 2, "two men")]),
    ("Ferry fire claims 3 lives", [("killed", 3, 3, "3 lives")]),
    ("Ferry fire claims the lives of 3 boys", [("killed", 3, 3, "3 boys")]),
    ("Police charge man in death of 9-year-old", [("killed", 1, 1, "9-year-old")]),
]


@pytest.mark.parametrize(("headline", "row"), HEADLINES)
def test_told(headline: str, row: Row) -> None:
    report = Report("r", "Text.", (), headline=headline)
    found = headline_casualties(report, lexicons=lexicons())
    assert [(c.what, c.low, c.high, c.words) for c in found] == row
    assert all(headline[c.start : c.end] == c.words and c.sentence is None for c in found)


@pytest.mark.parametrize(
    "headline",
    [
        "Harlo names 3 ministers",
        "Ostra opens 2 tram lines",
        "Linden 19th in survey",
        "",
        "Robbery in Tarn",
        "Teen nearly killed in Tarn",
    ],
)
def test_nothing_told(headline: str) -> None:
    assert not headline_casualties(Report("r", "Text.", (), headline=headline), lexicons=lexicons())
