"""Stories from reports: which reports tell of one event as it develops."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from crosswire.group.entries import as_one, by_page
from crosswire.group.merging import Groups
from crosswire.group.reasons import live_blogs, reasons, seen_before
from crosswire.group.terms import report_terms
from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.report import Report
from crosswire.model.story import Story

SLUG_LETTERS = 40


def group_reports(
    reports: Sequence[Report], annotations: Sequence[Annotation] = (), *, lexicons: Lexicons
) -> tuple[Story, ...]:
    """The stories that the reports tell, each report in exactly one, in the order of their ids.

    The same whatever the order of the reports. Whether two reports belong together is decided from their own words
    and times and a fixed table of how rare words are in news, so that two reports are judged as two thousand are.
    When in doubt reports stay apart: a false merge would claim that two newsrooms confirmed each other.
    The entries of one live blog are one story's, and are compared with other reports as one. The versions of a report
    (`version_of`) go where it goes and decide nothing.
    `annotations` are not needed; the words suffice (docs/stories-and-origins.md has both measured).
    """
    ordered = sorted(reports, key=lambda report: (report.published_at.value or "", report.id))
    versions: defaultdict[str, list[Report]] = defaultdict(list)
    for report in ordered:
        if report.version_of is not None:
            versions[report.version_of].append(report)
    pages = by_page(ordered)
    whole = [as_one(entries) for entries in pages]
    terms = [report_terms(report, rarity=lexicons.rarity) for report in whole]
    groups = Groups(terms)
    stories = []
    for members in groups.merged():
        own = [report for n in members for report in pages[n]]
        joined = groups.joined(members)
        why = reasons([whole[n] for n in members], [terms[n] for n in members], joined=joined)
        why = (*live_blogs([len(pages[n]) for n in members]), *(why if len(members) > 1 or len(own) < 2 else ()))
        again = [version for report in own for version in versions[report.id]]
        own, why = [*own, *again], (*why, *seen_before(len(again)))
        stories.append(Story(story_id(own), tuple(sorted(report.id for report in own)), why))
    return tuple(sorted(stories, key=lambda story: story.id))


def one_story(reports: Sequence[Report]) -> Story:
    """One story of all reports, because the user says so."""
    ordered = sorted(reports, key=lambda report: report.id)
    return Story(story_id(ordered), tuple(report.id for report in ordered), ("Given as one story (--one-story).",))


def story_id(reports: Sequence[Report]) -> str:
    """A stable id: the words of the first headline and a short hash of the reports' ids, in any order."""
    ids = sorted(report.id for report in reports)
    digest = hashlib.sha256("\n".join(ids).encode("utf-8", "backslashreplace")).hexdigest()[:8]
    headlines = [r.headline for r in sorted(reports, key=lambda report: report.id) if r.headline]
    slug = _slug(headlines[0]) if headlines else ""
    return f"{slug}-{digest}" if slug else digest


def _slug(words: str) -> str:
    """Lower-case ASCII words with hyphens, cut at a word: "Talks end: no accord" → talks-end-no-accord."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
    return slug if len(slug) <= SLUG_LETTERS else slug[: SLUG_LETTERS + 1].rpartition("-")[0]
