"""The route from paths to dossiers. What fails on one page, report or story is an issue, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias, TypeVar

from crosswire.annotate.pipelines import ENGLISH
from crosswire.annotate.times import find_times
from crosswire.brief.dossier import write_dossier
from crosswire.clean.lines.recurring import house_of
from crosswire.clean.page import LONGEST_TEXT, as_report, explain_each, is_cut, with_agencies_of
from crosswire.clean.verdict import Explained
from crosswire.errors import ModelError
from crosswire.group.seen_again import seen_again
from crosswire.group.stories import group_reports, one_story
from crosswire.model.annotation import Annotation, TimeExpression
from crosswire.model.dossier import Dossier, Request
from crosswire.model.issue import Issue
from crosswire.model.lineage import Elsewhere, ReportVersion
from crosswire.model.page import Page
from crosswire.model.relation import Relations
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.relate.origins.across import copies_between
from crosswire.relate.story import relate
from crosswire.run.models import Models
from crosswire.run.order import in_order, issues_in_order, stories_in_order
from crosswire.run.progress import Progress

T = TypeVar("T")
# What cleaning gives: reports in page order, and for a page that has none one issue.
Cleaned: TypeAlias = tuple[Report | Issue, ...]

# A run's issues that belong to no report stand in every dossier, up to this many; above it their counts do.
ISSUES_LISTED = 100
# The code of an issue that stands for an error nobody foresaw.
FAILED = "failed"
# Characters: the pipeline takes memory with the length of a paragraph (100,000 take 300 MB), time with the text's.
LONGEST_PARAGRAPH = 100_000
LONGEST_REPORT = 500_000
# A dateline is shorter.
LONGEST_GAP = 500


@dataclass(frozen=True, slots=True)
class Route:
    """What every step needs: the models, and whom to tell how far it is; and what is asked of the dossiers."""

    models: Models
    progress: Progress
    request: Request | None = None

    def clean(self, pages: Sequence[Page]) -> Cleaned:
        """The reports of the pages, in page order; for a page without one the issue that says why."""
        return tuple(item for found in self.clean_each(pages) for item in found)

    def clean_each(self, pages: Sequence[Page]) -> tuple[Cleaned, ...]:
        """For every page, in order, its reports, or the one issue that says why it has none.

        A publisher's pages are cleaned together, because lines that recur are furniture; if that fails, one by one.
        """
        found = {n: explained.found for n, explained in self._explained(pages)}
        return tuple(found[n] for n in range(len(pages)))

    def explain(self, pages: Sequence[Page]) -> tuple[Explained, ...]:
        """For every page, in order, what became of it, with the verdict on every line; cleaned as `clean` does it."""
        found = dict(self._explained(pages))
        return tuple(found[n] for n in range(len(pages)))

    def _explained(self, pages: Sequence[Page]) -> Iterator[tuple[int, Explained]]:
        """What became of every page, with its index, one publisher's pages after the other's."""
        lexicons = with_agencies_of(pages, self.models.lexicons)
        step = partial(explain_each, lexicons=lexicons, taken=frozenset(page.id for page in pages), named=True)
        done = 0
        for together in _by_publisher(pages):
            self.progress.say(f"cleaning page {done + 1} of {len(pages)}")
            yield from zip(together, _each([pages[n] for n in together], step), strict=True)
            done += len(together)
        self.progress.wipe()

    def cut(self, pages: Sequence[Page]) -> tuple[Issue, ...]:
        """An issue for every page that is longer than what is read of it."""
        return tuple(_cut(page) for page in pages if is_cut(page))

    def as_reports(self, pages: Sequence[Page]) -> Cleaned:
        """The pages as reports whose text is exactly what they hold (--as-text), one for each."""
        return tuple(attempt(partial(as_report, page, lexicons=self.models.lexicons), "clean", page) for page in pages)

    def seen_again(self, reports: Sequence[Report]) -> tuple[tuple[Report, ...], tuple[ReportVersion, ...]]:
        """The reports, those marked that are versions of another (`version_of`), and what shows it."""
        return seen_again(reports, lexicons=self.models.lexicons)

    def annotate(self, reports: Sequence[Report]) -> Iterator[tuple[Report, Annotation, Issue | None]]:
        """Every report with its annotation; an empty one, with the issue, where it failed or is too long."""
        for report in self.progress.over(reports, "annotating report"):
            yield (report, *self._annotated(report))

    def group(self, reports: Sequence[Report], annotations: Sequence[Annotation]) -> tuple[Story, ...]:
        """The stories, the ones with the most reports first."""
        self.progress.say(f"grouping {len(reports)} reports")
        return stories_in_order(group_reports(reports, annotations, lexicons=self.models.lexicons))

    def dossier(
        self,
        story: Story,
        reports: Sequence[Report],
        annotations: Sequence[Annotation],
        issues: Iterable[Issue] = (),
        versions: Iterable[ReportVersion] = (),
    ) -> Dossier:
        """The dossier of one story. If its relations can't be worked out it has its reports, and an issue says so."""
        own = tuple(version for version in versions if version.of in story.reports)
        found = attempt(partial(self._relations, story, reports, annotations, own), "relate", story)
        if isinstance(found, Issue):
            quotations = tuple(quotation for annotation in annotations for quotation in annotation.quotations)
            bare = Relations(story, tuple(reports), tuple(annotations), quotations=quotations, versions=own)
            return self._written(bare, (*issues, found))
        return self._written(found, issues)

    def _written(self, relations: Relations, issues: Iterable[Issue]) -> Dossier:
        ordered = issues_in_order(issues)
        return write_dossier(relations, issues=ordered, lexicons=self.models.lexicons, request=self.request)

    def elsewhere(
        self, stories: Sequence[Story], reports: Sequence[Report], annotations: Sequence[Annotation]
    ) -> tuple[Elsewhere, ...] | Issue:
        """What reports share with reports of other stories, or the issue that says why that is not known."""
        self.progress.say("comparing stories")
        step = partial(copies_between, stories, reports, annotations, lexicons=self.models.lexicons)
        return attempt(step, "relate", Story("copies between stories", ()))

    def _relations(
        self,
        story: Story,
        reports: Sequence[Report],
        annotations: Sequence[Annotation],
        versions: Sequence[ReportVersion],
    ) -> Relations:
        lexicons, points = self.models.lexicons, self.models.points

        def read_times(report: Report, annotation: Annotation, anchor: str) -> tuple[TimeExpression, ...]:
            return find_times(report, annotation.sentences, lexicons=lexicons, anchor=anchor)

        return relate(
            story,
            reports,
            annotations,
            versions=versions,
            lexicons=lexicons,
            point_model=points,
            toll_model=self.models.tolls,
            read_times=read_times,
        )

    def _annotated(self, report: Report) -> tuple[Annotation, Issue | None]:
        empty = Annotation(report.id)
        if refusal := _refusal(report):
            code, cause = refusal
            message = f"{named(report)}: {cause}; its text is kept and not annotated"
            return empty, Issue("annotate", code, message, report.id, report.file)
        pipeline = self.models.pipeline(report.language)
        found = attempt(partial(pipeline.annotate, report), "annotate", report)
        if isinstance(found, Issue):
            return empty, found
        return found, self._foreign(report) or _unread(report, found)

    def _foreign(self, report: Report) -> Issue | None:
        """The issue that says what is not read of a report in another language than English."""
        if report.language in (None, ENGLISH):
            return None
        speech = self.models.lexicons.speech.get(report.language)
        if speech:
            cause = f"is in {speech.name}: quotations and their sources are read by rules, figures and times are not"
        else:
            cause = f"is in a language that is not read ({report.language}): only quotation marks are"
        return Issue("annotate", "language", f"{named(report)}: {cause}", report.id, report.file)


