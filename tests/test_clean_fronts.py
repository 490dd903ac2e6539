"""Furniture glued in front of a text."""

import pytest

from crosswire.clean.lines.fronts import without_fronts
from crosswire.clean.lines.lines import Line
from crosswire.clean.verdict import Verdict

TITLE = "Ferry runs aground off Ostra"
TEXT = "The ferry Ilsen ran aground off Ostra on Monday night with sixty people on board, the port said."
SHOT = "The ferry Ilsen lies on the rocks off Ostra."


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (f"{TITLE} Share Pin It {TEXT}", ["header", "sharing", "text"]),
        (f"{TITLE} Share Tweet More Galleries {SHOT} Related article » {TEXT}",
         ["header", "sharing", "player", "caption", "related", "text"]),
        (f"{TITLE} [ ] Hide Caption [ ] Show Caption {SHOT} News {TITLE} {TEXT}",
         ["header", "player", "caption", "other", "text"]),
        (f"What the night was like Tue 3 Mar 2026 09.37 CET Last modified on Tue 3 Mar 2026 12.39 CET {TEXT}",
         ["other", "date", "date", "text"]),
        (f"By noon on Tuesday, March 3, 2026 9:37 a.m. CET {TEXT}", ["text"]),
        (TEXT, ["text"]),
        ("The port said on Facebook and Twitter that the ferry would be towed away by the end of the week.", ["text"]),
        # Hardly anything follows: the marks stand at the line's end.
        (f"{TEXT} Share Tweet", ["text"]),
    ],
)  # fmt: skip
def test_without_fronts(line: str, pieces: list[str]) -> None:
    page = f"\n{line}"
    found = without_fronts((Verdict(Line(1, 1 + len(line), line), None, "reads as the report", odds=1.0),))
    assert ["header" if v.header else v.kind.value if v.kind else "text" for v in found] == pieces
    assert all(page[v.line.start : v.line.end] == v.line.words for v in found)
    assert found[-1].line.words == (TEXT if pieces != ["text"] else line)


def test_only_one_headline() -> None:
    line = f"{TITLE} Share Pin It {TEXT}"
    header = Verdict(Line(0, len(TITLE), TITLE), None, "headline", header=True)
    found = without_fronts((header, Verdict(Line(40, 40 + len(line), line), None, "reads as the report")))
    assert [v.header for v in found] == [True, False, False, False]
