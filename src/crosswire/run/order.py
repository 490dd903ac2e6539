"""The one order in which reports, issues and stories are handed on, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from crosswire.model.issue import Issue
from crosswire.model.report import Report
from crosswire.model.story import Story

_LATEST = datetime.max.replace(tzinfo=UTC)
# What an ISO prefix lacks, so that `2017`, `2017-04` and `2017-04-12` all give the start of what they name.
_REST = "0001-01-01T00:00:00"


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports by publication time (unknown last), then id."""
    return tuple(sorted(reports, key=lambda report: (published(report), report.id)))


def issues_in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues by file, stage, code, each once."""
    return tuple(sorted(set(issues), key=_issue_key))


def stories_in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """The stories with the most reports first, then by id."""
    return tuple(sorted(stories, key=lambda story: (-len(story.reports), story.id)))


def published(report: Report) -> datetime:
    """The moment a report was published, UTC where no offset is known; the end of time where nothing is."""
    value = (report.published_at.value or "").split("/")[0]
    if not value:
        return _LATEST
    try:
        moment = datetime.fromisoformat(value + _REST[len(value) :] if len(value) < 10 else value)
    except ValueError:
        return _LATEST
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _issue_key(issue: Issue) -> tuple[str, str, str, str, str]:
    return issue.file or "", issue.stage, issue.code, issue.message, issue.report or ""
