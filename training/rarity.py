"""Writes lexicons/data/rarity.toml: in what share of news reports a word occurs, counted over the evaluation data.

    python training/rarity.py ../shared

Counts are facts about words; no sentence and no order of words is kept. A word is listed when at least MIN_REPORTS
reports of at least MIN_SOURCES collections have it, so that the names of one collection's stories stay unlisted and
count as rare. From reports on crimes, names are not counted at all: their victims are real. Reports that the
measures are tested on (ECB+ dev, the held half of the incidents, PolNeAR dev) are not counted.
"""

from __future__ import annotations

import hashlib
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from crosswire.bench.measure import rows
from crosswire.group.terms import names_among, words_of

MIN_REPORTS, MIN_SOURCES = 3, 2
MAX_PER_SOURCE = 500
TARGET = Path(__file__).parents[1] / "src" / "crosswire" / "lexicons" / "data" / "rarity.toml"


def collections(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Every collection's name and texts."""
    yield "political reports", [r["text"] for r in rows(data / "polnear/train.jsonl.gz")]
    yield "article bodies", [r["body"] for r in rows(data / "pages/article_bodies.jsonl.gz")]
    yield "newspaper reports 1989-1998", [r["text"] for r in rows(data / "times/timebank_aquaint.jsonl.gz")]
    yield "triplets", [_triplet(r) for r in rows(data / "stories/triplets.jsonl.gz")]
    ecb = rows(data / "stories/ecbplus_train_dev.jsonl.gz")
    yield "short reports", [_tokens(r) for r in ecb if r["split"] == "train"]
    yield "pages of one day", [r["text"] for r in rows(data / "stories/one_event_pages.jsonl.gz")][::10]
    incidents = rows(data / "stories/incident_reports.jsonl.gz")
    yield "crime reports", [r["text"] for r in incidents if _part(r["incident"]) == 0 and _part(r["doc_id"]) == 0]


def _triplet(row: dict[str, object]) -> str:
    paragraphs = row["body-paragraphs"]
    assert isinstance(paragraphs, list)
    return "\n\n".join(" ".join(p) if isinstance(p, list) else str(p) for p in paragraphs)


def _tokens(row: dict[str, list[dict[str, list[str]]]]) -> str:
    return "\n".join(" ".join(s["tokens"]) for s in row["sentences"])


def _part(key: str) -> int:
    return int(hashlib.sha256(str(key).encode()).hexdigest(), 16) % 2


def main(data: Path) -> None:
    """Counts, and writes one line of words per half power of two of the share."""
    reports = 0
    count: Counter[str] = Counter()
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for source, texts in collections(data):
        texts = texts[:MAX_PER_SOURCE]
        reports += len(texts)
        for text in texts:
            found = set(words_of(text))
            if source == "crime reports":
                found -= names_among(text)
            count.update(found)
            for word in found:
                sources[word].add(source)
    bands: defaultdict[int, list[str]] = defaultdict(list)
    for word, n in count.items():
        if n >= MIN_REPORTS and len(sources[word]) >= MIN_SOURCES:
            bands[round(-2 * math.log2(n / reports))].append(word)
    lines = [HEADER.format(reports=reports)]
    for band in sorted(bands):
        lines += [f"[[band]]\nshare = {2 ** (-band / 2):.6f}", f'words = "{" ".join(sorted(bands[band]))}"\n']
    TARGET.write_text("\n".join(lines), "utf-8")
    print(f"{reports} reports, {sum(map(len, bands.values()))} words, {TARGET.stat().st_size} bytes")


HEADER = """\
# In what share of news reports a word occurs (English, 1989 to 2018), to half a power of two.
# Dated: 2026-11-21. Made by training/rarity.py: counted over {reports} reports of seven collections (political reports,
# article bodies, newspaper reports of the 1990s, reports on one event by several papers, short reports, pages of one
# day, crime reports). Counts only; words in fewer than three reports, or in one collection only, are
# left out and count as rarer than any listed. Words are lower case, possessive and plural endings off.
# Example: "said" stands in most reports, "ceasefire" in about one of a hundred.
reports = {reports}
"""

if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared") / "data")
