"""The library's public functions: the steps of the route with the shared models and no progress told."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from os import PathLike, fspath

from crosswire.errors import InputError
from crosswire.model.annotation import Annotation
from crosswire.model.dossier import Dossier
from crosswire.model.issue import Issue
from crosswire.model.page import Page
from crosswire.model.report import Report
from crosswire.read.paths import read_pages
from crosswire.read.source import Fetch
from crosswire.run.models import shared_models
from crosswire.run.progress import Progress
from crosswire.run.request import is_without_actor, read_request, unknown_actor
from crosswire.run.route import Route, dossiers


def read(paths: Iterable[str | PathLike[str]], *, fetch: Fetch | None = None) -> tuple[Page | Issue, ...]:
    """The pages of files and folders, and an issue for whatever gave none. Addresses need `fetch`."""
    return tuple(read_pages([fspath(path) for path in paths], stdin=io.BytesIO(), fetch=fetch))


def clean(pages: Iterable[Page | Issue]) -> tuple[Report | Issue, ...]:
    """The reports on every page, or the issue that says why it has none, in the order of the pages.

    A live blog or a page of several articles gives several reports: the first has the page's id, the next `<id>#2` …
    Issues among the pages, as `read` gives them, stay in their places.
    """
    given = tuple(pages)
    cleaned = iter(_route().clean_each([item for item in given if isinstance(item, Page)]))
    return tuple(found for item in given for found in ((item,) if isinstance(item, Issue) else next(cleaned)))


def annotate(report: Report) -> Annotation:
    """What the report's text says. Raises InputError where it can't be annotated."""
    for _, annotation, issue in _route().annotate([report]):
        if issue is None:
            return annotation
        raise InputError(issue.message)
    raise AssertionError("one report gives one annotation")


def dossier(
    reports: Sequence[Report],
    *,
    issues: Iterable[Issue] = (),
    length: str | int | None = None,
    about: str | None = None,
    since: str | None = None,
) -> Dossier:
    """The account of reports that belong together, in whatever order.

    `length` ("3", "120w"), `about` (an actor) and `since` ("2031-03-04", "6h") ask what the options of the command
    `brief` ask. Raises InputError when there are no reports, or when two have one id: a passage could then stand in
    either; UsageError where what is asked can't be read, or nobody is called so.
    """
    request = read_request(length=None if length is None else str(length), about=about, since=since)
    counts = Counter(report.id for report in reports)
    twice = sorted(id for id, count in counts.items() if count > 1)
    if twice:
        raise InputError(f"several reports have the id {', '.join(twice)}: give each its own")
    for account in dossiers(replace(_route(), request=request), reports, issues, together=True):
        if account.asked and account.asked.about and is_without_actor(account):
            raise unknown_actor(account.asked.about.name, [account.asked.about])
        return account
    raise InputError("no reports: a dossier needs at least one")


def _route() -> Route:
    return Route(shared_models(), Progress(io.StringIO()))
