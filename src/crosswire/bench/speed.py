"""How fast, beside the bare libraries in the same run, and how the cost of a story grows with its reports."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from crosswire.bench.measure import Figure, rows, seconds
from crosswire.bench.page_speed import measure_pages
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.read.paths import read_pages
from crosswire.run.models import Models, shared_models
from crosswire.run.progress import Progress
from crosswire.run.route import Route, dossiers

PAGES = 40
GROWTH = (25, 100)


def measure(data: Path) -> tuple[Figure, ...]:
    """Pages and words a second, the seeds' dossier in seconds, memory of a story of 100 reports, its growth."""
    models = shared_models()
    return (*measure_pages(data), *_language(data, models), _seeds(data, models), *_growth(data))


def story(data: str, size: int) -> None:
    """Print the seconds from page to dossier of one story of `size` reports, and the process's peak in megabytes."""
    models = shared_models()
    _ = models.language, models.quotations, models.points  # loaded before the clock starts
    route = _route(models)
    source = rows(Path(data) / "data/stories/one_event_pages.jsonl.gz")
    pages = [
        Page(id=row["id"], body=row["text"], markup=False, publisher=row["publisher"])
        for row in islice(source, size + size // 2)
    ]
    reports = _reports(route, pages)[:size]
    start = time.perf_counter()
    list(dossiers(route, reports, (), together=True))
    print(len(reports), time.perf_counter() - start, peak())


def peak() -> float:
    """The most memory this process has held, in megabytes.

    Linux counts the parent's memory into `ru_maxrss` of a process that it starts; its own status does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _route(models: Models) -> Route:
    return Route(models, Progress(io.StringIO()))


def _reports(route: Route, pages: Sequence[Page]) -> list[Report]:
    return [item for item in route.clean(pages) if isinstance(item, Report)]


def _language(data: Path, models: Models) -> tuple[Figure, ...]:
    texts = [row["text"] for row in islice(rows(data / "data/polnear/dev.jsonl.gz"), PAGES)]
    pages = [Page(id=f"p{n}", body=text, markup=False) for n, text in enumerate(texts)]
    route = _route(models)
    words = sum(len(report.text.split()) for report in _reports(route, pages))
    bare = seconds(lambda: list(models.language.parse(texts)))
    own = seconds(lambda: list(route.annotate(_reports(route, pages))))
    note = f"{len(texts)} plain pages, {words} words of reports, clean and annotate"
    return (
        Figure("speed.annotate", words / own, "bare language pipeline", words / bare, "words/s", note),
        Figure("speed.annotate_ratio", bare / own, "bare language pipeline", 1.0, "", f"words a second; {note}"),
    )


def _seeds(data: Path, models: Models) -> Figure:
    paths = [str(path) for path in sorted((data / "seeds").iterdir())]
    route = _route(models)

    def account() -> None:
        pages = [item for item in read_pages(paths, stdin=io.BytesIO()) if isinstance(item, Page)]
        list(dossiers(route, _reports(route, pages), (), together=True))

    return Figure("speed.seeds", seconds(account), unit="s", note="from file to dossier, models loaded")


def _growth(data: Path) -> tuple[Figure, ...]:
    """Time and memory of one story at each size of GROWTH, each in a process of its own."""
    (small, small_s, _), (large, large_s, megabytes) = (_cost(data, size) for size in GROWTH)
    note = f"one_event_pages as one story of {large:.0f} reports, annotation included"
    return (
        Figure("speed.story100", large_s, unit="s", note=note),
        Figure("speed.story100_memory", megabytes, unit="MB", note="peak of the process, models included"),
        Figure("speed.growth", (large_s / large) / (small_s / small), "linear", 1.0, "",
               f"cost per report at {large:.0f} reports over that at {small:.0f}"),
    )  # fmt: skip


def _cost(data: Path, size: int) -> tuple[float, float, float]:
    call = f"from crosswire.bench.speed import story; story({str(data)!r}, {size})"
    run = subprocess.run([sys.executable, "-c", call], check=True, capture_output=True, text=True)
    count, took, megabytes = run.stdout.split()[-3:]
    return float(count), float(took), float(megabytes)
