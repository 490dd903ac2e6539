"""Lines that stand twice, one right below the other."""

import pytest

from crosswire.clean.lines.doubled import doubled_lines

A = "The harbour of Ostra was closed at noon on Tuesday, and ferries to Linden stayed in port until the evening."
B = "Edda Varga, the mayor, said that the storm had torn the roof off the fish market and two schools nearby."
C = "Nobody was hurt, the police said, although a lorry was blown off the bridge over the Ilsen during the night."
SHOT = "Waves break over the pier of Ostra."
QUOTE = "“We have never seen such waves,” Varga said."


@pytest.mark.parametrize(
    ("lines", "opening", "gone"),
    [
        ((A, SHOT, SHOT, B, C), None, {1, 2}),
        ((A, SHOT, B, SHOT, C), None, set()),  # at a distance: a pull quote, one copy stays
        ((A, QUOTE, QUOTE, B, C), None, set()),  # a quotation and its pull quote
        ((A, A, B, C), None, set()),  # a standfirst and the first line
        ((SHOT, SHOT, QUOTE, QUOTE, A, B, C), None, {0, 1, 2, 3}),
        ((SHOT, SHOT, A, A, B, C), 2, set()),  # the pair with the dateline is the text, and another at the top alone
        ((A, "Pos\tPlayer\tPlays\tPoints\tStats", "Pos\tPlayer\tPlays\tPoints\tStats", B, C), None, set()),
        ((A, "Yes, of course.", "Yes, of course.", B, C), None, set()),
    ],
)
def test_doubled_lines(lines: tuple[str, ...], opening: int | None, gone: set[int]) -> None:
    assert set(doubled_lines(lines, range(len(lines)), opening)) == gone


def test_doubled_title_is_a_teaser() -> None:
    kinds = doubled_lines((A, "Ferry aground off Ostra", "Ferry aground off Ostra", B), range(4), None)
    assert {kind.value for kind, _ in kinds.values()} == {"related"}
