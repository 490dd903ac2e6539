"""What each command does, from the paths it was given to the lines it prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import BinaryIO, TextIO

from crosswire.model.dossier import Dossier, Request
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.read.fetch import fetch_url
from crosswire.read.paths import read_pages
from crosswire.read.source import Fetch
from crosswire.run.explaining import explained_lines, explained_rows
from crosswire.run.listing import annotation_lines, report_lines, story_lines
from crosswire.run.models import Models, shared_models
from crosswire.run.order import in_order
from crosswire.run.output import file_name, made_folder, tell_issues, write_index, write_story
from crosswire.run.progress import Progress
from crosswire.run.request import is_without_actor, unknown_actor
from crosswire.run.route import Route, attempt, dossiers
from crosswire.write.json import annotation_json, dossier_json, issue_json, report_json, story_json
from crosswire.write.plain import one_line
from crosswire.write.sheet import console
from crosswire.write.terminal import print_dossier

DONE = 0
NOTHING_USABLE = 1
DEMO_FOLDER = "crosswire-demo"
# The stages whose issues are known only when a dossier is there.
AFTER_CLEANING = frozenset({"annotate", "group", "relate", "brief"})


@dataclass(frozen=True, slots=True)
class Streams:
    """What a command reads from and writes to."""

    stdin: BinaryIO
    out: TextIO
    err: TextIO


@dataclass(slots=True)
class Run:
    """One run of a command: its streams, its models, the issues it has met, how many pages it read.

    `split` of the pages gave several reports.
    """

    streams: Streams
    models: Models = field(default_factory=shared_models)
    fetch: Fetch = fetch_url
    issues: list[Issue] = field(default_factory=list)
    pages: int = 0
    split: int = 0
    route: Route = field(init=False)

    def __post_init__(self) -> None:
        self.route = Route(self.models, Progress(self.streams.err))

    def ask(self, request: Request | None) -> None:
        """Ask this of every dossier from now on."""
        self.route = replace(self.route, request=request)

    def read(self, paths: Iterable[str], *, as_text: bool = False) -> list[Page | Issue]:
        """The pages of the paths and the issues that stand for others; issues about used pages are noted."""
        found: list[Page | Issue] = []
        for item in read_pages(paths, stdin=self.streams.stdin, fetch=self.fetch, prefer_text=as_text):
            if isinstance(item, Issue) and item.report is not None:
                self.issues.append(item)
            else:
                found.append(item)
        return found

    def cleaned(self, found: Sequence[Page | Issue], *, as_text: bool = False) -> list[Report | Issue]:
        """The reports of every page in the order of the input, or the issue that stands for it; all issues noted."""
        pages = [item for item in found if isinstance(item, Page)]
        cleaned = [(r,) for r in self.route.as_reports(pages)] if as_text else self.route.clean_each(pages)
        self.pages += len(pages)
        self.split += sum(len(reports) > 1 for reports in cleaned)
        self.issues += () if as_text else self.route.cut(pages)
        each = iter(cleaned)
        result = [one for item in found for one in (next(each) if isinstance(item, Page) else (item,))]
        self.issues += [item for item in result if isinstance(item, Issue)]
        return result

    def print(self, lines: Iterable[str]) -> None:
        """Write lines to the standard output."""
        for line in lines:
            self.streams.out.write(line + "\n")

    def end(self, usable: Sequence[Report], *, stories: int | None = None, versions: int = 0) -> int:
        """Tell the issues and the counts; the command's exit code. `versions` of the usable are others' versions."""
        self.streams.out.flush()
        tell_issues(self.issues, self.streams.err)
        several = f" from {_count(self.pages, 'page', 'pages')} ({self.split} with several reports)"
        parts = [_count(len(usable) - versions, "report", "reports") + (several if self.split else "")]
        parts += [_count(versions, "version of them", "versions of them")] if versions else []
        parts += [_count(stories, "story", "stories")] if stories is not None else []
        parts += [_count(len(set(self.issues)), "issue", "issues")]
        self.streams.err.write(f"crosswire: {', '.join(parts)}, {self.route.progress.seconds:.1f} s\n")
        if not usable:
            self.streams.err.write("crosswire: nothing usable in the input\n")
        return DONE if usable else NOTHING_USABLE


def clean(run: Run, paths: Sequence[str], *, json: bool, as_text: bool) -> int:
    """`crosswire clean`: a line (or a text) for every report, in the order of the input and of the page."""
    found = run.cleaned(run.read(paths, as_text=as_text), as_text=as_text)
    for item in found:
        if isinstance(item, Report):
            run.print([report_json(item)] if json else report_lines(item))
        elif json:
            run.print([issue_json(item)])
    return run.end(_usable(found))


def explain(run: Run, paths: Sequence[str], *, json: bool) -> int:
    """`crosswire clean --explain`: every line of every page, kept or set aside, and why."""
    found = run.read(paths)
    pages = [item for item in found if isinstance(item, Page)]
    run.pages += len(pages)
    run.issues += [item for item in found if isinstance(item, Issue)]
    reports: list[Report] = []
    for page, explained in zip(pages, run.route.explain(pages), strict=True):
        run.print(explained_rows(page, explained) if json else explained_lines(explained))
        reports += _usable(explained.found)
        run.issues += [item for item in explained.found if isinstance(item, Issue)]
    run.issues += run.route.cut(pages)
    return run.end(reports)


def annotate(run: Run, paths: Sequence[str], *, json: bool, as_text: bool) -> int:
    """`crosswire annotate`: a line (or a listing) for every report, in the order of the input."""
    reports = _usable(run.cleaned(run.read(paths, as_text=as_text), as_text=as_text))
    for report, annotation, note in run.route.annotate(reports):
        run.issues += [note] if note else []
        run.print([annotation_json(report, annotation)] if json else annotation_lines(report, annotation))
    return run.end(reports)


def group(run: Run, paths: Sequence[str], *, json: bool, as_text: bool) -> int:
    """`crosswire group`: a line (or a listing) for every story, the largest first."""
    reports = in_order(_usable(run.cleaned(run.read(paths, as_text=as_text), as_text=as_text)))
    reports = in_order(run.route.seen_again(reports)[0])
    stories = run.route.group(reports, ()) if reports else ()
    by_id = {report.id: report for report in reports}
    for story in stories:
        run.print([story_json(story)] if json else story_lines(story, by_id))
    return run.end(reports, stories=len(stories), versions=sum(report.version_of is not None for report in reports))


def brief(
    run: Run,
    paths: Sequence[str],
    *,
    json: bool,
    together: bool,
    folder: Path | None,
    request: Request | None = None,
) -> int:
    """`crosswire brief`: a dossier for every story, the largest first; of those only that `request` asks for."""
    run.ask(request)
    out = made_folder(folder) if folder else None
    found = run.cleaned(run.read(paths))
    return _brief(run, found, _Printing(run, json=json, listing=out is not None), out, together=together)


def demo(run: Run, *, json: bool, folder: Path, request: Request | None = None) -> int:
    """`crosswire demo`: the bundled sample's dossiers, printed, and their pages written."""
    run.ask(request)
    out = made_folder(folder)
    with as_file(files("crosswire.sample") / "pages") as pages:
        found = [_below(item, str(pages)) for item in run.read([str(pages)])]
    return _brief(run, run.cleaned(found), _Printing(run, json=json, paged=True), out, together=False)


