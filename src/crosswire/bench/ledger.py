"""How the ledger of one story grows with its reports: seconds and memory from annotation to the files written."""

from __future__ import annotations

import io
import json
import math
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from crosswire.bench.measure import Figure, rows
from crosswire.bench.speed import peak
from crosswire.group.stories import one_story
from crosswire.model.annotation import Annotation
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.run.models import shared_models
from crosswire.run.order import in_order
from crosswire.run.output import FORMS
from crosswire.run.progress import Progress
from crosswire.run.route import Route

# One event as it was reported everywhere has some six hundred pages; above that come reports of politics at large.
EVENT = "data/stories/one_event_pages.jsonl.gz"
OTHERS = "data/polnear/train.jsonl.gz"
SIZES = (10, 100, 600, 1_000)
# Growth is told between these: below a hundred reports what is done once for every story counts for most.
GROWTH = (100, 1_000)
# The size at which memory and what is written are told.
EVENT_SIZE = 600
_MEGA = 1_000_000

Annotated: TypeAlias = tuple[Report, Annotation]
Cost: TypeAlias = Mapping[str, float]


def measure(data: Path) -> tuple[Figure, ...]:
    """Seconds of each of SIZES, memory and size of what is written, and how the cost of a report grows.

    Reports are cleaned and annotated once; the ledger of each size is made in a process of its own.
    """
    next(rows(data / EVENT))  # says what is missing, if the data is
    with TemporaryDirectory() as folder:
        annotating = _told(f"annotate({str(data)!r}, {folder!r})")
        costs = {size: _told(f"tell({folder!r}, {size})") for size in SIZES}
    return tuple(chain(_seconds(costs), _sizes(costs[EVENT_SIZE]), _growth(costs), _annotating(annotating)))


def annotate(data: str, folder: str) -> None:
    """Write the annotated reports of each size to the folder, and print the peak of the process at EVENT_SIZE."""
    route = Route(shared_models(), Progress(io.StringIO()))
    reports = _reports(route, Path(data))
    found = list(_annotated(route, reports[:EVENT_SIZE]))
    print(json.dumps({"memory": peak()}))
    found += _annotated(route, reports[EVENT_SIZE : max(SIZES)])
    for size in SIZES:
        (Path(folder) / str(size)).write_bytes(pickle.dumps(found[:size]))


def tell(folder: str, size: int) -> None:
    """Print what the ledger of one story of the size costs, from annotation to the text of its files."""
    route = Route(shared_models(), Progress(io.StringIO()))
    _ = route.models.points, route.models.lexicons  # loaded before the clock starts
    found: dict[str, Annotated] = {r.id: (r, a) for r, a in pickle.loads((Path(folder) / str(size)).read_bytes())}
    reports = in_order(report for report, _ in found.values())
    annotations = [found[report.id][1] for report in reports]
    start = time.process_time()
    dossier = route.dossier(one_story(reports), reports, annotations)
    related = time.process_time()
    if dossier.issues:
        raise SystemExit(dossier.issues[0].message)
    written = {ending: len(form(dossier).encode()) / _MEGA for ending, form in FORMS.items()}
    done = time.process_time()
    sentences = sum(len(annotation.sentences) for annotation in annotations)
    words = sum(len(report.text.split()) for report in reports)
    cost = {"reports": len(reports), "sentences": sentences, "words": words, "points": len(dossier.relations.points)}
    print(json.dumps(cost | written | {"relate": related - start, "seconds": done - start, "memory": peak()}))


def _reports(route: Route, data: Path) -> Sequence[Report]:
    """The reports of the event, then others until there are enough of the largest story."""
    event = (
        Page(id=row["id"], body=row["text"], markup=False, publisher=row["publisher"]) for row in rows(data / EVENT)
    )
    others = (
        Page(f"other{n}", row["text"], markup=False, publisher=row["publisher"], published_at=row["date"] or None)
        for n, row in enumerate(rows(data / OTHERS))
    )
    pages = islice(chain(event, others), max(SIZES) + max(SIZES) // 10)
    return [item for item in route.clean(list(pages)) if isinstance(item, Report)]


def _annotated(route: Route, reports: Sequence[Report]) -> Iterator[Annotated]:
    return ((report, annotation) for report, annotation, _ in route.annotate(reports))


def _told(call: str) -> Cost:
    """What a call of this module prints in a process of its own."""
    command = [sys.executable, "-c", f"from crosswire.bench import ledger; ledger.{call}"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    cost: Cost = json.loads(run.stdout.splitlines()[-1])
    return cost


def _seconds(costs: Mapping[int, Cost]) -> Iterator[Figure]:
    for size, cost in costs.items():
        note = (
            f"{cost['reports']:,.0f} reports, {cost['sentences']:,.0f} sentences, {cost['points']:,.0f} points as one "
            f"story; after annotation; {cost['seconds'] - cost['relate']:.1f} s of it to write page, Markdown and JSON"
        )
        yield Figure(f"ledger.seconds.{size}", cost["seconds"], unit="s", note=note)


def _sizes(cost: Cost) -> Iterator[Figure]:
    note = f"{cost['reports']:,.0f} reports as one story: the peak of a process that has them annotated"
    yield Figure(f"ledger.memory.{EVENT_SIZE}", cost["memory"], unit="MB", note=note)
    for ending in (".html", ".json"):
        note = f"{cost['reports']:,.0f} reports of {cost['words']:,.0f} words as one story"
        yield Figure(f"ledger{ending}.{EVENT_SIZE}", cost[ending], unit="MB", note=note)


def _growth(costs: Mapping[int, Cost]) -> Iterator[Figure]:
    """Seconds a report and logarithm of the reports at the largest size over those at the smaller one."""
    small, large = (costs[size] for size in GROWTH)
    each = [cost["seconds"] / (cost["reports"] * math.log(cost["reports"])) for cost in (small, large)]
    words = [cost["seconds"] / cost["words"] for cost in (small, large)]
    note = (
        f"seconds per n log n at {large['reports']:,.0f} reports over those at {small['reports']:,.0f}; "
        f"a word costs {words[1] / words[0]:.2f} times as much"
    )
    yield Figure("ledger.growth", each[1] / each[0], "n log n", 1.0, note=note)


def _annotating(cost: Cost) -> Iterator[Figure]:
    note = f"the peak of a process that cleans and annotates {EVENT_SIZE} reports, models included"
    yield Figure(f"ledger.annotating.{EVENT_SIZE}", cost["memory"], unit="MB", note=note)
