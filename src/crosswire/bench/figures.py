"""Are killed and injured right in what a story shows? Incident reports against records; rival: a short regex."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crosswire.annotate.casualties import find_casualties
from crosswire.annotate.figures import find_figures
from crosswire.annotate.headline_casualties import headline_casualties
from crosswire.annotate.language import Language, load_language
from crosswire.bench.measure import Figure as Measured
from crosswire.bench.measure import rows
from crosswire.bench.stories import half, incidents
from crosswire.lexicons.load import load_lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report
from crosswire.relate.tolls.toll_model import load_toll_model
from crosswire.relate.tolls.tolls import find_tolls

RIVAL = "short regex, commonest number"
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
    """A story of incident reports, the earliest first, and what the record says. `rows`: how many pages there were.

    A page on which cleaning finds no report is not among the reports. `read`: the half from which faults were read and
    weights learned; the other half only confirms.
    """

    id: str
    reports: tuple[Report, ...]
    rows: int
    killed: int
    injured: int
    read: bool


Toll = tuple[int, int]


def measure(data: Path) -> tuple[Measured, ...]:
    """Shares of incidents with killed, injured, both right: of all with two pages or more, and of the unread half."""
    found = [incident for incident in incident_stories(data) if incident.rows > 1]
    ours = [_toll(incident) for incident in map(annotated, found)]
    theirs = [_baseline(incident) for incident in found]
    unread = [n for n, incident in enumerate(found) if not incident.read]
    return (
        *_figures("figures", found, ours, theirs, "with two pages or more, through cleaning and the tolls shown"),
        *_figures(
            "figures.unread",
            [found[n] for n in unread],
            [ours[n] for n in unread],
            [theirs[n] for n in unread],
            "of them that no fault was read from and no weight learned from",
        ),
    )


def _figures(
    name: str, found: Sequence[Incident], ours: Sequence[Toll], theirs: Sequence[Toll], note: str
) -> Iterator[Measured]:
    """The three shares of one set."""
    pairs = zip(("killed", "injured", "both"), _shares(found, ours), _shares(found, theirs), strict=True)
    for what, own, rival in pairs:
        yield Measured(f"{name}.{what}", own, RIVAL, rival, note=f"{len(found)} incidents {note}")


def incident_stories(data: Path) -> Iterator[Incident]:
    """The incidents that have a record, by id."""
    folder = data / "data" / "stories"
    records = {row["incident_uri"]: row for row in rows(folder / "incident_records.jsonl.gz")}
    pages = Counter(row["incident"] for row in rows(folder / "incident_reports.jsonl.gz"))
    sorted_ = incidents(data)
    reports: defaultdict[str, list[Report]] = defaultdict(list)
    for report in sorted_.reports:
        reports[sorted_.story[report.id]].append(report)
    for id, count in sorted(pages.items()):
        if record := records.get(id):
            ordered = sorted(reports[id], key=lambda report: (report.published_at.value or "", report.id))
            killed, injured = record["num_killed"], record["num_injured"]
            yield Incident(id, tuple(ordered), count, killed, injured, read=half(id) == 0)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An incident with what the tolls need of each report's annotation."""

    incident: Incident
    annotations: tuple[Annotation, ...]


def annotated(incident: Incident) -> Annotated:
    """The incident's reports with their sentences, figures and casualties; the rest of an annotation is left empty."""
    lexicons = load_lexicons()
    found = []
    for report in incident.reports:
        sentences = _language().sentences(report)
        figures = find_figures(report, sentences, lexicons=lexicons)
        told = find_casualties(report, sentences, figures, lexicons=lexicons)
        casualties = (*headline_casualties(report, lexicons=lexicons), *told)
        found.append(Annotation(report.id, sentences, figures=figures, casualties=casualties))
    return Annotated(incident, tuple(found))


@cache
def _language() -> Language:
    return load_language(load_lexicons().english)


def _toll(found: Annotated) -> Toll:
    """The numbers of the tolls that the story shows; 0 where it shows none."""
    lexicons, model = load_lexicons(), load_toll_model()
    given = found.incident.reports, found.annotations
    tolls = find_tolls(*given, counted=lexicons.counted, names=lexicons.names, model=model)
    shown = {toll.what: toll.low for toll in tolls}
    return shown.get("killed", 0), shown.get("injured", 0)


def _shares(found: Sequence[Incident], tolls: Sequence[Toll]) -> tuple[float, float, float]:
    """The shares of incidents whose killed, injured and both are right."""
    hits = [(k == each.killed, i == each.injured) for each, (k, i) in zip(found, tolls, strict=True)]
    killed, injured, both = sum(k for k, _ in hits), sum(i for _, i in hits), sum(map(all, hits))
    return killed / len(found), injured / len(found), both / len(found)


def _baseline(incident: Incident) -> Toll:
    """A regex for "N … killed" over all reports, the commonest number; one where only the words stand."""
    text = "\n".join(f"{report.headline or ''}\n{report.text}" for report in incident.reports)
    killed = _regex_number("killed", text)
    injured = _regex_number("injured", text)
    return (
        killed if killed is not None else int(bool(_FATAL.search(text))),
        injured if injured is not None else int(bool(_SHOT.search(text))),
    )


def _regex_number(what: str, text: str) -> int | None:
    """The commonest number before the words of an outcome, of equals the first."""
    found: Iterable[str] = re.findall(_BASELINE[what], text, re.IGNORECASE)
    numbers = [_SMALL[word.lower()] if word.lower() in _SMALL else int(word) for word in found]
    return min(numbers, key=lambda n: (-numbers.count(n), numbers.index(n))) if numbers else None
