"""Evaluation pages as crosswire cleans them: with markup, flattened to what they show, one by one."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from crosswire.bench.measure import rows
from crosswire.clean.page import clean_page, clean_pages
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report


def unseen(page: str) -> bool:
    """True for the quarter of article_bodies (by the first sign of the id) that no weights were trained on."""
    return page[:1] in "0123"


def cleaned(body: str, *, markup: bool, title: str | None = None) -> Report | None:
    """The report of a page given as text or markup alone; None where none is found."""
    result = clean_page(Page("page", body, markup, title=title), lexicons=load_lexicons())
    return result if isinstance(result, Report) else None


def all_cleaned(body: str, *, markup: bool, title: str | None = None) -> tuple[Report, ...]:
    """The page's reports, one or several; none where none is found."""
    found = clean_pages((Page("page", body, markup, title=title),), lexicons=load_lexicons())
    return tuple(report for report in found if isinstance(report, Report))


def kept_text(body: str, *, markup: bool) -> str:
    """All that is kept of a page: of one with several reports the text of each."""
    return "\n\n".join(report.text for report in all_cleaned(body, markup=markup))


def flattened(html: str) -> str | None:
    """The page's visible text, furniture and all; None where resiliparse is not installed."""
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError:
        return None
    text: str = extract_plain_text(HTMLTree.parse(html), main_content=False)
    return text


def one_day(data: Path, *, fewest: int = 0) -> list[Report]:
    """The reports of `fewest` words on the pages of one day, each publisher's pages cleaned together."""
    pages: defaultdict[str, list[Page]] = defaultdict(list)
    for row in rows(data / "data/stories/one_event_pages.jsonl.gz"):
        house = row["publisher"]
        pages[house].append(Page(row["id"], row["text"], False, publisher=house, published_at=row["scrape_time"]))
    found = (report for house in sorted(pages) for report in clean_pages(pages[house], lexicons=load_lexicons()))
    return [report for report in found if isinstance(report, Report) and len(report.text.split()) >= fewest]
