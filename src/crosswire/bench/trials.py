"""How well and how fast a finder of copies does on planted ones, as the reports it knows grow."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.bench.made_news import DAY, MadeNews
from crosswire.bench.near_duplicates import Finder, Ours, resident
from crosswire.bench.planted import Planted, passage_copy, whole_copy
from crosswire.lexicons.load import Lexicons
from crosswire.model.report import Paragraph, Report
from crosswire.relate.copies.own_words import Vocabulary
from crosswire.relate.copies.reworded import copy_from
from crosswire.relate.copies.shared_rows import with_what_others_quote

# Planted copies of each kind, and of how many all candidates are compared word by word.
PLANTED, COMPARED = 200, 60
# A look-up is timed so many times, and the best counts: what else the machine does is no cost of it.
TIMES = 5
# A day that is not among the reports that are known.
NEW_DAY = 1_000_000
# A report from beginning to end; a passage in another report; a report that holds no copy.
WHOLE, PASSAGE, NEW = "whole", "passage", "new"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a finder made of planted copies: the part found; candidates, milliseconds and, of ours, rows of the index
    that were read, a report."""

    found: float
    candidates: float
    milliseconds: float
    rows: float = 0.0


@dataclass(frozen=True, slots=True)
class Compared:
    """What word by word comparing made of candidates: the part of the planted copies found; pairs that share words
    though nothing was planted between them, a report; pairs a second."""

    found: float
    others: float
    pairs_per_second: float


@dataclass(frozen=True, slots=True)
class Trial:
    """A finder's figures at one size: by kind of copy; milliseconds to take in a report; memory where it is known."""

    name: str
    size: int
    outcomes: Mapping[str, Outcome]
    add_milliseconds: float
    megabytes: float | None
    shingles_per_second: float


@dataclass(frozen=True, slots=True)
class Planting:
    """Copies planted of a collection: `text` of a report's number, and whether the report of a number is `right` for a
    planted one, because it holds the words that were copied."""

    queries: Mapping[str, Sequence[Planted]]
    text: Callable[[int], str]
    right: Callable[[Planted, int], bool]


def planting(news: MadeNews, size: int, seed: int = 1) -> Planting:
    """Copies of reports among the first `size`, in reports of a later day, and that day's own as they are."""
    rng = np.random.default_rng([size, seed])
    new = [report.text for report in news.day(NEW_DAY + seed)]
    queries: dict[str, list[Planted]] = {WHOLE: [], PASSAGE: [], NEW: []}
    sources = sorted(rng.choice(size, PLANTED, replace=False).tolist())
    for n, source in enumerate(sources):
        body = news.day(source // DAY)[source % DAY].body
        words = news.words(rng, 400)
        queries[WHOLE].append(whole_copy(source, body, rng, words))
        passage = passage_copy(source, body, new[n], rng, words)
        queries[PASSAGE] += [passage] if passage else []
    queries[NEW] = [Planted(text, None, "") for text in new[PLANTED : 2 * PLANTED]]
    roots = {day: [report.root for report in news.day(day)] for day in {source // DAY for source in sources}}

    def right(query: Planted, number: int) -> bool:
        """Only reports of one day have words of the same report."""
        if query.source is None or number // DAY != query.source // DAY:
            return False
        own = roots[number // DAY]
        return own[number % DAY] == own[query.source % DAY]

    return Planting(queries, lambda number: news.day(number // DAY)[number % DAY].text, right)


def grown(finder: Finder, news: MadeNews, sizes: Sequence[int], planted: Planting) -> list[Trial]:
    """The finder's figures at each size, given one report after the other."""
    trials: list[Trial] = []
    spent, before = 0.0, resident()
    for day in range(sizes[-1] // DAY):
        reports = news.day(day)
        start = time.process_time()
        for report in reports:
            finder.add(report.number, report.text)
        spent += time.process_time() - start
        size = (day + 1) * DAY
        if size in sizes:
            after = resident()
            taken = after - before if after is not None and before is not None else None
            outcomes = {kind: looked_up(finder, planted, kind) for kind in planted.queries}
            trials.append(Trial(finder.name, size, outcomes, 1000 * spent / size, taken, finder.shingles / spent))
    return trials


def looked_up(finder: Finder, planted: Planting, kind: str) -> Outcome:
    """What the finder makes of the planted copies of one kind."""
    queries = planted.queries[kind]
    finder.find(queries[0].text)  # what waits to be sorted in is not this look-up's cost
    spent: list[float] = []
    before = finder.looked_at if isinstance(finder, Ours) else 0
    for _ in range(TIMES):
        start = time.process_time()
        found = [finder.find(query.text) for query in queries]
        spent.append(time.process_time() - start)
    pairs = [(q, numbers) for q, numbers in zip(queries, found, strict=True) if q.source is not None]
    right = sum(any(planted.right(q, n) for n in numbers) for q, numbers in pairs)
    candidates = sum(map(len, found)) / len(queries)
    rows = (finder.looked_at - before) / TIMES / len(queries) if isinstance(finder, Ours) else 0.0
    return Outcome(right / len(queries), candidates, 1000 * min(spent) / len(queries), rows)


def compared(finder: Ours, planted: Planting, kind: str, lexicons: Lexicons) -> Compared:
    """What is left of the candidates when each is compared word by word, and at which speed."""
    right, others, pairs, spent = 0, 0, 0, 0.0
    queries = planted.queries[kind][:COMPARED]
    vocabulary = Vocabulary(lexicons)
    for query in queries:
        here = _report("new", query.text)
        copied: list[int] = []
        for candidate in finder.candidates(query.text):
            number = candidate.number
            there = _report("known", planted.text(number))
            start = time.process_time()
            words, other = with_what_others_quote([vocabulary.read(one, None) for one in (here, there)])
            copy = copy_from(words, other, candidate, known=finder.known)
            spent += time.process_time() - start
            pairs += 1
            copied += [number] if copy else []
        hits = [query.source is not None and planted.right(query, number) for number in copied]
        right += any(hits)
        others += len(hits) - sum(hits)
    return Compared(right / len(queries), others / len(queries), pairs / spent if spent else 0.0)


def _report(id: str, text: str) -> Report:
    return Report(id, text, (Paragraph(0, len(text)),))
