"""Every line of a page with its fate and the reason, as a listing for a person and as rows for a program.

A row can be corrected by hand and handed to `training/furniture.py --rows`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from crosswire.clean.verdict import Explained, Verdict
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.model.when import When
from crosswire.run.listing import header_lines
from crosswire.write.plain import one_line

_WIDTH = 72
_KEPT, _DROPPED, _HEADLINE = "+", "-", "="


def explained_lines(explained: Explained) -> Iterator[str]:
    """The page's reports by their headers or its issue, then each line: number, fate, odds, words, reason.

    `+` is kept as the report's text, `-` is furniture, `=` is the headline. The odds are log odds: above zero the line
    reads as a report's by itself; the reason names the rule where one decided otherwise.
    """
    for item in explained.found:
        if isinstance(item, Report):
            yield from header_lines(item, published=_clock(item.published_at))
            yield f"  updated: {_clock(item.updated_at)}"
        else:
            yield one_line(item.message)
    for number, verdict in enumerate(explained.verdicts, 1):
        odds = "" if verdict.odds is None else f"{verdict.odds:+.1f}"
        words = _short(verdict.line.words)
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


def _clock(when: When) -> str:
    reason = f", {one_line(when.why)}" if when.why else ""
    return f"{when.value or 'not known'} ({when.basis.value}{reason})"


def _mark(verdict: Verdict) -> str:
    return _HEADLINE if verdict.header else _KEPT if verdict.kept else _DROPPED


def _name(verdict: Verdict) -> str:
    return "headline" if verdict.header else verdict.kind.value if verdict.kind else "text"


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"
