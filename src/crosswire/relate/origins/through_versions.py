"""What a report has from its own earlier version, it has from where that had it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.model.passage import Passage
from crosswire.model.report import Report
from crosswire.relate.copies.copying import Copy
from crosswire.relate.origins.counterparts import Counterparts
from crosswire.relate.origins.order import time_key

Pairs = Sequence[tuple[Passage, Passage]]


def as_told(reports: Iterable[Report]) -> list[Report]:
    """The reports by when they say what they say: a version's publication is when it was last changed.

    A page of nine o'clock that was changed at six in the evening has the evening's words. A report of which no other
    version was seen keeps its time of publication. Of equal times versions come before what they became.
    """
    reports = tuple(reports)
    seen = {id for report in reports if report.version_of for id in (report.id, report.version_of)}
    told = [
        replace(report, published_at=report.updated_at) if report.id in seen and report.updated_at.value else report
        for report in reports
    ]
    return sorted(told, key=lambda report: (time_key(report)[:2], report.version_of is None, report.id))


def folded(copies: Iterable[Copy], of: Mapping[str, str], counterparts: Counterparts) -> tuple[Copy, ...]:
    """The copies, what a report shares with its own versions replaced by what these share with others.

    `of`: version → the report that it is a version of. Versions still are sources of others: an outlet may have
    copied what was changed later. Without versions the copies as they are. Copies of a source come before those of what
    was copied from it, as `copied_passages` gives them; each version is folded once.
    """
    if not of:
        return tuple(copies)
    by_report: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        by_report[copy.report].append(copy)
    found: dict[str, list[Copy]] = {}
    for report, own in by_report.items():  # sources come before what was copied from them
        family = of.get(report, report)
        others: list[Copy] = []
        for copy in own:
            if of.get(copy.source, copy.source) != family:
                others.append(copy)
                continue
            through = (_through(copy, inner, counterparts) for inner in found.get(copy.source, ()))
            others += [inner for inner in through if inner]
        found[report] = _merged(others)
    return tuple(copy for each in found.values() for copy in each)


def _through(copy: Copy, inner: Copy, counterparts: Counterparts) -> Copy | None:
    """What `copy` has of what its source copied; None where that is nothing."""
    pairs = tuple(_pairs(copy.passages, inner.passages, counterparts))
    letters = sum(there.end - there.start for _, there in pairs)
    part = min(1.0, letters / max(1, sum(there.end - there.start for _, there in inner.passages)))
    words = round(inner.words * part)
    if not words:
        return None
    share = round(words * copy.share / max(1, copy.words), 4)
    return Copy(copy.report, inner.source, pairs, words, min(1.0, share), max(1, round(inner.sentences * part)))


def _pairs(outer: Pairs, inner: Pairs, counterparts: Counterparts) -> Iterator[tuple[Passage, Passage]]:
    """The pairs from the copy's words to those that its source's source has for them."""
    for here, middle in outer:
        for between, there in inner:
            start, end = max(middle.start, between.start), min(middle.end, between.end)
            if start >= end:
                continue
            words = middle.words[start - middle.start : end - middle.start]
            part = Passage(middle.report, start, end, words)
            mine, theirs = counterparts.of(part, middle, here), counterparts.of(part, between, there)
            if mine and theirs:
                yield mine, theirs


def _merged(copies: Iterable[Copy]) -> list[Copy]:
    """The copies of one report, those from one source as one."""
    by_source: dict[str, Copy] = {}
    for copy in copies:
        held = by_source.get(copy.source)
        by_source[copy.source] = copy if held is None else _both(held, copy)
    return list(by_source.values())


def _both(a: Copy, b: Copy) -> Copy:
    return replace(
        a,
        passages=tuple(sorted({*a.passages, *b.passages})),
        words=a.words + b.words,
        share=min(1.0, round(a.share + b.share, 4)),
        sentences=a.sentences + b.sentences,
    )
