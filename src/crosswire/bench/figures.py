"""Are killed and injured right in a story's latest version? Incident reports against records; rival: a short regex."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosswire.annotate.figures import find_figures
from crosswire.annotate.language import load_language
from crosswire.bench.measure import Figure as Measured
from crosswire.bench.measure import rows
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Figure
from crosswire.model.report import Paragraph, Report
from crosswire.model.when import Basis, When

SAMPLE = 200
RIVAL = "short regex, commonest number"
_PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n).)*", re.DOTALL)
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL = {word: n for n, word in enumerate(_WORDS)}
_NUMBER = rf"(\d+|{'|'.join(_SMALL)})"
_BASELINE = {
    "killed": rf"{_NUMBER} (?:\w+ )?(?:people |men |women |others )?(?:were |was |are |is )?(?:killed|dead|died)",
    "injured": rf"{_NUMBER} (?:\w+ )?(?:people |men |women |others )?(?:were |was |are |is )?(?:injured|wounded|hurt)",
}
_FATAL = re.compile(r"\b(?:killed|dead|died|fatal|fatally|homicide|murder)\b", re.IGNORECASE)
_SHOT = re.compile(r"\b(?:injured|wounded|hospital|injuries)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Incident:
    """A story of incident reports, the earliest first, and what the record says."""

    reports: tuple[Report, ...]
    killed: int
    injured: int


def measure(data: Path) -> tuple[Measured, ...]:
    """Shares of incidents with killed, injured, and both right, over a fixed sample with two reports or more."""
    incidents = sample(data / "data" / "stories")
    ours = _shares(incidents, _reader())
    theirs = _shares(incidents, _baseline)
    note = f"{len(incidents)} incidents with two reports or more, picked by a hash of the id"
    return tuple(
        Measured(f"figures.{name}", own, RIVAL, rival, note=note)
        for name, own, rival in zip(("killed", "injured", "both"), ours, theirs, strict=True)
    )


def sample(folder: Path, size: int = SAMPLE) -> list[Incident]:
    """The incidents measured: those with two reports or more whose hashed id comes first."""
    records = {row["incident_uri"]: row for row in rows(folder / "incident_records.jsonl.gz")}
    reports: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows(folder / "incident_reports.jsonl.gz"):
        reports[row["incident"]].append(row)
    several = [incident for incident, found in reports.items() if len(found) > 1 and incident in records]
    several.sort(key=lambda incident: hashlib.sha256(incident.encode()).hexdigest())
    return [_incident(reports[incident], records[incident]) for incident in several[:size]]


def _incident(found: Sequence[Mapping[str, Any]], record: Mapping[str, Any]) -> Incident:
    """An incident from its rows."""
    ordered = sorted(found, key=lambda row: (row["dct"], row["doc_id"]))
    return Incident(tuple(map(_report, ordered)), record["num_killed"], record["num_injured"])


def _report(row: Mapping[str, Any]) -> Report:
    """A row as a report."""
    spans = [(match.start(), match.start() + len(match.group().rstrip())) for match in _PARAGRAPH.finditer(row["text"])]
    paragraphs = tuple(Paragraph(start, end) for start, end in spans)
    return Report(row["doc_id"], row["text"], paragraphs, published_at=When(row["dct"], Basis.GIVEN))


Toll = tuple[int, int]


def _shares(incidents: Sequence[Incident], toll: Callable[[Incident], Toll]) -> tuple[float, float, float]:
    """The shares of incidents whose killed, injured and both are right."""
    right = [0, 0, 0]
    for incident in incidents:
        killed, injured = toll(incident)
        hits = killed == incident.killed, injured == incident.injured
        for n, hit in enumerate((*hits, all(hits))):
            right[n] += hit
    return (right[0] / len(incidents), right[1] / len(incidents), right[2] / len(incidents))


def _reader() -> Callable[[Incident], Toll]:
    """crosswire's toll of an incident: the latest report's commonest figure; the shot who did not die are injured."""
    language, lexicons = load_language(load_lexicons().english), load_lexicons()

    def toll(incident: Incident) -> Toll:
        figures = [find_figures(report, language.sentences(report), lexicons=lexicons) for report in incident.reports]
        killed = latest(figures, "killed") or 0
        return killed, max(injured(figures, killed), (latest(figures, "shot") or 0) - killed)

    return toll


def injured(versions: Sequence[Sequence[Figure]], killed: int) -> int:
    """The latest number of injured, less those who died since: whom a later version adds to the dead was hurt."""
    for n in range(len(versions), 0, -1):
        hurt = latest(versions[n - 1 : n], "injured")
        if hurt is not None:
            before = latest(versions[:n], "killed") or 0
            return max(0, hurt - max(0, killed - before))
    return 0


def latest(versions: Sequence[Sequence[Figure]], what: str) -> int | None:
    """What the latest version that counts `what` says: its commonest number, of equals the first; None if none does."""
    for figures in reversed(versions):
        counted = [figure for figure in figures if figure.what == what and figure.unit is None]
        numbers = [int(low if low is not None else figure.high or 0) for figure in counted for low in (figure.low,)]
        if numbers:
            return _commonest(numbers)
    return None


def _commonest(numbers: Sequence[int]) -> int:
    """The commonest number, of equals the first."""
    counts = Counter(numbers)
    return min(counts, key=lambda number: (-counts[number], numbers.index(number)))


def _baseline(incident: Incident) -> Toll:
    """A regex for "N … killed" over all reports, the commonest number; one where only the words stand."""
    text = "\n".join(report.text for report in incident.reports)
    killed = _regex_number("killed", text)
    injured = _regex_number("injured", text)
    return (
        killed if killed is not None else int(bool(_FATAL.search(text))),
        injured if injured is not None else int(bool(_SHOT.search(text))),
    )


def _regex_number(what: str, text: str) -> int | None:
    """The commonest number before the words of an outcome."""
    found: Iterable[str] = re.findall(_BASELINE[what], text, re.IGNORECASE)
    numbers = [_SMALL[word.lower()] if word.lower() in _SMALL else int(word) for word in found]
    return _commonest(numbers) if numbers else None
