"""Words that reports of one story share with reports of others: copies between the stories of a run, or of a desk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from crosswire.lexicons.load import Lexicons
from crosswire.model.annotation import Annotation
from crosswire.model.lineage import Elsewhere
from crosswire.model.report import Report
from crosswire.model.story import Story
from crosswire.relate.copies.copy_index import Blocks, Candidate, candidates
from crosswire.relate.copies.copying import Copy, copy_between
from crosswire.relate.copies.fingerprints import Fingerprinter
from crosswire.relate.copies.own_words import OwnWords, Vocabulary
from crosswire.relate.copies.reworded import WHOLE, copy_from
from crosswire.relate.copies.shared_rows import with_what_others_quote
from crosswire.relate.origins.order import published_before, time_key

# Reports whose words are kept: twenty kilobytes each.
KEPT = 4000


def copies_between(
    stories: Sequence[Story], reports: Sequence[Report], annotations: Sequence[Annotation], *, lexicons: Lexicons
) -> tuple[Elsewhere, ...]:
    """What reports share with reports of other stories, told for each of the two, in order of the reports' ids.

    Sources are looked for among the reports before each one (by time, then id), and only likely ones are compared, so
    that time grows little faster than the reports. Left out are earlier versions of a report, and what a publisher has
    from its own other reports, unless it is half of one: its background and last lines. Copies within a story are found
    by `copied_passages`.
    """
    if len(stories) < 2:
        return ()
    story_of = {report: story.id for story in stories for report in story.reports}
    ordered = sorted((r for r in reports if r.id in story_of and r.version_of is None), key=time_key)
    read = _reader(annotations, lexicons)
    found: dict[tuple[str, str], Elsewhere] = {}
    for report, source, candidate, known in _likely(ordered, story_of, lexicons):
        here, there = with_what_others_quote([read(report), read(source)])
        copy = copy_from(here, there, candidate, known=known)
        if copy is None or (copy.share < WHOLE and _one_house(report, source)):
            continue
        found[report.id, source.id] = _elsewhere(copy, report, source, story_of[source.id])
        back = copy_between(there, here) or _turned(copy, there)
        found[source.id, report.id] = _elsewhere(back, source, report, story_of[report.id])
    return tuple(found[key] for key in sorted(found))


def _reader(annotations: Sequence[Annotation], lexicons: Lexicons) -> Callable[[Report], OwnWords]:
    """Gives the words of a report; those of the reports that were asked for last are kept."""
    noted = {annotation.report: annotation for annotation in annotations}
    vocabulary = Vocabulary(lexicons)
    kept: dict[str, OwnWords] = {}

    def read(report: Report) -> OwnWords:
        words = kept.pop(report.id, None) or vocabulary.read(report, noted.get(report.id))
        kept[report.id] = words
        if len(kept) > KEPT:
            del kept[next(iter(kept))]
        return words

    return read


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


def _turned(copy: Copy, source: OwnWords) -> Copy:
    """The same words as the source has them."""
    passages = tuple(sorted(((there, here) for here, there in copy.passages), key=lambda pair: pair[0].start))
    share = round(min(1.0, copy.words / max(1, source.own)), 4)
    return Copy(copy.source, copy.report, passages, copy.words, share, copy.sentences)


def _one_house(a: Report, b: Report) -> bool:
    return a.publisher is not None and a.publisher == b.publisher


def _elsewhere(copy: Copy, report: Report, other: Report, story: str) -> Elsewhere:
    earlier = published_before(other, report)
    whose = "of the same publisher " if _one_house(report, other) else ""
    when = {True: ", which was published earlier", False: ", which was published later", None: ""}[earlier]
    why = (
        f"{copy.words} words outside quotation marks ({copy.share:.0%} of this report) also stand in {other.id} "
        f"{whose}in another story{when}."
    )
    passages = tuple(here for here, _ in copy.passages)
    return Elsewhere(report.id, other.id, story, other.publisher, earlier, copy.share, passages, why)
