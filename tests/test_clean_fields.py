"""Fields of notices between two paragraphs."""

import pytest

from crosswire.clean.lines.fields import field_lines
from crosswire.clean.lines.kinds import Kind
from crosswire.model.report import FurnitureKind

TEXT = "The police of Ostra are looking for a woman who left the harbour on Tuesday."
FIELDS = ("EDDA VARGA", "03/03/1991", "Brown Eyes / Black Hair", "Warrant #: 17021", "Bond: $1,000")


@pytest.mark.parametrize(
    ("lines", "aside", "found"),
    [
        ((TEXT, *FIELDS, TEXT), {1, 2, 3, 4}, {1, 2, 3, 4, 5}),
        ((TEXT, *FIELDS, TEXT), {1, 2, 3, 4, 5}, set()),  # nothing of it is kept
        ((TEXT, *FIELDS), {1, 2, 3, 4}, set()),  # behind the text
        ((TEXT, "Share", *FIELDS, TEXT), {1, 2, 3, 4}, set()),
        ((TEXT, "EDDA VARGA", "Brown Eyes / Black Hair", "Bond: $1,000", TEXT), {1, 2}, set()),  # one label
    ],
)
def test_field_lines(lines: tuple[str, ...], aside: set[int], found: set[int]) -> None:
    shown: list[Kind | None] = [(FurnitureKind.SHARING, "stock") if line == "Share" else None for line in lines]
    assert field_lines(lines, [i not in aside for i in range(len(lines))], shown) == found
