"""Are copies found, exact and edited, and are unlike reports left apart? Rival: all pairs of reports compared."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from crosswire.bench.measure import Figure
from crosswire.bench.pages import one_day
from crosswire.lexicons.load import load_lexicons
from crosswire.model.relation import Link, LinkKind
from crosswire.model.report import Report
from crosswire.relate.copies.copying import copied_passages
from crosswire.relate.origins.order import time_key
from crosswire.relate.origins.origins import find_origins

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words between marks within a paragraph. Two reports that quote one speech share them, and need not have copied.
MARKED = re.compile(r"“[^”\n]*”|‘‘[^\n]*?’’|\"[^\"\n]*\"")
SEQUENCE = 5
HALF = 0.5
# Words. Half of a shorter text, such as a live blog's entry, is one sentence that somebody said: no sign of copying.
SHORTEST = 40
SAMPLE = 120  # pages of which the rival compares all pairs; its time grows with the square

Sequences = Callable[[Report], set[tuple[str, ...]]]


def measure(data: Path) -> Iterator[Figure]:
    """Pairs of pages of one day that share five-word sequences for half of the shorter text: how many are linked.

    Once by all words; once by those that no report has between quotation marks, of which every pair must be found.
    """
    reports = one_day(data, fewest=SHORTEST)
    quoted = set().union(*map(marked_sequences, reports))
    gold = sharing(reports, sequences)
    unquoted = sharing(reports, lambda report: sequences(report) - quoted)
    start = time.process_time()
    origins, links = find_origins(reports, (), lexicons=load_lexicons())
    seconds = time.process_time() - start
    joined = _joined(reports, links)
    home: defaultdict[str, set[str]] = defaultdict(set)
    for origin in origins:
        for report in origin.reports:
            home[report].add(origin.id)
    note = f"{len(gold)} pairs among {len(reports)} cleaned pages"
    found = _part(gold, lambda a, b: joined[a] == joined[b])
    yield Figure("origins.copies.recall", found, note=f"{note}, linked, directly or through others")
    once = _part(gold, lambda a, b: bool(home[a] & home[b]))
    yield Figure("origins.copies.counted_once", once, note=f"{note}, under one origin")
    found = _part(unquoted, lambda a, b: joined[a] == joined[b])
    note_unquoted = f"{len(unquoted)} pairs by words that nobody quotes, linked, directly or through others"
    yield Figure("origins.copies.own_recall", found, note=note_unquoted)
    rival = _all_pairs_seconds(reports[:SAMPLE]) * (len(reports) / SAMPLE) ** 2
    yield Figure("origins.copies.seconds", seconds, "all pairs of word-sequence sets", rival, "s", note)
    yield from _speed(reports, rival)
    yield Figure("origins.copies.memory", _peak(reports), unit="MB", note=note)


def _part(pairs: Sequence[tuple[str, str]], holds: Callable[[str, str], bool]) -> float:
    return sum(holds(a, b) for a, b in pairs) / max(1, len(pairs))


def _speed(reports: Sequence[Report], rival: float) -> Iterator[Figure]:
    """Pairs of reports that are settled a second: most of them share no row of words and are never compared."""
    ordered = sorted(reports, key=time_key)
    start = time.process_time()
    copied_passages(ordered, (), lexicons=load_lexicons())
    pairs = len(reports) * (len(reports) - 1) / 2
    note = f"{pairs:,.0f} pairs of reports settled"
    ours, theirs = pairs / (time.process_time() - start), pairs / rival
    yield Figure("origins.copies.pairs", ours, "all pairs of word-sequence sets", theirs, "pairs/s", note)


def sequences(report: Report) -> set[tuple[str, ...]]:
    """Every SEQUENCE words in a row of the report."""
    return _in_a_row(report.text)


def marked_sequences(report: Report) -> set[tuple[str, ...]]:
    """Every SEQUENCE words in a row that the report has between quotation marks."""
    return set().union(*map(_in_a_row, MARKED.findall(report.text)))


def _in_a_row(text: str) -> set[tuple[str, ...]]:
    words = [match.group().lower().replace("’", "'") for match in WORD.finditer(text)]
    return {tuple(words[n : n + SEQUENCE]) for n in range(len(words) - SEQUENCE + 1)}


def sharing(reports: Iterable[Report], read: Sequences) -> list[tuple[str, str]]:
    """The pairs that share sequences for half of the shorter text's, found exactly through an index.

    Texts with fewer sequences than SHORTEST words have are left out.
    """
    found = {report.id: own for report in reports if len(own := read(report)) > SHORTEST - SEQUENCE}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for report, own in found.items():
        for sequence in own:
            holders[sequence].append(report)
    shared = Counter(pair for held in holders.values() for pair in combinations(sorted(held), 2))
    return sorted((a, b) for (a, b), n in shared.items() if n >= HALF * min(len(found[a]), len(found[b])))


def _joined(reports: Sequence[Report], links: Iterable[Link]) -> dict[str, str]:
    """Each report with the first of those that it is tied to by copies of a quarter of the shorter text or more."""
    size = {report.id: len(WORD.findall(report.text)) for report in reports}
    head = {report.id: report.id for report in reports}

    def top(report: str) -> str:
        while head[report] != report:
            report = head[report]
        return report

    for link in links:
        if link.kind is LinkKind.COPIED and link.to_report:
            words = sum(len(WORD.findall(here.words)) for here, _ in link.passages)
            if words >= HALF / 2 * min(size[link.report], size[link.to_report]):
                first, second = sorted((top(link.report), top(link.to_report)))
                head[second] = first
    return {report: top(report) for report in head}


def _all_pairs_seconds(reports: Sequence[Report]) -> float:
    """How long it takes to compare every pair's sets."""
    start = time.process_time()
    own = [sequences(report) for report in reports]
    for a, b in combinations(own, 2):
        len(a & b)
    return time.process_time() - start


def _peak(reports: Sequence[Report]) -> float:
    """The most memory that finding origins takes beside its input, in MB."""
    tracemalloc.start()
    find_origins(reports, (), lexicons=load_lexicons())
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak
