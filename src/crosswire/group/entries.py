"""The entries of one live blog, put together: they tell one event as it goes on, and are grouped as one report is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crosswire.model.report import Flag, Report

# The first entry has its page's id, the others "<id>#2", "<id>#3" … (clean/page.py).
_NUMBERED = re.compile(r"(?P<page>.+)#\d+", re.DOTALL)


def by_page(reports: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """The reports, each by itself, but the entries of a live blog together; in the order of the first of each.

    Only of a live blog: a digest's reports tell of events that have nothing to do with each other. A live blog seen
    again is one with what it was before. Versions of a report are left out.
    """
    live = {report.id: report for report in reports if Flag.LIVE_BLOG in report.flags}
    pages: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.version_of is None:
            pages[_page_of(report, live)].append(report)
    return tuple(tuple(page) for page in pages.values())


def _page_of(report: Report, live: dict[str, Report]) -> str:
    """The id of the live blog's first entry, or the report's own."""
    numbered = _NUMBERED.fullmatch(report.id) if report.id in live else None
    first = live.get(numbered["page"]) if numbered else None
    if first is None or (first.url, first.file, first.publisher) != (report.url, report.file, report.publisher):
        return report.id
    latest = live.get(first.version_of) if first.version_of else None
    return _page_of(latest, live) if latest else first.id


def as_one(entries: Sequence[Report]) -> Report:
    """The entries as one report, for its terms alone: headlines and texts, datelines off, the first one's time."""
    if len(entries) == 1:
        return entries[0]
    texts = []
    for entry in entries:
        line = entry.dateline
        texts.append(entry.headline or "")
        texts.append(f"{entry.text[: line.start]}\n{entry.text[line.end :]}" if line else entry.text)
    return replace(entries[0], headline=None, text="\n\n".join(filter(None, texts)), paragraphs=(), dateline=None)
