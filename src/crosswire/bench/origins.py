"""Are the agency and the medium named that a text is from, are copies found? Rivals: any name; all pairs compared."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from crosswire.bench.measure import Figure, rows
from crosswire.clean.page import clean_page, clean_pages
from crosswire.clean.signed.named import house_at, houses_in
from crosswire.lexicons.load import Lexicons, load_lexicons
from crosswire.model.page import Page
from crosswire.model.relation import Link, LinkKind, OriginKind
from crosswire.model.report import CreditKind, Report
from crosswire.relate.houses import claims
from crosswire.relate.origins import find_origins

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SEQUENCE = 5
HALF = 0.5
# Words. Half of a shorter text, such as a live blog's entry, is one sentence that somebody said: no sign of copying.
SHORTEST = 40
SAMPLE = 120  # pages of which the rival compares all pairs; its time grows with the square


def measure(data: Path) -> tuple[Figure, ...]:
    """Precision and recall of agencies on political reports; recall, time and memory of copied pairs of pages."""
    return (*agencies(data), *outlets(data), *copies(data))


def agencies(data: Path) -> Iterator[Figure]:
    """The agency that each text is from, against the set's own field; texts where it is not known are left out."""
    lexicons = load_lexicons()
    kept = [row for part in ("train", "dev") for row in rows(data / f"data/polnear/{part}.jsonl.gz")]
    kept = [row for row in kept if row["wire"] != "NA"]
    gold = [_agency(row["wire"], lexicons) for row in kept]
    ours = [_found(row, lexicons) for row in kept]
    named = [next((a.name for a, _, _ in lexicons.agencies.within(row["text"])), None) for row in kept]
    note = f"{len(kept)} reports, {sum(g is not None for g in gold)} of an agency"
    for n, what in enumerate(("precision", "recall")):
        rival = _scores(gold, named)[n]
        yield Figure(f"origins.agency.{what}", _scores(gold, ours)[n], "first agency named anywhere", rival, note=note)
    none = [n for n, agency in enumerate(gold) if agency is None]
    false, other = (sum(found[n] is not None for n in none) / max(1, len(none)) for found in (ours, named))
    note = f"{len(none)} reports whose field names no agency; how many are given one"
    yield Figure("origins.agency.false", false, "first agency named anywhere", other, note=note)


def outlets(data: Path) -> Iterator[Figure]:
    """The medium from which each report has its news, against the set's field ("h/t: The Hill").

    Nearly all texts were stripped of that line: only reports that name the medium somewhere count. Ours is the medium
    of a notice ("(h/t The Hill)", "first appeared in"), else the first that is cited.
    """
    lexicons = load_lexicons()
    kept = [row for part in ("train", "dev") for row in rows(data / f"data/polnear/{part}.jsonl.gz")]
    tipped = [(row, name) for row in kept if (name := _tipped(row["credit"], lexicons))]
    told = [(row, name) for row, name in tipped if _names(row["text"], name, lexicons)]
    gold = [name for _, name in told]
    ours = [_taken_from(row, lexicons) for row, _ in told]
    first = [next((name for name, _, _ in houses_in(row["text"], lexicons)), None) for row, _ in told]
    note = f"{len(told)} reports that name it, of {len(tipped)} whose field does"
    for n, what in enumerate(("precision", "recall")):
        rival = _scores(gold, first)[n]
        yield Figure(f"origins.outlet.{what}", _scores(gold, ours)[n], "first medium named anywhere", rival, note=note)
    none = [row for row in kept if row["wire"] == row["credit"] == "None"]
    false = sum(_from_elsewhere(row, lexicons) for row in none) / max(1, len(none))
    other = sum(bool(houses_in(row["text"], lexicons)) for row in none) / max(1, len(none))
    note = f"{len(none)} reports whose fields name nobody; how many are given another medium as their origin"
    yield Figure("origins.outlet.false", false, "first medium named anywhere", other, note=note)


def copies(data: Path) -> Iterator[Figure]:
    """Pairs of pages of one day that share five-word sequences for half of the shorter text: how many are linked."""
    reports = _cleaned(rows(data / "data/stories/one_event_pages.jsonl.gz"))
    gold = _sharing(reports)
    start = time.process_time()
    origins, links = find_origins(reports, (), lexicons=load_lexicons())
    seconds = time.process_time() - start
    joined = _joined(reports, links)
    found = sum(joined[a] == joined[b] for a, b in gold)
    home: defaultdict[str, set[str]] = defaultdict(set)
    for origin in origins:
        for report in origin.reports:
            home[report].add(origin.id)
    once = sum(bool(home[a] & home[b]) for a, b in gold)
    note = f"{len(gold)} pairs among {len(reports)} cleaned pages"
    yield Figure("origins.copies.recall", found / len(gold), note=f"{note}, linked, directly or through others")
    yield Figure("origins.copies.counted_once", once / len(gold), note=f"{note}, under one origin")
    rival = _all_pairs_seconds(reports[:SAMPLE]) * (len(reports) / SAMPLE) ** 2
    yield Figure("origins.copies.seconds", seconds, "all pairs of word-sequence sets", rival, "s", note)
    yield Figure("origins.copies.memory", _peak(reports), unit="MB", note=note)