def _each(pages: Sequence[Page], step: Callable[[Sequence[Page]], Sequence[Explained]]) -> Sequence[Explained]:
    """What became of each page, cleaned together; the pages that fail one by one are left out of that."""
    try:
        return step(pages)
    except Exception:
        tried = [attempt(partial(step, (page,)), "clean", page) for page in pages]
    alone = [Explained((found,), ()) if isinstance(found, Issue) else found[0] for found in tried]
    failed = {n for n, found in enumerate(tried) if isinstance(found, Issue)}
    if not failed or len(failed) == len(pages):
        return alone
    # The others are cleaned together as if the page that fails had not been there.
    rest = iter(_each([page for n, page in enumerate(pages) if n not in failed], step))
    return [item if n in failed else next(rest) for n, item in enumerate(alone)]


def _by_publisher(pages: Iterable[Page]) -> Iterable[Sequence[int]]:
    """The indices of each house's pages together, whose recurring lines are counted; those of no known house are one
    more group.

    Whose these are is read from the pages themselves.
    """
    groups: dict[str, list[int]] = {}
    for n, page in enumerate(pages):
        groups.setdefault(house_of(page) or "", []).append(n)
    return groups.values()


def _refusal(report: Report) -> tuple[str, str] | None:
    """Why a report is not annotated: a code and the cause in words; None when it can be."""
    longest = max((paragraph.end - paragraph.start for paragraph in report.paragraphs), default=0)
    if longest > LONGEST_PARAGRAPH:
        return "too-long", f"has a paragraph of {longest:,} characters (at most {LONGEST_PARAGRAPH:,} are read)"
    if len(report.text) > LONGEST_REPORT:
        return "too-long", f"has {len(report.text):,} characters (at most {LONGEST_REPORT:,} are read)"
    return None


