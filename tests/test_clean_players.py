"""What video players put into a page."""

import pytest

from crosswire.clean.lines.players import player_lines
from crosswire.lexicons.load import load_lexicons

TEXT = "The harbour of Ostra was closed at noon on Tuesday, the mayor told reporters there."
BLURB = "Ferries to Linden were cancelled. Here is what travellers should know."


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ((TEXT, "Recommended Video:", "Now Playing:", BLURB, "Media: Linden TV", TEXT), {2, 3}),
        # No closing mark: the next lines may be the text.
        ((TEXT, "Now playing", BLURB, TEXT, TEXT), set()),
        (("1:15 Ferry leaves Ostra", "0:42 Mayor speaks on bridge", "12:05 “Nobody told us”", TEXT), {0, 1, 2}),
        (("1:15 p.m. The ferry left Ostra", "2:20 p.m. It was seen off Linden", "3:00 PM It sank"), set()),
        (("1:15 Ferry leaves Ostra", TEXT, "0:42 Mayor speaks", TEXT, "2:00 Storm over Ilsen"), set()),
        ((TEXT, "Mayor says she will stay away", "Mar.03.202602:19", TEXT), {1}),
        ((TEXT, "Mayor says she will stay away", "02:19", TEXT), {1}),
        # Entries of a live blog have a title and a time too.
        ((TEXT, "Ferry in sight", "02:19", TEXT, "Ferry lands", "02:48", TEXT, "All safe", "03:15", TEXT), set()),
        ((TEXT, "JUST WATCHED Ferry leaves Replay More Videos ... MUST WATCH Ferry leaves 01:17", TEXT), {1}),
    ],
)
def test_player_lines(lines: tuple[str, ...], gone: set[int]) -> None:
    assert set(player_lines(lines, load_lexicons().media_words.players)) == gone
