"""What cleaning does to plain pages seen together, and to text that is clean already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from crosswire.bench.measure import Figure, rows, scorer
from crosswire.bench.pages import flattened
from crosswire.clean.page import clean_each
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Report


def together(data: Path) -> Iterator[Figure]:
    """F1 on the flattened pages of sites that have several, each site's pages cleaned together and one by one."""
    sites: dict[str, list[Page]] = defaultdict(list)
    gold: dict[str, str] = {}
    for row in rows(data / "data/pages/article_bodies.jsonl.gz"):
        text, url = flattened(row["html"]), row.get("url") or ""
        if text is None:
            return
        gold[row["id"]] = row["body"]
        page = Page(row["id"], text, False, url=url if "//" in url else f"//{url}")
        sites[urlsplit(page.url or "").netloc].append(page)
    several = [pages for site, pages in sorted(sites.items()) if site and len(pages) > 1]
    known = {page.id: gold[page.id] for pages in several for page in pages}
    score = scorer(data, "score_bodies").score
    ours = dict(item for pages in several for item in _texts(pages))
    alone = dict(item for pages in several for page in pages for item in _texts((page,)))
    note = f"{len(known)} pages of {len(several)} sites, flattened"
    yield Figure("clean.together.f1", score(known, ours)[2], "each page alone", score(known, alone)[2], note=note)


def kept_clean(data: Path) -> Iterator[Figure]:
    """The share of the words kept of texts that are clean already: reports of two corpora, and marked bodies."""
    for name, texts in (
        ("reports", [row["text"] for part in ("train", "dev") for row in rows(data / f"data/polnear/{part}.jsonl.gz")]),
        ("bodies", [row["body"] for row in rows(data / "data/pages/article_bodies.jsonl.gz")]),
    ):
        pages = [Page(f"p{number}", text, False) for number, text in enumerate(texts)]
        kept = {page.id: words for page in pages for words in (_words(page),)}
        total = sum(len(text.split()) for text in texts)
        note = f"{len(texts)} texts, {total} words; baseline: keep all"
        yield Figure(f"clean.kept_clean.{name}", sum(kept.values()) / max(total, 1), "keep all", 1.0, note=note)


def _words(page: Page) -> int:
    """How many words of the page its reports and their headlines hold."""
    found = clean_each((page,), lexicons=load_lexicons())[0]
    text = sum(len(report.text.split()) for report in found if isinstance(report, Report))
    first = found[0]
    head = first.headline if isinstance(first, Report) and first.headline and first.headline in page.body[:400] else ""
    return min(text + len(head.split()), len(page.body.split()))


def _texts(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The id and the whole text of every page's reports."""
    own = tuple(pages)
    for page, found in zip(own, clean_each(own, lexicons=load_lexicons()), strict=True):
        yield page.id, "\n\n".join(report.text for report in found if isinstance(report, Report))
