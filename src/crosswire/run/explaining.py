"""Every line of a page with its fate and the reason, as a listing for a person and as rows for a program.

A row can be corrected by hand and handed to `training/furniture.py --rows`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from crosswire.clean.verdict import Explained, Verdict
from crosswire.model.page import Page
from crosswire.model.report import FurnitureKind, Report
from crosswire.model.when import When
from crosswire.run.listing import header_lines, short
from crosswire.write.plain import one_line

_WIDTH = 72
_UNDATED = "no date is given, in the metadata, in the address or on a line beside the headline"
_NO_HEADLINE = "none is given or in the metadata, and no line above the text reads as one"
_NO_WRITER = "none is given or in the metadata, and no line beside the text names one"
_NO_PUBLISHER = "none is given or in the metadata, and no address or line of the page names one"
_KEPT, _DROPPED, _HEADLINE = "+", "-", "="


def explained_lines(explained: Explained) -> Iterator[str]:
    """The page's reports by their headers or its issue, then each line: number, fate, odds, words, reason.

    `+` is kept as the report's text, `-` is furniture, `=` is the headline. The odds are log odds: above zero the line
    reads as a report's by itself; the reason names the rule where one decided otherwise.
    """
    for item in explained.found:
        if isinstance(item, Report):
            yield from header_lines(item, published=_clock(item.published_at, _UNDATED))
            yield f"  updated: {_clock(item.updated_at)}"
            yield from _missing(item)
        else:
            yield one_line(item.message)
    for number, verdict in enumerate(explained.verdicts, 1):
        odds = "" if verdict.odds is None else f"{verdict.odds:+.1f}"
        words = short(verdict.line.words, _WIDTH)
        yield f"{number:>5} {_mark(verdict)} {_name(verdict):<10} {odds:>6}  {words:<{_WIDTH}}  {verdict.why}".rstrip()
    yield ""


def explained_rows(page: Page, explained: Explained) -> Iterator[str]:
    """One line of JSON for each line of the page, in page order; `start` and `end` count in its visible text."""
    for number, verdict in enumerate(explained.verdicts, 1):
        row = {
            "page": page.id,
            "file": page.file,
            "line": number,
            "start": verdict.line.start,
            "end": verdict.line.end,
            "words": verdict.line.words,
            "kept": verdict.kept,
            "kind": _name(verdict),
            "why": verdict.why,
            "odds": None if verdict.odds is None else round(verdict.odds, 3),
        }
        yield json.dumps(row, ensure_ascii=False)


def _missing(report: Report) -> Iterator[str]:
    """Why the report has no headline, writer or publisher, a line for each."""
    if not report.headline:
        yield f"  headline: not known ({_NO_HEADLINE})"
    if not report.bylines:
        house = next((f.words for f in report.furniture if f.kind is FurnitureKind.BYLINE), None)
        yield f"  by: not known ({f'“{short(house, _WIDTH)}” names no person' if house else _NO_WRITER})"
    if not report.publisher:
        yield f"  publisher: not known ({_NO_PUBLISHER})"


def _clock(when: When, missing: str = "") -> str:
    why = when.why or ("" if when.value else missing)
    reason = f", {one_line(why)}" if why else ""
    return f"{when.value or 'not known'} ({when.basis.value}{reason})"


def _mark(verdict: Verdict) -> str:
    return _HEADLINE if verdict.header else _KEPT if verdict.kept else _DROPPED


def _name(verdict: Verdict) -> str:
    return "headline" if verdict.header else verdict.kind.value if verdict.kind else "text"