def _below(item: Page | Issue, folder: str) -> Page | Issue:
    """The page with its file named from the folder: where the sample is installed is nobody's business."""
    return replace(item, file=item.file.removeprefix(folder).lstrip("/\\")) if item.file else item


@dataclass(frozen=True, slots=True)
class _Printing:
    """How a dossier is printed: as JSON, as a line that says where its page is, or as a brief for the terminal.

    `paged`: there is a page with what the brief for the terminal leaves out.
    """

    run: Run
    json: bool
    listing: bool = False
    paged: bool = False

    def dossier(self, dossier: Dossier, page: Path | None) -> None:
        """Print it; what can't be made for printing is an issue of the run, and nothing of it is printed."""
        text = attempt(partial(self._text, dossier, page), "write", dossier.relations.story)
        if isinstance(text, Issue):
            self.run.issues.append(text)
        else:
            self.run.streams.out.write(text)

    def _text(self, dossier: Dossier, page: Path | None) -> str:
        if self.json:
            return dossier_json(dossier) + "\n"
        if self.listing:
            count = _count(len(dossier.relations.counted), "report", "reports")
            return f"{page or 'no page'}: {dossier.title} ({count})\n"
        sheet = console(self.run.streams.out)
        with sheet.capture() as printed:
            print_dossier(dossier, sheet, paged=self.paged)
        return printed.get()

    def index(self, page: Path) -> None:
        """Say where the pages are; to the standard error where the output is for a program."""
        stream = self.run.streams.err if self.json else self.run.streams.out
        stream.write(f"Open {page} in a browser.\n")


def _brief(run: Run, found: Sequence[Report | Issue], printing: _Printing, out: Path | None, *, together: bool) -> int:
    reports = _usable(found)
    named: dict[str, Dossier] = {}
    paged: dict[str, Dossier] = {}
    without: list[Dossier] = []
    for dossier in dossiers(run.route, reports, run.issues, together=together):
        if is_without_actor(dossier):
            without.append(dossier)
            continue
        name = file_name(dossier.relations.story.id, named, title=dossier.title)
        named[name] = dossier
        page, failed = write_story(dossier, out, name) if out else (None, ())
        if page:
            paged[name] = dossier
        printing.dossier(dossier, page)
        run.issues += [*(issue for issue in dossier.issues if issue.stage in AFTER_CLEANING), *failed]
    _tell_without(run, without, named)
    if out and paged:
        printing.index(write_index(paged, out))
    told = [dossier.relations for dossier in named.values()]
    versions = sum(len(relations.reports) - len(relations.counted) for relations in told)
    return run.end(reports, stories=len(named), versions=versions)


def _tell_without(run: Run, without: Sequence[Dossier], named: Mapping[str, Dossier]) -> None:
    """Say in how many stories nobody is called as was asked. Raises UsageError where that is so in all."""
    asked = [dossier.asked.about for dossier in without if dossier.asked and dossier.asked.about]
    if asked and not named:
        raise unknown_actor(asked[0].name, asked)
    if asked:
        stories = _count(len(asked), "story has", "stories have")
        run.streams.err.write(f"crosswire: {stories} no actor who is called {one_line(asked[0].name)}: left out\n")


def _usable(found: Iterable[Report | Issue]) -> list[Report]:
    return [item for item in found if isinstance(item, Report)]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
