"""Are reports of one event grouped, and only those? B-cubed and pairs on three sets; rival: TF-IDF over a threshold."""

from __future__ import annotations

import hashlib
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crosswire.bench.measure import Figure, rows, scorer
from crosswire.clean.page import clean_each
from crosswire.group.stories import group_reports
from crosswire.lexicons.load import load_lexicons
from crosswire.model.page import Page
from crosswire.model.report import Paragraph, Report
from crosswire.model.when import UNKNOWN, Basis, When

RIVAL = "TF-IDF cosine over the best threshold"
# Tokens of lines that give only a page's address or date ("Published : July 5 , 2012"): ECB+ has them on top of texts.
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*"
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
DATE_TOKEN = re.compile(
    rf"\W+|\d+\w*|{_MONTHS}|{_DAYS}|[ap]\.?m\.?|e[sd]?t|p[sd]t|gmt|bst|published|updated|last|posted|on|at|by",
    re.IGNORECASE,
)
HEAD_LINES = 2
MOSTLY_DATE = 0.6
# The address of an archived page before the page's own.
ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+/")
THRESHOLDS = tuple(n / 50 for n in range(3, 35))


@dataclass(frozen=True, slots=True)
class Sorted:
    """Reports with the story each is of; `tuning` are the ids a threshold may be chosen on, the rest are scored."""

    name: str
    reports: tuple[Report, ...]
    story: Mapping[str, str]
    tuning: frozenset[str]


def measure(data: Path) -> tuple[Figure, ...]:
    """B-cubed F1 and pairwise F1 on ECB+ dev, incident reports and triplets; seconds for the largest set."""
    b_cubed = scorer(data, "score_stories").score
    return tuple(figure for part in (ecb, incidents, triplets) for figure in _figures(part(data), b_cubed))


def _figures(part: Sorted, b_cubed: Callable[..., tuple[float, float, float]]) -> Iterable[Figure]:
    start = time.process_time()
    stories = group_reports(part.reports, lexicons=load_lexicons())
    seconds = time.process_time() - start
    ours = {report: story.id for story in stories for report in story.reports}
    gold = {report: story for report, story in part.story.items() if report not in part.tuning}
    rival = _rival(part, b_cubed)
    precision, recall, f1 = b_cubed(gold, ours)
    size = f"{len(gold)} reports, {len(set(gold.values()))} stories"
    note = f"{size}; precision {precision:.3f}, recall {recall:.3f}"
    yield Figure(f"stories.{part.name}.b3", f1, RIVAL, b_cubed(gold, rival)[2] if rival else None, note=note)
    precision, recall, f1 = pair_scores(gold, ours)
    note = f"{size}; precision {precision:.3f}, recall {recall:.3f}"
    yield Figure(f"stories.{part.name}.pairs", f1, RIVAL, pair_scores(gold, rival)[2] if rival else None, note=note)
    if part.name == "incidents":
        yield Figure(
            "stories.incidents.seconds",
            seconds,
            unit="s",
            note=f"{len(part.reports)} reports, processor time of one core",
        )


def ecb(data: Path) -> Sorted:
    """ECB+: every topic has two stories of the same kind of event; dev topics are scored, train topics tune."""
    kept = list(rows(data / "data/stories/ecbplus_train_dev.jsonl.gz"))
    return Sorted(
        "ecb",
        tuple(_report(row["doc"], "\n\n".join(_sentences(row)), None) for row in kept if row["split"] == "dev")
        + tuple(_report(row["doc"], "\n\n".join(_sentences(row)), None) for row in kept if row["split"] != "dev"),
        {row["doc"]: row["subtopic"] for row in kept},
        frozenset(row["doc"] for row in kept if row["split"] != "dev"),
    )


def incidents(data: Path) -> Sorted:
    """Local reports on shootings, most of them on different ones, cleaned: one half of the incidents is scored.

    Half of the raw texts carry their stations' furniture, by which reports of one station look alike. A page that
    cleaning finds no report on stands alone.
    """
    kept = list(rows(data / "data/stories/incident_reports.jsonl.gz"))
    pages: defaultdict[str, list[Page]] = defaultdict(list)
    for row in kept:
        url = ARCHIVE.sub("", row["uri"])
        page = Page(row["doc_id"], row["text"], False, url=url, title=row["title"], published_at=row["dct"])
        pages[urlsplit(url).hostname or ""].append(page)
    # The set sorts pages: of one that gives several reports the first stands for it.
    cleaned = (found[0] for house in sorted(pages) for found in clean_each(pages[house], lexicons=load_lexicons()))
    return Sorted(
        "incidents",
        tuple(found for found in cleaned if isinstance(found, Report)),
        {row["doc_id"]: row["incident"] for row in kept},
        frozenset(row["doc_id"] for row in kept if half(row["incident"]) == 0),
    )


