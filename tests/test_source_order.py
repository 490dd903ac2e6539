"""In which order reports are looked at as sources."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from crosswire.model.relation import OriginKind
from crosswire.model.report import Paragraph, Report
from crosswire.relate.origins.houses import Claim, House
from crosswire.relate.origins.source_order import sources_first

WIRE = House("Reuters", OriginKind.AGENCY)
PAPERS = [House(name, OriginKind.PUBLISHER) for name in ("Dorn Echo", "Coast Daily", "Isle News")]


def ordered(rows: Mapping[str, tuple[House, House | None]], known: tuple[tuple[str, str], ...] = ()) -> str:
    """The reports (id: publisher and the house that it credits), in order of time, by their ids."""
    reports = [Report(id, "x", (Paragraph(0, 1),)) for id in rows]
    said = {id: (Claim(credit, credit.name, "credit"),) if credit else () for id, (_, credit) in rows.items()}
    publishers = {id: publisher for id, (publisher, _) in rows.items()}
    return "".join(report.id for report in sources_first(reports, said, publishers, known))


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        # nothing said: by time
        ({"a": (PAPERS[0], None), "b": (PAPERS[1], None)}, "ab"),
        # an agency's before what says whose it is before the rest
        ({"a": (PAPERS[0], None), "b": (PAPERS[1], PAPERS[2]), "c": (PAPERS[0], WIRE)}, "cba"),
        # the house's own page before what credits it, and the agency's own before its prints
        ({"a": (PAPERS[0], PAPERS[1]), "b": (PAPERS[1], None)}, "ba"),
        ({"a": (PAPERS[0], WIRE), "b": (WIRE, WIRE)}, "ba"),
        # a page of the house that itself prints an agency's text
        ({"a": (PAPERS[0], PAPERS[1]), "b": (PAPERS[1], WIRE), "c": (WIRE, WIRE)}, "cba"),
        # each credits the next in a ring: as if nobody did
        ({"a": (PAPERS[0], PAPERS[1]), "b": (PAPERS[1], PAPERS[2]), "c": (PAPERS[2], PAPERS[0])}, "acb"),
    ],
)
def test_order(rows: dict[str, tuple[House, House | None]], order: str) -> None:
    assert ordered(rows) == order


def test_what_is_known_of_a_pair_goes_before_time() -> None:
    rows = dict.fromkeys("abcd", (PAPERS[0], None))
    assert ordered(rows, (("d", "a"), ("c", "d"))) == "bcda"


def test_every_report_is_there_once_whatever_is_said() -> None:
    for houses in itertools.product((None, *PAPERS), repeat=3):
        rows = {id: (PAPERS[n], house) for n, (id, house) in enumerate(zip("abc", houses, strict=True))}
        assert sorted(ordered(rows, (("a", "b"), ("b", "a")))) == ["a", "b", "c"]
