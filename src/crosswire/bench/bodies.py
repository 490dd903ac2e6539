"""Bodies of pages: with markup and flattened, beside an extractor and a rule of length."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from crosswire.bench.measure import Figure, f1, rows, scorer
from crosswire.bench.pages import flattened, kept_text, unseen
from crosswire.lexicons.load import load_lexicons

_BASELINE_WORDS = 16
_SPACE = re.compile(r"\s+")


def bodies(data: Path) -> Iterator[Figure]:
    """F1 of four-word shingles on article_bodies: with markup, and flattened to visible text."""
    pages = list(rows(data / "data/pages/article_bodies.jsonl.gz"))
    score = scorer(data, "score_bodies").score
    gold = {page["id"]: page["body"] for page in pages}
    load_lexicons()
    ours, seconds = _timed({p["id"]: p["html"] for p in pages}, lambda html: kept_text(html, markup=True))
    rival, rival_seconds = _timed({p["id"]: p["html"] for p in pages}, _trafilatura)
    note = f"{len(pages)} pages"
    yield Figure("clean.markup.f1", score(gold, ours)[2], "trafilatura, precision", score(gold, rival)[2], note=note)
    yield Figure(
        "clean.markup.pages_per_second",
        len(pages) / seconds,
        "trafilatura, precision",
        len(pages) / rival_seconds,
        "pages/s",
        note,
    )
    part = {name: body for name, body in gold.items() if unseen(name)}
    left_out = f"{len(part)} pages that training left out, and their sites"
    yield Figure(
        "clean.markup.unseen.f1", score(part, ours)[2], "trafilatura, precision", score(part, rival)[2], note=left_out
    )
    flat = {page["id"]: text for page in pages if (text := flattened(page["html"])) is not None}
    if not flat:
        return
    ours, seconds = _timed(flat, lambda text: kept_text(text, markup=False))
    lines = {name: _long_lines(text) for name, text in flat.items()}
    precision, recall, whole = score(gold, ours)
    base = score(gold, lines)
    rule = f"lines of {_BASELINE_WORDS} words and more"
    yield Figure("clean.plain.f1", whole, rule, base[2], note=f"{note}, flattened")
    yield Figure("clean.plain.precision", precision, rule, base[0], note=f"{note}, flattened")
    yield Figure("clean.plain.recall", recall, rule, base[1], note=f"{note}, flattened")
    part = {name: body for name, body in gold.items() if unseen(name)}
    kept, rule_kept = score(part, ours)[2], score(part, lines)[2]
    yield Figure("clean.plain.unseen.f1", kept, rule, rule_kept, note=f"{len(part)} pages that training left out")
    yield Figure("clean.plain.pages_per_second", len(flat) / seconds, unit="pages/s", note=f"{note}, flattened")


def _timed(pages: dict[str, str], read: Callable[[str], str]) -> tuple[dict[str, str], float]:
    start = time.process_time()
    found = {name: read(body) for name, body in pages.items()}
    return found, time.process_time() - start


def _trafilatura(html: str) -> str:
    """The rival at the setting that scored best of five on article_bodies (fast or not, tables or not, precision)."""
    import trafilatura

    return trafilatura.extract(html, favor_precision=True, include_comments=False) or ""


def _long_lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if len(line.split()) >= _BASELINE_WORDS)


def segments(data: Path) -> Iterator[Figure]:
    """F1 over segments that must be kept and must be gone."""
    counts, rival = [0, 0, 0], [0, 0, 0]
    pages = 0
    for page in rows(data / "data/pages/segments.jsonl.gz"):
        pages += 1
        _count(page, kept_text(page["html"], markup=True), counts)
        _count(page, _trafilatura(page["html"]), rival)
    yield Figure("clean.segments.f1", f1(*counts), "trafilatura, precision", f1(*rival), note=f"{pages} pages")


def _count(page: dict[str, Any], text: str, counts: list[int]) -> None:
    """Adds to true positives, false positives, false negatives: a kept segment is found as it stands, spaces aside."""
    known = _SPACE.sub(" ", text)
    for segment in page["with"]:
        counts[0 if _SPACE.sub(" ", segment).strip() in known else 2] += 1
    counts[1] += sum(_SPACE.sub(" ", segment).strip() in known for segment in page["without"])