def triplets(data: Path) -> Sorted:
    """Three papers on each of some fifty political events: one half of the events is scored."""
    kept = list(rows(data / "data/stories/triplets.jsonl.gz"))
    return Sorted(
        "triplets",
        tuple(_report(r["uuid"], _text(r), r["date"], r["title"]) for r in kept),
        {row["uuid"]: row["triplet-uuid"] for row in kept},
        frozenset(row["uuid"] for row in kept if half(row["triplet-uuid"]) == 0),
    )


def pair_scores(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs of reports that are put into one story."""
    right, wanted = _pairs(gold, gold), _pairs(gold, found)
    both = len(right & wanted)
    precision, recall = both / max(1, len(wanted)), both / max(1, len(right))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _pairs(ids: Iterable[str], story: Mapping[str, str]) -> set[tuple[str, str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for report in sorted(ids):
        if report in story:
            members[story[report]].append(report)
    return {(a, b) for group in members.values() for n, a in enumerate(group) for b in group[n + 1 :]}


def _rival(part: Sorted, b_cubed: Callable[..., tuple[float, float, float]]) -> dict[str, str]:
    """Reports joined wherever a TF-IDF cosine is over the threshold that was best on the tuning part."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ModuleNotFoundError:
        return {}
    texts = [f"{report.headline or ''}\n{report.text}" for report in part.reports]
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english", min_df=2).fit_transform(texts)
    close = (vectors @ vectors.T).tocoo()
    pairs = [
        (s, int(a), int(b)) for a, b, s in zip(close.row, close.col, close.data, strict=True) if a < b and s > 0.05
    ]
    tuned = {report: story for report, story in part.story.items() if report in part.tuning}
    ids = [report.id for report in part.reports]

    def joined(threshold: float) -> dict[str, str]:
        return _components(ids, [(a, b) for s, a, b in pairs if s >= threshold])

    return joined(max(THRESHOLDS, key=lambda threshold: b_cubed(tuned, joined(threshold))[2]))


def _components(ids: Sequence[str], pairs: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Each id with the first id of those it is joined to."""
    head = list(range(len(ids)))

    def top(n: int) -> int:
        while head[n] != n:
            head[n] = head[head[n]]
            n = head[n]
        return n

    for a, b in pairs:
        first, second = sorted((top(a), top(b)))
        head[second] = first
    return {report: ids[top(n)] for n, report in enumerate(ids)}


def _sentences(row: Mapping[str, Sequence[Mapping[str, Sequence[str]]]]) -> list[str]:
    """An ECB+ text's lines, addresses and dates on top left out: they give the topic away."""
    lines = [sentence["tokens"] for sentence in row["sentences"]]
    top = HEAD_LINES + 1 if str(row["doc"]).endswith("plus") else 0
    return [" ".join(tokens) for n, tokens in enumerate(lines) if n >= top or not _head(tokens)]


def _head(tokens: Sequence[str]) -> bool:
    if tokens[:1] in (["http"], ["https"]):
        return True
    return sum(bool(DATE_TOKEN.fullmatch(token)) for token in tokens) >= MOSTLY_DATE * len(tokens)


def _text(row: Mapping[str, Any]) -> str:
    """The paragraphs of a triplet's report, each a text or a list of sentences."""
    return "\n\n".join(p if isinstance(p, str) else " ".join(p) for p in row["body-paragraphs"])


def _report(name: str, text: str, date: str | None, headline: str | None = None) -> Report:
    when = When(date[:10], Basis.GIVEN) if date else UNKNOWN
    return Report(name, text, (Paragraph(0, len(text)),), headline=headline, published_at=when)


def half(key: str) -> int:
    return int(hashlib.sha256(str(key).encode()).hexdigest(), 16) % 2
