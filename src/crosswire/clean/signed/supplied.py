"""Who supplied a text, as the container says in which its page came: a feed's entry, a newswire's item, a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.clean.header.bylines import houses_of_byline
from crosswire.clean.signed.named import house_at, houses_in, of_host
from crosswire.clean.signed.notices import is_helper
from crosswire.lexicons.load import Lexicons
from crosswire.lexicons.notices import UNNAMED
from crosswire.model.page import Page
from crosswire.model.report import Credit, CreditKind, CreditPlace

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}")
_PARTS = re.compile(r"\s*[/;|+]\s*|\s+(?:and|und|et|y)\s+")


def supplied_by(page: Page, lexicons: Lexicons) -> tuple[Credit, ...]:
    """The credits of the page's container: its credit line, else the houses among its authors ("Ana Ruiz, AP").

    "dpa/AFP" names two; a name that no lexicon has stays as it is. "Agencies" names one without its name.
    """
    if page.credit:
        return tuple(_of_line(page.credit, lexicons))
    return tuple(_of_authors(", ".join(page.authors), lexicons))


def _of_line(line: str, lexicons: Lexicons) -> Iterator[Credit]:
    helped = lexicons.agencies.credits.notices.names_no_agency(line)
    if helped is not None:
        yield Credit(UNNAMED, CreditKind.TEXT, line, CreditPlace.CONTAINER, helped)
        return
    if _HOST.fullmatch(line) and of_host(line, lexicons) is None:
        return  # a platform or a library: nobody's words
    known = lexicons.agencies.find(line) or lexicons.outlets.find(line)
    names = (known.name,) if known else _several(line, lexicons) or tuple(n for n, _, _ in houses_in(line, lexicons))
    for name in dict.fromkeys(names or (line,)):
        yield Credit(name, CreditKind.TEXT, line, CreditPlace.CONTAINER, is_helper(name, line, lexicons))


def _several(line: str, lexicons: Lexicons) -> tuple[str, ...]:
    """The houses of a line that is nothing but known names with marks between them: "dpa/AFP"."""
    found = [house_at(part, lexicons, known=True) for part in _PARTS.split(line)]
    return tuple(name for name in found if name) if all(found) else ()


def _of_authors(authors: str, lexicons: Lexicons) -> Iterator[Credit]:
    if not authors:
        return
    helped = lexicons.agencies.credits.notices.names_no_agency(authors)
    if helped is not None:
        yield Credit(UNNAMED, CreditKind.TEXT, authors, CreditPlace.CONTAINER, helped)
    for name in houses_of_byline(authors, lexicons.agencies):
        yield Credit(name, CreditKind.TEXT, authors, CreditPlace.CONTAINER)