def _unread(report: Report, annotation: Annotation) -> Issue | None:
    """The issue that names how much of the text is no sentence, where that is more than a line or two."""
    ends = [0, *(sentence.end for sentence in annotation.sentences)]
    starts = [*(sentence.start for sentence in annotation.sentences), len(report.text)]
    gaps = [report.text[end:start].strip() for end, start in zip(ends, starts, strict=True)]
    unread = sum(len(gap) for gap in gaps if len(gap) > LONGEST_GAP)
    if not unread:
        return None
    message = f"{named(report)}: {unread:,} characters of it are no sentences and were not annotated"
    return Issue("annotate", "no-sentences", message, report.id, report.file)


def _cut(page: Page) -> Issue:
    what = f"{LONGEST_TEXT:,} signs of the text that it shows" if page.markup else f"{LONGEST_TEXT:,} signs"
    message = f"{named(page)}: is longer than any report; what stands behind its first {what} is left out"
    return Issue("clean", "cut", message, page.id, page.file)


def attempt(step: Callable[[], T], stage: str, of: Page | Report | Story) -> T | Issue:
    """What the step gives, or the issue that names the file, the stage and the error.

    This is the border where an error of any kind stops: one odd page never loses the others. A model that is
    missing would fail every report alike and is not caught.
    """
    try:
        return step()
    except ModelError:
        raise
    except Exception as error:
        cause = f"{type(error).__name__}: {error}"
        message = f"{named(of)}: {stage} failed on it ({cause[:300]}); the rest goes on"
        return Issue(stage, FAILED, message, None if isinstance(of, Story) else of.id, _file(of))


def named(of: Page | Report | Story) -> str:
    """The file that something came from, or its id."""
    return _file(of) or of.id


def _file(of: Page | Report | Story) -> str | None:
    return None if isinstance(of, Story) else of.file


def dossiers(route: Route, found: Sequence[Report], issues: Iterable[Issue], *, together: bool) -> Iterator[Dossier]:
    """A dossier for every story of the reports, the largest first; for all of them as one story with `together`.

    The same reports in any order give the same dossiers.
    """
    marked, versions = route.seen_again(in_order(found))
    reports = in_order(marked)
    noted = list(issues)
    annotations: dict[str, Annotation] = {}
    for report, annotation, note in route.annotate(reports):
        annotations[report.id] = annotation
        noted += [note] if note else []
    stories = _stories(route, reports, [annotations[report.id] for report in reports], together=together)
    elsewhere = route.elsewhere(stories, reports, list(annotations.values()))
    if isinstance(elsewhere, Issue):
        noted, elsewhere = [*noted, elsewhere], ()
    shared = _shared(note for note in noted if note.report not in annotations)
    by_id = {report.id: report for report in reports}
    for story in route.progress.over(stories, "relating story"):
        own = in_order(by_id[id] for id in story.reports)
        those = [note for note in noted if note.report in story.reports]
        dossier = route.dossier(story, own, [annotations[report.id] for report in own], [*shared, *those], versions)
        words = tuple(found for found in elsewhere if found.report in story.reports)
        yield replace(dossier, relations=replace(dossier.relations, elsewhere=words))


def _stories(
    route: Route, reports: Sequence[Report], annotations: Sequence[Annotation], *, together: bool
) -> tuple[Story, ...]:
    if not reports:
        return ()
    return (one_story(reports),) if together else route.group(reports, annotations)


def _shared(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues that belong to no report: what could not be read may have belonged to any of the stories."""
    loose = issues_in_order(issues)
    if len(loose) <= ISSUES_LISTED:
        return loose
    kinds = sorted({(issue.stage, issue.code) for issue in loose})
    return tuple(_counted([issue for issue in loose if (issue.stage, issue.code) == kind]) for kind in kinds)


def _counted(alike: Sequence[Issue]) -> Issue:
    first = alike[0]
    message = f"{len(alike)} inputs with this issue; the first: {first.message}"
    return replace(first, message=message, file=None)
