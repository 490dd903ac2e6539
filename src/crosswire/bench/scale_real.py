"""Planted copies among real reports, and how the finding of copies grows with a story."""

from __future__ import annotations

import hashlib
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from crosswire.bench.measure import Figure, rows
from crosswire.bench.near_duplicates import Ours
from crosswire.bench.pages import one_day
from crosswire.bench.planted import Planted, passage_copy, whole_copy
from crosswire.bench.stories import incidents
from crosswire.bench.trials import NEW, PASSAGE, WHOLE, Planting, compared, looked_up
from crosswire.lexicons.load import load_lexicons
from crosswire.relate.copies.copying import copied_passages

PLANTED = 400
# Words in a row that two reports share, and the part of the copied ones that a report must have to hold the copy too.
ROW, MOSTLY = 5, 0.5
LEAST_WORDS = 80
STORY = (100, 200, 400, 600)


def real(data: Path) -> Iterator[Figure]:
    """Copies of incident reports and of pages of one day, planted in political reports."""
    lexicons = load_lexicons()
    known = [_unquoted(report.text) for report in (*incidents(data).reports, *one_day(data))]
    hosts = [
        _unquoted(row["text"]) for part in ("train", "dev") for row in rows(data / f"data/polnear/{part}.jsonl.gz")
    ]
    ours = Ours(lexicons)
    for number, text in enumerate(known):
        ours.add(number, text)
    planted = _planted(known, hosts)
    note = f"copies with 30 % of the words edited, planted among {len(known):,} reports, no quotation marks"
    for kind in (WHOLE, PASSAGE):
        found, left = looked_up(ours, planted, kind), compared(ours, planted, kind, lexicons)
        yield Figure(f"scale.real.recall.{kind}", found.found, note=f"{note}; {found.candidates:.1f} candidates")
        yield Figure(f"scale.real.compared.{kind}", left.found, note=f"{note}, left after comparing")
    found, left = looked_up(ours, planted, NEW), compared(ours, planted, NEW, lexicons)
    note = f"political reports, nothing planted; {left.others:.2f} are left after comparing"
    yield Figure("scale.real.candidates.new", found.candidates, unit="reports", note=note)


def _unquoted(text: str) -> str:
    """The text without quotation marks: words that are planted between a host's marks would be a quotation's."""
    return text.translate(dict.fromkeys(map(ord, '“”"')))


def _planted(known: Sequence[str], hosts: Sequence[str]) -> Planting:
    """Copies of known reports; whoever holds most of the copied words, word for word, is a right answer too."""
    rng = np.random.default_rng(3)
    pool = [word for host in hosts for word in host.split()]
    rng.shuffle(pool)
    held: dict[int, frozenset[str]] = {}
    queries: dict[str, list[Planted]] = {
        WHOLE: [],
        PASSAGE: [],
        NEW: [Planted(text, None, "") for text in hosts[:PLANTED]],
    }
    long = [number for number, text in enumerate(known) if len(text.split()) >= LEAST_WORDS]
    for n, number in enumerate(rng.choice(long, PLANTED, replace=False).tolist()):
        words = pool[300 * n : 300 * n + 300]
        queries[WHOLE].append(whole_copy(number, known[number], rng, words))
        passage = passage_copy(number, known[number], hosts[n % len(hosts)], rng, words)
        queries[PASSAGE] += [passage] if passage else []

    def holds(planted: Planted, number: int) -> bool:
        if number not in held:
            held[number] = _rows(known[number])
        copied = _rows(planted.words)
        return number == planted.source or len(copied & held[number]) >= MOSTLY * max(1, len(copied))

    return Planting(queries, known.__getitem__, holds)


def _rows(text: str) -> frozenset[str]:
    words = [word.strip(".,;:!?“”‘’\"'()").lower() for word in text.split()]
    return frozenset(" ".join(words[n : n + ROW]) for n in range(len(words) - ROW + 1))


def story_growth(data: Path) -> Iterator[Figure]:
    """Seconds and memory of finding copied passages within a story, from a hundred to six hundred reports."""
    reports = sorted(one_day(data), key=lambda report: hashlib.sha256(report.id.encode()).hexdigest())
    seconds: dict[int, float] = {}
    for size in STORY:
        start = time.process_time()
        copied_passages(reports[:size], (), lexicons=load_lexicons())
        seconds[size] = time.process_time() - start
        pairs = size * (size - 1) / 2 / seconds[size]
        note = f"{size} reports of one day; {pairs:,.0f} pairs a second"
        yield Figure(f"scale.story.{size}", seconds[size], unit="s", note=note)
    tracemalloc.start()
    copied_passages(reports[: STORY[-1]], (), lexicons=load_lexicons())
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    yield Figure("scale.story.memory", peak, unit="MB", note=f"{STORY[-1]} reports, beside the input")
    grew = seconds[STORY[-1]] / seconds[STORY[0]] / (STORY[-1] / STORY[0])
    yield Figure("scale.story.growth", grew, note="time for each report at 600 against 100")
