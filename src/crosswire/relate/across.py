"""Words that reports of one story share with reports of others: copies between the stories of a run, or of a desk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import Elsewhere
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.relate.copy_index import Blocks, Candidate, candidates
from crosswire.relate.copying import Copy, copy_of
from crosswire.relate.fingerprints import Fingerprinter
from crosswire.relate.order import published_before, time_key
from crosswire.relate.reworded import copy_from


def copies_between(
    stories: Sequence[Story], reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[Elsewhere, ...]:
    """What reports share with reports of other stories, told for each of the two, in order of the reports' ids.

    Sources are looked for among the reports before each one (by time, then id), and only likely ones are compared, so
    that time grows little faster than the reports. Earlier versions of a report are left out. Copies within a story
    are found by `copied_passages`.
    """
    story_of = {report: story.id for story in stories for report in story.reports}
    ordered = sorted((r for r in reports if r.id in story_of and r.version_of is None), key=time_key)
    noted = {annotation.report: annotation for annotation in annotations}
    found: dict[tuple[str, str], Elsewhere] = {}
    for report, source, candidate, known in _likely(ordered, story_of, lexicons):
        of_both = [noted[one.id] for one in (report, source) if one.id in noted]
        copy = copy_from(report, source, candidate, of_both, known=known, lexicons=lexicons)
        if copy is None:
            continue
        found[report.id, source.id] = _elsewhere(copy, report, source, story_of[source.id])
        back = copy_of(source, report, of_both, lexicons=lexicons) or _turned(copy, source)
        found[source.id, report.id] = _elsewhere(back, source, report, story_of[report.id])
    return tuple(found[key] for key in sorted(found))


def _likely(
    reports: Sequence[Report], story_of: Mapping[str, str], lexicons: Lexicons
) -> Iterator[tuple[Report, Report, Candidate, int]]:
    """Each report with those before it, of other stories, that it may have words from, and how many there are."""
    fingerprinter = Fingerprinter(lexicons.rarity, lexicons.function_words.any_language)
    known = Blocks()
    own: defaultdict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        prints = fingerprinter.of(report)
        same_story = own[story_of[report.id]]
        for candidate in candidates(prints, known, leave_out=np.array(same_story, dtype=np.int64)):
            yield report, reports[candidate.number], candidate, number
        same_story.append(number)
        known.add(number, prints.values)


def _turned(copy: Copy, source: Report) -> Copy:
    """The same words as the source has them."""
    passages = tuple(sorted(((there, here) for here, there in copy.passages), key=lambda pair: pair[0].start))
    share = round(min(1.0, copy.words / max(1, len(source.text.split()))), 4)
    return Copy(source.id, copy.report, passages, copy.words, share, copy.sentences)


def _elsewhere(copy: Copy, report: Report, other: Report, story: str) -> Elsewhere:
    earlier = published_before(other, report)
    whose = "of the same publisher " if other.publisher and other.publisher == report.publisher else ""
    when = {True: ", which was published earlier", False: ", which was published later", None: ""}[earlier]
    why = (
        f"{copy.words} words outside quotation marks ({copy.share:.0%} of this report) also stand in {other.id} "
        f"{whose}in another story{when}."
    )
    passages = tuple(here for here, _ in copy.passages)
    return Elsewhere(report.id, other.id, story, other.publisher, earlier, copy.share, passages, why)
