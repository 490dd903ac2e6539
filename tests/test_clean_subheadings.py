"""Subheadings, decided together."""

import pytest

from crosswire.clean.lines.kinds import LOUD_TEASER, Kind
from crosswire.clean.lines.subheadings import subheadings
from crosswire.model.report import FurnitureKind

TEXT = "The harbour of Ostra was closed at noon on Tuesday, the mayor told reporters."
STREAM = "{} shows the harbour of Ostra on its site all day long, it says."


@pytest.mark.parametrize(
    ("lines", "aside", "found"),
    [
        ((TEXT, "WHAT THE MAYOR WANTS", TEXT, "WHAT THE PORT WANTS", TEXT), {1}, {1}),
        ((TEXT, "- Storm damage -", TEXT, "- Ferries late -", TEXT), {3}, {3}),
        # Nothing of its form is kept, or less than is set aside.
        ((TEXT, "WHAT THE MAYOR WANTS", TEXT, TEXT), {1}, set()),
        ((TEXT, "Storm damage", TEXT, "Tom Hill", TEXT, "Edda Varga", TEXT), {3, 5}, set()),
        # No paragraph on both sides.
        ((TEXT, "BACK TO TOP NEWS", "MORE FROM OSTRA", TEXT, "WHAT THE PORT WANTS", TEXT), {1, 2}, set()),
        # Names of channels, each named by the paragraph below it.
        ((TEXT, "Linden TV", STREAM.format("Linden TV"), "YouTube", STREAM.format("YouTube"), "Ostra Radio",
          STREAM.format("Ostra Radio"), TEXT), {1, 3, 5}, {1, 3, 5}),
        ((TEXT, "YouTube", STREAM.format("YouTube"), TEXT), {1}, set()),
    ],
)  # fmt: skip
def test_subheadings(lines: tuple[str, ...], aside: set[int], found: set[int]) -> None:
    kept = [i not in aside for i in range(len(lines))]
    shown: list[Kind | None] = [(FurnitureKind.SHARING, "a network") if line == "YouTube" else None for line in lines]
    assert subheadings(lines, kept, {}, shown) == found


def test_long_subheading_in_capitals_is_no_teaser_beside_others() -> None:
    lines = (TEXT, "MAYOR WANTED TO CLOSE THE PORT", TEXT, "STORM DAMAGE", TEXT)
    assert subheadings(lines, [True] * 5, {1: LOUD_TEASER}, [None] * 5) == {1}
    assert subheadings(lines, [True] * 5, {1: (FurnitureKind.RELATED, "read more")}, [None] * 5) == set()
