"""What a file of some content gives, for the tests of formats that hold reports."""

from __future__ import annotations

import io
import json

from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.read.paths import STDIN, read_pages


def found_in(content: str | bytes | object) -> list[Page | Issue]:
    """The pages and issues of a text, of bytes, or of anything else as JSON, read from the standard input."""
    if not isinstance(content, (str, bytes)):
        content = json.dumps(content)
    return list(read_pages([STDIN], stdin=io.BytesIO(content.encode() if isinstance(content, str) else content)))


def pages_in(content: str | bytes | object) -> list[Page]:
    """The pages alone."""
    return [item for item in found_in(content) if isinstance(item, Page)]


def page_in(content: str | bytes | object) -> Page:
    """The one page that it gives."""
    (page,) = pages_in(content)
    return page


def issues_in(content: str | bytes | object) -> list[Issue]:
    """The issues alone."""
    return [item for item in found_in(content) if isinstance(item, Issue)]


def codes_in(content: str | bytes | object) -> list[str]:
    """The codes of the issues."""
    return [issue.code for issue in issues_in(content)]