def _agency(wire: str | None, lexicons: Lexicons) -> str | None:
    """The canonical agency of the set's field, whose spellings vary in case."""
    agency = lexicons.agencies.find(wire or "") or lexicons.agencies.find((wire or "").capitalize())
    return agency.name if agency else None


def _tipped(credit: str | None, lexicons: Lexicons) -> str | None:
    """The canonical medium of the set's field, whose spellings vary."""
    _, said, name = (credit or "").partition("h/t:")
    name = name.strip(" .").removesuffix(".com")
    return (house_at(name, lexicons, known=True) or name) if said else None


def _names(text: str, name: str, lexicons: Lexicons) -> bool:
    """True where the text names the medium, in whatever form."""
    if re.search(rf"\b{re.escape(name.removeprefix('The '))}\b", text):
        return True
    return any(name == found for found, _, _ in houses_in(text, lexicons))


def _taken_from(row: Mapping[str, Any], lexicons: Lexicons) -> str | None:
    """The medium from which the bare text has its news, as far as it says so."""
    report = clean_page(Page(row["article"], row["text"], False, title=row["title"]), lexicons=lexicons)
    credits = report.credits if isinstance(report, Report) else ()
    texts = [c for c in credits if c.what is CreditKind.TEXT and not c.helped]
    tips = [c for c in credits if c.what is CreditKind.CITED]
    return next((credit.name for credit in (*texts, *tips)), None)


def _from_elsewhere(row: Mapping[str, Any], lexicons: Lexicons) -> bool:
    """True where cleaning and claims take the bare text for another medium's than an agency's."""
    report = clean_page(Page(row["article"], row["text"], False, title=row["title"]), lexicons=lexicons)
    said = claims(report, lexicons=lexicons) if isinstance(report, Report) else ()
    return any(not claim.helped and claim.house.kind is not OriginKind.AGENCY for claim in said)


def _found(row: Mapping[str, Any], lexicons: Lexicons) -> str | None:
    """The agency that cleaning and claims find in the bare text."""
    report = clean_page(Page(row["article"], row["text"], False, title=row["title"]), lexicons=lexicons)
    if not isinstance(report, Report):
        return None
    said = claims(report, lexicons=lexicons)
    return next((c.house.name for c in said if c.house.kind is OriginKind.AGENCY and not c.helped), None)


def _scores(gold: Sequence[str | None], found: Sequence[str | None]) -> tuple[float, float]:
    """Precision and recall of named agencies."""
    right = sum(a is not None and a == b for a, b in zip(gold, found, strict=True))
    return right / max(1, sum(f is not None for f in found)), right / max(1, sum(g is not None for g in gold))


def _cleaned(kept: Iterable[Mapping[str, Any]]) -> list[Report]:
    """The pages' reports, each publisher's pages cleaned together; pages without a report and short ones left out."""
    pages: defaultdict[str, list[Page]] = defaultdict(list)
    for row in kept:
        house = row["publisher"]
        pages[house].append(Page(row["id"], row["text"], False, publisher=house, published_at=row["scrape_time"]))
    found = (report for house in sorted(pages) for report in clean_pages(pages[house], lexicons=load_lexicons()))
    return [report for report in found if isinstance(report, Report) and len(report.text.split()) >= SHORTEST]


def _sequences(report: Report) -> set[tuple[str, ...]]:
    words = [match.group().lower().replace("’", "'") for match in WORD.finditer(report.text)]
    return {tuple(words[n : n + SEQUENCE]) for n in range(len(words) - SEQUENCE + 1)}


def _sharing(reports: Iterable[Report]) -> list[tuple[str, str]]:
    """The pairs that share sequences for half of the shorter text's, found exactly through an index."""
    sequences = {report.id: _sequences(report) for report in reports}
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for report, own in sequences.items():
        for sequence in own:
            holders[sequence].append(report)
    shared = Counter(pair for held in holders.values() for pair in combinations(sorted(held), 2))
    return sorted((a, b) for (a, b), n in shared.items() if n >= HALF * min(len(sequences[a]), len(sequences[b])))


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
    sequences = [_sequences(report) for report in reports]
    for a, b in combinations(sequences, 2):
        len(a & b)
    return time.process_time() - start


def _peak(reports: Sequence[Report]) -> float:
    """The most memory that finding origins takes beside its input, in MB."""
    tracemalloc.start()
    find_origins(reports, (), lexicons=load_lexicons())
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak
