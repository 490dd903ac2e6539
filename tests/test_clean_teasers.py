"""Links to other reports between a text's paragraphs."""

import pytest

from crosswire.clean.lines.teasers import inline_teasers

TEXT = "The harbour of Ostra was closed at noon on Tuesday, the mayor told reporters there."


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ((TEXT, "Related", "Will the ferry ever sail from Ostra again?", TEXT), {2}),
        ((TEXT, "Related article", "Ferry aground off Linden", TEXT), {2}),
        ((TEXT, "Related", TEXT, TEXT), set()),
        ((TEXT, "Read more", "“We saw it sink”", TEXT), set()),
        ((TEXT, "READ: Why the ferry ran aground.", TEXT), {1}),
        ((TEXT, "Also read: Harbour master steps down", TEXT), {1}),
        ((TEXT, "Read the letter aloud, she said.", TEXT), set()),
        ((TEXT, "PREVIOUS STORY: The ferry is late.", TEXT), set()),
        ((*[TEXT] * 4, "Why Ostra Closed Its Harbour Before the Storm Came", *[TEXT] * 4), {4}),
        # A subheading, an item of a list, a sentence's case, and the text's own form.
        ((*[TEXT] * 4, "Why Ostra Closed", *[TEXT] * 4), set()),
        ((*[TEXT] * 4, "• Why Ostra Closed Its Harbour Before the Storm Came", *[TEXT] * 4), set()),
        ((*[TEXT] * 4, "3. Why Ostra Closed Its Harbour Before the Storm Came", *[TEXT] * 4), set()),
        ((*[TEXT] * 4, "Why the town closed its harbour before any storm came", *[TEXT] * 4), set()),
        ((TEXT, "Why Ostra Closed Its Harbour Before the Storm Came", TEXT), set()),
    ],
)
def test_inline_teasers(lines: tuple[str, ...], gone: set[int]) -> None:
    page = (*lines, "Menu", "Share")
    assert set(inline_teasers(page, range(len(lines)))) == gone


def test_text_that_stands_alone_has_no_links() -> None:
    lines = (*[TEXT] * 4, "Why Ostra Closed Its Harbour Before the Storm Came", *[TEXT] * 4)
    assert not inline_teasers(lines, range(len(lines)))
