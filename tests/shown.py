"""What a page shows: the text that positions of furniture and paragraphs count in."""

from __future__ import annotations

from crosswire.clean.blocks.markup import read_markup
from crosswire.clean.page import readable
from crosswire.model.page import Page


def visible_text(page: Page) -> str:
    """Of markup what it shows, of text the text itself."""
    return read_markup(readable(page)).visible if page.markup else readable(page)
